"""Prescription lines: read, written, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.points import Point, Side
from acuchart.clinic.prescription import SPINE, Entry, Unread, read_line, write_line
from acuchart.knowledge.points import read_points

POINTS = read_points()


def one(line: str, *, romance: bool = False) -> Entry:
    (entry,) = read_line(line, POINTS, romance=romance)
    assert isinstance(entry, Entry), entry
    return entry


def unread(line: str) -> Unread:
    (entry,) = read_line(line, POINTS)
    assert isinstance(entry, Unread), entry
    return entry


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    point: Point = draw(st.sampled_from(list(POINTS.values())))
    side = (
        draw(st.sampled_from([Side.LEFT, Side.RIGHT, Side.BOTH])) if point.lies is Side.BOTH else point.lies
    )
    depth = draw(st.none() | st.integers(1, 1500).map(lambda n: float(Decimal(n) / 10)))
    chosen = draw(st.sets(st.sampled_from(point.levels))) if point.levels else set()
    levels = tuple(level for level in point.levels if level in chosen)
    needles = draw(st.integers(2, 60))
    return Entry(point.code, side, needles, depth, "", levels)


def told(line: str) -> list[str]:
    """Every entry of a line: the code of what was read, the text of what was not."""
    return [e.code if isinstance(e, Entry) else f"? {e.text}" for e in read_line(line, POINTS)]


def bare(entry: Entry | Unread) -> Entry:
    assert isinstance(entry, Entry), entry
    return Entry(entry.code, entry.side, entry.needles, entry.depth_mm, "", entry.levels)


@given(st.lists(entries(), max_size=6))
def test_what_was_written_reads_back_the_same(prescription: list[Entry]) -> None:
    line = write_line(prescription)
    assert [bare(entry) for entry in read_line(line, POINTS)] == prescription


def test_levels_are_written_as_stretches() -> None:
    assert POINTS["EX-B2"].levels == SPINE
    levels = ("T12", "L1", "L3", "L4", "L5")
    entry = Entry("EX-B2", Side.BOTH, 10, 12.5, "", levels)
    assert write_line([entry]) == "EX-B2 b t12-l1 l3-l5 x10 12.5mm"


@given(
    st.lists(
        st.sampled_from(
            [
                "st36",
                "b40",
                "b",
                "l",
                "r",
                "x2",
                "20mm",
                "20",
                "zusanli",
                "xyz",
                "ex-b2",
                "l3-l5",
                "l3",
                "four",
                "gates",
                "36",
                ",",
                "st46",
            ]
        ),
        max_size=9,
    )
)
def test_every_word_of_a_line_comes_back_in_what_was_read_or_not(words: list[str]) -> None:
    line = " ".join(words)
    texts: list[str] = []
    for entry in read_line(line, POINTS):
        # The points of a group carry the same text.
        texts += [] if texts and entry.text == texts[-1] and "gates" in entry.text else [entry.text]
    assert " ".join(texts).split() == line.replace(",", " ").split()


@given(st.text(max_size=60))
def test_any_text_is_read_without_falling_over(text: str) -> None:
    for entry in read_line(text, POINTS):
        assert isinstance(entry, Entry) or entry.error


@given(st.sampled_from(list(POINTS)))
def test_every_code_is_read_as_itself(code: str) -> None:
    entry = one(code)
    point = POINTS[code]
    assert entry.code == code
    assert entry.side is point.lies
    assert entry.needles == point.spots * (2 if point.lies is Side.BOTH else 1)


def test_the_line_of_the_picture() -> None:
    found = [bare(entry) for entry in read_line("st36 b, li4 r, sp6", POINTS)]
    assert found == [
        Entry("ST36", Side.BOTH, 2, None, ""),
        Entry("LI4", Side.RIGHT, 1, None, ""),
        Entry("SP6", Side.BOTH, 2, None, ""),
    ]


@pytest.mark.parametrize(
    ("line", "code", "side", "needles", "depth"),
    [
        ("zu san li b", "ST36", Side.BOTH, 2, None),
        ("足三里 l", "ST36", Side.LEFT, 1, None),
        ("st36r", "ST36", Side.RIGHT, 1, None),
        ("gb21 r 20mm", "GB21", Side.RIGHT, 1, 20.0),
        ("gb21 20 mm r", "GB21", Side.RIGHT, 1, 20.0),
        ("ex-hn1 x4", "EX-HN1", Side.MIDLINE, 4, None),
        ("sishencong", "EX-HN1", Side.MIDLINE, 4, None),
        ("baxie b", "EX-UE9", Side.BOTH, 8, None),
        ("ex-b2 l3-l5 b", "EX-B2", Side.BOTH, 6, None),
        ("ex-b2 t1 - t3 l", "EX-B2", Side.LEFT, 3, None),
        ("huatuojiaji l4-5 r", "EX-B2", Side.RIGHT, 2, None),
        ("gv20", "GV20", Side.MIDLINE, 1, None),
        ("yintang", "EX-HN3", Side.MIDLINE, 1, None),
        ("GV29", "EX-HN3", Side.MIDLINE, 1, None),
        ("ex-anmian", "EX-ANMIAN", Side.BOTH, 2, None),
        ("urinary bladder 40 b x2", "BL40", Side.BOTH, 2, None),
        ("renzhong", "GV26", Side.MIDLINE, 1, None),
        ("太衝 l", "LR3", Side.LEFT, 1, None),
        ("太沖 右", "LR3", Side.RIGHT, 1, None),
        ("阑尾穴 r", "EX-LE7", Side.RIGHT, 1, None),
        ("ST３６　Ｂ", "ST36", Side.BOTH, 2, None),
        ("L.I.4 r", "LI4", Side.RIGHT, 1, None),
        ("large intestine 4 l x2", "LI4", Side.LEFT, 2, None),
        ("st36 b.", "ST36", Side.BOTH, 2, None),
        ("ex-b2 l3–l5 b", "EX-B2", Side.BOTH, 6, None),
        ("ex b2 t12-l2 l", "EX-B2", Side.LEFT, 3, None),
        ("ex-b2 l3 l5 r", "EX-B2", Side.RIGHT, 2, None),
        ("du 29", "EX-HN3", Side.MIDLINE, 1, None),
        ("Du24+", "EX-HN3", Side.MIDLINE, 1, None),
        ("p6", "PC6", Side.BOTH, 2, None),
        ("r17", "CV17", Side.MIDLINE, 1, None),
        ("l7 l", "LU7", Side.LEFT, 1, None),
        ("b40 b", "BL40", Side.BOTH, 2, None),
        ("b2", "BL2", Side.BOTH, 2, None),
    ],
)
def test_entries(line: str, code: str, side: Side, needles: int, depth: float | None) -> None:
    entry = one(line)
    assert (entry.code, entry.side, entry.needles, entry.depth_mm) == (code, side, needles, depth)


def test_spaces_alone_part_points_where_that_leaves_no_doubt() -> None:
    assert [bare(e).code for e in read_line("sp6 st36 l cv4", POINTS)] == ["SP6", "ST36", "CV4"]
    assert [bare(e).code for e in read_line("sp6；st36 l， cv4\nli4", POINTS)] == [
        "SP6",
        "ST36",
        "CV4",
        "LI4",
    ]


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("st36 b40", ("ST36", "BL40")),
        ("li4 l3", ("LI4", "LU3")),
        ("cv4 r6", ("CV4", "CV6")),
    ],
)
def test_two_readings_are_an_error_that_lists_both(line: str, near: tuple[str, ...]) -> None:
    entry = unread(line)
    assert entry.near == near
    assert near[1] in entry.error


def test_groups_are_written_out() -> None:
    assert [bare(entry) for entry in read_line("four gates b 15mm, sp6", POINTS)] == [
        Entry("LI4", Side.BOTH, 2, 15.0, ""),
        Entry("LR3", Side.BOTH, 2, 15.0, ""),
        Entry("SP6", Side.BOTH, 2, None, ""),
    ]
    assert told("siguan r") == ["LI4", "LR3"]
    assert told("四關") == ["LI4", "LR3"]
    assert [bare(entry).needles for entry in read_line("ba liao b x16", POINTS)] == [4, 4, 4, 4]
    for uneven in ("ba liao b x7", "ba liao b x10", "ba liao b x4"):
        assert told(uneven) == [f"? {uneven}"]


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("st36 b xyz sp6 l", ["ST36", "? xyz", "SP6"]),
        ("st36 b st46 l li4", ["ST36", "? st46 l", "LI4"]),
        ("zusanly r 20mm sp6", ["? zusanly r 20mm", "SP6"]),
        ("st36 b40 sp6", ["? st36 b40", "SP6"]),
        ("st36 20 sp6", ["? st36 20", "SP6"]),
        ("st36 l r sp6", ["? st36 l r", "SP6"]),
        ("ex-b2 l6 b sp6", ["? ex-b2 l6 b", "SP6"]),
        ("ex-b2 l5-l3 sp6", ["? ex-b2 l5-l3", "SP6"]),
        ("gb21 r 1cun", ["? gb21 r 1cun"]),
        ("gb21 x2.5 r", ["? gb21 x2.5 r"]),
        ("st36 b 40", ["? st36 b 40"]),
        ("zu san li b san yin jiao l 合谷 左", ["ST36", "SP6", "LI4"]),
        ("stomach 36 b liver 3 r", ["ST36", "LR3"]),
        ("st36 b68", ["ST36", "? b68"]),
    ],
)
def test_a_doubt_takes_only_its_own_words(line: str, entries: list[str]) -> None:
    assert told(line) == entries


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("le3 b", ("EX-LE3", "LR3")),
        ("36 b", ("ST36", "BL36", "GB36")),
        ("b 40", ("BL40",)),
        ("l 5 x2", ("LU5",)),
        ("st 46 b", ("ST45", "ST36", "ST4", "ST6", "ST44")),
    ],
)
def test_what_may_be_meant_is_offered_and_never_taken(line: str, near: tuple[str, ...]) -> None:
    assert unread(line).near == near


def test_a_letter_that_is_a_side_too_says_how_it_is_written() -> None:
    doubt = unread("b 23")
    assert "BL23" in doubt.error
    assert "together" in doubt.error
    assert told("l 5, st36") == ["? l 5", "ST36"]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("left li4", ["? left li4"]),
        ("r st36 20mm", ["? r st36 20mm"]),
        ("both zu san li, li4 r", ["? both zu san li", "LI4"]),
        ("st36 r, b li 4 st37", ["ST36", "? b li 4", "ST37"]),
        ("l b23", ["? l b23"]),
    ],
)
def test_a_side_before_its_point_is_never_dropped(line: str, codes: list[str]) -> None:
    """The point alone would be needled on both sides."""
    assert told(line) == codes


def test_a_side_before_its_point_says_how_it_is_written() -> None:
    doubt = unread("left li4")
    assert doubt.error == "The side comes after the point: LI4 l."
    assert doubt.near == ("LI4",)


def test_a_name_of_two_points_lists_both_and_its_tones_tell_them_apart() -> None:
    assert set(unread("yinjiao").near) == {"CV7", "GV28"}
    assert one("yīnjiāo").code == "CV7"
    assert one("Yínjiāo").code == "GV28"


@pytest.mark.parametrize(
    ("line", "near"),
    [("st360", "ST36"), ("st46", "ST45"), ("zusanly", "ST36"), ("E36", "ST36"), ("hegoo", "LI4")],
)
def test_what_does_not_exist_offers_near_points_and_is_not_changed(line: str, near: str) -> None:
    entry = unread(line)
    assert entry.text == line
    assert near in entry.near


@pytest.mark.parametrize(
    "line",
    [
        "li4 3",
        "li4 l r",
        "gv20 l",
        "ex-hn12 r",
        "st36 x1",
        "st36 x0",
        "st36 x99",
        "st36 0mm",
        "st36 900mm",
        "st36 10mm 20mm",
        "ex-b2 l6",
        "ex-b2 l5-l3",
        "36",
        "b",
        "xyz",
    ],
)
def test_what_cannot_be(line: str) -> None:
    assert unread(line).text == line


def test_one_bad_entry_does_not_spoil_the_others() -> None:
    first, second, third = read_line("st36 b, nonsense, li4", POINTS)
    assert isinstance(first, Entry)
    assert isinstance(second, Unread)
    assert isinstance(third, Entry)


def test_romance_letters_when_chosen() -> None:
    assert one("E36 b", romance=True).code == "ST36"
    assert one("F3 r", romance=True).code == "LR3"
    assert one("P7 b", romance=True).code == "LU7"
    assert one("p7 b").code == "PC7"
    (both,) = read_line("IG4 b", POINTS, romance=True)
    assert isinstance(both, Unread)
    assert both.near == ("SI4", "LI4")
    assert one("IG20 b", romance=True).code == "LI20"


def test_the_letters_chosen_in_settings_hold_where_nothing_else_is_said() -> None:
    points = read_points()
    assert isinstance(read_line("E36", points)[0], Unread)
    points.romance = True
    assert bare(read_line("E36", points)[0]).code == "ST36"
    assert points.meant("F3") == ("LR3",)


def test_an_empty_line_is_an_empty_prescription() -> None:
    assert read_line(" , ;\n ", POINTS) == ()
    assert write_line([]) == ""

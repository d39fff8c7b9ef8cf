"""Prescription lines: read, written, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.points import Point, Side
from acuchart.clinic.prescription import Entry, Unread, read_line, write_line
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


def bare(entry: Entry | Unread) -> Entry:
    assert isinstance(entry, Entry), entry
    return Entry(entry.code, entry.side, entry.needles, entry.depth_mm, "", entry.levels)


@given(st.lists(entries(), max_size=6))
def test_what_was_written_reads_back_the_same(prescription: list[Entry]) -> None:
    line = write_line(prescription)
    assert [bare(entry) for entry in read_line(line, POINTS)] == prescription


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


def test_an_empty_line_is_an_empty_prescription() -> None:
    assert read_line(" , ;\n ", POINTS) == ()
    assert write_line([]) == ""

"""Rows under a hand: sides and needles, depths as typed, reasons, pairs, undo and redo."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.joined_points import row_of
from acuchart.clinic.needling import Needling, Stimulation, needles_expected
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, read_line
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import load
from acuchart.screens.points import editing, keyed, row_details
from acuchart.screens.points.history import History
from acuchart.screens.points.typing_line import last_word, says_side, sure_hit, without_last

POINTS = load().points
BOTH, LEFT, RIGHT, MIDLINE = Side.BOTH, Side.LEFT, Side.RIGHT, Side.MIDLINE


def typed(line: str) -> tuple[Needling, ...]:
    entries = read_line(line, POINTS)
    assert all(isinstance(entry, Entry) for entry in entries), entries
    return tuple(row_of(entry) for entry in entries if isinstance(entry, Entry))


@pytest.mark.parametrize("text", ["abc", "-5", "0", "151", "20 cm", "1,2,3", "8 cun", "mm"])
def test_a_depth_outside_reason_is_refused(text: str) -> None:
    with pytest.raises(ChartTrouble):
        editing.read_depth(text)


@pytest.mark.parametrize(
    ("text", "depth"), [("25", 25), (" 25 mm ", 25), ("12,5", 12.5), ("1.5 cun", 30), ("1寸", 20), ("", None)]
)
def test_a_depth_as_it_is_typed(text: str, depth: float | None) -> None:
    assert editing.read_depth(text) == depth


@pytest.mark.parametrize("words", ["", "short", "   nine letr", "123456789"])
def test_a_reason_needs_ten_letters(words: str) -> None:
    with pytest.raises(ChartTrouble):
        editing.check_reason("LI4", words)


def test_the_same_point_on_the_same_side_is_refused() -> None:
    rows = typed("st36 r")
    for again in ("st36 r", "st36 r 20mm"):
        with pytest.raises(ChartTrouble):
            editing.added(rows, typed(again)[0], POINTS)
    with pytest.raises(ChartTrouble):
        editing.added(typed("st36 b"), typed("st36 l")[0], POINTS)


def test_the_other_side_makes_one_row_for_both() -> None:
    (row,) = editing.added(typed("st36 r 25mm"), typed("st36 l")[0], POINTS)
    assert (row.side, row.needles, row.depth_mm) == (BOTH, 2, 25)


def test_both_sides_take_in_what_stood_alone() -> None:
    rows = editing.added((*typed("st36 l"), *typed("sp6"), *typed("st36 r")), typed("st36 b")[0], POINTS)
    assert [(row.code, row.side) for row in rows] == [("ST36", BOTH), ("SP6", BOTH)]


@pytest.mark.parametrize("how", ["30mm", "45°", "reduce", '"cooling"'])
def test_sides_that_are_needled_differently_keep_a_row_each(how: str) -> None:
    rows = editing.added(typed("st36 r 25mm"), typed(f"st36 l {how}")[0], POINTS)
    assert rows == (*typed("st36 r 25mm"), *typed(f"st36 l {how}"))
    for line in ("st36 b", "st36 b 20mm", f"st36 l {how}", "st36 r"):
        with pytest.raises(ChartTrouble):
            editing.added(rows, typed(line)[0], POINTS)
    with pytest.raises(ChartTrouble):
        editing.added(typed("st36 r 25mm"), typed("st36 b 30mm")[0], POINTS)


@pytest.mark.parametrize(
    ("line", "side", "needles"),
    [
        ("st36 b", RIGHT, 1),
        ("st36 r", BOTH, 2),
        ("ex-hn1", RIGHT, 4),
        ("gv20", LEFT, 1),
        ("ex-b2 l3-l5 b", LEFT, 3),
        ("ex-b2 l3-l5 l", BOTH, 6),
        ("st36 b x4", LEFT, 2),
        ("st36 b x3", LEFT, 1),
    ],
)
def test_needles_follow_the_side(line: str, side: Side, needles: int) -> None:
    (row,) = typed(line)
    changed = editing.with_side(row, POINTS[row.code], side)
    assert changed.needles == needles
    assert changed.side is (side if POINTS[row.code].lies is BOTH else POINTS[row.code].lies)


@given(st.sampled_from(sorted(POINTS)), st.lists(st.sampled_from([LEFT, RIGHT, BOTH]), max_size=5))
def test_a_side_and_back_is_the_same_row(code: str, sides: list[Side]) -> None:
    first = editing.row_for(POINTS[code], BOTH)
    row = first
    for side in (*sides, BOTH):
        row = editing.with_side(row, POINTS[code], side)
        assert row.needles == POINTS[code].spots * POINTS[code].sides_of(row.side)
    assert row == first


def test_side_changes_that_would_double_a_row_are_refused() -> None:
    rows: keyed.Keyed = ((1, typed("st36 l")[0]), (2, typed("st36 r")[0]))
    with pytest.raises(ChartTrouble):
        keyed.altered(rows, 1, lambda row: editing.with_side(row, POINTS[row.code], BOTH))


def test_rows_keep_their_keys() -> None:
    keys = count(1)
    rows: keyed.Keyed = ()
    for line in ("st36 r", "sp6", "st36 l", "gv20"):
        rows = keyed.added(rows, typed(line)[0], POINTS, keys)
    assert [(key, row.code) for key, row in rows] == [(1, "ST36"), (2, "SP6"), (3, "GV20")]
    assert [key for key, _row in row_details.dropped(rows, 3, 0)] == [3, 1, 2]
    assert [key for key, _row in row_details.dropped(rows, 1, 99)] == [2, 3, 1]
    assert row_details.dropped(rows, 42, 0) == rows
    assert needles_expected(keyed.bare(rows)) == 5


@pytest.mark.parametrize(
    ("line", "rounds"),
    [
        ("st36, li4, gv20, te5, bl60, ki3, bl23", [["ST36", "LI4", "GV20", "TE5", "BL60", "KI3"], ["BL23"]]),
        ("bl23, st36, bl57", [["ST36"], ["BL23", "BL57"]]),
        ("bl23, li4, ki3", [["BL23", "LI4", "KI3"]]),
        ("li4, te5", [["LI4", "TE5"]]),
        ("gb20, lr3", [["LR3"], ["GB20"]]),
    ],
)
def test_only_what_lies_beneath_waits_until_the_patient_turns(line: str, rounds: list[list[str]]) -> None:
    rows = tuple(enumerate(typed(line)))
    placed = keyed.bare(row_details.by_position(rows, POINTS, load().body.views_of))
    numbers = sorted({row.round for row in placed})
    assert [[row.code for row in placed if row.round == number] for number in numbers] == rounds


def test_a_reason_counts_for_every_row_of_the_point() -> None:
    rows: keyed.Keyed = ((1, typed("li4 l")[0]), (2, typed("li4 r")[0]), (3, typed("st36")[0]))
    kept = keyed.kept(rows, ("LI4",), "labour is wanted")
    assert [row.kept_because for _key, row in kept] == ["labour is wanted", "labour is wanted", ""]


@pytest.mark.parametrize(
    ("regions", "side"),
    [
        ((), BOTH),
        (("sacrum",), BOTH),
        (("knee-front-right",), RIGHT),
        (("knee-front-left", "sacrum"), LEFT),
        (("knee-front-left", "hip-right"), BOTH),
    ],
)
def test_the_painful_side(regions: tuple[str, ...], side: Side) -> None:
    assert editing.painful_side(regions) is side


def test_pairs_in_their_order_and_a_lone_end() -> None:
    def charged(*places: int) -> tuple[Needling, ...]:
        kinds = [Stimulation.ELECTRICAL if n in places else Stimulation.MANUAL for n in range(6)]
        return tuple(Needling("ST36", LEFT, 1, stimulation=kind) for kind in kinds)

    assert editing.pairs_of(charged(0, 3, 4)) == {0: 1, 3: 1, 4: 0}
    assert editing.pairs_of(charged(2, 5)) == {2: 1, 5: 1}
    assert editing.pairs_of(charged()) == {}


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", ""),
        ("st36 b, ", ""),
        ("st36 b", ""),
        ("st3", "st3"),
        ("st 3", "st 3"),
        ("st 3 l", ""),
        ("st 3l", ""),
        ("st36, xi cleft lung", "xi cleft lung"),
        ("st36, zus", "zus"),
        ("足三", "足三"),
        ("st36 b x4", ""),
    ],
)
def test_what_a_search_is_for(line: str, word: str) -> None:
    assert last_word(line, POINTS) == word


def test_a_hit_that_is_only_alike_is_not_taken_unasked() -> None:
    assert sure_hit("zusan", POINTS["ST36"])
    assert sure_hit("足三", POINTS["ST36"])
    assert sure_hit("zsl", POINTS["ST36"])
    assert sure_hit("syj", POINTS["SP6"])
    assert not sure_hit("zs", POINTS["ST36"])
    assert not sure_hit("hg", POINTS["LI4"])
    assert not sure_hit("zusen", POINTS["ST36"])
    assert not sure_hit("st99", POINTS["ST9"])


def test_the_line_before_a_hit() -> None:
    assert without_last("st36 b, zus") == "st36 b,"
    assert without_last("zus") == ""


def test_whether_an_entry_names_its_side() -> None:
    assert all(says_side(text) for text in ("st36 b", "st36r", "zusanli left", "足三里 双"))
    assert not any(says_side(text) for text in ("st36", "zusanli", "lr3", "gb34 20mm", ""))


@given(st.lists(st.one_of(st.integers(), st.sampled_from(["undo", "redo"])), max_size=40))
def test_undo_and_redo_walk_through_what_was(steps: list[int | str]) -> None:
    history, past, future = History(0), [0], []
    for step in steps:
        if step == "undo":
            if len(past) > 1:
                future.append(past.pop())
            assert history.undo() == past[-1]
        elif step == "redo":
            if future:
                past.append(future.pop())
            assert history.redo() == past[-1]
        else:
            assert isinstance(step, int)
            history.put(step)
            past, future = [*past, step], []
        assert (history.now, history.may_undo, history.may_redo) == (past[-1], len(past) > 1, bool(future))

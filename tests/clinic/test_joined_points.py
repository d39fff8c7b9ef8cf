"""Joined points in a line, and a prescription that reads back as it was written."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.joined_points import read_rows, row_of, write_rows
from acuchart.clinic.needling import (
    Adjunct,
    Current,
    DeQi,
    LeftInPlan,
    NeedleUsed,
    Needling,
    Position,
    Stays,
    Stimulation,
    Technique,
)
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, Unread
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.worked import LONGEST_METHOD, check_method
from acuchart.knowledge import load

POINTS = load().points


def rows_of(line: str) -> tuple[Needling, ...]:
    read = read_rows(line, POINTS)
    assert not [entry for entry in read if isinstance(entry, Unread)], read
    return tuple(row_of(entry) for entry in read if isinstance(entry, Entry))


def _kept(text: str) -> bool:
    return bool(" ".join(text.split()))


LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters='"“”„‟＂')
NAMES = st.text(LETTERS | st.sampled_from(" ,;，、-"), min_size=1, max_size=LONGEST_METHOD).filter(_kept)
METHODS = st.sampled_from(["Threading", "green dragon wags its tail, l", "透天凉"]) | NAMES.map(check_method)
ANGLES = st.sampled_from(
    ["", "15°", "45°", "90°", "oblique", "perpendicular", "Oblique, upward", "60 degrees"]
)
WORKED = st.sampled_from(Technique).map(lambda t: {"technique": t}).filter(
    lambda worked: worked["technique"] is not Technique.OTHER
) | METHODS.map(lambda name: {"technique": Technique.OTHER, "method": name})


@st.composite
def prescriptions(draw: st.DrawFn) -> tuple[Needling, ...]:
    """Rows as a line can say them."""
    rows = []
    for code in draw(st.lists(st.sampled_from(sorted(POINTS)), max_size=8)):
        point = POINTS[code]
        sides = [Side.LEFT, Side.RIGHT, Side.BOTH] if point.lies is Side.BOTH else [point.lies]
        side = draw(st.sampled_from(sides))
        chosen = draw(st.sets(st.sampled_from(point.levels))) if point.levels else set()
        levels = tuple(level for level in point.levels if level in chosen)
        other = draw(st.sampled_from(["", *sorted(POINTS)]))
        rows.append(
            Needling(
                code,
                side,
                draw(st.integers(point.sides_of(side), 60)),
                draw(st.none() | st.integers(1, 1500).map(lambda tenths: tenths / 10)),
                levels=levels,
                angle=draw(ANGLES),
                **draw(WORKED),
                through="" if other == code else other,
            )
        )
    return tuple(rows)


@given(prescriptions())
def test_what_is_written_reads_back_the_same(rows: tuple[Needling, ...]) -> None:
    assert rows_of(write_rows(rows)) == rows


BESIDE = {
    "de_qi": st.sampled_from([DeQi.SOUGHT, DeQi.NOT_SOUGHT]),
    "stimulation": st.sampled_from(Stimulation),
    "kept_because": st.sampled_from(["", "Labour has begun"]),
    "kept_for": st.sampled_from([(), ("Avoid",)]),
    "kept_to_mm": st.none() | st.just(10.0),
    "direction": st.sampled_from(["", "upward"]),
    "obtained": st.none() | st.sampled_from(DeQi),
    "current": st.none() | st.just(Current(1, "2/100")),
    "adjuncts": st.sampled_from([(), (Adjunct.MOXA,), tuple(Adjunct)]),
    "stays": st.none() | st.just(LeftInPlan(Stays.EAR_SEED, "Left ear")),
    "needle": st.none() | st.just(NeedleUsed(0.3, 50.0, "A12")),
    "round": st.integers(1, 3),
    "position": st.sampled_from(Position),
    "copied_from": st.sampled_from(["", "visit 2"]),
    "confirmed": st.booleans(),
}
"""What a line leaves to the row."""


@given(prescriptions(), st.fixed_dictionaries(BESIDE))
def test_a_line_says_all_of_a_row_but_what_is_done_beside_the_needle(
    rows: tuple[Needling, ...], beside: dict[str, Any]
) -> None:
    assert rows_of(write_rows(replace(row, **beside) for row in rows)) == rows
    said = {"code", "side", "needles", "depth_mm", "angle", "technique", "method", "levels", "through"}
    assert said | BESIDE.keys() == {field.name for field in fields(Needling)}


@pytest.mark.parametrize("group", sorted({name for group in POINTS.groups for name in group.names}))
def test_a_group_is_written_out_point_by_point(group: str) -> None:
    rows = rows_of(f"{group} 20mm reduce")
    assert len(rows) > 1
    assert rows_of(write_rows(rows)) == rows


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("li4-li11 threading", [("LI4", "LI11")]),
        ("LI-4 - LI-11 threading b 30mm, st36 r", [("LI4", "LI11"), ("ST36", "")]),
        ("合谷透曲池", [("LI4", "LI11")]),
        ("gv20-ex-hn1 threading", [("GV20", "EX-HN1")]),
        ("zusanli to shangjuxu threaded r", [("ST36", "ST37")]),
        ("ex-hn1, st36", [("EX-HN1", ""), ("ST36", "")]),
    ],
)
def test_joined_points_in_any_spelling(line: str, pairs: list[tuple[str, str]]) -> None:
    assert [(row.code, row.through) for row in rows_of(line)] == pairs


@pytest.mark.parametrize(
    "line",
    [
        "li4 threading",
        "li4-li99 threading",
        "li4-li4 threading",
        "li4-li11 threading st36",
        "threading",
        "-- 透",
    ],
)
def test_what_joins_no_two_points_keeps_what_was_typed(line: str) -> None:
    (read,) = read_rows(line, POINTS)
    assert isinstance(read, Unread)
    assert read.text == line
    assert read.error


@given(st.text(st.sampled_from("li4-11 treadng透to,stb36x mq"), max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    for read in read_rows(text, POINTS):
        assert read.text.strip() or isinstance(read, Unread)


@pytest.mark.parametrize(
    ("line", "worked"),
    [
        ("st36 b reinforce", ("", Technique.REINFORCE, "")),
        ("st36 45° 泻 20mm", ("45°", Technique.REDUCE, "")),
        ("st36 45deg even r", ("45°", Technique.EVEN, "")),
        ('st36 b "Dragon, tiger fight" oblique', ("oblique", Technique.OTHER, "Dragon, tiger fight")),
        ("st36 “Threading”", ("", Technique.OTHER, "Threading")),
        ('li4-li11 threading "Twirling" b', ("", Technique.OTHER, "Twirling")),
    ],
)
def test_angle_and_technique_in_a_line(line: str, worked: tuple[str, Technique, str]) -> None:
    (row,) = rows_of(line)
    assert (row.angle, row.technique, row.method) == worked


@pytest.mark.parametrize(
    "line",
    ["st36 reduce reinforce", 'st36 "a" "b"', "st36 45° 90°", f'st36 "{"a" * 41}"', 'st36 ""', "st36 95°"],
)
def test_what_is_said_twice_is_not_guessed(line: str) -> None:
    (read,) = read_rows(line, POINTS)
    assert isinstance(read, Unread)
    assert read.error


def test_a_method_is_short_and_named() -> None:
    assert check_method('  "Green\n dragon" ') == "'Green dragon'"
    for wrong in ("", "  ", "a" * (LONGEST_METHOD + 1)):
        with pytest.raises(ChartTrouble):
            check_method(wrong)

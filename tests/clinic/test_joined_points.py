"""Joined points in a line, and a prescription that reads back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.joined_points import read_rows, row_of, write_rows
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, Unread
from acuchart.knowledge import load

POINTS = load().points


def rows_of(line: str) -> tuple[Needling, ...]:
    read = read_rows(line, POINTS)
    assert not [found for found in read if isinstance(found.entry, Unread)], read
    return tuple(row_of(found.entry, found.through) for found in read if isinstance(found.entry, Entry))


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
                through="" if other == code else other,
            )
        )
    return tuple(rows)


@given(prescriptions())
def test_what_is_written_reads_back_the_same(rows: tuple[Needling, ...]) -> None:
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
    assert isinstance(read.entry, Unread)
    assert read.entry.text == line
    assert read.entry.error


@given(st.text(st.sampled_from("li4-11 treadng透to,stb36x mq"), max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    for read in read_rows(text, POINTS):
        assert read.entry.text.strip() or isinstance(read.entry, Unread)

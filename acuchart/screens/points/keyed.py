"""Rows of a prescription with keys that stay with them through every change. Knows no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from acuchart.clinic.needling import DeQi, Needling, Stimulation, Technique
from acuchart.clinic.points import Point
from acuchart.screens.points import editing

Keyed = tuple[tuple[int, Needling], ...]


def bare(rows: Keyed) -> editing.Rows:
    """The rows without their keys."""
    return tuple(row for _key, row in rows)


def added(rows: Keyed, new: Needling, points: Mapping[str, Point], keys: Iterator[int]) -> Keyed:
    """The rows with one more, under a new key; the key of a row that is widened to both sides stays.

    Raises:
        ChartTrouble: It is in the list on that side already.
    """
    after = editing.added(bare(rows), new, points)
    if len(after) > len(rows):
        return (*rows, (next(keys), after[-1]))
    first = {row.code: key for key, row in reversed(rows)}
    held = {row: key for key, row in rows}
    return tuple((held.get(row, first[row.code]), row) for row in after)


def altered(rows: Keyed, key: int, change: Callable[[Needling], Needling]) -> Keyed:
    """The rows with one changed.

    Raises:
        ChartTrouble: What `change` raises, or a point would stand twice on one side.
    """
    after = tuple((at, change(row) if at == key else row) for at, row in rows)
    editing.check_sides(bare(after))
    return after


def moved(rows: Keyed, key: int, to: int) -> Keyed:
    """The rows with one taken to another place; a place beyond the ends is the end."""
    left = [pair for pair in rows if pair[0] != key]
    taken = [pair for pair in rows if pair[0] == key]
    at = max(0, min(len(left), to))
    return (*left[:at], *taken, *left[at:])


def kept(rows: Keyed, code: str, reason: str, dangers: tuple[str, ...] = ()) -> Keyed:
    """The rows with the reason why a point stays in spite of the dangers shown, at every row of it.

    An empty reason opens it again.
    """
    return tuple((at, _kept(row, reason, dangers) if row.code == code else row) for at, row in rows)


def _kept(row: Needling, reason: str, dangers: tuple[str, ...]) -> Needling:
    return replace(row, kept_because=reason, kept_for=dangers, kept_to_mm=row.depth_mm if reason else None)


def handled(row: Needling, value: Technique | DeQi | Stimulation | str) -> Needling:
    """The row with a technique, response or stimulation, or else an angle in words."""
    match value:
        case Technique():
            return replace(row, technique=value)
        case DeQi():
            return replace(row, de_qi=value)
        case Stimulation():
            return replace(row, stimulation=value)
    return replace(row, angle=value)

"""Rows of a prescription with keys that stay with them through every change. Knows no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from acuchart.clinic.needling import OBTAINED, DeQi, Needling, Technique
from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Point, Side
from acuchart.clinic.worked import check_method
from acuchart.screens.points import editing
from acuchart.screens.points.details import detailed
from acuchart.screens.points.wishes import Details, Method

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
    held = {row: key for key, row in rows}
    widened = next(key for key, row in rows if row.same_place(new))
    return tuple((held.get(row, widened), row) for row in after)


def holding(rows: Keyed, new: Needling) -> int:
    """The key of the row that holds a point already, of two rows of one point the one on that side.

    Raises:
        StopIteration: It is in no row.
    """
    here = [(key, row) for key, row in rows if row.same_place(new)]
    there = (key for key, row in here if row.side in (new.side, Side.BOTH))
    return next(there, next(key for key, _row in here))


def first_of(rows: Keyed, codes: frozenset[str]) -> int | None:
    """The key of the first row that meets one of these points; None for none."""
    return next((key for key, row in rows if codes & {*row.codes}), None)


def altered(rows: Keyed, key: int, change: Callable[[Needling], Needling]) -> Keyed:
    """The rows with one changed.

    Raises:
        ChartTrouble: What `change` raises, a point would stand twice on one side, or have nothing to do.
    """
    after = tuple((at, change(row) if at == key else row) for at, row in rows)
    editing.check_sides(bare(after))
    editing.check_done(bare(after))
    return after


def kept(rows: Keyed, codes: tuple[str, ...], reason: str, dangers: tuple[str, ...] = ()) -> Keyed:
    """The rows with the reason why a point stays in spite of the dangers shown, at every row that meets it.

    An empty reason opens it again.
    """
    return tuple((at, _kept(row, reason, dangers) if {*row.codes} & {*codes} else row) for at, row in rows)


def _kept(row: Needling, reason: str, dangers: tuple[str, ...]) -> Needling:
    return replace(row, kept_because=reason, kept_for=dangers, kept_to_mm=row.depth_mm if reason else None)


def handled(row: Needling, value: object, points: Points) -> Needling:
    """The row with a technique, response, another method, what its sheet says, or else an angle in words.

    Raises:
        ChartTrouble: Something on the sheet cannot be read, or the name of a method is too long.
    """
    match value:
        case Technique():
            return replace(row, technique=value, method="")
        case Method():
            return replace(row, technique=Technique.OTHER, method=check_method(value.name))
        case DeQi():
            return replace(row, obtained=value) if value in OBTAINED else replace(row, de_qi=value)
        case Details():
            return detailed(row, value, points)
        case str():
            return replace(row, angle=value)
    raise TypeError(f"{type(value).__name__} is nothing a row can hold")


def touched(rows: Keyed, keys: set[int]) -> Keyed:
    """The rows; a copied one that a person changes is confirmed by that."""
    return tuple((at, replace(row, confirmed=True)) if at in keys else (at, row) for at, row in rows)

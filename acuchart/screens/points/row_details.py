"""What the sheets of a row change in a prescription. Pure functions; knows no Qt."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from acuchart.clinic.needling import Current, Needling, Position, Stimulation, pairs_under_current
from acuchart.clinic.points import Point, Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.keyed import Keyed
from acuchart.screens.points.wishes import Stimulated, Turn
from acuchart.words import _

_FREQUENCY = re.compile(r"\d{1,4}(?:[.,]\d)?(?:\s*[/\-]\s*\d{1,4}(?:[.,]\d)?)?")


def stimulated(rows: Keyed, key: int, wish: Stimulated) -> Keyed:
    """The rows with one stimulated in another way; a pair is made, changed and undone as a whole.

    Raises:
        ChartTrouble: Current has no second needle, or its frequency cannot be read.
    """
    charged = wish.how is Stimulation.ELECTRICAL
    ends = {key, wish.partner} if charged else {key}
    freed = _without_pair(rows, ends)
    current = _current(freed, key, wish) if charged else None
    return tuple(
        (
            at,
            replace(
                row,
                stimulation=wish.how if at in ends else row.stimulation,
                current=current if at in ends else row.current,
                adjuncts=wish.adjuncts if at == key else row.adjuncts,
            ),
        )
        for at, row in freed
    )


def _current(rows: Keyed, key: int, wish: Stimulated) -> Current:
    across = wish.partner == key
    if wish.partner not in {at for at, row in rows if not across or may_cross(row)}:
        raise ChartTrouble(_("Current runs between two points. Choose the second one."))
    typed = wish.frequency.strip().lower().removesuffix("hz").strip()
    if typed and not _FREQUENCY.fullmatch(typed):
        raise ChartTrouble(_("Write the frequency in Hz, such as 2 or 2/100."))
    taken = {row.current.pair for _at, row in rows if row.current is not None}
    free = next(n for n in range(1, len(rows) + 2) if n not in taken)
    return Current(free, typed.replace(" ", ""), wish.waveform, wish.intensity.strip(), across)


def may_cross(row: Needling) -> bool:
    """Whether current can run from the left to the right needle of a row."""
    return row.side is Side.BOTH and row.needles > 1


def _without_pair(rows: Keyed, keys: set[int]) -> Keyed:
    """The rows with the pairs of some of them undone, both ends: a lone electrode never stays behind."""
    touched: set[int] = set()
    for places in pairs_under_current([row for _key, row in rows]):
        ends = {rows[place][0] for place in places}
        if ends & keys:
            touched |= ends
    return tuple(
        (at, replace(row, stimulation=Stimulation.MANUAL, current=None)) if at in touched else (at, row)
        for at, row in rows
    )


def partner_of(rows: Keyed, key: int) -> int:
    """Key of the other end of the pair of a row, its own for current from left to right; 0 for none."""
    for places in pairs_under_current([row for _key, row in rows]):
        ends = [rows[place][0] for place in places]
        if key in ends and len(ends) > 1:
            return next((end for end in ends if end != key), key)
    return 0


def turned(rows: Keyed, key: int, turn: Turn) -> Keyed:
    """The rows with one in another round; all of a round share a position, and rounds follow one another."""
    moved = [
        (at, replace(row, round=turn.round, position=turn.position) if at == key else _in(row, turn))
        for at, row in rows
    ]
    return in_rounds(tuple(moved))


def _in(row: Needling, turn: Turn) -> Needling:
    return replace(row, position=turn.position) if row.round == turn.round else row


def in_rounds(rows: Keyed) -> Keyed:
    """The rows round by round in the order they have, numbered from 1 without a gap."""
    numbers = {old: new for new, old in enumerate(sorted({row.round for _at, row in rows}), 1)}
    numbered = [(at, replace(row, round=numbers[row.round])) for at, row in rows]
    return tuple(sorted(numbered, key=lambda pair: pair[1].round))


ARMS = frozenset({"elbow", "forearm", "wrist", "hand", "finger", "thumb"})
"""An arm turns, so what lies on it is reached face up and face down."""
FEET = frozenset({"ankle", "foot", "toe"})
CALVES = frozenset({"leg", "knee"})
BEHIND = "BL"
"""The channel down the back of the leg; the others run at its sides, and are reached face up too."""
CROWN = "head-top"
"""The view of what is reached face up too, although the back view shows it."""


def by_position(rows: Keyed, points: Mapping[str, Point], views_of: Callable[[str], Sequence[str]]) -> Keyed:
    """The rows in two rounds where front and back are both needled: face up first, then turned face down.

    What can be reached either way stays in the first round.
    """
    lies = [_lies(points[row.code], views_of(row.code)) for _at, row in rows]
    if not {Position.FACE_UP, Position.FACE_DOWN} <= set(lies):
        only = next((found for found in lies if found is not Position.NOT_SAID), Position.FACE_UP)
        return tuple((at, replace(row, round=1, position=only)) for at, row in rows)
    sorted_rows = [
        (at, replace(row, round=2, position=Position.FACE_DOWN))
        if found is Position.FACE_DOWN
        else (at, replace(row, round=1, position=Position.FACE_UP))
        for (at, row), found in zip(rows, lies, strict=True)
    ]
    return in_rounds(tuple(sorted_rows))


def _lies(point: Point, views: Sequence[str]) -> Position:
    """How the patient must lie for a point that is seen on these views of the body."""
    front, back = "front" in views, "back" in views
    if front is back or point.region in ARMS:
        return Position.NOT_SAID
    beside = point.region in CALVES and point.channel != BEHIND
    if back and (point.region in FEET or beside or CROWN in views):
        return Position.NOT_SAID
    return Position.FACE_UP if front else Position.FACE_DOWN


def dropped(rows: Keyed, key: int, to: int) -> Keyed:
    """The rows with one taken to another place; it joins the round of the row it comes to lie behind."""
    left = [pair for pair in rows if pair[0] != key]
    taken = next((row for at, row in rows if at == key), None)
    if taken is None:
        return rows
    at = max(0, min(len(left), to))
    beside: Sequence[tuple[int, Needling]] = left[at - 1 : at] if at else left[:1]
    round_, position = (beside[0][1].round, beside[0][1].position) if beside else (1, taken.position)
    return in_rounds((*left[:at], (key, replace(taken, round=round_, position=position)), *left[at:]))

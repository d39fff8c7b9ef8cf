"""What was really needled: the prescription until the needles are in, and from then on the places counted.

A round that was counted in one sum, or whose places do not add up to its count, is taken as prescribed: it is
better to warn of a point too many than of one too few.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from acuchart.clinic.count_sheet import code_of, rounds_of, side_of, total, with_added
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.session_times import every_round
from acuchart.clinic.session_value import Session, SessionState, Spot
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Apart:
    """Where the needles that went in differ from the prescription.

    Attributes:
        added: Places needled that nobody had prescribed.
        skipped: Points prescribed and not needled: a code, or one side of it, such as "ST36 R".
    """

    added: tuple[Spot, ...] = ()
    skipped: tuple[str, ...] = ()


def needled(
    prescription: Iterable[Needling], session: Session | None, midline: Callable[[str], bool]
) -> tuple[Needling, ...]:
    """The rows of the prescription that were needled, as they were, and after them what was added.

    Args:
        prescription: As chosen.
        session: Of the same visit; None before there is one.
        midline: Whether the point with a code lies on the midline.
    """
    rows = tuple(prescription)
    if session is None or not session.all_in:
        return rows
    decisive = _decisive(session)
    place = {its[0].round: number for number, its in enumerate(rounds_of(rows))}
    kept = []
    for row in rows:
        number = place.get(row.round)
        if not row.needles or number is None:
            kept.append(row)
        elif number < len(decisive):
            kept += _as_counted(row, rows, decisive[number], midline)
        elif session.state is not SessionState.CLOSED:
            kept.append(row)
    return with_added(kept, _all_spots(session), midline)


def treated_rows(
    prescription: Iterable[Needling], session: Session, midline: Callable[[str], bool]
) -> tuple[Needling, ...]:
    """What was really done; where no needle went in, only what needs none."""
    rows = needled(prescription, session, midline)
    return rows if session.all_in else tuple(row for row in rows if not row.needles)


def something_done(
    prescription: Iterable[Needling], session: Session, midline: Callable[[str], bool]
) -> bool:
    """Whether the session came to needles, or to what needs none, such as ear seeds."""
    began = session.begun_at is not None or bool(session.rounds)
    return began or bool(treated_rows(prescription, session, midline))


def apart(prescription: Iterable[Needling], session: Session) -> Apart:
    """What was added to the prescription at the table, and what of it was left out."""
    rows = tuple(row for row in prescription if row.needles)
    chosen = {row.code for row in rows}
    there = {row.code: row.side for row in needled(rows, session, lambda _code: False)}
    spots = _all_spots(session) if session.all_in else ()
    added = tuple(
        spot for spot in spots if spot.place != spot.region and spot.needles and code_of(spot) not in chosen
    )
    skipped = dict.fromkeys(place for row in rows if (place := _left_out(row, there)))
    return Apart(added, tuple(skipped))


def _left_out(row: Needling, there: Mapping[str, Side]) -> str:
    """What of a row was not needled; empty where all of it was."""
    if row.code not in there:
        return row.code
    other = {Side.LEFT: "R", Side.RIGHT: "L"}.get(there[row.code]) if row.side is Side.BOTH else None
    return f"{row.code} {other}" if other else ""


def apart_words(prescription: Iterable[Needling], session: Session) -> str:
    """The same as it stands in the note; empty where all went as prescribed."""
    told = apart(prescription, session)
    added = ", ".join(dict.fromkeys(spot.place for spot in told.added))
    said = [
        _("Added at the table: {points}.").format(points=added) if added else "",
        _("Not needled: {points}.").format(points=", ".join(told.skipped)) if told.skipped else "",
    ]
    return " ".join(sentence for sentence in said if sentence)


def _as_counted(
    row: Needling, rows: tuple[Needling, ...], places: tuple[Spot, ...], midline: Callable[[str], bool]
) -> tuple[Needling, ...]:
    """The row as it was needled in its round; nothing where it was left out."""
    if not places:
        return (row,)
    spots = [spot for spot in places if code_of(spot) == row.code and spot.needles]
    if not spots or sum(other.code == row.code for other in rows) > 1:
        return (row,) if spots else ()
    sides = {side_of(spot, midline(row.code)) for spot in spots}
    return (replace(row, needles=total(spots), side=sides.pop() if len(sides) == 1 else Side.BOTH),)


def _decisive(session: Session) -> list[tuple[Spot, ...]]:
    """The places of each round; none where they do not say all: counted otherwise, or still going in."""
    places = [past.in_at if total(past.in_at) == past.count_in else () for past in every_round(session)]
    if session.state is SessionState.GOING_IN:
        places[-1] = ()
    return places


def _all_spots(session: Session) -> tuple[Spot, ...]:
    return tuple(spot for past in every_round(session) for spot in past.in_at)

"""What patients go home with on purpose, until somebody writes that it is out.

Needles settled as left in at the count, and the press needles and ear seeds of the prescription that were
really put in. The slip tells the patient of exactly these, and the board brings exactly these back.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from acuchart.clinic.count_sheet import code_of, rounds_of, total
from acuchart.clinic.needled import treated_rows
from acuchart.clinic.needling import STAYS_WORDS, Needling, Stays
from acuchart.clinic.session_times import every_round
from acuchart.clinic.session_value import Fate, Session
from acuchart.words import _, ngettext

ALL_OUT = 10_000
"""A number no stay has: written beside the last removal of a session, so that nobody looks at it again."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """That something left in on purpose was removed.

    Attributes:
        settlement: Number of the stay in its session, as `Stay` counts them, or `ALL_OUT`.
    """

    id: UUID
    session_id: UUID
    settlement: int
    by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Stay:
    """Something a patient goes home with.

    Attributes:
        number: Place of the settlement in the session, from 0; a row of the prescription counts on behind the
            settlements. Neither changes any more once the session is closed.
        needles: 0 for what is no needle.
        kind: What was planned to stay; None for a needle settled at the count.
        place: Where exactly, in words.
        remove_on: None while nobody said on which day it comes out.
    """

    number: int
    point: str
    needles: int
    remove_on: date | None
    kind: Stays | None = None
    place: str = ""

    def due(self, today: date) -> bool:
        """Whether it should be out by now, or nobody knows."""
        return self.remove_on is None or self.remove_on <= today


@dataclass(frozen=True, slots=True)
class LeftIn:
    """What a patient went home with, as the board shows it.

    Attributes:
        patient_name: Greeting name and initial.
        stay: None for the front desk: it sees that somebody is to be asked, and not why.
        day: On which it comes out.
        overdue: Whether that day has passed, or was never said.
    """

    session_id: UUID
    number: int
    visit_id: UUID
    patient_id: UUID
    patient_name: str
    stay: Stay | None
    day: date | None
    overdue: bool


def stays(
    prescription: Iterable[Needling], session: Session, midline: Callable[[str], bool]
) -> tuple[Stay, ...]:
    """What the patient goes home with.

    A needle settled at the count stands for the planned one at its point: that was written later. A planned
    one counts as left in unless places counted one by one say that it did not go in, or that it came out.
    """
    rows = tuple(prescription)
    told = [
        Stay(number, settled.point, settled.needles, settled.remove_on)
        for number, settled in enumerate(session.settlements)
        if settled.fate is Fate.LEFT_IN
    ]
    settled_at = {stay.point for stay in told}
    there = {(row.code, row.stays) for row in treated_rows(rows, session, midline)}
    for number, row in enumerate(rows, start=len(session.settlements)):
        what = row.stays
        if what is None or not row.confirmed or (row.code, what) not in there:
            continue
        needles = row.needles if what.kind is Stays.PRESS_NEEDLE else 0
        if needles and (row.code in settled_at or _came_out(row.code, session)):
            continue
        told.append(Stay(number, row.code, needles, what.remove_on, what.kind, what.place.strip()))
    return tuple(told)


def press_needles(prescription: Iterable[Needling]) -> tuple[int, ...]:
    """How many needles are meant to go home with the patient, round by round."""
    return tuple(
        sum(
            row.needles
            for row in its
            if row.confirmed and row.stays is not None and row.stays.kind is Stays.PRESS_NEEDLE
        )
        for its in rounds_of(prescription)
    )


def still_to_settle(planned: tuple[int, ...], session: Session) -> int:
    """Press needles of this round that are meant to stay, and are not settled as left in yet."""
    of_round = planned[session.round - 1 : session.round]
    settled = (s.needles for s in session.settlements if s.round == session.round and s.fate is Fate.LEFT_IN)
    return max(0, sum(of_round) - sum(settled))


def stay_words(stay: Stay) -> str:
    """What stays and where, such as "Press needle, left ear"."""
    if stay.kind is not None:
        return f"{_(STAYS_WORDS[stay.kind])}, {stay.place or stay.point}"
    needles = ngettext("{n} needle at {point}", "{n} needles at {point}", stay.needles)
    return needles.format(n=stay.needles, point=stay.point)


def _came_out(code: str, session: Session) -> bool:
    """Whether as many came out at the point as went in, both counted place by place."""
    went_in = came_out = 0
    for past in every_round(session):
        if total(past.in_at) != past.count_in or total(past.out_at) != past.count_out:
            return False
        went_in += total(spot for spot in past.in_at if code_of(spot) == code)
        came_out += total(spot for spot in past.out_at if code_of(spot) == code)
    return 0 < went_in <= came_out

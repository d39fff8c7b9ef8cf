"""What stands in the way of needling and of signing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.needling import Needling
from acuchart.clinic.session import Session
from acuchart.clinic.visit import SERIOUS, KeptDanger, Reaction, Reactions, RedFlagAnswer, Visit

SHORTEST_REASON = 10
"""Letters a written reason needs at least."""


class Check(StrEnum):
    """The checks before a signature, in the order they are shown."""

    COMPLAINT = "complaint"
    NEEDLES_OUT = "needles_out"
    NOT_NEEDLED = "not_needled"
    PATTERN = "pattern"
    CAUTIONS = "cautions"
    RED_FLAGS = "red_flags"
    REACTIONS = "reactions"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check, with its figure such as "7 of 7"; every open one blocks the signature."""

    check: Check
    done: bool
    figure: str = ""


def open_dangers(prescription: Iterable[Needling], cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Dangers at a point that nobody has settled by removing it or by a reason written for that danger."""
    rows = tuple(prescription)
    return tuple(
        caution
        for caution in cautions
        if caution.level is Level.DANGER
        and caution.point is not None
        and not _answered_at_every_row(caution, rows)
    )


def dangers_of_patient(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Dangers that concern no single point; one that a red flag of today tells of is settled with that."""
    return tuple(c for c in cautions if c.level is Level.DANGER and c.point is None and not c.red_flagged)


def open_dangers_of_patient(cautions: Iterable[Caution], kept: Iterable[KeptDanger]) -> tuple[Caution, ...]:
    """Those of them that nobody wrote a reason for."""
    answered = {written.danger for written in kept}
    return tuple(danger for danger in dangers_of_patient(cautions) if danger.reason not in answered)


def standing_dangers(row: Needling, cautions: Iterable[Caution]) -> tuple[str, ...]:
    """The dangers at a point and where it is threaded to, in their own words."""
    return tuple(c.reason for c in cautions if c.level is Level.DANGER and c.point in row.codes)


def with_answers(
    rows: Iterable[Needling], before: Iterable[Needling], cautions: Iterable[Caution]
) -> tuple[Needling, ...]:
    """The rows as they are to be kept, each with the dangers its reason answers.

    A row is what it was before on its side, or else the row of that point the same reason was written for:
    a point that changes its side takes the reason along, and answers no more with it than before.

    Args:
        rows: As a person left them.
        before: As last kept.
        cautions: What stands against the rows as they are now.
    """
    held, told = tuple(before), tuple(cautions)
    return tuple(answering(row, _earlier(row, held), told) for row in rows)


def _earlier(row: Needling, held: tuple[Needling, ...]) -> Needling | None:
    same = [other for other in held if other.code == row.code]
    here = next((o for o in same if (o.side, o.levels) == (row.side, row.levels)), None)
    if here is not None and here.kept_because == row.kept_because:
        return here
    return next((other for other in same if other.kept_because == row.kept_because), here)


def answering(row: Needling, before: Needling | None, cautions: Iterable[Caution]) -> Needling:
    """A row with the dangers its reason answers: never one that nobody could have seen when it was written.

    Args:
        row: As it is to be kept.
        before: The same point on the same side as last kept, if it was there.
        cautions: What stands against the rows as they are now.
    """
    if not row.kept_because.strip():
        return replace(row, kept_for=(), kept_to_mm=None)
    standing = standing_dangers(row, cautions)
    if row.kept_for:
        return replace(row, kept_for=tuple(danger for danger in row.kept_for if danger in standing))
    if before is not None and before.kept_because == row.kept_because:
        return replace(row, kept_for=before.kept_for, kept_to_mm=before.kept_to_mm)
    return replace(row, kept_for=standing, kept_to_mm=row.depth_mm)


def as_chosen(rows: Iterable[Needling]) -> tuple[Needling, ...]:
    """The rows without what may still be written when the needles are out: responses, and reasons."""
    return tuple(replace(row, obtained=None, kept_because="", kept_for=(), kept_to_mm=None) for row in rows)


def answers(row: Needling, danger: str) -> bool:
    """Whether the reason of a row was written for that danger, and for a needle no less deep."""
    deeper = row.depth_mm is not None and row.kept_to_mm is not None and row.depth_mm > row.kept_to_mm
    return bool(row.kept_because.strip()) and danger in row.kept_for and not deeper


def _answered_at_every_row(caution: Caution, rows: tuple[Needling, ...]) -> bool:
    """A caution names no side, so every row of its point has to answer it."""
    at_point = [row for row in rows if caution.point in row.codes]
    return bool(at_point) and all(answers(row, caution.reason) for row in at_point)


def open_red_flags(answers: Iterable[RedFlagAnswer]) -> tuple[RedFlagAnswer, ...]:
    """Red flags that are present and have no recorded decision."""
    return tuple(answer for answer in answers if answer.present and not answer.decision.strip())


def checks_before_signing(
    visit: Visit,
    complaint: str,
    session: Session | None,
    cautions: tuple[Caution, ...],
    kept: tuple[KeptDanger, ...],
) -> tuple[Checked, ...]:
    """Every check with its outcome; the visit can be signed when all are done."""
    dangers = open_dangers(visit.prescription, cautions) + open_dangers_of_patient(cautions, kept)
    return (
        Checked(Check.COMPLAINT, bool(complaint.strip())),
        _needles(session),
        Checked(Check.NOT_NEEDLED, _points_accounted_for(visit, session)),
        Checked(Check.PATTERN, visit.assessment.confirmed_at is not None),
        Checked(Check.CAUTIONS, not dangers, str(len(dangers)) if dangers else ""),
        Checked(Check.RED_FLAGS, not open_red_flags(visit.red_flags)),
        Checked(Check.REACTIONS, _reactions_told(visit.reactions)),
    )


def _reactions_told(reactions: Reactions) -> bool:
    """Answered, and described where the word alone says too little."""
    silent = SERIOUS | {Reaction.OTHER}
    return reactions.answered and (bool(reactions.words.strip()) or not silent & set(reactions.kinds))


def _points_accounted_for(visit: Visit, session: Session | None) -> bool:
    """Points were needled, or somebody wrote why they were not, or there are none."""
    if not visit.prescription:
        return True
    if session is None or session.closed_at is None:
        return False
    return session.begun_at is not None or bool(session.corrections)


def _needles(session: Session | None) -> Checked:
    if session is None:
        return Checked(Check.NEEDLES_OUT, True, "0")
    done = session.closed_at is not None
    return Checked(Check.NEEDLES_OUT, done, f"{session.all_in - max(session.missing, 0)}/{session.all_in}")

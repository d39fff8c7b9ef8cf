"""What stands in the way of needling and of signing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.cautions import Caution
from acuchart.clinic.needling import Needling
from acuchart.clinic.session import Session
from acuchart.clinic.visit import SERIOUS, Reaction, Reactions, RedFlagAnswer, Visit


class Check(StrEnum):
    """The checks before a signature, in the order they are shown."""

    COMPLAINT = "complaint"
    NEEDLES_OUT = "needles_out"
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
    """Dangers at a point that nobody has settled by removing it or by a written reason."""
    kept = {row.code for row in prescription if row.kept_because.strip()}
    return tuple(c for c in cautions if c.level == "danger" and c.point is not None and c.point not in kept)


def open_red_flags(answers: Iterable[RedFlagAnswer]) -> tuple[RedFlagAnswer, ...]:
    """Red flags that are present and have no recorded decision."""
    return tuple(answer for answer in answers if answer.present and not answer.decision.strip())


def checks_before_signing(
    visit: Visit, complaint: str, session: Session | None, cautions: tuple[Caution, ...]
) -> tuple[Checked, ...]:
    """Every check with its outcome; the visit can be signed when all are done."""
    dangers = open_dangers(visit.prescription, cautions)
    return (
        Checked(Check.COMPLAINT, bool(complaint.strip())),
        _needles(session),
        Checked(Check.PATTERN, visit.assessment.confirmed_at is not None),
        Checked(Check.CAUTIONS, not dangers, str(len(dangers)) if dangers else ""),
        Checked(Check.RED_FLAGS, not open_red_flags(visit.red_flags)),
        Checked(Check.REACTIONS, _reactions_told(visit.reactions)),
    )


def _reactions_told(reactions: Reactions) -> bool:
    """Answered, and described where the word alone says too little."""
    silent = SERIOUS | {Reaction.OTHER}
    return reactions.answered and (bool(reactions.words.strip()) or not silent & set(reactions.kinds))


def _needles(session: Session | None) -> Checked:
    if session is None:
        return Checked(Check.NEEDLES_OUT, True, "0")
    done = session.closed_at is not None
    return Checked(
        Check.NEEDLES_OUT, done, f"{session.count_in - max(session.missing, 0)}/{session.count_in}"
    )

"""What went wrong at the table: a reaction, how bad it was, what was done, and when to ask again."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import REACTION_WORDS, SERIOUS, Reaction
from acuchart.words import N_, _

SHORTEST_ACCOUNT = 10
"""Letters of what was done, so that it says something."""

BY_FREQUENCY = (
    Reaction.BLEEDING,
    Reaction.BRUISE,
    Reaction.PAIN,
    Reaction.FAINT,
    Reaction.TIREDNESS,
    Reaction.STUCK_NEEDLE,
    Reaction.BROKEN_NEEDLE,
    Reaction.BURN,
    Reaction.PNEUMOTHORAX,
    Reaction.OTHER,
)
"""The most frequent first, so that one key is usually enough."""


class Severity(StrEnum):
    """How bad it was."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


SEVERITY_WORDS = {
    Severity.MILD: N_("Mild"),
    Severity.MODERATE: N_("Moderate"),
    Severity.SEVERE: N_("Severe"),
}

FAINT_STEPS = (
    N_("Needles out first, and count them"),
    N_("Lay the patient flat, legs raised"),
    N_("Loosen tight clothes, fresh air"),
    N_("Stay beside the patient until they are well"),
    N_("Not better soon, or not awake: call an ambulance"),
)
"""Unsourced background of first aid; a clinic keeps its own sheet beside it."""


@dataclass(frozen=True, slots=True)
class AdverseEvent:
    """One reaction of one visit.

    Attributes:
        done: What was done, in the practitioner's words.
        follow_up_on: The day on which somebody asks again; None where nobody needs to.
        followed_up_at: When that was done.
    """

    id: UUID
    visit_id: UUID
    kind: Reaction
    severity: Severity
    done: str
    by: UUID
    at: datetime
    follow_up_on: date | None = None
    followed_up_at: datetime | None = None
    followed_up_by: UUID | None = None
    version: int = 0

    @property
    def open(self) -> bool:
        """Whether somebody still has to ask again."""
        return self.follow_up_on is not None and self.followed_up_at is None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A reaction that comes back on the board.

    Attributes:
        patient_name: Greeting name and initial.
        overdue: Whether its day has passed.
    """

    event: AdverseEvent
    patient_id: UUID
    patient_name: str
    overdue: bool


def check_event(event: AdverseEvent, today: date) -> AdverseEvent:
    """The event, if it says enough.

    Raises:
        ChartTrouble: What was done is missing, a serious one has no day on which somebody asks again, or
            that day lies in the past.
    """
    if len(event.done.strip()) < SHORTEST_ACCOUNT:
        raise ChartTrouble(_("Write what was done, in at least {n} letters.").format(n=SHORTEST_ACCOUNT))
    serious = event.kind in SERIOUS or event.severity is Severity.SEVERE
    if serious and event.follow_up_on is None:
        raise ChartTrouble(_("Write on which day somebody asks again."))
    if event.follow_up_on is not None and event.follow_up_on < today:
        raise ChartTrouble(_("The day on which somebody asks again lies in the past."))
    return event


def event_words(event: AdverseEvent) -> str:
    """One line for the note, such as "Faint, mild: needles out, lay flat"."""
    kind, severity = _(REACTION_WORDS[event.kind]), _(SEVERITY_WORDS[event.severity]).lower()
    return _("{kind} ({severity}): {done}").format(kind=kind, severity=severity, done=event.done.strip())

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

WHO_FAINTING = N_("WHO, Guidelines on Basic Training and Safety in Acupuncture, 1999, II 3.3")
HABIT = N_("habit of clinics, no published source")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and where it comes from."""

    words: str
    source: str


FAINT_STEPS = (
    Step(N_("Needles out first, and count them"), WHO_FAINTING),
    Step(N_("Lay the patient flat, legs raised"), WHO_FAINTING),
    Step(N_("Loosen tight clothes, fresh air"), HABIT),
    Step(N_("Stay beside the patient until they are well"), HABIT),
    Step(N_("Not better soon, or not awake: call an ambulance"), WHO_FAINTING),
)
"""What is done when somebody faints, in order; a clinic keeps its own sheet beside it."""


def faint_sources() -> str:
    """Where the steps come from, such as "Steps 1, 2, 5: WHO ...; steps 3, 4: habit of clinics"."""
    told: dict[str, list[str]] = {}
    for number, step in enumerate(FAINT_STEPS, start=1):
        told.setdefault(step.source, []).append(str(number))
    parts = (
        _("steps {numbers}: {source}").format(numbers=", ".join(numbers), source=_(source))
        for source, numbers in told.items()
    )
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


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

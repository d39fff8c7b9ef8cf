"""A course of care: one complaint treated over a series of visits."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

CHRONIC_AFTER = timedelta(days=92)
"""More than three months makes it chronic pain (ICD-11 MG30)."""

SCORE = range(11)


class Mechanism(StrEnum):
    """How the pain is kept up, as far as it was assessed (IASP terms)."""

    NOCICEPTIVE = "nociceptive"
    NEUROPATHIC = "neuropathic"
    NOCIPLASTIC = "nociplastic"
    MIXED = "mixed"
    NOT_ASSESSED = "not_assessed"


MECHANISM_WORDS = {
    Mechanism.NOCICEPTIVE: N_("nociceptive"),
    Mechanism.NEUROPATHIC: N_("neuropathic"),
    Mechanism.NOCIPLASTIC: N_("nociplastic"),
    Mechanism.MIXED: N_("mixed"),
    Mechanism.NOT_ASSESSED: N_("not assessed"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """What the patient wants, with how it is measured.

    Attributes:
        words: The goal in plain words.
        measure: How it is counted, such as "how well, 0 to 10" or "nights a week".
        first: The figure at the first visit, None until it was asked.
        now: The figure last asked, None until it was asked; it follows the scores and is never guessed.
        aim: The figure aimed at.
    """

    id: UUID
    words: str
    measure: str
    first: float | None = None
    now: float | None = None
    aim: float | None = None

    @property
    def named(self) -> bool:
        """Whether it says what is wanted; before that it is only begun."""
        return bool(self.words.strip())

    @property
    def begun(self) -> bool:
        """Whether anything of it was typed."""
        return any((self.words, self.measure)) or (self.first, self.now, self.aim) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the schedule: so many visits a week, for so many weeks."""

    visits_a_week: int
    weeks: int

    @property
    def visits(self) -> int:
        """How many visits the phase holds."""
        return self.visits_a_week * self.weeks


@dataclass(frozen=True, slots=True)
class Schedule:
    """The visits agreed upon.

    Attributes:
        phases: One or two phases, in order.
        review_visit: Number of the visit at which patient and practitioner look back, None when none is set.
        minutes: Length of a visit.
        maintenance: What follows, in own words (monthly, as needed).
    """

    phases: tuple[Phase, ...] = (Phase(2, 4), Phase(1, 2))
    review_visit: int | None = 8
    minutes: int = 45
    maintenance: str = ""

    @property
    def visits(self) -> int:
        """How many visits the schedule holds."""
        return sum(phase.visits for phase in self.phases)

    def dates(self, first: date) -> tuple[date, ...]:
        """A date for each visit, spread evenly over the weeks from the first one on.

        The days of the week come round again each week, and a later phase begins one of its own steps after
        the last visit before it.
        """
        found: list[date] = []
        for phase in self.phases:
            step = 7 / phase.visits_a_week
            start = found[-1] + timedelta(days=_days(step)) if found else first
            found += [start + timedelta(days=_days(step * i)) for i in range(phase.visits)]
        return tuple(found)


def _days(exact: float) -> int:
    """Whole days, halves always up: twice a week is Tuesday and Friday in every week."""
    return int(exact + 0.5)


@dataclass(frozen=True, slots=True)
class Course:
    """One complaint treated over a series of visits.

    Attributes:
        complaint: In the patient's words or the practitioner's.
        regions: Body-chart region ids where it hurts.
        onset: When it began, None when not known.
    """

    id: UUID
    patient_id: UUID
    complaint: str
    opened_at: datetime
    regions: tuple[str, ...] = ()
    onset: date | None = None
    mechanism: Mechanism = Mechanism.NOT_ASSESSED
    goals: tuple[Goal, ...] = ()
    schedule: Schedule = Schedule()
    closed_at: datetime | None = None
    version: int = 0

    def chronic(self, on: date) -> bool | None:
        """Whether the pain has lasted more than three months; None when the onset is not known."""
        return None if self.onset is None else on - self.onset > CHRONIC_AFTER


@dataclass(frozen=True, slots=True)
class Complaint:
    """What hurts, where, since when and how it is kept up: the part of a course that is written as one."""

    words: str
    regions: tuple[str, ...] = ()
    onset: date | None = None
    mechanism: Mechanism = Mechanism.NOT_ASSESSED

    @classmethod
    def of(cls, course: Course) -> "Complaint":
        """The complaint of a course."""
        return cls(course.complaint, course.regions, course.onset, course.mechanism)


def check_complaint(words: str) -> str:
    """The complaint without stray space, or trouble when it is empty."""
    if not words.strip():
        raise ChartTrouble(_("Say what the course of care is for."))
    return words.strip()


def check_onset(onset: date | None, born: date, today: date) -> date | None:
    """The onset, or trouble when it lies before birth or in the future."""
    if onset is not None and not born <= onset <= today:
        raise ChartTrouble(_("The pain must have begun between birth and today."))
    return onset


def check_score(score: int | None) -> int | None:
    """A pain score from 0 to 10, or None when it was not asked."""
    if score is not None and score not in SCORE:
        raise ChartTrouble(_("Pain is a whole number from 0 to 10."))
    return score


def check_schedule(schedule: Schedule) -> Schedule:
    """The schedule, or trouble when it holds no visit or more than a year of them."""
    for phase in schedule.phases:
        if not (1 <= phase.visits_a_week <= 7 and 1 <= phase.weeks <= 52):
            raise ChartTrouble(_("Visits are 1 to 7 a week, for 1 to 52 weeks."))
    if not schedule.phases:
        raise ChartTrouble(_("Set at least one phase of visits."))
    return schedule

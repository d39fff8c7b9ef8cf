"""A visit: one appointment in a course of care, from check-in to signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from acuchart.clinic.findings import Observation
from acuchart.clinic.needling import Needling
from acuchart.words import N_

NO_WORDS: Mapping[str, str] = MappingProxyType({})
PULSE_RATES = range(20, 251)
"""Beats a minute that a living person can have."""


class Reaction(StrEnum):
    """Adverse reactions, in order of how often they are seen."""

    BRUISE = "bruise"
    BLEEDING = "bleeding"
    PAIN = "pain"
    FAINT = "faint"
    TIREDNESS = "tiredness"
    STUCK_NEEDLE = "stuck_needle"
    BROKEN_NEEDLE = "broken_needle"
    SKIN_MARK = "skin_mark"
    BURN = "burn"
    PNEUMOTHORAX = "pneumothorax"
    OTHER = "other"


REACTION_WORDS = {
    Reaction.BRUISE: N_("Bruise"),
    Reaction.BLEEDING: N_("Bleeding"),
    Reaction.PAIN: N_("Pain after"),
    Reaction.FAINT: N_("Faint"),
    Reaction.TIREDNESS: N_("Tiredness"),
    Reaction.STUCK_NEEDLE: N_("Stuck needle"),
    Reaction.BROKEN_NEEDLE: N_("Bent or broken needle"),
    Reaction.SKIN_MARK: N_("Skin mark"),
    Reaction.BURN: N_("Burn"),
    Reaction.PNEUMOTHORAX: N_("Suspected pneumothorax"),
    Reaction.OTHER: N_("Other"),
}
SERIOUS = frozenset({Reaction.BROKEN_NEEDLE, Reaction.BURN, Reaction.PNEUMOTHORAX})


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What the patient says on arrival; None and empty mean not asked."""

    pain_now: int | None = None
    pain_worst: int | None = None
    pain_average: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A finding of an earlier visit that was copied and waits for a person; it is none of today's.

    Attributes:
        visit: Number of the visit it comes from.
    """

    observation: Observation
    visit: int


@dataclass(frozen=True, slots=True)
class Examination:
    """The findings of one visit and free words beside their groups.

    Attributes:
        from_form: Ids of the findings that are the patient's answers on an accepted form.
        carried: What was copied from an earlier visit and not confirmed; no ledger and no note reads it.
        pulse_rate: Beats a minute, None until they were counted.
    """

    observations: tuple[Observation, ...] = ()
    words: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)
    from_form: tuple[str, ...] = ()
    carried: tuple[Carried, ...] = ()
    pulse_rate: int | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row of the pattern ledger as it stood on the screen when the practitioner chose."""

    pattern: str
    for_: tuple[str, ...]
    against: tuple[str, ...]
    not_asked: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the practitioner decided, and what the ledger showed at that moment.

    Attributes:
        primary: Slug of a pattern, or the practitioner's own words.
        confirmed_at: None until the practitioner confirmed it.
    """

    primary: str = ""
    secondary: tuple[str, ...] = ()
    words: str = ""
    confirmed_at: datetime | None = None
    confirmed_by: UUID | None = None
    ledger_shown: tuple[LedgerRow, ...] = ()

    @property
    def reopened(self) -> "Assessment":
        """The same choice, to be confirmed anew."""
        return replace(self, confirmed_at=None, confirmed_by=None, ledger_shown=())


@dataclass(frozen=True, slots=True)
class Reactions:
    """Adverse reactions of a visit.

    Attributes:
        answered: False until someone said which, or that there was none.
        words: Where, size, what was done, was the patient told.
    """

    answered: bool = False
    kinds: tuple[Reaction, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class RedFlagAnswer:
    """A red flag that was asked, with what was decided where it is present."""

    flag_id: str
    present: bool
    decision: str = ""


@dataclass(frozen=True, slots=True)
class KeptDanger:
    """A danger of the whole patient, in its own words, and why the patient is needled all the same."""

    danger: str
    because: str


@dataclass(frozen=True, slots=True)
class NoteWords:
    """Free text added to each part of the note."""

    subjective: str = ""
    objective: str = ""
    assessment: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who locked the visit, when, and the fingerprint of the note as it read then."""

    by: UUID
    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Addendum:
    """A later, dated addition to a signed visit."""

    id: UUID
    visit_id: UUID
    by: UUID
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment, whole.

    Attributes:
        number: 1 for the first visit of the course.
        room: Label of the treatment room, empty until one was given.
        signature: None while the visit is a draft; a signed visit never changes.
    """

    id: UUID
    patient_id: UUID
    course_id: UUID
    number: int
    practitioner_id: UUID
    arrived_at: datetime
    room: str = ""
    check_in: CheckIn = CheckIn()
    examination: Examination = field(default_factory=Examination)
    red_flags: tuple[RedFlagAnswer, ...] = ()
    assessment: Assessment = Assessment()
    prescription: tuple[Needling, ...] = ()
    reactions: Reactions = Reactions()
    note_words: NoteWords = NoteWords()
    signature: Signature | None = None
    version: int = 0

    @property
    def points(self) -> tuple[Needling, ...]:
        """The prescription without rows that were copied and nobody confirmed yet."""
        return tuple(row for row in self.prescription if row.confirmed)

    @property
    def signed(self) -> bool:
        """Whether the visit is locked."""
        return self.signature is not None

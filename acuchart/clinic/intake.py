"""A form a patient filled, and what the practitioner made of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class IntakeState(StrEnum):
    """How far a form has come."""

    HANDED_OUT = "handed_out"
    COMPLETED = "completed"
    ACCEPTED = "accepted"


class Settled(StrEnum):
    """What the practitioner did with an answer that matters before needling."""

    CAUTION_ADDED = "caution_added"
    NOT_A_CONCERN = "not_a_concern"
    REFERRED = "referred"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class AnswerSettled:
    """One answer dealt with; `reason` is required where it is no concern."""

    link_id: str
    how: Settled
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One filling of a form.

    Attributes:
        form: Canonical name and version of the Questionnaire, such as ``first-visit|1``.
        answers: The QuestionnaireResponse as JSON text.
    """

    id: UUID
    patient_id: UUID
    form: str
    handed_out_at: datetime
    answers: str = "{}"
    state: IntakeState = IntakeState.HANDED_OUT
    completed_at: datetime | None = None
    accepted_at: datetime | None = None
    accepted_by: UUID | None = None
    settled: tuple[AnswerSettled, ...] = ()
    version: int = 0

"""A form on its way: in the patient's hands, and on the desk's list of the day."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from acuchart.clinic.forms import Answers, Questionnaire
from acuchart.clinic.intake import Intake, IntakeState


@dataclass(frozen=True, slots=True)
class Filling:
    """A form as it is handed to a patient, with what was answered so far.

    Attributes:
        clinic: Name of the clinic, for the head of the page.
    """

    intake: Intake
    questionnaire: Questionnaire
    answers: Answers
    clinic: str


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A form of the day as everybody may see it: whose, which and how far; never an answer."""

    intake_id: UUID
    patient_id: UUID
    patient_name: str
    patient_number: str
    title: str
    handed_out_at: datetime
    state: IntakeState
    completed_at: datetime | None = None

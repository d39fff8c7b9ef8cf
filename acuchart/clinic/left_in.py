"""Needles left in on purpose when a patient went home, until somebody writes that they are out."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TakenOut:
    """That needles left in on purpose were removed.

    Attributes:
        settlement: Place of their settlement in the session, from 0.
    """

    id: UUID
    session_id: UUID
    settlement: int
    by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class LeftIn:
    """Needles a patient went home with.

    Attributes:
        settlement: Place of the settlement in the session, from 0.
        patient_name: Greeting name and initial.
        overdue: Whether the day on which they should have come out has passed.
    """

    session_id: UUID
    settlement: int
    visit_id: UUID
    patient_id: UUID
    patient_name: str
    point: str
    needles: int
    remove_on: date
    overdue: bool

"""The print queue at the front desk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PrintState(StrEnum):
    """Where a print job stands."""

    READY = "ready"
    PRINTED = "printed"
    FAULT = "fault"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An issued paper waiting to be printed.

    Attributes:
        fault: What went wrong, in a sentence; empty unless the state says so.
    """

    id: UUID
    patient_id: UUID
    patient_name: str
    record_number: str
    plan_id: UUID
    title: str
    pages: int
    queued_at: datetime
    state: PrintState = PrintState.READY
    printed_at: datetime | None = None
    fault: str = ""
    version: int = 0

"""What stands above every step of a visit: the patient, the risks, and how far the visit is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from acuchart.clinic.flags import Flags
from acuchart.clinic.people import Patient


@dataclass(frozen=True, slots=True)
class VisitDone:
    """Which steps of a visit are done.

    Attributes:
        findings: The pattern is confirmed.
        points: There is a prescription, and no danger in it waits to be settled.
        needling: Every needle is accounted for.
        plan: A plan of this visit was issued.
        sign: The visit is locked.
    """

    findings: bool = False
    points: bool = False
    needling: bool = False
    plan: bool = False
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The patient bar.

    Attributes:
        asked_by: Names of those who asked the risks, by id.
        number: Number of the visit in its course; None where no visit is meant.
    """

    patient: Patient
    flags: Flags
    asked_by: Mapping[UUID, str]
    number: int | None = None
    arrived_at: datetime | None = None
    done: VisitDone = VisitDone()

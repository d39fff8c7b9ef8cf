"""What a screen reads in one look: several records of one patient, or of one day, brought together."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.cautions import Caution
from acuchart.clinic.course import Course
from acuchart.clinic.flags import Flags, FlagWord
from acuchart.clinic.intake import Intake
from acuchart.clinic.people import Patient
from acuchart.clinic.plan import Plan
from acuchart.clinic.session import Session
from acuchart.clinic.visit import Addendum, KeptDanger, Visit


@dataclass(frozen=True, slots=True)
class PatientChart:
    """The person in ten seconds: particulars, risks, courses, visits (newest first) and forms."""

    patient: Patient
    flags: Flags
    courses: tuple[Course, ...]
    visits: tuple[Visit, ...]
    intakes: tuple[Intake, ...]


@dataclass(frozen=True, slots=True)
class VisitChart:
    """A visit with all it stands on.

    Attributes:
        earlier: Earlier visits of the same course, newest first.
        cautions: The answer of the caution rules to the prescription as it stands.
        session: None until a room was prepared.
        rule_changes: What the clinic changed in the caution rules.
        kept_dangers: Dangers of the whole patient somebody wrote a reason for.
    """

    visit: Visit
    patient: Patient
    flags: Flags
    course: Course
    earlier: tuple[Visit, ...]
    intakes: tuple[Intake, ...]
    cautions: tuple[Caution, ...]
    session: Session | None
    plans: tuple[Plan, ...]
    addenda: tuple[Addendum, ...]
    rule_changes: tuple[RuleChange, ...] = ()
    kept_dangers: tuple[KeptDanger, ...] = ()


class Column(StrEnum):
    """Where a patient is today."""

    ARRIVED = "arrived"
    IN_ROOM = "in_room"
    NEEDLES_IN = "needles_in"
    READY_TO_PRINT = "ready_to_print"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One patient on today's board.

    Attributes:
        reason: Complaint and visit number; empty for the front desk.
        flags: Short words of risks; empty for the front desk.
        answers_to_read: Answers of a form that nobody has settled yet; None without a form, 0 for the desk.
        form_to_read: The form itself; None without one, and for the front desk.
    """

    visit_id: UUID
    patient_id: UUID
    patient_name: str
    practitioner_id: UUID
    column: Column
    arrived_at: datetime
    room: str
    reason: str
    flags: tuple[FlagWord, ...]
    answers_to_read: int | None
    form_to_read: UUID | None
    session: Session | None
    needs_signature: bool
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoomCard:
    """One room of the board of rooms.

    Attributes:
        patient_name: Greeting name and initial; the lock screen never shows it.
        flags: Short words of risks; empty for the front desk.
        number: Place of the room among the rooms of the clinic, from 1; 0 for a room that is no longer there.
        press_needles: Needles meant to go home with the patient, round by round; empty for the front desk.
    """

    session: Session
    patient_id: UUID
    patient_name: str
    flags: tuple[FlagWord, ...]
    number: int = 0
    press_needles: tuple[int, ...] = ()


def column_of(visit: Visit, session: Session | None, waiting_prints: int) -> Column:
    """The column of the board, from what was done and nothing else."""
    if session is not None and session.needles_in:
        return Column.NEEDLES_IN
    if waiting_prints:
        return Column.READY_TO_PRINT
    if visit.signed or (session is not None and session.closed_at is not None):
        return Column.DONE
    return Column.IN_ROOM if visit.room else Column.ARRIVED

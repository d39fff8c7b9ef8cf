"""What happened, in the past tense: published after commit, so that screens can refresh."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was written down."""


@dataclass(frozen=True, slots=True)
class PatientChanged(Event):
    """A patient was registered, or particulars or flags changed."""

    patient_id: UUID


@dataclass(frozen=True, slots=True)
class FlagsChanged(PatientChanged):
    """A risk fact was asked or changed."""


@dataclass(frozen=True, slots=True)
class IntakeChanged(Event):
    """A form was handed out, filled or accepted."""

    patient_id: UUID
    intake_id: UUID


@dataclass(frozen=True, slots=True)
class VisitChanged(Event):
    """A part of a visit was written."""

    visit_id: UUID


@dataclass(frozen=True, slots=True)
class FindingsRecorded(Event):
    """A finding or red flag of a visit was written, which the caution rules may ask about."""

    visit_id: UUID


@dataclass(frozen=True, slots=True)
class VisitSigned(VisitChanged):
    """A visit was locked."""


@dataclass(frozen=True, slots=True)
class SessionChanged(Event):
    """A room's state, clock or count changed."""

    visit_id: UUID


@dataclass(frozen=True, slots=True)
class RemindersChanged(Event):
    """Something was left in or came out, or a reaction is to be asked about or was."""


@dataclass(frozen=True, slots=True)
class RoomCalled(Event):
    """Someone was asked to go to a room, or said that they go."""

    room: str


@dataclass(frozen=True, slots=True)
class PlanIssued(Event):
    """A plan went to the front desk."""

    plan_id: UUID


@dataclass(frozen=True, slots=True)
class PrintQueueChanged(Event):
    """A print job was added, printed or met a fault."""


@dataclass(frozen=True, slots=True)
class CautionRulesChanged(Event):
    """The owner changed a caution rule."""


@dataclass(frozen=True, slots=True)
class ClinicChanged(Event):
    """Letterhead, rooms, users or habits changed."""

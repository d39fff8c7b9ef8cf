"""What the needling step of one visit shows."""

from dataclasses import dataclass
from uuid import UUID

from acuchart.clinic.flags import FlagWord
from acuchart.clinic.needling import Needling
from acuchart.clinic.session import Session


@dataclass(frozen=True, slots=True)
class Bedside:
    """A visit at the treatment table.

    Attributes:
        room: The room the patient was shown into, empty when none was given.
        room_number: Place of the session's room among the rooms of the clinic, from 1; 0 without a session.
        free_rooms: Rooms in which no session is open, in the order of the clinic.
        flags: Short words of the patient's risks.
        session: None until a room was prepared, and again once it was called off before it began, unless
            no needle is prescribed at all.
        to_settle: What must be settled before needling, as a sentence; empty when nothing stands in the way.
        slip: Whether something was done that the aftercare slip can tell.
    """

    visit_id: UUID
    patient_id: UUID
    patient_name: str
    flags: tuple[FlagWord, ...]
    prescription: tuple[Needling, ...]
    room: str
    room_number: int
    free_rooms: tuple[str, ...]
    session: Session | None
    to_settle: str
    signed: bool
    slip: bool = False

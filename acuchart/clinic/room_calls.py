"""Somebody at the front desk asks that someone go to a room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RoomCall:
    """One call. It names a room and no patient.

    Attributes:
        answered_at: None until somebody said they go.
    """

    id: UUID
    room: str
    by: UUID
    at: datetime
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    version: int = 0

"""A room as anybody may see it, before anyone has unlocked: no name, no point, no count."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from acuchart.clinic.session import SessionState


def as_counted(room: str) -> tuple[tuple[str, int], ...]:
    """What sorts "Room 2" before "Room 10"."""
    return tuple((words.casefold(), int(number or 0)) for words, number in re.findall(r"(\D*)(\d*)", room))


@dataclass(frozen=True, slots=True)
class RoomStrip:
    """A room with needles in.

    Attributes:
        deadline: When somebody must be there: retention ends, a lamp goes off, a removal is taking too long.
            While the clock is stopped it is the end of retention as it was then; None where nothing runs.
        paused_at: When the clock was stopped, None while it runs.
        alarm: Whether the alarm of the room was sounding when this was written down.
    """

    room: str
    state: SessionState
    deadline: datetime | None = None
    paused_at: datetime | None = None
    alarm: bool = False

    def left(self, now: datetime) -> timedelta | None:
        """Time left, negative when time is up; None when no retention runs."""
        if self.deadline is None:
            return None
        return self.deadline - (self.paused_at or now)

    def time_up(self, now: datetime) -> bool:
        """Whether retention is over."""
        left = self.left(now)
        return left is not None and left <= timedelta(0)


@dataclass(frozen=True, slots=True)
class Silenced:
    """That the bell of a room was silenced while nobody was signed in."""

    room: str
    at: datetime

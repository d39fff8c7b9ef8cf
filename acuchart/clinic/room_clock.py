"""The clock of a treatment room: what everybody may see of a session, signed in or not.

It names no patient, no point and no count, so that it can stand on the lock screen and in `rooms.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.rooms import RoomStrip
from acuchart.clinic.session import FORGOTTEN, SILENCE, Session, SessionState

BELL_EVERY = timedelta(seconds=8)
"""The bell of a room whose time is up sounds again after this."""
PAUSE_REMINDER = timedelta(minutes=2)
"""A paused clock sounds after this, and again each time as long."""


class Phase(StrEnum):
    """What the clock of a room shows."""

    GOING_IN = "going_in"
    RUNNING = "running"
    PAUSED = "paused"
    TIME_UP = "time_up"
    COMING_OUT = "coming_out"
    FORGOTTEN = "forgotten"
    """Needles have been coming out for so long that somebody may have been called away."""


# The most urgent first.
_URGENCY = (Phase.TIME_UP, Phase.FORGOTTEN, Phase.RUNNING, Phase.COMING_OUT, Phase.GOING_IN, Phase.PAUSED)


@dataclass(frozen=True, slots=True)
class RoomClock:
    """The clock of one room in which a patient may have needles in.

    Attributes:
        since: When the needles began to go in, or to come out; None where it is not known.
        minutes: Retention asked for; 0 where it is not known.
        silenced_until: The bell keeps quiet until then; the alarm stands.
        visit_id: The visit of the session; None before anybody has unlocked.
    """

    room: str
    state: SessionState
    deadline: datetime | None = None
    paused_at: datetime | None = None
    silenced_until: datetime | None = None
    since: datetime | None = None
    minutes: int = 0
    visit_id: UUID | None = None

    def left(self, now: datetime) -> timedelta:
        """Time left; negative once time is up, and while needles go in or come out."""
        if self.state is SessionState.RETENTION and self.deadline is not None:
            return self.deadline - (self.paused_at or now)
        return timedelta(0) if self.since is None else self.since - now

    def phase(self, now: datetime) -> Phase:
        """What the clock shows at an instant."""
        if self.state is SessionState.GOING_IN:
            return Phase.GOING_IN
        if self.state is SessionState.COMING_OUT:
            return Phase.FORGOTTEN if self.left(now) <= -FORGOTTEN else Phase.COMING_OUT
        if self.left(now) <= timedelta(0):
            return Phase.TIME_UP
        return Phase.PAUSED if self.paused_at else Phase.RUNNING

    def silenced(self, now: datetime) -> bool:
        """Whether the bell was silenced for this instant; no silence reaches further than it may last."""
        until = self.silenced_until
        return until is not None and now < until <= now + SILENCE

    def rings(self, now: datetime, last: datetime | None) -> bool:
        """Whether the bell is due, given when it last rang for this room."""
        phase = self.phase(now)
        if self.silenced(now):
            return False
        if phase in (Phase.TIME_UP, Phase.FORGOTTEN):
            return last is None or now - last >= BELL_EVERY
        if phase is Phase.PAUSED and self.paused_at is not None:
            return now - max(self.paused_at, last or self.paused_at) >= PAUSE_REMINDER
        return False


def clock_of(session: Session) -> RoomClock:
    """What everybody may see of a session with needles in."""
    coming_out = session.state is SessionState.COMING_OUT
    return RoomClock(
        room=session.room,
        state=session.state,
        deadline=session.deadline,
        paused_at=session.paused_at,
        silenced_until=session.silenced_until,
        since=session.removal_at if coming_out else session.begun_at,
        minutes=session.minutes,
        visit_id=session.visit_id,
    )


def clock_of_strip(strip: RoomStrip) -> RoomClock:
    """The clock in `rooms.json`; after a restart a silenced bell sounds again."""
    return RoomClock(strip.room, strip.state, strip.deadline, strip.paused_at)


def by_urgency(clocks: Iterable[RoomClock], now: datetime) -> tuple[RoomClock, ...]:
    """The clocks, the most urgent first: time up longest, then the least time left."""
    return tuple(sorted(clocks, key=lambda clock: (_URGENCY.index(clock.phase(now)), clock.left(now))))

"""The clock of a treatment room: what everybody may see of a session, signed in or not.

It names no patient, no point and no count, so that it can stand on the lock screen and in `rooms.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.rooms import RoomStrip
from acuchart.clinic.session import FORGOTTEN, RESTING, SILENCE, Session, SessionState

BELL_EVERY = timedelta(seconds=8)
"""The bell of a room whose time is up sounds again after this."""
PAUSE_REMINDER = timedelta(minutes=2)
"""A paused clock sounds after this, and again each time as long."""
TAP_AGAIN = timedelta(seconds=60)
"""A reminder that nobody carried out taps once more after this, and never again."""


class Phase(StrEnum):
    """What the clock of a room shows."""

    GOING_IN = "going_in"
    RUNNING = "running"
    DUE = "due"
    """A reminder is due: stimulate again, look at the patient or at the skin."""
    PAUSED = "paused"
    TIME_UP = "time_up"
    ZONE_UP = "zone_up"
    """Something on the skin must come off."""
    COMING_OUT = "coming_out"
    COUNTED = "counted"
    FORGOTTEN = "forgotten"
    """Needles have been coming out for so long that somebody may have been called away."""


ALARMS = frozenset({Phase.TIME_UP, Phase.ZONE_UP, Phase.FORGOTTEN})
# The most urgent first.
_URGENCY = (
    Phase.TIME_UP,
    Phase.ZONE_UP,
    Phase.FORGOTTEN,
    Phase.DUE,
    Phase.RUNNING,
    Phase.COMING_OUT,
    Phase.GOING_IN,
    Phase.PAUSED,
    Phase.COUNTED,
)
_COUNTING_UP = {
    SessionState.GOING_IN: Phase.GOING_IN,
    SessionState.COMING_OUT: Phase.COMING_OUT,
    SessionState.COUNTED: Phase.COUNTED,
}


@dataclass(frozen=True, slots=True)
class RoomClock:
    """The clock of one room in which a patient may have needles in.

    Attributes:
        since: When the needles began to go in, or to come out; None where it is not known.
        minutes: Retention asked for; 0 where it is not known.
        silenced_until: The bell keeps quiet until then; the alarm stands.
        visit_id: The visit of the session; None before anybody has unlocked.
        dues: When reminders come due that nobody has carried out.
        zones: When the time of each zone on the skin is up.
    """

    room: str
    state: SessionState
    deadline: datetime | None = None
    paused_at: datetime | None = None
    silenced_until: datetime | None = None
    since: datetime | None = None
    minutes: int = 0
    visit_id: UUID | None = None
    dues: tuple[datetime, ...] = ()
    zones: tuple[datetime, ...] = ()

    def left(self, now: datetime) -> timedelta:
        """Time left; negative once time is up, and while needles go in or come out."""
        if self.phase(now) is Phase.ZONE_UP:
            return min(self.zones) - now
        return self._own_left(now)

    def _own_left(self, now: datetime) -> timedelta:
        if self.state in RESTING and self.deadline is not None:
            left = self.deadline - (self.paused_at or now)
            return min(left, timedelta(0)) if self.state is SessionState.TIME_UP else left
        return timedelta(0) if self.since is None else self.since - now

    def phase(self, now: datetime) -> Phase:
        """What the clock shows at an instant."""
        own = self._own_phase(now)
        if own is Phase.TIME_UP:
            return own
        if any(deadline <= now for deadline in self.zones):
            return Phase.ZONE_UP
        if own is Phase.FORGOTTEN:
            return own
        return Phase.DUE if self.state is SessionState.STAGE_DUE or self._taps(now) else own

    def _own_phase(self, now: datetime) -> Phase:
        if self.state in RESTING:
            if self._own_left(now) <= timedelta(0):
                return Phase.TIME_UP
            return Phase.PAUSED if self.paused_at else Phase.RUNNING
        if self.state is SessionState.COMING_OUT and self._own_left(now) <= -FORGOTTEN:
            return Phase.FORGOTTEN
        return _COUNTING_UP.get(self.state, Phase.GOING_IN)

    def alarm(self, now: datetime) -> bool:
        """Whether somebody must go to the room now."""
        return self.phase(now) in ALARMS

    def alarmed_for(self, now: datetime) -> timedelta:
        """How long the room has been an alarm; nothing while it is none."""
        phase = self.phase(now)
        if phase not in ALARMS:
            return timedelta(0)
        return -self.left(now) - (FORGOTTEN if phase is Phase.FORGOTTEN else timedelta(0))

    def silenced(self, now: datetime) -> bool:
        """Whether the bell was silenced for this instant; no silence reaches further than it may last."""
        until = self.silenced_until
        return until is not None and now < until <= now + SILENCE

    def rings(self, now: datetime, last: datetime | None) -> bool:
        """Whether the bell is due, given when it last rang for this room."""
        phase = self.phase(now)
        if self.silenced(now):
            return False
        if phase in ALARMS:
            return last is None or now - last >= BELL_EVERY
        if self.paused_at is not None and now - max(self.paused_at, last or self.paused_at) >= PAUSE_REMINDER:
            return True
        return any(last is None or last < tap for tap in self._taps(now))

    def _taps(self, now: datetime) -> tuple[datetime, ...]:
        """The instants at which a reminder has tapped by now."""
        due = [due for due in self.dues if due <= now]
        return (*due, *(again for instant in due if (again := instant + TAP_AGAIN) <= now))

    def changes(self, last: datetime | None) -> tuple[datetime, ...]:
        """The instants at which this clock may ring or show another phase, given when it last rang."""
        taps = (*self.dues, *(due + TAP_AGAIN for due in self.dues))
        own = [self.deadline] if self.deadline is not None and self.state in RESTING else []
        if self.state is SessionState.COMING_OUT and self.since is not None:
            own.append(self.since + FORGOTTEN)
        if self.paused_at is not None:
            own.append(max(self.paused_at, last or self.paused_at) + PAUSE_REMINDER)
        if self.silenced_until is not None:
            own.append(self.silenced_until)
        if last is not None:
            own.append(last + BELL_EVERY)
        return (*own, *self.zones, *taps)


def clock_of(session: Session) -> RoomClock:
    """What everybody may see of a session with needles in."""
    since = {
        SessionState.COMING_OUT: session.removal_at,
        SessionState.COUNTED: session.counted_at,
    }.get(session.state, session.begun_at)
    return RoomClock(
        room=session.room,
        state=session.state,
        deadline=session.deadline,
        paused_at=session.paused_at,
        silenced_until=session.silenced_until,
        since=since,
        minutes=session.minutes,
        visit_id=session.visit_id,
        dues=_dues(session),
        zones=tuple(zone.deadline for zone in session.zones if zone.running),
    )


def _dues(session: Session) -> tuple[datetime, ...]:
    """When reminders come due; one that a pause puts off is none as long as the pause lasts."""
    stage = session.next_stage()
    due = None if stage is None else session.stage_due_at(stage)
    waits = session.paused_at is not None and due is not None and due > session.paused_at
    looks = [zone.next_look for zone in session.zones if zone.running and zone.next_look < zone.deadline]
    return tuple(sorted(looks if due is None or waits else [due, *looks]))


def strip_of(clock: RoomClock, now: datetime) -> RoomStrip:
    """What may be known of a clock without a passphrase: the nearest moment at which somebody must go there.

    One moment is all the strip holds. While retention is paused it is the pause, unless something hot lies
    on the skin: that burns on, pause or not.
    """
    resting = clock.state in RESTING
    paused = clock.paused_at if resting and not clock.zones else None
    ends = list(clock.zones)
    if resting and clock.deadline is not None and (paused or not clock.paused_at):
        ends.append(clock.deadline)
    if clock.state is SessionState.COMING_OUT and clock.since is not None:
        ends.append(clock.since + FORGOTTEN)
    return RoomStrip(
        room=clock.room,
        state=clock.state,
        deadline=min(ends, default=None),
        paused_at=paused,
        alarm=clock.alarm(now) and not clock.silenced(now),
    )


def clock_of_strip(strip: RoomStrip) -> RoomClock:
    """The clock in `rooms.json`; after a restart a silenced bell sounds again."""
    zones = () if strip.state in RESTING or strip.deadline is None else (strip.deadline,)
    return RoomClock(strip.room, strip.state, strip.deadline, strip.paused_at, zones=zones)


def by_urgency(clocks: Iterable[RoomClock], now: datetime) -> tuple[RoomClock, ...]:
    """The clocks, the most urgent first: time up longest, then the least time left."""
    return tuple(sorted(clocks, key=lambda clock: (_URGENCY.index(clock.phase(now)), clock.left(now))))

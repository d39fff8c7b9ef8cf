"""When the bells of the rooms are due and what `rooms.json` says, whoever asks and whenever. Knows no Qt.

The window asks a few times a second, and a thread of its own asks when something is due: whichever comes
first rings, and only once. So an alarm is on time even while the window is busy.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Condition
from typing import Protocol

from acuchart.clinic.clock import Clock
from acuchart.clinic.room_clock import ALARMS, RoomClock
from acuchart.clinic.session import SILENCE
from acuchart.clinic.steady_clock import SteadyClock

LOUDNESS = (0.55, 0.7, 0.85, 1.0)
"""The bell grows by these steps."""
STEP = timedelta(seconds=24)
"""It grows after so long; each silencing takes one step back for good."""
SOFTEST = 0.4
TAP = 0.35
"""A reminder taps softly, and so does a long pause."""


class Bell(Protocol):
    """What sounds."""

    def ring(self, loudness: float) -> None:
        """Sounds once, at 0 to 1 of its loudness; never fails."""


Paper = Callable[[Sequence[RoomClock], datetime], None]
"""Writes the rooms down, in the clear and for display alone."""


class Alarms:
    """The clocks of the rooms, and what has rung. Any thread may call it.

    Attributes:
        paper: Writes `rooms.json`; nothing is written while it is None.
    """

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self.clock = clock if isinstance(clock, SteadyClock) else SteadyClock(clock)
        self.paper: Paper | None = None
        self.changed = Condition()
        self._bell = bell
        self._clocks: tuple[RoomClock, ...] = ()
        self._rung: dict[str, datetime] = {}
        self._silences: dict[str, int] = {}
        self._phases: tuple[object, ...] = ()
        self._next: datetime | None = None

    @property
    def clocks(self) -> tuple[RoomClock, ...]:
        """The clocks as last given, in the order of the rooms."""
        return self._clocks

    def watch(self, clocks: Sequence[RoomClock]) -> None:
        """Takes the clocks as they stand now, writes them down and rings what is due."""
        with self.changed:
            self._clocks = tuple(clocks)
            rooms = {clock.room for clock in clocks}
            self._rung = {room: at for room, at in self._rung.items() if room in rooms}
            self._silences = {room: times for room, times in self._silences.items() if room in rooms}
            self._next, self._phases = None, ("changed",)
            self._tick()
            self.changed.notify_all()

    def silence(self, room: str) -> None:
        """Silences the bell of a room for three minutes; the alarm stands."""
        until = self.clock.now() + SILENCE
        with self.changed:
            self._clocks = tuple(
                replace(clock, silenced_until=until) if clock.room == room else clock
                for clock in self._clocks
            )
            self._silences[room] = self._silences.get(room, 0) + 1
            self._next = None
            self._tick()
            self.changed.notify_all()

    def tick(self) -> None:
        """Rings where a bell is due, and writes down what time alone has changed."""
        with self.changed:
            self._tick()

    def wait(self, longest: float) -> None:
        """Waits until something is due or was changed, at most so many seconds."""
        with self.changed:
            until = longest if self._next is None else (self._next - self.clock.now()).total_seconds()
            self.changed.wait(max(0.0, min(longest, until)))

    def _tick(self) -> None:
        if not self._clocks and self.clock.shift:
            self.clock.adopt()
        now = self.clock.now()
        if self._next is not None and now < self._next:
            return
        due = [clock for clock in self._clocks if clock.rings(now, self._rung.get(clock.room))]
        self._rung.update({clock.room: now for clock in due})
        if due:
            self._bell.ring(max(self._loudness(clock, now) for clock in due))
        coming = (at for clock in self._clocks for at in clock.changes(self._rung.get(clock.room)))
        self._next = min((at for at in coming if at > now), default=now + timedelta(days=1))
        self._write(now)

    def _write(self, now: datetime) -> None:
        """Written at every change, and again when time made an alarm of a room."""
        phases = tuple((clock.room, clock.phase(now), clock.silenced(now)) for clock in self._clocks)
        if self.paper is not None and phases != self._phases:
            self.paper(self._clocks, now)
        self._phases = phases

    def _loudness(self, clock: RoomClock, now: datetime) -> float:
        if clock.phase(now) not in ALARMS:
            return TAP
        grown = min(int(clock.alarmed_for(now) / STEP), len(LOUDNESS) - 1)
        step = grown - self._silences.get(clock.room, 0)
        return LOUDNESS[step] if step >= 0 else SOFTEST

"""When the bells of the rooms are due and what `rooms.json` says, whoever asks and whenever. Knows no Qt.

The window asks a few times a second, and a thread of its own asks when something is due: whichever comes
first rings, and only once. So an alarm is on time even while the window is busy.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Condition, Lock
from typing import Any, Protocol

from acuchart.clinic.clock import Clock
from acuchart.clinic.room_clock import ALARMS, Phase, RoomClock
from acuchart.clinic.session import SILENCE
from acuchart.clinic.steady_clock import SteadyClock
from acuchart.clinic.trouble import ChartTrouble

LOUDNESS = (0.55, 0.7, 0.85, 1.0)
"""The bell grows by these steps."""
STEP = timedelta(seconds=24)
"""It grows after so long; each silencing takes one step back for good."""
SOFTEST = 0.4
TAP = 0.35
"""A reminder taps softly, and so does a long pause."""
WRITE_AGAIN = timedelta(seconds=5)
"""Rooms that could not be written down are tried again after this, and at every change."""


class Bell(Protocol):
    """What sounds."""

    def ring(self, loudness: float) -> None:
        """Sounds once, at 0 to 1 of its loudness; never fails."""


Paper = Callable[[Sequence[RoomClock], datetime], None]
"""Writes the rooms down, in the clear and for display alone; raises ChartTrouble where it can't."""


class Alarms:
    """The clocks of the rooms, and what has rung. Any thread may call it.

    Attributes:
        paper: Writes `rooms.json`; nothing is written while it is None.
        paper_elsewhere: Whether a thread of its own writes what time alone has changed.
    """

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self.clock = clock if isinstance(clock, SteadyClock) else SteadyClock(clock)
        self.paper: Paper | None = None
        self.paper_elsewhere = False
        self.changed = Condition()
        # Taken before `changed`, never while it is held.
        self._paper_lock = Lock()
        self._bell = bell
        self._clocks: tuple[RoomClock, ...] = ()
        self._rung: dict[str, datetime] = {}
        self._silences: dict[str, int] = {}
        self._shown: dict[str, tuple[Phase, bool]] = {}
        self._nexts: dict[str, datetime] = {}
        self._written = True
        self._again: datetime | None = None

    @property
    def clocks(self) -> tuple[RoomClock, ...]:
        """The clocks as last given, in the order of the rooms."""
        return self._clocks

    def watch(self, clocks: Sequence[RoomClock]) -> None:
        """Takes the clocks as they stand now, writes them down and rings what is due."""
        with self.changed:
            before = {clock.room: clock for clock in self._clocks}
            self._clocks = tuple(clocks)
            rooms = {clock.room for clock in clocks}
            for kept in (self._rung, self._silences, self._shown, self._nexts):
                _forget(kept, rooms)
            for clock in clocks:
                old = before.get(clock.room)
                if old is not clock and old != clock:
                    self._nexts.pop(clock.room, None)
            self._written = False
            self._tick()
            self.changed.notify_all()
        self.write()

    def silence(self, room: str) -> None:
        """Silences the bell of a room for three minutes; the alarm stands."""
        until = self.clock.now() + SILENCE
        with self.changed:
            self._clocks = tuple(
                replace(clock, silenced_until=until) if clock.room == room else clock
                for clock in self._clocks
            )
            self._silences[room] = self._silences.get(room, 0) + 1
            self._nexts.pop(room, None)
            self._tick()
            self.changed.notify_all()
        if not self.paper_elsewhere:
            self.write()

    def tick(self) -> None:
        """Rings where a bell is due, and writes down what time alone has changed."""
        with self.changed:
            self._tick()
        if not self.paper_elsewhere:
            self.write()

    def wait_for_paper(self, longest: float) -> None:
        """Waits until something must be written, at most so many seconds."""
        with self.changed:
            if self._written:
                self.changed.wait(longest)

    def wait(self, longest: float) -> None:
        """Waits until something is due or was changed, at most so many seconds."""
        with self.changed:
            until = longest
            if self._nexts:
                until = (min(self._nexts.values()) - self.clock.now()).total_seconds()
            self.changed.wait(max(0.0, min(longest, until)))

    def _tick(self) -> None:
        """Looks only at the rooms in which something may have changed since they were looked at."""
        if not self._clocks and self.clock.shift:
            self.clock.adopt()
        now = self.clock.now()
        looked = [clock for clock in self._clocks if self._nexts.get(clock.room, now) <= now]
        due = [clock for clock in looked if clock.rings(now, self._rung.get(clock.room))]
        if due:
            self._rung.update({clock.room: now for clock in due})
            self._bell.ring(max(self._loudness(clock, now) for clock in due))
        for clock in looked:
            self._look_at(clock, now)

    def write_again(self) -> None:
        """What was written down is gone or damaged: it is written anew."""
        with self.changed:
            self._written = False
            self.changed.notify_all()

    def write(self) -> None:
        """Writes the rooms down where that is needed; a slow disk keeps no bell waiting."""
        with self._paper_lock:
            with self.changed:
                paper, clocks, now = self.paper, self._clocks, self.clock.now()
                needed = not self._written or (self._again is not None and now >= self._again)
                self._written = True
            if needed and paper is not None:
                self._again = None if _on_paper(paper, clocks, now) else now + WRITE_AGAIN

    def _look_at(self, clock: RoomClock, now: datetime) -> None:
        """When something may change there next; whether it shows something else now is to be written."""
        shown = (clock.phase(now), clock.silenced(now))
        if self._shown.get(clock.room) != shown:
            self._shown[clock.room] = shown
            self._written = False
            self.changed.notify_all()
        coming = (at for at in clock.changes(self._rung.get(clock.room)) if at > now)
        self._nexts[clock.room] = min(coming, default=now + timedelta(days=1))

    def _loudness(self, clock: RoomClock, now: datetime) -> float:
        if clock.phase(now) not in ALARMS:
            return TAP
        grown = min(int(clock.alarmed_for(now) / STEP), len(LOUDNESS) - 1)
        step = grown - self._silences.get(clock.room, 0)
        return LOUDNESS[step] if step >= 0 else SOFTEST


def _on_paper(paper: Paper, clocks: Sequence[RoomClock], now: datetime) -> bool:
    """Whether it was written; who writes has said why not."""
    try:
        paper(clocks, now)
    except ChartTrouble:
        return False
    return True


def _forget(kept: dict[str, Any], rooms: set[str]) -> None:
    for gone in kept.keys() - rooms:
        del kept[gone]

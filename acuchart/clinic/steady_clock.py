"""A clock for times that must not be lost when somebody sets the clock of the PC."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock

from acuchart.clinic.clock import Clock

JUMP = timedelta(seconds=2)
"""A wall clock that moves this much more or less than the time that passed was set, not corrected."""


@dataclass(frozen=True, slots=True)
class Beat:
    """That the clock was seen going.

    Attributes:
        at: The instant by the steady clock.
        ticks: Its monotonic seconds then.
        boot: Which start of the PC the ticks belong to; empty where it is not known.
    """

    at: datetime
    ticks: float
    boot: str


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch in which nobody watched the clock.

    Attributes:
        since: When it was last seen going.
        until: When it was seen again, by the best that is known.
        sure: Whether it is certain how long that was; after a new start of the PC only its clock says so.
        least: How much of it is certain all the same: the PC has been running for so long.
    """

    since: datetime
    until: datetime
    sure: bool
    least: timedelta = timedelta(0)

    @property
    def span(self) -> timedelta:
        """How long it was."""
        return self.until - self.since


class SteadyClock:
    """Wall time until the wall clock jumps; from then on time that goes on evenly, until `adopt`.

    Two threads may read it. Corrections smaller than `JUMP` are followed.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._last, self._ticks = clock.now(), clock.monotonic()
        self._shift = timedelta(0)

    @property
    def shift(self) -> timedelta:
        """How far the wall clock was set on, negative when it was set back; nothing while both agree."""
        self.now()
        return self._shift

    def now(self) -> datetime:
        """The instant, aware, in UTC; it goes on evenly whatever the wall clock does."""
        with self._lock:
            wall, ticks = self._clock.now(), self._clock.monotonic()
            evenly = self._last + timedelta(seconds=ticks - self._ticks)
            apart = wall - self._shift - evenly
            if abs(apart) > JUMP:
                self._shift += apart
            self._last, self._ticks = wall - self._shift, ticks
            return self._last

    def today(self) -> date:
        """The date on the wall of the clinic."""
        return self._clock.today()

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that no clock change moves."""
        return self._clock.monotonic()

    def beat(self, boot: str) -> Beat:
        """That it goes, to be written down."""
        return Beat(self.now(), self._clock.monotonic(), boot)

    def resume(self, beat: Beat, boot: str) -> Away:
        """Goes on from a beat of an earlier run, as if the program had never been closed.

        Within one start of the PC the ticks tell how long it was closed, so a clock that was set meanwhile
        is seen. After a new start at least the time since then has passed, so a clock that was set back is
        seen. One that was set forward while the PC was off looks like time that passed, and nothing on the
        PC could tell: it is believed, so that an alarm comes too early and not too late, and `Away` says so.
        """
        with self._lock:
            wall, ticks = self._clock.now(), self._clock.monotonic()
            same_start = bool(boot) and boot == beat.boot and ticks >= beat.ticks
            new_start = bool(boot) and bool(beat.boot) and boot != beat.boot
            running = timedelta(seconds=ticks if new_start else 0.0)
            if same_start:
                evenly = beat.at + timedelta(seconds=ticks - beat.ticks)
            else:
                evenly = max(wall, beat.at + running)
            apart = wall - evenly
            self._shift = apart if abs(apart) > JUMP else timedelta(0)
            self._last, self._ticks = wall - self._shift, ticks
            least = self._last - beat.at if same_start else running
            return Away(beat.at, self._last, same_start, least)

    def adopt(self) -> None:
        """Takes the wall clock as it is now; for when nothing runs that was begun before."""
        with self._lock:
            self._shift = timedelta(0)
            self._last, self._ticks = self._clock.now(), self._clock.monotonic()

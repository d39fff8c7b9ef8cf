"""A clock for times that must not be lost when somebody sets the clock of the PC."""

from datetime import date, datetime, timedelta
from threading import Lock

from acuchart.clinic.clock import Clock

JUMP = timedelta(seconds=2)
"""A wall clock that moves this much more or less than the time that passed was set, not corrected."""


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

    def adopt(self) -> None:
        """Takes the wall clock as it is now; for when nothing runs that was begun before."""
        with self._lock:
            self._shift = timedelta(0)
            self._last, self._ticks = self._clock.now(), self._clock.monotonic()

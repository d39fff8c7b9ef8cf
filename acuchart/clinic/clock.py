"""Time is handed in, so that rules about it can be tested."""

import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


def awake_or_not(platform: str) -> int | None:
    """The clock that goes on while the PC sleeps, as retention does; None where the usual one does.

    The usual one stands still on Linux and on macOS; on Windows it goes on.
    """
    name = {"darwin": "CLOCK_MONOTONIC_RAW", "linux": "CLOCK_BOOTTIME"}.get(platform, "")
    found: int | None = getattr(time, name, None)
    return found


_AWAKE_OR_NOT = awake_or_not(sys.platform)


class Clock(Protocol):
    """Wall time for records, monotonic time for guarding against a changed wall clock."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def today(self) -> date:
        """The date on the wall of the clinic."""

    def monotonic(self) -> float:
        """Seconds that no clock change moves, from the start of the PC where it says when that was."""


class SystemClock:
    """The clock of the PC."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def monotonic(self) -> float:
        return time.monotonic() if _AWAKE_OR_NOT is None else time.clock_gettime(_AWAKE_OR_NOT)


@dataclass
class HandClock:
    """A clock that moves only when it is told to: for tests and for the demonstration day."""

    instant: datetime
    ticks: float = field(default=0.0)

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.astimezone().date()

    def monotonic(self) -> float:
        return self.ticks

    def forward(self, span: timedelta) -> None:
        """Lets the span pass on both clocks."""
        self.instant += span
        self.ticks += span.total_seconds()

"""How late an alarm is with two hundred timers, while the window is busy half of every second."""

import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from threading import Event

from acuchart.charting.clocks import beat, write_clocks
from acuchart.clinic.clock import SystemClock
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.session import SessionState
from acuchart.screens.shell.alarm_thread import AlarmThread
from acuchart.screens.shell.alarms import Alarms

TIMERS = 200
SECONDS = 4
BUSY = 0.5
LATEST_MS = 100


class NotedBell:
    """Keeps when it was rung."""

    def __init__(self) -> None:
        self.rung: list[float] = []

    def ring(self, loudness: float) -> None:
        self.rung.append(time.monotonic())


def _busy_window(until: float) -> None:
    """The thread of the window: half of each second it computes without a pause."""
    while time.monotonic() < until:
        end = time.monotonic() + BUSY
        while time.monotonic() < end:
            sum(range(2_000))
        Event().wait(1 - BUSY)


def test_alarms_are_on_time_while_the_window_is_busy(tmp_path: Path) -> None:
    """Every tenth of a second or so a bell is due; the others rest and must only be looked over."""
    clock, bell = SystemClock(), NotedBell()
    alarms = Alarms(clock, bell)
    alarms.paper = lambda clocks, now: write_clocks(tmp_path, clocks, now)
    steady = alarms.clock
    thread = AlarmThread(alarms, lambda: beat(tmp_path, steady))
    thread.start()
    start, begun = clock.now(), time.monotonic()
    wanted = [0.2 + n * 0.131 for n in range(int((SECONDS - 0.5) / 0.131))]
    due = [timedelta(seconds=seconds) for seconds in wanted]
    resting = [timedelta(minutes=20 + n) for n in range(TIMERS - len(due))]
    alarms.watch(
        [
            RoomClock(f"Room {n}", SessionState.RETENTION, start + left, minutes=20)
            for n, left in enumerate([*due, *resting])
        ]
    )
    _busy_window(begun + SECONDS)
    thread.stop()
    rung = [at - begun for at in bell.rung]
    late = [min(at for at in rung if at >= seconds - 0.002) - seconds for seconds in wanted]
    worst, usual = max(late) * 1000, median(late) * 1000
    sys.stdout.write(f"\nalarms: {usual:.1f} ms late, at worst {worst:.1f} ms, {TIMERS} timers\n")
    assert worst <= LATEST_MS

"""The bells and `rooms.json` go on by themselves, whatever the window is busy with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from acuchart.alarming import Alarming
from acuchart.clinic.clock import HandClock, SystemClock
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.session import SessionState
from acuchart.records.rooms_file import FILE, read_rooms
from acuchart.screens.shell.alarm_thread import AlarmThread
from acuchart.screens.shell.alarms import TAP, Alarms
from acuchart.screens.shell.bell import SilentBell
from tests.helpers.records import MORNING

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


class ToldBell:
    """Says that it was rung."""

    def __init__(self) -> None:
        self.rung = Event()

    def ring(self, loudness: float) -> None:
        self.rung.set()


def resting(room: str, left: timedelta, start: datetime = MORNING) -> RoomClock:
    return RoomClock(room, SessionState.RETENTION, start + left, minutes=20)


def watched(*clocks: RoomClock) -> tuple[Alarms, HandClock, SilentBell]:
    time, bell = HandClock(MORNING), SilentBell()
    alarms = Alarms(time, bell)
    alarms.watch(clocks)
    return alarms, time, bell


def test_the_thread_rings_without_a_window() -> None:
    clock, bell = SystemClock(), ToldBell()
    alarms = Alarms(clock, bell)
    thread = AlarmThread(alarms, lambda: None)
    thread.start()
    alarms.watch((resting("Room 1", timedelta(milliseconds=30), clock.now()),))
    assert bell.rung.wait(5)
    thread.stop()


def test_a_mistake_in_the_thread_is_told_and_the_thread_goes_on() -> None:
    told = Event()
    alarms = Alarms(SystemClock(), SilentBell())

    def beat() -> None:
        raise ZeroDivisionError

    thread = AlarmThread(alarms, beat)
    thread.on_bug = lambda _error: told.set()
    thread.start()
    assert told.wait(5)
    told.clear()
    alarms.watch(())
    assert told.wait(5)
    thread.stop()


def test_a_bell_rings_once_whoever_asks() -> None:
    alarms, time, bell = watched(resting("1", SECOND), resting("2", SECOND))
    time.forward(SECOND)
    for _asked in range(5):
        alarms.tick()
    assert len(bell.rung) == 1


def test_a_reminder_taps_when_due_and_once_more_and_never_again() -> None:
    clock = RoomClock(
        "1", SessionState.RETENTION, MORNING + 20 * MINUTE, minutes=20, dues=(MORNING + 10 * MINUTE,)
    )
    alarms, time, bell = watched(clock)
    heard = []
    for second in range(19 * 60):
        before = len(bell.rung)
        alarms.tick()
        if len(bell.rung) > before:
            heard.append(second)
        time.forward(SECOND)
    assert heard == [600, 660]
    assert set(bell.rung) == {TAP}


def test_a_long_pause_taps_every_two_minutes() -> None:
    alarms, time, bell = watched(
        RoomClock("1", SessionState.RETENTION, MORNING + 5 * MINUTE, paused_at=MORNING, minutes=20)
    )
    for _second in range(7 * 60):
        time.forward(SECOND)
        alarms.tick()
    assert bell.rung == [TAP] * 3


def test_what_time_alone_changes_is_written_down_at_once_and_only_then() -> None:
    alarms, time, _bell = watched()
    papers: list[tuple[Sequence[RoomClock], datetime]] = []
    alarms.paper = lambda clocks, now: papers.append((clocks, now))
    alarms.watch((resting("1", MINUTE),))
    assert len(papers) == 1
    for _second in range(59):
        time.forward(SECOND)
        alarms.tick()
    assert len(papers) == 1
    time.forward(SECOND)
    alarms.tick()
    assert [now for _clocks, now in papers] == [MORNING, MORNING + MINUTE]
    alarms.silence("1")
    assert len(papers) == 3


def test_a_folder_that_cannot_be_written_is_told_once_and_tried_again(tmp_path: Path) -> None:
    """The clocks and the bell go on meanwhile, and what could not be written is not forgotten."""
    time, bell, told = HandClock(MORNING), SilentBell(), list[str]()
    alarming = Alarming(time, bell, threaded=False)
    alarming.answer_to(lambda call: call(), lambda _bug: None, told.append)
    alarming.keep(tmp_path)
    (tmp_path / FILE).mkdir()  # No file can be put in its place, whoever runs the test.
    alarming.watch.watch((resting("Room 2", MINUTE),))
    for _second in range(61):
        time.forward(SECOND)
        alarming.watch.tick()
    assert len(told) == 1
    assert "After a power cut the lock screen would not show the rooms" in told[0]
    assert bell.rung == [0.55]
    (tmp_path / FILE).rmdir()
    time.forward(5 * SECOND)
    alarming.watch.tick()
    assert [(strip.room, strip.alarm) for strip in read_rooms(tmp_path)] == [("Room 2", True)]
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    alarming.watch.watch(())
    assert len(told) == 2
    alarming.stop()


@pytest.mark.parametrize("content", [None, b"", b"[{"])
def test_rooms_somebody_deleted_or_damaged_are_written_anew(tmp_path: Path, content: bytes | None) -> None:
    """By its own thread and within a few seconds, though nothing changes in any room."""
    time = HandClock(MORNING)
    alarming = Alarming(time, SilentBell(), threaded=True)
    alarming.keep(tmp_path)
    alarming.watch.watch((resting("Room 2", 20 * MINUTE),))
    (tmp_path / FILE).unlink()
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    time.forward(6 * SECOND)
    until = monotonic() + 5
    while not read_rooms(tmp_path) and monotonic() < until:
        Event().wait(0.05)
    alarming.stop()
    assert [strip.room for strip in read_rooms(tmp_path)] == ["Room 2"]


def test_two_hundred_timers_for_a_week_lose_no_alarm_and_ring_none_too_early() -> None:
    """A simulated week: each room is turned over as soon as it has rung."""
    alarms, time, bell = watched(*(resting(str(n), timedelta(minutes=5 + n % 40)) for n in range(200)))
    clocks = {clock.room: clock for clock in alarms.clocks}
    turned = 0
    while time.instant < MORNING + timedelta(days=7):
        due = min(clock.deadline for clock in clocks.values() if clock.deadline)
        before = len(bell.rung)
        time.forward(due - time.instant - timedelta(milliseconds=1))
        alarms.tick()
        assert len(bell.rung) == before
        time.forward(timedelta(milliseconds=1))
        alarms.tick()
        assert len(bell.rung) == before + 1
        for clock in [clock for clock in clocks.values() if clock.deadline == due]:
            turned += 1
            minutes = 15 + (int(clock.room) * 7 + turned) % 45
            clocks[clock.room] = replace(clock, deadline=due + timedelta(minutes=minutes))
        alarms.watch(tuple(clocks.values()))
    assert turned > 200 * 200

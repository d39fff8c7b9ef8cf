"""The clock of a room: what it shows and when its bell is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.room_clock import Phase, RoomClock, by_urgency, clock_of, clock_of_strip, strip_of
from acuchart.clinic.rooms import RoomStrip
from acuchart.clinic.session import Session, SessionState

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def retaining(
    room: str = "Room 1",
    left: timedelta = 5 * MINUTE,
    paused_at: datetime | None = None,
    silenced_until: datetime | None = None,
) -> RoomClock:
    return RoomClock(room, SessionState.RETENTION, NOW + left, paused_at, silenced_until, minutes=20)


@pytest.mark.parametrize(
    ("clock", "phase"),
    [
        (RoomClock("1", SessionState.GOING_IN, since=NOW), Phase.GOING_IN),
        (retaining(), Phase.RUNNING),
        (retaining(left=timedelta(0)), Phase.TIME_UP),
        (retaining(left=-MINUTE), Phase.TIME_UP),
        (retaining(paused_at=NOW - MINUTE), Phase.PAUSED),
        (RoomClock("1", SessionState.COMING_OUT, since=NOW), Phase.COMING_OUT),
    ],
)
def test_what_the_clock_shows(clock: RoomClock, phase: Phase) -> None:
    assert clock.phase(NOW) is phase


def test_going_in_counts_up_and_an_unknown_start_shows_nothing_passed() -> None:
    assert RoomClock("1", SessionState.GOING_IN, since=NOW - MINUTE).left(NOW) == -MINUTE
    assert RoomClock("1", SessionState.COMING_OUT).left(NOW) == timedelta(0)


def test_a_paused_clock_stands_still() -> None:
    assert retaining(left=5 * MINUTE, paused_at=NOW - MINUTE).left(NOW) == 6 * MINUTE


def test_the_bell_of_a_running_clock_is_never_due() -> None:
    assert not retaining().rings(NOW, None)


def test_the_bell_rings_at_once_and_every_eight_seconds() -> None:
    clock = retaining(left=timedelta(0))
    assert clock.rings(NOW, None)
    assert not clock.rings(NOW + timedelta(seconds=7), NOW)
    assert clock.rings(NOW + timedelta(seconds=8), NOW)


def test_a_silenced_bell_keeps_quiet_only_so_long() -> None:
    clock = retaining(left=-MINUTE, silenced_until=NOW + MINUTE)
    assert not clock.rings(NOW, None)
    assert clock.rings(NOW + MINUTE, None)


def test_a_long_pause_is_heard_every_two_minutes() -> None:
    clock = retaining(paused_at=NOW)
    assert not clock.rings(NOW + MINUTE, None)
    assert clock.rings(NOW + 2 * MINUTE, None)
    assert not clock.rings(NOW + 3 * MINUTE, NOW + 2 * MINUTE)


def test_what_needs_somebody_first_stands_first() -> None:
    up, longer = retaining("up", -MINUTE), retaining("longer", -2 * MINUTE)
    soon, paused = retaining("soon", MINUTE), retaining("paused", paused_at=NOW)
    out = RoomClock("out", SessionState.COMING_OUT, since=NOW)
    order = by_urgency((paused, soon, out, up, longer), NOW)
    assert [clock.room for clock in order] == ["longer", "up", "soon", "out", "paused"]


def test_the_clock_of_a_session_names_nobody_and_counts_nothing() -> None:
    session = Session(new_id(), new_id(), "Room 2", 9, SessionState.COMING_OUT, 9, 3, removal_at=NOW)
    clock = clock_of(session)
    assert (clock.room, clock.since, clock.visit_id) == ("Room 2", NOW, session.visit_id)
    assert "9" not in repr(clock).replace(str(clock.visit_id), "").replace("2026", "")


def test_a_clock_before_unlocking_knows_no_visit_and_rings_although_it_was_silenced() -> None:
    clock = clock_of_strip(RoomStrip("Room 3", SessionState.RETENTION, NOW - MINUTE, alarm=False))
    assert clock.visit_id is None
    assert clock.rings(NOW, None)


def test_a_removal_of_ten_minutes_is_an_alarm_that_can_be_silenced() -> None:
    out = RoomClock("out", SessionState.COMING_OUT, since=NOW - 10 * MINUTE)
    early = RoomClock("out", SessionState.COMING_OUT, since=NOW - 9 * MINUTE)
    assert (out.phase(NOW), early.phase(NOW)) == (Phase.FORGOTTEN, Phase.COMING_OUT)
    assert (out.rings(NOW, None), early.rings(NOW, None)) == (True, False)
    assert not replace(out, silenced_until=NOW + MINUTE).rings(NOW, None)


def test_after_a_power_cut_a_removal_nobody_ends_is_an_alarm_before_anybody_unlocks() -> None:
    begun = RoomClock("out", SessionState.COMING_OUT, since=NOW)
    found = clock_of_strip(strip_of(begun, NOW))
    assert [found.alarm(NOW + minutes * MINUTE) for minutes in (9, 10)] == [False, True]


def test_after_a_power_cut_a_lamp_burns_on_though_retention_is_paused() -> None:
    stopped = retaining(left=12 * MINUTE, paused_at=NOW - MINUTE)
    paused = replace(stopped, zones=(NOW + 3 * MINUTE,))
    found = clock_of_strip(strip_of(paused, NOW))
    assert [found.alarm(NOW + minutes * MINUTE) for minutes in (2, 3)] == [False, True]
    without = clock_of_strip(strip_of(stopped, NOW))
    assert (without.paused_at, without.alarm(NOW + 60 * MINUTE)) == (NOW - MINUTE, False)


def test_no_silence_reaches_further_than_three_minutes() -> None:
    set_back = retaining(left=-MINUTE, silenced_until=NOW + 60 * MINUTE)
    assert set_back.rings(NOW, None)
    assert not retaining(left=-MINUTE, silenced_until=NOW + 3 * MINUTE).rings(NOW, None)

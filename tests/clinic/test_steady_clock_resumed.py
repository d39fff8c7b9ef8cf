"""A clock that goes on after the program was closed, killed, or the PC was cut off."""

from datetime import timedelta

import pytest

from acuchart.clinic.clock import HandClock
from acuchart.clinic.steady_clock import Away, SteadyClock
from tests.helpers.records import MORNING

MINUTE = timedelta(minutes=1)


def closed_for(
    span: timedelta, moved: timedelta = timedelta(0), boot: str = "b", up: timedelta | None = None
) -> tuple[SteadyClock, Away]:
    """The clock of a new run, and how long it says it was closed; `up` is how long a new start runs."""
    wall = HandClock(MORNING, ticks=500.0)
    beat = SteadyClock(wall).beat("b")
    wall.forward(span)
    wall.instant += moved
    if up is not None:
        wall.ticks = up.total_seconds()
    clock = SteadyClock(wall)
    return clock, clock.resume(beat, boot)


def test_a_clock_nobody_touched_is_believed() -> None:
    clock, closed = closed_for(40 * MINUTE)
    assert (clock.now(), clock.shift) == (MORNING + 40 * MINUTE, timedelta(0))
    assert (closed.span, closed.sure) == (40 * MINUTE, True)


@pytest.mark.parametrize("moved", [60 * MINUTE, -60 * MINUTE, -24 * 60 * MINUTE])
def test_within_one_start_of_the_pc_a_clock_that_was_set_is_seen(moved: timedelta) -> None:
    clock, closed = closed_for(40 * MINUTE, moved)
    assert (clock.now(), clock.shift) == (MORNING + 40 * MINUTE, moved)
    assert (closed.span, closed.sure) == (40 * MINUTE, True)


def test_a_correction_of_a_second_is_followed() -> None:
    clock, _closed = closed_for(40 * MINUTE, timedelta(seconds=1))
    assert clock.shift == timedelta(0)


@pytest.mark.parametrize(("up", "passed"), [(3 * MINUTE, 3 * MINUTE), (0 * MINUTE, 0 * MINUTE)])
def test_after_a_power_cut_a_clock_that_was_set_back_is_seen(up: timedelta, passed: timedelta) -> None:
    """At least the time since the new start has passed, whatever the wall says."""
    clock, closed = closed_for(40 * MINUTE, -60 * MINUTE, boot="another", up=up)
    assert clock.now() == MORNING + passed
    assert (clock.shift, closed.span, closed.sure) == (-20 * MINUTE - passed, passed, False)


def test_a_clock_set_back_by_less_than_the_pc_was_off_can_not_be_seen_and_is_not_sure() -> None:
    clock, closed = closed_for(40 * MINUTE, -10 * MINUTE, boot="another", up=3 * MINUTE)
    assert (clock.now(), clock.shift, closed.sure) == (MORNING + 30 * MINUTE, timedelta(0), False)


@pytest.mark.parametrize("boot", ["another", ""])
@pytest.mark.parametrize("moved", [0 * MINUTE, 60 * MINUTE])
def test_after_a_power_cut_a_clock_that_went_on_is_believed_and_not_sure(boot: str, moved: timedelta) -> None:
    """Whether an hour passed or the clock was set on an hour, nothing on the PC can tell."""
    clock, closed = closed_for(40 * MINUTE, moved, boot=boot, up=3 * MINUTE)
    assert (clock.now(), clock.shift) == (MORNING + 40 * MINUTE + moved, timedelta(0))
    certain = 3 * MINUTE if boot else timedelta(0)
    assert closed == Away(MORNING, MORNING + 40 * MINUTE + moved, sure=False, least=certain)


def test_what_passed_for_certain_is_never_more_than_what_passed() -> None:
    assert closed_for(40 * MINUTE)[1].least == 40 * MINUTE
    assert closed_for(40 * MINUTE, boot="another", up=25 * MINUTE)[1].least == 25 * MINUTE
    _clock, closed = closed_for(40 * MINUTE, -60 * MINUTE, boot="another", up=3 * MINUTE)
    assert closed.least == closed.span == 3 * MINUTE


def test_a_start_nobody_named_is_never_sure_though_the_ticks_went_on() -> None:
    wall = HandClock(MORNING, ticks=500.0)
    beat = SteadyClock(wall).beat("")
    wall.forward(40 * MINUTE)
    closed = SteadyClock(wall).resume(beat, "")
    assert (closed.span, closed.sure) == (40 * MINUTE, False)


def test_a_night_of_daylight_saving_moves_no_instant() -> None:
    """Instants are kept in UTC; the wall of the clinic shows another hour, the patient rests as long."""
    clock, closed = closed_for(8 * 60 * MINUTE)
    assert (clock.shift, closed.span) == (timedelta(0), 8 * 60 * MINUTE)


def test_a_pc_that_slept_an_hour_has_passed_an_hour() -> None:
    """The ticks go on while it sleeps, so nothing looks like a clock that was set."""
    wall = HandClock(MORNING)
    clock = SteadyClock(wall)
    wall.forward(60 * MINUTE)
    assert (clock.now(), clock.shift) == (MORNING + 60 * MINUTE, timedelta(0))

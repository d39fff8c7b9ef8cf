"""A clock that goes on after the program was closed, killed, or the PC was cut off."""

from datetime import timedelta

import pytest

from acuchart.clinic.clock import HandClock
from acuchart.clinic.steady_clock import SteadyClock
from tests.helpers.records import MORNING

MINUTE = timedelta(minutes=1)


def closed_for(
    span: timedelta, moved: timedelta = timedelta(0), boot: str = "b"
) -> tuple[SteadyClock, timedelta]:
    """The clock of a new run, and how long it says it was closed."""
    wall = HandClock(MORNING)
    beat = SteadyClock(wall).beat("b")
    wall.forward(span)
    wall.instant += moved
    clock = SteadyClock(wall)
    return clock, clock.resume(beat, boot)


def test_a_clock_nobody_touched_is_believed() -> None:
    clock, closed = closed_for(40 * MINUTE)
    assert (clock.now(), clock.shift, closed) == (MORNING + 40 * MINUTE, timedelta(0), 40 * MINUTE)


@pytest.mark.parametrize("moved", [60 * MINUTE, -60 * MINUTE, -24 * 60 * MINUTE])
def test_within_one_start_of_the_pc_a_clock_that_was_set_is_seen(moved: timedelta) -> None:
    clock, closed = closed_for(40 * MINUTE, moved)
    assert (clock.now(), clock.shift, closed) == (MORNING + 40 * MINUTE, moved, 40 * MINUTE)


def test_a_correction_of_a_second_is_followed() -> None:
    clock, _closed = closed_for(40 * MINUTE, timedelta(seconds=1))
    assert clock.shift == timedelta(0)


def test_after_a_power_cut_a_clock_that_stands_before_the_beat_is_seen() -> None:
    clock, closed = closed_for(40 * MINUTE, -60 * MINUTE, boot="another")
    assert clock.now() == MORNING
    assert (clock.shift, closed) == (-20 * MINUTE, timedelta(0))


@pytest.mark.parametrize("boot", ["another", ""])
def test_after_a_power_cut_a_clock_that_went_on_is_believed(boot: str) -> None:
    clock, closed = closed_for(40 * MINUTE, boot=boot)
    assert (clock.now(), closed) == (MORNING + 40 * MINUTE, 40 * MINUTE)


def test_a_night_of_daylight_saving_moves_no_instant() -> None:
    """Instants are kept in UTC; the wall of the clinic shows another hour, the patient rests as long."""
    clock, closed = closed_for(8 * 60 * MINUTE)
    assert (clock.shift, closed) == (timedelta(0), 8 * 60 * MINUTE)

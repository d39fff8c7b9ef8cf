"""Time goes on evenly when somebody sets the clock of the PC."""

from datetime import timedelta

import pytest

from acuchart.clinic.clock import HandClock
from acuchart.clinic.steady_clock import SteadyClock
from tests.helpers.records import MORNING

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.mark.parametrize("jump", [HOUR, -HOUR, 3 * SECOND, -3 * SECOND])
def test_a_clock_that_is_set_moves_nothing(jump: timedelta) -> None:
    wall = HandClock(MORNING)
    steady = SteadyClock(wall)
    wall.forward(60 * SECOND)
    wall.instant += jump
    assert (steady.now(), steady.shift) == (MORNING + 60 * SECOND, jump)
    wall.forward(60 * SECOND)
    assert (steady.now(), steady.shift) == (MORNING + 120 * SECOND, jump)


def test_set_twice_is_told_as_one() -> None:
    wall = HandClock(MORNING)
    steady = SteadyClock(wall)
    for jump in (HOUR, -HOUR / 2):
        wall.instant += jump
        steady.now()
    assert (steady.now(), steady.shift) == (MORNING, HOUR / 2)


def test_small_corrections_are_followed() -> None:
    wall = HandClock(MORNING)
    steady = SteadyClock(wall)
    for _time in range(5):
        wall.instant += SECOND
        assert steady.now() == wall.now()
    assert steady.shift == timedelta(0)


def test_the_wall_is_taken_when_nothing_runs() -> None:
    wall = HandClock(MORNING)
    steady = SteadyClock(wall)
    wall.instant += HOUR
    assert steady.shift == HOUR
    steady.adopt()
    assert (steady.now(), steady.shift) == (MORNING + HOUR, timedelta(0))

"""A course of care: schedule, scores and dates."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.course import (
    Course,
    Phase,
    Schedule,
    check_complaint,
    check_onset,
    check_schedule,
    check_score,
)
from acuchart.clinic.ids import new_id
from acuchart.clinic.trouble import ChartTrouble

FIRST = date(2026, 11, 6)
phases = st.builds(Phase, st.integers(1, 7), st.integers(1, 12))


@given(st.lists(phases, min_size=1, max_size=2).map(tuple))
def test_a_schedule_gives_one_date_a_visit_in_order_without_doubles(given_phases: tuple[Phase, ...]) -> None:
    schedule = Schedule(given_phases)
    dates = schedule.dates(FIRST)
    assert len(dates) == schedule.visits
    assert dates[0] == FIRST
    assert all(one < other for one, other in pairwise(dates))


@pytest.mark.parametrize("phase", [Phase(0, 4), Phase(8, 1), Phase(1, 0), Phase(1, 53)])
def test_impossible_phases_are_refused(phase: Phase) -> None:
    with pytest.raises(ChartTrouble):
        check_schedule(Schedule((phase,)))


def test_a_schedule_without_phases_is_refused() -> None:
    with pytest.raises(ChartTrouble):
        check_schedule(Schedule(()))


@pytest.mark.parametrize("score", [-1, 11, 100])
def test_pain_lies_between_0_and_10(score: int) -> None:
    with pytest.raises(ChartTrouble):
        check_score(score)


def test_a_score_nobody_asked_stays_none() -> None:
    assert check_score(None) is None
    assert check_score(0) == 0


def test_pain_is_chronic_after_three_months_and_unknown_without_an_onset() -> None:
    course = Course(new_id(), new_id(), "knee", datetime(2026, 11, 6, tzinfo=UTC))
    assert course.chronic(FIRST) is None
    dated = Course(new_id(), new_id(), "knee", course.opened_at, onset=FIRST - timedelta(days=93))
    assert dated.chronic(FIRST) is True
    assert dated.chronic(FIRST - timedelta(days=2)) is False


def test_a_complaint_needs_words_and_pain_begins_in_a_life() -> None:
    with pytest.raises(ChartTrouble):
        check_complaint("  ")
    for onset in (date(1984, 12, 31), date(2026, 11, 7)):
        with pytest.raises(ChartTrouble):
            check_onset(onset, date(1985, 1, 1), FIRST)

"""Not asked is not none, and a pregnancy has a week."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.flags import (
    FLAG_WORDS,
    Flag,
    FlagKind,
    Flags,
    FlagState,
    check_flag,
    flag_word,
    pregnancy_week,
)
from acuchart.clinic.trouble import ChartTrouble

TODAY = date(2026, 11, 20)


def test_every_risk_is_there_and_not_asked_until_somebody_asked() -> None:
    flags = Flags.of(())
    assert {flag.kind for flag in flags} == set(FlagKind) == set(FLAG_WORDS)
    assert set(flags.not_asked) == set(flags)
    assert not flags.present


def test_asked_and_none_is_neither_present_nor_open() -> None:
    flags = Flags.of([Flag(FlagKind.PACEMAKER, FlagState.ASKED_NONE, asked_on=TODAY)])
    assert flags[FlagKind.PACEMAKER] not in flags.not_asked
    assert not flags.present


def test_the_picture_of_the_design_22_weeks_with_a_due_date_on_26_march() -> None:
    flag = Flag(FlagKind.PREGNANCY, FlagState.YES, due=date(2027, 3, 26))
    assert pregnancy_week(date(2027, 3, 26), TODAY) == 22
    assert flag_word(flag, TODAY) == "Pregnant 22 wk"


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-500, 500))
def test_the_week_never_falls_as_days_pass_and_stays_in_its_range(due: date, days: int) -> None:
    on = due + timedelta(days=days)
    week = pregnancy_week(due, on)
    assert 0 <= week <= 44
    assert week <= pregnancy_week(due, on + timedelta(days=1)) <= week + 1


@pytest.mark.parametrize("days", [-29, 281, 4000])
def test_a_due_date_out_of_reach_is_refused(days: int) -> None:
    with pytest.raises(ChartTrouble):
        check_flag(Flag(FlagKind.PREGNANCY, FlagState.YES, due=TODAY + timedelta(days=days)), TODAY)


def test_an_answer_older_than_90_days_asks_to_be_asked_again() -> None:
    asked = Flag(FlagKind.DIABETES, FlagState.ASKED_NONE, asked_on=TODAY - timedelta(days=90))
    assert not asked.ask_again(TODAY)
    assert asked.ask_again(TODAY + timedelta(days=1))

"""Rows of a prescription: counts by round, pairs under current, what is copied, and what cannot be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.needling import (
    Adjunct,
    Current,
    DeQi,
    LeftInPlan,
    NeedleUsed,
    Needling,
    Stays,
    Stimulation,
    as_chosen_again,
    needles_by_round,
    needles_expected,
    pairs_under_current,
)
from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.points import Side
from acuchart.clinic.row_faults import faults, first_fault

TODAY = date(2026, 11, 20)
ROW = Needling("ST36", Side.RIGHT, 1, 25.0)
EAR_SEED = LeftInPlan(Stays.EAR_SEED, "Shenmen", TODAY + timedelta(days=4))


def charged(code: str, pair: int) -> Needling:
    return Needling(code, Side.RIGHT, 1, stimulation=Stimulation.ELECTRICAL, current=Current(pair, "2/100"))


ROUNDS = st.lists(
    st.builds(lambda n, r: replace(ROW, needles=n, round=r), st.integers(0, 9), st.integers(1, 3))
)


@given(ROUNDS)
def test_the_rounds_add_up_to_what_is_expected(rows: list[Needling]) -> None:
    counted = needles_by_round(rows)
    assert sum(counted) == needles_expected(rows)
    assert len(counted) == len({row.round for row in rows})


def test_needles_round_by_round() -> None:
    rows = (replace(ROW, needles=2), replace(ROW, needles=3, round=2), ROW)
    assert needles_by_round(rows) == (3, 3)
    assert needles_by_round(()) == ()


def test_numbered_pairs_hold_whatever_the_order() -> None:
    rows = (charged("ST36", 1), charged("GB34", 2), charged("SP9", 1), charged("SP6", 2))
    assert pairs_under_current(rows) == ((0, 2), (1, 3))
    assert pairs_under_current(rows[::-1]) == ((0, 2), (1, 3))


def test_older_records_pair_neighbours() -> None:
    old = replace(ROW, stimulation=Stimulation.ELECTRICAL)
    assert pairs_under_current((old, ROW, old, old)) == ((0, 2), (3,))


ACROSS = Needling(
    "ST36", Side.BOTH, 2, stimulation=Stimulation.ELECTRICAL, current=Current(2, "2/100", across=True)
)


def test_current_from_left_to_right_is_a_whole_pair() -> None:
    rows = (charged("GB34", 1), ACROSS, charged("SP9", 1))
    assert pairs_under_current(rows) == ((0, 2), (1, 1))
    assert faults(rows, TODAY) == ("", "", "")
    assert "left to right, 2/100 Hz" in needling_words(ACROSS)


@pytest.mark.parametrize(
    "row",
    [replace(ACROSS, side=Side.LEFT, needles=1), replace(ACROSS, needles=1), replace(ACROSS, needles=0)],
)
def test_left_to_right_needs_two_sides(row: Needling) -> None:
    assert faults((row,), TODAY)[0]


def test_what_belongs_to_one_day_is_not_copied() -> None:
    row = replace(
        ROW,
        kept_because="a reason of that day",
        kept_for=("x",),
        kept_to_mm=20.0,
        obtained=DeQi.STRONG,
        de_qi=DeQi.CLEAR,
        stays=EAR_SEED,
        needle=NeedleUsed(0.3, 50.0, "A12"),
    )
    copied = as_chosen_again(row, "visit 4")
    assert (copied.kept_because, copied.kept_for, copied.kept_to_mm) == ("", (), None)
    assert (copied.obtained, copied.de_qi) == (None, DeQi.SOUGHT)
    assert copied.stays == replace(EAR_SEED, remove_on=None)
    assert copied.needle == NeedleUsed(0.3, 50.0)
    assert (copied.copied_from, copied.confirmed) == ("visit 4", False)
    assert as_chosen_again(row, "").confirmed
    assert as_chosen_again(replace(row, needle=NeedleUsed(lot="A12")), "").needle is None


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (replace(ROW, stays=replace(EAR_SEED, remove_on=TODAY - timedelta(days=1))), "past"),
        (replace(ROW, stays=replace(EAR_SEED, remove_on=None)), "which day"),
        (replace(ROW, stays=replace(EAR_SEED, place=" ")), "where"),
        (replace(ROW, needles=0, stays=replace(EAR_SEED, kind=Stays.PRESS_NEEDLE)), "how many"),
        (replace(ROW, needle=NeedleUsed(gauge_mm=3.0)), "thick"),
        (replace(ROW, needle=NeedleUsed(length_mm=0.4)), "long"),
        (replace(ROW, depth_mm=40.0, needle=NeedleUsed(length_mm=40.0)), "deep"),
        (replace(ROW, needles=0), "Nothing"),
        (replace(ROW, needles=0, stimulation=Stimulation.WARM_NEEDLE, adjuncts=(Adjunct.MOXA,)), "no needle"),
        (charged("SP9", 1), "One end"),
    ],
)
def test_what_cannot_be_is_said_in_its_row(row: Needling, word: str) -> None:
    assert word in faults((ROW, row), TODAY)[1]
    assert faults((ROW, row), TODAY)[0] == ""
    assert first_fault((ROW, row), TODAY).startswith(f"{row.code}: ")


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    past = replace(EAR_SEED, remove_on=TODAY - timedelta(days=1))
    row = replace(charged("SP9", 1), depth_mm=30.0, needle=NeedleUsed(length_mm=25.0), stays=past)
    said = faults((ROW, row), TODAY)[1]
    assert all(words in said for words in ("One end", "as deep as", "past"))


def test_what_can_be_has_no_sentence() -> None:
    rows = (
        ROW,
        replace(ROW, stays=replace(EAR_SEED, remove_on=TODAY)),
        replace(ROW, needles=0, stays=EAR_SEED),
        replace(ROW, needles=0, adjuncts=(Adjunct.CUPPING,)),
        replace(ROW, needle=NeedleUsed(0.25, 40.0, "A12")),
        charged("SP9", 1),
        charged("GB34", 1),
    )
    assert set(faults(rows, TODAY)) == {""}
    assert first_fault(rows, TODAY) == ""


def test_a_pair_lies_in_one_round() -> None:
    rows = (charged("ST36", 1), replace(charged("BL40", 1), round=2))
    assert all("different rounds" in sentence for sentence in faults(rows, TODAY))


def test_three_ends_make_no_pair() -> None:
    rows = tuple(charged(code, 1) for code in ("SP9", "GB34", "ST36"))
    assert all("two ends" in sentence for sentence in faults(rows, TODAY))

"""The eight principles: a quiet summary of the same findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.eight_principles import PAIRS, Side, eight_principles, sides_of
from acuchart.clinic.findings import FindingState, Observation
from acuchart.knowledge import load

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns


def sides(*present: str) -> set[Side]:
    seen = [Observation(finding_id, FindingState.PRESENT) for finding_id in present]
    return {side for pair in eight_principles(PATTERNS, seen) for side in pair.sides}


@pytest.mark.parametrize(
    ("present", "there", "not_there"),
    [
        (
            "chills_fever no_sweat nose_clear pulse_floating pain_recent",
            {Side.EXTERIOR, Side.COLD},
            {Side.DEFICIENCY},
        ),
        ("throat_sore fever nose_yellow pulse_floating pain_recent", {Side.EXTERIOR, Side.HEAT}, {Side.COLD}),
        (
            "stool_dawn urine_night cold_limbs prefers_lying pulse_faint",
            {Side.INTERIOR, Side.COLD, Side.DEFICIENCY},
            {Side.HEAT, Side.EXCESS, Side.EXTERIOR},
        ),
        (
            "hunger_excess bad_breath pulse_full coat_yellow thirst_cold_drinks",
            {Side.INTERIOR, Side.HEAT, Side.EXCESS},
            {Side.COLD, Side.DEFICIENCY},
        ),
        (
            "sweat_night five_centre_heat coat_none face_malar_flush",
            {Side.HEAT, Side.DEFICIENCY},
            {Side.COLD, Side.EXCESS},
        ),
    ],
)
def test_pictures_of_the_teaching(present: str, there: set[Side], not_there: set[Side]) -> None:
    found = sides(*present.split())
    assert there <= found
    assert not not_there & found


def test_both_sides_of_a_pair_may_be_there() -> None:
    cold, heat = ("agg_cold", "cold_limbs", "stool_dawn"), ("mouth_ulcers", "coat_yellow", "tip_red")
    assert {Side.COLD, Side.HEAT} <= sides(*cold, *heat)


def test_one_finding_makes_no_side_and_two_findings_no_summary() -> None:
    assert Side.COLD not in sides("pain_cold", "nails_brittle", "mouth_ulcers")
    assert sides("pain_cold", "agg_cold") == set()


@given(st.lists(st.sampled_from(list(KNOWLEDGE.findings)), min_size=3, max_size=12, unique=True))
def test_it_stands_on_what_is_present_and_no_finding_leans_both_ways(present: list[str]) -> None:
    seen = [Observation(finding_id, FindingState.PRESENT) for finding_id in present]
    found = eight_principles(PATTERNS, seen)
    assert tuple((pair.first.side, pair.second.side) for pair in found) == PAIRS
    for pair in found:
        assert set(pair.first.for_).isdisjoint(pair.second.for_)
        assert set(pair.first.for_) | set(pair.second.for_) <= set(present)


def test_patterns_lie_where_they_are_taught_to_lie() -> None:
    assert sides_of(PATTERNS["wind_cold"]) == {Side.EXTERIOR, Side.COLD, Side.EXCESS}
    assert sides_of(PATTERNS["kidney_yang_deficiency"]) == {Side.INTERIOR, Side.COLD, Side.DEFICIENCY}
    assert sides_of(PATTERNS["liver_fire"]) == {Side.INTERIOR, Side.HEAT, Side.EXCESS}

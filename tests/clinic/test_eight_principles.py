"""The eight principles tell what the same findings say, and decide nothing."""

from dataclasses import replace

import pytest

from acuchart.clinic.eight_principles import PAIRS, Side, eight_principles, sides_of
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Pattern
from acuchart.knowledge import load

PATTERNS = load().patterns
COLD = ("pain_cold", "agg_cold", "rel_warmth", "aversion_cold", "pulse_tight")
HOT = ("feels_hot", "agg_heat", "rel_cool", "thirst_cold_drinks", "tongue_red", "coat_yellow")


def seen(*ids: str, state: FindingState = FindingState.PRESENT) -> tuple[Observation, ...]:
    return tuple(Observation(key, state) for key in ids)


def told(observations: tuple[Observation, ...]) -> dict[Side, tuple[str, ...]]:
    pairs = eight_principles(PATTERNS, observations)
    return {one.side: one.for_ for pair in pairs for one in (pair.first, pair.second)}


def there(observations: tuple[Observation, ...]) -> set[Side]:
    return {side for pair in eight_principles(PATTERNS, observations) for side in pair.sides}


def test_cold_findings_speak_for_cold_and_hot_ones_for_heat() -> None:
    assert there(seen(*COLD)) & {Side.COLD, Side.HEAT} == {Side.COLD}
    assert there(seen(*HOT)) & {Side.COLD, Side.HEAT} == {Side.HEAT}


def test_cold_and_heat_together_are_both_there() -> None:
    assert there(seen(*COLD, *HOT)) >= {Side.COLD, Side.HEAT}


def test_one_finding_makes_no_side() -> None:
    assert Side.HEAT not in there(seen(*COLD, "coat_yellow"))
    assert "coat_yellow" in told(seen(*COLD, "coat_yellow"))[Side.HEAT]


def test_nothing_is_told_below_three_present_findings() -> None:
    assert eight_principles(PATTERNS, seen(*COLD[:2])) == ()
    assert eight_principles(PATTERNS, seen(*COLD, state=FindingState.ABSENT)) == ()


def test_no_finding_speaks_for_both_sides_of_a_pair() -> None:
    every = tuple(dict.fromkeys(link.finding_id for p in PATTERNS.values() for link in p.links))
    all_told = told(seen(*every))
    for one, other in PAIRS:
        assert not set(all_told[one]) & set(all_told[other])


def named(nature: str, family: str = "principle") -> Pattern:
    return replace(PATTERNS["cold"], nature=nature, family=family)


@pytest.mark.parametrize(
    ("nature", "family", "sides"),
    [
        ("excess; hot; interior", "principle", {Side.EXCESS, Side.HEAT, Side.INTERIOR}),
        ("excess or deficiency; cold", "principle", {Side.COLD}),
        ("excess; neutral or cold", "principle", {Side.EXCESS, Side.COLD}),
        ("mixed", "organ", {Side.INTERIOR}),
        ("excess; exterior", "organ", {Side.EXCESS, Side.EXTERIOR}),
        ("interior or exterior", "organ", set()),
        ("by cause", "channel", set()),
    ],
)
def test_a_nature_left_open_names_no_side(nature: str, family: str, sides: set[Side]) -> None:
    assert sides_of(named(nature, family)) == sides

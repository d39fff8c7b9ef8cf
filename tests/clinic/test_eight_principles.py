"""The eight principles tell what the same findings say, and decide nothing."""

from dataclasses import replace

import pytest

from acuchart.clinic.eight_principles import PAIRS, Pole, poles_of, weigh_principles
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Pattern
from acuchart.knowledge import load

PATTERNS = load().patterns
COLD = ("pain_cold", "agg_cold", "rel_warmth", "aversion_cold", "pulse_tight")
HOT = ("feels_hot", "agg_heat", "rel_cool", "thirst_cold_drinks", "tongue_red", "coat_yellow")


def seen(*ids: str, state: FindingState = FindingState.PRESENT) -> tuple[Observation, ...]:
    return tuple(Observation(key, state) for key in ids)


def told(observations: tuple[Observation, ...]) -> dict[Pole, tuple[str, ...]]:
    return {principle.pole: principle.for_ for principle in weigh_principles(PATTERNS, observations)}


def test_cold_findings_speak_for_cold_and_hot_ones_for_heat() -> None:
    cold, hot = told(seen(*COLD)), told(seen(*HOT))
    assert len(cold[Pole.COLD]) >= 4
    assert not cold[Pole.HEAT]
    assert len(hot[Pole.HEAT]) >= 4
    assert not hot[Pole.COLD]


def test_cold_and_heat_together_are_both_told() -> None:
    both = told(seen(*COLD, *HOT))
    assert both[Pole.COLD]
    assert both[Pole.HEAT]


def test_nothing_is_told_below_three_present_findings() -> None:
    assert weigh_principles(PATTERNS, seen(*COLD[:2])) == ()
    assert weigh_principles(PATTERNS, seen(*COLD, state=FindingState.ABSENT)) == ()


def test_no_finding_speaks_for_both_poles_of_a_pair() -> None:
    every = tuple(dict.fromkeys(link.finding_id for p in PATTERNS.values() for link in p.links))
    all_told = told(seen(*every))
    for one, other in PAIRS:
        assert not set(all_told[one]) & set(all_told[other])


def named(nature: str, family: str = "principle") -> Pattern:
    return replace(PATTERNS["cold"], nature=nature, family=family)


@pytest.mark.parametrize(
    ("nature", "family", "poles"),
    [
        ("excess; hot; interior", "principle", {Pole.EXCESS, Pole.HEAT, Pole.INTERIOR}),
        ("excess or deficiency; cold", "principle", {Pole.COLD}),
        ("excess; neutral or cold", "principle", {Pole.EXCESS, Pole.COLD}),
        ("mixed", "organ", {Pole.INTERIOR}),
        ("excess; exterior", "organ", {Pole.EXCESS, Pole.EXTERIOR}),
        ("interior or exterior", "organ", set()),
        ("by cause", "channel", set()),
    ],
)
def test_a_nature_left_open_names_no_pole(nature: str, family: str, poles: set[Pole]) -> None:
    assert poles_of(named(nature, family)) == poles

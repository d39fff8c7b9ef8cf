"""What findings say together: several of one question are one answer, and no witness outvotes the others."""

import math

import pytest

from acuchart.clinic.evidence import (
    LEAST_NAMED,
    MOST_OF_A_WITNESS,
    Said,
    asked_of,
    effect,
    present_in,
    sum_of_witnesses,
    telling,
)
from acuchart.clinic.findings import FindingState
from acuchart.clinic.patterns import Link, Strength
from acuchart.knowledge import load

WHY = [pattern for pattern in load().patterns.values() if not pattern.where]


def test_of_one_question_the_heaviest_counts_in_full_and_each_further_one_a_half() -> None:
    pain = [Said("pain_cold", "pain_quality", 4.0), Said("pain_severe", "pain_quality", 2.0)]
    assert sum_of_witnesses(pain) == pytest.approx(5.0)
    assert sum_of_witnesses(reversed(pain)) == pytest.approx(5.0)
    assert sum_of_witnesses([*pain, Said("pain_tight", "pain_quality", 1.0)]) == pytest.approx(5.5)
    assert sum_of_witnesses([*pain, Said("agg_cold", "aggravating", 3.0)]) == pytest.approx(8.0)


def test_what_speaks_against_counts_in_full_however_often_it_was_asked() -> None:
    mixed = [Said("pain_cold", "pain_quality", 4.0), Said("pain_burning", "pain_quality", -3.0)]
    assert sum_of_witnesses(mixed) == pytest.approx(1.0)
    assert sum_of_witnesses([*mixed, Said("pain_sore", "pain_quality", -2.0)]) == pytest.approx(-1.0)


@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize("witness", ["tongue", "pulse"])
def test_tongue_and_pulse_are_held_on_both_sides_and_the_story_is_not(witness: str, sign: float) -> None:
    loud = [Said(f"{witness}_{n}", f"{witness}_group_{n}", 4.0 * sign) for n in range(5)]
    assert sum_of_witnesses(loud) == sign * MOST_OF_A_WITNESS
    story = [Said(f"agg_{n}", f"group_{n}", 4.0 * sign) for n in range(5)]
    assert sum_of_witnesses(story) == pytest.approx(20.0 * sign)
    assert sum_of_witnesses([*loud, *story]) == pytest.approx(sign * (20.0 + MOST_OF_A_WITNESS))


def test_the_fewer_patterns_name_a_finding_the_more_it_tells() -> None:
    tells = telling([pattern.links for pattern in WHY])
    named = {
        f: sum(f in p.findings(Strength.CHARACTERISTIC, Strength.SUPPORTING) for p in WHY) for f in tells
    }
    for finding_id, patterns in named.items():
        counted = max(patterns, LEAST_NAMED)
        assert tells[finding_id] == pytest.approx(math.log((len(WHY) + 1) / (counted + 1)))
    alone = next(f for f, patterns in named.items() if patterns == 1)
    assert tells[alone] == tells[next(f for f, patterns in named.items() if patterns == LEAST_NAMED)]
    asked = asked_of(WHY, {"fatigue": FindingState.ABSENT, "no_such": FindingState.PRESENT})
    assert telling([links for _pattern, links in asked]) == {"fatigue": tells["fatigue"]}


@pytest.mark.parametrize(
    ("strength", "present", "absent"),
    [(Strength.CHARACTERISTIC, 2, -1), (Strength.SUPPORTING, 1, 0), (Strength.AGAINST, -2, 0)],
)
def test_the_written_weights(strength: Strength, present: int, absent: int) -> None:
    link = Link("pain_cold", "pain_quality", strength, ("bg",))
    tells = {"pain_cold": 1.5}
    assert effect(link, FindingState.PRESENT, tells) == 1.5 * present
    assert effect(link, FindingState.ABSENT, tells) == 1.5 * absent
    assert effect(link, FindingState.NOT_ASKED, tells) == 0


def test_three_present_findings_are_the_least() -> None:
    two = {"a": FindingState.PRESENT, "b": FindingState.PRESENT, "c": FindingState.ABSENT}
    assert present_in(two) == ()
    assert set(present_in({**two, "c": FindingState.PRESENT})) == {"a", "b", "c"}

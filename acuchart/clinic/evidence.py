"""What one finding says about one pattern: the small change that the ledger counts.

Two things make a finding heavy. Its strength: a characteristic finding names the pattern, a supporting one
agrees with it. And how telling it is: `ln((N + 1) / (n + 1))`, N patterns in all, n of them it speaks for, at
least three: that no other pattern lists a sign (worse on moving) may be a gap of the books.
Tired, pale and dull are named by a third of all patterns and would outweigh what is rare; a long list of
common findings would win by its length. The logarithm is the usual measure of how much a sign narrows a
choice (inverse document frequency, Sparck Jones 1972).
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Link, Pattern, Strength

LEAST_FINDINGS = 3
"""Present findings without which nothing is shown."""

PRESENT_WEIGHT = {Strength.CHARACTERISTIC: 2.0, Strength.SUPPORTING: 1.0, Strength.AGAINST: -2.0}
ABSENT_WEIGHT = {Strength.CHARACTERISTIC: -1.0, Strength.SUPPORTING: 0.0, Strength.AGAINST: 0.0}


class Witness(StrEnum):
    """Tongue and pulse are witnesses of their own; all that is asked, seen, heard and felt is the third."""

    STORY = "story"
    TONGUE = "tongue"
    PULSE = "pulse"


LEAST_NAMED = 3
"""Patterns that a finding is counted for at least."""

SAME_QUESTION = 0.5
"""What each further finding of one question (pain quality, sleep, tongue colour ...) counts."""

MOST_OF_A_WITNESS = 5.0
"""The most that tongue or pulse alone may say for or against a pattern: about two telling characteristic
signs, so that a tongue described in six words does not outvote the patient."""

_BODIES = {
    "tongue": Witness.TONGUE,
    "coat": Witness.TONGUE,
    "sublingual": Witness.TONGUE,
    "tip": Witness.TONGUE,
    "sides": Witness.TONGUE,
    "centre": Witness.TONGUE,
    "root": Witness.TONGUE,
    "pulse": Witness.PULSE,
}


Asked = tuple[tuple[Pattern, tuple[Link, ...]], ...]
"""Patterns with those of their links that were asked."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one finding moves one pattern by; `group` is that of the vocabulary."""

    finding_id: str
    group: str
    weight: float


def states_of(observations: Iterable[Observation]) -> dict[str, FindingState]:
    """The state of each finding that was asked: present at any place is present."""
    states: dict[str, FindingState] = {}
    for seen in observations:
        if seen.state is FindingState.PRESENT or (
            seen.state is FindingState.ABSENT and seen.finding_id not in states
        ):
            states[seen.finding_id] = seen.state
    return states


def present_in(states: Mapping[str, FindingState]) -> tuple[str, ...]:
    """The findings that are there; none where fewer than three are, as nothing is shown before that."""
    found = tuple(finding_id for finding_id, state in states.items() if state is FindingState.PRESENT)
    return found if len(found) >= LEAST_FINDINGS else ()


def witness_of(finding_id: str) -> Witness:
    """Which witness a finding belongs to, by the first word of its id."""
    return _BODIES.get(finding_id.partition("_")[0], Witness.STORY)


def asked_of(patterns: Iterable[Pattern], states: Mapping[str, FindingState]) -> Asked:
    """The links of each pattern that were asked; one taught of a place only where that place is there."""
    present = {finding_id for finding_id, state in states.items() if state is FindingState.PRESENT}
    asked = ((pattern, [one for one in pattern.links if one.finding_id in states]) for pattern in patterns)
    return tuple((pattern, tuple([one for one in links if one.holds(present)])) for pattern, links in asked)


def telling(of_patterns: Collection[Collection[Link]]) -> Mapping[str, float]:
    """How telling each finding is: the fewer patterns, each given by its links, it speaks for, the more."""
    spoken: dict[str, int] = {}
    for links in of_patterns:
        for link in links:
            says = link.strength is not Strength.AGAINST
            spoken[link.finding_id] = spoken.get(link.finding_id, 0) + says
    whole = len(of_patterns) + 1
    return {finding_id: math.log(whole / (max(n, LEAST_NAMED) + 1)) for finding_id, n in spoken.items()}


def effect(link: Link, state: FindingState, tells: Mapping[str, float]) -> float:
    """By how much a finding in this state moves the pattern of the link."""
    if state is FindingState.PRESENT:
        return PRESENT_WEIGHT[link.strength] * tells[link.finding_id]
    if state is FindingState.ABSENT:
        return ABSENT_WEIGHT[link.strength] * tells[link.finding_id]
    return 0.0


def sum_of_witnesses(said: Iterable[Said]) -> float:
    """What the findings say together, tongue and pulse each held to the most a witness may say.

    Of the findings for a pattern that one question brought out the heaviest counts in full, the others a
    half: five words for one pain are one answer. What speaks against it counts in full.
    """
    by_witness: dict[Witness, list[float]] = {witness: [] for witness in Witness}
    heard: set[str] = set()
    for one in sorted(said, key=lambda one: -one.weight):
        again = one.weight > 0 and one.group in heard
        heard.add(one.group)
        by_witness[witness_of(one.finding_id)].append(one.weight * SAME_QUESTION if again else one.weight)
    story = math.fsum(by_witness[Witness.STORY])
    return story + sum(_held(math.fsum(by_witness[w])) for w in (Witness.TONGUE, Witness.PULSE))


def _held(weight: float) -> float:
    return max(-MOST_OF_A_WITNESS, min(MOST_OF_A_WITNESS, weight))

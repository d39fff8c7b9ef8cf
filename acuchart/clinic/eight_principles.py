"""The eight principles as a summary: interior or exterior, cold or heat, deficiency or excess.

A finding leans to a side when most of the patterns it speaks for, among those whose nature names a side of
that pair, have this one. Patterns of organs are interior unless their nature says otherwise, as is taught. A
side is there with two findings, and beside the other one with at least half as many: cold above and heat
below are both so. Yin and yang, the fourth pair, sum up the other three and are left to the practitioner.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import LEAST_FINDINGS, states_of
from acuchart.clinic.patterns import Pattern, Strength

MOST = 2 / 3
LEAST_FOR_A_SIDE = 2
ALSO_THERE = 0.5
ORGAN = "organ"


class Side(StrEnum):
    """One of the six."""

    EXTERIOR = "exterior"
    INTERIOR = "interior"
    COLD = "cold"
    HEAT = "heat"
    DEFICIENCY = "deficiency"
    EXCESS = "excess"


PAIRS = ((Side.EXTERIOR, Side.INTERIOR), (Side.COLD, Side.HEAT), (Side.DEFICIENCY, Side.EXCESS))
_WORDS = {"hot": Side.HEAT}


@dataclass(frozen=True, slots=True)
class Leaning:
    """The present findings that lean to one side, as they were entered."""

    side: Side
    for_: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Principle:
    """One pair.

    Attributes:
        sides: What is there: one side, both, or none where too little was found.
    """

    first: Leaning
    second: Leaning
    sides: tuple[Side, ...]


def eight_principles(
    patterns: Mapping[str, Pattern], observations: Iterable[Observation]
) -> tuple[Principle, ...]:
    """The three pairs; none below three present findings, as in the ledger."""
    states = states_of(observations)
    present = [finding for finding, state in states.items() if state is FindingState.PRESENT]
    if len(present) < LEAST_FINDINGS:
        return ()
    named = [
        (sides_of(p), p.findings(Strength.CHARACTERISTIC, Strength.SUPPORTING)) for p in patterns.values()
    ]
    return tuple(_principle(pair, named, present) for pair in PAIRS)


def sides_of(pattern: Pattern) -> frozenset[Side]:
    """The sides a pattern's nature names, such as "excess; hot; interior"; of a pair it leaves open, none."""
    words = set(pattern.nature.replace(";", " ").replace(" or ", " ").split())
    named = {_WORDS.get(word) or Side(word) for word in words if word in _WORDS or word in set(Side)}
    if pattern.family == ORGAN and Side.EXTERIOR not in named:
        named.add(Side.INTERIOR)
    both = {side for pair in PAIRS if set(pair) <= named for side in pair}
    return frozenset(named - both)


def _principle(
    pair: tuple[Side, Side], named: list[tuple[frozenset[Side], tuple[str, ...]]], present: list[str]
) -> Principle:
    counts = [Counter(f for sides, ids in named if side in sides for f in ids) for side in pair]
    spoken = counts[0] + counts[1]
    first, second = (
        _leaning(side, [f for f in present if spoken[f] and count[f] / spoken[f] >= MOST])
        for side, count in zip(pair, counts, strict=True)
    )
    least = max(LEAST_FOR_A_SIDE, ALSO_THERE * max(first.weight, second.weight))
    return Principle(first, second, tuple(one.side for one in (first, second) if one.weight >= least))


def _leaning(side: Side, for_: list[str]) -> Leaning:
    return Leaning(side, tuple(for_), float(len(for_)))

"""The eight principles (八纲) as a quiet summary of the same findings: depth, temperature, strength.

Every pattern is taught to lie on one side of each pair: exterior or interior, cold or hot, deficiency or
excess; some on neither or on both. A finding leans to the side most of its patterns lie on:

    lean = (what it says for patterns of the one side - for those of the other) / both together

A characteristic link says two, a supporting one one, divided by the number of patterns on its side, as few
are exterior and many interior. A finding that leans by less than a half says nothing. Each pair is then the
sum of what leans to either side, lean x telling. Where the smaller side has at least half of the larger one
both are there (cold and heat mixed, root deficient and branch in excess); a side needs two findings. Yin
and yang, the fourth pair, sum up the other three and are left to the reader.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.evidence import PRESENT_WEIGHT, Asked, asked_of, present_in, states_of, telling
from acuchart.clinic.findings import Observation
from acuchart.clinic.patterns import Pattern, Strength

LEAST_LEAN = 0.5
LEAST_FOR_A_SIDE = 2
ALSO_THERE = 0.5


class Side(StrEnum):
    """One of the six."""

    EXTERIOR = "exterior"
    INTERIOR = "interior"
    COLD = "cold"
    HEAT = "heat"
    DEFICIENCY = "deficiency"
    EXCESS = "excess"


PAIRS = ((Side.EXTERIOR, Side.INTERIOR), (Side.COLD, Side.HEAT), (Side.DEFICIENCY, Side.EXCESS))
_WORDS = {
    Side.EXTERIOR: "exterior",
    Side.INTERIOR: "interior",
    Side.COLD: "cold",
    Side.HEAT: "hot",
    Side.DEFICIENCY: "deficiency",
    Side.EXCESS: "excess",
}
_INNER_FAMILIES = frozenset({"organ", "body_constituents"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """What leans to one side, the clearest finding first."""

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
    """The three pairs; none below three present findings."""
    states = states_of(observations)
    present = present_in(states)
    if not present:
        return ()
    why = asked_of((pattern for pattern in patterns.values() if not pattern.where), states)
    tells = telling([links for _pattern, links in why])
    return tuple(_principle(why, pair, present, tells) for pair in PAIRS)


def sides_of(pattern: Pattern) -> frozenset[Side]:
    """The sides a pattern is taught to lie on, such as "excess; hot; interior"; of a pair left open, none.

    Organs and constituents of the body are interior unless they are said to be exterior.
    """
    words = set(pattern.nature.replace(";", " ").split())
    found = {side for side, word in _WORDS.items() if word in words}
    if pattern.family in _INNER_FAMILIES and Side.EXTERIOR not in found:
        found.add(Side.INTERIOR)
    open_ = {side for pair in PAIRS if set(pair) <= found for side in pair}
    return frozenset(found - open_)


def _principle(
    asked: Asked,
    pair: tuple[Side, Side],
    present: tuple[str, ...],
    tells: Mapping[str, float],
) -> Principle:
    leans = _leans(asked, pair, present)
    first = _leaning(pair[0], leans, tells)
    second = _leaning(pair[1], {f: -lean for f, lean in leans.items()}, tells)
    most = max(first.weight, second.weight)
    there = (
        one.side
        for one in (first, second)
        if len(one.for_) >= LEAST_FOR_A_SIDE and one.weight >= ALSO_THERE * most
    )
    return Principle(first, second, tuple(there))


def _leans(asked: Asked, pair: tuple[Side, Side], present: tuple[str, ...]) -> dict[str, float]:
    sides = [sides_of(pattern) & set(pair) for pattern, _links in asked]
    said = {finding_id: [0.0, 0.0] for finding_id in present}
    for place, side in enumerate(pair):
        its = [links for (_pattern, links), on in zip(asked, sides, strict=True) if on == {side}]
        for link in (link for links in its for link in links):
            if link.finding_id in said and link.strength is not Strength.AGAINST:
                said[link.finding_id][place] += PRESENT_WEIGHT[link.strength] / len(its)
    return {f: (one - other) / (one + other) for f, (one, other) in said.items() if one + other > 0}


def _leaning(side: Side, leans: Mapping[str, float], tells: Mapping[str, float]) -> Leaning:
    clear = {f: lean * tells[f] for f, lean in leans.items() if lean >= LEAST_LEAN}
    return Leaning(side, tuple(sorted(clear, key=lambda f: (-clear[f], f))), sum(clear.values()))

"""The elements behind the patterns: what is wrong (nature) and where (place), with their evidence.

A finding speaks for an element when at least half of the patterns it speaks for, among those that have any
element of that axis, have this one; the share says how clearly. It speaks against an element when it is
taught as contrary to one of its patterns and speaks for none of them. Elements are ordered by the sum of
share x telling of what is present for them less what is present against them, each counting once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import LEAST_FINDINGS, states_of, telling
from acuchart.clinic.patterns import Axis, Pattern, Strength

CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class Element:
    """One element with its evidence."""

    name: str
    axis: Axis
    for_: tuple[str, ...]
    against: tuple[str, ...]
    weight: float


_PARTS: Mapping[Axis, Callable[[Pattern], tuple[str, ...]]] = {
    Axis.NATURE: lambda pattern: pattern.natures,
    Axis.PLACE: lambda pattern: pattern.places,
}


def weigh_elements(
    patterns: Mapping[str, Pattern], observations: Iterable[Observation]
) -> tuple[Element, ...]:
    """The elements that present findings speak for, the clearest first; none below three present findings."""
    present = {f for f, state in states_of(observations).items() if state is FindingState.PRESENT}
    if len(present) < LEAST_FINDINGS:
        return ()
    found = [element for axis in Axis for element in _of_axis(axis, patterns, present)]
    return tuple(sorted(found, key=lambda element: -element.weight))


def _of_axis(axis: Axis, patterns: Mapping[str, Pattern], present: set[str]) -> Iterator[Element]:
    having = [pattern for pattern in patterns.values() if _PARTS[axis](pattern)]
    tells = telling(having)
    spoken = Counter(
        link.finding_id for p in having for link in p.links if link.strength is not Strength.AGAINST
    )
    for name in dict.fromkeys(part for pattern in having for part in _PARTS[axis](pattern)):
        its = [pattern for pattern in having if name in _PARTS[axis](pattern)]
        here = Counter(
            link.finding_id for p in its for link in p.links if link.strength is not Strength.AGAINST
        )
        share = {f: here[f] / spoken[f] for f in present if here[f] and here[f] / spoken[f] >= CLEAR}
        contrary = {f for p in its for f in p.findings(Strength.AGAINST)} - set(here)
        against = tuple(sorted(contrary & present))
        if share:
            for_ = tuple(sorted(share, key=lambda f: (-share[f] * tells[f], f)))
            weight = sum(share[f] * tells[f] for f in share) - sum(tells[f] for f in against)
            yield Element(name, axis, for_, against, weight)

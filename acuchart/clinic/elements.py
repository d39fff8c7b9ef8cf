"""The elements behind the patterns (证素): what is wrong (nature) and where (place), with their evidence.

Pattern-element differentiation reads each sign for the few elements it points to, adds them up, and only
then joins elements to a name: nature + place = pattern (Zhu Wenfeng, 证素辨证学, 2008). What a sign points
to is read here from the patterns themselves, so that there is one body of knowledge and not two:

    share of a finding in an element = what it says for patterns with that element / what it says for all

A characteristic link counts two, a supporting one one; a pattern of two natures (or two places) gives each
half, as its findings may belong to either. A finding named for cold patterns only thus points to cold with
all it has, one named everywhere points nowhere. Shares under a tenth are left out.

    evidence for an element = sum of share x telling of what is present

What its general pattern is taught to lack is listed against it and not subtracted: a contrary finding belongs
to another element and counts there, as both may be true of one person.

The list explains rather than repeats: after the clearest element of an axis each next one is weighed by what
those above leave unexplained, each finding losing the share that was used. So the second half of a mixed
picture is not hidden behind near relatives of the first. Channels follow after natures and organs, from
their own patterns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from acuchart.clinic.evidence import PRESENT_WEIGHT, present_in, states_of, telling
from acuchart.clinic.findings import Observation
from acuchart.clinic.patterns import Axis, Pattern, Strength

LEAST_SHARE = 0.1

Shares = Mapping[str, Mapping[str, float]]
"""For each element the findings that point to it, with their share."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element with its evidence, the weightiest finding first."""

    name: str
    axis: Axis
    for_: tuple[str, ...]
    against: tuple[str, ...]
    weight: float


def shares_of(patterns: Iterable[Pattern], axis: Axis, findings: Iterable[str]) -> Shares:
    """How clearly each of these findings points to each element of an axis."""
    wanted = set(findings)
    everything: defaultdict[str, float] = defaultdict(float)
    parts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for pattern in patterns:
        own = pattern.elements(axis)
        for link in pattern.links:
            if link.finding_id in wanted and link.strength is not Strength.AGAINST:
                says = PRESENT_WEIGHT[link.strength]
                everything[link.finding_id] += says
                for name in own:
                    parts[name][link.finding_id] += says / len(own)
    return {
        name: {f: said / everything[f] for f, said in its.items() if said / everything[f] >= LEAST_SHARE}
        for name, its in parts.items()
    }


def evidence_for(shares: Shares, tells: Mapping[str, float]) -> dict[str, float]:
    """How much the findings say for each element, nothing being explained yet."""
    return {name: sum(share * tells[f] for f, share in its.items()) for name, its in shares.items()}


def weigh_elements(
    patterns: Mapping[str, Pattern], observations: Iterable[Observation]
) -> tuple[Element, ...]:
    """The elements that present findings speak for, the clearest first; none below three present findings."""
    present = present_in(states_of(observations))
    if not present:
        return ()
    why = [pattern for pattern in patterns.values() if not pattern.where]
    where = [pattern for pattern in patterns.values() if pattern.where]
    axes = (_explained(why, axis, present) for axis in Axis)
    found = sorted(chain.from_iterable(axes), key=lambda element: -element.weight)
    return (*found, *_explained(where, Axis.PLACE, present))


def _explained(patterns: list[Pattern], axis: Axis, present: tuple[str, ...]) -> Iterator[Element]:
    tells = telling(patterns, present)
    shares = shares_of(patterns, axis, present)
    against = _against(patterns, axis, present)
    left = dict.fromkeys(present, 1.0)
    open_names = sorted(name for name, its in shares.items() if its)

    def weight(name: str) -> float:
        return sum(share * tells[f] * left[f] for f, share in shares[name].items())

    while open_names:
        name = max(open_names, key=weight)
        open_names.remove(name)
        for_ = sorted(shares[name], key=lambda f: (-shares[name][f] * tells[f], f))
        yield Element(name, axis, tuple(for_), against.get(name, ()), weight(name))
        for finding_id, share in shares[name].items():
            left[finding_id] *= 1 - share


def _against(patterns: list[Pattern], axis: Axis, present: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For each element, what is present although the general pattern of it alone is taught to lack it."""
    general = (p for p in patterns if p.slug == p.group and len(p.elements(axis)) == 1)
    contrary: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in general:
        contrary[pattern.elements(axis)[0]].update(pattern.findings(Strength.AGAINST))
    return {name: tuple(f for f in sorted(ids) if f in present) for name, ids in contrary.items()}

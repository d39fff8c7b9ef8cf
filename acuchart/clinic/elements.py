"""The elements behind the patterns (证素): what is wrong (nature) and where (place), with their evidence.

Pattern-element differentiation reads each sign for the few elements it points to, adds them up, and only
then joins elements to a name: nature + place = pattern (Zhu Wenfeng, 证素辨证学, 2008). Two readings say
what a sign points to, each counting half:

    share of a finding in an element = (what the patterns say + what is taught of it by itself) / 2

    what the patterns say        what it says for patterns with that element / what it says for all,
                                 each element first divided by the root of how many patterns have it
    what is taught of it         its strength there / its strengths in all elements of the axis;
                                 half of that where it names none and only agrees with some

A characteristic link counts two, a supporting one one; a pattern of two natures (or two places) gives each
half, as its findings may belong to either. Counted alone, patterns favour what has many names: yin
deficiency is in a dozen and wind in few, which is a matter of books and not of patients; hence the root, half
way between a count and a rate. The sign alone (a greasy coat is damp or phlegm) knows nothing of the company
it keeps. Two limits keep both readings honest: of the patterns only links with a named source are read, and
of them the site of a pain is left to the channels, as a knee that hurts says where and not why. A site speaks
by itself alone, and only where it is taught as the seat of an organ: the low back of the kidney, the parts of
the head of liver, gallbladder and stomach. Shares under a twentieth are left out.

    evidence for an element = sum of share x telling of what is present

What its own general pattern is taught to lack is listed against it and not subtracted: a contrary finding
belongs to another element and counts there, as both may be true of one person. Nor does one element take a
finding from another: taking away what the clearest one explains was tried and served mixed pictures worse, as
their parts share findings. Channels follow after natures and organs, from their own patterns and their sites.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from acuchart.clinic.evidence import PRESENT_WEIGHT, Asked, asked_of, present_in, states_of, telling
from acuchart.clinic.findings import Observation
from acuchart.clinic.patterns import Axis, Link, Pattern, Strength

LEAST_SHARE = 0.05
A_READING = 0.5
"""What each of the two readings counts."""

SITE_OF_PAIN = "pain_site"
NOWHERE = ""
NONE = (NOWHERE,)
"""Where a pattern has no element of an axis: what it says is not lost for the others to share."""

Shares = Mapping[str, Mapping[str, float]]
"""For each element the findings that point to it, with their share."""

_Shares = defaultdict[str, defaultdict[str, float]]


@dataclass(frozen=True, slots=True)
class Element:
    """One element with its evidence, the weightiest finding first."""

    name: str
    axis: Axis
    for_: tuple[str, ...]
    against: tuple[str, ...]
    weight: float


def shares_of(asked: Asked, axis: Axis, present: Iterable[str]) -> Shares:
    """How clearly each finding that is present points to each element of an axis."""
    there = frozenset(present)
    heard = tuple(
        (pattern, tuple(one for one in links if one.finding_id in there)) for pattern, links in asked
    )
    taught = (
        (pattern, [one for one in links if one.taught and one.group != SITE_OF_PAIN])
        for pattern, links in heard
    )
    shares = _said_by_patterns(taught, axis, _roots(asked, axis), A_READING)
    for link in {link.finding_id: link for _pattern, links in heard for link in links}.values():
        for name, share in _said_of_itself(link, axis).items():
            shares[name][link.finding_id] += A_READING * share
    return _clear(shares)


def evidence_for(shares: Shares, tells: Mapping[str, float]) -> dict[str, float]:
    """How much the findings say for each element."""
    return {name: sum(share * tells[f] for f, share in its.items()) for name, its in shares.items()}


def weigh_elements(
    patterns: Mapping[str, Pattern], observations: Iterable[Observation]
) -> tuple[Element, ...]:
    """The elements that present findings speak for, the clearest first; none below three present findings."""
    states = states_of(observations)
    present = present_in(states)
    if not present:
        return ()
    why = asked_of((pattern for pattern in patterns.values() if not pattern.where), states)
    where = asked_of((pattern for pattern in patterns.values() if pattern.where), states)
    tells = telling([links for _pattern, links in why])
    organs = [e for axis in Axis for e in _weighed(shares_of(why, axis, present), axis, tells)]
    against = _against(why, present)
    tells_where = telling([links for _pattern, links in where])
    channels = _weighed(_channel_shares(where, present), Axis.PLACE, tells_where)
    return (
        *(replace(e, against=against.get(e.name, ())) for e in sorted(organs, key=_by_weight)),
        *sorted(channels, key=_by_weight),
    )


def _roots(asked: Asked, axis: Axis) -> dict[str, float]:
    """For each element the root of how many patterns have it; one of two elements counts for a half."""
    many: defaultdict[str, float] = defaultdict(float)
    for pattern, _links in asked:
        own = pattern.elements(axis) or NONE
        for name in own:
            many[name] += 1 / len(own)
    return {name: math.sqrt(number) for name, number in many.items()}


def _said_by_patterns(
    read: Iterable[tuple[Pattern, Collection[Link]]], axis: Axis, roots: Mapping[str, float], whole: float
) -> _Shares:
    """Of what the links say together, `whole` for each finding, the part of each element."""
    everything: defaultdict[str, float] = defaultdict(float)
    shares: _Shares = defaultdict(lambda: defaultdict(float))
    for pattern, links in read:
        own = pattern.elements(axis) or NONE
        speaking = [link for link in links if link.strength is not Strength.AGAINST]
        for name in own:
            its, part = shares[name], len(own) * roots[name]
            for link in speaking:
                says = PRESENT_WEIGHT[link.strength] / part
                everything[link.finding_id] += says
                its[link.finding_id] += says
    shares.pop(NOWHERE, None)
    for its in shares.values():
        for finding_id in its:
            its[finding_id] *= whole / everything[finding_id]
    return shares


def _said_of_itself(link: Link, axis: Axis) -> dict[str, float]:
    """What the finding of a link is taught to point to, all together one, or a half where it only agrees."""
    says = {sign.element: PRESENT_WEIGHT[sign.strength] for sign in link.points_to if sign.axis is axis}
    clear = max(says.values(), default=0.0) / PRESENT_WEIGHT[Strength.CHARACTERISTIC]
    return {name: clear * one / sum(says.values()) for name, one in says.items()}


def _channel_shares(asked: Asked, present: Collection[str]) -> Shares:
    read = ((pattern, [link for link in links if link.finding_id in present]) for pattern, links in asked)
    return _clear(_said_by_patterns(read, Axis.PLACE, _roots(asked, Axis.PLACE), 1.0))


def _clear(shares: _Shares) -> Shares:
    return {
        name: {finding_id: share for finding_id, share in its.items() if share >= LEAST_SHARE}
        for name, its in shares.items()
    }


def _weighed(shares: Shares, axis: Axis, tells: Mapping[str, float]) -> Iterator[Element]:
    for name, weight in evidence_for(shares, tells).items():
        its = shares[name]
        if its:
            for_ = sorted(its, key=lambda finding_id: (-its[finding_id] * tells[finding_id], finding_id))
            yield Element(name, axis, tuple(for_), (), weight)


def _by_weight(element: Element) -> tuple[float, str]:
    return -element.weight, element.name


def _against(asked: Asked, present: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For each element, what is present although the pattern that is nothing but it is taught to lack it.

    What speaks against rising liver yang speaks neither against the liver nor against deficiency of yin.
    """
    contrary: dict[str, tuple[str, ...]] = {}
    for pattern, links in asked:
        names = (*pattern.natures, *pattern.places)
        if pattern.slug == pattern.group and len(names) == 1:
            against = {link.finding_id for link in links if link.strength is Strength.AGAINST}
            contrary[names[0]] = tuple(sorted(against.intersection(present)))
    return contrary

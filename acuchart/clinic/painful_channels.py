"""The channels a pain lies on: where it was painted or named, and which findings speak for a channel.

A painful region of the body chart lies on the channels that run through it, the leading one first; a finding
speaks for a channel where the pattern of that channel is taught with it. The channels with most painful
regions come first, each leading one counting one and each further one a half; among equals those with more
findings.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acuchart.clinic.channels import Channels
from acuchart.clinic.evidence import states_of
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Pattern, Strength

LEADING, FURTHER = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class PainfulChannel:
    """A channel with the painful regions on it.

    Attributes:
        regions: Regions of the body chart, as painted or named.
        for_: Present findings that speak for it.
        patterns: Slugs of the channel patterns those findings belong to.
    """

    code: str
    regions: tuple[str, ...]
    for_: tuple[str, ...]
    patterns: tuple[str, ...]


def painful_channels(
    painted: Iterable[str],
    observations: Iterable[Observation],
    channels: Channels,
    patterns: Mapping[str, Pattern],
) -> tuple[PainfulChannel, ...]:
    """Every channel that a painful region lies on or a characteristic finding points to, the first one first.

    Args:
        painted: Painted regions of the body chart; the sites of the observations are added.
        observations: What was asked.
        channels: Courses and regions.
        patterns: All patterns by slug.
    """
    seen = tuple(observations)
    present = {f for f, state in states_of(seen).items() if state is FindingState.PRESENT}
    sites = (o.site for o in seen if o.site and o.state is FindingState.PRESENT)
    weight: defaultdict[str, float] = defaultdict(float)
    regions: defaultdict[str, list[str]] = defaultdict(list)
    for region in dict.fromkeys((*painted, *sites)):
        for place, code in enumerate(channels.of_chart_region(region)):
            weight[code] += FURTHER if place else LEADING
            regions[code].append(region)
    spoken, named = _spoken_for(patterns, present)
    found = [
        PainfulChannel(code, tuple(regions[code]), tuple(spoken[code]), tuple(named[code]))
        for code in dict.fromkeys((*regions, *named))
    ]
    return tuple(sorted(found, key=lambda one: (-weight[one.code], -len(one.for_), one.code)))


def _spoken_for(
    patterns: Mapping[str, Pattern], present: set[str]
) -> tuple[defaultdict[str, list[str]], defaultdict[str, list[str]]]:
    """For each channel the present findings of its patterns, where a characteristic one is among them."""
    spoken: defaultdict[str, list[str]] = defaultdict(list)
    named: defaultdict[str, list[str]] = defaultdict(list)
    for pattern in patterns.values():
        if not pattern.where or not present.intersection(pattern.findings(Strength.CHARACTERISTIC)):
            continue
        its = [f for f in pattern.findings(Strength.CHARACTERISTIC, Strength.SUPPORTING) if f in present]
        for code in pattern.places:
            named[code].append(pattern.slug)
            spoken[code].extend(f for f in its if f not in spoken[code])
    return spoken, named

"""The channels a pain lies on, with the findings that speak for one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from acuchart.clinic.channels import Channels
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Pattern, Strength
from acuchart.words import N_

CHANNEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "LU": N_("Lung"),
        "LI": N_("Large Intestine"),
        "ST": N_("Stomach"),
        "SP": N_("Spleen"),
        "HT": N_("Heart"),
        "SI": N_("Small Intestine"),
        "BL": N_("Bladder"),
        "KI": N_("Kidney"),
        "PC": N_("Pericardium"),
        "TE": N_("Triple Energizer"),
        "GB": N_("Gallbladder"),
        "LR": N_("Liver"),
        "GV": N_("Governor Vessel"),
        "CV": N_("Conception Vessel"),
    }
)


@dataclass(frozen=True, slots=True)
class ChannelSign:
    """A pattern of one channel that something present is characteristic of.

    Attributes:
        for_: Present findings that speak for it, the characteristic ones first.
        not_asked: Characteristic findings nobody has asked.
    """

    pattern: str
    for_: tuple[str, ...]
    not_asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PainfulChannel:
    """One channel.

    Attributes:
        regions: Painful regions of the body chart that lie on it; none where only findings speak for it.
        leading: Whether it is the leading channel of one of them.
    """

    code: str
    regions: tuple[str, ...]
    leading: bool
    signs: tuple[ChannelSign, ...]


def painful_channels(
    regions: Iterable[str],
    channels: Channels,
    patterns: Mapping[str, Pattern],
    observations: Iterable[Observation],
) -> tuple[PainfulChannel, ...]:
    """The channels through painful regions, painted or named, and those that only findings speak for.

    In order: channels that findings speak for, then leading ones, then those of most regions.
    """
    found = tuple(observations)
    sited = (_region(o) for o in found if o.site)
    through = {
        region: codes
        for region in dict.fromkeys((*regions, *sited))
        if (codes := channels.of_chart_region(region))
    }
    present = {o.finding_id for o in found if o.state is FindingState.PRESENT}
    asked = {o.finding_id for o in found}
    signs: dict[str, list[ChannelSign]] = {}
    for pattern in patterns.values():
        sign = _sign(pattern, present, asked) if pattern.where else None
        if sign is not None:
            for code in pattern.places:
                signs.setdefault(code, []).append(sign)
    named = dict.fromkeys((*(code for codes in through.values() for code in codes), *signs))
    told = [_channel(code, through, tuple(signs.get(code, ()))) for code in named]
    return tuple(sorted(told, key=lambda one: (not one.signs, not one.leading, -len(one.regions))))


def _region(observation: Observation) -> str:
    """The region of the body chart a finding was named for; its site may bear the side already."""
    site, side = observation.site, observation.side
    return site if not side or site.endswith(f"-{side}") else f"{site}-{side}"


def _channel(
    code: str, through: Mapping[str, tuple[str, ...]], signs: tuple[ChannelSign, ...]
) -> PainfulChannel:
    regions = tuple(region for region, codes in through.items() if code in codes)
    return PainfulChannel(code, regions, any(through[region][0] == code for region in regions), signs)


def _sign(pattern: Pattern, present: set[str], asked: set[str]) -> ChannelSign | None:
    characteristic = pattern.findings(Strength.CHARACTERISTIC)
    if present.isdisjoint(characteristic):
        return None
    speaking = (*characteristic, *pattern.findings(Strength.SUPPORTING))
    return ChannelSign(
        pattern.slug,
        tuple(finding for finding in speaking if finding in present),
        tuple(finding for finding in characteristic if finding not in asked),
    )

"""The fourteen channels: how they run, and which of them a painful region lies on."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Channel:
    """The superficial course of a channel, in words.

    Attributes:
        code: Such as ``LU``.
        hanzi: Limb and nature, such as 手太阴; the name of the vessel for GV and CV.
        paired: Code of the interior-exterior partner; empty for GV and CV.
        points_by_region: Codes of its points by part of the body, in the order of the channel.
    """

    code: str
    hanzi: str
    start: str
    middle: str
    end: str
    limb_line: str
    paired: str
    direction: str
    points_by_region: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PainRegion:
    """A painful part of the body and the channels that pass through it.

    Attributes:
        name: In plain words, such as "knee, inner".
        channels: Codes, the leading one first.
        called: The name a pain there goes by, such as "Shaoyang headache"; else empty.
        points: Codes commonly used for it; may be empty.
        chart_regions: Ids of the body chart without their side.
    """

    name: str
    channels: tuple[str, ...]
    called: str
    points: tuple[str, ...]
    chart_regions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channels:
    """All channels by code, and all painful regions."""

    by_code: Mapping[str, Channel]
    regions: tuple[PainRegion, ...]

    def of_chart_region(self, region_id: str) -> tuple[str, ...]:
        """Codes of the channels through a region of the body chart, the leading one first; may be none."""
        bare = region_id.removesuffix("-left").removesuffix("-right")
        found = (code for region in self.regions if bare in region.chart_regions for code in region.channels)
        return tuple(dict.fromkeys(found))

    def points_for(self, region_id: str) -> tuple[str, ...]:
        """Codes of points commonly used for pain in a region of the body chart; may be none."""
        bare = region_id.removesuffix("-left").removesuffix("-right")
        found = (code for region in self.regions if bare in region.chart_regions for code in region.points)
        return tuple(dict.fromkeys(found))

"""What the chart beside the prescription shows, in words and choices. Knows no Qt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from acuchart.clinic.cautions import CautionRule, Level
from acuchart.clinic.points import Point, Side
from acuchart.screens.points.lines import RowLine, Told, usual_depth
from acuchart.words import _

EVERY, PAINFUL, PART = "", "painful", "part:"
"""Which points can be tapped: every one, those used where it hurts, those of a part or of a channel."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What is drawn over the body.

    Attributes:
        channels: The lines of the channels at rest; those of the prescription are always drawn.
        points: The points that are neither chosen nor marked otherwise.
        suggested_only: Of the marks only those suggested and those to decide on.
        pain: Pain the patient painted.
        only: Whose points: `EVERY`, `PAINFUL`, `PART` and a part of the body, or a channel.
    """

    channels: bool = True
    points: bool = True
    suggested_only: bool = False
    pain: bool = True
    only: str = EVERY


@dataclass(frozen=True, slots=True)
class PointCard:
    """What is said about a point that was tapped.

    Attributes:
        usual: Depth and angle as reference; empty where none is sourced.
        doubt: How little stands behind the depth; empty where it is well sourced.
        sided: Whether a side can be chosen.
        told: What stands against it for this patient.
        mind: What is to be minded here with every patient.
    """

    code: str
    name: str
    location: str
    categories: str
    usual: str
    sided: bool
    told: tuple[Told, ...] = ()
    mind: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Treated:
    """Where it hurts: the channels that pass there, and points commonly used for it."""

    channels: frozenset[str] = frozenset()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartState:
    """Everything the marks follow from.

    Attributes:
        parts: By code of a point the part of the body it lies in.
    """

    parts: Mapping[str, str] = field(default_factory=dict)
    rows: Sequence[RowLine] = ()
    against: Mapping[str, Told] = field(default_factory=dict)
    suggested: tuple[str, ...] = ()
    treated: Treated = Treated()
    layers: Layers = Layers()

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(row.code for row in self.rows)

    @property
    def avoided(self) -> tuple[str, ...]:
        """What would ask for a decision if it were chosen."""
        return tuple(code for code, told in self.against.items() if told.level is Level.DANGER)

    @property
    def channels(self) -> frozenset[str]:
        """The channels in jade: the one whose points are asked for, else those of the prescription."""
        only = self.layers.only
        if only == PAINFUL:
            return self.treated.channels
        if only and not only.startswith(PART):
            return frozenset({only})
        return frozenset(channel_of(row.code) for row in self.rows)

    def sides_of(self, code: str) -> frozenset[Side]:
        """On which sides a point is chosen."""
        found: set[Side] = set()
        for row in self.rows:
            if row.code == code:
                found |= {Side.LEFT, Side.RIGHT} if row.side is Side.BOTH else {row.side}
        return frozenset(found)

    def others(self, codes: Collection[str]) -> frozenset[str]:
        """Which of all points are dots to tap."""
        if not self.layers.points or self.layers.suggested_only:
            return frozenset()
        if self.layers.only == PAINFUL:
            return frozenset(self.treated.points)
        return frozenset(code for code in codes if self._wanted(code))

    def _wanted(self, code: str) -> bool:
        only = self.layers.only
        if only.startswith(PART):
            return self.parts.get(code) == only.removeprefix(PART)
        return not only or channel_of(code) == only


def channel_of(code: str) -> str:
    """The channel a code belongs to, EX for extra points."""
    return code.partition("-")[0].rstrip("0123456789")


def point_card(point: Point, told: tuple[Told, ...], rules: Iterable[CautionRule]) -> PointCard:
    """A point in words, with what stands against it and what the rules say of it."""
    said = " ".join(caution.reason for caution in told)
    mind = (_mind(rule) for rule in rules if rule.code == point.code and _(rule.statement) not in said)
    usual = " · ".join(part for part in (usual_depth(point), point.angle) if part)
    return PointCard(
        code=point.code,
        name=f"{point.pinyin} {point.hanzi}",
        location=point.location,
        categories=", ".join(point.categories),
        usual=usual,
        sided=point.lies is Side.BOTH,
        told=told,
        mind=tuple(dict.fromkeys(mind)),
        doubt=_("Depth from a single source, reference to be confirmed") if point.depth_doubted else "",
    )


def _mind(rule: CautionRule) -> str:
    why = _(rule.statement)
    return why if rule.weeks is None else _("In pregnancy: {why}").format(why=why)

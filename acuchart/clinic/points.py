"""Acupuncture points: what each is called, where it lies and how it is usually needled."""

from dataclasses import dataclass
from enum import StrEnum

CUN_MM = 20
"""Millimetres a cun is reckoned at where a depth in cun becomes a limit in millimetres."""


class Side(StrEnum):
    """The patient's side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDLINE = "midline"


@dataclass(frozen=True, slots=True)
class Spine:
    """Usual depth at a stretch of the spine, for the point that is needled level by level.

    Attributes:
        levels: Such as ``("T1", "T2", ...)``.
    """

    levels: tuple[str, ...]
    depth_cun: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PointGroup:
    """A name for several points that are needled together, such as the four gates.

    Attributes:
        names: In any script, the usual English or pinyin one first.
        codes: Its points, in the order of needling.
        source: Who calls them so.
    """

    names: tuple[str, ...]
    codes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class SourcedDepth:
    """What one source says about depth and angle.

    Attributes:
        cun: From and to, as written there; empty where it gives an angle alone.
    """

    cun: str
    angle: str
    source: str


@dataclass(frozen=True, slots=True)
class PointClass:
    """A class of points with a source of its own, such as the crossing points.

    Attributes:
        name: As it stands among the categories, such as ``crossing (LR, KI)``.
        note: Where sources differ about it; else empty.
    """

    name: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided where sources disagree about a point.

    Attributes:
        about: Such as ``pinyin`` or ``depth``.
        said: What each source says.
        chosen: What AcuChart says.
        reason: Why.
    """

    about: str
    said: str
    chosen: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the WHO nomenclature or one extra point.

    Attributes:
        code: WHO code, such as ``ST36``, ``EX-HN1``, or ``EX-ANMIAN`` for an unnumbered extra point.
        channel: Two letters; ``EX`` for extra points.
        number: Within its channel or group; 0 for an unnumbered extra point.
        pinyin: With tones.
        pinyin_plain: Without tones, one word.
        hanzi: Simplified.
        aliases: Other names and codes, in any script.
        region: Part of the body, such as ``leg`` or ``chest_anterior``.
        location: Where it lies, in plain anatomical words.
        categories: Special classes, such as ``he-sea`` or ``front-mu (LU)``.
        element: Of the five phases, for the five transport points; else empty.
        depth_cun: Usual depth from and to, the shallower where sources differ; None where none is sourced.
        angle: Usual angle in words.
        depth_note: How well the depth is sourced.
        moxa: ``applicable``, ``contraindicated`` or empty where no source says.
        lies: Both for a paired point, midline, or the only side there is (EX-HN12 left, EX-HN13 right).
        spots: Needle spots on one side; of a midline group like EX-HN1, all its spots.
        levels: Names of the spots where they are levels of the spine (EX-B2); else empty.
        spine: Depths by level, where they differ.
        sources: How far names and place were confirmed.
        depths: What each source says about depth and angle.
        classes: Those of the categories that have a source of their own.
        decisions: Where sources disagree, what was decided and why.
    """

    code: str
    channel: str
    number: int
    pinyin: str
    pinyin_plain: str
    hanzi: str
    hanzi_traditional: str
    aliases: tuple[str, ...]
    region: str
    location: str
    categories: tuple[str, ...]
    element: str
    depth_cun: tuple[float, float] | None
    angle: str
    depth_note: str
    moxa: str
    lies: Side
    spots: int
    levels: tuple[str, ...] = ()
    spine: tuple[Spine, ...] = ()
    sources: tuple[str, ...] = ()
    depths: tuple[SourcedDepth, ...] = ()
    classes: tuple[PointClass, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, in every script, and its other codes."""
        return (self.pinyin, self.pinyin_plain, self.hanzi, self.hanzi_traditional, *self.aliases)

    @property
    def midline(self) -> bool:
        """Whether it lies on the midline, so that a side makes no sense."""
        return self.lies is Side.MIDLINE

    @property
    def name(self) -> str:
        """Code, pinyin and hanzi, as a point is written on screen and paper."""
        return f"{self.code} {self.pinyin_plain} {self.hanzi}"

    @property
    def depth_doubted(self) -> bool:
        """Whether the depth rests on one source over what must not be hurt: a reference to be confirmed."""
        return "to be confirmed" in self.depth_note

    def sides_of(self, side: Side) -> int:
        """How many sides of the body a choice of side stands for."""
        return 2 if side is Side.BOTH else 1

    def depth_limit_mm(self, levels: tuple[str, ...] = ()) -> int | None:
        """Upper end of the usual depth in mm, rounded down; the shallowest of the levels; None unsourced."""
        limits = [s.depth_cun[1] for s in self.spine if not levels or set(levels) & set(s.levels)]
        if self.depth_cun is not None:
            limits.append(self.depth_cun[1])
        # A tenth of a cun is 2 mm exactly; the tiny offset undoes binary fractions such as 0.7 x 20.
        return int(min(limits) * CUN_MM + 1e-9) if limits else None

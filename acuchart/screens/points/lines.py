"""What the points screen shows, in words. Knows no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.needling import (
    DE_QI_WORDS,
    STIMULATION_WORDS,
    TECHNIQUE_WORDS,
    Needling,
    Stimulation,
)
from acuchart.clinic.points import CUN_MM, Point, Side
from acuchart.clinic.safety import answers
from acuchart.screens.points.editing import pairs_of
from acuchart.words import _, format_number


@dataclass(frozen=True, slots=True)
class Told:
    """A caution in words.

    Attributes:
        point: Code; empty for the whole patient.
    """

    point: str
    level: Level
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of the table.

    Attributes:
        key: Stays with the row through every change.
        sided: Whether a side can be chosen.
        depth: As written; empty when none was.
        usual_depth: Reference, empty where none is sourced.
        no_current: Why electrical stimulation is not offered; empty where it is.
        told: Cautions and notes, which never block.
        dangers: Dangers at the point; they ask for a decision unless `kept_because` says why it stays.
        wrong: What cannot be as it stands, as one sentence.
    """

    key: int
    code: str
    name: str
    side: Side
    sided: bool
    needles: int
    depth: str
    usual_depth: str
    angle: str
    usual_angle: str
    technique: str
    de_qi: str
    stimulation: str
    electrical: bool
    no_current: str
    told: tuple[Told, ...]
    dangers: tuple[Told, ...]
    kept_because: str
    about: str
    wrong: str = ""

    @property
    def open(self) -> bool:
        """Whether a danger waits to be settled."""
        return bool(self.dangers) and not self.kept_because


@dataclass(frozen=True, slots=True)
class Summary:
    """The line below the table.

    Attributes:
        whole: What is told about the whole patient.
        missing: Why needling cannot start; empty when it can.
    """

    points: int
    needles: int
    whole: tuple[Told, ...]
    to_settle: int
    missing: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A point found while typing; `caution` is what stands against it for this patient."""

    code: str
    name: str
    where: str
    chosen: bool
    caution: Told | None


@dataclass(frozen=True, slots=True)
class NotRead:
    """An entry that could not be read, with points it may have meant."""

    text: str
    sentence: str
    near: tuple[str, ...]


def told(caution: Caution) -> Told:
    """A caution in words."""
    return Told(caution.point or "", caution.level, caution.reason, caution.source)


def row_lines(
    rows: Sequence[tuple[int, Needling]],
    points: Mapping[str, Point],
    cautions: Iterable[Caution],
    no_current: str,
) -> tuple[RowLine, ...]:
    """The rows in words; what concerns a point stands at its first row."""
    by_code: dict[str, list[Told]] = {}
    for caution in cautions:
        if caution.point is not None:
            by_code.setdefault(caution.point, []).append(told(caution))
    charged = [at for at, (_k, row) in enumerate(rows) if row.stimulation is Stimulation.ELECTRICAL]
    pairs = pairs_of(charged)
    return tuple(
        _line(key, row, points[row.code], tuple(by_code.pop(row.code, ())), pairs.get(at), no_current)
        for at, (key, row) in enumerate(rows)
    )


def _line(
    key: int, row: Needling, point: Point, said: tuple[Told, ...], pair: int | None, no_current: str
) -> RowLine:
    dangers = tuple(t for t in said if t.level is Level.DANGER)
    return RowLine(
        key=key,
        code=row.code,
        name=f"{point.pinyin_plain} {point.hanzi}",
        side=row.side,
        sided=point.lies is Side.BOTH,
        needles=row.needles,
        depth=_("{n} mm").format(n=format_number(row.depth_mm)) if row.depth_mm is not None else "",
        usual_depth=usual_depth(point),
        angle=row.angle,
        usual_angle=point.angle,
        technique=_(TECHNIQUE_WORDS[row.technique]),
        de_qi=_(DE_QI_WORDS[row.de_qi]),
        stimulation=_current(pair) if pair is not None else _(STIMULATION_WORDS[row.stimulation]),
        electrical=pair is not None,
        no_current=no_current,
        told=tuple(t for t in said if t.level is not Level.DANGER),
        dangers=dangers,
        kept_because=row.kept_because if all(answers(row, t.reason) for t in dangers) else "",
        about=about(point),
        wrong=_("One end of a pair is missing. Set a second point to electrical.") if pair == 0 else "",
    )


def _current(pair: int) -> str:
    return _("EA pair {n}").format(n=pair) if pair else _("EA, one end")


def usual_depth(point: Point) -> str:
    """The usual depth in mm, as reference; empty where none is sourced."""
    depths = [point.depth_cun] if point.depth_cun else [s.depth_cun for s in point.spine]
    if not depths:
        return ""
    least = min(low for low, _high in depths) * CUN_MM
    limit = point.depth_limit_mm()
    return _("{low} to {high} mm").format(low=format_number(round(least)), high=limit)


def about(point: Point) -> str:
    """Where a point lies and what kind it is, in a few lines."""
    parts = [point.location, ", ".join(point.categories)]
    depth = usual_depth(point)
    if depth or point.angle:
        usual = " · ".join(part for part in (depth, point.angle) if part)
        parts.append(_("Usually {how}").format(how=usual))
    return "\n".join(part for part in parts if part)


def hit_of(point: Point, channel: str, chosen: bool, against: Told | None) -> Hit:
    """A point as the list of hits shows it."""
    where = f"{channel} · {point.region.replace('_', ' ')}"
    return Hit(point.code, f"{point.pinyin_plain} {point.hanzi}", where, chosen, against)

"""What the points screen shows, in words. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.needling import (
    ADJUNCT_WORDS,
    DE_QI_WORDS,
    POSITION_WORDS,
    STIMULATION_WORDS,
    Needling,
    Position,
    Stimulation,
    as_chosen_again,
)
from acuchart.clinic.needling_words import needle_words, point_words, stays_words, technique_words
from acuchart.clinic.points import CUN_MM, Point, Side
from acuchart.clinic.row_faults import faults
from acuchart.clinic.safety import answers
from acuchart.screens.points.editing import pairs_of
from acuchart.screens.points.keyed import Keyed, bare
from acuchart.screens.points.row_details import may_cross, partner_of
from acuchart.words import N_, _, format_number, ngettext

FAR_BEYOND = 2
"""So many times the usual depth at most is hardly meant. No source gives a figure; it is our reading."""


@dataclass(frozen=True, slots=True)
class Told:
    """A caution in words.

    Attributes:
        point: Code; empty for the whole patient.
        because: What was found or answered that raised it; empty where a flag of the chart did.
    """

    point: str
    level: Level
    reason: str
    source: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of the table.

    Attributes:
        key: Stays with the row through every change.
        sided: Whether a side can be chosen.
        depth: As written; empty when none was.
        usual_depth: Reference, empty where none is sourced; `reference_depth` is the same, short.
        no_current: Why electrical stimulation is not offered; empty where it is.
        told: Cautions and notes, which never block.
        dangers: Dangers at the point; they ask for a decision unless `kept_because` says why it stays.
        needling: The row itself, for its sheets.
        wrong: What cannot be or is hardly meant as it stands, as one sentence.
        details: What the cells do not say, such as where the needle is threaded to.
        origin: Where a copied row comes from, and whether it was changed since.
        heading: Said above the first row of a round; empty elsewhere.
        may_answer: Whether the response can be written.
        may_settle: Whether a reason to keep it can be written, which is so until the visit is signed.
        partner: Key of the other end of its pair; 0 for none.
        leveled: Whether the point is needled level by level of the spine.
        partners: Rows that could be the other end, the likeliest first, as (key, words).
    """

    key: int
    code: str
    name: str
    side: Side
    sided: bool
    needles: int
    depth: str
    usual_depth: str
    reference_depth: str
    angle: str
    usual_angle: str
    reference_angle: str
    technique: str
    de_qi: str
    stimulation: str
    electrical: bool
    no_current: str
    told: tuple[Told, ...]
    dangers: tuple[Told, ...]
    kept_because: str
    about: str
    needling: Needling
    wrong: str = ""
    details: tuple[str, ...] = ()
    origin: str = ""
    heading: str = ""
    may_answer: bool = False
    may_settle: bool = True
    partner: int = 0
    partners: tuple[tuple[int, str], ...] = ()
    leveled: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether nothing but the hand stimulates it."""
        return self.needling.stimulation is Stimulation.MANUAL

    @property
    def stimulation_icon(self) -> str:
        """The sign before the words of stimulation; empty for by hand."""
        warm = "flame" if self.needling.stimulation is Stimulation.WARM_NEEDLE else ""
        return "zap" if self.electrical else warm

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
    by_round: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PatientDanger:
    """A danger of the whole patient; it waits unless `kept_because` says why it was accepted."""

    told: Told
    kept_because: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A point found while typing; `caution` is what stands against it for this patient.

    Attributes:
        marked: Stretches of `name` that match what was typed, from and to.
        saved: Key of a saved prescription of that name, in place of a point; `code` is empty then.
    """

    code: str
    name: str
    where: str
    chosen: bool
    caution: Told | None
    marked: tuple[tuple[int, int], ...] = ()
    saved: UUID | None = None


@dataclass(frozen=True, slots=True)
class NotRead:
    """An entry that could not be read, with points it may have meant."""

    text: str
    sentence: str
    near: tuple[str, ...]


def told(caution: Caution) -> Told:
    """A caution in words."""
    return Told(caution.point or "", caution.level, caution.reason, caution.source)


@dataclass(frozen=True, slots=True)
class Beside:
    """What rows are shown against.

    Attributes:
        cautions: What the rules say to them.
        last: The rows of the last visit, and what it is called.
        answers: Whether the response can be written.
        signed: Whether nothing at all can be written any more.
    """

    cautions: tuple[Caution, ...]
    no_current: str
    today: date
    last: tuple[Needling, ...] = ()
    last_called: str = ""
    answers: bool = False
    signed: bool = False


def row_lines(rows: Keyed, points: Mapping[str, Point], beside: Beside) -> tuple[RowLine, ...]:
    """The rows in words; what concerns a point stands at the first row that meets it."""
    by_code: dict[str, list[Told]] = {}
    for caution in beside.cautions:
        if caution.point is not None:
            by_code.setdefault(caution.point, []).append(told(caution))
    pairs, wrong = pairs_of(bare(rows)), faults(bare(rows), beside.today)
    lines = []
    for at, (key, row) in enumerate(rows):
        said = tuple(found for code in row.codes for found in by_code.pop(code, ()))
        line = _line(key, row, points[row.code], said, beside)
        pair = pairs.get(at)
        if pair is not None:
            line = replace(line, stimulation=_current(row, pair, rows, key), electrical=True)
        partners = _partners(rows, at)
        heading = _heading(rows, at)
        partner = partner_of(rows, key)
        amiss = wrong[at] or _far_beyond(line, points[row.code])
        lines.append(replace(line, wrong=amiss, partners=partners, partner=partner, heading=heading))
    return tuple(lines)


def _far_beyond(line: RowLine, point: Point) -> str:
    """That a depth is hardly meant; never holds needling back, and is silent where a danger says more."""
    depth, limit = line.needling.depth_mm, point.depth_limit_mm(line.needling.levels)
    if line.dangers or depth is None or limit is None or depth <= FAR_BEYOND * limit:
        return ""
    sentence = _("{depth} is far deeper than usual here ({usual}). Check the figure.")
    return sentence.format(depth=line.depth, usual=line.usual_depth)


def _line(key: int, row: Needling, point: Point, said: tuple[Told, ...], beside: Beside) -> RowLine:
    dangers = tuple(t for t in said if t.level is Level.DANGER)
    return RowLine(
        key=key,
        code=row.code,
        name=f"{point.pinyin_plain} {point.hanzi}",
        side=row.side,
        sided=point.lies is Side.BOTH,
        needles=row.needles,
        depth=_("{n} mm").format(n=format_number(row.depth_mm)) if row.depth_mm is not None else "",
        usual_depth=usual_depth(point, row.levels),
        reference_depth=reference_depth(point, row.levels),
        angle=row.angle,
        usual_angle=point.angle,
        reference_angle=reference_angle(point),
        technique=technique_words(row),
        de_qi=_(DE_QI_WORDS[row.obtained or row.de_qi]),
        stimulation=_(STIMULATION_WORDS[row.stimulation]),
        electrical=False,
        no_current=beside.no_current,
        told=tuple(t for t in said if t.level is not Level.DANGER),
        dangers=dangers,
        kept_because=row.kept_because if all(answers(row, t.reason) for t in dangers) else "",
        about=about(point),
        needling=row,
        details=_details(row),
        origin=_origin(row, beside),
        leveled=bool(point.levels),
        may_answer=beside.answers and row.needles > 0,
        may_settle=not beside.signed,
    )


def _details(row: Needling) -> tuple[str, ...]:
    """What has no column of its own."""
    told = [point_words(row) if row.levels or row.through else "", row.direction]
    told += [_(ADJUNCT_WORDS[adjunct]) for adjunct in row.adjuncts]
    told.append(stays_words(row.stays) if row.stays else "")
    told.append(needle_words(row.needle) if row.needle else "")
    return tuple(words for words in told if words)


def _origin(row: Needling, beside: Beside) -> str:
    """Where a row comes from, and what a person made of it."""
    if not row.copied_from:
        return ""
    if not row.confirmed:
        return _("from {origin}").format(origin=row.copied_from)
    if row.copied_from != beside.last_called:
        return ""
    before = (as_chosen_again(other, "") for other in beside.last if row.same_place(other))
    now = replace(as_chosen_again(row, ""), round=1, position=Position.NOT_SAID, current=None)
    same = any(replace(then, round=1, position=Position.NOT_SAID, current=None) == now for then in before)
    return "" if same else _("changed since {origin}").format(origin=row.copied_from)


def _partners(rows: Keyed, at: int) -> tuple[tuple[int, str], ...]:
    """The other rows, those after it first, as pairs are mostly neighbours; then left to right of the row."""
    others = [*rows[at + 1 :], *rows[:at]]
    found = tuple((key, point_words(row)) for key, row in others if row.needles)
    key, own = rows[at]
    across = _("{point}, left to right").format(point=point_words(own))
    return (*found, (key, across)) if may_cross(own) else found


def _heading(rows: Keyed, at: int) -> str:
    """Round, position and needles above the first row of a round; nothing where there is nothing to tell."""
    row = rows[at][1]
    first = at == 0 or rows[at - 1][1].round != row.round
    several = len({other.round for _key, other in rows}) > 1
    if not first or not (several or row.position is not Position.NOT_SAID):
        return ""
    needles = sum(other.needles for _key, other in rows if other.round == row.round)
    counted = ngettext("{n} needle", "{n} needles", needles).format(n=needles)
    named = _("Round {n}").format(n=row.round) if several else ""
    lies = _(POSITION_WORDS[row.position]) if row.position is not Position.NOT_SAID else ""
    return " · ".join(words for words in (named, lies, counted) if words)


def _current(row: Needling, pair: int, rows: Keyed, key: int) -> str:
    """The current on the first needle of a pair, the pair on the second."""
    if not pair:
        return _("EA, one end")
    other = partner_of(rows, key)
    order = [at for at, _row in rows]
    if other == key:
        hertz = row.current.frequency if row.current is not None else ""
        return _("EA L–R {frequency} Hz").format(frequency=hertz) if hertz else _("EA left to right")
    if row.current is not None and row.current.frequency and order.index(key) < order.index(other):
        return _("EA {frequency} Hz").format(frequency=row.current.frequency)
    return _("EA pair {n}").format(n=pair)


def usual_depth(point: Point, levels: tuple[str, ...] = ()) -> str:
    """The usual depth in mm, as reference; empty where none is sourced."""
    span = _usual_span(point, levels)
    return _("{low} to {high} mm").format(low=span[0], high=span[1]) if span else ""


def reference_depth(point: Point, levels: tuple[str, ...] = ()) -> str:
    """The same in the width of a cell, such as "20–30"."""
    return "–".join(_usual_span(point, levels))


def _usual_span(point: Point, levels: tuple[str, ...]) -> tuple[str, ...]:
    spine = [s.depth_cun for s in point.spine if not levels or set(levels) & set(s.levels)]
    depths = [point.depth_cun] if point.depth_cun else spine
    if not depths:
        return ()
    least = min(low for low, _high in depths) * CUN_MM
    return format_number(round(least)), str(point.depth_limit_mm(levels))


_SHORT_ANGLES = (("perp", N_("perp.")), ("obl", N_("obl.")), ("trans", N_("trans.")), ("sub", N_("trans.")))


def reference_angle(point: Point) -> str:
    """The usual angle in the width of a cell; in letters, so that it looks like none that was written."""
    usual = point.angle.casefold()
    return next((_(short) for start, short in _SHORT_ANGLES if usual.startswith(start)), "")


def about(point: Point) -> str:
    """Where a point lies and what kind it is, in a few lines."""
    parts = [point.location, ", ".join(point.categories)]
    depth = usual_depth(point)
    if depth or point.angle:
        usual = " · ".join(part for part in (depth, point.angle) if part)
        parts.append(_("Usually {how}").format(how=usual))
    return "\n".join(part for part in parts if part)

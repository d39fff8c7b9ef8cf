"""How a prescription changes under a hand. Pure functions of rows; knows no Qt."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from acuchart.clinic.needling import Needling, Technique, pairs_under_current
from acuchart.clinic.points import CUN_MM, Point, Side
from acuchart.clinic.prescription import DEEPEST_MM
from acuchart.clinic.safety import SHORTEST_REASON
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _, ngettext

Rows = tuple[Needling, ...]

_MM = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:mm)?", re.IGNORECASE)
_CUN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:cun|寸)", re.IGNORECASE)


def side_for(point: Point, wanted: Side) -> Side:
    """The side a point can be needled on: a midline or one-sided point keeps its own."""
    return wanted if point.lies is Side.BOTH else point.lies


def row_for(point: Point, side: Side) -> Needling:
    """A row for a point that was chosen, with a needle in each of its spots."""
    own = side_for(point, side)
    return Needling(point.code, own, point.spots * point.sides_of(own))


def with_side(row: Needling, point: Point, side: Side) -> Needling:
    """The row on another side; the needles follow, keeping a number that was typed for each side."""
    own = side_for(point, side)
    before, after = point.sides_of(row.side), point.sides_of(own)
    each, rest = divmod(row.needles, before)
    spots = len(row.levels) or point.spots
    needles = spots * after if rest else each * after
    return replace(row, side=own, needles=needles)


def added(rows: Rows, new: Needling, points: Mapping[str, Point]) -> Rows:
    """The rows with one more point; a point that is there on the other side becomes one row for both.

    Where what was written for the two sides differs, each side keeps its row.

    Raises:
        ChartTrouble: It is in the list on that side already.
    """
    same = [row for row in rows if row.same_place(new)]
    unlike = len({replace(row, side=Side.BOTH, needles=0) for row in same}) > 1
    otherwise = unlike or any(_says_otherwise(new, row) for row in same)
    if any(_covers(row.side, new.side) or (otherwise and row.meets(new)) for row in same):
        raise ChartTrouble(_("{code} is in the list already on that side.").format(code=new.code))
    if not same or otherwise:
        return (*rows, new)
    if same[0].levels != new.levels:
        raise ChartTrouble(
            _("{code} is in the list with other levels. Change that row.").format(code=new.code)
        )
    widened = with_side(same[0], points[new.code], Side.BOTH)
    return tuple(widened if row is same[0] else row for row in rows if row is same[0] or row not in same)


def _says_otherwise(new: Needling, row: Needling) -> bool:
    """Whether what was written for a point is not what holds on its other side; what is left open follows."""
    depth = new.depth_mm is not None and new.depth_mm != row.depth_mm
    angle = bool(new.angle) and new.angle != row.angle
    worked = (new.technique, new.method) not in ((Technique.EVEN, ""), (row.technique, row.method))
    return new.levels == row.levels and (depth or angle or worked or new.through != row.through)


def _covers(held: Side, wanted: Side) -> bool:
    return held is wanted or held is Side.BOTH


def check_done(rows: Rows) -> None:
    """Trouble when nothing at all is done at a point: no needle, nothing besides, nothing left in."""
    for row in rows:
        if not row.needles and not row.adjuncts and row.stays is None:
            sentence = _("Nothing is left to do at {code}. Give it a needle or remove it.")
            raise ChartTrouble(sentence.format(code=row.code))


def check_sides(rows: Rows) -> None:
    """Trouble when a point stands twice on one side."""
    for place, row in enumerate(rows):
        for other in rows[:place]:
            if row.meets(other):
                raise ChartTrouble(_("{code} is in the list already on that side.").format(code=row.code))


def read_depth(text: str) -> float | None:
    """A depth in mm as typed: "25", "25 mm", "1.5 cun"; None for an empty text.

    Raises:
        ChartTrouble: It cannot be read or lies outside reason.
    """
    typed = text.strip()
    if not typed:
        return None
    for pattern, factor in ((_MM, 1), (_CUN, CUN_MM)):
        if found := pattern.fullmatch(typed):
            depth = float(found[1].replace(",", ".")) * factor
            if 0 < depth <= DEEPEST_MM:
                return depth
    raise ChartTrouble(_("Type a depth from 1 to {most} mm, such as 25.").format(most=int(DEEPEST_MM)))


def check_reason(code: str, words: str) -> str:
    """The reason without stray space, or trouble when it is too short to say anything."""
    reason = words.strip()
    if len(reason) < SHORTEST_REASON:
        sentence = _("Write why {code} stays, in at least {n} letters.")
        raise ChartTrouble(sentence.format(code=code, n=SHORTEST_REASON))
    return reason


def copied_words(rows: Rows) -> str:
    """How many rows wait to be confirmed, and where they come from; empty for none."""
    copied = [row for row in rows if not row.confirmed]
    if not copied:
        return ""
    origins = ", ".join(dict.fromkeys(row.copied_from for row in copied))
    words = ngettext("{n} point from {origin} to confirm", "{n} points from {origin} to confirm", len(copied))
    return words.format(n=len(copied), origin=origins)


def painful_side(regions: Iterable[str]) -> Side:
    """The side that hurts: both where the regions name no side, or both."""
    sides = {region.rpartition("-")[2] for region in regions} & {"left", "right"}
    return Side(sides.pop()) if len(sides) == 1 else Side.BOTH


def pairs_of(rows: Rows) -> Mapping[int, int]:
    """The number of the electrical pair of each row under current, by place; 0 for a lone end."""
    found = {}
    for number, places in enumerate(pairs_under_current(rows), 1):
        found.update(dict.fromkeys(places, number if len(places) > 1 else 0))
    return found

"""One line of a prescription: `st36 b, li4 r 20mm, ex-hn1 x4` in both directions.

Entries are parted by commas, semicolons or a new line, and, where that leaves no doubt, by spaces alone. In
an entry the point comes first, by code or name, or a group by its name (four gates); then in any order a side
(l, r, b), levels of the spine for EX-B2, how many needles in all (x4), the depth (20mm), the angle (45°,
oblique) and the technique (reinforce, reduce, even, or the name of another in quotation marks). What has two
readings is never guessed: it comes back as `Unread` with both.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from acuchart.clinic.point_codes import codes_of
from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Point, Side
from acuchart.clinic.prescription_doubts import DoubtError, check_rest, either, side_first, unknown
from acuchart.clinic.prescription_words import (
    COUNT,
    DEPTH,
    LETTERS,
    LEVELS,
    LONE,
    SIDES,
    STUCK,
    parts_of,
    words_of,
)
from acuchart.clinic.worked import UNSAID, Worked
from acuchart.words import _

__all__ = ["DEEPEST_MM", "SIDES", "Entry", "Unread", "read_line", "write_line"]

DEEPEST_MM = 150.0
MOST_NEEDLES = 60
SPINE = (*(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6)))
"""Levels from above downward."""

LONGEST_NAME = 7
"""Words a name is looked for in, as in "zu san li" or "urinary bladder 40"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A point as it is to be needled.

    Attributes:
        needles: Of the whole entry: both sides and all spots together.
        depth_mm: None when none was written.
        text: What was typed.
        levels: Of the spine, for EX-B2; empty where all or none are meant.
        worked: Angle and technique, as far as they were written.
        through: Code of the point it is threaded to; empty for none.
    """

    code: str
    side: Side
    needles: int
    depth_mm: float | None
    text: str
    levels: tuple[str, ...] = ()
    worked: Worked = UNSAID
    through: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, with the reason and points of a similar name."""

    text: str
    error: str
    near: tuple[str, ...] = ()


@dataclass(slots=True)
class _Wish:
    """What the words after a point ask for, before it is checked against the point."""

    side: Side | None = None
    needles: int | None = None
    depth_mm: float | None = None
    levels: tuple[str, ...] = ()
    wrong_level: bool = False
    worked: Worked = UNSAID


def read_line(line: str, points: Points, *, romance: bool | None = None) -> tuple[Entry | Unread, ...]:
    """Every entry of the line in its order; an unreadable one does not spoil the others.

    Args:
        line: As typed.
        points: The nomenclature.
        romance: Whether the letters of Romance charts are read (E36, F3); as the points say unless given.
    """
    chosen = points.romance if romance is None else romance
    found: list[Entry | Unread] = []
    for part in parts_of(line):
        words = words_of(part)
        while words:
            taken, results = _next(words, points, chosen)
            found += results
            words = words[taken:]
    return tuple(found)


def write_line(entries: Iterable[Entry]) -> str:
    """The entries as a line that reads back as the same entries."""
    return ", ".join(_written(entry) for entry in entries)


def _written(entry: Entry) -> str:
    parts = [entry.code]
    if entry.side in LETTERS:
        parts.append(LETTERS[entry.side])
    parts += _spans(entry.levels)
    parts.append(f"x{entry.needles}")
    if entry.depth_mm is not None:
        parts.append(f"{entry.depth_mm:f}".rstrip("0").rstrip(".") + "mm")
    parts += entry.worked.words
    return " ".join(parts)


def _spans(levels: tuple[str, ...]) -> list[str]:
    """The levels as stretches, as they are written: l3-l5."""
    spans: list[list[str]] = []
    for level in levels:
        follows = spans and SPINE.index(level) == SPINE.index(spans[-1][-1]) + 1
        spans = [*spans[:-1], [spans[-1][0], level]] if follows else [*spans, [level]]
    return ["-".join(dict.fromkeys(span)).lower() for span in spans]


def _next(words: list[str], points: Points, romance: bool) -> tuple[int, list[Entry | Unread]]:
    """The entries at the head of the words, and how many words they took."""
    taken = 0
    try:
        head, side, taken = _head(words, points, romance)
        wish = _Wish(side)
        while taken < len(words) and _takes(wish, words[taken], head):
            taken += 1
        if taken < len(words):
            check_rest(head, words, taken, points, romance)
        return taken, list(_entries(head, wish, " ".join(words[:taken])))
    except DoubtError as doubt:
        # What follows belongs to the doubt until another point begins for certain.
        taken = max(taken, doubt.words, 1)
        while taken < len(words) and not _begins(words[taken:], points, romance):
            taken += 1
        return taken, [Unread(" ".join(words[:taken]), doubt.error, doubt.near)]


def _begins(words: list[str], points: Points, romance: bool) -> bool:
    """Whether another entry begins here for certain: with a point, or with a code that does not exist."""
    if LONE.fullmatch(words[0].casefold()):
        return False
    texts = [" ".join(words[:size]) for size in range(1, min(LONGEST_NAME, len(words)) + 1)]
    return any(_named(text, points, romance) for text in texts) or bool(codes_of(words[0], romance=romance))


def _named(text: str, points: Points, romance: bool) -> bool:
    stuck = STUCK.fullmatch(text.casefold())
    return bool(
        points.group(text)
        or points.meant(text, romance=romance)
        or (stuck and points.meant(stuck[1], romance=romance))
    )


def _head(words: list[str], points: Points, romance: bool) -> tuple[tuple[Point, ...], Side | None, int]:
    """The point or group at the head of the words, a side stuck to its number, and how many words it took."""
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        text = " ".join(words[:size])
        if group := points.group(text):
            return tuple(points[code] for code in group.codes), None, size
        stuck = STUCK.fullmatch(text.casefold())
        for name, side in ((text, None), (stuck[1], SIDES[stuck[2]]) if stuck else (text, None)):
            meant = points.meant(name, romance=romance)
            if len(meant) > 1:
                sentence = _("{text} names more than one point: {codes}.")
                raise DoubtError(sentence.format(text=name, codes=either(meant)), meant, size)
            if meant:
                return (points[meant[0]],), side, size
    if len(words) > 1 and words[0].casefold() in SIDES and not words[1].isdigit():
        named, _stuck, size = _head(words[1:], points, romance)
        raise side_first(SIDES[words[0].casefold()], named, size + 1)
    raise unknown(words, points)


def _takes(wish: _Wish, word: str, head: tuple[Point, ...]) -> bool:
    """Whether the word says something about the point; if so the wish holds it."""
    text = word.casefold()
    if text in SIDES and wish.side is None:
        wish.side = SIDES[text]
    elif (depth := DEPTH.fullmatch(text)) and wish.depth_mm is None:
        wish.depth_mm = float(depth[1])
    elif (count := COUNT.fullmatch(text)) and wish.needles is None:
        wish.needles = int(count[1])
    elif head[0].levels and (span := LEVELS.fullmatch(text)):
        levels = _levels(head[0], span)
        wish.levels += levels
        wish.wrong_level |= not levels
    elif (worked := wish.worked.with_word(word)) is not None:
        wish.worked = worked
    else:
        return False
    return True


def _levels(point: Point, span: re.Match[str]) -> tuple[str, ...]:
    """The levels of a stretch; none where the point has no such levels or they run upward."""
    first = span[1].upper()
    last = span[2].upper() if span[2] else first
    last = first[0] + last if last.isdigit() else last
    order = [point.levels.index(level) for level in (first, last) if level in point.levels]
    return point.levels[order[0] : order[1] + 1] if len(order) > 1 else ()


def _entries(head: tuple[Point, ...], wish: _Wish, text: str) -> Iterable[Entry]:
    """One entry for a point; for a group one for each of its points, the needles shared out evenly."""
    if len(head) > 1 and wish.needles is not None:
        each, rest = divmod(wish.needles, len(head))
        if rest:
            sentence = _("{n} needles can't be shared out evenly among {codes}. Write the points one by one.")
            codes = ", ".join(point.code for point in head)
            raise DoubtError(sentence.format(n=wish.needles, codes=codes))
        wish.needles = each
    return [_entry(point, wish, text) for point in head]


def _entry(point: Point, wish: _Wish, text: str) -> Entry:
    side = _side(point, wish)
    if wish.depth_mm is not None and not 0 < wish.depth_mm <= DEEPEST_MM:
        sentence = _("The depth of {code} can't be right. It lies between 0 and {most} mm.")
        raise DoubtError(sentence.format(code=point.code, most=int(DEEPEST_MM)))
    if wish.wrong_level:
        sentence = _("{code} takes levels from {first} to {last}, such as l3-l5.")
        raise DoubtError(sentence.format(code=point.code, first=point.levels[0], last=point.levels[-1]))
    levels = tuple(level for level in point.levels if level in wish.levels)
    spots = (len(levels) or point.spots) * point.sides_of(side)
    needles = spots if wish.needles is None else wish.needles
    if not point.sides_of(side) <= needles <= MOST_NEEDLES:
        sentence = _("{code} can't have {n} needles here. The number counts both sides together.")
        raise DoubtError(sentence.format(code=point.code, n=needles))
    return Entry(point.code, side, needles, wish.depth_mm, text, levels, wish.worked)


def _side(point: Point, wish: _Wish) -> Side:
    if point.lies is Side.BOTH:
        return wish.side or Side.BOTH
    if wish.side in (None, point.lies):
        return point.lies
    if point.midline:
        raise DoubtError(
            _("{code} lies on the midline and has no side.").format(code=point.code), (point.code,)
        )
    raise DoubtError(_("{code} is on one side only.").format(code=point.code), (point.code,))

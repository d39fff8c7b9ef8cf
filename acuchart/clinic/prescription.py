"""One line of a prescription: `st36 b, li4 r 20mm, ex-hn1 x4` in both directions.

Entries are parted by commas, semicolons or a new line, and, where that leaves no doubt, by spaces alone. In
an entry the point comes first, by code or name; then in any order a side (l, r, b), levels of the spine for
EX-B2, how many needles in all (x4) and the depth (20mm). What has two readings is never guessed: it comes
back as `Unread` with both.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from acuchart.clinic.point_codes import code_of, romance_code_of
from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Point, Side
from acuchart.words import _

DEEPEST_MM = 150.0
MOST_NEEDLES = 60
LONGEST_NAME = 7
"""Words a name is looked for in, as in "zu san li" or "urinary bladder 40"."""

SIDES = {
    "l": Side.LEFT,
    "left": Side.LEFT,
    "左": Side.LEFT,
    "r": Side.RIGHT,
    "right": Side.RIGHT,
    "右": Side.RIGHT,
    "b": Side.BOTH,
    "bi": Side.BOTH,
    "bil": Side.BOTH,
    "both": Side.BOTH,
    "bilateral": Side.BOTH,
    "双": Side.BOTH,
    "雙": Side.BOTH,
}
LETTERS = {Side.LEFT: "l", Side.RIGHT: "r", Side.BOTH: "b"}

_PARTS = re.compile(r"[,;，；、\n]")
_DEPTH = re.compile(r"(\d+(?:\.\d+)?)mm")
_COUNT = re.compile(r"[x×](\d+)")
_LEVELS = re.compile(r"([tl]\d{1,2})(?:-([tl]?\d{1,2}))?")
_STUCK = re.compile(r"(.*\d)([lrb])")
_LONE = re.compile(r"[blr]\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A point as it is to be needled.

    Attributes:
        needles: Of the whole entry: both sides and all spots together.
        depth_mm: None when none was written.
        text: What was typed.
        levels: Of the spine, for EX-B2; empty where all or none are meant.
    """

    code: str
    side: Side
    needles: int
    depth_mm: float | None
    text: str
    levels: tuple[str, ...] = ()


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


class _DoubtError(Exception):
    """An entry that cannot be read, with its sentence and near codes."""

    def __init__(self, error: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(error)
        self.error = error
        self.near = near


def read_line(line: str, points: Points, *, romance: bool = False) -> tuple[Entry | Unread, ...]:
    """Every entry of the line in its order; an unreadable one does not spoil the others.

    Args:
        line: As typed.
        points: The nomenclature.
        romance: Whether the letters of Romance charts are read (E36, F3).
    """
    found: list[Entry | Unread] = []
    for part in _PARTS.split(line):
        words = _words(part)
        while words:
            taken, result = _next(words, points, romance)
            found.append(result)
            words = words[taken:]
    return tuple(found)


def write_line(entries: Iterable[Entry]) -> str:
    """The entries as a line that reads back as the same entries."""
    return ", ".join(_written(entry) for entry in entries)


def _written(entry: Entry) -> str:
    parts = [entry.code]
    if entry.side in LETTERS:
        parts.append(LETTERS[entry.side])
    parts += [level.lower() for level in entry.levels]
    parts.append(f"x{entry.needles}")
    if entry.depth_mm is not None:
        parts.append(f"{entry.depth_mm:f}".rstrip("0").rstrip(".") + "mm")
    return " ".join(parts)


def _words(part: str) -> list[str]:
    """The words of a part, with "20 mm", "x 4" and "l3 - l5" drawn together and "st36b" taken apart."""
    text = unicodedata.normalize("NFKC", part).strip()
    text = re.sub(r"(?<=\d)\s+(?=mm\b)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[x×X])\s+(?=\d)", "", text)
    text = re.sub(r"(?<=[tlTL]\d)\s*-\s*(?=[tlTL]?\d)|(?<=[tlTL]\d\d)\s*-\s*(?=[tlTL]?\d)", "-", text)
    return text.split()


def _next(words: list[str], points: Points, romance: bool) -> tuple[int, Entry | Unread]:
    """The entry at the head of the words, and how many words it took."""
    taken = 0
    try:
        point, side, taken = _point(words, points, romance)
        wish = _Wish(side)
        while taken < len(words) and _takes(wish, words[taken], point):
            taken += 1
        if taken < len(words):
            _check_rest(point, words, taken, points, romance)
        return taken, _entry(point, wish, " ".join(words[:taken]))
    except _DoubtError as doubt:
        # After a doubt nothing that follows in the same part can be told apart safely.
        return len(words), Unread(" ".join(words), doubt.error, doubt.near)


def _point(words: list[str], points: Points, romance: bool) -> tuple[Point, Side | None, int]:
    """The point at the head of the words, a side stuck to its number, and how many words it took."""
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        text = " ".join(words[:size])
        stuck = _STUCK.fullmatch(text.casefold())
        for name, side in ((text, None), (stuck[1], SIDES[stuck[2]]) if stuck else (text, None)):
            meant = points.meant(name, romance=romance)
            if len(meant) > 1:
                raise _DoubtError(
                    _("{text} names more than one point: {codes}.").format(text=name, codes=_or(meant)), meant
                )
            if meant:
                return points[meant[0]], side, size
    raise _unknown(words, points)


def _unknown(words: list[str], points: Points) -> _DoubtError:
    text = " ".join(words)
    head = next((" ".join(words[:n]) for n in (2, 1) if code_of(" ".join(words[:n]))), text)
    code, other = code_of(head), romance_code_of(head)
    if code is not None and (last := points.last_number(code)) is not None:
        sentence = _("There is no {code}. The last point of this channel is number {last}.")
        return _DoubtError(sentence.format(code=code, last=last), points.near(head))
    if other in points:
        sentence = _("{text} is read as {code} only when Romance letters are chosen in settings.")
        return _DoubtError(sentence.format(text=head, code=other), (other,) if other else ())
    return _DoubtError(
        _("There is no point called {text}.").format(text=text), points.near(text) or points.near(words[0])
    )


def _takes(wish: _Wish, word: str, point: Point) -> bool:
    """Whether the word says something about the point; if so the wish holds it."""
    text = word.casefold()
    if text in SIDES and wish.side is None:
        wish.side = SIDES[text]
    elif (depth := _DEPTH.fullmatch(text)) and wish.depth_mm is None:
        wish.depth_mm = float(depth[1])
    elif (count := _COUNT.fullmatch(text)) and wish.needles is None:
        wish.needles = int(count[1])
    elif point.levels and (span := _LEVELS.fullmatch(text)):
        wish.levels += _levels(point, span)
    else:
        return False
    return True


def _levels(point: Point, span: re.Match[str]) -> tuple[str, ...]:
    first = span[1].upper()
    last = span[2].upper() if span[2] else first
    last = first[0] + last if last.isdigit() else last
    if (
        first not in point.levels
        or last not in point.levels
        or point.levels.index(first) > point.levels.index(last)
    ):
        sentence = _("{code} takes levels from {first} to {last}, such as l3-l5.")
        raise _DoubtError(sentence.format(code=point.code, first=point.levels[0], last=point.levels[-1]))
    return point.levels[point.levels.index(first) : point.levels.index(last) + 1]


def _check_rest(point: Point, words: list[str], taken: int, points: Points, romance: bool) -> None:
    """Raises unless the words left over can only be the next entry."""
    rest = words[taken].casefold()
    typed = " ".join(words[:taken])
    if _LONE.fullmatch(rest):
        code = code_of(rest, romance=romance)
        side = SIDES[rest[0]]
        if code is not None and code in points:
            sentence = _(
                "{rest} after {typed} can be the side ({letter}) or {code}. Put a comma between points."
            )
            raise _DoubtError(
                sentence.format(rest=rest, typed=typed, letter=LETTERS[side], code=code), (point.code, code)
            )
    if rest in SIDES:
        raise _DoubtError(
            _("{code} has two sides in one entry. Write one of l, r, b.").format(code=point.code)
        )
    if rest.isdigit():
        sentence = _(
            "{rest} after {typed} can be {rest} needles (x{rest}) or a depth ({rest}mm). Write which."
        )
        raise _DoubtError(sentence.format(rest=rest, typed=typed), (point.code,))
    if _DEPTH.fullmatch(rest) or _COUNT.fullmatch(rest):
        raise _DoubtError(_("{code} has two depths or two counts in one entry.").format(code=point.code))
    _point(words[taken:], points, romance)


def _entry(point: Point, wish: _Wish, text: str) -> Entry:
    side = _side(point, wish)
    if wish.depth_mm is not None and not 0 < wish.depth_mm <= DEEPEST_MM:
        sentence = _("The depth of {code} can't be right. It lies between 0 and {most} mm.")
        raise _DoubtError(sentence.format(code=point.code, most=int(DEEPEST_MM)))
    levels = tuple(level for level in point.levels if level in wish.levels)
    spots = (len(levels) or point.spots) * point.sides_of(side)
    needles = spots if wish.needles is None else wish.needles
    if not point.sides_of(side) <= needles <= MOST_NEEDLES:
        sentence = _("{code} can't have {n} needles here. The number counts both sides together.")
        raise _DoubtError(sentence.format(code=point.code, n=needles))
    return Entry(point.code, side, needles, wish.depth_mm, text, levels)


def _side(point: Point, wish: _Wish) -> Side:
    if point.lies is Side.BOTH:
        return wish.side or Side.BOTH
    if wish.side in (None, point.lies):
        return point.lies
    if point.midline:
        raise _DoubtError(
            _("{code} lies on the midline and has no side.").format(code=point.code), (point.code,)
        )
    raise _DoubtError(_("{code} is on one side only.").format(code=point.code), (point.code,))


def _or(codes: Iterable[str]) -> str:
    return _(" or ").join(codes)

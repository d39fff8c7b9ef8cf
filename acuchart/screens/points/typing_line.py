"""The line being typed: which word of it a search is for. Knows no Qt."""

import re

from acuchart.clinic.joined_points import read_rows
from acuchart.clinic.point_codes import like_a_code
from acuchart.clinic.point_names import Points, untoned
from acuchart.clinic.point_spellings import shortened_whole, syllables
from acuchart.clinic.points import Point
from acuchart.clinic.prescription import SIDES, Unread
from acuchart.clinic.prescription_words import QUOTED

FEWEST_SYLLABLES = 3
"""Of a name whose first letters alone are enough to be sure; two stand for too many names."""

_STUCK = re.compile(r"\d[lrb]$")
_PARTS = re.compile(r"[,;，；、\n]")


def last_word(text: str, points: Points) -> str:
    """What to search for: the last entry while it names no point yet or is a code alone; else empty."""
    last = _PARTS.split(text)[-1].strip()
    read = read_rows(last, points) if last else ()
    return last if read and isinstance(read[-1], Unread) else _code_alone(last)


def _code_alone(last: str) -> str:
    """A finished code is still searched, so that ST 3 offers ST36 too; with a side or a depth it is done."""
    bare = " " not in last or (like_a_code(last) and last[-1].isdigit())
    return last if last and bare else ""


def without_last(text: str) -> str:
    """The line without its last entry, for which a hit was chosen."""
    return text[: max((found.end() for found in _PARTS.finditer(text)), default=0)]


def sure_hit(word: str, point: Point) -> bool:
    """Whether a point is what the word names, not only something alike: Enter may take it unasked."""
    plain = untoned(word)
    names = (point.pinyin_plain, point.hanzi, point.hanzi_traditional, *point.aliases)
    if plain and any(plain in untoned(name) for name in names):
        return True
    parts = syllables(point.pinyin)
    return len(parts) >= FEWEST_SYLLABLES and shortened_whole(plain, parts)


def says_side(text: str) -> bool:
    """Whether an entry names a side itself, as a word or stuck to the number."""
    words = QUOTED.sub(" ", text).casefold().split()
    return any(word in SIDES for word in words) or bool(_STUCK.search(words[0] if words else ""))

"""All points of the nomenclature, and finding the one a text names."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from acuchart.clinic.point_codes import CHANNEL_SPELLINGS, code_of, folded, romance_code_of
from acuchart.clinic.points import Point

MOST_NEAR = 5
LIKENESS = 0.66
"""How alike two names must be to be offered: two slips of the pen in a word of five letters."""

_TONE_NUMBER = re.compile(r"(?<=[a-zü:])[1-5]")
_NOT_NAME = re.compile(r"[\s'’ʼ`\-]+")
_CODE_LIKE = re.compile(r"([A-Z]+(?:-[A-Z]+)?)(\d+)")


def toned(text: str) -> str:
    """A name without spaces and apostrophes, tones kept."""
    return _NOT_NAME.sub("", unicodedata.normalize("NFC", text).casefold())


def untoned(text: str) -> str:
    """A name as it is typed on a plain keyboard: no tones, spaces or apostrophes, u for ü."""
    bare = unicodedata.normalize("NFD", _TONE_NUMBER.sub("", toned(text))).replace("u:", "u")
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


class Points(Mapping[str, Point]):
    """The points by WHO code, in the order of the channels; also found by any of their names."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._by_code = {point.code: point for point in points}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_tones: dict[str, list[str]] = defaultdict(list)
        for point in self._by_code.values():
            for name in (
                point.pinyin,
                point.pinyin_plain,
                point.hanzi,
                point.hanzi_traditional,
                *point.aliases,
            ):
                self._call(point.code, name)

    def _call(self, code: str, name: str) -> None:
        for index, key in ((self._by_name, untoned(name)), (self._by_tones, toned(name))):
            if code not in index[key]:
                index[key].append(code)

    def __getitem__(self, code: str) -> Point:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    def meant(self, text: str, *, romance: bool = False) -> tuple[str, ...]:
        """The codes a text names: none, one, or all it may stand for where points share a name.

        A name written with tones means the point of those tones; without them, every point so called.
        """
        code = code_of(text, romance=romance)
        if code in self._by_code:
            return (code,)
        written = toned(text)
        if written != untoned(text) and written in self._by_tones:
            return tuple(self._by_tones[written])
        named = self._by_name.get(untoned(text)) or self._by_name.get(_unnumbered(text)) or ()
        return tuple(named)

    def near(self, text: str) -> tuple[str, ...]:
        """Codes of points a mistyped text may have meant, likeliest first."""
        code = code_of(text) or romance_code_of(text)
        if code in self._by_code:
            return (code,)
        if code is not None:
            return self._near_code(code)
        alike = difflib.get_close_matches(untoned(text), list(self._by_name), MOST_NEAR, LIKENESS)
        found = [code for name in alike for code in self._by_name[name]]
        return tuple(dict.fromkeys(found))[:MOST_NEAR]

    def _near_code(self, code: str) -> tuple[str, ...]:
        match = _CODE_LIKE.match(code)
        if match is None:
            return ()
        stem, digits = match.groups()
        cut = (f"{stem}{digits[:-1]}", f"{stem}{digits[1:]}", f"{stem}{digits[::-1]}")
        last = self.last_number(code) or 0
        tail = tuple(f"{stem}{number}" for number in range(last, max(0, last - 2), -1))
        likely = (*tail, *cut) if len(digits) <= len(str(last)) else (*cut, *tail)
        return tuple(dict.fromkeys(c for c in likely if c in self._by_code))[:MOST_NEAR]

    def last_number(self, code: str) -> int | None:
        """The number of the last point of the channel or group a code belongs to."""
        match = _CODE_LIKE.match(code)
        if match is None:
            return None
        stem = match[1]
        numbers = [p.number for p in self._by_code.values() if p.code == f"{stem}{p.number}"]
        return max(numbers, default=None)


def _unnumbered(text: str) -> str:
    """The name in a spelled-out code of an unnumbered extra point, such as EX-ANMIAN."""
    return untoned(folded(text).removeprefix("ex "))


def channel_name(code: str) -> str:
    """The English name of a channel, such as "Lung"; "Extra" for extra points."""
    return CHANNEL_SPELLINGS[code][0].capitalize() if code in CHANNEL_SPELLINGS else "Extra"

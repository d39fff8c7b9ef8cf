"""All points of the nomenclature, and finding the one a text names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from acuchart.clinic.point_codes import CHANNEL_SPELLINGS, codes_of, folded, like_a_code
from acuchart.clinic.point_spellings import (
    in_one_script,
    slips,
    sounded,
    syllables,
    toned,
    untoned,
    wade_giles,
)
from acuchart.clinic.points import Point, PointGroup

__all__ = ["MOST_NEAR", "Names", "Points", "channel_name", "untoned"]

MOST_NEAR = 5

_CODE_LIKE = re.compile(r"([A-Z]+(?:-[A-Z]+)?)(\d+)")
_LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one point as they are searched.

    Attributes:
        plain: Without tones; hanzi in one script.
        parts: The syllables of each name in pinyin.
        wade: As Wade and Giles spelled them.
        sounds: All of them by sound, latin ones only.
    """

    plain: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    wade: tuple[str, ...]
    sounds: tuple[str, ...]


class Points(Mapping[str, Point]):
    """The points by WHO code, in the order of the channels; also found by any of their names.

    Attributes:
        groups: Names for several points at once.
        romance: Whether the letters of Romance charts are read (E36, F3), as chosen in settings.
    """

    def __init__(self, points: Iterable[Point], groups: Iterable[PointGroup] = ()) -> None:
        self._by_code = {point.code: point for point in points}
        self.groups = tuple(groups)
        self.romance = False
        self._script = in_one_script((p.hanzi, p.hanzi_traditional) for p in self._by_code.values())
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_tones: dict[str, list[str]] = defaultdict(list)
        self._groups = {self.key(name): group for group in self.groups for name in group.names}
        for point in self._by_code.values():
            for name in point.names:
                self._call(point.code, name)

    @cached_property
    def _names(self) -> Mapping[str, Names]:
        """Made when something is first searched: to know the points by code it isn't needed."""
        return {code: self._names_of(point) for code, point in self._by_code.items()}

    def _call(self, code: str, name: str) -> None:
        for index, key in ((self._by_name, self.key(name)), (self._by_tones, toned(name))):
            if code not in index[key]:
                index[key].append(code)

    def _names_of(self, point: Point) -> Names:
        parts = tuple(p for name in point.names if (p := syllables(name)))
        plain = tuple(dict.fromkeys(self.key(name) for name in point.names))
        wade = tuple(wade_giles(part) for part in parts)
        sounds = (sounded(name) for name in (*plain, *wade) if _LATIN.fullmatch(name))
        return Names(plain, parts, wade, tuple(dict.fromkeys(sounds)))

    def key(self, text: str) -> str:
        """A name as it is compared: no tones, spaces and apostrophes, and hanzi in one script."""
        return untoned(text).translate(self._script)

    def names(self, code: str) -> Names:
        """The names of a point as they are searched."""
        return self._names[code]

    def __getitem__(self, code: str) -> Point:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    def meant(self, text: str, *, romance: bool | None = None) -> tuple[str, ...]:
        """The codes a text names: none, one, or all it may stand for where points share a name.

        A name written with tones means the point of those tones; without them, every point so called. The
        word for a point may stand behind it (足三里穴, zusanli xue).
        """
        codes = codes_of(text, romance=self.romance if romance is None else romance)
        found = [known for code in codes for known in self._known(code)]
        if found:
            return tuple(dict.fromkeys(found))
        written = toned(text)
        if written != untoned(text) and written in self._by_tones:
            return tuple(self._by_tones[written])
        name = self.key(text)
        likely = (name, self.key(_unnumbered(text)), name.removesuffix("穴").removesuffix("xue"))
        return tuple(next((self._by_name[key] for key in likely if self._by_name.get(key)), ()))

    def _known(self, code: str) -> Iterable[str]:
        """The point of a code, also where the code is an older or newer one of it (GV29 is EX-HN3)."""
        return (code,) if code in self._by_code else self._by_name.get(self.key(code), ())

    def group(self, text: str) -> PointGroup | None:
        """The group of points a text names, such as the four gates."""
        return self._groups.get(self.key(text))

    def near(self, text: str) -> tuple[str, ...]:
        """Codes of points a mistyped text may have meant, likeliest first."""
        bare = folded(text).replace(" ", "")
        codes = codes_of(text) or codes_of(bare) or codes_of(text, romance=True)
        near = [likely for code in codes for likely in (self._known(code) or self._near_code(code))]
        if not near and not like_a_code(text):
            near = [code for code, _ in self.alike(text)]
        return tuple(dict.fromkeys(near or self._near_part(bare)))[:MOST_NEAR]

    def _near_part(self, bare: str) -> Iterable[str]:
        """What the longest beginning of a code that is followed by something else may have meant."""
        match = re.match(r"[a-z]+\d+", bare)
        if match is None or match[0] == bare:
            return ()
        near = self.near(match[0])
        return (*near, *(code for code in self._by_code if near and code.startswith(near[0])))

    def _near_code(self, code: str) -> tuple[str, ...]:
        match = _CODE_LIKE.match(code)
        if match is None:
            return ()
        stem, digits = match.groups()
        last, meant = self.last_number(code) or 0, int(digits)
        slipped = [n for n in range(1, last + 1) if slips(str(n), digits, 1) <= 1]
        # The end of the channel, a wrong first digit, a digit too many, a wrong last digit; other channels.
        by_end = sorted((n for n in slipped if n % 10 == meant % 10), key=lambda n: abs(n - meant))
        dropped = [n for n in slipped if len(str(n)) < len(digits)]
        by_start = sorted(slipped, key=lambda n: abs(n - meant))
        likely = [*([last] if meant > last else []), *by_end[:1], *dropped, *by_start[:2]]
        others = [c for c in CHANNEL_SPELLINGS if len(stem) == 2 and slips(c, stem, 1) == 1]
        found = [*(f"{stem}{n}" for n in likely), *(f"{channel}{digits}" for channel in others)]
        return tuple(c for c in dict.fromkeys(found) if c in self._by_code)

    def alike(self, text: str) -> list[tuple[str, float]]:
        """Codes of points whose name sounds or is spelled nearly so, with its distance, nearest first."""
        sound = sounded(text)
        if len(sound) < 3 or not _LATIN.fullmatch(sound):
            return []
        most = 1 if len(sound) < 6 else 2 if len(sound) < 12 else 3
        near = ((code, _distance(sound, names, most)) for code, names in self._names.items())
        return sorted(((code, far) for code, far in near if far <= most), key=lambda found: found[1])

    def last_number(self, code: str) -> int | None:
        """The number of the last point of the channel or group a code belongs to."""
        match = _CODE_LIKE.match(code)
        if match is None:
            return None
        stem = match[1]
        numbers = [p.number for p in self._by_code.values() if p.code == f"{stem}{p.number}"]
        return max(numbers, default=None)


def _distance(sound: str, names: Names, most: int) -> float:
    """How far the nearest name is from a sound; half a slip more where only its beginning is near."""
    whole = (slips(sound, name, most) for name in names.sounds)
    begun = (slips(sound, name[: len(sound)], most) + 0.5 for name in names.sounds if len(sound) > 3)
    return min((*whole, *begun), default=most + 1)


def _unnumbered(text: str) -> str:
    """The name in a spelled-out code of an unnumbered extra point, such as EX-ANMIAN."""
    return folded(text).removeprefix("extra ").removeprefix("ex ")


def channel_name(code: str) -> str:
    """The English name of a channel, such as "Lung"; "Extra" for extra points."""
    return CHANNEL_SPELLINGS[code][0].capitalize() if code in CHANNEL_SPELLINGS else "Extra"

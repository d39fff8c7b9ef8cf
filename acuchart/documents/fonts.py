"""The fonts of paper: the bundled ones and nothing of the machine.

reportlab does not fall back from one font to another and prints a character its font lacks as an empty box.
So every text is cut into runs here, each with a font that has all its characters. Runs in the scripts of
`scripts` have to be shaped; the typesetter sees to it.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, NoReturn

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from acuchart.documents.scripts import JOINERS, LONGEST_RIGHT_TO_LEFT, Script, script_of
from acuchart.resources import resource

REGULAR = "Inter"
MEDIUM = "Inter Medium"
SEMIBOLD = "Inter SemiBold"
DISPLAY = "Inter Display SemiBold"
HANZI = "Droid Sans Fallback"

FILES = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    DISPLAY: "InterDisplay-SemiBold.ttf",
    HANZI: "DroidSansFallbackFull.ttf",
}

REPLACEMENT = "□"
"""Stands for a character that no font has, as in edited texts; a test sees to it that the fonts have it."""

SAME_TO_THE_EYE = {"\t": " ", "\u2007": "\u00a0", "\u202f": "\u00a0", "\u2010": "-", "\u2011": "-"}
"""Spaces and hyphens that may stand for one another where the fonts have only the second."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font.

    Attributes:
        missing: The characters of it that no font has; each stands as `REPLACEMENT` in `text`.
        script: The script that `text` has to be shaped in, if any.
    """

    font: str
    text: str
    missing: str = ""
    script: Script | None = None


@cache
def register() -> Mapping[str, TTFont]:
    """The fonts by name, made known to reportlab once; those of other scripts when they are first needed.

    Raises:
        FileNotFoundError: The program was installed without its fonts.
    """
    return MappingProxyType(
        {name: _known(PlainFont(name, str(resource("fonts", file)))) for name, file in FILES.items()}
    )


class PlainFont(TTFont):
    """A font whose letters stand one after the other; reportlab shapes no word of it."""

    def hbFont(self, fontSize: float = 10) -> NoReturn:  # noqa: N802, N803 - names of reportlab
        """Tells reportlab to leave the word as it is."""
        raise AttributeError("its letters need no shaping")


def _known(font: TTFont) -> TTFont:
    pdfmetrics.registerFont(font)
    addMapping(font.fontName, 0, 0, font.fontName)
    return font


@cache
def characters(font: str) -> frozenset[int]:
    """The code points a font has."""
    return frozenset(register()[font].face.charToGlyph)


@cache
def letters(script: Script) -> frozenset[int]:
    """The code points of a script's font, which is made known to reportlab here."""
    # Any, as the type information of reportlab leaves the shaping out.
    font: Any = _known(TTFont(script.font, str(resource("fonts", script.file))))
    found = frozenset(font.face.charToGlyph)
    # reportlab numbers the shapes that stand for no single letter as it meets them. Numbered all at once, the
    # same sheet gives the same bytes whatever was printed before.
    shaper = font.hbFont()
    for shape in range(font.hbFace.glyph_count):
        if shape not in font.face.glyphToChar:
            font.hbAddPrivate(shaper.glyph_to_string(shape), shape, shaper.get_glyph_h_advance(shape))
    return found


def cleaned(text: str) -> str:
    """The text composed (NFC), without characters that have no shape; line ends and joiners stay."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = {"\n", "\t", *JOINERS}
    return "".join(c for c in composed if c in kept or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def runs(text: str, font: str = REGULAR) -> tuple[Run, ...]:
    """The text in runs: `font` where it has the character, else the font of its script, else a mark."""
    found: list[Run] = []
    for stretch, script in _stretches(cleaned(text)):
        if script is None:
            found.extend(_plain(stretch, font))
        elif script.right_to_left and len(stretch) > LONGEST_RIGHT_TO_LEFT:
            lost = "".join(dict.fromkeys(stretch))
            found.append(Run(font, "".join(c if c.isspace() else REPLACEMENT for c in stretch), lost))
        else:
            # Right-to-left words stay on one line, so that the first stays rightmost.
            written = stretch.replace(" ", "\u00a0") if script.right_to_left else stretch
            found.append(Run(script.font, written, script=script))
    return tuple(found)


def _stretches(text: str) -> list[tuple[str, Script | None]]:
    """The text cut where the script changes; signs between two letters of a script belong to it."""
    cut: list[tuple[str, Script | None]] = []
    for character in text:
        script = script_of(character)
        if script is not None and ord(character) not in letters(script):
            script = None
        if cut and (script is cut[-1][1] or _goes_along(character, cut[-1][1])):
            cut[-1] = (cut[-1][0] + character, cut[-1][1])
        else:
            cut.append((character, script))
    whole: list[tuple[str, Script | None]] = []
    for piece, script in (piece for stretch in cut for piece in _without_tail(*stretch)):
        if whole and script is whole[-1][1]:
            whole[-1] = (whole[-1][0] + piece, script)
        else:
            whole.append((piece, script))
    return whole


def _goes_along(character: str, script: Script | None) -> bool:
    if script is None or script_of(character) is not None or character == "\n":
        return False
    # Digits run from left to right in every script, so they end a stretch.
    fits = ord(character) in letters(script) and not character.isalnum()
    return fits or character in JOINERS or character.isspace()


def _without_tail(stretch: str, script: Script | None) -> list[tuple[str, Script | None]]:
    """What stands apart after the last word of a script belongs to what follows."""
    if script is None:
        return [(stretch, None)]
    last = max(place for place, character in enumerate(stretch) if script_of(character) is script)
    apart = next((place for place in range(last, len(stretch)) if stretch[place].isspace()), len(stretch))
    tail = stretch[apart:]
    return [(stretch[:apart], script), (tail, None)] if tail else [(stretch, script)]


def _plain(stretch: str, font: str) -> list[Run]:
    marked = (_set(character, font) for character in stretch if character not in JOINERS)
    found = []
    for (name, lost), group in groupby(marked, key=lambda one: (one.font, bool(one.missing))):
        ones = list(group)
        missing = "".join(one.missing for one in ones) if lost else ""
        found.append(Run(name, "".join(one.text for one in ones), missing))
    return found


def _set(character: str, font: str) -> Run:
    if character == "\n":
        return Run(font, character)
    for wanted in (character, SAME_TO_THE_EYE.get(character, character)):
        for name in (font, HANZI):
            if ord(wanted) in characters(name):
                return Run(name, wanted)
    return Run(font, REPLACEMENT, character)


def width(text: str, font: str, size: float) -> float:
    """How wide the text runs on one line, in points."""
    return sum(pdfmetrics.stringWidth(run.text, run.font, size) for run in runs(text, font))

"""The fonts of paper: the bundled ones and nothing of the machine.

reportlab does not fall back from one font to another and prints a character its font lacks as an empty box.
So every text is cut into runs here, each with a font that has all its characters.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

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
    """

    font: str
    text: str
    missing: str = ""


@cache
def register() -> Mapping[str, TTFont]:
    """The fonts by name, made known to reportlab once.

    Raises:
        FileNotFoundError: The program was installed without its fonts.
    """
    # Shaping needs a library that may be there or not; the same sheet must give the same bytes.
    found = {name: TTFont(name, str(resource("fonts", file)), shapable=False) for name, file in FILES.items()}
    for name, font in found.items():
        pdfmetrics.registerFont(font)
        addMapping(name, 0, 0, name)
    return MappingProxyType(found)


@cache
def characters(font: str) -> frozenset[int]:
    """The code points a font has."""
    return frozenset(register()[font].face.charToGlyph)


def cleaned(text: str) -> str:
    """The text composed (NFC), without characters that have no shape; line ends stay."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def runs(text: str, font: str = REGULAR) -> tuple[Run, ...]:
    """The text in runs: `font` where it has the character, the hanzi font where that has it, else a mark."""
    marked = (_set(character, font) for character in cleaned(text))
    found = []
    for (name, lost), group in groupby(marked, key=lambda one: (one.font, bool(one.missing))):
        ones = list(group)
        missing = "".join(one.missing for one in ones) if lost else ""
        found.append(Run(name, "".join(one.text for one in ones), missing))
    return tuple(found)


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

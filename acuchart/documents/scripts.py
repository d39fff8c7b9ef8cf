"""Scripts beyond Latin, Greek, Cyrillic and hanzi: which bundled font writes which, for names on paper.

The letters of these scripts join, stack or change place, so a stretch of one script is shaped as a whole with
HarfBuzz. reportlab shapes word by word and takes the font of a word's first letter for all of it: whatever
touches a letter of these scripts must stand in the same font or apart from it.
"""

from dataclasses import dataclass

LONGEST_RIGHT_TO_LEFT = 60
"""Letters of a name. Longer text would have to turn at line ends, which reportlab can't do alone."""


@dataclass(frozen=True, slots=True)
class Script:
    """One script and its font.

    Attributes:
        font: The name reportlab and Qt know the font by.
        file: In `resources/fonts`.
        blocks: First and last code point of each block of Unicode that belongs to it.
    """

    font: str
    file: str
    blocks: tuple[tuple[int, int], ...]
    right_to_left: bool = False


def _noto(name: str, *blocks: tuple[int, int], right_to_left: bool = False) -> Script:
    return Script(f"Noto Sans {name}", f"NotoSans{name}-Regular.ttf", blocks, right_to_left)


SCRIPTS = (
    _noto("Armenian", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _noto("Hebrew", (0x0590, 0x05FF), (0xFB1D, 0xFB4F), right_to_left=True),
    _noto(
        "Arabic",
        (0x0600, 0x06FF),
        (0x0750, 0x077F),
        (0x08A0, 0x08FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFE),
        right_to_left=True,
    ),
    _noto("Devanagari", (0x0900, 0x097F), (0xA8E0, 0xA8FF)),
    _noto("Bengali", (0x0980, 0x09FF)),
    _noto("Gurmukhi", (0x0A00, 0x0A7F)),
    _noto("Gujarati", (0x0A80, 0x0AFF)),
    _noto("Tamil", (0x0B80, 0x0BFF)),
    _noto("Telugu", (0x0C00, 0x0C7F)),
    _noto("Kannada", (0x0C80, 0x0CFF)),
    _noto("Malayalam", (0x0D00, 0x0D7F)),
    _noto("Sinhala", (0x0D80, 0x0DFF)),
    _noto("Thai", (0x0E00, 0x0E7F)),
    _noto("Lao", (0x0E80, 0x0EFF)),
    _noto("Myanmar", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _noto("Georgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    Script(
        "NanumSquare",
        "NanumSquareR.ttf",
        ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)),
    ),
    _noto("Ethiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB01, 0xAB2F)),
    _noto("Khmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
)

JOINERS = frozenset("\u200c\u200d")
"""They have no shape of their own, but tell letters of a script whether to join."""


def script_of(character: str) -> Script | None:
    """The script a character belongs to; None for Latin, Greek, Cyrillic, hanzi and all other signs."""
    point = ord(character)
    for script in SCRIPTS:
        if any(first <= point <= last for first, last in script.blocks):
            return script
    return None

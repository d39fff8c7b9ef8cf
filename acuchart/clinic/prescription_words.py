"""The words of a prescription line, and what one word of it can say."""

import re
import unicodedata
from collections.abc import Iterator

from acuchart.clinic.needling import Technique
from acuchart.clinic.points import Side

SIDES = {
    "l": Side.LEFT,
    "left": Side.LEFT,
    "lt": Side.LEFT,
    "左": Side.LEFT,
    "r": Side.RIGHT,
    "right": Side.RIGHT,
    "rt": Side.RIGHT,
    "右": Side.RIGHT,
    "b": Side.BOTH,
    "bi": Side.BOTH,
    "bil": Side.BOTH,
    "bilat": Side.BOTH,
    "both": Side.BOTH,
    "bilateral": Side.BOTH,
    "双": Side.BOTH,
    "雙": Side.BOTH,
}
LETTERS = {Side.LEFT: "l", Side.RIGHT: "r", Side.BOTH: "b"}

TECHNIQUES = {
    "reinforce": Technique.REINFORCE,
    "tonify": Technique.REINFORCE,
    "补": Technique.REINFORCE,
    "補": Technique.REINFORCE,
    "reduce": Technique.REDUCE,
    "sedate": Technique.REDUCE,
    "disperse": Technique.REDUCE,
    "泻": Technique.REDUCE,
    "瀉": Technique.REDUCE,
    "even": Technique.EVEN,
    "平补平泻": Technique.EVEN,
    "平補平瀉": Technique.EVEN,
    "other": Technique.OTHER,
}
"""A technique by its word; any other is named in quotation marks."""

ANGLES = frozenset({"perpendicular", "oblique", "transverse", "subcutaneous"})
"""What an angle is called; in degrees it is written 45°, in other words @"...", which is rarely needed."""

QUOTED = re.compile(r'(@?"[^"\n]*")')
DEGREES = re.compile(r"([1-9]|[1-8]\d|90)(?:°|deg)")
DEPTH = re.compile(r"(\d+(?:\.\d+)?)mm")
COUNT = re.compile(r"[x×](\d+)")
AMOUNT = re.compile(r"[x×]?\d|mm\b")
LEVELS = re.compile(r"([ctls]\d{1,2})(?:-([ctls]?\d{1,2}))?")
STUCK = re.compile(r"(.*\d)([lrb])")
LONE = re.compile(r"[blr]\d+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))


_PART = re.compile(r'(?:"[^"\n]*"|[^,;，；、\n])+')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂", '"'))


def parts_of(line: str) -> Iterator[str]:
    """The parts of a line between commas, semicolons and new lines; in quotation marks these part nothing."""
    return (found[0] for found in _PART.finditer(line.translate(_QUOTES)))


def words_of(part: str) -> list[str]:
    """The words of a part; what stands in quotation marks is one word, as it was typed."""
    found: list[str] = []
    for piece in QUOTED.split(part.translate(_QUOTES)):
        found += [piece] if QUOTED.fullmatch(piece) else _plain_words(piece)
    return found


def _plain_words(part: str) -> list[str]:
    """The words of a part, with "20 mm", "x 4" and "l3 - l5" drawn together and "st36b" taken apart."""
    text = unicodedata.normalize("NFKC", part).translate(_DASHES).strip().removesuffix(".")
    text = re.sub(r"(?<=\d)\s+(?=mm\b)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[x×X])\s+(?=\d)", "", text)
    text = re.sub(r"(?<=[tlTL]\d)\s*-\s*(?=[tlTL]?\d)|(?<=[tlTL]\d\d)\s*-\s*(?=[tlTL]?\d)", "-", text)
    return text.split()

"""The words of a prescription line, and what one word of it can say."""

import re
import unicodedata

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

PARTS = re.compile(r"[,;，；、\n]")
DEPTH = re.compile(r"(\d+(?:\.\d+)?)mm")
COUNT = re.compile(r"[x×](\d+)")
AMOUNT = re.compile(r"[x×]?\d|mm\b")
LEVELS = re.compile(r"([ctls]\d{1,2})(?:-([ctls]?\d{1,2}))?")
STUCK = re.compile(r"(.*\d)([lrb])")
LONE = re.compile(r"[blr]\d+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))


def words_of(part: str) -> list[str]:
    """The words of a part, with "20 mm", "x 4" and "l3 - l5" drawn together and "st36b" taken apart."""
    text = unicodedata.normalize("NFKC", part).translate(_DASHES).strip().removesuffix(".")
    text = re.sub(r"(?<=\d)\s+(?=mm\b)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[x×X])\s+(?=\d)", "", text)
    text = re.sub(r"(?<=[tlTL]\d)\s*-\s*(?=[tlTL]?\d)|(?<=[tlTL]\d\d)\s*-\s*(?=[tlTL]?\d)", "-", text)
    return text.split()

"""Every common spelling of a point's code, read into the WHO one.

Some letters stand for one channel in English charts and for another in Romance ones (E is estomac, F is
foie): those are read only when that system was chosen.
"""

import re
import unicodedata
from collections.abc import Mapping

CHANNEL_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "LU": ("lung",),
    "LI": ("large intestine", "colon"),
    "ST": ("stomach", "stom", "s"),
    "SP": ("spleen", "spl"),
    "HT": ("heart", "hrt", "he", "h"),
    "SI": ("small intestine",),
    "BL": ("bladder", "urinary bladder", "ub", "bla"),
    "KI": ("kidney", "kid", "kd", "k"),
    "PC": ("pericardium", "heart constrictor", "heart protector", "hc", "pe", "per", "p"),
    "TE": (
        "triple energizer",
        "triple energiser",
        "triple heater",
        "triple burner",
        "triple warmer",
        "san jiao",
        "sanjiao",
        "sj",
        "tw",
        "tb",
        "th",
    ),
    "GB": ("gallbladder", "gall bladder", "gb", "g"),
    "LR": ("liver", "liv", "lv"),
    "GV": ("governor vessel", "governing vessel", "du mai", "du", "dm"),
    "CV": ("conception vessel", "ren mai", "ren", "rn", "rm"),
}
LONE_LETTERS: Mapping[str, str] = {"b": "BL", "l": "LU", "r": "CV"}
"""They are sides as well, so they name a channel only directly before a number where no code came before."""

ROMANCE_LETTERS: Mapping[str, str] = {
    "p": "LU",
    "gi": "LI",
    "e": "ST",
    "rp": "SP",
    "rt": "SP",
    "rte": "SP",
    "c": "HT",
    "ig": "SI",
    "v": "BL",
    "r": "KI",
    "mc": "PC",
    "tr": "TE",
    "vb": "GB",
    "f": "LR",
    "dm": "GV",
    "vg": "GV",
    "rm": "CV",
    "vc": "CV",
}
GROUPS = ("hn", "ca", "b", "ue", "le")
"""Groups of the extra points: head and neck, chest and abdomen, back, upper and lower extremity."""

_ENGLISH: Mapping[str, str] = {
    **{word: code for code, words in CHANNEL_SPELLINGS.items() for word in words},
    **{code.lower(): code for code in CHANNEL_SPELLINGS},
}
_CODE = re.compile(r"([a-z]+(?: [a-z]+)*)0*([1-9]\d{0,2})(\+?)")
_EXTRA = re.compile(r"(?:(ex|extra) ?)?(hn|ca|b|ue|le) ?0*([1-9]\d?)")
_BREAKS = re.compile(r"[\s._\-–—]+")
_BEFORE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d)")


def folded(text: str) -> str:
    """Lower case, full-width signs made plain, and dots, hyphens and runs of space made one space."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def code_of(text: str, *, romance: bool = False) -> str | None:
    """The WHO code a text spells, whether or not such a point exists; None where it spells no code."""
    spelled = folded(text)
    extra = _EXTRA.fullmatch(spelled)
    if extra and (extra[1] or extra[2] not in ("b", "le")):
        return f"EX-{extra[2].upper()}{extra[3]}"
    match = _CODE.fullmatch(_BEFORE_NUMBER.sub("", spelled))
    if match is None:
        return None
    channel = _channel(match[1], lone=match[1] not in LONE_LETTERS or spelled[1:2].isdigit(), romance=romance)
    return channel and f"{channel}{match[2]}{match[3]}"


def _channel(letters: str, *, lone: bool, romance: bool) -> str | None:
    if romance and letters in ROMANCE_LETTERS:
        return ROMANCE_LETTERS[letters]
    if letters in LONE_LETTERS:
        return LONE_LETTERS[letters] if lone else None
    return _ENGLISH.get(letters)


def romance_code_of(text: str) -> str | None:
    """The code a text would spell in the Romance system, where the English one does not know it."""
    return None if code_of(text) else code_of(text, romance=True)

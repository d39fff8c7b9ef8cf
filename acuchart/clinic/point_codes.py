"""Every common spelling of a point's code, read into the WHO one.

Some letters stand for one channel in English charts and for another in Romance ones (E is estomac, F is
foie): those are read only when that system was chosen. Romance charts do not agree among themselves either
(IG is the small intestine in French and the large one in Spanish), so a spelling may have two readings.
"""

import re
import unicodedata
from collections.abc import Mapping

CHANNEL_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "LU": ("lung", "lungs"),
    "LI": ("large intestine", "colon", "co", "lg int"),
    "ST": ("stomach", "stom", "sto", "s"),
    "SP": ("spleen", "spl"),
    "HT": ("heart", "hrt", "he", "h"),
    "SI": ("small intestine", "sm int"),
    "BL": ("bladder", "urinary bladder", "ub", "bla"),
    "KI": ("kidney", "kidneys", "kid", "kd", "k"),
    "PC": (
        "pericardium",
        "heart constrictor",
        "heart protector",
        "heart governor",
        "circulation sex",
        "hc",
        "cx",
        "cs",
        "pe",
        "per",
        "p",
    ),
    "TE": (
        "triple energizer",
        "triple energiser",
        "triple heater",
        "triple burner",
        "triple warmer",
        "three heater",
        "san jiao",
        "sanjiao",
        "sj",
        "tw",
        "tb",
        "th",
    ),
    "GB": ("gallbladder", "gall bladder", "gb", "g"),
    "LR": ("liver", "liv", "lv"),
    "GV": ("governor vessel", "governing vessel", "du mai", "dumai", "du mo", "tu mo", "du", "dm", "tm"),
    "CV": ("conception vessel", "ren mai", "renmai", "ren mo", "jen mo", "ren", "rn", "rm", "jm"),
}
LONE_LETTERS: Mapping[str, str] = {"b": "BL", "l": "LU", "r": "CV"}
"""They are sides as well, so they name a channel only directly before a number where no code came before."""

ROMANCE_LETTERS: Mapping[str, tuple[str, ...]] = {
    "p": ("LU",),
    "gi": ("LI",),
    "ig": ("SI", "LI"),
    "id": ("SI",),
    "it": ("SI",),
    "e": ("ST",),
    "rp": ("SP",),
    "rt": ("SP",),
    "rte": ("SP",),
    "bp": ("SP",),
    "m": ("SP",),
    "c": ("HT",),
    "v": ("BL",),
    "r": ("KI",),
    "rn": ("KI",),
    "mc": ("PC",),
    "tr": ("TE",),
    "ta": ("TE",),
    "vb": ("GB",),
    "f": ("LR",),
    "h": ("LR", "HT"),
    "dm": ("GV",),
    "vg": ("GV",),
    "rm": ("CV",),
    "vc": ("CV",),
}
"""Letters of French, Italian, Spanish and Portuguese charts; two channels where these disagree."""

_ENGLISH: Mapping[str, str] = {
    **{word: code for code, words in CHANNEL_SPELLINGS.items() for word in words},
    **{code.lower(): code for code in CHANNEL_SPELLINGS},
}
_CODE = re.compile(r"([a-z]+(?: [a-z]+)*)0*([1-9]\d{0,2})(\+?)")
# Groups of the extra points: head and neck, chest and abdomen, back, upper and lower extremity.
_EXTRA = re.compile(r"(?:(ex|extra) ?)?(hn|ca|b|ue|le) ?0*([1-9]\d?)")
_LIKE_A_CODE = re.compile(r"[a-z]+(?: [a-z]+)? ?\d+ ?[a-z+]?")
_DOTTED = re.compile(r"\b([a-z])\. ?(?=[a-z]\b)")
_BREAKS = re.compile(r"[\s._\-‐‑‒–—#:]+")
_BEFORE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d)")


def folded(text: str) -> str:
    """Lower case, full-width signs made plain, and dots, hyphens and runs of space made one space."""
    plain = _DOTTED.sub(r"\1", unicodedata.normalize("NFKC", text).casefold())
    return _BREAKS.sub(" ", plain).strip()


def codes_of(text: str, *, romance: bool = False) -> tuple[str, ...]:
    """The WHO codes a text spells, whether or not such points exist; none where it spells no code.

    More than one where the letters stand for two channels, or for a channel and a group of extra points
    (LE3 is EX-LE3, and the liver in some charts).
    """
    spelled = folded(text)
    extra = _EXTRA.fullmatch(spelled)
    if extra and (extra[1] or extra[2] != "b"):
        code = f"EX-{extra[2].upper()}{extra[3]}"
        return (code,) if extra[1] or extra[2] != "le" else (code, f"LR{extra[3]}")
    match = _CODE.fullmatch(_BEFORE_NUMBER.sub("", spelled))
    if match is None:
        return ()
    lone = match[1] not in LONE_LETTERS or spelled[1:2].isdigit()
    return tuple(f"{channel}{match[2]}{match[3]}" for channel in _channels(match[1], lone, romance))


def code_of(text: str, *, romance: bool = False) -> str | None:
    """The likeliest WHO code a text spells; None where it spells no code."""
    return next(iter(codes_of(text, romance=romance)), None)


def _channels(letters: str, lone: bool, romance: bool) -> tuple[str, ...]:
    if letters in LONE_LETTERS and not lone:
        return ()
    if romance and letters in ROMANCE_LETTERS:
        return ROMANCE_LETTERS[letters]
    known = LONE_LETTERS.get(letters) or _ENGLISH.get(letters)
    return (known,) if known else ()


def channel_of(text: str) -> str | None:
    """The channel a text names by itself, such as "liver", "UB" or "du mai"; None where it names none."""
    return _ENGLISH.get(folded(text))


def like_a_code(text: str) -> bool:
    """Whether a text is written like a code: letters and then a number, known or not."""
    return bool(_LIKE_A_CODE.fullmatch(folded(text)))


def romance_code_of(text: str) -> str | None:
    """The code a text would spell in the Romance system, where the English one does not know it."""
    return None if code_of(text) else code_of(text, romance=True)

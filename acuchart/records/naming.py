"""Names as they are searched: without accents, case or punctuation, in any script."""

import re
import unicodedata

from acuchart.clinic.people import Name

_ALONE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters whose stroke or ligature Unicode does not take apart."""


_MARKS = re.compile(r"[^\w\s]")


def folded(text: str) -> str:
    """The words of a text in lower case, without accents, one space between them."""
    bare = unicodedata.normalize("NFKD", text).casefold().translate(_ALONE)
    # Again, because folding the case of a letter can set an accent free.
    bare = unicodedata.normalize("NFKD", bare)
    letters = (c for c in bare if not unicodedata.category(c).startswith("M"))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def search_words(name: Name) -> str:
    """Everything a person with this name may be searched by.

    O'Brien is found as o'br, brien and obrien. In scripts without case (hanzi, kana, hangul, Arabic) people
    type family and given name in one go, so both orders of the two written together belong to it.
    """
    parts = (name.given, name.family, name.preferred)
    words = [folded(part) for part in parts]
    words += [folded(_MARKS.sub("", part)) for part in parts if _MARKS.search(part)]
    if any(unicodedata.category(c) == "Lo" for c in name.full):
        words += [folded(name.family + name.given), folded(name.given + name.family)]
    return " ".join(word for word in words if word)


def search_digits(phone: str) -> str:
    """The digits of a phone number, those of other scripts as 0 to 9."""
    return "".join(str(unicodedata.decimal(c)) for c in phone if c.isdecimal())

"""A language nobody speaks: every message is bracketed, accented and two fifths longer.

A text on a screen that is not in brackets did not go through gettext; one that is cut off has no room for
a longer language.
"""

import gettext
import re
from collections.abc import Iterable

LONGER = 0.4
_ACCENTED = str.maketrans("AaCcEeGgIiKkLlNnOoRrSsTtUuYyZz", "ÅàĆćÊëĞģÎïĶķĻłÑñÖöŘřŞşŤťÛüÝýŽž")
_KEPT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w+;")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


class PseudoTranslation(gettext.NullTranslations):
    """Translates every message there is or ever will be."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(message: str) -> str:
    """The message in that language; fields in braces, tags and entities stay as they are."""
    kept = _KEPT.findall(message)
    spoken = [part.translate(_ACCENTED) for part in _KEPT.split(message)]
    body = spoken[0] + "".join(field + part for field, part in zip(kept, spoken[1:], strict=True))
    return f"[{body}{'·' * max(1, round(len(message) * LONGER) - 2)}]"


def untranslated(texts: Iterable[str], data: Iterable[str] = ()) -> list[str]:
    """Those texts that hold a word which is neither pseudo-language nor one of the `data` of the clinic.

    Args:
        texts: What is seen on a screen.
        data: Names of people, points and other words that are the same in every language.
    """
    known = sorted(data, key=len, reverse=True)
    return [text for text in texts if _WORD.search(_without(text, known))]


def _without(text: str, data: Iterable[str]) -> str:
    for word in data:
        text = text.replace(word, "")
    while (shorter := _BRACKETED.sub("", text)) != text:
        text = shorter
    return text

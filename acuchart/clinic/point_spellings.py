"""How the names of points are spelled: with tones and without, by sound, by syllable, in old romanisation.

Everything here folds a spelling into a key; two spellings of one name share a key.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_TONE_NUMBER = re.compile(r"(?<=[a-zü:])[1-5]")
_NOT_NAME = re.compile(r"[\s'’‘ʼʻ`´′\-‐‑–]+")
_TONES = "\u0304\u0301\u030c\u0300"
"""Macron, acute, caron and grave, as marks of their own."""

_V_FOR_U = re.compile(r"(?<=[lnjqxy])v")

_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = (
    "iang|iong|uang|ueng|ang|eng|ing|ong|uai|uan|ian|iao"
    "|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|e|i|o|u"
)
_SYLLABLE = re.compile(f"(?:{_INITIAL})?(?:{_FINAL})")

# Wade-Giles, as older books write it, without its apostrophes.
_WADE_WHOLE = {"zi": "tzu", "ci": "tzu", "si": "ssu", "er": "erh", "yan": "yen", "you": "yu", "yi": "i"}
_WADE_INITIAL = {
    "b": "p",
    "d": "t",
    "g": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "zh": "ch",
    "r": "j",
    "z": "ts",
    "c": "ts",
}
_BACK = ("g", "k", "h")
_WADE_FINAL = {"ian": "ien", "iong": "iung", "ong": "ung", "ie": "ieh", "ue": "ueh"}

# Sounds that are confused in writing: nasal endings, flat and curled tongue, English habits.
_CONFUSED = {"oo": "u", "ee": "i", "ng": "n", "zh": "z", "ch": "c", "sh": "s", "q": "c", "x": "s"}
_W_AFTER = re.compile(r"(?<=[^aeiou])w")
_DOUBLED = re.compile(r"(.)\1+")

VARIANTS = (
    "沖冲 兪俞 腧俞 谿溪 渓溪 郤郄 鍾钟 臺台 裡里 裏里 彊强 髗颅 眞真 沢泽 関关 気气 陥陷 窓窗 舎舍 蔵藏 "
    "歩步 霊灵 歴历 経经 頬颊 労劳 営营 辺边 処处 満满 戸户 聡聪 脳脑 帯带 絶绝 薬药 焼烧"
)
"""Characters as no name of the table writes them, each before the simplified form it stands for."""


def toned(text: str) -> str:
    """A name without spaces and apostrophes, tones kept."""
    return _NOT_NAME.sub("", unicodedata.normalize("NFKC", text).casefold())


def untoned(text: str) -> str:
    """A name as it is typed on a plain keyboard: no tones, spaces or apostrophes, u for ü and for v."""
    bare = unicodedata.normalize("NFD", _TONE_NUMBER.sub("", toned(text))).replace("u:", "u")
    return _V_FOR_U.sub("u", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def syllables(pinyin: str) -> tuple[str, ...]:
    """The syllables of a name with tones: each has one marked vowel; empty where it can't be parted."""
    return _parted(unicodedata.normalize("NFC", toned(pinyin)))


def _parted(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    for size in range(min(6, len(text)), 0, -1):
        head = untoned(text[:size])
        if _marks(text[:size]) == 1 and _SYLLABLE.fullmatch(head):
            rest = _parted(text[size:])
            if rest or size == len(text):
                return (head, *rest)
    return ()


def _marks(text: str) -> int:
    """How many vowels carry a tone; the two dots of ü are none."""
    return sum(letter in _TONES for letter in unicodedata.normalize("NFD", text))


def wade_giles(parts: Iterable[str]) -> str:
    """The syllables as Wade and Giles wrote them, in one word: zu, san, li is tsusanli."""
    return "".join(_wade(part) for part in parts)


def _wade(part: str) -> str:
    if part in _WADE_WHOLE:
        return _WADE_WHOLE[part]
    match = re.fullmatch(f"({_INITIAL})?(.+)", part)
    initial, final = (match[1] or "", match[2]) if match else ("", part)
    written = _WADE_FINAL.get(final, final)
    if final == "i" and initial in ("zh", "ch", "sh", "r"):
        written = "ih"
    elif (final == "e" and initial in _BACK) or (final == "uo" and initial not in (*_BACK, "sh")):
        written = "o"
    elif final == "ui" and initial in ("g", "k"):
        written = "uei"
    return _WADE_INITIAL.get(initial, initial) + written


def sounded(text: str) -> str:
    """A name by its sound: what is often confused in writing is the same here."""
    plain = _W_AFTER.sub("u", untoned(text))
    for written, meant in _CONFUSED.items():
        plain = plain.replace(written, meant)
    return _DOUBLED.sub(r"\1", plain)


def shortened(text: str, parts: tuple[str, ...]) -> bool:
    """Whether a text is made of beginnings of syllables, from the first on: zsl, zusl, zs for zu san li."""
    if not text:
        return True
    if not parts:
        return False
    sizes = [n for n in range(1, len(parts[0]) + 1) if text.startswith(parts[0][:n])]
    return any(shortened(text[n:], parts[1:]) for n in sizes)


def shortened_whole(text: str, parts: tuple[str, ...]) -> bool:
    """Whether a text has a beginning of every syllable: zsl and zusl for zu san li, not zs."""
    if not text or not parts:
        return not text and not parts
    sizes = [n for n in range(1, len(parts[0]) + 1) if text.startswith(parts[0][:n])]
    return any(shortened_whole(text[n:], parts[1:]) for n in sizes)


def in_one_script(pairs: Iterable[tuple[str, str]]) -> Mapping[int, str]:
    """A table that turns every way of writing a character into one, from names in both scripts."""
    table = {ord(variant[0]): variant[1] for variant in VARIANTS.split()}
    table |= {ord(b): a for one, other in pairs for a, b in zip(one, other, strict=True) if a != b}
    return table


def slips(one: str, other: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped to turn one word into the other.

    Counting stops beyond `most`.
    """
    if abs(len(one) - len(other)) > most or len(set(one) - set(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, above[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return row[-1]

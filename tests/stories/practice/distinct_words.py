"""Words that stand nowhere else, and every shape in which a file could hold them."""

import base64
import json
from collections.abc import Iterator
from itertools import count

_LATIN = "Zaunkoenig"
_HANZI = "鷦鷯鸑鷟麒麟鳳凰貔貅"
_CYRILLIC = "Крапивник"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


class DistinctWords:
    """Hands out one word after the other and remembers them: Latin, hanzi and Cyrillic in turn."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self._numbers = count(1)

    def __call__(self) -> str:
        """A word that was never given before. None is a part of another."""
        number = next(self._numbers)
        letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
        hanzi = "".join(_HANZI[int(digit)] for digit in f"{number:03}")
        cyrillic = "".join(chr(ord("а") + int(digit)) for digit in f"{number:03}")
        word = (f"{_LATIN}{letters}x", f"陳{hanzi}氏", f"{_CYRILLIC}{cyrillic}я")[number % 3]
        self.given.append(word)
        return word


def shapes_of(word: str) -> Iterator[bytes]:
    """A word as any file might hold it: plain, escaped, in base64 or in hexadecimal digits."""
    for spelling in {word, word.lower(), word.upper()}:
        for encoding in _ENCODINGS:
            plain = spelling.encode(encoding)
            yield plain
            yield plain.hex().encode()
            yield plain.hex().upper().encode()
            yield from _in_base64(plain)
        yield json.dumps(spelling).strip('"').encode()


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """The letters that stay the same wherever the word begins in a longer text."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + plain)
        first = -(-before * 8 // 6)
        last = (before + len(plain)) * 8 // 6
        inner = whole[first:last]
        yield inner
        yield inner.replace(b"+", b"-").replace(b"/", b"_")

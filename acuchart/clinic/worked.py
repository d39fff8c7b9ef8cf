"""How a needle is worked, as words of a prescription line: its angle and its technique."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from acuchart.clinic.needling import Technique
from acuchart.clinic.prescription_words import ANGLES, DEGREES, QUOTED, TECHNIQUES
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

LONGEST_METHOD = 40
"""Letters of the name of a method."""

_QUOTES = str.maketrans(dict.fromkeys('"“”„‟＂', "'"))


def check_method(text: str) -> str:
    """The name of a technique the list does not hold, as it is kept: on one line, without quotation marks.

    Raises:
        ChartTrouble: It is empty or long.
    """
    name = " ".join(text.translate(_QUOTES).split())
    if not name:
        raise ChartTrouble(_("Name the method."))
    if len(name) > LONGEST_METHOD:
        raise ChartTrouble(_("Name the method in at most {n} letters.").format(n=LONGEST_METHOD))
    return name


@dataclass(frozen=True, slots=True)
class Worked:
    """Angle and technique of an entry.

    Attributes:
        angle: Degrees or words; empty when none was written.
        technique: None when none was written.
        method: Name of another technique than the three.
    """

    angle: str = ""
    technique: Technique | None = None
    method: str = ""

    def with_word(self, word: str) -> "Worked | None":
        """What one more word makes of it; None where it says nothing of the kind, or says it twice."""
        text = word.casefold()
        if not self.angle and (angle := _angle(word, text)):
            return replace(self, angle=angle)
        if self.technique is not None:
            return None
        if text in TECHNIQUES:
            return replace(self, technique=TECHNIQUES[text])
        name = word.strip('"').strip() if QUOTED.fullmatch(word) and word.startswith('"') else ""
        if name and len(name) <= LONGEST_METHOD:
            return replace(self, technique=Technique.OTHER, method=" ".join(name.split()))
        return None

    @property
    def words(self) -> Iterator[str]:
        """The words that say it; an even technique goes without saying."""
        if self.angle in ANGLES or DEGREES.fullmatch(self.angle):
            yield self.angle
        elif self.angle:
            yield f'@"{self.angle}"'
        if self.technique is Technique.OTHER and self.method:
            yield f'"{self.method}"'
        elif self.technique not in (None, Technique.EVEN):
            yield str(self.technique)


UNSAID = Worked()
"""Nothing was written."""


def _angle(word: str, text: str) -> str:
    """The angle a word says; empty where it says none."""
    if degrees := DEGREES.fullmatch(text):
        return f"{degrees[1]}°"
    if text in ANGLES:
        return text
    return word[1:].strip('"').strip() if word.startswith('@"') else ""


def says_twice(word: str) -> bool:
    """Whether a word that was left over is a second angle or technique."""
    text = word.casefold()
    return bool(_angle(word, text)) or text in TECHNIQUES or bool(QUOTED.fullmatch(word))

"""The eight principles as a summary: interior or exterior, cold or heat, deficiency or excess.

A finding speaks for a pole when most of the patterns it speaks for, among those whose nature names a pole of
that pair, have this one. Patterns of organs are interior unless their nature says otherwise, as is taught.
Both poles are told with their findings and nothing is decided: cold above and heat below are both so.
Yin and yang, the fourth pair, sum up the other three and are left to the practitioner.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import LEAST_FINDINGS, states_of
from acuchart.clinic.patterns import Pattern, Strength

MOST = 2 / 3
ORGAN = "organ"


class Pole(StrEnum):
    """One side of a pair."""

    INTERIOR = "interior"
    EXTERIOR = "exterior"
    COLD = "cold"
    HEAT = "heat"
    DEFICIENCY = "deficiency"
    EXCESS = "excess"


PAIRS = ((Pole.INTERIOR, Pole.EXTERIOR), (Pole.COLD, Pole.HEAT), (Pole.DEFICIENCY, Pole.EXCESS))
_WORDS = {"hot": Pole.HEAT}
_FOR = (Strength.CHARACTERISTIC, Strength.SUPPORTING)


@dataclass(frozen=True, slots=True)
class Principle:
    """One pole with the present findings that speak for it, as they were entered."""

    pole: Pole
    for_: tuple[str, ...]


Speakers = Mapping[Pole, frozenset[str]]
"""For each pole the findings that speak for it."""


def speakers(patterns: Iterable[Pattern]) -> Speakers:
    """Which findings speak for which pole; it depends on the patterns alone and can be kept."""
    named = [(poles_of(pattern), pattern.findings(*_FOR)) for pattern in patterns]
    found: dict[Pole, frozenset[str]] = {}
    for pair in PAIRS:
        counts = {pole: Counter(f for poles, ids in named if pole in poles for f in ids) for pole in pair}
        spoken = counts[pair[0]] + counts[pair[1]]
        for pole in pair:
            found[pole] = frozenset(f for f, n in counts[pole].items() if n / spoken[f] >= MOST)
    return found


def weigh_principles(
    patterns: Mapping[str, Pattern], observations: Iterable[Observation], kept: Speakers | None = None
) -> tuple[Principle, ...]:
    """All six poles, pair by pair; nothing below three present findings, as in the ledger.

    `kept` are the `speakers` of the patterns, where somebody has them already.
    """
    states = states_of(observations)
    present = [finding for finding, state in states.items() if state is FindingState.PRESENT]
    if len(present) < LEAST_FINDINGS:
        return ()
    speak = speakers(patterns.values()) if kept is None else kept
    return tuple(
        Principle(pole, tuple(finding for finding in present if finding in speak[pole]))
        for pair in PAIRS
        for pole in pair
    )


def poles_of(pattern: Pattern) -> frozenset[Pole]:
    """The poles a pattern's nature names, such as "excess; hot; interior"; of a pair it leaves open, none."""
    words = set(pattern.nature.replace(";", " ").replace(" or ", " ").split())
    named = {_WORDS.get(word) or Pole(word) for word in words if word in _WORDS or word in set(Pole)}
    if pattern.family == ORGAN and Pole.EXTERIOR not in named:
        named.add(Pole.INTERIOR)
    both = {pole for pair in PAIRS if set(pair) <= named for pole in pair}
    return frozenset(named - both)

"""Ready sentences of the aftercare slip, beside those it shares with the treatment plan."""

from dataclasses import dataclass
from enum import StrEnum


class SlipPart(StrEnum):
    """Parts of the slip that have sentences of their own."""

    CHEST = "chest"
    NORMAL = "normal"
    CARE = "care"
    SAME_DAY = "same_day"


class After(StrEnum):
    """What was done that a sentence is for."""

    CUPS = "cups"
    HEAT = "heat"
    NEEDLE = "needle"
    """A needle stays in."""
    SEED = "seed"


@dataclass(frozen=True, slots=True)
class SlipPhrase:
    """A ready sentence.

    Attributes:
        after: Offered where one of these was done.
        with_phrase: Offered where this phrase of the plan is; empty where `after` decides.
        sources: Where the advice comes from, spelled out; "bg" marks what has no source.
    """

    id: str
    part: SlipPart
    words: str
    after: frozenset[After] = frozenset()
    with_phrase: str = ""
    sources: tuple[str, ...] = ()

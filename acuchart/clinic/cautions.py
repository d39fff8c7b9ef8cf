"""Risks at the moment a point is chosen: the rules, the patient's facts, and what follows from both."""

from dataclasses import dataclass, field
from enum import StrEnum

from acuchart.clinic.flags import FlagKind
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

RISK_FLAGS = frozenset(kind.value for kind in FlagKind if kind is not FlagKind.PREGNANCY)
"""The flags a rule may ask for; pregnancy is known by its week."""

STATES = frozenset(
    {"medical_emergency", "malignancy", "skin", "acute_state", "weak_patient", "bleeds_easily"}
)
"""What may be true of a patient today, by the name of the rule that speaks of it."""

LAST_WEEK = 42
"""Rules of pregnancy reach to this week; a later one counts as this."""


class Level(StrEnum):
    """How much a caution asks for: danger must be settled, caution never blocks, a note informs."""

    DANGER = "danger"
    CAUTION = "caution"
    NOTE = "note"


BEYOND_LIMIT = "danger beyond limit"
"""Danger past the depth limit or straight in; else a caution for a patient at risk, else a note."""


WHOLE_PATIENT = "ALL"
"""The code of a rule that speaks of no single point."""

OWN_KIND = "own"
"""The kind of a rule the clinic wrote itself; it applies by its `When`."""


class Done(StrEnum):
    """What a rule of the clinic speaks of."""

    NEEDLE = "needle"
    CURRENT = "current"
    MOXA = "moxa"


@dataclass(frozen=True, slots=True)
class When:
    """When a rule of the clinic applies; what is empty is not asked.

    Attributes:
        flags: One of these risk flags or states is so.
        ages: Whole years, from and to; an age that is not known counts as within.
        deeper_than_mm: A needle deeper than this; one without a depth does not count.
        region: Part of the body, for a rule that names no point.
    """

    flags: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    done: Done = Done.NEEDLE
    deeper_than_mm: float | None = None
    region: str = ""


ALWAYS = When()


@dataclass(frozen=True, slots=True)
class CautionRule:
    """One rule about a point, or about the whole patient (code ``ALL``).

    Attributes:
        kind: Such as ``pneumothorax``.
        level: A `Level`, or `BEYOND_LIMIT`.
        statement: What is the matter.
        weeks: Weeks of pregnancy it holds in, from and to; None where pregnancy is not asked.
        sources: Keys; ``bg`` is unsourced.
        source: The sources spelled out.
        when: Asked of rules of the clinic's own only.
    """

    code: str
    kind: str
    severity: str
    statement: str
    level: str
    weeks: tuple[int, int] | None
    sources: tuple[str, ...]
    source: str
    when: When = ALWAYS

    @property
    def key(self) -> str:
        """What a rule that came with the program is known by."""
        return f"{self.code} {self.kind}"


@dataclass(frozen=True, slots=True)
class Risks:
    """What is known about the patient.

    Attributes:
        flags: Risk facts that are so, by the names of `RISK_FLAGS`.
        asked_none: Risk facts asked and found not so; whatever is in neither was not asked.
        pregnancy_week: Completed weeks; None when not pregnant or not known.
        age: Whole years; None when not known.
        states: What is true today, by the names of `STATES`.
        red_flagged: Those facts and states that a red flag answered today speaks of; what was decided about
            the red flag settles them.
    """

    flags: frozenset[str] = frozenset()
    asked_none: frozenset[str] = frozenset()
    pregnancy_week: int | None = None
    age: int | None = None
    states: frozenset[str] = frozenset()
    red_flagged: frozenset[str] = frozenset()

    @property
    def pregnant(self) -> bool:
        """Whether a week of pregnancy is known."""
        return self.pregnancy_week is not None

    def in_weeks(self, weeks: tuple[int, int] | None) -> bool:
        """Whether a rule that holds in these weeks of pregnancy holds now."""
        if weeks is None or self.pregnancy_week is None:
            return weeks is None
        return weeks[0] <= min(self.pregnancy_week, LAST_WEEK) <= weeks[1]


def check_risks(risks: Risks) -> Risks:
    """The risks, or trouble when they name something unknown, contradict themselves, or cannot be."""
    for name in sorted((risks.flags | risks.asked_none) - RISK_FLAGS):
        raise ChartTrouble(_("There is no risk flag called {name}.").format(name=name))
    for name in sorted(risks.states - STATES):
        raise ChartTrouble(_("There is no state called {name}.").format(name=name))
    for name in sorted(risks.flags & risks.asked_none):
        raise ChartTrouble(_("{name} can't be both yes and none.").format(name=name))
    if risks.pregnancy_week is not None and not 0 <= risks.pregnancy_week <= LAST_WEEK + 3:
        raise ChartTrouble(_("The week of pregnancy lies between 0 and {n}.").format(n=LAST_WEEK + 3))
    if risks.age is not None and not 0 <= risks.age <= 130:
        raise ChartTrouble(_("The age lies between 0 and 130 years."))
    return risks


@dataclass(frozen=True, slots=True)
class Needle:
    """A point about to be needled, or only warmed, as far as a rule asks.

    Attributes:
        depth_mm: None when none was written.
        angle: Degrees or a word; empty when none was written.
        levels: Of the spine, for EX-B2; empty for all.
    """

    code: str
    side: Side
    depth_mm: float | None = None
    angle: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is planned: needles, pairs of them under current, and points under moxa."""

    needles: tuple[Needle, ...] = ()
    electrical: tuple[tuple[Needle, Needle], ...] = ()
    moxa: tuple[Needle, ...] = field(default=())

    @property
    def needled(self) -> tuple[Needle, ...]:
        """Every needle, with those that are named only as an end of a pair."""
        named = {(needle.code, needle.side) for needle in self.needles}
        ends = (end for pair in self.electrical for end in pair)
        return (*self.needles, *(end for end in ends if (end.code, end.side) not in named))


@dataclass(frozen=True, slots=True)
class Caution:
    """What the practitioner is told.

    Attributes:
        point: Code; None for the whole patient.
        red_flagged: Whether a red flag answered today raised it, so that the decision on that settles it.
    """

    point: str | None
    level: Level
    reason: str
    source: str
    red_flagged: bool = False

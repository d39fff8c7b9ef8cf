"""Red flags: what must be asked before needling, and what to do when one is present."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.findings import FindingState


class Action(StrEnum):
    """What a present red flag asks for, the most urgent first."""

    EMERGENCY = "emergency"
    REFER = "refer"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Ages:
    """Whole years from and to, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One item, a question of its own.

    Attributes:
        region: Complaint it belongs to.
        item: In the words of the profession.
        question: In plain words for a patient.
        points_to: The disease it warns of.
        ages: It counts at these ages only; at any age where empty.
        supported_by: Flags of the patient that add weight.
        raised_by: Findings that raise the question; they never stand for it.
        sources: Keys; ``bg`` is unsourced.
        source: The sources spelled out.
    """

    id: str
    region: str
    item: str
    question: str
    points_to: str
    action: Action
    ages: tuple[Ages, ...]
    supported_by: tuple[str, ...]
    raised_by: tuple[str, ...]
    sources: tuple[str, ...]
    source: str

    def counts_at(self, age: int | None) -> bool:
        """Whether it counts at an age; an unknown age never silences it."""
        return age is None or not self.ages or any(span.first <= age <= span.last for span in self.ages)


@dataclass(frozen=True, slots=True)
class Alert:
    """A red flag that is present.

    Attributes:
        because: The id of its own answer, then the flags that add weight.
    """

    flag: RedFlag
    because: tuple[str, ...]


def alerts(
    red_flags: Mapping[str, RedFlag],
    answers: Mapping[str, FindingState],
    age: int | None = None,
    flags: Iterable[str] = (),
) -> tuple[Alert, ...]:
    """The red flags that are present, the most urgent first, else in the order of the list.

    Only its own answer raises a red flag. Age silences an item that counts at other ages; flags add weight.
    """
    held = set(flags)
    found = [
        Alert(flag, (flag.id, *(kind for kind in flag.supported_by if kind in held)))
        for flag in red_flags.values()
        if answers.get(flag.id) is FindingState.PRESENT and flag.counts_at(age)
    ]
    order = list(Action)
    return tuple(sorted(found, key=lambda alert: order.index(alert.flag.action)))


def raised(
    red_flags: Mapping[str, RedFlag], present: Iterable[str], answers: Mapping[str, FindingState]
) -> tuple[RedFlag, ...]:
    """Items that findings make worth asking and that nobody has answered, the most urgent first."""
    found = set(present)
    worth = [f for f in red_flags.values() if f.id not in answers and found.intersection(f.raised_by)]
    order = list(Action)
    return tuple(sorted(worth, key=lambda flag: order.index(flag.action)))

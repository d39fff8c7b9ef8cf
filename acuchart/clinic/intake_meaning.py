"""What the answers of a form mean to the chart: proposals for flags, findings, red flags, scores and fields.

The form says it itself, by codes on its items and options; nothing here knows a single question. An
unanswered question means nothing. A yes-or-no question answers its code both ways. Of a single choice, the
option chosen is so and the others are not. Where several may be chosen, only "none of these" says that the
others are not so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.forms import Answers, Coding, Item, ItemType, Questionnaire, Value, asked

BASE = "https://acuchart.example/fhir"
FLAG = f"{BASE}/flag"
FLAG_DETAIL = f"{BASE}/flag-detail"
FLAG_DUE = f"{BASE}/flag-due"
FINDING = f"{BASE}/finding"
RED_FLAG = f"{BASE}/red-flag"
FIELD = f"{BASE}/field"
ANSWER = f"{BASE}/answer"
SYSTEMS = (FLAG, FLAG_DETAIL, FLAG_DUE, FINDING, RED_FLAG, FIELD)
"""Where the codes of items come from; options may also be plain answers (`ANSWER`)."""


@dataclass(frozen=True, slots=True)
class FlagAnswer:
    """A risk fact as answered: so, or asked and not so.

    Attributes:
        flag: Kind of the flag.
        detail: In the patient's words.
        due: Due date, for a pregnancy.
    """

    link_id: str
    flag: str
    yes: bool
    detail: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class RedFlagGiven:
    """A red flag as answered."""

    link_id: str
    flag_id: str
    present: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a filled form proposes; nothing is in it that was not answered.

    Attributes:
        fields: Further answers by the name of the field: complaint, since, goal, medicines, pain_chart ...
    """

    flags: tuple[FlagAnswer, ...] = ()
    observations: tuple[Observation, ...] = ()
    red_flags: tuple[RedFlagGiven, ...] = ()
    fields: Mapping[str, tuple[Value, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def for_a_visit(self) -> bool:
        """Whether some of it belongs into a visit or its course; risk facts belong into the chart."""
        fields = ("pain_now", "pain_worst", "pain_average", "complaint", "pain_chart")
        return bool(self.observations or self.red_flags or any(self.fields.get(name) for name in fields))

    def text(self, name: str) -> str:
        """A field as words; empty where it was not answered."""
        values = self.fields.get(name, ())
        return ", ".join(
            value.display or value.code if isinstance(value, Coding) else str(value) for value in values
        )

    def number(self, name: str) -> int | None:
        """A field as a number, None where it was not answered."""
        value = next(iter(self.fields.get(name, ())), None)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def pain_now(self) -> int | None:
        """Pain at the moment of answering, 0 to 10."""
        return self.number("pain_now")

    @property
    def pain_worst(self) -> int | None:
        """Worst pain of the week, 0 to 10."""
        return self.number("pain_worst")

    @property
    def pain_average(self) -> int | None:
        """Average pain of the week, 0 to 10."""
        return self.number("pain_average")


@dataclass(frozen=True, slots=True)
class _Said:
    """A code and whether the answer says it is so."""

    link_id: str
    coding: Coding
    so: bool


def meaning(questionnaire: Questionnaire, answers: Answers) -> Meaning:
    """What the answers propose; answers to questions that no longer apply are left out."""
    items = [item for item in asked(questionnaire, answers) if answers.answered(item.link_id)]
    said = [one for item in items for one in _said(item, answers.all(item.link_id))]
    return Meaning(
        flags=tuple(_flag(one, items, answers) for one in said if one.coding.system == FLAG),
        observations=_observations(said),
        red_flags=tuple(
            RedFlagGiven(s.link_id, s.coding.code, s.so) for s in said if s.coding.system == RED_FLAG
        ),
        fields=MappingProxyType(
            {
                code.code: answers.all(item.link_id)
                for item in items
                for code in item.codes
                if code.system == FIELD
            }
        ),
    )


def _said(item: Item, given: tuple[Value, ...]) -> Iterator[_Said]:
    if item.type is ItemType.BOOLEAN:
        yield from (_Said(item.link_id, code, given[0] is True) for code in item.codes)
    chosen = [value for value in given if isinstance(value, Coding)]
    none_of_these = any(option.exclusive and option.coding in chosen for option in item.options)
    for option in item.options:
        so = any(option.coding.same(value) for value in chosen)
        if so or not item.repeats or none_of_these:
            yield _Said(item.link_id, option.coding, so)


def _observations(said: list[_Said]) -> tuple[Observation, ...]:
    """One observation for each finding; where two answers differ, it is present."""
    states: dict[str, FindingState] = {}
    for one in said:
        if one.coding.system == FINDING:
            state = FindingState.PRESENT if one.so else FindingState.ABSENT
            if states.get(one.coding.code) is not FindingState.PRESENT:
                states[one.coding.code] = state
    return tuple(Observation(finding_id, state) for finding_id, state in states.items())


def _flag(said: _Said, items: list[Item], answers: Answers) -> FlagAnswer:
    flag = said.coding.code
    detail = ", ".join(answers.words(item.link_id) for item in items if _about(item, FLAG_DETAIL, flag))
    dates = (answers.one(item.link_id) for item in items if _about(item, FLAG_DUE, flag))
    due = next((value for value in dates if isinstance(value, date)), None)
    return FlagAnswer(said.link_id, flag, said.so, detail if said.so else "", due if said.so else None)


def _about(item: Item, system: str, flag: str) -> bool:
    return any(code.system == system and code.code == flag for code in item.codes)

"""Forms (FHIR R4 Questionnaire) and the answers somebody gave to one.

A form is data; a published one is never changed, a new version is a new file. An answer that was not given
is absent: it is neither "no" nor an empty text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import DateStyle, _, format_date


class ItemType(StrEnum):
    """The types of FHIR that the forms use."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"


class Control(StrEnum):
    """How an item is shown where its type alone does not say it."""

    PLAIN = ""
    PAIN_SCALE = "pain-scale"
    """One surface from 0 to 10."""
    BODY_CHART = "body-chart"
    """Painting on the body; the answer is the JSON of a `Painting`."""
    YES_NO_ROWS = "yes-no-rows"
    """A group of short questions that share a page."""
    CHANGE_ROWS = "change-rows"
    """A group of rows, each answered by worse, better or no difference."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A coded value with the words it is shown by."""

    system: str
    code: str
    display: str = ""

    def same(self, other: "Coding") -> bool:
        """Whether both mean the same, whatever the words."""
        return (self.system, self.code) == (other.system, other.code)


Value = bool | int | str | date | Coding


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; an exclusive one ("None of these") stands alone."""

    coding: Coding
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Another answer that must be so for an item to be asked.

    Attributes:
        operator: ``exists``, ``=``, ``!=``, ``>``, ``<``, ``>=`` or ``<=``.
    """

    link_id: str
    operator: str
    value: Value

    def met(self, given: tuple[Value, ...]) -> bool:
        """Whether one of the answers given satisfies it; without an answer only ``exists`` can be met."""
        if self.operator == "exists":
            return bool(given) is self.value
        return any(self._holds(value) for value in given)

    def _holds(self, given: Value) -> bool:
        if isinstance(given, Coding) and isinstance(self.value, Coding):
            same = given.same(self.value)
        else:
            same = given == self.value
        if self.operator in ("=", "!="):
            return same is (self.operator == "=")
        if not isinstance(given, int) or not isinstance(self.value, int):
            return False
        return {
            ">": given > self.value,
            "<": given < self.value,
            ">=": given >= self.value,
            "<=": given <= self.value,
        }[self.operator]


@dataclass(frozen=True, slots=True)
class Item:
    """A question, a heading with questions below it, or a piece of text.

    Attributes:
        link_id: Stable name within the form.
        text: The question as asked.
        codes: What an answer means to the chart: a flag, a finding, a red flag, a field.
        hint: A line below the question.
        low: Word at the lower end of a scale.
        high: Word at its upper end.
        repeats: Whether several options may be chosen.
        enable_when: Conditions for asking it; all of them, or any of them where `enable_any`.
        help_now: Whether a yes asks for help at once.
    """

    link_id: str
    text: str
    type: ItemType
    required: bool = False
    repeats: bool = False
    codes: tuple[Coding, ...] = ()
    options: tuple[Option, ...] = ()
    enable_when: tuple[Condition, ...] = ()
    enable_any: bool = False
    items: tuple["Item", ...] = ()
    hint: str = ""
    low: str = ""
    high: str = ""
    control: Control = Control.PLAIN
    least: int | None = None
    most: int | None = None
    longest: int | None = None
    help_now: bool = False

    def walk(self) -> Iterator["Item"]:
        """The item and all below it, in the order they are asked."""
        yield self
        for item in self.items:
            yield from item.walk()

    @property
    def asks(self) -> bool:
        """Whether it takes an answer."""
        return self.type not in (ItemType.GROUP, ItemType.DISPLAY)

    def option(self, code: str) -> Option | None:
        """The option of that code."""
        return next((option for option in self.options if option.coding.code == code), None)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form.

    Attributes:
        name: Such as ``first-visit``.
        version: A whole number as text.
        items: The sections, in order.
    """

    url: str
    name: str
    version: str
    title: str
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """Name and version, such as ``first-visit|1``."""
        return f"{self.name}|{self.version}"

    def walk(self) -> Iterator[Item]:
        """Every item, in the order they are asked."""
        for item in self.items:
            yield from item.walk()

    def item(self, link_id: str) -> Item:
        """The item of that link id; KeyError when there is none."""
        for item in self.walk():
            if item.link_id == link_id:
                return item
        raise KeyError(link_id)

    def text_of(self, link_id: str) -> str:
        """The question as it is asked."""
        return self.item(link_id).text


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody answered; a link id without an answer is absent."""

    given: Mapping[str, tuple[Value, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def all(self, link_id: str) -> tuple[Value, ...]:
        """Every answer to an item; empty where none was given."""
        return self.given.get(link_id, ())

    def one(self, link_id: str) -> Value | None:
        """The answer to an item, None where none was given."""
        return next(iter(self.all(link_id)), None)

    def answered(self, link_id: str) -> bool:
        """Whether an answer was given."""
        return bool(self.all(link_id))

    def with_answer(self, link_id: str, *values: Value) -> "Answers":
        """The answers with this one instead; without values it is taken back."""
        rest = {name: given for name, given in self.given.items() if name != link_id}
        return Answers(MappingProxyType({**rest, link_id: values} if values else rest))

    def words(self, link_id: str) -> str:
        """The answer in words; empty where none was given."""
        return ", ".join(_in_words(value) for value in self.all(link_id))


def _in_words(value: Value) -> str:
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case Coding():
            return _(value.display) if value.display else value.code
        case date():
            return format_date(value, DateStyle.FULL)
        case _:
            return str(value)


def enabled(item: Item, answers: Answers) -> bool:
    """Whether an item is to be asked, by its own conditions."""
    if not item.enable_when:
        return True
    met = [condition.met(answers.all(condition.link_id)) for condition in item.enable_when]
    return any(met) if item.enable_any else all(met)


def asked(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """Every item to be asked with these answers: one below a group that is not asked is not asked either."""
    return tuple(_asked(questionnaire.items, answers))


def _asked(items: tuple[Item, ...], answers: Answers) -> Iterator[Item]:
    for item in items:
        if enabled(item, answers):
            yield item
            yield from _asked(item.items, answers)


_VALUE_KEYS: Mapping[ItemType, str] = {
    ItemType.BOOLEAN: "valueBoolean",
    ItemType.INTEGER: "valueInteger",
    ItemType.DATE: "valueDate",
    ItemType.STRING: "valueString",
    ItemType.TEXT: "valueString",
    ItemType.CHOICE: "valueCoding",
}


def read_answers(questionnaire: Questionnaire, text: str) -> Answers:
    """The answers in the JSON of a QuestionnaireResponse; ``{}`` holds none.

    Raises:
        ChartTrouble: It is no such JSON, or it answers something this form does not ask or not in this way.
    """
    unreadable = ChartTrouble(
        _("The answers of this form can't be read. Ask the patient to fill it in again.")
    )
    try:
        tree = json.loads(text)
        known = {item.link_id: item for item in questionnaire.walk()}
        found = dict(_given(tree.get("item", []), known))
    except (json.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError):
        raise unreadable from None
    return Answers(MappingProxyType(found))


def _given(
    rows: list[dict[str, object]], known: Mapping[str, Item]
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    for row in rows:
        item = known[cast(str, row["linkId"])]
        answers = cast("list[dict[str, object]]", row.get("answer", []))
        if answers:
            yield item.link_id, tuple(_value(item, answer[_VALUE_KEYS[item.type]]) for answer in answers)
        yield from _given(cast("list[dict[str, object]]", row.get("item", [])), known)


def _value(item: Item, value: object) -> Value:
    match item.type, value:
        case ItemType.BOOLEAN, bool():
            return value
        case ItemType.INTEGER, int() if not isinstance(value, bool):
            return value
        case ItemType.DATE, str():
            return date.fromisoformat(value)
        case ((ItemType.STRING | ItemType.TEXT), str()):
            return value
        case ItemType.CHOICE, {"system": str(system), "code": str(code), **more}:
            return Coding(system, code, str(more.get("display", "")))
        case _:
            raise ValueError(item.link_id)


def write_answers(questionnaire: Questionnaire, answers: Answers, *, complete: bool) -> str:
    """The answers as the JSON of a QuestionnaireResponse, in the order of the form."""
    tree = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{questionnaire.url}|{questionnaire.version}",
        "status": "completed" if complete else "in-progress",
        "item": list(_rows(questionnaire.items, answers)),
    }
    return json.dumps(tree, ensure_ascii=False)


def _rows(items: tuple[Item, ...], answers: Answers) -> Iterator[dict[str, object]]:
    for item in items:
        row: dict[str, object] = {"linkId": item.link_id}
        if given := answers.all(item.link_id):
            row["answer"] = [{_VALUE_KEYS[item.type]: _plain(value)} for value in given]
        if below := list(_rows(item.items, answers)):
            row["item"] = below
        if len(row) > 1:
            yield row


def _plain(value: Value) -> object:
    match value:
        case Coding(system, code, display):
            return {"system": system, "code": code, **({"display": display} if display else {})}
        case date():
            return value.isoformat()
        case _:
            return value

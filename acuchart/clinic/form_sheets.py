"""A form cut into sheets: what stands before the patient at one time, and how long the rest will take.

The cut depends on the form alone, never on the answers, so that nothing jumps to another sheet while somebody
answers. A sheet of which nothing is asked is passed over.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from acuchart.clinic.forms import Answers, Control, Item, ItemType, Questionnaire, asked

FULL = 3
"""What one sheet holds: three short questions, or one long one."""

MOST_ROWS = 5
"""Rows of a group on one sheet, not counting those that appear with an answer."""

ROWS = (Control.YES_NO_ROWS, Control.CHANGE_ROWS)
_SHORT_CHOICE, _LONG_CHOICE = 3, 6

SECONDS: Mapping[ItemType, int] = MappingProxyType(
    {
        ItemType.DISPLAY: 8,
        ItemType.BOOLEAN: 5,
        ItemType.INTEGER: 6,
        ItemType.DATE: 12,
        ItemType.STRING: 12,
        ItemType.TEXT: 30,
        ItemType.CHOICE: 8,
    }
)
"""What a question usually takes. Our own estimate."""

PAINTING_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands before the patient at one time.

    Attributes:
        section: Number of the section, from 1.
        title: Words of the section.
        heading: Words of the group its rows belong to; empty where the questions stand alone.
        rows: Whether the questions are rows of such a group.
    """

    section: int
    title: str
    items: tuple[Item, ...]
    heading: str = ""
    rows: bool = False

    @property
    def key(self) -> str:
        """A stable name: the link id it begins with."""
        return self.items[0].link_id

    @property
    def painted(self) -> Item | None:
        """The body chart on it, if any."""
        return next((item for item in self.items if item.control is Control.BODY_CHART), None)


def sheets_of(form: Questionnaire) -> tuple[Sheet, ...]:
    """The whole form, sheet by sheet."""
    return tuple(sheet for number, section in enumerate(form.items, 1) for sheet in _section(number, section))


def _section(number: int, section: Item) -> Iterator[Sheet]:
    below = section.items or (section,)
    loose: list[Item] = []
    for item in below:
        if item.type is not ItemType.GROUP:
            loose.append(item)
            continue
        yield from _packed(number, section.text, loose)
        loose = []
        yield from _group(number, section.text, item)
    yield from _packed(number, section.text, loose)


def _group(number: int, title: str, group: Item) -> Iterator[Sheet]:
    if group.control not in ROWS:
        inner = [item for item in group.walk() if item.type is not ItemType.GROUP]
        yield from (
            Sheet(sheet.section, title, sheet.items, group.text) for sheet in _packed(number, title, inner)
        )
        return
    held: list[Item] = []
    for item in group.items:
        if len([one for one in held if not _follows(one, held)]) == MOST_ROWS and not _follows(item, held):
            yield Sheet(number, title, tuple(held), group.text, rows=True)
            held = []
        held.append(item)
    if held:
        yield Sheet(number, title, tuple(held), group.text, rows=True)


def _packed(number: int, title: str, items: Iterable[Item]) -> Iterator[Sheet]:
    held: list[Item] = []
    for item in items:
        if held and sum(_weight(one, held[:at]) for at, one in enumerate(held)) + _weight(item, held) > FULL:
            yield Sheet(number, title, tuple(held))
            held = []
        held.append(item)
    if held:
        yield Sheet(number, title, tuple(held))


def _weight(item: Item, before: Sequence[Item]) -> int:
    """How much room a question takes; what appears only with an answer above it takes none."""
    if _follows(item, before) or _beside_the_picture(item, before):
        return 0
    if item.control is Control.BODY_CHART:
        return FULL
    if item.type is ItemType.TEXT:
        return 2
    if item.type is ItemType.CHOICE:
        count = len(item.options)
        return 1 if count <= _SHORT_CHOICE else 2 if count <= _LONG_CHOICE else FULL
    return 1


def _follows(item: Item, before: Sequence[Item]) -> bool:
    above = {one.link_id for one in before}
    return bool(item.enable_when) and all(condition.link_id in above for condition in item.enable_when)


def _beside_the_picture(item: Item, before: Sequence[Item]) -> bool:
    alone = len(before) == 1 and before[0].control is Control.BODY_CHART
    return alone and item.control is Control.PAIN_SCALE


def asked_on(sheet: Sheet, form: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """What is asked on a sheet with these answers."""
    names = {item.link_id for item in asked(form, answers)}
    return tuple(item for item in sheet.items if item.link_id in names)


def open_sheets(form: Questionnaire, answers: Answers) -> tuple[Sheet, ...]:
    """The sheets on which something is asked with these answers."""
    names = {item.link_id for item in asked(form, answers)}
    return tuple(sheet for sheet in sheets_of(form) if any(item.link_id in names for item in sheet.items))


def minutes_left(form: Questionnaire, answers: Answers, sheets: Iterable[Sheet]) -> int:
    """Whole minutes that what is asked on these sheets usually takes, rounded to the nearest, 0 for less."""
    names = {item.link_id for item in asked(form, answers)}
    items = [item for sheet in sheets for item in sheet.items if item.link_id in names]
    return round(sum(map(_seconds, items)) / 60)


def _seconds(item: Item) -> int:
    return PAINTING_SECONDS if item.control is Control.BODY_CHART else SECONDS[item.type]

"""Whether answers fit the form they were given to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from acuchart.clinic.forms import Answers, Coding, Control, Item, ItemType, Questionnaire, Value, asked
from acuchart.clinic.painting import read_painting
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that does not fit, with a sentence for whoever typed it."""

    link_id: str
    sentence: str


def wrong_answers(questionnaire: Questionnaire, answers: Answers) -> tuple[Wrong, ...]:
    """Every answer that cannot be kept: of another kind, out of range, not among the options."""
    known = {item.link_id: item for item in questionnaire.walk() if item.asks}
    found: list[Wrong] = []
    for link_id, values in answers.given.items():
        item = known.get(link_id)
        if item is None:
            found.append(Wrong(link_id, _("This form does not ask that.")))
        else:
            found += [Wrong(link_id, sentence) for sentence in _sentences(item, values)]
    return tuple(found)


def left_open(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """The questions that are asked and have no answer yet."""
    return tuple(
        item for item in asked(questionnaire, answers) if item.asks and not answers.answered(item.link_id)
    )


def still_required(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """The open questions without which the form cannot be finished."""
    return tuple(item for item in left_open(questionnaire, answers) if item.required)


def _sentences(item: Item, values: tuple[Value, ...]) -> Iterator[str]:
    if len(values) > 1 and not item.repeats:
        yield _("Choose one answer.")
    if len(values) > 1 and any(_exclusive(item, value) for value in values):
        yield _("None of these can't stand beside another answer.")
    for value in values:
        if sentence := _sentence(item, value):
            yield sentence


def _exclusive(item: Item, value: Value) -> bool:
    return any(option.exclusive and option.coding == value for option in item.options)


def _sentence(item: Item, value: Value) -> str:
    if not _fits(item, value):
        return _("This answer is of another kind than the question.")
    if isinstance(value, Coding) and not any(option.coding.same(value) for option in item.options):
        return _("Choose one of the answers shown.")
    if isinstance(value, int) and item.least is not None and value < item.least:
        return _("The lowest number here is {n}.").format(n=item.least)
    if isinstance(value, int) and item.most is not None and value > item.most:
        return _("The highest number here is {n}.").format(n=item.most)
    if isinstance(value, str):
        return _text_sentence(item, value)
    return ""


def _text_sentence(item: Item, value: str) -> str:
    if item.control is Control.BODY_CHART:
        try:
            read_painting(value)
        except ChartTrouble as trouble:
            return trouble.sentence
    elif item.longest is not None and len(value) > item.longest:
        return _("Please use no more than {n} letters.").format(n=item.longest)
    return ""


def _fits(item: Item, value: Value) -> bool:
    match item.type:
        case ItemType.BOOLEAN:
            return isinstance(value, bool)
        case ItemType.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case ItemType.DATE:
            return isinstance(value, date)
        case ItemType.STRING | ItemType.TEXT:
            return isinstance(value, str)
        case _:
            return isinstance(value, Coding)

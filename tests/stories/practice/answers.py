"""What a patient may answer on a form, and which facts those answers may become at most."""

from datetime import date, timedelta

from hypothesis import strategies as st

from acuchart.clinic.findings import FindingState
from acuchart.clinic.forms import Answers, Coding, Control, Item, ItemType, Questionnaire, Value
from acuchart.clinic.intake_meaning import FIELD, FINDING, FLAG, RED_FLAG
from tests.helpers.records import MORNING
from tests.stories.practice.told import Told

DAY = MORNING.date()
WORDS = st.sampled_from(["", "since the winter", "膝痛", "Болит колено", "a" * 300])


def answers_to(form: Questionnaire) -> st.SearchStrategy[Answers]:
    """Some answers to a form: often whole enough to finish it, sometimes impossible ones."""
    items = [item for item in form.walk() if item.asks and item.control is not Control.BODY_CHART]
    required = [item for item in items if item.required]
    some = st.lists(st.sampled_from(items), max_size=9)
    return st.tuples(some, st.booleans()).flatmap(
        lambda chosen: _answered([*chosen[0], *(required if chosen[1] else ())])
    )


def _answered(items: list[Item]) -> st.SearchStrategy[Answers]:
    by_link = {item.link_id: _values(item) for item in items}
    return st.fixed_dictionaries(by_link).map(Answers)


def _values(item: Item) -> st.SearchStrategy[tuple[Value, ...]]:
    match item.type:
        case ItemType.BOOLEAN:
            return st.booleans().map(lambda yes: (yes,))
        case ItemType.INTEGER:
            return st.integers(-1, 11).map(lambda n: (n,))
        case ItemType.DATE:
            return st.integers(-400, 400).map(lambda days: (_day(days),))
        case ItemType.CHOICE:
            codings = st.sampled_from([option.coding for option in item.options])
            most = 3 if item.repeats else 1
            return st.lists(codings, min_size=1, max_size=most, unique=True).map(lambda chosen: (*chosen,))
        case _:
            return WORDS.map(lambda words: (words,))


def _day(days: int) -> date:
    return DAY + timedelta(days=days)


def tell(form: Questionnaire, answers: Answers, told: Told) -> None:
    """Adds what the answered questions may become. A question without an answer adds nothing."""
    for link_id, values in answers.given.items():
        item = form.item(link_id)
        for code in item.codes:
            _tell(code, so=values[0] is not False, told=told)
        for option in item.options:
            so = any(option.coding.same(value) for value in values if isinstance(value, Coding))
            _tell(option.coding, so=so, told=told)


def _tell(code: Coding, *, so: bool, told: Told) -> None:
    if code.system == FLAG:
        told.flags.add((code.code, so))
    elif code.system == FINDING:
        told.findings.add((code.code, FindingState.PRESENT if so else FindingState.ABSENT))
    elif code.system == RED_FLAG:
        told.red_flags.add((code.code, so))
    elif code.system == FIELD and code.code.startswith("pain_"):
        told.scores.add(code.code)

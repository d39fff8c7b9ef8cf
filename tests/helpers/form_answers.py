"""Answers to forms: by hand and by chance."""

from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from acuchart.clinic.forms import Answers, Coding, Control, Item, ItemType, Questionnaire, Value, asked
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, write_painting
from acuchart.knowledge import Knowledge

FIRST_VISIT = "first-visit|1"
PAINTED_KNEE = write_painting(Painting((PainStroke("front", PainStrength.STRONG, ((156.0, 557.0),), 20.0),)))
REQUIRED: dict[str, Value] = {
    "about.name": "Wen Calder",
    "about.born": date(1990, 8, 19),
    "about.reason": "I wake at 3 and cannot get back to sleep.",
    "consent.treatment": True,
    "consent.record": True,
}


def form_called(knowledge: Knowledge, key: str = FIRST_VISIT) -> Questionnaire:
    return knowledge.forms[key]


def answers(given: dict[str, Value | tuple[Value, ...]], *, required: bool = True) -> Answers:
    """Answers by link id, beside those the first-visit form cannot do without."""
    all_given = {**(REQUIRED if required else {}), **given}
    return Answers(MappingProxyType({k: v if isinstance(v, tuple) else (v,) for k, v in all_given.items()}))


def option(form: Questionnaire, link_id: str, code: str) -> Coding:
    """The option of a question by its code."""
    found = form.item(link_id).option(code)
    assert found is not None, f"{link_id} has no option {code}"
    return found.coding


def some_answers(form: Questionnaire) -> st.SearchStrategy[Answers]:
    """Any part of the questions answered, each in a way that fits it; the required ones always."""
    optional = {item.link_id: _values(item) for item in form.walk() if item.asks and not item.required}
    fixed = {item.link_id: st.just((REQUIRED[item.link_id],)) for item in form.walk() if item.required}
    return st.fixed_dictionaries(fixed, optional=optional).map(
        lambda given: Answers(MappingProxyType(dict(given)))
    )


def _values(item: Item) -> st.SearchStrategy[tuple[Value, ...]]:
    single: st.SearchStrategy[Value]
    match item.type:
        case ItemType.BOOLEAN:
            single = st.booleans()
        case ItemType.INTEGER:
            single = st.integers(item.least or 0, item.most or 100)
        case ItemType.DATE:
            single = st.dates(date(1930, 1, 1), date(2030, 1, 1))
        case ItemType.CHOICE:
            return _chosen(item)
        case _ if item.control is Control.BODY_CHART:
            single = st.just(PAINTED_KNEE)
        case _:
            single = st.text("abc 氣ñ\"'\n", min_size=1, max_size=min(item.longest or 20, 20))
    return single.map(lambda value: (value,))


def _chosen(item: Item) -> st.SearchStrategy[tuple[Value, ...]]:
    every = [option.coding for option in item.options]
    alone = st.sampled_from(every).map(lambda coding: (coding,))
    together = [option.coding for option in item.options if not option.exclusive]
    if not item.repeats:
        return alone
    return alone | st.lists(st.sampled_from(together), min_size=1, unique=True).map(tuple)


def asked_and_answered(form: Questionnaire, given: Answers) -> frozenset[str]:
    """Link ids that were asked with these answers and answered."""
    return frozenset(item.link_id for item in asked(form, given) if given.answered(item.link_id))

"""How a form is cut into sheets."""

import pytest

from acuchart.clinic.form_sheets import MOST_ROWS, asked_on, minutes_left, open_sheets, sheets_of
from acuchart.clinic.forms import Answers, Item, ItemType, Questionnaire, asked
from acuchart.knowledge import load
from tests.helpers.form_answers import answers, option

FORMS = load().forms
FIRST = FORMS["first-visit|1"]


def short(link_id: str, **more: object) -> Item:
    return Item(link_id, link_id, ItemType.STRING, **more)  # type: ignore[arg-type]  # fields of Item by name


@pytest.mark.parametrize("form", FORMS.values(), ids=str)
def test_every_question_stands_on_one_sheet_in_the_order_of_the_form(form: Questionnaire) -> None:
    shown = [item.link_id for sheet in sheets_of(form) for item in sheet.items]
    assert shown == [item.link_id for item in form.walk() if item.type is not ItemType.GROUP]


@pytest.mark.parametrize("form", FORMS.values(), ids=str)
def test_no_sheet_is_crowded_or_empty(form: Questionnaire) -> None:
    for sheet in sheets_of(form):
        always = [item for item in sheet.items if not item.enable_when]
        assert sheet.items
        assert len(always) <= MOST_ROWS
        assert not any(item.type is ItemType.GROUP for item in sheet.items)


def test_the_cut_does_not_depend_on_answers() -> None:
    everything = {sheet.key for sheet in sheets_of(FIRST)}
    for given in (Answers(), answers({"pain.where": option(FIRST, "pain.where", "back")})):
        assert {sheet.key for sheet in open_sheets(FIRST, given)} < everything


def test_a_sheet_of_which_nothing_is_asked_is_passed_over() -> None:
    keys = {sheet.key for sheet in open_sheets(FIRST, answers({}))}
    assert "history.back.1" not in keys
    back = answers({"pain.where": option(FIRST, "pain.where", "back")})
    assert "history.back.1" in {sheet.key for sheet in open_sheets(FIRST, back)}
    man = answers({"about.sex": option(FIRST, "about.sex", "male")})
    assert "pregnancy.now" not in {sheet.key for sheet in open_sheets(FIRST, man)}


def test_what_is_asked_on_the_open_sheets_is_all_that_is_asked() -> None:
    given = answers({"history.pacemaker": True, "pain.where": option(FIRST, "pain.where", "neck")})
    shown = [i for sheet in open_sheets(FIRST, given) for i in asked_on(sheet, FIRST, given)]
    assert shown == [item for item in asked(FIRST, given) if item.type is not ItemType.GROUP]


def test_a_question_that_appears_stays_beside_the_one_it_depends_on() -> None:
    for sheet in sheets_of(FIRST):
        names = {item.link_id for item in sheet.items}
        assert ("history.pacemaker" in names) == ("history.pacemaker.detail" in names)


def test_minutes_fall_from_sheet_to_sheet_and_end_at_nothing() -> None:
    sheets = open_sheets(FIRST, answers({}))
    minutes = [minutes_left(FIRST, answers({}), sheets[at:]) for at in range(len(sheets) + 1)]
    assert minutes == sorted(minutes, reverse=True)
    assert minutes[0] > 5
    assert minutes[-1] == 0


def test_a_section_without_questions_below_is_a_sheet_of_its_own() -> None:
    form = Questionnaire("u", "tiny", "1", "Tiny", (short("one"), short("two")))
    assert [(sheet.section, sheet.key) for sheet in sheets_of(form)] == [(1, "one"), (2, "two")]

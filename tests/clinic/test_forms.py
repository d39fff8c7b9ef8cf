"""Forms ask what applies, keep answers whole, and refuse what does not fit."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.form_check import left_open, still_required, wrong_answers
from acuchart.clinic.forms import (
    Answers,
    Coding,
    Condition,
    Control,
    Item,
    ItemType,
    Option,
    Questionnaire,
    Value,
    asked,
    enabled,
    read_answers,
    write_answers,
)
from acuchart.clinic.intake_meaning import FlagAnswer, Meaning, RedFlagGiven
from acuchart.clinic.trouble import ChartTrouble

COLOUR = "https://acuchart.example/fhir/answer"
RED, BLUE, NONE = (Coding(COLOUR, code, code) for code in ("red", "blue", "none"))
FORM = Questionnaire(
    url="https://acuchart.example/fhir/Questionnaire/sample",
    name="sample",
    version="1",
    title="Sample",
    items=(
        Item(
            "one",
            "First section",
            ItemType.GROUP,
            items=(
                Item("well", "Are you well?", ItemType.BOOLEAN, required=True),
                Item(
                    "why",
                    "Why not?",
                    ItemType.TEXT,
                    longest=20,
                    enable_when=(Condition("well", "=", False),),
                ),
                Item("pain", "Pain", ItemType.INTEGER, least=0, most=10, control=Control.PAIN_SCALE),
                Item("born", "Born", ItemType.DATE),
                Item(
                    "colours",
                    "Which colours?",
                    ItemType.CHOICE,
                    repeats=True,
                    options=(Option(RED), Option(BLUE), Option(NONE, exclusive=True)),
                ),
                Item("chart", "Where?", ItemType.TEXT, control=Control.BODY_CHART),
            ),
        ),
        Item(
            "two",
            "Second section",
            ItemType.GROUP,
            enable_when=(Condition("colours", "=", RED), Condition("pain", ">", 5)),
            enable_any=True,
            items=(Item("more", "Tell us more", ItemType.STRING),),
        ),
    ),
)
VALUES: dict[str, st.SearchStrategy[tuple[Value, ...]]] = {
    "well": st.booleans().map(lambda v: (v,)),
    "why": st.text(max_size=20).map(lambda v: (v,)),
    "pain": st.integers(0, 10).map(lambda v: (v,)),
    "born": st.dates().map(lambda v: (v,)),
    "colours": st.lists(st.sampled_from([RED, BLUE]), min_size=1, unique=True).map(tuple),
    "more": st.text(min_size=1).map(lambda v: (v,)),
}
ANSWERS = st.fixed_dictionaries({}, optional=VALUES).map(Answers)


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.link_id for item in items]


@given(ANSWERS, st.booleans())
def test_answers_come_back_as_they_were_given(answers: Answers, complete: bool) -> None:
    text = write_answers(FORM, answers, complete=complete)
    assert read_answers(FORM, text) == answers
    tree = json.loads(text)
    assert tree["status"] == ("completed" if complete else "in-progress")
    assert tree["questionnaire"].endswith("/sample|1")


@given(ANSWERS)
def test_answers_that_fit_are_not_complained_about(answers: Answers) -> None:
    assert wrong_answers(FORM, answers) == ()


def test_nothing_answered_is_nothing() -> None:
    assert read_answers(FORM, "{}") == Answers()
    assert Answers().one("well") is None
    assert Answers().words("well") == ""
    assert not Answers().answered("well")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "7",
        '{"item": 3}',
        '{"item": [{"answer": []}]}',
        '{"item": [{"linkId": "foreign", "answer": [{"valueBoolean": true}]}]}',
        '{"item": [{"linkId": "well", "answer": [{"valueString": "yes"}]}]}',
        '{"item": [{"linkId": "well", "answer": [{"valueBoolean": 1}]}]}',
        '{"item": [{"linkId": "pain", "answer": [{"valueInteger": true}]}]}',
        '{"item": [{"linkId": "born", "answer": [{"valueDate": "2020-13-01"}]}]}',
        '{"item": [{"linkId": "colours", "answer": [{"valueCoding": {"code": "red"}}]}]}',
        '{"item": [{"linkId": "one", "answer": [{"valueBoolean": true}]}]}',
    ],
)
def test_answers_that_cannot_be_read_are_trouble(text: str) -> None:
    with pytest.raises(ChartTrouble):
        read_answers(FORM, text)


@pytest.mark.parametrize(
    ("link_id", "values"),
    [
        ("well", ("yes",)),
        ("well", (1,)),
        ("pain", (11,)),
        ("pain", (-1,)),
        ("pain", (True,)),
        ("pain", (3, 4)),
        ("why", ("x" * 21,)),
        ("colours", (Coding(COLOUR, "green"),)),
        ("colours", (RED, NONE)),
        ("born", ("2020-01-01",)),
        ("chart", ("scribble",)),
        ("foreign", (True,)),
        ("one", (True,)),
    ],
)
def test_answers_that_do_not_fit_are_named(link_id: str, values: tuple[Value, ...]) -> None:
    (wrong,) = wrong_answers(FORM, Answers({link_id: values}))
    assert wrong.link_id == link_id
    assert wrong.sentence.endswith(".")


def test_what_is_asked_follows_the_answers() -> None:
    assert "why" not in ids(asked(FORM, Answers()))
    assert "why" in ids(asked(FORM, Answers({"well": (False,)})))
    assert "more" not in ids(asked(FORM, Answers({"colours": (BLUE,), "pain": (5,)})))
    assert "more" in ids(asked(FORM, Answers({"colours": (BLUE, RED)})))
    assert "more" in ids(asked(FORM, Answers({"pain": (6,)})))


def test_an_option_is_the_same_whatever_its_words() -> None:
    assert "more" in ids(asked(FORM, Answers({"colours": (Coding(COLOUR, "red", "rouge"),)})))
    assert wrong_answers(FORM, Answers({"colours": (Coding(COLOUR, "red", "rouge"),)})) == ()


def test_open_and_required_questions() -> None:
    assert ids(left_open(FORM, Answers())) == ["well", "pain", "born", "colours", "chart"]
    assert ids(still_required(FORM, Answers())) == ["well"]
    assert still_required(FORM, Answers({"well": (False,)})) == ()


@pytest.mark.parametrize(
    ("condition", "given_values", "met"),
    [
        (Condition("x", "exists", True), (), False),
        (Condition("x", "exists", False), (), True),
        (Condition("x", "exists", True), (0,), True),
        (Condition("x", "!=", 3), (), False),
        (Condition("x", "!=", 3), (4,), True),
        (Condition("x", "<=", 3), (3,), True),
        (Condition("x", "<", 3), (3,), False),
        (Condition("x", ">=", 3), (3,), True),
        (Condition("x", ">", 3), ("many",), False),
    ],
)
def test_conditions(condition: Condition, given_values: tuple[Value, ...], met: bool) -> None:
    item = Item("y", "Y", ItemType.STRING, enable_when=(condition,))
    assert enabled(item, Answers({"x": given_values} if given_values else {})) is met


def test_an_answer_is_replaced_and_taken_back() -> None:
    answers = Answers().with_answer("colours", RED, BLUE).with_answer("born", date(1990, 8, 19))
    assert answers.words("colours") == "red, blue"
    assert "1990" in answers.words("born")
    assert answers.with_answer("colours").all("colours") == ()
    assert Answers({"well": (True,)}).words("well") == "Yes"


def test_items_are_found_by_link_id() -> None:
    assert FORM.text_of("pain") == "Pain"
    assert FORM.key == "sample|1"
    assert FORM.item("colours").option("red") == Option(RED)
    assert FORM.item("colours").option("green") is None
    with pytest.raises(KeyError):
        FORM.item("foreign")
    assert replace(FORM, version="2").key == "sample|2"


def test_risk_facts_alone_need_no_visit_and_everything_else_does() -> None:
    risk = FlagAnswer("history.pacemaker", "pacemaker", yes=True)
    assert not Meaning(flags=(risk,)).for_a_visit
    assert Meaning(red_flags=(RedFlagGiven("history.general.2", "weight_loss", present=False),)).for_a_visit
    assert Meaning(observations=(Observation("pain_stabbing", FindingState.ABSENT),)).for_a_visit
    assert Meaning(fields={"pain_now": (0,)}).for_a_visit
    assert not Meaning(fields={"preferred_name": ("Wen",)}).for_a_visit

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.forms import (
    Answers,
    Coding,
    Condition,
    Control,
    Item,
    ItemType,
    Option,
    Questionnaire,
)
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, write_painting
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.blank_form import draw_form
from acuchart.documents.filled_form import draw_filled_form
from acuchart.documents.form_conditions import only_if
from acuchart.documents.form_fields import box_name, field_name
from acuchart.documents.ink import margin
from acuchart.documents.paper import Paper
from acuchart.knowledge.library import load
from tests.helpers.pdf_pages import all_there, fonts, solid, texts, within
from tests.helpers.plan_sheets import LETTERHEAD

EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)
FORMS = load().forms_to_hand_out
FOOT = "Mara Ellison · born 2 Apr 1985 · A-0148"


def options(*words: str) -> tuple[Option, ...]:
    return tuple(Option(Coding("here", word.lower(), word)) for word in words)


FEELS = Item(
    "p.feel", "What does it feel like?", ItemType.CHOICE, repeats=True, options=options("Dull", "Hot")
)
SINCE = Item("p.since", "How long?", ItemType.CHOICE, options=options("Days", "Years"))
WORST = Item(
    "p.worst",
    "Worst pain",
    ItemType.INTEGER,
    control=Control.PAIN_SCALE,
    low="None",
    high="Worst",
    least=0,
    most=10,
)
THINNER = Item("s.thinner", "Do you take a blood thinner?", ItemType.BOOLEAN)
WHICH = Item(
    "s.thinner.detail",
    "Which one?",
    ItemType.STRING,
    enable_when=(Condition("s.thinner", "=", True),),
)
WHERE = Item("p.chart", "Where does it hurt?", ItemType.TEXT, control=Control.BODY_CHART)
TOLD = Item("p.told", "What brings you here?", ItemType.TEXT, hint="In your own words.", longest=200)
SMALL = Questionnaire(
    "https://acuchart.example/fhir/small",
    "small",
    "3",
    "A small form",
    (
        Item("p", "Your pain", ItemType.GROUP, items=(TOLD, WHERE, FEELS, SINCE, WORST)),
        Item("s", "Safety", ItemType.GROUP, items=(THINNER, WHICH)),
    ),
)


def blank(form: Questionnaire, body: Body, *, size: Size = Size.A4, fillable: bool = False) -> Paper:
    return draw_form(form, LETTERHEAD, size, body, fillable=fillable)


def filled(answers: Answers, body: Body, form: Questionnaire = SMALL) -> Paper:
    return draw_filled_form(
        form, answers, LETTERHEAD, Size.A4, body, foot=FOOT, answered_on="20 November 2026"
    )


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("size", Size)
def test_every_form_prints_every_question_and_answer(name: str, size: Size, body: Body) -> None:
    form = FORMS[name]
    paper = blank(form, body, size=size)
    words = [item.text for item in form.walk()]
    words += [option.coding.display for item in form.walk() for option in item.options]
    assert all_there(paper.pdf, words) == []
    assert within(paper.pdf, EDGES)
    assert paper.missing == ()


@pytest.mark.parametrize("name", FORMS)
def test_questions_stand_in_the_order_of_the_screen(name: str, body: Body) -> None:
    text = solid("".join(texts(blank(FORMS[name], body).pdf)))
    at = 0
    for section in FORMS[name].items:
        at = text.find(solid(section.text), at)
        assert at >= 0, section.link_id


def test_every_page_says_which_form_it_is_and_has_room_for_the_name(body: Body) -> None:
    paper = blank(FORMS["first-visit"], body)
    pages = texts(paper.pdf)
    for number, page in enumerate(pages, 1):
        assert f"Form first-visit 1 · page {number} of {len(pages)}" in page
        assert "Name: ____" in page


def test_a_form_for_the_pen_has_no_fields(body: Body) -> None:
    paper = blank(SMALL, body)
    assert not PdfReader(io.BytesIO(paper.pdf)).get_fields()
    assert all(fonts(paper.pdf).values())


def test_a_fillable_form_has_a_field_for_each_answer(body: Body) -> None:
    fields = PdfReader(io.BytesIO(blank(SMALL, body, fillable=True).pdf)).get_fields()
    assert fields is not None
    boxes = {box_name("p.feel", code) for code in ("dull", "hot")}
    singles = {field_name(name) for name in ("p.told", "p.since", "p.worst", "s.thinner", "s.thinner.detail")}
    assert set(fields) == boxes | singles
    assert {str(state) for state in fields["p/worst"]["/_States_"]} - {"/Off"} == {f"/{n}" for n in range(11)}
    assert {str(state) for state in fields["s/thinner"]["/_States_"]} - {"/Off"} == {"/yes", "/no"}


def test_each_field_tells_its_question_to_whoever_hears_the_page(body: Body) -> None:
    fields = PdfReader(io.BytesIO(blank(SMALL, body, fillable=True).pdf)).get_fields()
    assert fields is not None
    assert all(field.get("/TU") for field in fields.values())
    assert fields["p/feel/hot"]["/TU"] == "What does it feel like? Hot"


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_of_the_real_forms_has_its_field(name: str, body: Body) -> None:
    form = FORMS[name]
    fields = PdfReader(io.BytesIO(blank(form, body, fillable=True).pdf)).get_fields()
    assert fields is not None
    for item in form.walk():
        if item.asks and item.control is not Control.BODY_CHART:
            names = [box_name(item.link_id, o.coding.code) for o in item.options] if item.repeats else []
            assert set(names or [field_name(item.link_id)]) <= set(fields), item.link_id


def test_the_same_form_gives_the_same_bytes(body: Body) -> None:
    assert blank(SMALL, body, fillable=True).pdf == blank(SMALL, body, fillable=True).pdf


def test_a_question_on_a_yes_stands_behind_it(body: Body) -> None:
    assert "If yes: Which one?" in "".join(texts(blank(SMALL, body).pdf))


def condition(link_id: str, operator: str, value: bool | int | Coding) -> Condition:
    return Condition(link_id, operator, value)


@pytest.mark.parametrize(
    ("conditions", "any_of", "words"),
    [
        ((), False, ""),
        ((condition("s.thinner", "=", True),), False, "Only if “Do you take a blood thinner” is Yes:"),
        ((condition("s.thinner", "!=", False),), False, "Only if “Do you take a blood thinner” is not No:"),
        ((condition("p.told", "exists", True),), False, "Only if you answered “What brings you here”:"),
        ((condition("p.worst", ">=", 7),), False, "Only if “Worst pain” is >= 7:"),
        (
            (
                condition("p.feel", "=", Coding("here", "dull")),
                condition("p.feel", "=", Coding("here", "hot")),
            ),
            True,
            "Only if “What does it feel like” is Dull or Hot:",
        ),
        (
            (condition("s.thinner", "=", True), condition("p.since", "=", Coding("here", "days"))),
            False,
            "Only if “Do you take a blood thinner” is Yes and “How long” is Days:",
        ),
    ],
)
def test_paper_says_when_a_question_is_to_be_answered(
    conditions: tuple[Condition, ...], any_of: bool, words: str
) -> None:
    assert only_if(replace(WHICH, enable_when=conditions, enable_any=any_of), SMALL) == words


def test_a_filled_form_shows_answers_and_what_was_left_open(body: Body) -> None:
    answers = (
        Answers()
        .with_answer("p.told", "My knee <& more> 膝")
        .with_answer("p.feel", Coding("here", "dull", "Dull"), Coding("here", "hot", "Hot"))
        .with_answer("p.worst", 0)
        .with_answer("s.thinner", True)
    )
    page = " ".join(texts(filled(answers, body).pdf))
    assert "My knee <& more> 膝" in page
    assert "Dull, Hot" in page
    assert "Worst pain 0" in page
    assert "Do you take a blood thinner? Yes" in page
    assert "How long? not answered" in page
    assert "Which one? not answered" in page
    assert FOOT in page


def test_what_was_not_asked_is_not_printed(body: Body) -> None:
    answers = Answers().with_answer("s.thinner", False)
    assert "Which one?" not in " ".join(texts(filled(answers, body).pdf))


def test_painted_pain_stands_in_words_too(body: Body) -> None:
    stroke = PainStroke("front", PainStrength.STRONG, ((160.0, 560.0), (166.0, 566.0)), 16.0)
    far = PainStroke("lateral", PainStrength.LITTLE, ((100.0, 300.0),), 16.0, mirrored=True)
    painted = write_painting(Painting((stroke, far)))
    with_pain = filled(Answers().with_answer("p.chart", painted), body)
    without = filled(Answers().with_answer("p.chart", write_painting(Painting())), body)
    assert "right: strong" in " ".join(texts(with_pain.pdf))
    assert "Nothing painted" in " ".join(texts(without.pdf))
    assert within(with_pain.pdf, EDGES)


def test_a_damaged_painting_is_said_in_a_sentence(body: Body) -> None:
    with pytest.raises(ChartTrouble, match="painted body"):
        filled(Answers().with_answer("p.chart", "{"), body)


def test_long_answers_run_on_and_every_page_says_whose_it_is(body: Body) -> None:
    answers = Answers().with_answer("p.told", "A long story about a knee. " * 900)
    paper = filled(answers, body)
    pages = texts(paper.pdf)
    assert paper.pages == len(pages) > 3
    assert all(FOOT in page and f"of {len(pages)}" in page for page in pages)
    assert within(paper.pdf, EDGES)


def test_a_real_form_prints_with_every_kind_of_answer(body: Body) -> None:
    form = FORMS["first-visit"]
    answers = Answers()
    for item in form.walk():
        match item.type:
            case ItemType.BOOLEAN:
                answers = answers.with_answer(item.link_id, True)
            case ItemType.CHOICE:
                answers = answers.with_answer(item.link_id, item.options[0].coding)
            case ItemType.INTEGER:
                answers = answers.with_answer(item.link_id, 7)
            case ItemType.DATE:
                answers = answers.with_answer(item.link_id, date(1985, 4, 2))
            case ItemType.STRING | ItemType.TEXT if item.control is Control.PLAIN:
                answers = answers.with_answer(item.link_id, f"Words about {item.link_id}")
            case _:
                pass
    paper = filled(answers, body, form)
    assert within(paper.pdf, EDGES)
    assert all_there(paper.pdf, ["Words about about.reason", "2 Apr 1985"]) == []

"""One sheet of any form: every kind of question, answered by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.clinic.form_sheets import Sheet, sheets_of
from acuchart.clinic.forms import Answers, Value
from acuchart.clinic.painting import read_painting
from acuchart.knowledge import load
from acuchart.screens.parts.form_item_pain import PaintEditor
from acuchart.screens.parts.form_key import AnswerKey
from acuchart.screens.parts.form_page import FormPage
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.form_answers import PAINTED_KNEE, option

KNOWLEDGE = load()
FORM = KNOWLEDGE.forms["first-visit|1"]
SHEETS = {item.link_id: sheet for sheet in sheets_of(FORM) for item in sheet.items}


class Hands:
    """A page with everything it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = FormPage(KNOWLEDGE.body, name="form")
        qtbot.addWidget(self.page)
        self.page.resize(1344, 640)
        self.page.show()
        self.qtbot = qtbot
        self.told: list[tuple[str, tuple[Value, ...], str]] = []
        self.page.answered.connect(lambda *what: self.told.append(what))

    def at(self, link_id: str, given: Answers | None = None) -> Sheet:
        sheet = SHEETS[link_id]
        names = frozenset(item.link_id for item in sheet.items)
        self.page.show_sheet(sheet, (given or Answers()).given, names)
        return sheet

    def key(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, f"form.answer.{name}")
        assert isinstance(found, QPushButton), name
        return found

    def tap(self, name: str) -> None:
        self.qtbot.mouseClick(self.key(name), Qt.MouseButton.LeftButton)

    def last(self) -> tuple[str, tuple[Value, ...], str]:
        return self.told[-1]


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def largest_text() -> Iterator[None]:
    holder = ThemeHolder.of_app()
    holder.use(Tone.LIGHT, TextSize.LARGER)
    yield
    holder.use(Tone.LIGHT, TextSize.STANDARD)


def test_yes_and_no_and_taking_it_back(hands: Hands) -> None:
    hands.at("history.pacemaker")
    hands.tap("history_pacemaker.yes")
    assert hands.last() == ("history.pacemaker", (True,), "")
    hands.tap("history_pacemaker.no")
    assert hands.last() == ("history.pacemaker", (False,), "")
    hands.tap("history_pacemaker.no")
    assert hands.last() == ("history.pacemaker", (), "")


def test_one_of_several(hands: Hands) -> None:
    hands.at("about.sex")
    hands.tap("about_sex.female")
    hands.tap("about_sex.male")
    assert hands.last() == ("about.sex", (option(FORM, "about.sex", "male"),), "")


def test_none_of_these_stands_alone(hands: Hands) -> None:
    hands.at("sleep.how")
    hands.tap("sleep_how.sleep_onset")
    hands.tap("sleep_how.sweat_night")
    assert len(hands.last()[1]) == 2
    hands.tap("sleep_how.none")
    assert hands.last()[1] == (option(FORM, "sleep.how", "none"),)
    hands.tap("sleep_how.sleep_waking")
    assert hands.last()[1] == (option(FORM, "sleep.how", "sleep_waking"),)


@pytest.mark.parametrize(
    ("typed", "values", "wrong"),
    [("7", (7,), False), ("", (), False), ("seven", (), True), ("7.5", (), True), ("-1", (), True),
     ("99999999999", (), True)],
)  # fmt: skip
def test_a_whole_number(hands: Hands, typed: str, values: tuple[Value, ...], wrong: bool) -> None:
    hands.at("sleep.hours")
    line = hands.page.findChild(QLineEdit, "form.answer.sleep_hours.line")
    assert isinstance(line, QLineEdit)
    hands.qtbot.keyClicks(line, "1")
    line.clear()
    line.textEdited.emit("")
    if typed:
        hands.qtbot.keyClicks(line, typed)
    assert hands.last()[1] == values
    assert bool(hands.last()[2]) is wrong


def test_a_date_that_is_none_is_not_taken_and_stays_to_be_mended(hands: Hands) -> None:
    hands.at("about.born")
    line = hands.page.findChild(QLineEdit, "form.answer.about_born.line")
    assert isinstance(line, QLineEdit)
    hands.qtbot.keyClicks(line, "31/02/1990")
    assert hands.last()[1] == ()
    assert "dd/mm/yyyy" in hands.last()[2]
    hands.page.show_answers({}, frozenset({"about.born", "about.sex"}))
    assert line.text() == "31/02/1990"


def test_words_on_one_line_and_on_several(hands: Hands) -> None:
    hands.at("about.reason")
    text = hands.page.findChild(QPlainTextEdit, "form.answer.about_reason.text")
    assert isinstance(text, QPlainTextEdit)
    hands.qtbot.keyClicks(text, "  My knee ")
    assert hands.last() == ("about.reason", ("My knee",), "")
    hands.at("about.name")
    line = hands.page.findChild(QLineEdit, "form.answer.about_name.line")
    assert isinstance(line, QLineEdit)
    hands.qtbot.keyClicks(line, "Wen " + "x" * 300)
    assert len(str(hands.last()[1][0])) == 200


def test_the_pain_scale(hands: Hands) -> None:
    hands.at("pain.now")
    scale = hands.page.findChild(PainScale, "form.answer.pain_now.scale")
    assert isinstance(scale, PainScale)
    hands.qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    assert hands.last() == ("pain.now", (0,), "")
    hands.qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert hands.last() == ("pain.now", (), "")


def test_painting_where_it_hurts(hands: Hands) -> None:
    hands.at("pain.chart")
    editor = hands.page.editor("pain.chart")
    assert isinstance(editor, PaintEditor)
    front = editor.paint.sheets[0]
    hands.qtbot.mouseClick(front, Qt.MouseButton.LeftButton, pos=front.rect().center())
    link_id, (text,), _sentence = hands.last()
    assert link_id == "pain.chart"
    assert read_painting(str(text)).strokes[0].view == "front"
    editor.paint.undo()
    assert hands.last() == ("pain.chart", (), "")


def test_what_was_answered_stands_there_again(hands: Hands) -> None:
    given = Answers().with_answer("pain.chart", PAINTED_KNEE)
    hands.at("pain.chart", given)
    editor = hands.page.editor("pain.chart")
    assert isinstance(editor, PaintEditor)
    assert editor.paint.value == PAINTED_KNEE
    assert hands.told == []


def test_a_question_appears_and_goes_with_its_answer(hands: Hands) -> None:
    hands.at("history.pacemaker")
    names = frozenset(item.link_id for item in SHEETS["history.pacemaker"].items)
    hands.page.show_answers({}, names - {"history.pacemaker.detail"})
    assert not hands.page.editor("history.pacemaker.detail").isVisible()
    hands.page.show_answers({"history.pacemaker": (True,)}, names)
    assert hands.page.editor("history.pacemaker.detail").isVisible()


def test_what_is_wrong_stands_under_its_question_alone(hands: Hands) -> None:
    hands.at("about.name")
    hands.page.show_wrong({"about.name": "Please answer this one."})
    assert hands.page.editor("about.name").wrong == "Please answer this one."
    assert hands.page.editor("about.preferred").wrong == ""
    hands.page.show_wrong({})
    assert hands.page.editor("about.name").wrong == ""


@pytest.mark.usefixtures("largest_text")
def test_answers_are_large_and_named_on_every_sheet(hands: Hands) -> None:
    for link_id in {sheet.key for sheet in SHEETS.values()}:
        hands.at(link_id)
        for key in hands.page.findChildren(AnswerKey):
            assert key.accessibleName(), key.objectName()
            assert key.sizeHint().height() >= 72, key.objectName()

"""Fields, passphrases, dates, search and the pain scale."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.passphrase import PassphraseField, caps_lock_turned
from acuchart.screens.parts.search_field import SearchField

LEFT = Qt.MouseButton.LeftButton


def test_a_field_takes_its_name_from_its_label(qtbot: QtBot) -> None:
    field = LabelledField("Family name", name="patient.family_name")
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "Family name"
    assert field.editor.objectName() == "patient.family_name"


def test_an_error_is_seen_said_and_taken_back(qtbot: QtBot) -> None:
    field = LabelledField("Depth")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.set_error("GB21 is 20 mm at most.")
    assert field.editor.property("error") is True
    assert field.editor.accessibleDescription() == "GB21 is 20 mm at most."
    assert field.sizeHint().height() > before
    field.set_error("")
    assert field.editor.property("error") is False
    assert field.sizeHint().height() == before


def test_a_field_keeps_its_height_in_every_state(qtbot: QtBot) -> None:
    field = Field("32 mm")
    qtbot.addWidget(field)
    field.show()
    heights = {field.sizeHint().height()}
    field.setProperty("error", True)
    field.style().unpolish(field)
    field.style().polish(field)
    heights.add(field.sizeHint().height())
    field.setProperty("error", False)
    field.set_read_only(True)
    heights.add(field.sizeHint().height())
    assert heights == {44}


def test_typing_is_told_and_showing_is_not(qtbot: QtBot) -> None:
    field = LabelledField("Name")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("Mara")
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClicks(field.editor, "h")
    assert edited.args == ["Marah"]


def test_showing_the_same_text_leaves_the_caret(qtbot: QtBot) -> None:
    field = LabelledField("Name")
    qtbot.addWidget(field)
    field.set_text("Mara")
    assert isinstance(field.editor, QLineEdit)
    field.editor.setCursorPosition(2)
    field.set_text("Mara")
    assert field.editor.cursorPosition() == 2


def test_the_eye_shows_the_passphrase_only_while_held(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase", name="unlock.passphrase")
    qtbot.addWidget(field)
    field.show()
    editor = field.findChild(QLineEdit, "unlock.passphrase")
    assert editor is not None
    eye = next(child for child in editor.children() if child.objectName() == "unlock.passphrase.eye")
    assert editor.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mousePress(eye, LEFT)
    assert editor.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.mouseRelease(eye, LEFT)
    assert editor.echoMode() is QLineEdit.EchoMode.Password


def test_a_passphrase_keeps_its_spaces(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor, " two words ")
    assert field.text == " two words "
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    field.clear()
    assert field.text == ""


@pytest.mark.parametrize(
    ("text", "shift", "told"),
    [
        ("a", False, False),
        ("A", False, True),
        ("A", True, False),
        ("a", True, True),
        ("1", False, None),
        ("足", False, None),
    ],
)
def test_caps_lock_is_told_from_letters(text: str, shift: bool, told: bool | None) -> None:
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    assert caps_lock_turned(QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)) is told


def test_caps_lock_is_warned_of_but_never_over_an_error(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.editor, "A", Qt.KeyboardModifier.NoModifier)
    _type_capital(qtbot, field)
    assert field.error == "Caps Lock is on"
    field.set_error("That's not it. 3 tries left, then 1 minute wait.")
    qtbot.keyClicks(field.editor, "a")
    assert field.error.startswith("That's not it")


def _type_capital(qtbot: QtBot, field: PassphraseField) -> None:
    none = Qt.KeyboardModifier.NoModifier
    field.editor.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "A"))


def test_a_date_is_read_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor, "2 Apr 1985")
    with qtbot.waitSignal(field.day_chosen) as chosen:
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert chosen.args == [date(1985, 4, 2)]
    assert field.text == "02/04/1985"


@pytest.mark.parametrize("text", ["31/02/1985", "00/12/1985", "1985-02-30"])
def test_a_day_that_never_was_is_said_to_be_none(qtbot: QtBot, text: str) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    field.set_text(text)
    with qtbot.assertNotEmitted(field.day_chosen):
        assert not field.validate()
    assert field.error.startswith("There is no such day.")


@pytest.mark.parametrize("text", ["2/4/85", "yesterday", "12", "1985", "1/2/3/1985"])
def test_a_date_that_cannot_be_read_says_how_to_type_it(qtbot: QtBot, text: str) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    field.set_text(text)
    with qtbot.assertNotEmitted(field.day_chosen):
        assert not field.validate()
    assert field.error == "Type the date as dd/mm/yyyy."
    assert field.day is None


def test_a_date_that_cannot_be_right_says_why(qtbot: QtBot) -> None:
    field = DateField("Date of birth", check=lambda day: "That is in the future." if day.year > 2026 else "")
    qtbot.addWidget(field)
    field.set_text("1/1/2030")
    assert not field.validate()
    assert field.error == "That is in the future."
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    assert field.error == ""


def test_half_a_date_that_was_put_there_says_so_and_one_being_typed_does_not(qtbot: QtBot) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    field.show()
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "31/02")
    assert field.error == ""
    field.editor.clearFocus()
    field.set_text("31/02/1985")
    assert field.error.startswith("There is no such day")
    field.show_day(None)
    assert field.error == ""


def test_an_empty_date_is_right_unless_it_is_needed(qtbot: QtBot) -> None:
    free, needed = DateField("Seen"), DateField("Born", required=True)
    for field in (free, needed):
        qtbot.addWidget(field)
    assert free.validate()
    assert not needed.validate()
    free.show_day(date(2026, 11, 20))
    free.set_text("")
    with qtbot.waitSignal(free.day_chosen) as chosen:
        free.validate()
    assert chosen.args == [None]


def test_a_search_begins_after_a_pause(qtbot: QtBot) -> None:
    field = SearchField("st36, zusanli or 足三里", keys=("/",))
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched) as searched:
        qtbot.keyClicks(field, " zusanli ")
    assert searched.args == ["zusanli"]
    assert field.accessibleName() == "st36, zusanli or 足三里"


@pytest.fixture
def scale(qtbot: QtBot) -> PainScale:
    made = PainScale("Pain now", name="findings.pain_now")
    qtbot.addWidget(made)
    made.resize(550, 44)
    made.show()
    return made


def test_not_answered_is_not_zero(scale: PainScale) -> None:
    assert scale.answer is None
    assert scale.accessibleName() == "Pain now: not answered"
    unanswered = scale.grab().toImage()
    scale.show_answer(0)
    assert scale.accessibleName() == "Pain now: 0 of 10"
    assert scale.grab().toImage() != unanswered


@pytest.mark.parametrize(("x", "step"), [(0, 0), (25, 0), (225, 4), (549, 10), (-40, 0), (900, 10)])
def test_the_step_under_a_finger(scale: PainScale, x: float, step: int) -> None:
    assert scale.step_at(x) == step


def test_a_slide_tells_only_where_it_ends(scale: PainScale, qtbot: QtBot) -> None:
    told = list[object]()
    scale.answered.connect(told.append)
    qtbot.mousePress(scale, LEFT, pos=QPointF(20, 20).toPoint())
    qtbot.mouseMove(scale, QPointF(250, 20).toPoint())
    qtbot.mouseRelease(scale, LEFT, pos=QPointF(375, 20).toPoint())
    assert told == [7]
    assert scale.answer == 7


@pytest.mark.parametrize(("keys", "answer"), [("0", 0), ("9", 9), ("t", 10), ("T", 10)])
def test_figures_and_t_answer(scale: PainScale, qtbot: QtBot, keys: str, answer: int) -> None:
    with qtbot.waitSignal(scale.answered) as answered:
        qtbot.keyClicks(scale, keys)
    assert answered.args == [answer]


def test_arrows_go_step_by_step_and_delete_takes_it_back(scale: PainScale, qtbot: QtBot) -> None:
    scale.show_answer(9)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.answer == 10
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.answer == 9
    qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert scale.answer is None


def test_a_read_only_scale_stays(scale: PainScale, qtbot: QtBot) -> None:
    scale.show_answer(4)
    scale.set_read_only(True)
    with qtbot.assertNotEmitted(scale.answered):
        qtbot.mouseClick(scale, LEFT, pos=QPointF(540, 20).toPoint())
        qtbot.keyClicks(scale, "1")
    assert scale.answer == 4


@pytest.mark.parametrize("answer", [-1, 11])
def test_pain_beyond_the_scale_is_refused(scale: PainScale, answer: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        scale.show_answer(answer)

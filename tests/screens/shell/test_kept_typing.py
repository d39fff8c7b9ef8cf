"""What is typed into a dialog outlives a lock and a power cut; nothing of it stays once it is answered."""

import pytest
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.typed_text import keep_as, keep_refused
from acuchart.screens.shell.kept_typing import KeptFields, keep_typing
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator

FORM = Form("question")


class Asked:
    """A question on a window of its own."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.kept = Unfinished(clinic.practitioner)
        self.forms = UnfinishedForms(self.kept, InlineBackground(), RecordingNavigator(), HandTimer)
        self.dialog = Dialog(self.window, "What happened?")
        self.words = GrowingText(name="words")
        self.count = Field(name="count")
        self.count.setValidator(QIntValidator(0, 99, self.count))
        self.dialog.body.addWidget(self.words)
        self.dialog.body.addWidget(self.count)
        keep_typing(self.forms, self.dialog, FORM)
        self.dialog.open()


def test_a_lock_keeps_the_words_and_never_a_count(qtbot: QtBot, clinic: StaffedClinic) -> None:
    asked = Asked(qtbot, clinic)
    asked.words.setPlainText("A small bruise")
    asked.count.setText("6")
    asked.forms.leave()
    asked.dialog.put_away()
    again = Asked(qtbot, clinic)
    assert (again.words.text, again.count.text()) == ("A small bruise", "")


@pytest.mark.parametrize("how", ["accept", "reject"])
def test_an_answer_leaves_nothing(qtbot: QtBot, clinic: StaffedClinic, how: str) -> None:
    asked = Asked(qtbot, clinic)
    asked.words.setPlainText("A small bruise")
    asked.forms.leave()
    getattr(asked.dialog, how)()
    assert asked.kept.all().get(FORM, {}) == {}
    assert Asked(qtbot, clinic).words.text == ""


ENTRY, OTHER = Form("entry"), Form("entry of another visit")


class Part:
    """A part of a screen with two fields, after one start of the program."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic) -> None:
        self.part = QWidget()
        qtbot.addWidget(self.part)
        self.kept = Unfinished(clinic.practitioner)
        self.forms = UnfinishedForms(self.kept, InlineBackground(), RecordingNavigator(), HandTimer)
        self.entry = Field(name="entry.1", parent=self.part)
        keep_as(self.entry, "entry")
        self.other = Field(name="not marked", parent=self.part)
        self.shown = KeptFields(self.forms, self.part)

    def reason(self) -> Field:
        """A field that comes later."""
        field = Field(name="reason.7", parent=self.part)
        keep_as(field, "reason")
        return field

    def left(self, form: Form = ENTRY) -> Typed:
        self.forms.leave()
        return self.kept.all().get(form, {})


def test_a_field_that_comes_later_gets_its_words(qtbot: QtBot, clinic: StaffedClinic) -> None:
    before = Part(qtbot, clinic)
    reason = before.reason()
    before.shown.open(ENTRY)
    reason.setText("asked twice")
    before.entry.setText("st36 b")
    before.other.setText("of no account")
    assert before.left() == {"reason": "asked twice", "entry": "st36 b"}
    after = Part(qtbot, clinic)
    after.shown.open(ENTRY)
    assert after.entry.text() == "st36 b"
    after.entry.setText("st36 b, li4")
    assert after.left() == {"reason": "asked twice", "entry": "st36 b, li4"}
    reason = after.reason()
    after.shown.open(ENTRY)
    assert reason.text() == "asked twice"


def test_a_field_made_anew_was_answered(qtbot: QtBot, clinic: StaffedClinic) -> None:
    part = Part(qtbot, clinic)
    reason = part.reason()
    part.shown.open(ENTRY)
    reason.setText("asked twice")
    reason.setParent(None)
    anew = part.reason()
    part.shown.open(ENTRY)
    assert anew.text() == ""
    assert part.left() == {}


def test_what_is_typed_belongs_to_what_is_shown(qtbot: QtBot, clinic: StaffedClinic) -> None:
    part = Part(qtbot, clinic)
    part.shown.open(ENTRY)
    part.entry.setText("st36")
    part.shown.leave()
    part.entry.clear()
    part.shown.open(OTHER)
    part.entry.setText("li4")
    assert (part.left(ENTRY), part.left(OTHER)) == ({"entry": "st36"}, {"entry": "li4"})


def test_what_is_typed_before_the_screen_knows_its_form_stays(qtbot: QtBot, clinic: StaffedClinic) -> None:
    before = Part(qtbot, clinic)
    reason = before.reason()
    before.shown.open(ENTRY)
    before.entry.setText("st36")
    reason.setText("asked twice")
    before.forms.leave()
    after = Part(qtbot, clinic)
    reason = after.reason()
    after.entry.setText("li4")
    after.shown.open(ENTRY)
    assert (after.entry.text(), reason.text()) == ("li4", "asked twice")
    assert after.left() == {"entry": "li4", "reason": "asked twice"}


def test_a_part_of_a_screen_keeps_nothing_once_it_is_empty(qtbot: QtBot, clinic: StaffedClinic) -> None:
    asked = Part(qtbot, clinic)
    entry, field = ENTRY, asked.entry
    asked.shown.open(entry)
    field.setText("st36 b, li4")
    asked.forms.leave()
    assert asked.kept.all().get(entry, {}) == {"entry": "st36 b, li4"}
    field.clear()
    asked.forms.leave()
    assert asked.kept.all().get(entry, {}) == {}


class Since:
    """A field that writes what is typed by itself, and takes figures only."""

    def __init__(self, part: Part) -> None:
        self.field = LabelledField("Since", name="since", parent=part.part)
        self.field.edited.connect(self.take)
        self.written: list[str] = []
        keep_refused(self.field.editor, "since")

    def take(self, text: str) -> None:
        wrong = bool(text) and not text.isdigit()
        self.field.set_error("Type a figure." if wrong else "")
        if not wrong:
            self.written.append(text)

    def type(self, text: str) -> None:
        """As a person types it."""
        self.field.set_text(text)
        self.field.edited.emit(text)
        assert isinstance(self.field.editor, Field)
        self.field.editor.textEdited.emit(text)


def test_a_field_that_writes_by_itself_keeps_what_it_refuses_and_nothing_else(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    before = Part(qtbot, clinic)
    since = Since(before)
    before.shown.open(ENTRY)
    since.type("2019")
    assert before.left() == {}
    since.type("2019, in May")
    assert before.left() == {"since": "2019, in May"}
    after = Part(qtbot, clinic)
    again = Since(after)
    after.shown.open(ENTRY)
    assert (again.field.text, again.field.error) == ("2019, in May", "Type a figure.")
    assert again.written == []
    again.type("2019")
    assert after.left() == {}


def test_what_is_right_by_now_is_written_and_not_kept(qtbot: QtBot, clinic: StaffedClinic) -> None:
    Unfinished(clinic.practitioner).keep(ENTRY, {"since": "2019"})
    part = Part(qtbot, clinic)
    since = Since(part)
    part.shown.open(ENTRY)
    assert "2019" in since.written
    assert part.left() == {}


def test_a_screen_shown_anew_by_itself_brings_back_what_was_refused(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    part = Part(qtbot, clinic)
    since = Since(part)
    part.shown.open(ENTRY)
    since.type("in May")
    since.field.set_error("")
    since.field.set_text("2019")
    part.shown.open(ENTRY)
    assert (since.field.text, since.field.error) == ("in May", "Type a figure.")


def test_what_was_refused_belongs_to_what_was_shown(qtbot: QtBot, clinic: StaffedClinic) -> None:
    part = Part(qtbot, clinic)
    since = Since(part)
    part.shown.open(ENTRY)
    since.type("in May")
    part.shown.leave()
    since.field.set_error("")
    since.field.set_text("2020")
    part.shown.open(OTHER)
    assert since.field.text == "2020"
    assert (part.left(ENTRY), part.left(OTHER)) == ({"since": "in May"}, {})
    assert since.written == []

"""The screen of the forms on real records, for the desk and for those who treat."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.sitting import Sitting
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.people import Name, Particulars, Patient
from acuchart.screens.forms.presenter import FormsPresenter
from acuchart.screens.forms.view import FormsPage
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.search_field import SearchField
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.form_answers import FIRST_VISIT, answers
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.shown_words import shown_words


class Counter:
    """The page as one person sees it."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic, sitting: Sitting) -> None:
        self.qtbot, self.clinic = qtbot, clinic
        self.go = RecordingNavigator()
        background = InlineBackground()
        self.page = FormsPage(sitting.knowledge.body, background)
        qtbot.addWidget(self.page)
        self.page.resize(1304, 780)
        self.page.show()
        self.presenter = FormsPresenter(
            self.page,
            Intakes(sitting),
            Patients(sitting),
            FormPapers(sitting),
            tuple(sitting.knowledge.forms_to_hand_out.values()),
            sitting.user,
            background,
            self.go,
            clinic.clock,
        )
        clinic.bus.subscribe(self.presenter.heard)
        self.presenter.open()

    def says(self, words: str) -> bool:
        return words in shown_words(self.page.window())

    def tap(self, name: str) -> None:
        button = self.page.window().findChild(QPushButton, f"forms.{name}")
        assert isinstance(button, QPushButton), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def row(self, name: str) -> Row:
        QCoreApplication.processEvents()
        (found,) = [row for row in self.page.findChildren(Row, f"forms.{name}") if row.isVisible()]
        return found

    def find(self, text: str) -> QListWidget:
        search = self.page.window().findChild(SearchField, "forms.search")
        found = self.page.window().findChild(QListWidget, "forms.found")
        assert isinstance(search, SearchField)
        assert isinstance(found, QListWidget)
        search.setText(text)
        search.searched.emit(text)
        return found


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def wen(clinic: StaffedClinic) -> Patient:
    return Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), date(1990, 8, 19)))


@pytest.fixture
def counter(qtbot: QtBot, clinic: StaffedClinic) -> Counter:
    return Counter(qtbot, clinic, clinic.desk)


def test_the_forms_with_their_facts_and_a_preview(counter: Counter) -> None:
    assert counter.says("Version 1 · 8 sections · 124 questions")
    assert counter.says("Part 1 of 8 · About you")
    counter.tap("after")
    assert counter.page.picture.number == 2
    counter.tap("before")
    counter.tap("before")
    assert counter.page.picture.number == 1
    counter.row("form.consent_1").tapped.emit()
    assert counter.says("Part 1 of 3 · What is done")
    assert counter.says("No form was handed out today.")


def test_nothing_is_handed_out_before_somebody_is_chosen(counter: Counter, wen: Patient) -> None:
    counter.tap("hand_out")
    counter.tap("go")
    assert counter.go.went == []
    assert counter.find("nobody at all").count() == 0
    assert counter.says("Nobody fits this.")
    counter.tap("go")
    assert counter.go.went == []


def test_handing_out_gives_the_screen_to_the_patient(counter: Counter, wen: Patient) -> None:
    counter.row("form.consent_1").tapped.emit()
    counter.tap("hand_out")
    assert counter.find("cald").count() == 1
    counter.tap("go")
    ((place, intake_id, patient_id),) = counter.go.went
    assert (place, patient_id) == ("intake_fill", wen.id)
    (listed,) = Intakes(counter.clinic.desk).handed_out_on(counter.clinic.clock.today())
    assert (listed.intake_id, listed.title) == (intake_id, "Consent to treatment")
    assert "Being filled" in counter.row("handed.1").accessibleName()


def test_the_desk_sees_that_a_form_is_in_but_can_not_open_it(counter: Counter, wen: Patient) -> None:
    desk = Intakes(counter.clinic.desk)
    intake = desk.hand_out(wen.id, FIRST_VISIT)
    desk.complete(intake.id, answers({"history.faints": True}))
    row = counter.row("handed.1")
    assert "Form in" in row.accessibleName()
    assert "faint" not in row.accessibleName().lower()
    counter.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    counter.page.handed_opened.emit(intake.id)
    assert counter.go.went == []


def test_an_unfinished_form_goes_back_to_the_patient(counter: Counter, wen: Patient) -> None:
    intake = Intakes(counter.clinic.desk).hand_out(wen.id, FIRST_VISIT)
    counter.qtbot.mouseClick(counter.row("handed.1"), Qt.MouseButton.LeftButton)
    assert counter.go.went == [("intake_fill", intake.id, wen.id)]


def test_those_who_treat_open_the_review(qtbot: QtBot, clinic: StaffedClinic, wen: Patient) -> None:
    counter = Counter(qtbot, clinic, clinic.practitioner)
    desk = Intakes(clinic.desk)
    intake = desk.hand_out(wen.id, FIRST_VISIT)
    desk.complete(intake.id, answers({}))
    counter.qtbot.mouseClick(counter.row("handed.1"), Qt.MouseButton.LeftButton)
    assert counter.go.went == [("intake_review", intake.id)]
    assert Intakes(clinic.practitioner).review(intake.id).intake.state is IntakeState.COMPLETED


def test_the_blank_form_on_paper_is_saved_where_one_wants_it(counter: Counter, tmp_path: Path) -> None:
    counter.tap("print_blank")
    dialog = counter.page.window().findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    dialog.save_to(tmp_path / "no" / "such" / "folder.pdf")
    assert "can't be written" in dialog.sentence_shown
    dialog.save_to(tmp_path / "blank.pdf")
    assert (tmp_path / "blank.pdf").read_bytes().startswith(b"%PDF")
    assert not dialog.isVisible()


def test_keys(counter: Counter) -> None:
    counter.qtbot.keyClick(counter.page, Qt.Key.Key_PageDown)
    assert counter.page.picture.number == 2
    counter.qtbot.keyClick(counter.page, Qt.Key.Key_PageUp)
    assert counter.page.picture.number == 1
    counter.qtbot.keyClick(counter.page, Qt.Key.Key_H)
    assert counter.says("Hand out: Before your first visit")

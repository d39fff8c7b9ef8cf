"""The patients' screen with a hand that works it."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.patients import Patients
from acuchart.charting.sitting import Sitting
from acuchart.charting.unfinished import Unfinished
from acuchart.screens.parts.button import Button
from acuchart.screens.patient.search_presenter import PatientsPresenter
from acuchart.screens.patient.search_view import PatientsPage
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visible_texts import visible_texts


class Finder:
    """The patients' screen of one person."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic, sitting: Sitting) -> None:
        self.qtbot = qtbot
        self.go = RecordingNavigator()
        self.page = PatientsPage(clinic.clock.today)
        qtbot.addWidget(self.page)
        self.background = InlineBackground()
        self.forms = UnfinishedForms(Unfinished(sitting), self.background, self.go, HandTimer)
        self.presenter = PatientsPresenter(
            self.page, Patients(sitting), sitting.user, self.background, self.go, self.forms
        )
        self.page.searched.connect(self.presenter.find)
        self.page.patient_opened.connect(self.presenter.open_patient)
        self.page.particulars_wanted.connect(self.presenter.edit)
        self.page.registration_wanted.connect(self.presenter.start_registration)
        self.page.submitted.connect(self.presenter.submit)
        self.page.registered_anyway.connect(self.presenter.register)
        self.page.registered_already.connect(self.presenter.is_registered)
        self.page.typed.connect(self.presenter.type)
        self.page.given_up.connect(self.presenter.give_up)
        self.page.resize(1192, 696)
        self.page.show()
        self.presenter.open()

    def type(self, name: str, text: str) -> None:
        field = self.page.findChild(QLineEdit, name)
        assert field is not None
        field.clear()
        if text.isascii():
            self.qtbot.keyClicks(field, text)
        else:
            field.insert(text)  # An input method hands over whole words; the keys of a test are Latin ones.
            field.textEdited.emit(field.text())

    def press(self, name: str) -> None:
        button = self.page.window().findChild(Button, name)
        assert button is not None
        button.click()

    def words(self) -> str:
        return " ".join(visible_texts(self.page.window()))

"""The form in a patient's hands, worked on real records."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.clinic.forms import Answers, Value
from acuchart.clinic.people import Name, Particulars
from acuchart.screens.intake.presenter import IntakeFillPresenter
from acuchart.screens.intake.view import FillPage
from tests.helpers.clinic import StaffedClinic
from tests.helpers.form_answers import FIRST_VISIT, REQUIRED
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.shown_words import shown_words


class Tablet:
    """The page with a form of a patient, and the alarms of its presenter."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic, form: str = FIRST_VISIT) -> None:
        self.qtbot, self.clinic = qtbot, clinic
        self.desk = Intakes(clinic.desk)
        person = Particulars(Name("Wen", "Calder"), date(1990, 8, 19))
        self.patient_id = Patients(clinic.desk).register(person).id
        self.intake_id = self.desk.hand_out(self.patient_id, form).id
        self.form = clinic.desk.knowledge.forms[form]
        self.timers: list[HandTimer] = []
        self.go = RecordingNavigator()
        self.background = InlineBackground()
        self.page = FillPage(clinic.desk.knowledge.body)
        qtbot.addWidget(self.page)
        self.page.resize(1440, 900)
        self.page.show()
        self.presenter = IntakeFillPresenter(
            self.page, self.desk, self.background, self.go, self._timer, clinic.clock
        )
        self.presenter.open(self.intake_id, self.patient_id)

    def _timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]

    @property
    def idle(self) -> HandTimer:
        return self.timers[0]

    def words(self) -> str:
        return shown_words(self.page)

    def says(self, words: str) -> bool:
        return words in self.words()

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, f"intake.{name}")
        assert isinstance(found, QPushButton), name
        return found

    def tap(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def type(self, link_id: str, words: str) -> None:
        line = self.page.findChild(QLineEdit, f"intake.answer.{link_id.replace('.', '_')}.line")
        assert isinstance(line, QLineEdit)
        self.qtbot.keyClicks(line, words)

    def say(self, link_id: str, *values: Value) -> None:
        """Answers a question wherever it stands."""
        self.page.answered.emit(link_id, values, "")

    def to(self, link_id: str) -> None:
        self.page.question_wanted.emit(link_id)

    def answer_what_is_required(self) -> None:
        for link_id, value in REQUIRED.items():
            self.say(link_id, value)

    def to_the_end(self) -> None:
        while self.page.form.isVisible():
            self.tap("next")

    def kept(self) -> Answers:
        for timer in self.timers[1:]:
            if timer.is_set:
                timer.ring()
        return self.desk.fill(self.intake_id).answers

    def staff(self, passphrase: str, through: str) -> None:
        self.tap(through)
        field = self.page.window().findChild(QLineEdit, "intake.passphrase")
        assert isinstance(field, QLineEdit)
        field.clear()
        self.qtbot.keyClicks(field, passphrase)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

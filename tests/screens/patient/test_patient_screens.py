"""Search, registration and likely duplicates, on real records."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.patients import Patients
from acuchart.charting.sitting import Sitting
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.people import Name, Particulars, Sex
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.row import Row
from acuchart.screens.patient.search_presenter import PatientsPresenter
from acuchart.screens.patient.search_view import PatientsPage
from acuchart.screens.shell.focus_ring import FocusRing
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import bring_up

MARA = Particulars(Name("Mara", "Ellison"), date(1985, 4, 2))


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


def test_nobody_is_listed_until_something_is_typed(qtbot: QtBot, clinic: StaffedClinic) -> None:
    Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.desk)
    assert "Mara" not in finder.words()
    finder.type("patients.search", "mar")
    qtbot.waitUntil(lambda: "Mara Ellison" in finder.words())


def test_enter_opens_the_only_one_and_nobody_while_the_list_is_of_another_text(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    mara = Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.practitioner)
    field = finder.page.findChild(QLineEdit, "patients.search")
    assert field is not None
    finder.type("patients.search", "mar")
    qtbot.waitUntil(lambda: "Mara Ellison" in finder.words())
    qtbot.keyClicks(field, "i")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finder.go.went == []
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finder.go.went == [("chart", mara.id)]


def test_of_several_enter_opens_none_and_shows_where_one_is(
    qtbot: QtBot, clinic: StaffedClinic, qapp: QApplication
) -> None:
    for born in (date(1985, 4, 2), date(1991, 1, 2)):
        Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), born))
    finder = Finder(qtbot, clinic, clinic.practitioner)
    bring_up(finder.page)
    ring = FocusRing(qapp, finder.page)
    finder.type("patients.search", "mara")
    qtbot.waitUntil(lambda: finder.page.findChild(Row, "patients.row.1") is not None)
    field = finder.page.findChild(QLineEdit, "patients.search")
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finder.go.went == []
    assert ring.target is finder.page.findChild(Row, "patients.row.0")


def test_registration_says_in_the_field_what_can_not_be(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.press("patient.submit")
    assert "Type at least one name." in finder.words()
    finder.type("patient.given", "Mara")
    for typed, said in (
        ("31/02/1985", "no such day"),
        ("31/2/85", "Type the date as"),
        ("01/01/2099", "future"),
        ("01/01/1700", "130"),
    ):
        finder.type("patient.born", typed)
        finder.press("patient.submit")
        assert said in finder.words()
    assert Patients(clinic.desk).find("Mara") == ()


def test_control_and_enter_register(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.type("patient.given", "Mara")
    finder.type("patient.born", "02/04/1985")
    born = finder.page.findChild(QLineEdit, "patient.born")
    qtbot.keyClick(born, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(Patients(clinic.desk).find("Mara")) == 1)


def begun(qtbot: QtBot, clinic: StaffedClinic) -> Finder:
    """Half a registration, left as a lock or a power cut leaves it."""
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.type("patient.given", "Mara")
    finder.type("patient.born", "2/4")
    sex = finder.page.findChild(Combo, "patient.sex")
    assert sex is not None
    sex.choose("female")
    finder.forms.leave()
    return finder


def text_of(finder: Finder, name: str) -> str:
    field = finder.page.findChild(QLineEdit, name)
    assert field is not None
    return field.text()


def test_a_new_form_begins_without_a_word_about_the_one_before(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    bring_up(finder.page)
    finder.press("patients.new")
    finder.type("patient.given", "Mara")
    born = finder.page.findChild(QLineEdit, "patient.born")
    assert born is not None
    born.setFocus()
    finder.type("patient.born", "02/04/1985")
    qtbot.keyClick(born, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finder.presenter.open()
    finder.press("patients.new")
    assert "Type a date." not in finder.words()
    assert born.text() == ""


def test_half_a_registration_is_there_after_a_lock(qtbot: QtBot, clinic: StaffedClinic) -> None:
    begun(qtbot, clinic)
    later = Finder(qtbot, clinic, clinic.desk)
    later.press("patients.new")
    assert (text_of(later, "patient.given"), text_of(later, "patient.born")) == ("Mara", "2/4")
    assert "is here again" in later.words()
    later.type("patient.born", "02/04/1985")
    later.press("patient.submit")
    (mara,) = Patients(clinic.desk).find("Mara")
    assert mara.sex is Sex.FEMALE
    last = Finder(qtbot, clinic, clinic.desk)
    last.press("patients.new")
    assert text_of(last, "patient.given") == ""
    assert "is here again" not in last.words()


def test_the_name_looked_for_in_vain_stands_in_the_form_of_a_new_patient(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    with qtbot.waitSignal(finder.page.searched):
        finder.type("patients.search", "Anna Maria Lindqvist")
    finder.press("patients.new")
    assert text_of(finder, "patient.given") == "Anna Maria"
    assert text_of(finder, "patient.family") == "Lindqvist"
    finder.type("patient.born", "2/4")
    finder.forms.leave()
    later = Finder(qtbot, clinic, clinic.desk)
    later.press("patients.new")
    assert (text_of(later, "patient.family"), text_of(later, "patient.born")) == ("Lindqvist", "2/4")


def test_the_name_of_somebody_found_does_not_stand_in_the_form_of_another(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.desk)
    with qtbot.waitSignal(finder.page.searched):
        finder.type("patients.search", "mara")
    finder.press("patients.new")
    assert text_of(finder, "patient.given") == ""


def test_a_form_begun_earlier_takes_no_name_from_a_search(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.type("patient.born", "2/4")
    finder.forms.leave()
    later = Finder(qtbot, clinic, clinic.desk)
    later.presenter.begin("Tomas Okafor")
    assert (text_of(later, "patient.born"), text_of(later, "patient.given")) == ("2/4", "")


def test_a_form_given_up_can_be_brought_back(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = begun(qtbot, clinic)
    finder.press("patient.cancel")
    assert Unfinished(clinic.desk).all().get(Form("registration"), {}) == {}
    undo = finder.go.undos[-1]
    assert undo is not None
    undo()
    assert (text_of(finder, "patient.given"), text_of(finder, "patient.born")) == ("Mara", "2/4")
    finder.forms.leave()
    assert Unfinished(clinic.desk).all().get(Form("registration"), {})["patient.given"] == "Mara"


def test_a_form_stays_open_while_another_screen_is_looked_at(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = begun(qtbot, clinic)
    finder.presenter.open()
    form = finder.page.findChild(QLineEdit, "patient.given")
    assert form is not None
    assert form.isVisible()
    assert form.text() == "Mara"


def test_the_keys_named_are_those_that_work(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    with qtbot.waitSignal(finder.page.hints_changed):
        finder.press("patients.new")
    assert [keys for keys, _words in finder.page.hints] == [("Ctrl", "Enter"), ("Esc",)]
    with qtbot.waitSignal(finder.page.hints_changed):
        finder.press("patient.cancel")
    assert [keys for keys, _words in finder.page.hints] == [("/",), ("Ctrl", "N"), ("Enter",)]


def test_a_new_patient_is_a_key_away_from_the_search(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    search = finder.page.findChild(QLineEdit, "patients.search")
    assert search is not None
    qtbot.keyClicks(search, "n")
    assert search.text() == "n"
    qtbot.keyClick(search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert finder.page.hints[0][0] == ("Ctrl", "Enter")


def test_an_untouched_form_is_left_without_a_word(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.press("patient.cancel")
    assert finder.go.toasts == []


def test_half_a_change_of_particulars_belongs_to_its_patient(qtbot: QtBot, clinic: StaffedClinic) -> None:
    patients = Patients(clinic.desk)
    mara, wen = (patients.register(Particulars(Name(name), date(1985, 4, 2))) for name in ("Mara", "Wen"))
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.presenter.edit(mara.id)
    finder.type("patient.phone", "555 01")
    finder.forms.leave()
    later = Finder(qtbot, clinic, clinic.desk)
    later.presenter.edit(wen.id)
    assert text_of(later, "patient.phone") == ""
    later.presenter.edit(mara.id)
    assert text_of(later, "patient.phone") == "555 01"
    later.forms.leave()
    assert list(Unfinished(clinic.desk).all()) == [Form("particulars", mara.id)]
    later.press("patient.submit")
    assert patients.particulars(mara.id).contact.phone == "555 01"
    assert patients.particulars(wen.id).contact.phone == ""


def test_a_mononym_in_another_script_is_registered(qtbot: QtBot, clinic: StaffedClinic) -> None:
    finder = Finder(qtbot, clinic, clinic.practitioner)
    finder.press("patients.new")
    finder.type("patient.given", "王小红")
    finder.type("patient.born", "03/02/1978")
    finder.press("patient.submit")
    found = Patients(clinic.desk).find("王小")
    assert [patient.name.full for patient in found] == ["王小红"]
    assert finder.go.went == [("chart", found[0].id)]


def test_a_likely_duplicate_is_shown_before_it_is_made(qtbot: QtBot, clinic: StaffedClinic) -> None:
    patients = Patients(clinic.desk)
    patients.register(MARA)
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.press("patients.new")
    finder.type("patient.given", "Mara")
    finder.type("patient.family", "Elison")
    finder.type("patient.born", "02/04/1985")
    finder.press("patient.submit")
    assert "registered already" in finder.words()
    assert len(patients.likely_duplicates(MARA.name, MARA.born)) == 1
    finder.press("patient.duplicates.register")
    assert len(patients.likely_duplicates(MARA.name, MARA.born)) == 2


def test_somebody_who_is_registered_already_leaves_no_form_behind(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.practitioner)
    finder.press("patients.new")
    finder.type("patient.given", "Mara")
    finder.type("patient.family", "Elison")
    finder.type("patient.born", "02/04/1985")
    finder.press("patient.submit")
    finder.press("patient.duplicates.same.0")
    assert finder.go.went[-1][0] == "chart"
    family = finder.page.findChild(QLineEdit, "patient.family")
    assert family is not None
    assert not family.isVisible()


def test_the_desk_opens_particulars_and_never_the_chart(qtbot: QtBot, clinic: StaffedClinic) -> None:
    patient = Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.desk)
    finder.presenter.find("mara")
    row = finder.page.findChild(Row, "patients.row.0")
    assert row is not None
    row.tapped.emit()
    assert finder.go.went == []
    finder.type("patient.pronouns", "she/her")
    finder.press("patient.submit")
    assert Patients(clinic.desk).particulars(patient.id).pronouns == "she/her"

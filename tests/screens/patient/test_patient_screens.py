"""Search, registration, likely duplicates, the chart and its risk questions, on real records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.people import Name, Particulars, Patient, Sex
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.segmented import Segmented
from acuchart.screens.patient.caution_slots import CautionSlot
from acuchart.screens.patient.chart_presenter import ChartPresenter
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.shell.kept_typing import keep_typing
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.finder import Finder
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import bring_up

MARA = Particulars(Name("Mara", "Ellison"), date(1985, 4, 2))


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


def test_nobody_is_listed_until_something_is_typed(qtbot: QtBot, clinic: StaffedClinic) -> None:
    Patients(clinic.desk).register(MARA)
    finder = Finder(qtbot, clinic, clinic.desk)
    assert "Mara" not in finder.words()
    finder.type("patients.search", "mar")
    qtbot.waitUntil(lambda: "Mara Ellison" in finder.words())


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


def chart_of(
    qtbot: QtBot, clinic: StaffedClinic, patient: Patient
) -> tuple[ChartPage, ChartPresenter, RecordingNavigator]:
    sitting, go = clinic.practitioner, RecordingNavigator()
    page = ChartPage(str, str)
    qtbot.addWidget(page)
    presenter = ChartPresenter(
        page,
        Patients(sitting),
        RiskFlags(sitting),
        Today(sitting),
        Intakes(sitting),
        (("first-visit|1", "First visit"),),
        sitting.user,
        InlineBackground(),
        go,
        clinic.clock,
    )
    page.flag_answered.connect(presenter.ask)
    page.visit_wanted.connect(presenter.start_visit)
    page.resize(1352, 796)
    page.show()
    presenter.open(patient.id)
    return page, presenter, go


def test_every_risk_question_can_be_asked_and_each_state_looks_different(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, _presenter, _go = chart_of(qtbot, clinic, patient)
    qtbot.keyClick(page, Qt.Key.Key_E)
    for kind in FlagKind:
        row = page.window().findChild(Segmented, f"flags.{kind}")
        assert row is not None
        row.segment(FlagState.ASKED_NONE).click()
    kept = RiskFlags(clinic.practitioner).of(patient.id)
    assert {flag.state for flag in kept} == {FlagState.ASKED_NONE}
    assert {flag.asked_on for flag in kept} == {clinic.clock.today()}


def test_an_impossible_due_date_is_said_in_the_editor_and_not_kept(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, _presenter, _go = chart_of(qtbot, clinic, patient)
    page.edit_flags(FlagKind.PREGNANCY)
    row = page.window().findChild(Segmented, "flags.pregnancy")
    due = page.window().findChild(QLineEdit, "flags.pregnancy.due")
    assert row is not None
    assert due is not None
    row.segment(FlagState.YES).click()
    qtbot.keyClicks(due, "01/01/2031")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert "due date must lie" in " ".join(visible_texts(page.window()))
    assert RiskFlags(clinic.practitioner).of(patient.id)[FlagKind.PREGNANCY].due is None


def test_a_slot_tells_not_asked_from_asked_and_none(qtbot: QtBot, clinic: StaffedClinic) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, presenter, _go = chart_of(qtbot, clinic, patient)
    slots = {slot.objectName(): slot.accessibleName() for slot in page.findChildren(CautionSlot)}
    assert slots["chart.caution.pacemaker"].endswith("Not asked")
    flag = RiskFlags(clinic.practitioner).of(patient.id)[FlagKind.PACEMAKER]
    presenter.ask(type(flag)(FlagKind.PACEMAKER, FlagState.ASKED_NONE))
    words = [s.accessibleName() for s in page.findChildren(CautionSlot) if "Pacemaker" in s.accessibleName()]
    assert words[-1].endswith("None")


def test_the_first_visit_starts_and_then_goes_on(qtbot: QtBot, clinic: StaffedClinic) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, presenter, go = chart_of(qtbot, clinic, patient)
    assert "Start first visit" in " ".join(visible_texts(page))
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    presenter.open(patient.id)
    assert "Continue visit 1" in " ".join(visible_texts(page))
    presenter.start_visit()
    assert go.went[0] == go.went[1]


def test_a_risk_answered_in_another_window_is_shown_and_not_overwritten(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, presenter, _go = chart_of(qtbot, clinic, patient)
    flags, kind = RiskFlags(clinic.practitioner), FlagKind.PACEMAKER
    flags.ask(patient.id, Flag(kind, FlagState.YES, "Since 2019"), Flag(kind))
    presenter.ask(Flag(kind, FlagState.ASKED_NONE))
    assert flags.of(patient.id)[kind].detail == "Since 2019"
    assert "changed in another window" in " ".join(visible_texts(page))
    presenter.ask(Flag(kind, FlagState.ASKED_NONE))
    presenter.ask(Flag(kind, FlagState.NOT_ASKED))
    assert flags.of(patient.id)[kind].state is FlagState.NOT_ASKED


def test_words_about_a_caution_are_left_only_while_they_are_in_no_record(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    patient = Patients(clinic.desk).register(MARA)
    flags, kind = RiskFlags(clinic.practitioner), FlagKind.EPILEPSY
    flags.ask(patient.id, Flag(kind, FlagState.YES), Flag(kind))
    page, presenter, _go = chart_of(qtbot, clinic, patient)
    unfinished = Unfinished(clinic.practitioner)
    forms = UnfinishedForms(unfinished, InlineBackground(), RecordingNavigator(), HandTimer)
    page.typing_in.connect(lambda dialog, form: keep_typing(forms, dialog, form))
    page.edit_flags()
    words = page.window().findChild(QLineEdit, f"flags.{kind}.detail")
    assert words is not None
    words.setText("last fit in 2019")
    forms.leave()
    assert unfinished.all() == {Form("flags", patient.id): {f"flags.{kind}.detail": "last fit in 2019"}}
    words.editingFinished.emit()
    assert flags.of(patient.id)[kind].detail == "last fit in 2019"
    forms.leave()
    assert unfinished.all() == {}
    presenter.leave()

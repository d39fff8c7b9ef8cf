"""The chart of a patient and its risk questions, on real records."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.people import Name, Particulars, Patient
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.segmented import Segmented
from acuchart.screens.patient.caution_slots import CautionSlot
from acuchart.screens.patient.chart_presenter import ChartPresenter
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.shell.kept_typing import keep_typing
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visible_texts import visible_texts

MARA = Particulars(Name("Mara", "Ellison"), date(1985, 4, 2))


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


def test_an_unreadable_due_date_stays_while_others_are_asked_and_keeps_the_editor_open(
    qtbot: QtBot, clinic: StaffedClinic
) -> None:
    patient = Patients(clinic.desk).register(MARA)
    page, presenter, _go = chart_of(qtbot, clinic, patient)
    presenter.ask(Flag(FlagKind.PREGNANCY, FlagState.YES))
    page.edit_flags(FlagKind.PREGNANCY)
    due = page.window().findChild(QLineEdit, "flags.pregnancy.due")
    pacemaker = page.window().findChild(Segmented, "flags.pacemaker")
    done = page.window().findChild(Button, "flags.done")
    assert due is not None
    assert pacemaker is not None
    assert done is not None
    qtbot.keyClicks(due, "30/02/2027")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    pacemaker.segment(FlagState.ASKED_NONE).click()
    assert due.text() == "30/02/2027"
    assert "no such day" in " ".join(visible_texts(page.window()))
    done.click()
    assert page.window().findChild(QLineEdit, "flags.pregnancy.due") is not None
    due.clear()
    qtbot.keyClicks(due, "26/03/2027")
    done.click()
    assert RiskFlags(clinic.practitioner).of(patient.id)[FlagKind.PREGNANCY].due == date(2027, 3, 26)


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

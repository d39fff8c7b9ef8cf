"""The PC locks while somebody types into something that is handed in whole: it is all there afterwards."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.flags import RiskFlags
from acuchart.charting.session import Sessions
from acuchart.clinic.clock import HandClock
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.navigator import ShellNavigator
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.filled_forms import FAINTS, LOST_WEIGHT, filled
from tests.helpers.form_answers import answers
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.stories.practice.real_app import PRACTITIONER, RealApp, running
from tests.stories.practice.typist import SHEETS, open_sheet

WORDS = "Half a sentence"


def go(real: RealApp) -> ShellNavigator:
    navigator = real.app.shell.navigator
    assert navigator is not None
    return navigator


def registration(real: RealApp, _knee: KneeVisit, _intake: UUID) -> None:
    go(real).to(Place.PATIENTS)
    real.hand.press("patients.new")


def caution(real: RealApp, knee: KneeVisit, _intake: UUID) -> None:
    go(real).to_chart(knee.patient_id)
    real.hand.settle()
    real.hand.press("chart.caution.epilepsy")


def reaction(real: RealApp, knee: KneeVisit, _intake: UUID) -> None:
    go(real).to_visit(knee.visit_id, Step.NEEDLING)
    real.hand.settle()
    real.hand.key("session", Qt.Key.Key_X)


def review(real: RealApp, _knee: KneeVisit, intake: UUID) -> None:
    go(real).to_intake_review(intake)
    real.hand.settle()
    real.hand.press("intake_review.take.history_general_2")


def points(real: RealApp, knee: KneeVisit, _intake: UUID) -> None:
    go(real).to_visit(knee.visit_id, Step.POINTS)
    real.hand.settle()


def sheet_of(field: str) -> Callable[[RealApp, KneeVisit, UUID], None]:
    def opened(real: RealApp, knee: KneeVisit, intake: UUID) -> None:
        points(real, knee, intake)
        open_sheet(real, field)

    return opened


def pattern(real: RealApp, knee: KneeVisit, _intake: UUID) -> None:
    go(real).to_visit(knee.visit_id, Step.FINDINGS)
    real.hand.settle()
    if not real.hand.shows("pattern.secondary"):
        real.hand.press("pattern.change")


def text_of(control: QWidget) -> str:
    if isinstance(control, QComboBox):
        return control.currentText()
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


FORMS: dict[str, Callable[[RealApp, KneeVisit, UUID], None]] = {
    "patient.family": registration,
    "flags.epilepsy.detail": caution,
    "session.reaction.words": reaction,
    "intake_review.reason.history_general_2": review,
    "pattern.secondary": pattern,
    "points.search": points,
    "points.reason.": points,
    "points.saved_name": sheet_of("points.saved_name"),
    **{field: sheet_of(field) for field in SHEETS},
}


@pytest.mark.parametrize("field", FORMS)
def test_what_was_typed_is_there_after_the_lock(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path, field: str
) -> None:
    knee = knee_visit(clinic.practitioner)
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    for kind in (FlagKind.EPILEPSY, FlagKind.PACEMAKER):
        RiskFlags(clinic.practitioner).ask(knee.patient_id, Flag(kind, FlagState.YES), Flag(kind))
    intake = filled(clinic, knee.patient_id, answers({FAINTS: False, LOST_WEIGHT: True}))
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        FORMS[field](real, knee, intake)
        real.hand.type(real.hand.name_of(field), WORDS)
        real.lock()
        assert WORDS not in real.texts
        assert QApplication.activePopupWidget() is None
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        FORMS[field](real, knee, intake)
        name = real.hand.name_of(field)
        real.hand.wait(lambda: text_of(real.hand.find(name)) == WORDS, "the words to come back")


def test_a_second_pattern_still_in_its_field_goes_with_its_own_visit(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    knee, other = knee_visit(clinic.practitioner), knee_visit(clinic.practitioner)
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        pattern(real, knee, knee.visit_id)
        field = real.hand.find("pattern.secondary")
        assert isinstance(field, QComboBox)
        field.setEditText(WORDS)
        go(real).to_visit(other.visit_id, Step.FINDINGS)
        real.hand.settle()
        assert WORDS not in real.texts
        go(real).to_visit(knee.visit_id, Step.FINDINGS)
        real.hand.settle()
        drop = real.hand.find("pattern.drop_secondary.1")
        assert isinstance(drop, QAbstractButton)
        assert drop.text() == WORDS

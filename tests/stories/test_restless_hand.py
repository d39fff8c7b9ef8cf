"""Whatever a restless hand does, the screen shows the visit whose name stands above it, and keys work."""

import random
import threading
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.plan import Plans
from acuchart.charting.session import Sessions
from acuchart.clinic.audit import first_broken
from acuchart.clinic.clock import HandClock
from acuchart.clinic.people import Name
from acuchart.clinic.visit import Visit
from acuchart.records.work import Records
from acuchart.screens.findings.presenter import FindingsPresenter
from acuchart.screens.note.presenter import NotePresenter
from acuchart.screens.points.presenter import PointsPresenter
from acuchart.screens.shell import qt_background
from acuchart.screens.shell.main_window import Front
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import called_off, knee_visit
from tests.helpers.records import MORNING
from tests.stories.practice.real_app import PRACTITIONER, RealApp, running
from tests.stories.practice.restless import RestlessHand

ACTS = 60
LOOK_EVERY = 12
CHAINED = 3
NAMES = ("Ellison", "Quillfeather", "Vasquezian")
NOWHERE: tuple[str, str] = ("", "")


def seeds() -> range:
    """One in a usual run, fifty when chance is let loose."""
    return range(settings().max_examples // 20)


@pytest.fixture(autouse=True)
def _no_file_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_about: NOWHERE)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_about: True)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> random.Random:
    """Every third job on records takes its time, so that answers come late."""
    chance, outcome = random.Random(0), qt_background._outcome  # noqa: SLF001 - there is no other way in

    def late(ticket: qt_background.QtTicket) -> object:
        threading.Event().wait(chance.choice((0, 0, 0.04)))
        return outcome(ticket)

    monkeypatch.setattr(qt_background, "_outcome", late)
    return chance


def people_in_care(clinic: StaffedClinic) -> tuple[UUID, ...]:
    """One lies with needles, one waits for them, one is to be signed; a plan waits at the desk."""
    me = clinic.practitioner
    mara, otto = knee_visit(me), knee_visit(me, Name("Otto", NAMES[1]))
    ines = called_off(me, Name("Ines", NAMES[2]))
    sessions = Sessions(me)
    sessions.prepare(mara.visit_id, "Room 1")
    sessions.begin(mara.visit_id)
    sessions.prepare(otto.visit_id, "Room 2")
    Plans(me).issue(mara.visit_id)
    return mara.visit_id, otto.visit_id, ines.visit_id


class Looker:
    """Looks at the screen once everything that was asked for has come."""

    def __init__(self, real: RealApp, hand: RestlessHand, clinic: StaffedClinic) -> None:
        self._real, self._hand, self._clinic = real, hand, clinic

    def look(self) -> None:
        self._settle()
        self._somewhere()
        if self._real.front is Front.LOCK:
            assert not any(name in self._real.texts for name in NAMES)
        elif self._real.front is Front.FRAME:
            self._the_visit_whose_name_stands_above()

    def _settle(self) -> None:
        """What is asked for once an answer has come, or written behind what is being written, comes too."""
        for _answer in range(CHAINED):
            self._real.hand.settle()

    def _somewhere(self) -> None:
        window = self._hand.window
        if QApplication.activePopupWidget() is None and window.isActiveWindow():
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
            assert not self._hand.questions or any(d.isAncestorOf(focused) for d in self._hand.questions)

    def _the_visit_whose_name_stands_above(self) -> None:
        navigator = self._hand.navigator
        if navigator is None or navigator.spot is None or navigator.spot.step is None:
            return
        navigator.leave()
        self._settle()
        screen, key = navigator.screen, navigator.spot.key
        assert screen is not None
        assert key is not None
        kept, name = self._kept(key)
        assert self._real.app.window.frame.patient_bar.name == name
        match screen.presenters[0]:
            case PointsPresenter() as points:
                assert points.form is not None
                assert points.form.about == key
                assert points.rows == kept.prescription
            case FindingsPresenter() as findings:
                assert findings.form is not None
                assert findings.form.about == key
            case NotePresenter():
                shown = self._real.app.window.findChild(QPlainTextEdit, "note.words.p")
                assert shown is None or kept.signed or shown.toPlainText() == kept.note_words.plan

    def _kept(self, visit_id: UUID) -> tuple[Visit, str]:
        records = Records.open(self._clinic.folder, self._clinic.owner.key, self._clinic.clock)
        try:
            with records.work() as work:
                visit = work.visits.get(visit_id)
                return visit, work.patients.get(visit.patient_id).name.full
        finally:
            records.close()


def test_a_restless_hand_finds_nothing_out_of_place(
    qtbot: QtBot, tmp_path: Path, slow: random.Random
) -> None:
    for seed in seeds():
        _one_day(tmp_path / str(seed), seed, slow)


def _one_day(folder: Path, seed: int, slow: random.Random) -> None:
    slow.seed(seed)
    clock = HandClock(MORNING)
    clinic = clinic_with_staff(folder, clock)
    visits = people_in_care(clinic)
    clinic.close()
    with running(clinic.folder, clock, folder / "pictures") as real:
        real.app.window.activateWindow()
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        hand = RestlessHand(real, random.Random(seed), visits)
        looker = Looker(real, hand, clinic)
        try:
            for act in range(1, ACTS + 1):
                hand.act()
                if act % LOOK_EVERY == 0:
                    looker.look()
            hand.come_out()
            looker.look()
            assert not hand.questions
        except AssertionError as wrong:
            wrong.add_note(f"seed {seed}: {', '.join(hand.did[-20:])}")
            raise
    records = Records.open(clinic.folder, clinic.owner.key, clock)
    try:
        with records.work() as work:
            assert first_broken(work.audit.all()) is None
    finally:
        records.close()

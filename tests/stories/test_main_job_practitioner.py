"""A practitioner's visit through the real application: from a wrong passphrase to a signed note."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.plan import Plans
from acuchart.charting.printing import PrintQueue
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.clinic.audit import first_broken
from acuchart.clinic.clock import HandClock
from acuchart.clinic.findings import FindingState
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.session import SessionState
from acuchart.demo import visiting
from acuchart.screens.shell.main_window import Front
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.stories.practice.real_app import DESK, OWNER, PRACTITIONER, RealApp, running

ROOM = visiting.ROOM
CLINICAL = ("Mara", "Ellison", "knee", "ST36", "needles", "stiffens", "Cold-damp", "meniscus")


@pytest.fixture
def visit(clinic: StaffedClinic) -> UUID:
    """Mara has arrived; the clinic is let go of."""
    mara = Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), date(1985, 4, 2)))
    visit = Today(clinic.desk).check_in(mara.id, clinic.practitioner.user.id)
    clinic.close()
    return visit


def again(clinic: StaffedClinic) -> Sitting:
    return clinic.door.unlock(clinic.practitioner.user.id, PRACTITIONER_PASSPHRASE)


def test_wrong_passphrases_are_counted_and_slowed_without_a_hint(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, visit: UUID, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        said = []
        for person in (OWNER, PRACTITIONER, DESK):
            real.try_passphrase(person, "not the passphrase")
            said.append([line for line in real.texts.splitlines() if "That's not it" in line])
        assert said[0]
        assert said[0] == said[1] == said[2]
        for _try in range(4):
            real.try_passphrase(PRACTITIONER, "not the passphrase")
        assert "Try again in 1:00" in real.texts
        assert real.front is Front.LOCK
        real.hand.key("unlock.passphrase", Qt.Key.Key_Return)
        clock.forward(timedelta(seconds=61))
        real.hand.wait(lambda: "Try again in" not in real.texts, "the wait to end")
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
    eli = again(clinic)
    with eli.records.work() as work:
        assert first_broken(work.audit.all()) is None
    eli.records.close()


def test_a_restart_does_not_forgive(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, visit: UUID, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        for _try in range(5):
            real.try_passphrase(PRACTITIONER, "not the passphrase")
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.hand.press(f"unlock.person.{PRACTITIONER}")
        assert "Try again in 1:00" in real.texts


def chart(real: RealApp, clock: HandClock, visit: UUID) -> None:
    """Findings, pattern, points, needles in."""
    hand = real.hand
    hand.key(f"today.card.{visit}", Qt.Key.Key_Return)
    visiting.examine(hand)
    for key, score in (("now", Qt.Key.Key_4), ("worst", Qt.Key.Key_7), ("average", Qt.Key.Key_5)):
        hand.key(f"findings.pain.{key}", score)
    # The pattern stands on a finding that was tapped a moment ago.
    hand.press("findings.chip.pain_heavy")
    visiting.decide(hand)
    visiting.choose_points(hand)
    visiting.needle(hand, clock)


def sign(real: RealApp) -> None:
    """Answers for reactions; a wrong passphrase signs nothing."""
    hand = real.hand
    hand.press("steps.sign")
    hand.press("note.reaction.none")
    hand.type("note.words.p", "Skin clear after removal.")
    hand.wait(lambda: hand.usable("note.sign"), "a note that can be signed")
    hand.type("note.passphrase", "not the passphrase")
    hand.press("note.sign")
    hand.wait(lambda: "That's not it" in real.texts, "the refusal")
    hand.type("note.passphrase", PRACTITIONER_PASSPHRASE)
    hand.press("note.sign")
    hand.wait(lambda: hand.shows("note.addendum"), "the seal")


def test_a_visit_from_the_card_to_the_signature(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, visit: UUID, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        chart(real, clock, visit)
        real.lock()
        assert_rooms_only(real)
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        real.hand.press("rail.rooms")
        visiting.take_needles_out(real.hand, clock)
        real.hand.press("rail.today")
        real.hand.key(f"today.card.{visit}", Qt.Key.Key_Return)
        visiting.plan(real.hand)
        sign(real)
        real.lock()
        assert f"Room {ROOM}" not in real.texts
    assert_charted(clinic, visit)


def assert_rooms_only(real: RealApp) -> None:
    """Locked, the PC shows where needles are in, and nothing about anybody."""
    assert real.front is Front.LOCK
    assert f"Room {ROOM}" in real.texts
    assert [word for word in CLINICAL if word.casefold() in real.texts.casefold()] == []
    real.hand.window.close()
    assert real.hand.window.isVisible(), "AcuChart closed while needles are in"


def assert_charted(clinic: StaffedClinic, visit: UUID) -> None:
    """What the hand did is what the records hold."""
    eli = again(clinic)
    read = Notes(eli).read(visit)
    kept, session = read.chart.visit, read.chart.session
    assert kept.signature is not None
    assert kept.signature.by == eli.user.id
    assert session is not None
    assert (session.state, session.count_in, session.count_out) == (SessionState.CLOSED, 7, 7)
    assert (kept.check_in.pain_now, kept.check_in.pain_worst, kept.check_in.pain_average) == (4, 7, 5)
    found = {o.finding_id for o in kept.examination.observations if o.state is FindingState.PRESENT}
    assert {"pain_heavy", *visiting.TAPPED, *visiting.WORSE} <= found
    assert len(found) == 1 + len(visiting.TAPPED) + len(visiting.SEARCHED) + len(visiting.WORSE)
    assert read.chart.course.complaint == "Right knee pain"
    assert {row.code for row in kept.prescription} == {"ST36", "SP9", "GB34", "ST35", "EX-LE4", "SP10"}
    assert "Skin clear after removal." in read.note.parts[3].added
    job = PrintQueue(eli).queue()[0]
    assert Plans(eli).issued(job.plan_id).pdf.startswith(b"%PDF")
    with eli.records.work() as work:
        assert first_broken(work.audit.all()) is None
        assert len([event for event in work.audit.all() if event.act == "visit.signed"]) == 1
    eli.records.close()


def test_from_a_new_patient_to_a_point_without_the_mouse(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        keys = Keyboard(qtbot, real)
        keys.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        real.hand.press("patients.new")
        keys.type("Mara")
        for _field in range(4):
            keys.press(Qt.Key.Key_Tab)
        keys.type("02/04/1985")
        keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        real.hand.find("chart.start_visit")
        keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        real.hand.find("findings.search")
        keys.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        real.hand.find("points.search")
        keys.type("st36 b")
        keys.press(Qt.Key.Key_Return)
        real.hand.find("points.row.1")
        keys.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        real.hand.press("session.choose_room.1")
        real.hand.press("session.prepare")
        real.hand.find("session.begin.1")
        keys.press(Qt.Key.Key_Return)
        real.hand.find("session.retain.1")


class Keyboard:
    """Keys go where the focus is, as on a real PC."""

    def __init__(self, qtbot: QtBot, real: RealApp) -> None:
        self._qtbot, self._real = qtbot, real

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self._focus(), words)
        self._real.hand.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self._focus(), key, modifiers)
        self._real.hand.settle()

    def _focus(self) -> QWidget:
        focus: QWidget | None = self._real.app.window.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

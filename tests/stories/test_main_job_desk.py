"""The front desk at the real application: it checks in and prints, and sees no clinical word anywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.charting.printing import PrintQueue
from acuchart.clinic.clock import HandClock
from acuchart.clinic.printing import PrintState
from acuchart.screens.printing.view import PrintPage
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.navigation import Place, Step
from tests.helpers.clinic import DESK_PASSPHRASE, StaffedClinic
from tests.helpers.visible_texts import visible_texts
from tests.stories.practice.charted import Charted, charted
from tests.stories.practice.real_app import DESK, RealApp, running

LETTERS = [Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1) if code != Qt.Key.Key_L]
OTHERS = [
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Slash,
    Qt.Key.Key_Question,
    Qt.Key.Key_Escape,
]
NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def chart(clinic: StaffedClinic) -> Charted:
    """Two patients, one signed with a plan issued, one under needles; the clinic is let go of."""
    made = charted(clinic)
    clinic.close()
    return made


def assert_nothing_clinical(
    real: RealApp, chart: Charted, where: str, words: tuple[str, ...] | None = None
) -> None:
    shown = "\n".join([real.texts, *_other_windows(real)]).casefold()
    assert [word for word in words or chart.clinical_words if word.casefold() in shown] == [], where


def _other_windows(real: RealApp) -> list[str]:
    tops = [top for top in QApplication.topLevelWidgets() if top is not real.app.window and top.isVisible()]
    return [text for top in tops for text in visible_texts(top)]


def test_the_desk_prints_an_issued_plan(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    paper = tmp_path / "plan.pdf"
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(DESK, DESK_PASSPHRASE)
        real.hand.press("rail.print")
        page = real.hand.find("print")
        assert isinstance(page, PrintPage)
        real.hand.wait(lambda: bool(page.jobs), "a plan to print")
        real.hand.press(f"print.preview.{page.jobs[0].id}")
        assert_nothing_clinical(real, chart, "the print screen")
        # A dialog of the system would ask for the place here.
        page.save_chosen.emit(page.jobs[0].id, paper)
        real.hand.wait(paper.exists, "the paper")
        real.hand.settle()
    assert paper.read_bytes() == chart.plan.pdf
    desk = clinic.door.unlock(clinic.desk.user.id, DESK_PASSPHRASE)
    (job,) = PrintQueue(desk).queue()
    assert job.state is PrintState.PRINTED
    with desk.records.work() as work:
        acts = [event.act for event in work.audit.all() if event.user_id == desk.user.id]
    assert {"plan.previewed_at_desk", "plan.printed"} <= set(acts)
    desk.records.close()


def test_no_place_shows_the_desk_a_clinical_word(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(DESK, DESK_PASSPHRASE)
        navigator = real.app.shell.navigator
        assert navigator is not None
        for place in [place for place in Place if place in navigator.places.makers]:
            if place is Place.CHART:
                navigator.to_chart(chart.patient)
            elif place is Place.INTAKE_REVIEW:
                navigator.to_intake_review(chart.intake)
            elif place is not Place.INTAKE_FILL:
                navigator.to(place)
            real.hand.settle()
            assert_nothing_clinical(real, chart, place)
        navigator.to_room(chart.lying)
        real.hand.settle()
        assert_nothing_clinical(real, chart, "the room")


def test_no_step_of_a_visit_opens_for_the_desk(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(DESK, DESK_PASSPHRASE)
        navigator = real.app.shell.navigator
        assert navigator is not None
        for step in Step:
            for visit in (chart.signed, chart.lying):
                navigator.to_visit(visit, step)
                real.hand.settle()
                assert_nothing_clinical(real, chart, step, chart.told_words)


def test_no_key_shows_the_desk_a_clinical_word(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(DESK, DESK_PASSPHRASE)
        for place in (Place.TODAY, Place.PATIENTS, Place.ROOMS, Place.PRINT):
            real.hand.press(f"rail.{place}")
            press_every_key(real, chart, place)


def press_every_key(real: RealApp, chart: Charted, place: Place) -> None:
    for modifier, keys in ((NONE, [*LETTERS, *OTHERS]), (CTRL, [*LETTERS, *OTHERS]), (ALT, OTHERS)):
        for key in keys:
            _press(key, modifier)
            QApplication.processEvents()
        real.hand.settle()
        assert real.front is Front.FRAME
        assert_nothing_clinical(real, chart, f"{place}, {modifier}")


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    target = QApplication.focusWidget() or QApplication.activeWindow()
    if target is not None:
        QTest.keyClick(target, key, modifier)


def test_a_screen_that_is_locked_away_while_it_waits_for_an_answer_breaks_nothing(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        for _time in range(3):
            real.unlock(DESK, DESK_PASSPHRASE)
            real.hand.press("rail.patients")
            QTest.keyClicks(real.hand.find("patients.search"), "ell")
            real.lock()
            assert "Ellison" not in real.texts


def test_the_desk_checks_in_and_shows_into_a_room(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, chart: Charted, tmp_path: Path
) -> None:
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(DESK, DESK_PASSPHRASE)
        hand = real.hand
        hand.press("rail.patients")
        hand.press("patients.new")
        hand.type("patient.given", "Юлия")
        hand.type("patient.family", "Сафонова")
        hand.type("patient.born", "02/04/2085")
        hand.press("patient.given")
        assert not hand.usable("patient.submit") or "future" in real.texts
        hand.type("patient.born", "02/04/1985")
        hand.press("patient.submit")
        hand.settle()
        assert "Юлия" in real.texts
        assert_nothing_clinical(real, chart, "after registering")

"""When the needles are out nothing is chosen any more, but a danger told of late still gets its reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.screens.points.table import PointTable
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.points_hand import enter, pregnant, row
from tests.helpers.visit_screens import PointsDesk

WHY = "She told us only when the needles were out"


@pytest.fixture
def closed(desk: PointsDesk, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot) -> PointsDesk:
    enter(desk, qtbot, "st36, li4 r")
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 3, 0)
    sessions.retain(knee.visit_id, 20)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 3, 0)
    sessions.close(knee.visit_id)
    desk.presenter.open(knee.visit_id)
    QApplication.processEvents()
    return desk


def test_nothing_is_offered_that_cannot_be_done(closed: PointsDesk) -> None:
    page = closed.page
    assert not page.entry.isVisible()
    assert not page.summary.start.isVisible()
    assert not row(closed, "ST36").more.isVisible()


def test_a_danger_told_of_late_gets_its_reason_and_nothing_else_changes(
    closed: PointsDesk, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot
) -> None:
    pregnant(clinic, knee)
    strip = row(closed, "LI4").danger
    assert strip.reason.isVisible()
    strip.reason.setFocus()
    qtbot.keyClicks(strip.reason, WHY)
    qtbot.keyClick(strip.reason, Qt.Key.Key_Return)
    kept = {found.code: found.kept_because for found in closed.kept().prescription}
    assert kept == {"ST36": "", "LI4": WHY}
    closed.page.removed.emit(row(closed, "LI4").line.key)
    closed.page.undone.emit()
    assert [found.code for found in closed.kept().prescription] == ["ST36", "LI4"]


def left_of(table: PointTable, words: str) -> int:
    (title,) = [t for t in table.findChildren(QLabel) if t.text() == words and t.isVisible()]
    return title.mapTo(table, title.rect().topLeft()).x()


@pytest.mark.parametrize("width", [1144, 1304])
def test_the_titles_stand_above_their_columns(closed: PointsDesk, width: int) -> None:
    closed.page.resize(width, 708)
    for _turn in range(4):
        QApplication.processEvents()
    table, st36 = closed.page.table, row(closed, "ST36")
    for words, cell in (("Side", st36.side), ("Depth", st36.depth_cell), ("Technique", st36.technique)):
        assert abs(left_of(table, words) - cell.mapTo(table, cell.rect().topLeft()).x()) <= 1, words

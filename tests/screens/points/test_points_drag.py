"""A row is carried by its grip: it follows the pointer, the others make room, Esc puts it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.screens.points.dragging import LEAST, DropPlace
from acuchart.screens.points.point_row import PointRow
from acuchart.screens.points.row_parts import Grip
from tests.helpers.points_hand import chosen, enter, row
from tests.helpers.visit_screens import PointsDesk

LEFT = Qt.MouseButton.LeftButton


def codes(desk: PointsDesk) -> list[str]:
    return [code for code, _side, _n in chosen(desk)]


def grip(desk: PointsDesk, code: str) -> Grip:
    found = row(desk, code).findChild(Grip)
    assert found is not None
    return found


def gap(desk: PointsDesk) -> DropPlace:
    found = desk.page.findChild(DropPlace)
    assert found is not None
    return found


def pull(desk: PointsDesk, code: str, down: int) -> Grip:
    """Takes hold of a row and carries it so far."""
    held = grip(desk, code)
    QTest.mousePress(held, LEFT, pos=QPoint(8, 20))
    start = held.mapToGlobal(QPoint(8, 20))
    for step in range(1, 9):
        QTest.mouseMove(held, held.mapFromGlobal(start + QPoint(0, round(down * step / 8))))
        QApplication.processEvents()
    return held


def let_go(held: Grip) -> None:
    QTest.mouseRelease(held, LEFT, pos=QPoint(8, 20))


@pytest.fixture
def rows(desk: PointsDesk, qtbot: QtBot) -> Callable[[], list[str]]:
    enter(desk, qtbot, "st36, sp9, gb34, lr3")
    QApplication.processEvents()
    return lambda: codes(desk)


def test_it_follows_the_pointer_and_the_others_make_room(
    desk: PointsDesk, rows: Callable[[], list[str]]
) -> None:
    st36, sp9, gb34, lr3 = (row(desk, code) for code in ("ST36", "SP9", "GB34", "LR3"))
    homes, height = (st36.y(), sp9.y(), gb34.y(), lr3.y()), st36.height()
    assert not gap(desk).isVisible()
    held = pull(desk, "ST36", 2 * height + 4)
    assert abs(st36.y() - (2 * height + 4)) <= 1
    assert gap(desk).isVisible()
    assert (sp9.y(), gb34.y(), gap(desk).y(), lr3.y()) == homes
    assert rows() == ["ST36", "SP9", "GB34", "LR3"]
    let_go(held)
    assert rows() == ["SP9", "GB34", "ST36", "LR3"]
    assert not gap(desk).isVisible()
    QApplication.processEvents()
    assert [r.y() for r in ordered(desk)] == sorted(r.y() for r in ordered(desk))


def ordered(desk: PointsDesk) -> list[PointRow]:
    return [desk.page.table.row(key) for key in desk.page.table.keys]


def test_up_to_the_top_and_past_the_end(desk: PointsDesk, rows: Callable[[], list[str]]) -> None:
    let_go(pull(desk, "LR3", -2000))
    assert rows() == ["LR3", "ST36", "SP9", "GB34"]
    QApplication.processEvents()
    let_go(pull(desk, "LR3", 2000))
    assert rows() == ["ST36", "SP9", "GB34", "LR3"]


@pytest.mark.parametrize("down", [0, 5, -7, 20])
def test_a_tap_and_a_short_pull_move_nothing(
    desk: PointsDesk, rows: Callable[[], list[str]], down: int
) -> None:
    held = pull(desk, "SP9", down)
    assert gap(desk).isVisible() is (abs(down) >= LEAST)
    let_go(held)
    assert rows() == ["ST36", "SP9", "GB34", "LR3"]


def test_escape_puts_it_back_and_letting_go_then_does_nothing(
    desk: PointsDesk, rows: Callable[[], list[str]], qtbot: QtBot
) -> None:
    st36 = row(desk, "ST36")
    held = pull(desk, "ST36", 120)
    assert st36.hasFocus()
    qtbot.keyClick(st36, Qt.Key.Key_Escape)
    assert (st36.y(), row(desk, "SP9").y() > 0, gap(desk).isVisible()) == (0, True, False)
    QTest.mouseMove(held, QPoint(8, 90))
    let_go(held)
    assert rows() == ["ST36", "SP9", "GB34", "LR3"]


def test_rows_that_change_under_the_hand_end_it(
    desk: PointsDesk, rows: Callable[[], list[str]], qtbot: QtBot
) -> None:
    held = pull(desk, "ST36", 120)
    desk.page.removed.emit(row(desk, "SP9").line.key)
    assert not gap(desk).isVisible()
    let_go(held)
    assert rows() == ["ST36", "GB34", "LR3"]


def test_another_button_carries_nothing(desk: PointsDesk, rows: Callable[[], list[str]]) -> None:
    held = grip(desk, "ST36")
    QTest.mousePress(held, Qt.MouseButton.RightButton, pos=QPoint(8, 20))
    QTest.mouseMove(held, QPoint(8, 150))
    assert not gap(desk).isVisible()
    QTest.mouseRelease(held, Qt.MouseButton.RightButton, pos=QPoint(8, 150))
    assert rows() == ["ST36", "SP9", "GB34", "LR3"]

"""The list of hits below a search field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.hit_list import HitList, HitRow


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 500)
    qtbot.addWidget(window)
    window.show()
    return window


def made(window: QWidget, count: int) -> HitList:
    return HitList([HitRow(300, 40, name="hit") for _ in range(count)], 5, name="hits", parent=window)


def test_at_most_so_many_rows_are_in_sight(window: QWidget) -> None:
    few, many = made(window, 3), made(window, 30)
    for hits in (few, many):
        hits.open_below(window, 320)
    assert many.height() - few.height() == 2 * few.rows[0].height()


def test_the_choice_stays_among_the_rows_or_is_none(window: QWidget) -> None:
    hits = made(window, 3)
    assert hits.at == -1
    for asked, got in ((1, 1), (9, 2), (-5, -1)):
        hits.choose(asked)
        assert hits.at == got
        assert [row.chosen for row in hits.rows] == [number == got for number in range(3)]


def test_it_stays_within_the_window(window: QWidget) -> None:
    field = QLineEdit(window)
    field.move(500, 20)
    hits = made(window, 3)
    hits.open_below(field, 320)
    assert hits.geometry().right() < window.width()
    assert hits.y() > field.geometry().bottom()


def test_a_tap_tells_which_row(qtbot: QtBot, window: QWidget) -> None:
    hits = made(window, 3)
    hits.open_below(window, 320)
    with qtbot.waitSignal(hits.tapped) as told:
        qtbot.mouseClick(hits.rows[1], Qt.MouseButton.LeftButton)
    assert told.args == [1]


def test_the_list_is_of_one_colour(window: QWidget) -> None:
    hits = made(window, 2)
    hits.open_below(window, 320)
    picture = hits.grab().toImage()
    row = hits.rows[1].mapTo(hits, hits.rows[1].rect().center())
    edge = hits.rect().bottomLeft()
    assert picture.pixelColor(row) == picture.pixelColor(edge.x() + 5, edge.y() - 20)

"""The tools that lie on the enlarged body: they zoom and turn it, and cover neither words nor the figure."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body
from acuchart.screens.parts import body_ground
from acuchart.screens.parts.body_labels import Label, Room, place_labels
from acuchart.screens.parts.body_marks import BodyMark, MarkKind
from acuchart.screens.parts.button import Button
from acuchart.screens.points.chart_card import TABS, ChartCard

BODY = read_body()


@pytest.fixture(scope="module")
def card(qapp: QApplication) -> Iterator[ChartCard]:
    made = ChartCard(BODY)
    made.resize(372, 600)
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(autouse=True)
def front(card: ChartCard) -> None:
    card.pictures.left = False
    card.show_view("front")
    card.close_up.show_whole()


def lying(card: ChartCard) -> QRect:
    """Where the tools lie on the enlarged picture."""
    QApplication.processEvents()
    return card.pictures.tools.geometry().translated(-card.close_up.pos())


def test_they_enlarge_and_make_smaller(card: ChartCard, qtbot: QtBot) -> None:
    larger, smaller = (card.findChild(Button, f"points.zoom_{way}") for way in ("in", "out"))
    assert larger is not None
    assert smaller is not None
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert card.close_up.camera.zoom == pytest.approx(1.5)
    qtbot.mouseClick(smaller, Qt.MouseButton.LeftButton)
    assert card.close_up.camera.zoom == pytest.approx(1)


def test_a_view_of_one_side_can_be_turned_and_says_to_which(card: ChartCard) -> None:
    turn = card.pictures.tools.turn
    assert not turn.isVisibleTo(card)
    card.show_view("hand-dorsal")
    assert turn.isVisibleTo(card)
    assert turn.accessibleName() == turn.toolTip() == "Show the left side"
    turn.click()
    assert card.close_up.view.mirrored
    assert turn.accessibleName() == "Show the right side"
    turn.click()
    assert not card.close_up.view.mirrored


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("name", TABS)
def test_no_point_of_a_whole_figure_lies_below_them(card: ChartCard, name: str, left: bool) -> None:
    card.show_view(name)
    if left and card.pictures.tools.turn.isVisibleTo(card):
        card.pictures.tools.turn.click()
    card.close_up.show_marks((), others=True)
    tools = lying(card)
    assert card.close_up.rect().contains(tools)
    assert not [mark for mark in card.close_up.placed_marks() if tools.contains(mark.at.toPoint())]


def test_no_label_is_written_below_them(card: ChartCard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything from the knee down is chosen, so that there are more labels than room for them."""
    written: list[Label] = []

    def place(room: Room) -> list[Label]:
        written[:] = place_labels(room)
        return written

    monkeypatch.setattr(body_ground, "place_labels", place)
    card.close_up.zoom_to_region("shin-left")
    codes = [code for code in BODY.places if code.startswith(("ST", "SP", "GB", "LR", "KI"))]
    card.close_up.show_marks([BodyMark(code, MarkKind.SELECTED, Side.BOTH) for code in codes])
    tools = lying(card)
    card.close_up.grab()
    assert any(label.y > tools.top() - 30 for label in written)
    for label in written:
        words = QRect(round(label.x), round(label.y) - 5, round(label.width), 10)
        assert not words.intersects(tools), label

"""The questions of a room in the smallest window with the largest words: nothing of them is cut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.main_window import SMALLEST
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.clinic import StaffedClinic
from tests.helpers.rooms_board import Board, occupy, twelve_rooms


def _short(board: Board) -> None:
    (card,) = board.view.cards
    sessions = Sessions(board.clinic.owner)
    sessions.remove(card.face.visit_id)
    sessions.count_out(card.face.visit_id, 2, 0)
    board.press(Qt.Key.Key_Return)


def _missing(board: Board) -> None:
    _short(board)
    for name in ("mismatch.report", "missing.fate.left_in", "missing.record"):
        board.tap_in_window(f"session.{name}")


def _faint(board: Board) -> None:
    board.press(Qt.Key.Key_X)
    board.tap_in_window("session.reaction.kind.faint")


ASKED: dict[str, Callable[[Board], None]] = {
    "lay on": lambda board: board.press(Qt.Key.Key_L),
    "remind": lambda board: board.press(Qt.Key.Key_M),
    "in, place by place": lambda board: board.press(Qt.Key.Key_P),
    "correction": lambda board: board.press(Qt.Key.Key_Plus),
    "mismatch": _short,
    "missing": _missing,
    "faint": _faint,
}


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    register_fonts()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)


@pytest.mark.parametrize("asked", ASKED)
def test_a_question_is_whole_in_the_smallest_window(clinic: StaffedClinic, qtbot: QtBot, asked: str) -> None:
    occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.view.resize(SMALLEST)
    ASKED[asked](board)
    QApplication.processEvents()
    (question,) = [found for found in board.view.findChildren(RoomQuestion) if found.isVisible()]
    panel, layout = question.panel, question.panel.layout()
    assert layout is not None
    assert layout.totalHeightForWidth(panel.width()) <= panel.height() <= board.view.height()
    assert layout.minimumSize().width() <= panel.width() <= board.view.width()

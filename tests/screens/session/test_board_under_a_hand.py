"""The board while somebody works on it: no tap and no key may land in another room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.session import SessionState
from acuchart.clinic.zones import Bell, ZoneKind
from acuchart.screens.parts.text import Text
from acuchart.screens.session.buttons import MoreActions
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.rooms_board import Board, kept, occupy, twelve_rooms


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()


def _prepared(clinic: StaffedClinic, number: int, needles: int = 0) -> KneeVisit:
    """Somebody waits in a room, or needles are going in."""
    knee, sessions = knee_visit(clinic.owner), Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, f"Room {number}")
    if needles:
        sessions.begin(knee.visit_id)
        sessions.count_in(knee.visit_id, needles, 0)
    return knee


def _line(board: Board, key: str) -> str:
    line = board.card(key).findChild(Text, f"session.line.{key}")
    assert line is not None
    assert line.isVisibleTo(board.view)
    return line.text()


def test_needles_on_their_way_come_before_rooms_that_have_not_begun(
    clinic: StaffedClinic, qtbot: QtBot
) -> None:
    for number in range(1, 8):
        _prepared(clinic, number)
    board = Board(clinic, clinic.owner, qtbot)
    _prepared(clinic, 9, needles=2)
    board.pass_time(seconds=30)
    _prepared(clinic, 8, needles=2)
    board.pass_time(seconds=30)
    assert [card.face.key for card in board.view.cards][:3] == ["9", "8", "1"]


def test_no_card_moves_from_under_a_hand(clinic: StaffedClinic, qtbot: QtBot) -> None:
    for number in range(1, 8):
        occupy(clinic, number, minutes=20 if number < 7 else 10)
    board = Board(clinic, clinic.owner, qtbot)
    order = [card.face.key for card in board.view.cards]
    assert order[0] == "7"
    board.tap("session.remove.7")
    assert [card.face.key for card in board.view.cards] == order
    board.tap("session.count_out.7.more")
    board.pass_time(seconds=4)
    assert [card.face.key for card in board.view.cards] == order
    board.pass_time(seconds=2)
    assert [card.face.key for card in board.view.cards][-1] == "7"


@pytest.mark.parametrize("rooms", [3, 7])
def test_enter_in_a_field_means_the_room_of_that_field(
    clinic: StaffedClinic, qtbot: QtBot, rooms: int
) -> None:
    resting = occupy(clinic, 1)
    others = [_prepared(clinic, number, needles=3) for number in range(2, rooms + 1)]
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_1)
    field = board.view.findChild(QLineEdit, f"session.minutes.{rooms}")
    assert field is not None
    with qtbot.waitActive(board.view):
        board.view.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kept(clinic, resting).state is SessionState.RETENTION
    assert kept(clinic, others[-1]).state is SessionState.RETENTION


def test_a_tap_chooses_the_room_for_the_keys_that_follow(clinic: StaffedClinic, qtbot: QtBot) -> None:
    one, two = occupy(clinic, 1), _prepared(clinic, 2, needles=1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_1)
    board.tap("session.count_in.2.more")
    board.press(Qt.Key.Key_Plus)
    assert (kept(clinic, one).count_in, kept(clinic, two).count_in) == (4, 3)


def test_the_chosen_room_is_marked_whatever_its_colour(clinic: StaffedClinic, qtbot: QtBot) -> None:
    for number in (1, 2):
        occupy(clinic, number)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_1)
    for minutes in (11, 10):
        board.pass_time(minutes=minutes)
        edges = [board.card(key).grab().toImage().pixelColor(4, 300).name() for key in ("1", "2")]
        assert edges[0] != edges[1]


def test_the_smallest_cards_say_what_stands_and_what_to_do(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knees = [occupy(clinic, number) for number in range(1, 7)]
    _prepared(clinic, 7, needles=2)
    board = Board(clinic, clinic.owner, qtbot)
    assert _line(board, "1") == "left of 20 min"
    assert _line(board, "7") == "going in"
    Sessions(clinic.owner).start_zone(knees[1].visit_id, ZoneKind.LAMP, "right knee", 3, Bell.GIVEN)
    Sessions(clinic.owner).remove(knees[0].visit_id)
    Sessions(clinic.owner).count_out(knees[0].visit_id, 3, 0)
    board.pass_time(minutes=4)
    assert _line(board, "2") == "Heat lamp, right knee · time is up, +1:00"
    assert _line(board, "1") == "1 needle still in"
    board.pass_time(minutes=7)
    assert _line(board, "3") == "Re-stimulate"
    board.tap("session.more.3")
    menu = board.view.window().findChild(MoreActions, "session.more_actions.3")
    assert menu is not None
    board.tap_in_window("session.due_done.3")
    assert kept(clinic, knees[2]).stages[0].done_at is not None


def test_the_footer_counts_the_needles_of_all_rooms(clinic: StaffedClinic, qtbot: QtBot) -> None:
    one = occupy(clinic, 1)
    occupy(clinic, 2)
    _prepared(clinic, 3)
    board = Board(clinic, clinic.owner, qtbot)
    assert board.view.foot_words == "8 needles in, 0 out"
    with qtbot.waitSignal(board.view.foot_changed) as told:
        Sessions(clinic.owner).remove(one.visit_id)
        Sessions(clinic.owner).count_out(one.visit_id, 3, 0)
    assert told.args == ["8 needles in, 3 out"]
    desk = Board(clinic, clinic.desk, qtbot)
    assert desk.view.foot_words == ""


def test_the_focus_of_what_is_hidden_goes_to_the_page(clinic: StaffedClinic, qtbot: QtBot) -> None:
    """And not to the next button of the window, which Enter would press."""
    knee = _prepared(clinic, 1, needles=3)
    board = Board(clinic, clinic.owner, qtbot)
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    row.addWidget(board.view)
    row.addWidget(QPushButton("Today"))
    window.show()
    field = board.view.findChild(QLineEdit, "session.minutes.1")
    assert field is not None
    field.setFocus()
    board.tap("session.retain.1")
    assert kept(clinic, knee).state is SessionState.RETENTION
    assert window.focusWidget() is board.view
    board.view.setParent(None)

"""A timer more on the board: in which room, and the small ring of what lies on the skin."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.zones import Bell, ZoneKind
from acuchart.screens.session.strips import strip_of
from acuchart.screens.session.table_questions import LayOn
from acuchart.screens.session.timer_menu import TimerMenu
from acuchart.screens.shell.main_window import SMALLEST
from acuchart.screens.shell.top_bar import TopBar
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import knee_visit
from tests.helpers.rooms_board import Board, kept, occupy, twelve_rooms


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()


def _questions(board: Board) -> list[UUID | None]:
    return [found.form.about for found in board.view.findChildren(LayOn) if found.isVisible()]


def test_with_one_room_in_use_the_question_comes_at_once(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    assert board.view.takes_timer
    board.view.ask_timer(board.view)
    assert _questions(board) == [knee.visit_id]


def test_with_several_the_room_is_asked_first(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    second = occupy(clinic, 2)
    prepared = knee_visit(clinic.owner)
    Sessions(clinic.owner).prepare(prepared.visit_id, "Room 3")
    board = Board(clinic, clinic.owner, qtbot)
    board.view.ask_timer(board.view)
    assert _questions(board) == []
    (menu,) = board.view.findChildren(TimerMenu)
    named = [button.objectName() for button in menu.findChildren(QPushButton)]
    assert named == ["rooms.timer.1", "rooms.timer.2"]
    board.tap_in_window("rooms.timer.2")
    assert _questions(board) == [second.visit_id]
    chosen = board.view.chosen_card
    assert chosen is not None
    assert chosen.face.key == "2"


def test_twelve_rooms_are_offered_within_the_smallest_window(clinic: StaffedClinic, qtbot: QtBot) -> None:
    for number in range(1, 13):
        occupy(clinic, number)
    board = Board(clinic, clinic.owner, qtbot)
    board.view.ask_timer(board.view)
    (menu,) = board.view.findChildren(TimerMenu)
    assert len(menu.findChildren(QPushButton)) == 12
    assert menu.height() < SMALLEST.height() / 1.3


def test_where_no_needle_is_in_no_timer_is_offered(clinic: StaffedClinic, qtbot: QtBot) -> None:
    board = Board(clinic, clinic.owner, qtbot)
    heard: list[bool] = []
    board.view.timer_possible.connect(heard.append)
    prepared = knee_visit(clinic.owner)
    Sessions(clinic.owner).prepare(prepared.visit_id, "Room 1")
    board.presenter.open()
    board.view.ask_timer(board.view)
    assert (board.view.takes_timer, heard, _questions(board)) == (False, [], [])
    Sessions(clinic.owner).begin(prepared.visit_id)
    board.presenter.open()
    assert heard == [True]


def test_the_front_desk_starts_no_timer(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    board = Board(clinic, clinic.desk, qtbot)
    board.view.ask_timer(board.view)
    assert (board.view.takes_timer, _questions(board)) == (False, [])


def test_the_button_stands_on_the_board_alone(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_rooms_tools(True)
    bar.show_timer(True)
    assert not bar.timer.isHidden()
    with qtbot.waitSignal(bar.timer_wanted) as wanted:
        bar.timer.click()
    assert wanted.args == [bar.timer]
    bar.show_rooms_tools(False)
    assert bar.timer.isHidden()


def test_the_ring_of_a_zone_shrinks_with_its_time(clinic: StaffedClinic) -> None:
    knee = occupy(clinic, 1)
    Sessions(clinic.owner).start_zone(knee.visit_id, ZoneKind.LAMP, "right knee", 4, Bell.GIVEN)
    session = kept(clinic, knee)
    (zone,) = session.zones
    begun, later = zone.started_at, zone.started_at + timedelta(minutes=1)
    assert strip_of(session, begun, clinical=True).left == 1.0
    assert strip_of(session, later, clinical=True).left == 0.75
    up = strip_of(session, zone.deadline, clinical=True)
    assert (up.left, up.button) == (None, "Off")
    assert strip_of(session, later, clinical=False).left is None

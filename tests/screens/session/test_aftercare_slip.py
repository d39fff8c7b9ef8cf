"""The aftercare slip on screen: from the menu of a room, and from the summary of a closed session."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.needling import LeftInPlan, Needling, Stays
from acuchart.clinic.points import Side
from acuchart.clinic.session import Spot
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.screens.session.buttons import MoreActions
from acuchart.screens.session.presenter import SessionPresenter
from acuchart.screens.session.view import SessionView
from acuchart.screens.session.wishes import Do, Wish
from tests.helpers.clinic import StaffedClinic
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.pdf_pages import texts
from tests.helpers.rooms_board import Board, occupy, twelve_rooms


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()


def step(clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot) -> SessionView:
    view = SessionView(InlineBackground())
    qtbot.addWidget(view)
    presenter = SessionPresenter(view, Sessions(clinic.owner), InlineBackground(), RecordingNavigator())
    view.setProperty("owner", presenter)
    view.resize(1300, 720)
    view.show()
    presenter.open(knee.visit_id)
    return view


def paper(view: SessionView | Board, tmp_path: Path) -> str:
    """The words of the paper on show, as they are saved."""
    page = view.view if isinstance(view, Board) else view
    shown = [dialog for dialog in page.window().findChildren(PaperDialog) if dialog.isVisible()]
    assert len(shown) == 1
    shown[0].save_to(tmp_path / "slip.pdf")
    (words,) = texts((tmp_path / "slip.pdf").read_bytes())
    return words


def test_the_menu_of_a_room_shows_the_slip_as_a_draft(
    clinic: StaffedClinic, qtbot: QtBot, tmp_path: Path
) -> None:
    occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    board.tap("session.more.2")
    menu = board.view.window().findChild(MoreActions)
    assert menu is not None
    entry = menu.findChild(QPushButton, "session.slip.2")
    assert entry is not None
    entry.click()
    words = paper(board, tmp_path)
    assert "Draft" in words
    assert "Mara Ellison" in words


def test_control_and_p_shows_the_slip_of_the_room_the_keys_work_in(
    clinic: StaffedClinic, qtbot: QtBot, tmp_path: Path
) -> None:
    occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    qtbot.keyClick(board.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Mara Ellison" in paper(board, tmp_path)


def test_nothing_is_offered_before_the_needles_rest(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = knee_visit(clinic.owner)
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    board = Board(clinic, clinic.owner, qtbot)
    for move_on in (lambda: sessions.begin(knee.visit_id), lambda: None):
        board.tap("session.more.2")
        menu = board.view.window().findChildren(MoreActions)[-1]
        assert menu.findChild(QPushButton, "session.slip.2") is None
        menu.close()
        move_on()


def test_a_slip_nothing_can_be_told_on_yet_says_so_in_the_room(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = knee_visit(clinic.owner)
    Sessions(clinic.owner).prepare(knee.visit_id, "Room 2")
    board = Board(clinic, clinic.owner, qtbot)
    board.view.wished.emit(Wish(Do.SLIP, knee.visit_id))
    assert "Nothing was done yet" in board.card("2").trouble.words.text()


def test_a_closed_session_prints_its_slip_with_the_point_added_at_the_table(
    clinic: StaffedClinic, qtbot: QtBot, tmp_path: Path
) -> None:
    knee = knee_visit(clinic.owner)
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in_at(knee.visit_id, (*sessions.spots(knee.visit_id), Spot("LU2 R", 1, "front")), 0)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 8, 0)
    sessions.close(knee.visit_id)
    view = step(clinic, knee, qtbot)
    assert view.shown == "over"
    assert view.findChild(QPushButton, "session.slip") is not None
    assert view.hints == ((("Ctrl", "P"), "Print slip"),)
    qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "You had needles near the lung" in paper(view, tmp_path)


def test_keys_of_a_room_are_told_where_there_is_one(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = knee_visit(clinic.owner)
    assert step(clinic, knee, qtbot).hints == ()
    Sessions(clinic.owner).prepare(knee.visit_id, "Room 2")
    assert (("+",), "Count in") in step(clinic, knee, qtbot).hints


def test_a_slip_that_can_not_be_made_says_why_where_there_is_no_room(
    clinic: StaffedClinic, qtbot: QtBot
) -> None:
    knee = knee_visit(clinic.owner)
    view = step(clinic, knee, qtbot)
    view.show_trouble(knee.visit_id, "The logo can't be read.")
    trouble = view.findChild(QWidget, "session.trouble")
    assert trouble is not None
    assert trouble.isVisible()


def test_ear_seeds_alone_are_done_with_one_tap_and_have_their_slip(
    clinic: StaffedClinic, qtbot: QtBot, tmp_path: Path
) -> None:
    knee = knee_visit(clinic.owner)
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        stays = LeftInPlan(Stays.EAR_SEED, "left ear", clinic.clock.today())
        work.visits.change(replace(visit, prescription=(Needling("ST36", Side.LEFT, 0, stays=stays),)))
    view = step(clinic, knee, qtbot)
    done = view.findChild(QPushButton, "session.without")
    assert done is not None
    assert done.isVisibleTo(view)
    done.click()
    assert view.shown == "over"
    button = view.findChild(QPushButton, "session.slip")
    assert button is not None
    button.click()
    assert "Ear seed, left ear: comes out on" in paper(view, tmp_path)


def test_with_needles_nobody_is_done_without_them(clinic: StaffedClinic, qtbot: QtBot) -> None:
    view = step(clinic, knee_visit(clinic.owner), qtbot)
    done = view.findChild(QPushButton, "session.without")
    assert done is not None
    assert not done.isVisibleTo(view)

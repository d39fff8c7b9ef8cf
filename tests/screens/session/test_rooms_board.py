"""The board of rooms: one to twelve of them, for those who treat and for the front desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.session import Fate
from acuchart.screens.parts.left_in_card import AskTakenOut
from acuchart.screens.session.card import Form
from acuchart.screens.session.rooms_view import form_for
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.navigation import Step
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.clinic import DETAILS, StaffedClinic
from tests.helpers.knee_visit import knee_visit
from tests.helpers.rooms_board import Board, kept, occupy, twelve_rooms
from tests.helpers.visible_texts import visible_texts


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()


def test_an_empty_board_says_how_a_room_comes_on_it(clinic: StaffedClinic, qtbot: QtBot) -> None:
    board = Board(clinic, clinic.owner, qtbot)
    empty = board.view.findChild(QWidget, "rooms.empty")
    assert empty is not None
    assert empty.isVisibleTo(board.view)
    assert board.view.heading == ("Rooms", "")
    board.press(Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("rooms", "form", "across"),
    [
        *(
            (1, Form.SINGLE, 1),
            (2, Form.TALL, 2),
            (3, Form.TALL, 3),
            (4, Form.COMPACT, 2),
            (6, Form.COMPACT, 3),
        ),
        *((7, Form.DENSE, 4), (12, Form.DENSE, 4)),
    ],
)
def test_cards_shrink_as_rooms_fill(rooms: int, form: Form, across: int) -> None:
    assert form_for(rooms) == (form, across)


def test_twelve_rooms_fit_the_most_urgent_first(clinic: StaffedClinic, qtbot: QtBot) -> None:
    for number in range(1, 13):
        occupy(clinic, number, minutes=31 - number)
    board = Board(clinic, clinic.owner, qtbot)
    assert [card.face.key for card in board.view.cards][:3] == ["12", "11", "10"]
    board.pass_time(minutes=20)
    assert board.view.heading[1] == "12 running · 2 need you now"
    assert all(card.width() > 280 and card.height() > 220 for card in board.view.cards)


def test_a_figure_chooses_a_room_and_the_keys_work_there_only(clinic: StaffedClinic, qtbot: QtBot) -> None:
    one, two = occupy(clinic, 1), occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_Space)
    assert kept(clinic, one).paused_at is None
    board.press(Qt.Key.Key_2)
    board.press(Qt.Key.Key_Space)
    assert kept(clinic, two).paused_at is not None
    assert kept(clinic, one).paused_at is None


def test_two_figures_choose_a_room_beyond_nine(clinic: StaffedClinic, qtbot: QtBot) -> None:
    one, twelve = occupy(clinic, 1), occupy(clinic, 12)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_2)
    board.press(Qt.Key.Key_Space)
    assert kept(clinic, twelve).paused_at is not None
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_Return)
    assert kept(clinic, one).removal_at is None
    board.press(Qt.Key.Key_Space)
    assert kept(clinic, one).paused_at is not None


def test_a_room_is_brought_in_front(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    two = occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    board.presenter.in_front(two.visit_id)
    assert board.view.chosen_card is board.card("2")


def test_escape_silences_a_sounding_room(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_Escape)
    assert kept(clinic, knee).silenced_until is None
    board.pass_time(minutes=21)
    board.press(Qt.Key.Key_Escape)
    assert kept(clinic, knee).silenced_until is not None
    assert board.card("1").face.alarm


def test_a_closed_room_leaves_the_board(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    board.tap("session.remove.1")
    for _time in range(4):
        board.tap("session.count_out.1.more")
    board.tap("session.close.1")
    assert kept(clinic, knee).closed_at is not None
    assert [card.face.key for card in board.view.cards] == ["2"]


def test_the_board_leads_to_the_visit(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.view.wished.emit(Wish(Do.OPEN_VISIT, knee.visit_id))
    assert board.go.went == [("visit", knee.visit_id, Step.NEEDLING)]


def test_the_desk_sees_clocks_and_touches_no_needle(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.desk, qtbot)
    card = board.card("1")
    hidden = (card.inserted, card.removed, card.buttons, card.more)
    assert not any(widget.isVisibleTo(board.view) for widget in hidden)
    assert card.flags == []
    before = kept(clinic, knee)
    for do in Do:
        board.view.wished.emit(Wish(do, knee.visit_id, 1, "why"))
    after = kept(clinic, knee)
    assert board.go.went == []
    assert replace(after, silenced_until=None, version=before.version) == before
    board.pass_time(minutes=21)
    board.tap("session.silence.1")
    assert kept(clinic, knee).silenced_until is not None


def test_a_visit_seen_by_the_desk_shows_no_needle_in_any_word(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    board = Board(clinic, clinic.desk, qtbot)
    words = f"{board.card('1').strip.strip} {board.card('1').accessibleName()}"
    assert "needle" not in words.casefold()
    assert DETAILS.name not in words


def go_home_with_a_needle(clinic: StaffedClinic) -> None:
    knee, sessions = occupy(clinic, 1), Sessions(clinic.owner)
    day = clinic.clock.today() + timedelta(days=4)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 3, 0)
    sessions.settle(knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", "ST36", True, day)
    sessions.close(knee.visit_id)


def test_a_needle_left_in_stands_on_the_board_until_it_is_out(clinic: StaffedClinic, qtbot: QtBot) -> None:
    go_home_with_a_needle(clinic)
    board = Board(clinic, clinic.owner, qtbot)
    line = board.view.findChild(QLabel, "rooms.left_in.1")
    assert line is not None
    assert line.text() == "Mara E.: 1 needle at ST36, out on Tue 24 Nov 2026"
    board.tap("rooms.taken_out.1")
    question = board.view.window().findChild(AskTakenOut)
    assert question is not None
    question.reject()
    assert len(Sessions(clinic.owner).left_in()) == 1
    board.tap("rooms.taken_out.1")
    out = board.view.window().findChildren(QPushButton, "rooms.ask_taken_out.out")[-1]
    out.click()
    assert Sessions(clinic.owner).left_in() == ()
    card = board.view.findChild(QWidget, "rooms.left_in")
    assert card is not None
    assert card.isHidden()


def test_the_desk_reads_of_a_needle_left_in_that_somebody_is_to_be_asked(
    clinic: StaffedClinic, qtbot: QtBot
) -> None:
    go_home_with_a_needle(clinic)
    board = Board(clinic, clinic.desk, qtbot)
    card = board.view.findChild(QWidget, "rooms.left_in")
    assert card is not None
    assert card.isHidden()
    for days, words in (
        (4, "Mara E.: ask the practitioner today"),
        (1, "Mara E.: ask the practitioner, since"),
    ):
        board.pass_time(days=days)
        board.reminders.tick(clinic.clock.now())
        assert not card.isHidden()
        said = " ".join(visible_texts(card))
        assert words in said
        assert "ST36" not in said
        assert "needle" not in said.casefold()
    assert board.view.findChild(QPushButton, "rooms.taken_out.1") is None


def test_what_is_left_in_leaves_the_room_to_the_clocks(clinic: StaffedClinic, qtbot: QtBot) -> None:
    go_home_with_a_needle(clinic)
    board = Board(clinic, clinic.owner, qtbot)
    card = board.view.findChild(QWidget, "rooms.left_in")
    assert card is not None
    assert not card.isHidden()
    occupy(clinic, 1)
    board.presenter.open()
    assert card.isHidden()
    words = board.view.findChild(QLabel, "rooms.reminders.words")
    assert words is not None
    assert words.text() == "Left in on purpose: 1"
    board.tap("rooms.reminders.show")
    assert not card.isHidden()
    board.pass_time(seconds=30)
    assert not card.isHidden()
    board.tap("rooms.reminders.show")
    assert card.isHidden()


def test_what_was_refused_stands_until_the_next_touch(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.view.show_refused("Somebody has asked already.")
    trouble = board.view.findChild(QWidget, "rooms.trouble")
    assert trouble is not None
    board.pass_time(seconds=5)
    assert not trouble.isHidden()
    board.view.wished.emit(Wish(Do.PAUSE, knee.visit_id))
    assert trouble.isHidden()


def test_escape_silences_a_room_that_rings_though_none_is_chosen(clinic: StaffedClinic, qtbot: QtBot) -> None:
    rooms = [occupy(clinic, number, minutes) for number, minutes in ((1, 20), (2, 5), (3, 5))]
    board = Board(clinic, clinic.owner, qtbot)
    board.pass_time(minutes=6)
    for silenced in (1, 2, 2):
        board.press(Qt.Key.Key_Escape)
        assert sum(kept(clinic, knee).silenced_until is not None for knee in rooms) == silenced
    assert kept(clinic, rooms[0]).silenced_until is None


def test_the_footer_names_the_rooms_and_the_keys_of_the_role(clinic: StaffedClinic, qtbot: QtBot) -> None:
    board, desk = Board(clinic, clinic.owner, qtbot), Board(clinic, clinic.desk, qtbot)
    with qtbot.waitSignal(board.view.hints_changed):
        occupy(clinic, 2)
    assert board.view.hints[0] == (("2",), "Room 2")
    assert (("X",), "Reaction") in board.view.hints
    assert [keys for keys, _words in desk.view.hints] == [("2",), ("Esc",)]


def test_a_room_that_is_only_prepared_runs_no_clock(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    knee = knee_visit(clinic.owner)
    Sessions(clinic.owner).prepare(knee.visit_id, "Room 2")
    board = Board(clinic, clinic.owner, qtbot)
    assert len(board.view.cards) == 2
    assert board.view.heading == ("Rooms", "1 running")


def test_many_left_in_take_no_more_room_than_a_few(clinic: StaffedClinic, qtbot: QtBot) -> None:
    for _patient in range(9):
        go_home_with_a_needle(clinic)
    board = Board(clinic, clinic.owner, qtbot)
    card = board.view.findChild(QWidget, "rooms.left_in")
    assert card is not None
    assert card.height() < 200
    assert board.view.findChild(QPushButton, "rooms.taken_out.9") is not None


def test_a_room_alone_stands_640_wide_in_the_middle(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    (card,) = board.view.cards
    assert card.width() == 640
    middle = card.mapTo(board.view, card.rect().center()).x()
    assert abs(middle - board.view.rect().center().x()) <= 1
    assert card.ring.diameter > 400


@pytest.mark.parametrize(("size", "width", "across"), [("standard", 1192, 4), ("larger", 1192, 3)])
def test_larger_words_put_fewer_rooms_side_by_side(
    clinic: StaffedClinic, qtbot: QtBot, size: str, width: int, across: int
) -> None:
    for number in range(1, 13):
        occupy(clinic, number)
    holder = ThemeHolder.of_app()
    holder.use(Tone.LIGHT, TextSize(size))
    board = Board(clinic, clinic.owner, qtbot)
    board.view.resize(width, 640)
    tops = [card.y() for card in board.view.cards]
    assert tops.count(min(tops)) == across
    for card in board.view.cards:
        edge = card.width() - 10
        for shown in (card.removed, *card.findChildren(QPushButton)):
            if shown.isVisibleTo(card):
                assert shown.mapTo(card, shown.rect().topRight()).x() <= edge
        assert card.buttons.remove.width() > card.buttons.remove.fontMetrics().horizontalAdvance("Remove")
    holder.use(Tone.LIGHT, TextSize.STANDARD)


def test_a_faint_puts_the_needles_first_and_wastes_no_room(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.view.wished.emit(Wish(Do.ASK_REACTION, knee.visit_id))
    area = board.view.window().findChild(QScrollArea, "session.reaction.list")
    assert area is not None
    qtbot.waitUntil(lambda: area.height() < 500)
    board.tap_in_window("session.reaction.kind.faint")
    out = board.view.window().findChild(QPushButton, "session.reaction.needles_out")
    first = board.view.window().findChild(QWidget, "session.reaction.step.1")
    assert out is not None
    assert first is not None
    qtbot.waitUntil(
        lambda: out.isVisible() and out.mapToGlobal(QPoint()).y() < first.mapToGlobal(QPoint()).y()
    )

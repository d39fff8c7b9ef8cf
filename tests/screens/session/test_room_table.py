"""At the table: rounds, stages, zones, places, reactions and calls, on the board with a handed-in clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.calls import RoomCalls
from acuchart.charting.clocks import Clocks
from acuchart.charting.session import Sessions
from acuchart.clinic.adverse import Severity
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.session import SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Reaction
from acuchart.clinic.zones import Bell, ZoneKind
from acuchart.screens.parts.timer_face import Mood
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.session.wishes import Do, Wish
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.rooms_board import Board, kept, occupy, twelve_rooms
from tests.helpers.shown_words import shown_words


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = twelve_rooms(tmp_path)
    yield staffed
    staffed.close()


def occupy_planned(clinic: StaffedClinic, number: int) -> KneeVisit:
    """Somebody waits in a prepared room."""
    knee = knee_visit(clinic.owner)
    Sessions(clinic.owner).prepare(knee.visit_id, f"Room {number}")
    return knee


def question(board: Board) -> RoomQuestion:
    asked = [dialog for dialog in board.view.window().findChildren(RoomQuestion) if dialog.isVisible()]
    assert len(asked) == 1
    return asked[0]


def tap(asked: QWidget, name: str) -> None:
    button = asked.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def write(asked: QWidget, name: str, text: str) -> None:
    field = asked.findChild(QLineEdit, name)
    assert field is not None, name
    field.setText(text)


def test_a_stage_is_due_in_every_form_and_done_with_one_key(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.pass_time(minutes=10, seconds=8)
    face = board.card("1").face
    assert (face.state, face.due, face.timer.mood) == (SessionState.STAGE_DUE, True, Mood.DUE)
    assert (face.strip.title, face.strip.line) == ("Re-stimulate", "10 min stage, due 00:08 ago")
    board.press(Qt.Key.Key_D)
    assert kept(clinic, knee).stages[0].done_at is not None
    assert not board.card("1").face.due
    board.press(Qt.Key.Key_D)


def test_the_button_of_the_strip_says_done_as_well(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.pass_time(minutes=10)
    board.tap("session.strip_done.1")
    assert kept(clinic, knee).stages[0].done_by == clinic.owner.user.id


def test_all_needles_of_the_prescription_went_in(clinic: StaffedClinic, qtbot: QtBot) -> None:
    fresh = occupy_planned(clinic, 2)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_Return)
    board.tap("session.all_in.2")
    assert kept(clinic, fresh).count_in == 7
    board.press(Qt.Key.Key_Return)
    assert kept(clinic, fresh).state is SessionState.RETENTION


def test_a_second_round_has_its_own_count_on_the_board(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.tap("session.remove.1")
    for _needle in range(4):
        board.tap("session.count_out.1.more")
    assert board.card("1").face.state is SessionState.COUNTED
    board.view.wished.emit(Wish(Do.TURN, knee.visit_id))
    face = board.card("1").face
    assert (face.state, face.inserted, face.removed) == (SessionState.GOING_IN, 0, 0)
    assert face.strip.title == "Round 2: needles going in"


def test_a_count_taken_back_after_the_last_needle_opens_the_count_again(
    clinic: StaffedClinic, qtbot: QtBot
) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.tap("session.remove.1")
    for _needle in range(4):
        board.tap("session.count_out.1.more")
    board.view.wished.emit(Wish(Do.UNDO, knee.visit_id))
    assert (kept(clinic, knee).count_out, kept(clinic, knee).state) == (3, SessionState.COMING_OUT)


def test_a_lamp_asks_for_the_bell_before_it_burns(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_L)
    asked = question(board)
    write(asked, "session.zone.place", "right knee")
    tap(asked, "session.zone.start")
    assert kept(clinic, knee).zones == ()
    tap(asked, "session.zone.bell.given")
    tap(asked, "session.zone.start")
    (zone,) = kept(clinic, knee).zones
    assert (zone.kind, zone.place, zone.bell, zone.skin_every) == (ZoneKind.LAMP, "right knee", Bell.GIVEN, 5)
    assert board.card("1").face.strip.title == "15:00 Heat lamp, right knee"
    board.pass_time(minutes=5)
    assert board.card("1").face.strip.title == "Check the skin"
    board.press(Qt.Key.Key_D)
    board.pass_time(minutes=10)
    face = board.card("1").face
    assert (face.alarm, face.sounding, face.strip.title) == (True, True, "Heat lamp, right knee")
    board.tap("session.strip_done.1")
    assert not kept(clinic, knee).zones[0].running


def test_numb_skin_is_looked_at_more_often_whatever_is_typed(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    with clinic.owner.records.work() as work:
        flag = Flag(FlagKind.NUMBNESS, FlagState.YES, "", None, clinic.clock.today(), clinic.owner.user.id)
        work.flags.put(knee.patient_id, flag)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_L)
    asked = question(board)
    field = asked.findChild(QLineEdit, "session.zone.skin")
    assert field is not None
    assert field.text() == "2"
    field.setText("9")
    assert not field.hasAcceptableInput()
    session = Sessions(clinic.owner).start_zone(knee.visit_id, ZoneKind.CUPS, "", 10, Bell.GIVEN, 9)
    assert session.zones[0].skin_every == 2


def test_needles_are_counted_out_place_by_place_and_the_missing_one_is_named(
    clinic: StaffedClinic, qtbot: QtBot
) -> None:
    fresh = occupy_planned(clinic, 1)
    sessions = Sessions(clinic.owner)
    sessions.begin(fresh.visit_id)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_P)
    asked = question(board)
    write(asked, "session.spots.sp10_r", "0")
    write(asked, "session.spots.added", "ki3 r")
    tap(asked, "session.spots.count")
    assert kept(clinic, fresh).count_in == 7
    board.press(Qt.Key.Key_Return)
    board.tap("session.remove.1")
    board.press(Qt.Key.Key_P)
    asked = question(board)
    empty = asked.findChild(QLineEdit, "session.spots.st36_l")
    assert empty is not None
    assert empty.text() == ""
    for place in ("st36_l", "sp9_r", "gb34_r", "st35_r", "ex-le4_r", "ki3_r"):
        write(asked, f"session.spots.{place}", "1")
    tap(asked, "session.spots.count")
    face = board.card("1").face
    assert (face.missing, face.strip.title, face.strip.line) == (1, "1 needle still in", "Look at ST36 R")


def test_a_faint_begins_with_the_needles(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_X)
    asked = question(board)
    tap(asked, "session.reaction.kind.faint")
    step = asked.findChild(QCheckBox, "session.reaction.step.1")
    assert step is not None
    assert step.text().endswith("4 needles in")
    said = [label.text() for label in asked.findChildren(QLabel)]
    assert any("Steps 1, 2, 5: WHO" in words and "steps 3, 4: habit" in words for words in said)
    tap(asked, "session.reaction.needles_out")
    assert kept(clinic, knee).state is SessionState.COMING_OUT
    assert asked.isVisible()
    assert asked.focusWidget() is step
    step.setChecked(True)
    words = asked.findChild(QPlainTextEdit, "session.reaction.words")
    assert words is not None
    words.setPlainText("Lay flat for ten minutes, well again.")
    # How bad it was is said by a person and by nobody else.
    tap(asked, "session.reaction.record")
    assert asked.isVisible()
    tap(asked, "session.reaction.severity.moderate")
    tap(asked, "session.reaction.record")
    with clinic.owner.records.work() as work:
        (event,) = work.adverse_events.of_visit(knee.visit_id)
    assert (event.kind, event.severity) == (Reaction.FAINT, Severity.MODERATE)
    assert event.done == "Needles out first, and count them. Lay flat for ten minutes, well again."


def test_a_reaction_says_what_is_missing(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_X)
    asked = question(board)
    tap(asked, "session.reaction.record")
    tap(asked, "session.reaction.kind.pneumothorax")
    tap(asked, "session.reaction.severity.mild")
    words = asked.findChild(QPlainTextEdit, "session.reaction.words")
    assert words is not None
    words.setPlainText("Sent to hospital at once.")
    tap(asked, "session.reaction.record")
    with clinic.owner.records.work() as work:
        assert work.adverse_events.of_visit(knee.visit_id) == ()
    assert asked.isVisible()


def test_what_could_not_be_written_stays_in_the_question(
    clinic: StaffedClinic, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.press(Qt.Key.Key_X)
    asked = question(board)
    tap(asked, "session.reaction.kind.bleeding")
    tap(asked, "session.reaction.severity.mild")
    words = asked.findChild(QPlainTextEdit, "session.reaction.words")
    assert words is not None
    words.setPlainText("Pressed for two minutes.")

    def full(*_given: object) -> None:
        raise ChartTrouble("The disk is full. Make room, then try again.")

    with monkeypatch.context() as disk:
        disk.setattr(Sessions, "react", full)
        tap(asked, "session.reaction.record")
    assert question(board) is asked
    assert "The disk is full" in shown_words(asked)
    assert words.toPlainText() == "Pressed for two minutes."
    tap(asked, "session.reaction.record")
    assert not asked.isVisible()
    with clinic.owner.records.work() as work:
        (event,) = work.adverse_events.of_visit(knee.visit_id)
    assert event.done == "Pressed for two minutes."


def test_a_follow_up_stands_on_the_board_until_somebody_asked(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    today = clinic.clock.today()
    Sessions(clinic.owner).react(
        knee.visit_id, Reaction.BURN, Severity.MODERATE, "Cooled it for ten minutes.", today
    )
    board = Board(clinic, clinic.owner, qtbot)
    line = board.view.findChild(QLabel, "rooms.follow_up.1")
    assert line is not None
    assert line.text() == "Mara E., burn of Fri 20 Nov 2026: Cooled it for ten minutes."
    board.tap("rooms.reminders.show")
    board.tap("rooms.asked.1")
    assert Sessions(clinic.owner).follow_ups() == ()


def test_the_desk_calls_someone_and_sees_no_follow_up(clinic: StaffedClinic, qtbot: QtBot) -> None:
    occupy(clinic, 1)
    board = Board(clinic, clinic.desk, qtbot)
    board.tap("session.call.1")
    calls = Clocks(clinic.owner.records, clinic.bus).calls()
    assert [call.room for call in calls] == ["Room 1"]
    assert board.go.toasts == ["Someone is asked to go to Room 1"]
    RoomCalls(clinic.owner).answer(calls[0].id)


def test_the_time_starts_again(clinic: StaffedClinic, qtbot: QtBot) -> None:
    knee = occupy(clinic, 1)
    board = Board(clinic, clinic.owner, qtbot)
    board.pass_time(minutes=21)
    board.view.wished.emit(Wish(Do.START_AGAIN, knee.visit_id))
    assert board.card("1").face.timer.seconds_left == 20 * 60
    assert not board.card("1").face.alarm

"""The needling step on screen, with the real use cases on a real database."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.clock import HandClock
from acuchart.clinic.session import Fate, Session, SessionState
from acuchart.screens.parts.text import Text
from acuchart.screens.session.presenter import SessionPresenter
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.session.view import SessionView
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.navigation import Step
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import NEEDLES, KneeVisit, knee_visit
from tests.helpers.navigator import RecordingNavigator


class Needling:
    """The step as a person works it."""

    def __init__(self, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot) -> None:
        self.clinic, self.knee, self.qtbot = clinic, knee, qtbot
        self.sessions = Sessions(clinic.owner)
        self.go = RecordingNavigator()
        self.view = SessionView(InlineBackground())
        qtbot.addWidget(self.view)
        self.presenter = SessionPresenter(self.view, self.sessions, InlineBackground(), self.go)
        clinic.bus.subscribe(self.presenter.heard)
        self.view.resize(1300, 720)
        self.view.show()
        self.presenter.open(knee.visit_id)

    def control(self, name: str) -> QWidget:
        found = [w for w in self.view.findChildren(QWidget, name) if w.isVisibleTo(self.view)]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def tap(self, *names: str) -> None:
        for name in names:
            button = self.control(name)
            assert isinstance(button, QPushButton)
            button.click()

    def type(self, name: str, text: str) -> None:
        field = self.control(name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)

    def type_count(self, name: str, text: str) -> None:
        """As a person does: into the figure, then Enter."""
        field = self.control(f"{name}.number")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, modifier)

    @property
    def question(self) -> RoomQuestion | None:
        open_ones = [q for q in self.view.window().findChildren(RoomQuestion) if not q.isHidden()]
        return open_ones[-1] if open_ones else None

    def session(self) -> Session:
        with self.clinic.owner.records.work() as work:
            found = work.sessions.of_visit(self.knee.visit_id)
        assert found is not None
        return found

    def state(self) -> SessionState:
        return self.session().state

    def pass_time(self, **span: int) -> None:
        assert isinstance(self.clinic.clock, HandClock)
        self.clinic.clock.forward(timedelta(**span))
        self.presenter.tick(self.clinic.clock.now())

    def prepare(self) -> None:
        self.tap("session.choose_room.2", "session.prepare")

    def needles_in(self, needles: int = NEEDLES) -> None:
        self.prepare()
        self.tap("session.begin.2")
        self.type_count("session.count_in.2", str(needles))

    def take_out(self) -> None:
        self.needles_in()
        self.tap("session.retain.2", "session.remove.2")


@pytest.fixture
def needling(tmp_path: Path, qtbot: QtBot) -> Iterator[Needling]:
    clinic = clinic_with_staff(tmp_path)
    yield Needling(clinic, knee_visit(clinic.owner), qtbot)
    clinic.close()


def test_without_a_room_nothing_is_prepared(needling: Needling) -> None:
    assert needling.view.shown == "before"
    assert needling.view.prepare.go.missing == "Choose a room first."
    needling.tap("session.prepare")
    with needling.clinic.owner.records.work() as work:
        assert work.sessions.open() == ()


def test_what_must_be_settled_is_said_and_shuts_the_way(needling: Needling) -> None:
    with needling.clinic.owner.records.work() as work:
        first = work.visits.of_course(needling.knee.course_id)[0]
    needling.presenter.open(first.id)
    needling.tap("session.choose_room.2")
    assert needling.view.prepare.to_settle.title.text() == "Choose at least one point first."
    assert needling.view.prepare.go.missing
    needling.tap("session.points")
    assert needling.go.went[-1] == ("visit", first.id, Step.POINTS)


def test_a_whole_session_by_hand(needling: Needling) -> None:
    needling.take_out()
    assert needling.state() is SessionState.COMING_OUT
    assert needling.session().count_out == 0
    for _time in range(NEEDLES):
        needling.tap("session.count_out.2.more")
    needling.tap("session.close.2")
    assert needling.state() is SessionState.CLOSED
    assert needling.view.shown == "over"
    needling.tap("session.plan")
    assert needling.go.went[-1] == ("visit", needling.knee.visit_id, Step.PLAN)


def test_a_whole_session_by_keys(needling: Needling) -> None:
    needling.prepare()
    needling.press(Qt.Key.Key_Return)
    for _time in range(3):
        needling.press(Qt.Key.Key_Plus)
    needling.press(Qt.Key.Key_Return)
    assert needling.state() is SessionState.RETENTION
    needling.press(Qt.Key.Key_Space)
    assert needling.session().paused_at is not None
    needling.press(Qt.Key.Key_Space)
    needling.press(Qt.Key.Key_A)
    assert needling.session().minutes == 25
    needling.press(Qt.Key.Key_Return)
    for _time in range(4):
        needling.press(Qt.Key.Key_Minus)
    needling.press(Qt.Key.Key_Underscore)
    needling.press(Qt.Key.Key_Return)
    assert (needling.state(), needling.session().count_out) == (SessionState.CLOSED, 3)


def test_removed_is_never_filled_in(needling: Needling) -> None:
    needling.take_out()
    (card,) = needling.view.cards
    assert (card.inserted.count, card.removed.count) == (NEEDLES, 0)
    assert card.buttons.close_room.text() == f"Close: 0 of {NEEDLES} out"


def test_closing_too_early_says_what_is_missing_and_closes_nothing(needling: Needling) -> None:
    needling.take_out()
    needling.type_count("session.count_out.2", "5")
    asks: tuple[Callable[[], None], ...] = (
        lambda: needling.tap("session.close.2"),
        lambda: needling.press(Qt.Key.Key_Return),
    )
    for ask in asks:
        ask()
        question = needling.question
        assert question is not None
        assert question.title.text() == "Room 2 · Needles don't match"
        difference = question.findChild(Text, "session.mismatch.missing")
        assert difference is not None
        assert difference.text() == "2 needles not accounted for"
        assert difference.font().pixelSize() >= 28
        question.reject()
        assert needling.state() is SessionState.COMING_OUT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_a_typed_count_the_keys_of_the_room_go_on(needling: Needling, key: Qt.Key) -> None:
    needling.take_out()
    field = needling.control("session.count_out.2.number")
    field.setFocus()
    needling.qtbot.keyClick(field, key)
    assert needling.view.window().focusWidget() is needling.view


def test_where_a_needle_is_missing_stands_in_the_question(needling: Needling) -> None:
    needling.needles_in()
    needling.press(Qt.Key.Key_P)
    needling.tap("session.spots.count", "session.retain.2", "session.remove.2")
    needling.press(Qt.Key.Key_P)
    for place in ("st36_l", "sp9_r", "gb34_r", "st35_r", "ex-le4_r", "sp10_r"):
        needling.type(f"session.spots.{place}", "1")
    needling.tap("session.spots.count", "session.close.2")
    assert needling.question is not None
    where = needling.question.findChild(Text, "session.mismatch.where")
    assert where is not None
    assert where.text() == "Look at ST36 R"


def test_the_keys_go_on_where_the_field_of_the_minutes_was(needling: Needling) -> None:
    """The field goes away once retention runs; the focus must not fall on the next button of the window."""
    needling.needles_in()
    field = needling.control("session.minutes.2")
    field.setFocus()
    needling.type("session.minutes.2", "3")
    needling.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert needling.question is not None
    needling.tap("session.unusual_minutes.start")
    assert needling.state() is SessionState.RETENTION
    assert needling.view.window().focusWidget() is needling.view


def test_a_missing_needle_is_reported_with_words(needling: Needling) -> None:
    needling.take_out()
    needling.type_count("session.count_out.2", "6")
    needling.tap("session.report.2")
    assert needling.question is not None
    needling.tap("session.missing.record")
    assert needling.session().settlements == ()
    needling.type("session.missing.words", "On the towel.")
    needling.tap("session.missing.record")
    # Nothing is chosen before a person chooses it, not even what is likely.
    assert needling.session().settlements == ()
    needling.tap("session.missing.fate.found")
    needling.tap("session.missing.record")
    told = needling.session().settlements[0]
    assert (told.fate, told.words) == (Fate.FOUND, "On the towel.")
    needling.tap("session.close.2")
    assert needling.state() is SessionState.CLOSED


def test_a_needle_left_in_needs_point_consent_and_day(needling: Needling) -> None:
    needling.take_out()
    needling.type_count("session.count_out.2", "6")
    needling.tap("session.report.2")
    assert needling.question is not None
    needling.tap("session.missing.fate.left_in")
    needling.type("session.missing.words", "Press needle in the ear.")
    needling.tap("session.missing.record")
    assert needling.session().settlements == ()
    needling.type("session.missing.point", "st36")
    needling.type("session.missing.remove_on", "23/11/2026")
    needling.tap("session.missing.record")
    assert needling.session().settlements == ()
    consent = needling.control("session.missing.consent")
    assert isinstance(consent, QCheckBox)
    consent.setChecked(True)
    needling.tap("session.missing.record")
    (told,) = needling.session().settlements
    assert (told.point, told.consent, str(told.remove_on)) == ("ST36", True, "2026-11-23")


def test_more_out_than_in_asks_for_the_number_inserted(needling: Needling) -> None:
    needling.take_out()
    needling.type_count("session.count_out.2", "8")
    needling.tap("session.close.2")
    assert needling.question is not None
    number = needling.control("session.correction.number")
    assert isinstance(number, QLineEdit)
    assert number.text() == "8"
    needling.tap("session.correction.correct")
    assert needling.session().count_in == NEEDLES
    needling.type("session.correction.words", "Two tries at SP9.")
    needling.tap("session.correction.correct")
    assert (needling.session().count_in, needling.session().corrections[0].reason) == (8, "Two tries at SP9.")
    needling.tap("session.close.2")
    assert needling.state() is SessionState.CLOSED


def test_the_number_inserted_is_corrected_only_with_a_reason(needling: Needling) -> None:
    needling.take_out()
    needling.tap("session.count_in.2.less")
    assert needling.question is not None
    needling.question.reject()
    assert needling.session().count_in == NEEDLES
    (card,) = needling.view.cards
    assert card.inserted.count == NEEDLES


def test_unusual_minutes_are_asked_about(needling: Needling) -> None:
    needling.needles_in()
    needling.type("session.minutes.2", "90")
    needling.tap("session.retain.2")
    assert needling.state() is SessionState.GOING_IN
    assert needling.question is not None
    needling.tap("session.unusual_minutes.start")
    assert needling.session().minutes == 90


def test_retention_without_a_count_is_refused_in_the_room(needling: Needling) -> None:
    needling.prepare()
    needling.tap("session.begin.2", "session.retain.2")
    (card,) = needling.view.cards
    assert card.trouble.words.text() == "Count the needles inserted first."
    assert needling.state() is SessionState.GOING_IN


def test_a_tap_too_many_is_taken_back(needling: Needling) -> None:
    needling.needles_in(5)
    needling.tap("session.count_in.2.more")
    assert needling.session().count_in == 6
    needling.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert needling.session().count_in == 5
    needling.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert needling.session().count_in == 0
    needling.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert needling.session().count_in == 0


@pytest.mark.parametrize("text", ["", "999", "x"])
def test_what_is_no_count_is_not_taken(needling: Needling, text: str) -> None:
    needling.needles_in(4)
    needling.type_count("session.count_in.2", text)
    assert needling.session().count_in == 4
    (card,) = needling.view.cards
    assert card.inserted.count == 4


def test_time_passes_on_the_clock_that_is_handed_in(needling: Needling) -> None:
    needling.needles_in()
    needling.tap("session.retain.2")
    needling.pass_time(minutes=13, seconds=48)
    (card,) = needling.view.cards
    assert card.ring.face.digits == "06:12"
    needling.pass_time(minutes=7, seconds=36)
    assert card.face.alarm
    needling.tap("session.silence.2")
    assert needling.session().silenced_until is not None
    assert card.face.alarm
    needling.tap("session.add_5.2")
    needling.pass_time(seconds=0)
    assert not card.face.alarm


def test_what_another_window_did_is_shown(needling: Needling) -> None:
    needling.take_out()
    Sessions(needling.clinic.practitioner).one_more_out(needling.knee.visit_id, 1)
    (card,) = needling.view.cards
    assert card.removed.count == 1


def test_everything_tapped_with_needles_in_is_large(needling: Needling) -> None:
    needling.take_out()
    (card,) = needling.view.cards
    tapped = [
        b for b in card.findChildren(QPushButton) if b.isVisibleTo(card) and "flag" not in b.objectName()
    ]
    assert len(tapped) >= 6
    assert [b.objectName() for b in tapped if b.height() < 56 or b.width() < 56] == []


def test_calling_off_after_the_beginning_asks_why(needling: Needling) -> None:
    needling.prepare()
    needling.tap("session.begin.2")
    needling.view.wished.emit(Wish(Do.CALL_OFF, needling.knee.visit_id))
    assert needling.question is not None
    needling.tap("session.why_none.call_off")
    assert needling.state() is SessionState.GOING_IN
    needling.type("session.why_none.words", "Felt faint.")
    needling.tap("session.why_none.call_off")
    assert needling.state() is SessionState.CLOSED
    assert needling.view.shown == "over"


def test_a_number_typed_over_somebody_elses_count_is_refused_in_the_room(needling: Needling) -> None:
    needling.take_out()
    field = needling.control("session.count_out.2.number")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    needling.qtbot.keyClicks(field, "7")
    Sessions(needling.clinic.practitioner).one_more_out(needling.knee.visit_id, 1)
    needling.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert needling.session().count_out == 1
    (card,) = needling.view.cards
    assert "counted 1 meanwhile" in card.trouble.words.text()


def test_a_needle_that_never_went_in_is_reported_and_not_typed_away(needling: Needling) -> None:
    needling.take_out()
    needling.tap("session.count_in.2.less")
    assert needling.question is not None
    assert needling.question.objectName() == "session.missing"
    assert (needling.session().count_in, needling.session().corrections) == (NEEDLES, ())

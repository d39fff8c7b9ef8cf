"""The day on screen: what each role sees, checking in, rooms, and the clock on a card."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.clinic import Clinic
from acuchart.charting.flags import RiskFlags
from acuchart.charting.patients import Patients
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.clinic.adverse import Severity
from acuchart.clinic.chart import Column
from acuchart.clinic.clock import HandClock
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.needling import LeftInPlan, Needling, Stays
from acuchart.clinic.people import Name, Particulars, Patient
from acuchart.clinic.points import Side
from acuchart.clinic.visit import Reaction
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Tint
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.navigation import Step
from acuchart.screens.shell.reminders import Reminders
from acuchart.screens.today.board import ColumnView
from acuchart.screens.today.card import VisitCard, face_of
from acuchart.screens.today.presenter import TodayPresenter
from acuchart.screens.today.view import TodayPage
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.filled_forms import FAINTS, filled
from tests.helpers.form_answers import answers
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visible_texts import visible_texts


class Day:
    """The screen of the day of one person, on real records."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic, sitting: Sitting) -> None:
        self.clinic = clinic
        self.go = RecordingNavigator()
        self.background = InlineBackground()
        self.page = TodayPage()
        qtbot.addWidget(self.page)
        self.presenter = TodayPresenter(
            self.page,
            Today(sitting),
            Patients(sitting),
            Clinic(sitting),
            sitting.user,
            self.background,
            self.go,
            clinic.clock,
        )
        for signal, slot in (
            (self.page.searched, self.presenter.find),
            (self.page.check_in_wanted, self.presenter.check_in),
            (self.page.room_given, self.presenter.give_room),
            (self.page.taken_back, self.presenter.take_back),
            (self.page.card_opened, self.presenter.open_card),
            (self.page.reading_wanted, self.presenter.read_form),
            (self.page.day_moved, self.presenter.show_day),
            (self.page.register_wanted, self.presenter.register),
        ):
            signal.connect(slot)
        self.reminders = Reminders(
            self.page.reminders, Sessions(sitting), InlineBackground(), self.page.show_trouble, only_due=True
        )
        for heard in (self.presenter.heard, self.reminders.heard):
            clinic.bus.subscribe(heard)
        self.page.resize(1352, 796)
        self.page.show()
        self.presenter.open()
        self.reminders.open()

    def cards(self, column: Column) -> list[VisitCard]:
        holder = self.page.findChild(ColumnView, f"today.column.{column}")
        assert holder is not None
        return holder.cards

    def words(self) -> str:
        return " ".join(visible_texts(self.page))


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def mara(clinic: StaffedClinic) -> Patient:
    patient = Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), date(1985, 4, 2)))
    RiskFlags(clinic.practitioner).ask(
        patient.id, Flag(FlagKind.PACEMAKER, FlagState.YES), Flag(FlagKind.PACEMAKER)
    )
    return patient


@pytest.fixture
def visit(clinic: StaffedClinic, mara: Patient) -> UUID:
    return Today(clinic.desk).check_in(mara.id, clinic.practitioner.user.id)


def test_an_empty_day_says_how_to_begin(qtbot: QtBot, clinic: StaffedClinic) -> None:
    day = Day(qtbot, clinic, clinic.desk)
    assert "No one has arrived yet" in day.words()


def test_the_desk_sees_the_name_but_no_risk_and_no_reason(
    qtbot: QtBot, clinic: StaffedClinic, visit: UUID
) -> None:
    desk, treats = Day(qtbot, clinic, clinic.desk), Day(qtbot, clinic, clinic.practitioner)
    assert "Mara Ellison" in desk.words()
    assert "Pacemaker" not in desk.words()
    assert "visit 1" not in desk.words()
    assert "Pacemaker" in treats.words()


def test_a_form_that_waits_is_one_tap_away(
    qtbot: QtBot, clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    intake = filled(clinic, mara.id, answers({FAINTS: True}))
    day = Day(qtbot, clinic, clinic.practitioner)
    action = day.cards(Column.ARRIVED)[0].action
    assert action is not None
    assert action.text() == "Read intake"
    action.click()
    assert day.go.went == [("intake_review", intake)]
    assert [card.form_to_read for card in Today(clinic.desk).board(clinic.clock.today())] == [None]


def test_a_person_is_checked_in_from_the_search(qtbot: QtBot, clinic: StaffedClinic, mara: Patient) -> None:
    day = Day(qtbot, clinic, clinic.practitioner)
    qtbot.keyClick(day.page, Qt.Key.Key_N)
    search = day.page.window().findChild(SearchField, "today.check_in.search")
    assert search is not None
    found = day.page.window().findChild(QListWidget, "today.check_in.found")
    assert found is not None
    empty = found.grab().toImage()
    qtbot.keyClicks(search, "elli")
    qtbot.waitUntil(lambda: found.count() == 1)
    found.clear()
    assert found.grab().toImage() != empty, "the list says what comes only before anything is typed"
    qtbot.keyClicks(search, "s")
    qtbot.waitUntil(lambda: found.count() == 1)
    button = day.page.window().findChild(Button, "today.check_in.go")
    assert button is not None
    button.click()
    assert [card.card.patient_name for card in day.cards(Column.ARRIVED)] == ["Mara Ellison"]


def test_nobody_is_checked_in_twice_and_the_dialog_says_so(
    qtbot: QtBot, clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    day = Day(qtbot, clinic, clinic.practitioner)
    day.page.start_check_in()
    day.presenter.check_in(mara.id, clinic.practitioner.user.id)
    assert "open visit already" in " ".join(visible_texts(day.page.window()))
    assert len(day.cards(Column.ARRIVED)) == 1


def test_a_search_without_a_hit_offers_a_new_patient(qtbot: QtBot, clinic: StaffedClinic) -> None:
    day = Day(qtbot, clinic, clinic.desk)
    day.page.start_check_in()
    dialog = day.page.window().findChild(SearchField, "today.check_in.search")
    assert dialog is not None
    qtbot.keyClicks(dialog, "zzz")
    qtbot.waitUntil(lambda: "Nobody fits this" in " ".join(visible_texts(day.page.window())))
    button = day.page.window().findChild(Button, "today.check_in.new")
    assert button is not None
    button.click()
    assert day.go.went == [("registration", "zzz")]


def test_giving_a_room_moves_the_card_and_a_mistake_takes_it_away(
    qtbot: QtBot, clinic: StaffedClinic, visit: UUID
) -> None:
    day = Day(qtbot, clinic, clinic.desk)
    day.cards(Column.ARRIVED)[0].room_wanted.emit()
    menu = day.page.findChild(QMenu, "today.rooms")
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Room 2").trigger()
    assert [card.card.room for card in day.cards(Column.IN_ROOM)] == ["Room 2"]
    day.presenter.take_back(visit)
    assert day.cards(Column.IN_ROOM) == []
    menu.close()


def test_the_clock_of_a_card_turns_into_an_alarm(qtbot: QtBot, clinic: StaffedClinic, visit: UUID) -> None:
    Points(clinic.practitioner).prescribe(visit, (Needling("ST36", Side.BOTH, 2, 25),), ())
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(visit, "Room 1")
    sessions.begin(visit)
    sessions.count_in(visit, 2, 0)
    sessions.retain(visit, 20)
    day = Day(qtbot, clinic, clinic.practitioner)
    card = day.cards(Column.NEEDLES_IN)[0]
    assert card.tint.value == Tint.PLAIN.value
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(seconds=1, milliseconds=200))
    day.presenter.tick(clinic.clock.now())
    assert face_of(card.card, clinic.clock.now()).digits == "19:59"
    clinic.clock.forward(timedelta(minutes=21))
    day.presenter.tick(clinic.clock.now())
    assert card.tint.value == Tint.ALARM.value
    assert {text.property("ink") for text in card.findChildren(Text)} == {"onAlarm"}
    sessions.add_minutes(visit, 5)
    day.presenter.tick(clinic.clock.now())
    (card,) = day.cards(Column.NEEDLES_IN)
    assert "onAlarm" not in {text.property("ink") for text in card.findChildren(Text)}
    day.presenter.open_card(card.card)
    assert day.go.went == [("visit", visit, Step.NEEDLING)]


def test_a_removal_somebody_was_called_away_from_is_an_alarm_here_too(
    qtbot: QtBot, clinic: StaffedClinic, visit: UUID
) -> None:
    Points(clinic.practitioner).prescribe(visit, (Needling("ST36", Side.BOTH, 2, 25),), ())
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(visit, "Room 1")
    sessions.begin(visit)
    sessions.count_in(visit, 2, 0)
    sessions.remove(visit)
    day = Day(qtbot, clinic, clinic.practitioner)
    card = day.cards(Column.NEEDLES_IN)[0]
    assert isinstance(clinic.clock, HandClock)
    for minutes, tint in ((9, Tint.DUE), (1, Tint.ALARM)):
        clinic.clock.forward(timedelta(minutes=minutes))
        day.presenter.tick(clinic.clock.now())
        assert card.tint.value == tint.value


def test_a_past_day_is_only_looked_at(qtbot: QtBot, clinic: StaffedClinic, visit: UUID) -> None:
    day = Day(qtbot, clinic, clinic.practitioner)
    day.presenter.show_day(-1)
    assert "You are looking at" in day.words()
    day.presenter.show_day(5)
    assert "You are looking at" not in day.words()


def test_arrow_keys_walk_over_the_cards_and_enter_opens(
    qtbot: QtBot, clinic: StaffedClinic, visit: UUID
) -> None:
    day = Day(qtbot, clinic, clinic.practitioner)
    card = day.cards(Column.ARRIVED)[0]
    day.page.focus_first()
    qtbot.keyClick(day.page.window().focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert day.go.went == [("visit", visit, Step.FINDINGS)]


def seeded(clinic: StaffedClinic, visit: UUID) -> None:
    """Somebody goes home with an ear seed, and with a burn to be asked about two days later."""
    day = clinic.clock.today() + timedelta(days=2)
    seed = Needling("EX-HN1", Side.MIDLINE, 0, stays=LeftInPlan(Stays.EAR_SEED, "left ear", day))
    needle = Needling("ST36", Side.RIGHT, 1, 25)
    Points(clinic.practitioner).prescribe(visit, (needle, seed), ())
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(visit, "Room 1")
    sessions.begin(visit)
    sessions.count_in(visit, 1, 0)
    sessions.react(visit, Reaction.BURN, Severity.MILD, "Cooled with water.", day)
    sessions.remove(visit)
    sessions.count_out(visit, 1, 0)
    sessions.close(visit)


def test_what_was_left_in_comes_back_on_its_day(qtbot: QtBot, clinic: StaffedClinic, visit: UUID) -> None:
    seeded(clinic, visit)
    day, desk = Day(qtbot, clinic, clinic.practitioner), Day(qtbot, clinic, clinic.desk)
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(days=1))
    for board in (day, desk):
        board.reminders.tick(clinic.clock.now())
        assert board.page.reminders.isHidden()
    clinic.clock.forward(timedelta(days=1))
    for board in (day, desk):
        board.reminders.tick(clinic.clock.now())
        assert not board.page.reminders.isHidden()
    assert "Ear seed, left ear, out on" in day.words()
    assert "Cooled with water." in day.words()
    assert "ask the practitioner today" in desk.words()
    for word in ("seed", "ear", "burn", "cooled"):
        assert word not in " ".join(visible_texts(desk.page.reminders)).casefold().split()
    press(day.page, "today.taken_out.1")
    press(day.page.window(), "today.ask_taken_out.out")
    press(day.page, "today.asked.1")
    assert day.page.reminders.isHidden()
    assert desk.page.reminders.isHidden()


def press(where: QWidget, name: str) -> None:
    button = where.findChild(Button, name)
    assert button is not None
    button.click()


def test_visits_of_one_day_are_not_shown_under_another(
    qtbot: QtBot, clinic: StaffedClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, days = Day(qtbot, clinic, clinic.desk), list[date]()
    patient = Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), date(1985, 4, 2)))
    Today(clinic.desk).check_in(patient.id, clinic.practitioner.user.id)
    day.background.hold = True
    day.presenter.refresh()
    monkeypatch.setattr(
        day.page, "show_board", lambda cards, shown, *_more: days.extend([shown] * len(cards))
    )
    day.page.day_moved.emit(-1)
    day.background.release()
    assert days == []

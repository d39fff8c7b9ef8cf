"""The board of rooms of one sitting on real records, with twelve rooms."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.calls import RoomCalls
from acuchart.charting.clinic import Clinic
from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import HandClock
from acuchart.clinic.session import Session
from acuchart.screens.session.card import RoomCardWidget
from acuchart.screens.session.rooms_presenter import RoomsPresenter
from acuchart.screens.session.rooms_view import RoomsView
from acuchart.screens.shell.reminders import Reminders
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.navigator import RecordingNavigator


class Board:
    """The board of one sitting."""

    def __init__(self, clinic: StaffedClinic, sitting: Sitting, qtbot: QtBot) -> None:
        self.clinic, self.qtbot = clinic, qtbot
        self.go = RecordingNavigator()
        self.view = RoomsView(InlineBackground())
        qtbot.addWidget(self.view)
        self.presenter = RoomsPresenter(
            self.view, Sessions(sitting), RoomCalls(sitting), InlineBackground(), self.go
        )
        self.reminders = Reminders(
            self.view.reminders, Sessions(sitting), InlineBackground(), self.view.show_refused, only_due=False
        )
        for heard in (self.presenter.heard, self.reminders.heard):
            clinic.bus.subscribe(heard)
        self.view.resize(1352, 796)
        self.view.show()
        self.presenter.open()
        self.reminders.open()

    def card(self, key: str) -> RoomCardWidget:
        return next(card for card in self.view.cards if card.face.key == key)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.view, key)

    def tap(self, name: str) -> None:
        button = self.view.findChild(QPushButton, name)
        assert button is not None
        assert button.isVisibleTo(self.view)
        button.click()

    def tap_in_window(self, name: str) -> None:
        """Taps something of a question over the board."""
        button = self.view.window().findChild(QPushButton, name)
        assert button is not None
        button.click()

    def pass_time(self, **span: int) -> None:
        assert isinstance(self.clinic.clock, HandClock)
        self.clinic.clock.forward(timedelta(**span))
        self.presenter.tick(self.clinic.clock.now())


def twelve_rooms(tmp_path: Path) -> StaffedClinic:
    """A clinic with its staff and twelve rooms."""
    staffed = clinic_with_staff(tmp_path)
    rooms = tuple(f"Room {n}" for n in range(1, 13))
    details = Clinic(staffed.owner).details()
    Clinic(staffed.owner).change(replace(details, rooms=rooms))
    return staffed


def occupy(clinic: StaffedClinic, number: int, minutes: int = 20) -> KneeVisit:
    """Somebody rests in a room."""
    knee = knee_visit(clinic.owner)
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, f"Room {number}")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 4, 0)
    sessions.retain(knee.visit_id, minutes)
    return knee


def kept(clinic: StaffedClinic, knee: KneeVisit) -> Session:
    with clinic.owner.records.work() as work:
        session = work.sessions.of_visit(knee.visit_id)
    assert session is not None
    return session

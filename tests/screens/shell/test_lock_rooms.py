"""The rooms on the lock screen: many at once, and what is said where nobody can know them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.rooms import as_counted
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.single import Hold
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.text import ElidedText
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from acuchart.screens.shell.unlock.clock_side import ClockSide
from acuchart.screens.shell.unlock.timer_card import Form, TimerCard
from tests.helpers.clinic import StaffedClinic
from tests.helpers.opened_app import OpenedApp, opened
from tests.helpers.rooms_board import occupy, twelve_rooms


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    return twelve_rooms(tmp_path)


@pytest.fixture
def app(clinic: StaffedClinic, qapp: QApplication) -> Iterator[OpenedApp]:
    """Twelve rooms, the last one first to be up; locked again after an unlock."""
    for number in range(1, 13):
        occupy(clinic, number, 30 - number)
    made = opened(clinic, qapp)
    made.unlock(clinic.owner)
    made.app.shell.lock()
    yield made
    made.app.stop()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)])
def test_twelve_rooms_stand_on_the_lock_screen_at_once(
    app: OpenedApp, qapp: QApplication, size: tuple[int, int]
) -> None:
    app.app.window.resize(*size)
    app.app.window.show()
    qapp.processEvents()
    area = app.find(QScrollArea, "unlock.timers")
    bottoms = []
    for number in range(1, 13):
        card = app.find(QWidget, f"unlock.timer.{number}")
        bottoms.append(card.mapTo(area.viewport(), QPoint(0, card.height())).y())
    assert max(bottoms) <= area.viewport().height()
    rooms = [card.face.face.room for card in app.app.window.unlock.clocks.cards]
    assert rooms[:3] == ["Room 12", "Room 11", "Room 10"]


def test_few_rooms_stay_in_their_order_below_one_another(clinic: StaffedClinic, qapp: QApplication) -> None:
    for number in (1, 2, 3, 4):
        occupy(clinic, number, 30 - number)
    made = opened(clinic, qapp)
    made.unlock(clinic.owner)
    made.app.shell.lock()
    made.app.window.resize(1440, 900)
    made.app.window.show()
    qapp.processEvents()
    cards = made.app.window.unlock.clocks.cards
    assert [card.face.face.room for card in cards] == ["Room 1", "Room 2", "Room 3", "Room 4"]
    assert len({card.x() for card in cards}) == 1
    made.app.stop()


@pytest.mark.parametrize("content", [None, b"", b"{", b'[{"room": 3}]', b"\xff"])
def test_where_rooms_json_is_gone_nobody_says_that_nobody_lies(
    clinic: StaffedClinic, qapp: QApplication, content: bytes | None
) -> None:
    if content is not None:
        (clinic.folder / "rooms.json").write_bytes(content)
    made = opened(clinic, qapp)
    label = made.find(QLabel, "unlock.no_timers")
    assert label.text() == "Unlock to see which rooms are in use"
    made.unlock(clinic.owner)
    made.app.shell.lock()
    assert label.text() == "No timers running"
    made.app.stop()
    again = opened(clinic, qapp)
    assert again.find(QLabel, "unlock.no_timers").text() == "No timers running"
    again.app.stop()


def test_who_lies_is_shown_and_rings_though_nobody_can_unlock(
    clinic: StaffedClinic, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder became read-only, or its database is gone, while somebody lies."""
    occupy(clinic, 3, minutes=20)
    made = opened(clinic, qapp)
    made.unlock(clinic.owner)
    made.app.stop()

    def refused(_hold: Hold) -> None:
        raise ChartTrouble("The clinic folder is read-only.")

    monkeypatch.setattr(Hold, "take", refused)
    again = opened(clinic, qapp)
    assert again.app.unlock.broken
    (card,) = again.app.window.unlock.clocks.cards
    assert (card.face.face.room, card.face.face.digits) == ("Room 3", "20:00")
    again.forward(timedelta(minutes=21))
    assert card.face.alarm
    assert len(again.bell.rung) == 1
    again.app.shell.silence("Room 3")
    assert card.face.silenced
    again.app.stop()


def test_nobody_says_that_nobody_lies_before_the_rooms_were_read(qtbot: QtBot) -> None:
    side = ClockSide()
    qtbot.addWidget(side)
    label = side.findChild(QLabel, "unlock.no_timers")
    assert label is not None
    assert label.isHidden()
    side.show_rooms(())
    assert not label.isHidden()


def test_rooms_are_named_as_people_count_them(clinic: StaffedClinic) -> None:
    for number in (10, 2, 1):
        occupy(clinic, number)
    with pytest.raises(ChartTrouble, match="Room 1, Room 2, Room 10: count"):
        Sessions(clinic.owner).end_day()
    clinic.close()
    assert sorted(["B 2", "b 10", "A", "2", "10"], key=as_counted) == ["2", "10", "A", "B 2", "b 10"]


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize(("width", "form"), [(616, Form.LOW), (672, Form.HIGH), (360, Form.TINY)])
def test_neither_room_nor_time_is_cut_beside_the_bell(
    qtbot: QtBot, width: int, form: Form, size: TextSize
) -> None:
    """Half an hour over is longer than it looks on the day the card is drawn."""
    ThemeHolder.of_app().use(Tone.LIGHT, size)
    face = RoomFace(TimerFace("Room 12", -84, 1200, Mood.ALARM), "time is up", silenced=False, visit_id=None)
    card = TimerCard(face, 1)
    qtbot.addWidget(card)
    card.set_form(form)
    card.setFixedWidth(width)
    card.show()
    for seconds in (-84, -1674, -4000):
        card.show_face(replace(face, face=replace(face.face, seconds_left=seconds)))
        QApplication.processEvents()
        room, time = card.findChild(ElidedText), card.findChild(DigitTime)
        assert room is not None
        assert time is not None
        assert room.shown_text() == "Room 12"
        assert time.width() >= time.sizeHint().width()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)

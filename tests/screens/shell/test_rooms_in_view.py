"""The rooms cannot be forgotten: lock screen, restart, calls, edge, small board, the end of the day."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from acuchart.alarming import Alarming
from acuchart.charting.calls import RoomCalls
from acuchart.charting.clocks import beat, clocks_before_unlocking
from acuchart.charting.session import Sessions
from acuchart.clinic.clock import HandClock
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.session import SessionState
from acuchart.clinic.steady_clock import SteadyClock
from acuchart.records.clock_file import read_beat
from acuchart.records.silenced_file import waiting_silenced
from acuchart.records.work import Records
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.shell.alarm_edge import BREATH_MS, FAINTEST, HEIGHT_MUTE, STEP_MS, AlarmEdge
from acuchart.screens.shell.alarm_ground import AlarmGround
from acuchart.screens.shell.bell import SilentBell
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.mini_board import MiniBoard
from acuchart.screens.shell.navigation import Step
from acuchart.screens.shell.outside import Outside
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.rooms_watch import face_of
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import format_time
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.opened_app import OpenedApp, opened
from tests.helpers.records import MORNING
from tests.helpers.visible_texts import visible_texts

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    return clinic_with_staff(tmp_path)


@pytest.fixture
def lying(clinic: StaffedClinic) -> KneeVisit:
    """Somebody rests in room 2 for twenty minutes."""
    knee = knee_visit(clinic.owner)
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 7, 0)
    sessions.retain(knee.visit_id, 20)
    return knee


@pytest.fixture
def app(clinic: StaffedClinic, lying: KneeVisit, qapp: QApplication) -> Iterator[OpenedApp]:
    made = opened(clinic, qapp)
    made.unlock(clinic.owner)
    yield made
    made.app.stop()


def again(app: OpenedApp, qapp: QApplication) -> OpenedApp:
    """The application ended and was started anew; it is locked."""
    app.app.stop()
    fresh = opened(app.clinic, qapp)
    app.app, app.bell, app.background = fresh.app, fresh.bell, fresh.background
    return app


def acts(clinic: StaffedClinic) -> list[str]:
    records = Records.open(clinic.folder, clinic.owner.key, clinic.clock)
    try:
        with records.work() as work:
            return [event.act for event in work.audit.all()]
    finally:
        records.close()


def test_time_alone_changes_rooms_json_and_the_record(app: OpenedApp) -> None:
    app.forward(20 * MINUTE)
    (shown,) = clocks_before_unlocking(app.clinic.folder)
    assert shown.state.value == "time_up"
    assert "session.time_up" in acts(app.clinic)


def test_a_bell_silenced_before_the_unlock_outlives_a_crash(app: OpenedApp, qapp: QApplication) -> None:
    app.forward(21 * MINUTE)
    locked = again(app, qapp)
    locked.app.shell.silence("Room 2")
    (waiting,) = waiting_silenced(locked.clinic.folder)
    assert waiting.room == "Room 2"
    after = again(locked, qapp)
    after.unlock(after.clinic.owner)
    assert "alarm.silenced_while_locked" in acts(after.clinic)
    assert waiting_silenced(after.clinic.folder) == ()


def test_after_a_restart_the_clock_that_was_set_is_told(
    app: OpenedApp, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "this start")
    clock = app.clinic.clock
    assert isinstance(clock, HandClock)
    beat(app.clinic.folder, SteadyClock(clock))
    clock.forward(5 * MINUTE)
    clock.instant += timedelta(hours=1)
    locked = again(app, qapp)
    (face,) = locked.app.watch.faces
    assert not face.alarm
    assert face.face.seconds_left == 15 * 60
    assert "The clock of this PC was set on by 1:00:00." in locked.app.window.unlock.clocks.clock_line.words
    assert locked.app.window.unlock.sign_in.line.text().startswith("AcuChart was closed for 5 min.")
    locked.unlock(locked.clinic.owner)
    line = locked.app.window.frame.clock
    assert "The clock of this PC was set on by 1:00:00." in line.words
    assert "not running" not in line.words


def test_after_a_power_cut_every_screen_says_since_when_nobody_watched(
    app: OpenedApp, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = app.clinic.clock
    assert isinstance(clock, HandClock)
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "one start")
    beat(app.clinic.folder, SteadyClock(clock))
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "another start")
    since = format_time(clock.now())
    clock.forward(98 * MINUTE)
    clock.ticks = 60.0
    locked = again(app, qapp)
    words = f"AcuChart was not running from {since} to {format_time(clock.now())} by this PC's clock; 1 min"
    assert locked.app.window.unlock.sign_in.line.text().startswith(words)
    assert locked.app.watch.faces[0].alarm
    locked.unlock(locked.clinic.owner)
    line = locked.app.window.frame.clock
    assert line.words.startswith(words)
    locked.app.watch.watch(())
    assert line.words == ""


def test_after_a_power_cut_it_is_said_how_much_of_it_is_certain(
    app: OpenedApp, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = app.clinic.clock
    assert isinstance(clock, HandClock)
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "one start")
    beat(app.clinic.folder, SteadyClock(clock))
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "another start")
    clock.forward(98 * MINUTE)
    clock.ticks = 7.5 * 60
    locked = again(app, qapp)
    words = locked.app.window.unlock.sign_in.line.text()
    assert "by this PC's clock; 7 min of that are certain." in words
    assert words.endswith("If that clock is wrong, so are the times of the rooms.")


def test_without_rooms_json_the_clock_that_was_set_is_told_at_the_unlock(
    app: OpenedApp, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "this start")
    clock = app.clinic.clock
    assert isinstance(clock, HandClock)
    beat(app.clinic.folder, SteadyClock(clock))
    (app.clinic.folder / "rooms.json").unlink()
    clock.forward(5 * MINUTE)
    clock.instant -= timedelta(hours=1)
    locked = again(app, qapp)
    assert not locked.app.watch.faces
    locked.unlock(locked.clinic.owner)
    (face,) = locked.app.watch.faces
    assert face.face.seconds_left == 15 * 60
    assert "The clock of this PC was set back by 1:00:00." in locked.app.window.frame.clock.words
    assert "The lock screen showed another state of Room 2." in " ".join(visible_texts(locked.app.window))


def test_without_rooms_json_it_is_said_since_when_nobody_watched(
    app: OpenedApp, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = app.clinic.clock
    assert isinstance(clock, HandClock)
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "one start")
    beat(app.clinic.folder, SteadyClock(clock))
    monkeypatch.setattr("acuchart.charting.clocks.boot_id", lambda: "another start")
    (app.clinic.folder / "rooms.json").write_bytes(b"{")
    clock.forward(30 * MINUTE)
    clock.ticks = 1.0
    locked = again(app, qapp)
    locked.unlock(locked.clinic.owner)
    assert "AcuChart was not running from" in locked.app.window.frame.clock.words
    assert locked.app.watch.faces[0].alarm


def test_rooms_prepared_later_are_not_told_of_a_time_nobody_lay_in(
    clinic: StaffedClinic, qapp: QApplication
) -> None:
    locked = opened(clinic, qapp)
    beat(clinic.folder, SteadyClock(clinic.clock))
    locked.unlock(clinic.owner)
    assert locked.app.watch.unknown_rooms is None
    locked.app.stop()


def test_the_clock_is_written_down_before_the_rooms_and_forgotten_after_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut between both must not leave rooms behind of which nobody knows when the clock was right."""
    clock = HandClock(MORNING)
    alarming = Alarming(clock, SilentBell(), threaded=False)
    alarming.open(tmp_path)
    alarming.keep(tmp_path)
    kept: list[bool] = []
    monkeypatch.setattr(
        "acuchart.charting.clocks.write_clocks",
        lambda folder, _clocks, _now: kept.append(read_beat(folder) is not None),
    )
    lying = RoomClock("Room 2", SessionState.RETENTION, MORNING + 20 * MINUTE, minutes=20)
    alarming.watch.watch((lying,))
    assert kept[-1]
    alarming.watch.watch(())
    assert read_beat(tmp_path) is None
    alarming.watch.watch((lying,))
    assert kept[-1]
    alarming.stop()


def test_where_no_beat_was_written_that_is_said(app: OpenedApp, qapp: QApplication) -> None:
    (app.clinic.folder / "logs" / "clock.json").unlink(missing_ok=True)
    locked = again(app, qapp)
    assert "it is not known since when" in locked.app.window.unlock.sign_in.line.text()
    locked.unlock(locked.clinic.owner)
    assert "it is not known since when" in locked.app.window.frame.clock.words


def test_before_unlocking_the_ring_shows_no_share_it_cannot_know(app: OpenedApp, qapp: QApplication) -> None:
    locked = again(app, qapp)
    (face,) = locked.app.watch.faces
    assert (face.face.fraction, face.caption) == (0.0, "left")
    locked.unlock(locked.clinic.owner)
    assert locked.app.watch.faces[0].face.fraction == 1.0


@pytest.mark.parametrize("who", ["owner", "desk"])
def test_a_call_stands_on_every_screen_until_someone_goes(
    clinic: StaffedClinic, lying: KneeVisit, qapp: QApplication, who: str
) -> None:
    RoomCalls(clinic.desk).raise_call("Room 2")
    made = opened(clinic, qapp)
    made.unlock(getattr(clinic, who))
    line = made.app.window.frame.calls
    assert line.words.startswith("Someone go to Room 2, asked at ")
    assert line.going.isHidden() is (who == "desk")
    if who == "owner":
        line.going.click()
        assert line.words == ""
        assert "room.call_answered" in acts(clinic)
    made.app.stop()


def test_the_day_does_not_end_while_somebody_lies(app: OpenedApp) -> None:
    app.app.shell.end_day()
    stay = app.app.window.findChild(Dialog, "stay")
    assert stay is not None
    assert "Room 2: count the needles out" in stay.sentence.plain
    assert not app.app.shell.locked


def test_the_day_ends_locked(clinic: StaffedClinic, qapp: QApplication) -> None:
    made = opened(clinic, qapp)
    made.unlock(clinic.desk)
    made.find(QPushButton, "top_bar.end_day").click()
    assert made.app.window.front is Front.LOCK
    assert "day.ended" in acts(clinic)
    made.app.stop()


def test_the_edge_breathes_slower_than_any_flash(qtbot: QtBot, app: OpenedApp) -> None:
    edge = app.app.window.findChild(AlarmEdge)
    assert edge is not None
    assert edge.isHidden()
    app.forward(21 * MINUTE)
    assert not edge.isHidden()
    assert BREATH_MS >= 1000
    steps = []
    for _step in range(BREATH_MS // STEP_MS):
        steps.append(edge.strength)
        edge.breathe()
    assert min(steps) >= FAINTEST - 1e-9
    # No step is a flash: a tenth of the strength at most.
    assert max(abs(a - b) for a, b in pairwise(steps)) < 0.1
    app.app.shell.silence("Room 2")
    assert edge.isHidden()


def test_where_no_bell_sounds_the_whole_bar_says_which_room_it_is(qtbot: QtBot, app: OpenedApp) -> None:
    edge = app.app.window.findChild(AlarmEdge)
    assert edge is not None
    frame = app.app.window.frame
    app.forward(21 * MINUTE)
    assert all(ground.isHidden() for ground in frame.findChildren(AlarmGround))
    title = frame.top_bar.heading
    frame.sound_wanted.emit(False)
    app.forward(MINUTE)
    ground = frame.top_bar.findChild(AlarmGround)
    assert ground is not None
    assert ground.size() == frame.top_bar.size()
    assert frame.top_bar.heading == (title[0], "Time is up: Room 2")
    alarm = ThemeHolder.of_app().theme.colour("alarm").name()
    picture = frame.top_bar.grab().toImage()
    corners = ((2, 2), (picture.width() - 3, picture.height() - 3))
    assert {picture.pixelColor(x, y).name() for x, y in corners} == {alarm}
    app.app.shell.silence("Room 2")
    assert frame.top_bar.heading == title
    assert ground.isHidden()


def test_beside_a_patient_the_bar_is_the_alarm_as_well(
    qtbot: QtBot, app: OpenedApp, lying: KneeVisit
) -> None:
    frame = app.app.window.frame
    assert app.app.shell.navigator is not None
    app.app.shell.navigator.to_visit(lying.visit_id, Step.NEEDLING)
    frame.sound_wanted.emit(False)
    app.forward(21 * MINUTE)
    assert frame.patient_bar.asked == "Time is up: Room 2"
    frame.sound_wanted.emit(True)
    app.forward(MINUTE)
    assert frame.patient_bar.asked != "Time is up: Room 2"


def test_on_the_lock_screen_the_edge_says_which_room_it_is(qtbot: QtBot, app: OpenedApp) -> None:
    edge = app.app.window.findChild(AlarmEdge)
    assert edge is not None
    app.app.window.frame.sound_wanted.emit(False)
    app.app.shell.lock()
    app.forward(21 * MINUTE)
    assert edge.words == "Room 2"
    assert edge.height() == HEIGHT_MUTE
    assert not edge.grab().isNull()


def test_the_small_board_shows_rooms_and_silences_them(qtbot: QtBot, app: OpenedApp) -> None:
    app.forward(21 * MINUTE)
    outside = app.app.alarming.outside
    assert isinstance(outside, Outside)
    mini = outside.mini
    assert mini.isHidden()
    app.app.window.frame.top_bar.mini.click()
    assert mini.isVisible()
    (card,) = mini.cards
    assert card.face.face.room == "Room 2"
    card.silence.click()
    assert app.app.watch.faces[0].silenced
    mini.close()
    assert not app.app.window.frame.top_bar.mini.isChecked()


def test_the_small_board_is_gone_with_the_program(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outside = Outside(window, lambda: None)
    mini = outside.mini
    assert isValid(mini)
    outside.close()
    assert not isValid(mini)


def test_while_a_patient_has_the_window_no_board_lies_over_it(app: OpenedApp) -> None:
    """On the only monitor it would cover the form, and its button would silence a bell."""
    outside, page = app.app.alarming.outside, Page()
    assert outside is not None
    app.app.window.frame.top_bar.mini.click()
    app.app.window.show_kiosk(page)
    assert outside.mini.isHidden()
    app.app.window.end_kiosk()
    assert outside.mini.isVisible()
    app.app.window.frame.top_bar.mini.click()
    app.app.window.show_kiosk(page)
    app.app.window.end_kiosk()
    assert outside.mini.isHidden()


def test_no_tray_is_no_trouble(qtbot: QtBot, app: OpenedApp) -> None:
    outside = app.app.alarming.outside
    assert isinstance(outside, Outside)
    assert isinstance(outside.mini, MiniBoard)
    outside.show_rooms([face_of(clock, app.clinic.clock.now()) for clock in app.app.watch.clocks])
    outside.show_rooms([])

"""The watch over all rooms: faces, bell and silence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from acuchart.clinic.clock import HandClock
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.session import SessionState
from acuchart.screens.parts.timer_face import Mood
from acuchart.screens.shell.bell import SilentBell
from acuchart.screens.shell.rooms_watch import RoomFace, RoomsWatch, face_of
from tests.helpers.records import MORNING

SECOND = timedelta(seconds=1)


def a_clock(room: str, left: timedelta) -> RoomClock:
    return RoomClock(room, SessionState.RETENTION, MORNING + left, minutes=20)


def a_watch(*clocks: RoomClock) -> tuple[RoomsWatch, HandClock, SilentBell]:
    time, bell = HandClock(MORNING), SilentBell()
    watch = RoomsWatch(time, bell)
    watch.watch(clocks)
    return watch, time, bell


def test_a_running_time_shows_its_last_second_until_it_is_over() -> None:
    clock = a_clock("1", timedelta(milliseconds=400))
    assert face_of(clock, MORNING).face.digits == "00:01"
    over = face_of(clock, MORNING + timedelta(milliseconds=900))
    assert over.alarm
    assert over.face.seconds_left == 0
    assert face_of(clock, MORNING + timedelta(seconds=84.4)).face.digits == "+1:24"


def test_an_unknown_length_is_not_made_up() -> None:
    face = face_of(RoomClock("1", SessionState.RETENTION, MORNING + 600 * SECOND), MORNING)
    assert face.caption == "left"
    assert face.face.mood is Mood.RUNNING


def test_since_when_needles_go_in_is_not_made_up() -> None:
    """Before anybody has unlocked after a crash: a clock that stands at 00:00 would be a lie."""
    for state in (SessionState.GOING_IN, SessionState.COMING_OUT, SessionState.COUNTED):
        face = face_of(RoomClock("1", state), MORNING).face
        assert (face.digits, "time not known" in face.spoken) == ("–:–", True)
        assert face_of(RoomClock("1", state, since=MORNING), MORNING + SECOND).face.digits == "+0:01"


def test_listeners_hear_only_when_a_face_changed() -> None:
    watch, time, _bell = a_watch(a_clock("1", 60 * SECOND))
    heard: list[Sequence[RoomFace]] = []
    watch.listeners.append(heard.append)
    watch.tick()
    time.forward(timedelta(milliseconds=200))
    watch.tick()
    time.forward(SECOND)
    watch.tick()
    assert len(heard) == 1


def test_the_bell_sounds_every_eight_seconds_until_silenced_and_then_softer() -> None:
    watch, time, bell = a_watch(a_clock("1", timedelta(0)))
    for _second in range(80):
        time.forward(SECOND)
        watch.tick()
    assert bell.rung == [0.55] * 3 + [0.7] * 3 + [0.85] * 3 + [1.0] * 2
    watch.silence("1")
    for _second in range(179):
        time.forward(SECOND)
        watch.tick()
    assert len(bell.rung) == 11
    time.forward(SECOND)
    watch.tick()
    assert bell.rung[11] < 1.0
    assert watch.faces[0].alarm


def test_silencing_one_room_leaves_the_other_loud() -> None:
    watch, time, bell = a_watch(a_clock("1", timedelta(0)), a_clock("2", timedelta(0)))
    watch.silence("1")
    time.forward(80 * SECOND)
    watch.tick()
    assert bell.rung[-1] == 1.0
    assert [face.silenced for face in watch.faces] == [True, False]


def test_the_newest_alarm_is_the_one_that_came_last() -> None:
    watch, _time, _bell = a_watch(a_clock("old", -60 * SECOND), a_clock("new", -SECOND), a_clock("3", SECOND))
    assert watch.newest_alarm() == "new"
    watch.silence("new")
    assert watch.newest_alarm() == "old"
    watch.silence("old")
    assert watch.newest_alarm() == ""


def test_a_room_that_is_closed_falls_silent() -> None:
    watch, time, bell = a_watch(a_clock("1", timedelta(0)))
    watch.watch(())
    time.forward(60 * SECOND)
    watch.tick()
    assert len(bell.rung) == 1
    assert watch.faces == ()


def test_a_clock_set_back_silences_no_alarm_and_is_told() -> None:
    watch, time, bell = a_watch(a_clock("1", 60 * SECOND))
    time.forward(30 * SECOND)
    watch.tick()
    time.instant -= timedelta(hours=1)
    time.forward(30 * SECOND)
    watch.tick()
    assert watch.faces[0].alarm
    assert "The clock of this PC was set back by 1:00:00." in watch.set_words
    assert bell.rung == [0.55]
    watch.silence("1")
    time.instant -= timedelta(hours=2)
    time.forward(180 * SECOND)
    watch.tick()
    assert len(bell.rung) == 2


def test_a_clock_set_on_ends_no_retention_and_is_believed_when_no_needle_is_in() -> None:
    watch, time, bell = a_watch(a_clock("1", 60 * SECOND))
    time.instant += timedelta(hours=1)
    watch.tick()
    assert not watch.faces[0].alarm
    assert "The clock of this PC was set on by 1:00:00." in watch.set_words
    assert bell.rung == []
    watch.watch(())
    watch.watch((RoomClock("2", SessionState.RETENTION, time.now() + 60 * SECOND, minutes=20),))
    assert (watch.faces[0].face.seconds_left, watch.faces[0].caption) == (60, "left of 20 min")


def test_a_clock_that_was_set_is_told_though_no_time_on_show_has_changed() -> None:
    watch, time, _bell = a_watch(replace(a_clock("1", 60 * SECOND), paused_at=MORNING))
    heard: list[str] = []
    watch.listeners.append(lambda _faces: heard.append(watch.set_words))
    time.instant += timedelta(hours=1)
    watch.tick()
    assert heard == ["The clock of this PC was set on by 1:00:00. The rooms go on by the time that passed."]


def test_a_forgotten_removal_sounds_like_an_alarm() -> None:
    watch, time, bell = a_watch(RoomClock("1", SessionState.COMING_OUT, since=MORNING))
    time.forward(599 * SECOND)
    watch.tick()
    assert bell.rung == []
    time.forward(SECOND)
    watch.tick()
    assert (bell.rung, watch.faces[0].alarm, watch.newest_alarm()) == ([0.55], True, "1")
    watch.silence("1")
    assert watch.newest_alarm() == ""

"""Rooms with needles in are told without a passphrase, and nothing else is."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.rooms import RoomStrip
from acuchart.clinic.session import Session, SessionState, begin, pause, remove, retain, silence
from acuchart.records.rooms_file import FILE, read_rooms, write_rooms
from tests.helpers.records import MORNING

BEGUN = begin(Session(new_id(), new_id(), "Room 2", expected=7), new_id(), MORNING)
RESTING = retain(replace(BEGUN, count_in=7), MORNING, 20)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    paused = pause(replace(RESTING, room="Room 3"), MORNING + timedelta(minutes=5))
    write_rooms(tmp_path, [RESTING, paused], MORNING)
    assert read_rooms(tmp_path) == (
        RoomStrip("Room 2", SessionState.RETENTION, MORNING + timedelta(minutes=20)),
        RoomStrip(
            "Room 3", SessionState.RETENTION, MORNING + timedelta(minutes=20), MORNING + timedelta(minutes=5)
        ),
    )


def test_the_file_says_room_state_deadline_pause_and_alarm_only(tmp_path: Path) -> None:
    write_rooms(tmp_path, [RESTING], MORNING)
    (strip,) = json.loads((tmp_path / FILE).read_text())
    assert set(strip) == {"room", "state", "deadline", "paused_at", "alarm"}
    text = (tmp_path / FILE).read_text()
    assert str(RESTING.id) not in text
    assert str(RESTING.visit_id) not in text


def test_only_rooms_that_may_have_needles_in_are_told(tmp_path: Path) -> None:
    coming_out = remove(RESTING, new_id(), MORNING)
    sessions = [
        Session(new_id(), new_id(), "Room 1", 3),
        coming_out,
        replace(coming_out, room="Room 4", state=SessionState.CLOSED),
    ]
    write_rooms(tmp_path, sessions, MORNING)
    assert [(strip.room, strip.state) for strip in read_rooms(tmp_path)] == [
        ("Room 2", SessionState.COMING_OUT)
    ]
    write_rooms(tmp_path, [], MORNING)
    assert read_rooms(tmp_path) == ()


def test_the_alarm_sounds_when_time_is_up_unless_it_was_silenced(tmp_path: Path) -> None:
    late = MORNING + timedelta(minutes=20)
    write_rooms(tmp_path, [RESTING, silence(RESTING, late)], late)
    assert [strip.alarm for strip in read_rooms(tmp_path)] == [True, False]
    assert all(strip.time_up(late) for strip in read_rooms(tmp_path))


def test_time_left_goes_on_after_a_crash_and_stands_while_paused() -> None:
    strip = RoomStrip("Room 2", SessionState.RETENTION, MORNING + timedelta(minutes=20))
    assert strip.left(MORNING + timedelta(minutes=25)) == timedelta(minutes=-5)
    paused = replace(strip, paused_at=MORNING + timedelta(minutes=5))
    assert paused.left(MORNING + timedelta(hours=3)) == timedelta(minutes=15)
    assert not paused.time_up(MORNING + timedelta(hours=3))
    assert not RoomStrip("Room 2", SessionState.COMING_OUT).time_up(MORNING)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"{}",
        b"3",
        b"\xff\xfe",
        b"[1]",
        b'[{"room": "Room 1"}]',
        b'[{"room": "Room 1", "state": "asleep"}]',
        b'[{"room": "Room 1", "state": "retention", "deadline": "soon"}]',
        b'[{"room": "Room 1", "state": "retention", "deadline": "2026-11-20T09:00:00"}]',
        b'[{"room": "Room 1", "state": "retention", "patient": "somebody"}]',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_tells_nothing_and_does_not_fail(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert read_rooms(tmp_path) == ()


def test_no_file_and_no_folder_tell_nothing(tmp_path: Path) -> None:
    assert read_rooms(tmp_path) == read_rooms(tmp_path / "nowhere") == ()
    (tmp_path / FILE).mkdir()
    assert read_rooms(tmp_path) == ()

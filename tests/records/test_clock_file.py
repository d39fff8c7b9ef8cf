"""When the clocks went last, and which bells were silenced: small files that may be missing or damaged."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from acuchart.clinic.rooms import Silenced
from acuchart.clinic.steady_clock import Beat
from acuchart.records.clock_file import FILE, read_beat, remove_beat, write_beat
from acuchart.records.silenced_file import FILE as SILENCED
from acuchart.records.silenced_file import MOST, queue_silenced, silenced_told, waiting_silenced
from tests.helpers.records import MORNING

BEAT = Beat(MORNING, 12.5, "start")


def test_a_beat_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_beat(tmp_path, BEAT)
    assert read_beat(tmp_path) == BEAT
    later = replace(BEAT, at=MORNING + timedelta(seconds=5), ticks=17.5)
    write_beat(tmp_path, later)
    assert read_beat(tmp_path) == later
    assert set(json.loads((tmp_path / FILE).read_text())) == {"at", "ticks", "boot"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b"\xff", b'{"at": "2026-11-20T09:00:00"}'])
def test_a_damaged_beat_is_none(tmp_path: Path, content: bytes) -> None:
    assert read_beat(tmp_path) is None
    (tmp_path / "logs").mkdir()
    (tmp_path / FILE).write_bytes(content)
    assert read_beat(tmp_path) is None


def test_a_beat_that_was_taken_away_is_none(tmp_path: Path) -> None:
    write_beat(tmp_path, BEAT)
    remove_beat(tmp_path)
    assert read_beat(tmp_path) is None
    remove_beat(tmp_path)


def test_a_beat_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file is in the way")
    write_beat(tmp_path, BEAT)
    assert read_beat(tmp_path) is None


def test_silenced_bells_wait_until_they_are_told(tmp_path: Path) -> None:
    assert waiting_silenced(tmp_path) == ()
    queue_silenced(tmp_path, "Room 1", MORNING)
    queue_silenced(tmp_path, "Room 2", MORNING)
    assert waiting_silenced(tmp_path) == (Silenced("Room 1", MORNING), Silenced("Room 2", MORNING))
    silenced_told(tmp_path)
    assert waiting_silenced(tmp_path) == ()


def test_a_button_held_down_fills_no_disk(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    one = {"room": "Room 1", "at": MORNING.isoformat()}
    (tmp_path / SILENCED).write_text(json.dumps([one] * MOST))
    queue_silenced(tmp_path, "Room 9", MORNING)
    waiting = waiting_silenced(tmp_path)
    assert (len(waiting), waiting[-1].room) == (MOST, "Room 9")


@pytest.mark.parametrize("content", [b"{", b'{"room": 1}', b'[{"room": "Room 1", "patient": "somebody"}]'])
def test_a_damaged_list_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / SILENCED).write_bytes(content)
    assert waiting_silenced(tmp_path) == ()

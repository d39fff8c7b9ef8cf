"""The rooms with needles in, in the clear: read before anyone has unlocked, and after a crash.

For display alone; once the records are open, they decide.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from acuchart.clinic.room_clock import clock_of, strip_of
from acuchart.clinic.rooms import RoomStrip
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import read_whole, write_whole
from acuchart.records.shapes import plain, shaped, to_text

FILE = "rooms.json"


def write_rooms(folder: Path, sessions: Iterable[Session], now: datetime) -> None:
    """Writes down the rooms of the sessions in which needles may still be in.

    Raises:
        ChartTrouble: The disk is full or read-only; what was written before stands.
    """
    write_strips(folder, [strip_of(clock_of(session), now) for session in sessions if session.needles_in])


def write_strips(folder: Path, strips: Iterable[RoomStrip]) -> None:
    """Writes down rooms as they may be known without a passphrase.

    Raises:
        ChartTrouble: The disk is full or read-only; what was written before stands.
    """
    write_whole(folder / FILE, to_text(plain(tuple(strips))).encode())


def read_rooms(folder: Path) -> tuple[RoomStrip, ...]:
    """The rooms as last written down; none when the file is missing or damaged."""
    return _read(folder) or ()


def rooms_known(folder: Path) -> bool:
    """Whether the file is there and whole: without it nobody knows who lies before the records are open."""
    return _read(folder) is not None


def _read(folder: Path) -> tuple[RoomStrip, ...] | None:
    try:
        content = read_whole(folder / FILE)
        strips: tuple[RoomStrip, ...] = shaped(tuple[RoomStrip, ...], json.loads(content or b""))
    except (ChartTrouble, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return strips if all(_aware(strip) for strip in strips) else None


def _aware(strip: RoomStrip) -> bool:
    return all(instant is None or instant.tzinfo is not None for instant in (strip.deadline, strip.paused_at))

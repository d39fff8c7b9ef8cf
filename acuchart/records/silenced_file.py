"""Bells silenced while nobody was signed in, until the audit trail takes them: room and time alone."""

import json
from datetime import datetime
from pathlib import Path

from acuchart.clinic.rooms import Silenced
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import make_folder, read_whole, write_whole
from acuchart.records.shapes import plain, shaped, to_text

FILE = Path("logs") / "silenced.json"
MOST = 500
"""Kept at most, so that a button held down fills no disk."""


def queue_silenced(folder: Path, room: str, at: datetime) -> None:
    """Keeps one until somebody unlocks.

    Raises:
        ChartTrouble: The disk is full or read-only.
    """
    waiting = (*waiting_silenced(folder), Silenced(room, at))[-MOST:]
    make_folder((folder / FILE).parent)
    write_whole(folder / FILE, to_text(plain(waiting)).encode())


def waiting_silenced(folder: Path) -> tuple[Silenced, ...]:
    """Those kept, the earliest first; none when the file is missing or damaged."""
    try:
        content = read_whole(folder / FILE)
        waiting: tuple[Silenced, ...] = shaped(tuple[Silenced, ...], json.loads(content or b"[]"))
    except (ChartTrouble, ValueError, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(item for item in waiting if item.at.tzinfo is not None)


def silenced_told(folder: Path) -> None:
    """The audit trail holds them now."""
    write_whole(folder / FILE, b"[]")

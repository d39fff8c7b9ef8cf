"""When the clocks of the rooms were last seen going: read at the next start, to tell a clock that was set.

It lies with the logs and holds an instant, a tick and the number of the start of the PC, and nothing else.
"""

import json
from contextlib import suppress
from pathlib import Path

from acuchart.clinic.steady_clock import Beat
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import read_whole, write_whole
from acuchart.records.shapes import plain, shaped, to_text

FILE = Path("logs") / "clock.json"


def write_beat(folder: Path, beat: Beat) -> None:
    """Writes the beat. One that can't be written is none: the next start then believes the clock."""
    try:
        (folder / FILE).parent.mkdir(exist_ok=True)
        write_whole(folder / FILE, to_text(plain(beat)).encode())
    except (ChartTrouble, OSError):
        return


def remove_beat(folder: Path) -> None:
    """Takes the beat away. One that can't be taken away is only an old one."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


def read_beat(folder: Path) -> Beat | None:
    """The last beat; None where there is none that can be read."""
    try:
        content = read_whole(folder / FILE)
        beat: Beat | None = shaped(Beat, json.loads(content)) if content else None
    except (ChartTrouble, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return beat if beat is not None and beat.at.tzinfo is not None else None

"""Writes down a mistake of the program: where it happened, never what a patient said."""

import logging
import secrets
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from acuchart import __version__
from acuchart.clinic.clock import Clock
from acuchart.words import local

FILE = "acuchart.log"
_LARGEST = 512 * 1024
_KEPT = 4
_DEEPEST = 40


class BugLog:
    """A report has a number, the kind of error and the places in the program it came through.

    The words of an error are left out: they may hold what somebody typed.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._file = folder / FILE
        self._clock = clock

    def move_to(self, folder: Path) -> None:
        """Writes into another folder from now on."""
        self._file = folder / FILE

    @property
    def file(self) -> Path:
        """Where reports are written."""
        return self._file

    def report(self, error: BaseException) -> str:
        """Writes a report and returns its number."""
        now = local(self._clock.now())
        number = f"{now:%y%m%d-%H%M%S}-{secrets.token_hex(2).upper()}"
        self.note("\n".join([f"report {number}, AcuChart {__version__}", *_lines(error)]))
        return number

    def note(self, words: str) -> None:
        """Writes a line that is no report, such as a start or an end."""
        # A full or read-only disk must not turn one mistake into two.
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = RotatingFileHandler(self._file, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
            try:
                stamp = self._clock.now().isoformat(timespec="seconds")
                record = logging.LogRecord("acuchart", logging.ERROR, "", 0, f"{stamp} {words}", None, None)
                handler.emit(record)
            finally:
                handler.close()


def _lines(error: BaseException) -> list[str]:
    lines: list[str] = []
    shown: BaseException | None = error
    while shown is not None and len(lines) < _DEEPEST:
        lines.append(f"{type(shown).__module__}.{type(shown).__qualname__}")
        frames = traceback.extract_tb(shown.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        shown = shown.__cause__ or shown.__context__
    return lines


def _place(file: str) -> str:
    """A file by its last three parts, so that no name of a person in a home folder is written down."""
    return "/".join(Path(file).parts[-3:])

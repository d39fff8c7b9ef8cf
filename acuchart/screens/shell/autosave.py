"""Saves what is typed: a moment after the last key, at the latest a limit after the first. Knows no Qt."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator

Value = TypeVar("Value")

QUIET_MS = 600
"""A pause in typing after which is saved."""
LIMIT_MS = 1500
"""The longest an entry waits, so that a killed process loses less than two seconds of typing."""
AGAIN_MS = 10_000
"""After a failure the same entry is tried again."""


class Timer(Protocol):
    """One alarm that can be set anew; fires on the window's thread."""

    def start(self, ms: int, call: Callable[[], None]) -> None:
        """Sets the alarm, or moves it."""

    def stop(self) -> None:
        """Takes it back."""


class Autosave(Generic[Value]):
    """Keeps one part of a record written.

    `write(new, seen)` runs on the records thread and returns the value as kept; `seen` is the value last
    known to be in the database, so that a change from elsewhere is noticed and not overwritten.
    """

    def __init__(
        self,
        background: Background,
        go: Navigator,
        write: Callable[[Value, Value], Value],
        on_conflict: Callable[[ChartTrouble], None],
        quiet: Timer,
        limit: Timer,
    ) -> None:
        self._background = background
        self._go = go
        self._write = write
        self._on_conflict = on_conflict
        self._quiet = quiet
        self._limit = limit
        self._kept: Value | None = None
        self._waiting: Value | None = None
        self._writing = False

    @property
    def clean(self) -> bool:
        """Whether everything typed is written."""
        return self._waiting is None and not self._writing

    def start(self, kept: Value) -> None:
        """Begins with the value as it stands in the database."""
        self.stop()
        self._kept = kept

    def stop(self) -> None:
        """Forgets the value; call `flush` first to keep what is typed."""
        self._quiet.stop()
        self._limit.stop()
        self._kept = self._waiting = None

    def changed(self, value: Value) -> None:
        """Takes a new value from the screen."""
        first = self._waiting is None
        self._waiting = value
        self._quiet.start(QUIET_MS, self.flush)
        if first:
            self._limit.start(LIMIT_MS, self.flush)

    def flush(self) -> None:
        """Writes at once what waits."""
        if self._waiting is None or self._kept is None or self._writing:
            return
        value, seen = self._waiting, self._kept
        self._quiet.stop()
        self._limit.stop()
        self._waiting = None
        self._writing = True
        self._go.saving()
        self._background.run(
            self,
            lambda: self._write(value, seen),
            self._written,
            lambda trouble: self._failed(trouble, value),
        )

    def _written(self, kept: Value) -> None:
        self._writing = False
        self._kept = kept
        if self._waiting is None:
            self._go.saved()
        else:
            self.flush()

    def _failed(self, trouble: ChartTrouble, value: Value) -> None:
        self._writing = False
        if self._waiting is None:
            self._waiting = value
        self._go.not_saved(trouble.sentence, self.flush)
        self._limit.start(AGAIN_MS, self.flush)
        self._on_conflict(trouble)

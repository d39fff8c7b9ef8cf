"""Saves what is typed: a moment after the last key, at the latest a limit after the first. Knows no Qt."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _

Value = TypeVar("Value")

QUIET_MS = 600
"""A pause in typing after which is saved."""
LIMIT_MS = 1500
"""The longest an entry waits, so that a killed process loses less than two seconds of typing."""
AGAIN_MS = 10_000
"""After a failure the same entry is tried again."""


TRIES = 5
"""How often a value that came while another was being written is waited for."""


def once_written(
    owner: object,
    background: Background,
    flush: Callable[[], None],
    clean: Callable[[], bool],
    then: Callable[[], None],
    otherwise: Callable[[], None],
    tries: int = TRIES,
) -> None:
    """Goes on once everything typed is in the database, also what waits behind a value being written."""
    flush()

    def look(_none: None) -> None:
        if clean():
            then()
        elif tries:
            once_written(owner, background, flush, clean, then, otherwise, tries - 1)
        else:
            otherwise()

    background.run(owner, lambda: None, look)


class Timer(Protocol):
    """One alarm that can be set anew; fires on the window's thread."""

    def start(self, ms: int, call: Callable[[], None]) -> None:
        """Sets the alarm, or moves it."""

    def stop(self) -> None:
        """Takes it back."""


class Autosave(Generic[Value]):
    """Keeps one part of a record written.

    `write(new, seen)` runs on the records thread and returns the value as kept; `seen` is the value last
    known to be in the database, so that a change from elsewhere is noticed and not overwritten. Whatever
    comes of a write, the last value typed is kept here until it is in the database or `stop` forgets it.

    A failure is tried again by itself. After a change from elsewhere nothing is written until a person
    chooses: `settle` keeps what is here, `start` takes what is there. `on_conflict` hears of both kinds.
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
        self._in_hand: Value | None = None
        self._writing = False
        self._conflict = False
        self._troubled = False

    @property
    def clean(self) -> bool:
        """Whether everything typed is written."""
        return self._waiting is None and not self._writing

    @property
    def in_conflict(self) -> bool:
        """Whether a person has to choose between what is here and what is in the database."""
        return self._conflict

    @property
    def value(self) -> Value | None:
        """The part as last typed, or as it is in the database; None when it was never started."""
        newest = self._in_hand if self._waiting is None else self._waiting
        return self._kept if newest is None else newest

    def start(self, kept: Value) -> None:
        """Begins with the value as it stands in the database."""
        self.stop()
        self._kept = kept

    def stop(self) -> None:
        """Forgets the value; call `flush` first to keep what is typed."""
        self._still()
        self._kept = self._waiting = self._in_hand = None
        self._conflict = False
        self._well()

    def settle(self, theirs: Value) -> None:
        """A person chose what is here over `theirs`, which the database holds now."""
        if not self._conflict:
            return
        mine, self._waiting = self._waiting, None
        self._kept, self._conflict = theirs, False
        if mine is not None:
            self.changed(mine)

    def changed(self, value: Value) -> None:
        """Takes a new value from the screen."""
        first = self._waiting is None
        self._waiting = value
        if self._conflict:
            return
        self._quiet.start(QUIET_MS, self.flush)
        if first:
            self._limit.start(LIMIT_MS, self.flush)

    def flush(self) -> None:
        """Writes at once what waits."""
        if self._waiting is None or self._kept is None or self._writing or self._conflict:
            return
        value, seen = self._waiting, self._kept
        self._still()
        self._waiting, self._in_hand, self._writing = None, value, True
        self._go.saving()
        write = self._write
        self._background.run(
            self, lambda: write(value, seen), self._written, self._failed, broken=self._broken
        )

    def _written(self, kept: Value) -> None:
        self._writing, self._in_hand = False, None
        if self._kept is not None:
            self._kept = kept
        if self._waiting is None:
            self._troubled = False
            self._go.saved(self)
        else:
            self.flush()

    def _failed(self, trouble: ChartTrouble) -> None:
        if not self._take_back():
            return
        self._troubled = True
        self._still()
        if isinstance(trouble, ChangedElsewhere):
            self._conflict = True
            self._go.not_saved(self, trouble.sentence)
        else:
            self._limit.start(AGAIN_MS, self.flush)
            self._go.not_saved(self, trouble.sentence, self.flush)
        self._on_conflict(trouble)

    def _broken(self) -> None:
        """A mistake of the program, told elsewhere; what was typed must outlive it."""
        if self._take_back():
            self._troubled = True
            self._limit.start(AGAIN_MS, self.flush)
            self._go.not_saved(self, _("AcuChart made a mistake while saving."), self.flush)

    def _take_back(self) -> bool:
        """Has the value in hand wait again, unless a newer one does; False when it was forgotten."""
        value, self._in_hand, self._writing = self._in_hand, None, False
        if self._waiting is None:
            self._waiting = value
        return self._waiting is not None

    def _still(self) -> None:
        self._quiet.stop()
        self._limit.stop()

    def _well(self) -> None:
        """Nothing is left that could fail."""
        if self._troubled:
            self._troubled = False
            self._go.saved(self)

"""What the footer says about saving, over all screens together. Knows no Qt."""

from collections.abc import Callable
from typing import Protocol

from acuchart.clinic.clock import Clock
from acuchart.screens.shell.autosave import Timer
from acuchart.words import format_time

SLOW_MS = 300
"""Saving is mentioned only when it takes longer than this."""


class SavingView(Protocol):
    """Where the state of saving is shown."""

    def show_saved(self, time: str) -> None: ...
    def show_saving(self) -> None: ...
    def show_not_saved(self, sentence: str) -> None: ...


class Saving:
    """Saved, saving or not saved.

    Attributes:
        failed: The sentence of the last failure; empty while all is well.
    """

    def __init__(self, view: SavingView, clock: Clock, slow: Timer) -> None:
        self._view = view
        self._clock = clock
        self._slow = slow
        self.failed = ""
        self._again: Callable[[], None] | None = None

    def fresh(self) -> None:
        """Nothing was typed yet."""
        self._settle("")
        self._view.show_saved(format_time(self._clock.now()))

    def saving(self) -> None:
        """Something is being written."""
        self._slow.start(SLOW_MS, self._view.show_saving)

    def saved(self) -> None:
        """Everything is written."""
        self.fresh()

    def not_saved(self, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Writing failed; it is tried again."""
        self._settle(sentence)
        self._again = again
        self._view.show_not_saved(sentence)

    def try_again(self) -> None:
        """A person does not want to wait for the next try."""
        again, self._again = self._again, None
        if again is not None:
            again()

    def _settle(self, failed: str) -> None:
        self._slow.stop()
        self._again = None
        self.failed = failed

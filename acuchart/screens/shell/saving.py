"""What the footer says about saving, over all screens together. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from acuchart.clinic.clock import Clock
from acuchart.screens.shell.autosave import Timer
from acuchart.words import _, format_time

SLOW_MS = 300
"""Saving is mentioned only when it takes longer than this."""


class SavingView(Protocol):
    """Where the state of saving is shown."""

    def show_saved(self, time: str) -> None: ...
    def show_saving(self) -> None: ...
    def show_not_saved(self, sentence: str, retried: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a part is not written, and how it is tried again at once; None where a person has to choose."""

    sentence: str
    again: Callable[[], None] | None


class Saving:
    """Saved, saving or not saved: saved only when no part of any record is left unwritten.

    A part is whatever tells one from another; the one that failed is kept until it says itself that it is
    written, even when the screen it was typed on is gone.
    """

    def __init__(self, view: SavingView, clock: Clock, slow: Timer) -> None:
        self._view = view
        self._clock = clock
        self._slow = slow
        self._failures: dict[object, _Failure] = {}

    @property
    def failed(self) -> str:
        """The sentence of the last failure that still stands; empty while all is well."""
        return next((failure.sentence for failure in reversed(self._failures.values())), "")

    def fresh(self) -> None:
        """Somebody signed in: says how things stand."""
        self._slow.stop()
        self._show()

    def saving(self) -> None:
        """Something is being written."""
        if not self._failures:
            self._slow.start(SLOW_MS, self._view.show_saving)

    def saved(self, part: object) -> None:
        """Everything of this part is written."""
        self._slow.stop()
        self._failures.pop(part, None)
        self._show()

    def not_saved(self, part: object, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Writing a part failed; with `again` it is tried again, without it a person has to choose."""
        self._slow.stop()
        self._failures.pop(part, None)
        self._failures[part] = _Failure(sentence, again)
        self._show()

    def try_again(self) -> None:
        """A person does not want to wait for the next try."""
        for failure in tuple(self._failures.values()):
            if failure.again is not None:
                failure.again()

    def give_up(self) -> str:
        """The screens go, and what could not be written with them; returns what to say of it, if anything."""
        failed = self.failed
        self._failures.clear()
        lost = _("Something typed before the lock is not in the records. {why}")
        return lost.format(why=failed) if failed else ""

    def _show(self) -> None:
        last = next(reversed(self._failures.values()), None)
        if last is None:
            self._view.show_saved(format_time(self._clock.now()))
        else:
            self._view.show_not_saved(last.sentence, last.again is not None)

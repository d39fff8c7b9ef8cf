"""The screens of a sitting, made when they are first wanted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar, runtime_checkable

from acuchart.clinic.events import Event
from acuchart.screens.shell.navigation import Place, Presenter, Step
from acuchart.screens.shell.page import Page

Key = TypeVar("Key", Place, Step)


@runtime_checkable
class Ticking(Protocol):
    """A presenter that shows running times."""

    def tick(self, now: datetime) -> None:
        """A little time has passed: called a few times a second while the screen is shown."""


@dataclass(frozen=True)
class Screen:
    """A page, the presenters behind it, and how it is opened.

    `open` takes what its kind of screen needs: nothing for a place of the rail, a patient id for the chart, a
    visit id for a step, an intake id for a review, both ids for the form in the patient's hands.
    """

    page: Page
    presenters: tuple[Presenter, ...]
    open: Callable[..., None]
    in_front: Callable[..., None] | None = None
    """Shows one record in front: a visit on the board of rooms, a patient's particulars."""
    begin: Callable[[str], None] | None = None
    """Begins a new record from what was searched for in vain: a patient's registration."""

    def tick(self, now: datetime) -> None:
        """Tells those presenters that show running times."""
        for presenter in self.presenters:
            if isinstance(presenter, Ticking):
                presenter.tick(now)

    def heard(self, event: Event) -> None:
        """Tells every presenter."""
        for presenter in self.presenters:
            presenter.heard(event)

    def leave(self) -> None:
        """Has every presenter write what is unwritten."""
        for presenter in self.presenters:
            presenter.leave()


@dataclass
class Shelf(Generic[Key]):
    """How each screen is made, and those made so far."""

    makers: dict[Key, Callable[[], Screen]] = field(default_factory=dict)
    made: dict[Key, Screen] = field(default_factory=dict)

    def get(self, key: Key) -> Screen:
        """The screen; raises KeyError where there is none of that name."""
        if key not in self.made:
            self.made[key] = self.makers[key]()
        return self.made[key]

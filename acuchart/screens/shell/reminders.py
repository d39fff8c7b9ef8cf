"""Brings back on a board what was left in on purpose and which reaction to ask about. Knows no Qt."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from acuchart.charting.session import Sessions
from acuchart.clinic.adverse import FollowUp
from acuchart.clinic.events import Event, RemindersChanged
from acuchart.clinic.left_in import LeftIn
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background


class Heard(Protocol):
    """A signal of a view, as far as a presenter needs it."""

    def connect(self, slot: Callable[..., object], /) -> object: ...


class RemindersView(Protocol):
    """Where the reminders are shown."""

    @property
    def taken_out(self) -> Heard: ...
    @property
    def asked(self) -> Heard: ...

    def show_left_in(self, left_in: tuple[LeftIn, ...]) -> None: ...
    def show_follow_ups(self, due: tuple[FollowUp, ...]) -> None: ...


class Reminders:
    """The reminders of one board; `only_due` leaves out what comes out on a later day."""

    def __init__(
        self,
        view: RemindersView,
        sessions: Sessions,
        background: Background,
        refused: Callable[[str], None],
        only_due: bool,
    ) -> None:
        self._view = view
        self._sessions = sessions
        self._background = background
        self._refused = refused
        self._only_due = only_due
        self._read_on: date | None = None
        view.taken_out.connect(self._taken_out)
        view.asked.connect(self._asked)

    def open(self) -> None:
        """Reads what there is to remind of."""
        self._read_on = self._sessions.clock.today()
        self._background.run(self, self._sessions.left_in, self._show, self._trouble)
        if self._sessions.sitting.user.treats:
            self._background.run(self, self._sessions.follow_ups, self._view.show_follow_ups, self._trouble)

    def heard(self, event: Event) -> None:
        """Something was left in or came out, or somebody asked."""
        if isinstance(event, RemindersChanged):
            self.open()

    def leave(self) -> None:
        """Nothing is typed here."""

    def tick(self, now: datetime) -> None:
        """A board that stands open over night has the reminders of its day."""
        if self._read_on not in (None, self._sessions.clock.today()):
            self.open()

    def _show(self, left_in: tuple[LeftIn, ...]) -> None:
        today = self._sessions.clock.today()
        due = tuple(left for left in left_in if left.day is None or left.day <= today)
        self._view.show_left_in(due if self._only_due else left_in)

    def _taken_out(self, left: LeftIn) -> None:
        self._background.run(
            self, lambda: self._sessions.taken_out(left.session_id, left.number), None, self._trouble
        )

    def _asked(self, due: FollowUp) -> None:
        self._background.run(self, lambda: self._sessions.followed_up(due.event.id), None, self._trouble)

    def _trouble(self, trouble: ChartTrouble) -> None:
        self._refused(trouble.sentence)

"""The doorway to background work without threads, for presenters under test."""

import weakref
from collections.abc import Callable
from typing import Any, TypeVar

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Lane

T = TypeVar("T")


class InlineTicket:
    def __init__(self) -> None:
        self.cancelled = False
        self.done = False

    def cancel(self) -> None:
        self.cancelled = True
        self.done = True


class InlineBackground:
    """Does every job at once, or, with `hold=True`, when `release` is called, in the order given.

    Troubles nobody answers are kept in `troubles`. A bug is raised where the job was done.
    """

    def __init__(self, hold: bool = False) -> None:
        self.hold = hold
        self.troubles: list[ChartTrouble] = []
        self.lanes: list[Lane] = []
        self._held: list[Callable[[], None]] = []

    def run(
        self,
        owner: object,
        job: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[ChartTrouble], Any] | None = None,
        lane: Lane = Lane.RECORDS,
        broken: Callable[[], Any] | None = None,
    ) -> InlineTicket:
        self.lanes.append(lane)
        ticket = InlineTicket()
        owner_ref = weakref.ref(owner)
        self._held.append(lambda: self._do(ticket, owner_ref, job, then, otherwise, broken))
        if not self.hold:
            self.release()
        return ticket

    def post(self, owner: object, call: Callable[[], Any]) -> None:
        call()

    @property
    def waiting(self) -> int:
        """How many jobs are held back."""
        return len(self._held)

    def release(self) -> None:
        """Do everything held back, including what that hands in."""
        while self._held:
            self._held.pop(0)()

    def _do(
        self,
        ticket: InlineTicket,
        owner: "weakref.ref[object]",
        job: Callable[[], T],
        then: Callable[[T], Any] | None,
        otherwise: Callable[[ChartTrouble], Any] | None,
        broken: Callable[[], Any] | None,
    ) -> None:
        if ticket.cancelled:
            return
        try:
            result = job()
        except ChartTrouble as error:
            trouble = error
            self._answer(ticket, owner, lambda: (otherwise or self.troubles.append)(trouble))
        except Exception:
            self._answer(ticket, owner, lambda: broken() if broken else None)
            raise
        else:
            self._answer(ticket, owner, lambda: then(result) if then else None)

    def _answer(self, ticket: InlineTicket, owner: "weakref.ref[object]", answer: Callable[[], Any]) -> None:
        ticket.done = True
        if owner() is not None and not ticket.cancelled:
            answer()

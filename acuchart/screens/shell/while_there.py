"""The doorway to background work for the screens of one sitting. Knows no Qt."""

from collections.abc import Callable
from typing import Any, TypeVar

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background, Lane, Ticket

T = TypeVar("T")


class WhileThere:
    """Hands every job on; what comes of it after the screens are gone is told to nobody.

    A job that is on its way keeps its presenter alive, but not the page that would show the result.
    """

    def __init__(self, background: Background, there: Callable[[], bool]) -> None:
        self._background = background
        self._there = there

    def run(
        self,
        owner: object,
        job: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[ChartTrouble], Any] | None = None,
        lane: Lane = Lane.RECORDS,
        broken: Callable[[], Any] | None = None,
    ) -> Ticket:
        """See `Background.run`."""
        return self._background.run(
            owner,
            job,
            None if then is None else self._guarded(then),
            None if otherwise is None else self._guarded(otherwise),
            lane,
            None if broken is None else lambda: broken() if self._there() else None,
        )

    def post(self, owner: object, call: Callable[[], Any]) -> None:
        """See `Background.post`."""
        self._background.post(owner, lambda: call() if self._there() else None)

    def _guarded(self, then: Callable[[T], Any]) -> Callable[[T], Any]:
        return lambda told: then(told) if self._there() else None

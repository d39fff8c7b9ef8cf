"""Background work on two threads of Python, delivered through the event loop of Qt."""

import threading
import weakref
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Lane

T = TypeVar("T")
BUSY_AFTER_MS = 300


class QtTicket:
    """One job on its way. Only the thread of the window changes it, but for `begun`."""

    def __init__(
        self,
        owner: object,
        job: Callable[[], Any],
        then: Callable[[Any], Any] | None,
        otherwise: Callable[[ChartTrouble], Any] | None,
        lane: Lane,
        broken: Callable[[], Any] | None,
    ) -> None:
        self._owner = weakref.ref(owner)
        self.job: Callable[[], Any] | None = job
        self.then = then
        self.otherwise = otherwise
        self.broken = broken
        self.lane = lane
        self.cancelled = False
        self._done = False

    @property
    def done(self) -> bool:
        return self._done

    def cancel(self) -> None:
        self.cancelled = True
        self._done = True

    def finish(self) -> None:
        """Let go of everything the job held."""
        self._done = True
        self.job = self.then = self.otherwise = self.broken = None

    def is_wanted(self) -> bool:
        return not self.cancelled and owner_lives(self._owner)


def owner_lives(owner: "weakref.ref[object]") -> bool:
    """Tell whether the owner still exists, in Python and, if it is one of Qt's, in Qt."""
    alive = owner()
    if alive is None:
        return False
    return not isinstance(alive, QObject) or isValid(alive)


class QtBackground(QObject):
    """The doorway of the real application. Make it on the thread of the window.

    Signals:
        busy_changed: True once records work has lasted 300 ms, False when all of it is done.
    """

    busy_changed = Signal(bool)
    _ended = Signal(object, object, object)
    _posted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_trouble: Callable[[ChartTrouble], Any] | None = None
        self.on_bug: Callable[[BaseException], Any] | None = None
        self._open = True
        self._waiting = 0
        self._busy = False
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._say_busy)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._queues: dict[Lane, SimpleQueue[QtTicket | None]] = {lane: SimpleQueue() for lane in Lane}
        self._threads = [
            threading.Thread(
                target=self._work, args=(self._queues[lane],), name=f"acuchart-{lane}", daemon=True
            )
            for lane in Lane
        ]
        for thread in self._threads:
            thread.start()

    @property
    def busy(self) -> bool:
        """Whether records work has lasted longer than 300 ms."""
        return self._busy

    def run(
        self,
        owner: object,
        job: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[ChartTrouble], Any] | None = None,
        lane: Lane = Lane.RECORDS,
        broken: Callable[[], Any] | None = None,
    ) -> QtTicket:
        """See `Background.run`. Raises RuntimeError once the doorway is closed."""
        if not self._open:
            raise RuntimeError("background work was asked for after closing")
        ticket = QtTicket(owner, job, then, otherwise, lane, broken)
        if lane is Lane.RECORDS:
            self._count(+1)
        self._queues[lane].put(ticket)
        return ticket

    def post(self, owner: object, call: Callable[[], Any]) -> None:
        """See `Background.post`. May be called from any thread."""
        self._posted.emit(weakref.ref(owner), call)

    def close(self) -> None:
        """Finish every job already handed in, then end both threads. Undelivered results are dropped."""
        self._open = False
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join()
        self._busy_timer.stop()

    def _work(self, queue: "SimpleQueue[QtTicket | None]") -> None:
        while (ticket := queue.get()) is not None:
            result, error = _outcome(ticket)
            self._ended.emit(ticket, result, error)

    def _deliver(self, ticket: QtTicket, result: object, error: Exception | None) -> None:
        if ticket.lane is Lane.RECORDS:
            self._count(-1)
        then, otherwise, broken = ticket.then, ticket.otherwise, ticket.broken
        # What was on its way when the doorway closed finds no screen any more.
        wanted = self._open and ticket.is_wanted()
        ticket.finish()
        if isinstance(error, ChartTrouble):
            answer = (otherwise or self.on_trouble) if wanted else None
            if answer is not None:
                answer(error)
        elif error is not None:
            if wanted and broken is not None:
                broken()
            self._report(error)
        elif wanted and then is not None:
            then(result)

    def _report(self, error: Exception) -> None:
        """A bug is never swallowed, even when nobody waits for the result any more."""
        if self.on_bug is None:
            raise error
        self.on_bug(error)

    def _call(self, owner: "weakref.ref[object]", call: Callable[[], Any]) -> None:
        # As with results: after closing there is no screen that could show it.
        if self._open and owner_lives(owner):
            call()

    def _count(self, step: int) -> None:
        self._waiting += step
        if self._waiting and not self._busy_timer.isActive() and not self._busy:
            self._busy_timer.start()
        elif not self._waiting:
            self._busy_timer.stop()
            if self._busy:
                self._busy = False
                self.busy_changed.emit(False)

    def _say_busy(self) -> None:
        self._busy = True
        self.busy_changed.emit(True)


def _outcome(ticket: QtTicket) -> tuple[Any, Exception | None]:
    if ticket.cancelled or ticket.job is None:
        return None, None
    try:
        return ticket.job(), None
    except Exception as error:  # noqa: BLE001 - the doorway carries every error to the window's thread
        return None, error

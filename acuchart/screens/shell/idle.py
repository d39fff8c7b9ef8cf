"""Notices when nobody has used the PC for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from acuchart.clinic.clock import Clock

_USES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}
_LOOK_EVERY_MS = 1000


class IdleWatch(QObject):
    """Calls `locked` once after so many minutes without a key, a touch or a move of the mouse.

    `busy` tells whether the PC is in use anyway, as while a patient fills in a form.
    """

    def __init__(
        self, app: QApplication, clock: Clock, locked: Callable[[], None], busy: Callable[[], bool]
    ) -> None:
        super().__init__(app)
        self._clock = clock
        self._locked = locked
        self._busy = busy
        self._minutes = 0
        self._used_at = clock.monotonic()
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app.installEventFilter(self)

    def start(self, minutes: int) -> None:
        """Begins to watch."""
        self._minutes = minutes
        self._used_at = self._clock.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Watches no more."""
        self._timer.stop()

    def look(self) -> None:
        """Locks when the time is over."""
        if self._busy():
            self._used_at = self._clock.monotonic()
        elif self._timer.isActive() and self._clock.monotonic() - self._used_at >= self._minutes * 60:
            self.stop()
            self._locked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USES:
            self._used_at = self._clock.monotonic()
        return False

"""The alarm of `autosave.Timer`, on the event loop of Qt."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtTimer:
    """One alarm that can be set anew. It lives as long as its parent."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent, singleShot=True)
        self._timer.timeout.connect(self._ring)
        self._call: Callable[[], None] | None = None

    def start(self, ms: int, call: Callable[[], None]) -> None:
        """Sets the alarm, or moves it."""
        self._call = call
        self._timer.start(ms)

    def stop(self) -> None:
        """Takes it back."""
        self._timer.stop()
        self._call = None

    def _ring(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            call()

"""The keys always go somewhere: where what had the focus is gone, the screen in sight takes it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FocusHome(QObject):
    """Calls `home` when nothing in the active window has the focus any more; lives as long as the window."""

    def __init__(self, window: QWidget, home: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # Most of what lets go of the focus gives it on in the same breath.
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        elsewhere = QApplication.focusWidget() or QApplication.activePopupWidget()
        if elsewhere is None and self._window.isActiveWindow():
            self._home()

"""The keys always go somewhere, and never behind a question."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from acuchart.screens.parts.dialog import Dialog


class FocusHome(QObject):
    """Follows the focus in one window, as long as that lives.

    Where what had it is gone, `home` is called. What takes it while a dialog is open, because it was read and
    shown only now, gives it back: nobody types behind a question.
    """

    def __init__(self, window: QWidget, home: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # Most of what lets go of the focus gives it on in the same breath.
            QTimer.singleShot(0, self, self._look)
        elif now.window() is self._window:
            self._keep_in_dialog(old, now)

    def _keep_in_dialog(self, old: QWidget | None, now: QWidget) -> None:
        asked = [dialog for dialog in self._window.findChildren(Dialog) if dialog.isVisible()]
        if not asked or any(dialog is now or dialog.isAncestorOf(now) for dialog in asked):
            return
        if old is not None and old.isVisible() and asked[-1].isAncestorOf(old):
            old.setFocus()
        else:
            asked[-1].focusNextPrevChild(True)

    def _look(self) -> None:
        elsewhere = QApplication.focusWidget() or QApplication.activePopupWidget()
        if elsewhere is None and self._window.isActiveWindow():
            self._home()

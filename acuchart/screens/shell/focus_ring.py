"""The ring around what has the keyboard focus, shown only when the keyboard put it there."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from acuchart.screens.parts.painted import begin, draw_panel
from acuchart.screens.shell.theme import ThemeHolder

RADIUS_PROPERTY = "ringRadius"
"""A widget may set this property to the radius of its own corners."""

_WIDTH = 2
_OWN_BORDER = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_LED = "focusLedByKey"


class _Overlay(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.radius = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter: QPainter = begin(self)
        focus = ThemeHolder.of_app().theme.colour("focus")
        draw_panel(painter, QRectF(self.rect()), None, focus, self.radius, _WIDTH)
        painter.end()


class FocusRing(QObject):
    """Follows the focus through the whole application, as long as its parent lives.

    Qt marks a change by keyboard once, so there is one ring at a time.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._overlay: _Overlay | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    @property
    def target(self) -> QWidget | None:
        """The widget that has the ring, if any."""
        return self._target

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        by_keyboard = now is not None and self._was_keyboard(now)
        self._drop()
        if now is not None and by_keyboard and not isinstance(now, _OWN_BORDER):
            self._put_on(now)

    def _was_keyboard(self, now: QWidget) -> bool:
        """The window is marked, by Qt or by `focus_by_key`, when a key moves the focus; it is unmarked."""
        window, mark = now.window(), Qt.WidgetAttribute.WA_KeyboardFocusChange
        marked = window.testAttribute(mark) or bool(window.property(_LED))
        window.setAttribute(mark, False)
        window.setProperty(_LED, False)
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not pressed and (marked or self._target is not None)

    def _put_on(self, target: QWidget) -> None:
        self._target = target
        host = _host_of(target, self._reach)
        self._overlay = _Overlay(host)
        self._overlay.radius = self._radius_of(target)
        self._watch(target, host)
        self._place()
        self._overlay.show()
        self._overlay.raise_()

    @property
    def _reach(self) -> int:
        return ThemeHolder.of_app().theme.size("focusGap") + _WIDTH

    def _radius_of(self, target: QWidget) -> float:
        own = target.property(RADIUS_PROPERTY)
        usual = ThemeHolder.of_app().theme.radius("control")
        return float(own if own is not None else min(usual, target.height() / 2)) + self._reach

    def _watch(self, target: QWidget, host: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        target.destroyed.connect(partial(self._gone, id(target)))

    def _gone(self, which: int) -> None:
        """What the ring left long ago may go without taking it off what has it now."""
        if self._target is not None and id(self._target) == which:
            self._drop()

    def _place(self) -> None:
        if self._overlay is None or self._target is None:
            return
        host, target, reach = self._overlay.parentWidget(), self._target, self._reach
        if host is None:
            return
        corner = target.mapTo(host, QPoint(-reach, -reach))
        around = QRect(corner, target.size() + QSize(2 * reach, 2 * reach))
        # Where something scrolls as wide as it is, a ring around it would lose its sides.
        self._overlay.setGeometry(around.intersected(host.rect()))
        self._overlay.setVisible(target.isVisible())

    def _drop(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()
            self._overlay.deleteLater()
        self._overlay = self._target = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)


def _host_of(target: QWidget, reach: int) -> QWidget:
    """Return the nearest ancestor with room for the ring, but none beyond what a scroll area moves."""
    host = target.parentWidget()
    if host is None:
        return target
    while not host.isWindow():
        corner = target.mapTo(host, QPoint(-reach, -reach))
        room = host.rect()
        far = corner + QPoint(target.width() + 2 * reach - 1, target.height() + 2 * reach - 1)
        parent = host.parentWidget()
        scrolled = parent is not None and parent.objectName() == "qt_scrollarea_viewport"
        if parent is None or scrolled or (room.contains(corner) and room.contains(far)):
            break
        host = parent
    return host


def focus_by_key(widget: QWidget) -> None:
    """Moves the focus as Tab would, so that the ring shows where a key has led."""
    # Qt takes its own mark off where the focus is moved by a call.
    widget.window().setProperty(_LED, True)
    widget.setFocus(Qt.FocusReason.TabFocusReason)

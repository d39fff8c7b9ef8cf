"""A dialog over the window, only for what cannot be undone or must be answered."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.painted import begin, draw_panel, follow_theme
from acuchart.screens.parts.text import Paragraph, Text

PUT_AWAY = 2
"""How a dialog ends that nobody answered: the PC was locked."""


class Dialog(QDialog):
    """A panel over a scrim inside its window. `open()` shows it, `accept` and `reject` close it; Esc rejects.

    Fill `body`, and add buttons from left to right with `add_button`. While it is open the keyboard stays in
    it; only Alt with a figure (rooms) and Ctrl+L (lock) reach the window.

    Attributes:
        before: What had the focus, and gets it back.

    Signals:
        words_kept: name of a field and its words, which are in the records now.
    """

    words_kept = Signal(str, str)

    def __init__(
        self,
        window: QWidget,
        title: str,
        sentence: str = "",
        *,
        width: int = 480,
        name: str = "",
    ) -> None:
        self._host, self._asker = window.window(), window
        super().__init__(self._host)
        self.setObjectName(name)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(title)
        self.before: QWidget | None = None
        self._last: QWidget | None = None
        self._look = follow_theme(self.update)
        self.panel = Card(tint=Tint.RAISED, radius="panel", padding=(20, 24))
        self.panel.setFixedWidth(width)
        self.title = Text(title, "h3", wrap=True)
        self.sentence = Paragraph(sentence, "body", "ink2")
        self.body = QVBoxLayout()
        self.body.setSpacing(self._look.theme.space("sm"))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(self._look.theme.space("s"))
        self.buttons.addStretch(1)
        self._fill_panel()
        self.hide()

    def _fill_panel(self) -> None:
        self.panel.body.addWidget(self.title)
        self.panel.body.addWidget(self.sentence)
        if not self.sentence.plain:
            self.sentence.hide()
        self.panel.body.addLayout(self.body)
        self.panel.body.addLayout(self.buttons)
        outer = QVBoxLayout(self)
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignCenter)

    def add_button(self, button: QPushButton) -> None:
        """Add a button; the primary one comes last, at the right."""
        self._last = button
        self.buttons.addWidget(button)

    def open(self) -> None:
        """Show the dialog over the whole window and take the keyboard.

        What is asked too late, once another screen or the lock covers the one that asks, is put away.
        """
        if self._host.isVisible() and not self._asker.isVisible():
            self.put_away()
            return
        self._host.installEventFilter(self)
        self.before = self._host.focusWidget()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        first = next(iter(self._stops()), None)
        if first is not None and self.buttons.indexOf(first) >= 0:
            # Nothing is to be typed: Enter does what the dialog proposes.
            first = self._proposed() or first
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Closes without an answer; what was typed is asked again another time."""
        self.done(PUT_AWAY)

    def _proposed(self) -> QWidget | None:
        """The primary button, if there is one that can be used."""
        last = self._last
        usable = isinstance(last, Button) and last.variant is Variant.PRIMARY and last.isEnabled()
        return last if usable else None

    def done(self, result: int) -> None:
        self._host.removeEventFilter(self)
        super().done(result)
        # The keys of the page go on working where they did.
        before, self.before = self.before, None
        if before is None or not isValid(before) or not before.isVisible():
            self._let_go(self._host.focusWidget())
            return
        others = (one for one in self._host.findChildren(Dialog) if one is not self and one.isVisible())
        over = next((one for one in others if not one.isAncestorOf(before)), None)
        if over is None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            # The answer has opened the next dialog: nothing is typed behind it, and the place goes on to it.
            over.before = before

    def _let_go(self, focused: QWidget | None) -> None:
        """Nothing has the focus rather than what is hidden now."""
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not _passes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        now = self.focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """Everything inside that can have the focus, in the order of the chain, and the buttons last."""
        found, widget = list[QWidget](), self.nextInFocusChain()
        while widget is not None and widget is not self:
            tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if tabbed and self.isAncestorOf(widget) and widget.isVisibleTo(self) and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return sorted(found, key=lambda stop: self.buttons.indexOf(stop) >= 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_panel(painter, QRectF(self.rect()), self._look.theme.colour("scrim"))
        painter.end()


def _passes(event: QKeyEvent) -> bool:
    """Tell whether a key still reaches the window: silencing a room, or locking."""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return True
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() == Qt.Key.Key_L

"""Present, absent or not asked: three states that look different without colour."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_PAD = 12
_ICON = 13
_GAP = 5
_NEXT = {
    FindingState.NOT_ASKED: FindingState.PRESENT,
    FindingState.PRESENT: FindingState.ABSENT,
    FindingState.ABSENT: FindingState.NOT_ASKED,
}
_KEYS = {
    Qt.Key.Key_Plus: FindingState.PRESENT,
    Qt.Key.Key_Minus: FindingState.ABSENT,
    Qt.Key.Key_Delete: FindingState.NOT_ASKED,
    Qt.Key.Key_Backspace: FindingState.NOT_ASKED,
}


class ThreeStateChip(PaintedButton):
    """A finding that is present (filled, tick), absent (sunken, minus) or not asked (plain).

    A tap or Space goes to the next state; plus, minus and Delete choose one. Signals:
        state_chosen: the FindingState a person chose.
    """

    state_chosen = Signal(object)

    def __init__(
        self,
        text: str,
        state: FindingState = FindingState.NOT_ASKED,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, name=name, parent=parent)
        self.setProperty("ringRadius", 20)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.updateGeometry)
        self.clicked.connect(self._tapped)
        self.show_state(state)

    @property
    def state(self) -> FindingState:
        return self._state

    def show_state(self, state: FindingState) -> None:
        """Show a state without telling anybody."""
        self._state = state
        words = {
            FindingState.PRESENT: _("present"),
            FindingState.ABSENT: _("absent"),
            FindingState.NOT_ASKED: _("not asked"),
        }
        self.setAccessibleName(_("{label}: {value}").format(label=self.text(), value=words[state]))
        self.update()

    def _tapped(self) -> None:
        self._give(_NEXT[self._state])

    def _give(self, state: FindingState) -> None:
        if state is not self._state:
            self.show_state(state)
            self.state_chosen.emit(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = _KEYS.get(Qt.Key(event.key()))
        if state is not None:
            self._give(state)
        else:
            super().keyPressEvent(event)

    def _font(self) -> QFont:
        theme = self._look.theme
        return theme.sized_font("button" if self._state is FindingState.PRESENT else "body", 14 * theme.scale)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        words = text_width(theme.sized_font("button", 14 * theme.scale), self.text())
        return QSize(round(words + _ICON + _GAP + 2 * _PAD), theme.size("chip"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, state = self._look.theme, begin(self), self._state
        present, asked = state is FindingState.PRESENT, state is not FindingState.NOT_ASKED
        resting = "sunken" if asked else "surface"
        fill = "jadeTint2" if present else "hover" if self.underMouse() and self.isEnabled() else resting
        border = theme.colour("jade" if present else "control" if asked else "lineStrong")
        rect = QRectF(self.rect())
        draw_panel(painter, rect, theme.colour(fill), border, rect.height() / 2)
        plain = "ink" if self.isEnabled() else "inkDisabled"
        ink = theme.colour("jadeText" if present else "ink2" if asked else plain)
        width = text_width(self._font(), self.text()) + 1
        left = (rect.width() - width - (_ICON + _GAP if asked else 0)) / 2
        if asked:
            icon = "check" if present else "minus"
            paint_icon(painter, icon, QRectF(left, 0, _ICON, rect.height()), ink)
            left += _ICON + _GAP
        draw_text(painter, QRectF(left, 0, width, rect.height()), self.text(), self._font(), ink)
        painter.end()

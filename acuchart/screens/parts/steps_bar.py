"""The steps of a visit: done, current, still to come."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acuchart.screens.parts.painted import (
    Painted,
    begin,
    draw_dot,
    draw_panel,
    draw_text,
    follow_theme,
    text_width,
)
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.segmented import Option
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_CIRCLE = 24
_PAD = 10
_GAP = 8
_DASH = 16


class _Step(PaintedButton):
    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self._number = number
        self._done = False
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.updateGeometry)

    def show_state(self, done: bool, current: bool) -> None:
        self._done, self._current = done, current
        state = _("current step") if current else _("done") if done else _("to come")
        self.setAccessibleName(_("{label}: {value}").format(label=self.text(), value=state))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self._look.theme.font("buttonPrimary" if self._current else "button")

    def sizeHint(self) -> QSize:
        width = text_width(self._font(), self.text()) + _CIRCLE + _GAP + 2 * _PAD + 6
        return QSize(round(width), self._look.theme.size("button"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        fill = "jadeTint2" if self._current else "hover" if self.underMouse() and self.isEnabled() else ""
        if fill:
            draw_panel(painter, QRectF(self.rect()), theme.colour(fill), None, theme.radius("control"))
        self._paint_circle(painter)
        left = _PAD + _CIRCLE + _GAP
        ink = "jadeText" if self._current else "ink2" if self.isEnabled() else "inkDisabled"
        rect = QRectF(left, 0, self.width() - left, self.height())
        draw_text(painter, rect, self.text(), self._font(), theme.colour(ink))
        painter.end()

    def _paint_circle(self, painter: QPainter) -> None:
        theme = self._look.theme
        centre = QPointF(_PAD + _CIRCLE / 2, self.height() / 2)
        box = QRectF(_PAD, (self.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        none = QPen(Qt.PenStyle.NoPen)
        if self._done and not self._current:
            draw_dot(painter, centre, _CIRCLE / 2, theme.colour("jadeTint2"), none)
            paint_icon(painter, "check", box.adjusted(5, 5, -5, -5), theme.colour("jadeText"))
            return
        if self._current:
            draw_dot(painter, centre, _CIRCLE / 2, theme.colour("jade"), none)
        else:
            draw_dot(
                painter,
                centre,
                _CIRCLE / 2 - 0.5,
                theme.colour("surface"),
                QPen(theme.colour("lineStrong"), 1),
            )
        ink = theme.colour("onJade" if self._current else "ink2")
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, box, str(self._number), theme.sized_font("key", 12), ink, middle)


class StepsBar(Painted):
    """Numbered steps with a dash between them.

    Signals:
        chosen: the key of the step a person tapped.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[Option], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._steps: dict[str, _Step] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_DASH + 12)
        for number, option in enumerate(steps, start=1):
            step = _Step(number, option.text, self)
            step.setObjectName(f"{name}.{option.key}" if name else "")
            step.clicked.connect(lambda _on=False, key=option.key: self.chosen.emit(key))
            self._steps[option.key] = step
            row.addWidget(step)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_steps("", ())

    def show_steps(self, current: str, done: Collection[str]) -> None:
        """Show which step is the current one and which are done; an empty key is none."""
        for key, step in self._steps.items():
            step.show_state(key in done, key == current)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setPen(QPen(self.theme.colour("lineStrong"), 1))
        steps, y = list(self._steps.values()), self.height() // 2 + 0.5
        for step in steps[:-1]:
            x = step.geometry().right() + 7
            painter.drawLine(QPointF(x, y), QPointF(x + _DASH, y))
        painter.end()

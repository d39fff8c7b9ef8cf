"""Pain from 0 to 10 as one surface."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme
from acuchart.words import _

_STEPS = 11
_GAP = 3


class PainScale(QSlider):
    """Eleven steps to tap or slide over; keys 0 to 9, T for ten, arrows, and Delete to take the answer back.

    `value` shadows nothing of Qt's: the answer is `answer`, None while nobody answered. Signals:
        answered: the new answer 0 to 10, or None, once a tap or slide ended or a key was pressed.
    """

    answered = Signal(object)

    def __init__(
        self, label: str, *, large: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setRange(0, _STEPS - 1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = label
        self._large = large
        self._answer: int | None = None
        self._shown: int | None = None
        self._read_only = False
        self._look = follow_theme(self.updateGeometry)
        self.show_answer(None)

    @property
    def answer(self) -> int | None:
        return self._answer

    def show_answer(self, answer: int | None) -> None:
        """Show an answer without telling anybody.

        Raises:
            ValueError: if it is not 0 to 10.
        """
        if answer is not None and not 0 <= answer < _STEPS:
            raise ValueError(f"pain is 0 to 10, not {answer}")
        self._answer = self._shown = answer
        self.setValue(answer or 0)
        words = _("not answered") if answer is None else _("{n} of 10").format(n=answer)
        self.setAccessibleName(_("{label}: {value}").format(label=self._label, value=words))
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.update()

    def sizeHint(self) -> QSize:
        height = self._look.theme.size("buttonKiosk" if self._large else "button")
        return QSize(_STEPS * (self._look.theme.size("buttonSmall") if self._large else 32), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(_STEPS * 22, self.sizeHint().height())

    def step_at(self, x: float) -> int:
        """Return the step at a distance in px from the left edge."""
        return max(0, min(_STEPS - 1, int(x * _STEPS / max(1, self.width()))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._slide(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._slide(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._read_only:
            self._give(self.step_at(event.position().x()))

    def _slide(self, event: QMouseEvent) -> None:
        if not self._read_only:
            self._shown = self.step_at(event.position().x())
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted_by(event)
        if wanted is None and event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.ignore()
        elif not self._read_only:
            self._give(wanted)

    def _wanted_by(self, event: QKeyEvent) -> int | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.text().isdecimal() and event.text().isascii():
            return int(event.text())
        now = -1 if self._answer is None else self._answer
        steps = {
            Qt.Key.Key_T: _STEPS - 1,
            Qt.Key.Key_Left: max(0, now - 1),
            Qt.Key.Key_Down: max(0, now - 1),
            Qt.Key.Key_Right: min(_STEPS - 1, now + 1),
            Qt.Key.Key_Up: min(_STEPS - 1, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: _STEPS - 1,
        }
        return steps.get(Qt.Key(event.key()))

    def _give(self, answer: int | None) -> None:
        changed = answer != self._answer
        self.show_answer(answer)
        if changed:
            self.answered.emit(answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        cell = (self.width() + _GAP) / _STEPS
        for step in range(_STEPS):
            rect = QRectF(
                round(step * cell), 0, round((step + 1) * cell) - round(step * cell) - _GAP, self.height()
            )
            self._paint_step(painter, rect, step)
        painter.end()

    def _paint_step(self, painter: QPainter, rect: QRectF, step: int) -> None:
        theme, on = self._look.theme, step == self._shown
        fill = "jade" if on else "surface" if self._large else "sunken"
        border = theme.colour("lineStrong") if self._large and not on else None
        draw_panel(painter, rect, theme.colour(fill), border, theme.radius("seg"))
        font = theme.sized_font(
            "buttonPrimary" if on else "button", (20 if self._large else 15) * theme.scale
        )
        ink = theme.colour("onJade" if on else "ink" if self._large else "ink2")
        draw_text(painter, rect, str(step), font, ink, Qt.AlignmentFlag.AlignHCenter)

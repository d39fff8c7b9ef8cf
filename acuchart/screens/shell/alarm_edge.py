"""The upper edge of the window while a bell rings: it breathes slowly, far below what could harm anybody."""

from math import cos, pi

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_text

HEIGHT = 8
HEIGHT_MUTE = 26
"""While the sound is off and there is no bar that could, the edge says which room it is."""
BREATH_MS = 3000
"""One breath; three flashes a second are the limit for people with photosensitive epilepsy."""
STEP_MS = 100
FAINTEST = 0.45


class AlarmEdge(Painted):
    """Lies over its window; out of reach of the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "alarm_edge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._passed = 0
        self._words = ""
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self.breathe)
        self.hide()

    @property
    def words(self) -> str:
        """What the edge says; empty while the sound is on."""
        return self._words

    def ring(self, ringing: bool, words: str = "") -> None:
        """Show that a bell rings, or no longer; in words where it cannot be heard."""
        if words != self._words:
            self._words = words
            self._fit()
            self.update()
        if ringing != self.isHidden():
            return
        self.setVisible(ringing)
        self._fit()
        if ringing and motion_is_wanted():
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def strength(self) -> float:
        """How strong the colour is, 0 to 1."""
        wave = (1 + cos(2 * pi * self._passed / BREATH_MS)) / 2
        return FAINTEST + (1 - FAINTEST) * wave

    def breathe(self) -> None:
        """One small step of a breath."""
        self._passed = (self._passed + STEP_MS) % BREATH_MS
        self._fit()
        self.update()

    def _fit(self) -> None:
        holder: QObject | None = self.parent()
        if isinstance(holder, QWidget):
            self.setGeometry(0, 0, holder.width(), HEIGHT_MUTE if self._words else HEIGHT)
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour("alarm")
        colour.setAlphaF(self.strength)
        painter.fillRect(self.rect(), colour)
        if self._words:
            middle = Qt.AlignmentFlag.AlignHCenter
            font, ink = self.theme.font("button"), self.theme.colour("onAlarm")
            painter.fillRect(self.rect(), self.theme.colour("alarm"))
            draw_text(painter, QRectF(self.rect()), self._words, font, ink, middle)
        painter.end()


def motion_is_wanted() -> bool:
    """Whether the desktop wants anything to move."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

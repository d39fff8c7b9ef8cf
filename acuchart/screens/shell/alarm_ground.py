"""The bar above a screen while the sound is off and a bell would ring: all of it is the alarm."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.painted import Painted, begin


class AlarmGround(Painted):
    """Lies under everything in its bar, as large as the bar is."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__(bar, f"{bar.objectName()}.alarm_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.installEventFilter(self)
        self.hide()

    def fill(self, on: bool) -> None:
        """Fill the bar, or leave it as it is."""
        self._fit()
        self.setVisible(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        bar: QObject | None = self.parent()
        if isinstance(bar, QWidget):
            self.setGeometry(bar.rect())
            self.lower()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("alarm"))
        painter.end()

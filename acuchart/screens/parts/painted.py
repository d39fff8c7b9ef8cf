"""What every widget that paints itself needs: the theme, sharp panels and text."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from acuchart.screens.shell.theme import Theme, ThemeHolder


def follow_theme(restyle: Callable[[], None]) -> ThemeHolder:
    """Call a widget's own method each time the theme changes, and return the holder to read it from.

    The method must belong to the widget, so that Qt lets go of it together with the widget.
    """
    holder = ThemeHolder.of_app()
    holder.changed.connect(restyle)
    return holder


def refresh_style(widget: QWidget) -> None:
    """Have the style sheet look at the properties of a widget again. The widget keeps its own font.

    A widget that was never shown is left alone: it is looked at for the first time when it appears, and a
    style sheet that looks earlier would take its font away.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        own = widget.font()
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.setFont(own)


class Painted(QWidget):
    """A widget that paints itself from `self.theme` and is painted again when that changes."""

    def __init__(self, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = follow_theme(self._theme_changed)

    @property
    def theme(self) -> Theme:
        return self._look.theme

    def _theme_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take up what the theme gives besides painting, such as a fixed height."""


class Picture(QLabel):
    """Like `Painted`, for what is one picture to assistive technology: give it an accessible name.

    Qt tells of a label with a pixmap as a graphic, and of a bare widget as nothing in particular.
    """

    def __init__(self, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        clear = QPixmap(1, 1)
        clear.fill(Qt.GlobalColor.transparent)
        self.setPixmap(clear)
        self._look = follow_theme(self._theme_changed)

    @property
    def theme(self) -> Theme:
        return self._look.theme

    def _theme_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take up what the theme gives besides painting, such as a fixed height."""


def begin(widget: QWidget) -> QPainter:
    """Return an antialiasing painter on the widget; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def draw_panel(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    border: QColor | None = None,
    radius: float = 0.0,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Draw a rounded panel whose border lies wholly inside `rect`, on half pixels so that it is sharp."""
    half = width / 2 if border is not None else 0.0
    inner = rect.adjusted(half, half, -half, -half)
    pen = QPen(Qt.PenStyle.NoPen) if border is None else QPen(border, width)
    if dashed:
        pen.setDashPattern([4 / width, 3 / width])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    radius = max(0.0, min(radius - half, inner.width() / 2, inner.height() / 2))
    painter.drawRoundedRect(inner, radius, radius)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text, vertically in the middle, elided when `rect` is too narrow."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), shown)


def text_width(font: QFont, text: str) -> float:
    """Return the width of one line of text in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_dot(painter: QPainter, centre: QPointF, radius: float, fill: QColor | None, rim: QPen) -> None:
    """Draw a filled or hollow circle."""
    painter.setPen(rim)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawEllipse(centre, radius, radius)

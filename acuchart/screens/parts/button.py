"""Buttons in the variants and heights of the design."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from acuchart.screens.parts.button_look import MEASURES, Look, Size, Variant, look_of
from acuchart.screens.parts.key_caps import caps_width, draw_caps
from acuchart.screens.parts.painted import begin, draw_panel, follow_theme, text_width
from acuchart.screens.shell.icons import paint_icon


class Button(QPushButton):
    """A button that paints icon, words, an icon behind them and key caps.

    Signals:
        refused: the sentence that says what is missing, when a button that lacks something is tapped.
    """

    refused = Signal(str)

    def __init__(
        self,
        text: str = "",
        variant: Variant = Variant.PLAIN,
        *,
        icon: str = "",
        trailing: str = "",
        keys: Sequence[str] = (),
        size: Size = Size.NORMAL,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._variant = variant
        self._icon = icon
        self._trailing = trailing
        self._keys = tuple(keys)
        self._size = size
        self._missing = ""
        self._look = follow_theme(self._restyle)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(hint or text)
        self.setToolTip(hint)
        self._restyle()

    @property
    def variant(self) -> Variant:
        return self._variant

    def set_variant(self, variant: Variant) -> None:
        self._variant = variant
        self._restyle()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._restyle()

    def set_words(self, text: str) -> None:
        """Show other words and say them to assistive technology too."""
        self.setText(text)
        self.setAccessibleName(text)
        self._restyle()

    def set_missing(self, sentence: str) -> None:
        """Show the button as off; a tap says the sentence instead. An empty sentence turns it on again."""
        self._missing = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def missing(self) -> str:
        return self._missing

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def words_font(self) -> QFont:
        """Return the font of the words at the present theme."""
        role = "buttonPrimary" if self._variant in (Variant.PRIMARY, Variant.ALARM) else "button"
        return self._look.theme.sized_font(role, MEASURES[self._size].text * self._look.theme.scale)

    def sizeHint(self) -> QSize:
        height = self._look.theme.size(self._size)
        content = self._content_width()
        lone_icon = not self.text() and not self._keys
        return QSize(height if lone_icon else round(content + 2 * MEASURES[self._size].padding), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _content_width(self) -> float:
        measures = MEASURES[self._size]
        parts = [float(measures.icon) for shown in (self._icon, self._trailing) if shown]
        if self.text():
            parts.append(text_width(self.words_font(), self.text()) + 1)
        if self._keys:
            parts.append(caps_width(self._look.theme, self._keys))
        return sum(parts) + measures.gap * max(0, len(parts) - 1)

    def nextCheckState(self) -> None:
        if not self._missing:
            super().nextCheckState()

    def event(self, event: QEvent) -> bool:
        if self._missing and event.type() == QEvent.Type.MouseButtonRelease:
            self.setDown(False)
            self._refuse()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._missing and pressed:
            self._refuse()
        elif pressed and event.key() != Qt.Key.Key_Space:
            self.click()
        else:
            super().keyPressEvent(event)

    def _refuse(self) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self._missing, self)
        self.refused.emit(self._missing)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        enabled = self.isEnabled() and not self._missing
        look = look_of(self._variant, enabled, self.isDown(), self.underMouse())
        draw_panel(
            painter,
            QRectF(self.rect()),
            theme.colour(look.fill) if look.fill else None,
            theme.colour(look.border) if look.border else None,
            theme.radius("card" if self._size is Size.KIOSK else "control"),
            dashed=not enabled and self._variant is Variant.ALARM_LINE,
        )
        self._paint_content(painter, look)
        painter.end()

    def _paint_content(self, painter: QPainter, look: Look) -> None:
        theme, measures, ink = self._look.theme, MEASURES[self._size], self._look.theme.colour(look.ink)
        x = (self.width() - self._content_width()) / 2
        side, height = measures.icon, self.height()
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, 0, side, height), ink)
            x += side + measures.gap
        if self.text():
            width = text_width(self.words_font(), self.text()) + 1
            painter.setFont(self.words_font())
            painter.setPen(ink)
            painter.drawText(QRectF(x, 0, width, height), int(Qt.AlignmentFlag.AlignVCenter), self.text())
            x += width + measures.gap
        if self._trailing:
            paint_icon(painter, self._trailing, QRectF(x, 0, side, height), ink)
            x += side + measures.gap
        if self._keys:
            draw_caps(painter, theme, self._keys, x, height / 2, ink)

"""The figures of a pattern and what their colours mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from acuchart.screens.parts.painted import Picture, begin, draw_dot, draw_text, text_width
from acuchart.words import _

_DOT = 4.0
_GAP = 6


class Counts(Picture):
    """For, against and not asked, such as 9 · 1 · 2."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, for_: int, against: int, not_asked: int) -> None:
        """Show the figures."""
        self._parts = (for_, against, not_asked)
        said = _("{a} for, {b} against, {n} not asked")
        self.setAccessibleName(said.format(a=for_, b=against, n=not_asked))
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme
        wide = text_width(theme.font("key"), "00 · 0 · 00")
        return QSize(round(wide) + 2, theme.line("key"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        inks = ("jadeText", "ochreText", "ink2")
        x = float(self.width())
        for number in (2, 1, 0):
            count = self._parts[number]
            strong = number < 2 and count > 0
            font = theme.sized_font("buttonPrimary" if strong else "key", 12.5 * theme.scale)
            text = str(count)
            x -= text_width(font, text)
            ink = theme.colour(inks[number] if strong else "ink2")
            draw_text(painter, QRectF(x, 0, text_width(font, text) + 2, self.height()), text, font, ink)
            if number:
                x -= text_width(theme.font("key"), " · ")
                dot = QRectF(x, 0, 20, self.height())
                draw_text(painter, dot, " · ", theme.font("key"), theme.colour("ink2"))
        painter.end()


class Legend(Picture):
    """Words for the three colours of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self._words()))

    def _words(self) -> tuple[str, str, str]:
        return _("for"), _("against"), _("not asked")

    def sizeHint(self) -> QSize:
        font = self.theme.font("caption")
        wide = sum(text_width(font, word) + 2 * _DOT + 5 + _GAP for word in self._words())
        return QSize(round(wide), self.theme.line("caption"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = begin(self), 0.0
        for colour, word in zip(("jade", "ochre", ""), self._words(), strict=True):
            x = self._paint_word(painter, x, colour, word)
        painter.end()

    def _paint_word(self, painter: QPainter, x: float, colour: str, word: str) -> float:
        theme, font = self.theme, self.theme.font("caption")
        centre = QPointF(x + _DOT + 1, self.height() / 2)
        rim = QPen(theme.colour("control"), 1.2) if not colour else QPen(Qt.PenStyle.NoPen)
        draw_dot(painter, centre, _DOT, theme.colour(colour) if colour else None, rim)
        left, wide = x + 2 * _DOT + 5, text_width(font, word)
        draw_text(painter, QRectF(left, 0, wide + 2, self.height()), word, font, theme.colour("ink2"))
        return left + wide + _GAP

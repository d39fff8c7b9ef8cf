"""Points that might be considered, each with its reasons: offered, never put into the prescription."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, text_width
from acuchart.screens.parts.text import ElidedText
from acuchart.screens.points.offered import SuggestionCard, SuggestionLines
from acuchart.screens.points.row_parts import explain
from acuchart.words import _

_NAME = 36
"""Px of the line with code and name at standard text size; the button stands below it."""
_BUTTON = 48
_CHIP = 22


class SuggestionTile(Painted):
    """Code, name and reasons; a tap tells them in full, plus adds the point.

    Signals:
        taken: the point is to be added.
    """

    taken = Signal()

    def __init__(self, card: SuggestionCard) -> None:
        super().__init__(name=f"points.suggested.{card.code.lower()}")
        self.card = card
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{card.code} {card.name}, {', '.join(card.chips)}")
        self.setToolTip(f"{card.code} {card.name}\n{card.why}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 6)
        row.addStretch(1)
        add = Button(
            icon="plus",
            variant=Variant.TINT,
            size=Size.SMALL,
            hint=_("Add {code}").format(code=card.code),
            name=f"points.suggestion_add.{card.code.lower()}",
        )
        add.clicked.connect(self.taken)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)

    @property
    def _tall(self) -> int:
        return self.theme.scaled(_NAME) + _BUTTON

    def sizeHint(self) -> QSize:
        return QSize(150, self._tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._tall)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        explain(self, self.card.why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Space:
            explain(self, self.card.why)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        rect = QRectF(self.rect())
        draw_panel(painter, rect, theme.colour("surface"), theme.colour("line"), theme.radius("control"))
        strong, half = theme.font("bodyStrong"), theme.scaled(_NAME)
        code = QRectF(12, 2, text_width(strong, self.card.code) + 1, half)
        draw_text(painter, code, self.card.code, strong, theme.colour("ink"))
        self._paint_name(painter, QRectF(code.right() + 8, 2, self.width() - code.right() - 16, half))
        left, font, height = 12.0, theme.font("key"), theme.scaled(_CHIP)
        for number, words in enumerate(self.card.chips):
            width = text_width(font, words) + 14
            if left + width > self.width() - 52:
                more = f"+{len(self.card.chips) - number}"
                draw_text(painter, QRectF(left, half + 4, 24, height), more, font, theme.colour("ink2"))
                break
            box = QRectF(left, half + 4, width, height)
            fill, ink = ("jadeTint", "jadeText") if number == 0 else ("sunken", "ink2")
            draw_panel(painter, box, theme.colour(fill), None, theme.radius("tag"))
            draw_text(painter, box.adjusted(7, 0, 0, 0), words, font, theme.colour(ink))
            left += width + 5
        painter.end()

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        """Pinyin and hanzi; where there is no room for both, the hanzi stays whole."""
        theme, font = self.theme, self.theme.font("small")
        pinyin, _space, hanzi = self.card.name.rpartition(" ")
        own = text_width(font, f" {hanzi}") + 2
        before = room.adjusted(0, 0, -own, 0)
        draw_text(painter, before, pinyin, font, theme.colour("ink2"))
        left = room.left() + min(text_width(font, pinyin), max(before.width(), 0))
        draw_text(
            painter, QRectF(left, room.top(), own, room.height()), f" {hanzi}", font, theme.colour("ink2")
        )


class SuggestionBar(QWidget):
    """Title, what is hidden, and a few tiles; or a line that says why there are none.

    Signals:
        taken: code of the point to add.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._why = ""
        self._lines: SuggestionLines | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self._title = ElidedText("", "label", "ink", name="points.suggested_title")
        self._hidden = Button(
            "", Variant.GHOST, icon="eye-off", size=Size.SMALL, name="points.suggested_hidden"
        )
        self._hidden.clicked.connect(lambda: explain(self._hidden, self._why))
        head.addWidget(self._title, 1)
        head.addWidget(self._hidden)
        column.addLayout(head)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(8)
        column.addLayout(self._tiles)

    def show_lines(self, lines: SuggestionLines) -> None:
        """Show what is offered; a tile that stays keeps its place."""
        if lines == self._lines:
            return
        self._lines = lines
        self._why = lines.hidden_why
        self._title.setText(" · ".join(words for words in (lines.title, lines.hint) if words))
        self._hidden.set_words(lines.hidden)
        self._hidden.setVisible(bool(lines.hidden))
        self.setVisible(bool(lines.title))
        while item := self._tiles.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in lines.cards:
            tile = SuggestionTile(card)
            tile.taken.connect(lambda code=card.code: self.taken.emit(code))
            self._tiles.addWidget(tile, 1)
            tile.show()

"""Points that might be considered, each with its reasons: offered, never put into the prescription."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.clinic.suggestions import OFFERED, ReasonKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.text import ElidedText
from acuchart.screens.points.offered import SuggestionCard, SuggestionLines
from acuchart.screens.points.row_parts import draw_name, explain
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_NAME = 36
"""Px of the line with code and name at standard text size; the button stands below it."""
_BUTTON = 44
_LOW = 44
_CHIP = 22
_MORE = 20
_CHIP_INKS = {
    ReasonKind.PATTERN: ("jadeTint", "jadeText"),
    ReasonKind.PLACE: ("slateTint", "slateText"),
    ReasonKind.POINT: ("sunken", "ink2"),
}


class SuggestionTile(Painted):
    """Code, name and reasons; a tap tells them in full, plus adds the point.

    A low tile has all of it on one line, the name last.

    Signals:
        taken: the point is to be added.
    """

    taken = Signal()

    def __init__(self, card: SuggestionCard, low: bool) -> None:
        super().__init__(name=f"points.suggested.{card.code.lower()}")
        self.card = card
        self._low = low
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{card.code} {card.name}, {', '.join(card.chips)}")
        self.setToolTip(f"{card.code} {card.name}\n{card.why}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2 if low else 6, 2 if low else 6)
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
        return _LOW if self._low else self.theme.scaled(_NAME) + _BUTTON

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
        strong = theme.font("bodyStrong")
        line = rect if self._low else QRectF(0, 2, self.width(), theme.scaled(_NAME))
        code = QRectF(12, line.top(), text_width(strong, self.card.code) + 1, line.height())
        draw_text(painter, code, self.card.code, strong, theme.colour("ink"))
        height, after = theme.scaled(_CHIP), code.right() + 8
        if self._low:
            after = self._paint_chips(painter, after, (rect.height() - height) / 2) + 4
        else:
            self._paint_chips(painter, 12.0, line.height() + 2)
        room = QRectF(after, line.top(), self.width() - after - (44 if self._low else 8), line.height())
        draw_name(painter, room, self.card.name, theme.font("small"), theme.colour("ink2"))
        painter.end()

    def _paint_chips(self, painter: QPainter, left: float, top: float) -> float:
        """The reasons there is room for and how many more there are; returns where they end."""
        theme, font = self.theme, self.theme.font("key")
        height, end = theme.scaled(_CHIP), self.width() - 50
        for number, words in enumerate(self.card.chips):
            width, left_over = text_width(font, words) + 14, len(self.card.chips) - number
            room = end - left - (theme.scaled(_MORE) if left_over > 1 else 0)
            width = min(width, room) if number == 0 else width
            if width > room or width < theme.scaled(_MORE):
                more = QRectF(left, top, theme.scaled(_MORE), height)
                draw_text(painter, more, f"+{left_over}", font, theme.colour("ink2"))
                return more.right()
            box = QRectF(left, top, width, height)
            fill, ink = _CHIP_INKS[self.card.kinds[number]]
            draw_panel(painter, box, theme.colour(fill), None, theme.radius("tag"))
            draw_text(painter, box.adjusted(7, 0, -4, 0), words, font, theme.colour(ink))
            left += width + 5
        return left


class HiddenNote(PaintedButton):
    """How many points are not suggested and why, in small words; a tap tells all of them."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.updateGeometry)

    def show_words(self, words: str) -> None:
        """Show how many, and say it to assistive technology too."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = text_width(self._look.theme.font("small"), self.text()) + 22
        return QSize(round(width) + 1, self._look.theme.size("buttonSmall"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        ink = theme.colour("ink" if self.underMouse() or self.hasFocus() else "ink2")
        paint_icon(painter, "eye-off", QRectF(0, 0, 16, self.height()), ink)
        room = QRectF(22, 0, self.width() - 22, self.height())
        draw_text(painter, room, self.text(), theme.font("small"), ink)
        painter.end()


class SuggestionBar(QWidget):
    """Title, what is hidden, and a few tiles; or a line that says why there are none.

    Signals:
        taken: code of the point to add.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._why = ""
        self._low = False
        self._many = OFFERED
        self._lines: SuggestionLines | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        self._title = ElidedText("", "bodyStrong", "ink", name="points.suggested_title")
        self._hidden = HiddenNote(name="points.suggested_hidden")
        kept_free = self._hidden.sizePolicy()
        kept_free.setRetainSizeWhenHidden(True)
        self._hidden.setSizePolicy(kept_free)
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
        self._lay_out(lines)

    def make_room(self, low: bool, narrow: bool) -> None:
        """Low tiles leave the room of a low window to the points; in a narrow one there is one tile less."""
        before, self._low, self._many = (self._low, self._many), low, OFFERED - 1 if narrow else OFFERED
        if before != (self._low, self._many) and self._lines is not None:
            self._lay_out(self._lines)

    def _lay_out(self, lines: SuggestionLines) -> None:
        self._why = lines.hidden_why
        self._title.setText(" · ".join(words for words in (lines.title, lines.hint) if words))
        self._hidden.show_words(lines.hidden)
        self._hidden.setVisible(bool(lines.hidden))
        self.setVisible(bool(lines.title))
        while item := self._tiles.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in lines.cards[: self._many]:
            tile = SuggestionTile(card, self._low)
            tile.taken.connect(lambda code=card.code: self.taken.emit(code))
            self._tiles.addWidget(tile, 1)
            tile.show()

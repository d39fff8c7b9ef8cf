"""Questions answered by typing: a line, several lines, a number, a date."""

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from acuchart.clinic.forms import Item, Value
from acuchart.screens.parts.date_field import date_pattern
from acuchart.screens.parts.form_item import ItemEditor, Place, Values
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.words import DateStyle, _, format_date, read_date

_TEXT_LINES = 5
_PAD = 18
_NARROW = 260


class _Line(QLineEdit):
    """A bare line inside a panel that shows the focus."""

    def __init__(self, name: str, label: str, panel: "LinePanel") -> None:
        super().__init__()
        self._panel = panel
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("large", True)
        self.setProperty("bare", True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._panel.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._panel.update()


class LinePanel(Painted):
    """One line to type in, 72 high."""

    def __init__(self, name: str, label: str, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(name, label, self)
        self.wrong = False
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, 0, _PAD, 0)
        row.addWidget(self.line)
        if narrow:
            self.setMaximumWidth(_NARROW)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(self.theme.size("buttonKiosk"))

    def sizeHint(self) -> QSize:
        return QSize(400, self.theme.size("buttonKiosk"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, focused = self.theme, begin(self), self.line.hasFocus()
        border = "cinnabar" if self.wrong else "focus" if focused else "control"
        draw_panel(
            painter,
            QRectF(self.rect()),
            theme.colour("surface" if self.isEnabled() else "sunken"),
            theme.colour(border),
            theme.radius("card"),
            2 if focused or self.wrong else 1,
        )
        painter.end()


class LineEditor(ItemEditor):
    """Words on one line."""

    def __init__(self, item: Item, place: Place, *, narrow: bool = False) -> None:
        super().__init__(item, place)
        self.panel = LinePanel(self.part("line"), _(item.text), narrow=narrow)
        if item.longest is not None:
            self.panel.line.setMaxLength(item.longest)
        self.panel.line.textEdited.connect(self._typed)
        self.add_answer(self.panel)

    def _typed(self, text: str) -> None:
        self.give(*((text.strip(),) if text.strip() else ()))

    def show_values(self, values: Values) -> None:
        self._show(str(values[0]) if values else "")

    def _show(self, text: str) -> None:
        if self.panel.line.text().strip() != text.strip():
            self.panel.line.setText(text)

    def say_wrong(self, sentence: str) -> None:
        super().say_wrong(sentence)
        self.panel.wrong = bool(sentence)
        self.panel.update()


class ReadEditor(LineEditor):
    """A short line that must be read as something; text that can't be outlives a power cut."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place, narrow=True)
        keep_refused(self.panel.line, item.link_id)

    def give(self, *values: Value, sentence: str = "") -> None:
        # The panel shows what is wrong once the patient wants to go on.
        self.panel.line.setProperty("error", bool(sentence))
        super().give(*values, sentence=sentence)


class NumberEditor(ReadEditor):
    """A whole number."""

    def _typed(self, text: str) -> None:
        words = text.strip()
        if not words:
            self.give()
        elif words.isdecimal() and len(words) < 10:
            self.give(int(words))
        else:
            self.give(sentence=_("Type a whole number, such as 7."))

    def show_values(self, values: Values) -> None:
        if values or self.panel.line.text().strip().isdecimal():
            super().show_values(values)


class DateEditor(ReadEditor):
    """A date in the order the clinic writes it."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self.panel.line.setPlaceholderText(date_pattern())

    def _typed(self, text: str) -> None:
        words = text.strip()
        if not words:
            self.give()
            return
        try:
            self.give(read_date(words))
        except ValueError:
            self.give(sentence=_("Type the date as {pattern}.").format(pattern=date_pattern()))

    def show_values(self, values: Values) -> None:
        day = values[0] if values else None
        if isinstance(day, date) and self._read() != day:
            self.panel.line.setText(format_date(day, DateStyle.NUMERIC))

    def _read(self) -> date | None:
        try:
            return read_date(self.panel.line.text().strip())
        except ValueError:
            return None


class TextEditor(ItemEditor):
    """Words on several lines."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self.edit = QPlainTextEdit()
        self.edit.setObjectName(self.part("text"))
        self.edit.setAccessibleName(_(item.text))
        self.edit.setProperty("large", True)
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._typed)
        self._showing = False
        self.add_answer(self.edit)
        self.edit.setFixedHeight(_TEXT_LINES * 30 + 24)

    def _typed(self) -> None:
        if not self._showing:
            text = self.edit.toPlainText().strip()
            self.give(*((text,) if text else ()))

    def show_values(self, values: Values) -> None:
        text = str(values[0]) if values else ""
        if self.edit.toPlainText().strip() != text.strip():
            self._showing = True
            self.edit.setPlainText(text)
            self._showing = False

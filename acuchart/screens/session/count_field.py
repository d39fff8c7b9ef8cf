"""A count of needles: tapped up and down with a gloved finger, or typed."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from acuchart.clinic.session import MOST_NEEDLES
from acuchart.screens.parts.counter import CounterKey
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.shell.page import leave_field
from acuchart.words import _

_FACE = 94
_FLAT = 56


class _Number(QLineEdit):
    """The figure itself. It takes the keyboard only when it is tapped, so that the keys of the room work."""

    typed = Signal(int, int)

    def __init__(self, size: int, name: str, label: str, parent: QWidget) -> None:
        super().__init__("0", parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("bare", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(0, MOST_NEEDLES, self))
        self.setMaxLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._size = size
        self._ink = "ink"
        self._count = 0
        self._seen = 0
        self._look = follow_theme(self._restyle)
        self._restyle()

    def show_count(self, count: int, ink: str) -> None:
        """Shows a count, but never over what is being typed."""
        self._count = count
        if not self.hasFocus():
            self.setText(str(count))
        if ink != self._ink:
            self._ink = ink
            self._restyle()

    def _restyle(self) -> None:
        theme = self._look.theme
        font = theme.sized_font("count", self._size)
        self.setStyleSheet(
            f"font-family: '{font.families()[0]}'; font-size: {self._size}px; font-weight: 600;"
            f"color: {theme.colour(self._ink).name()}; background: transparent; border: none; padding: 0;"
            f"min-height: {self._size}px; max-height: {self._size + 12}px;"
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._seen = self._count
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        text = self.text().strip()
        self.setText(str(self._count))
        if text.isdigit() and int(text) != self._seen:
            self.typed.emit(int(text), self._seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(str(self._count))
            leave_field(self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter ends the number; it must not reach the room, where it starts or closes something.
            leave_field(self)
        else:
            super().keyPressEvent(event)


class CountField(Painted):
    """A count with one key less and one more; the figure between them can be typed over.

    Stacked it is 176 high with the keys below; flat it is one row. Signals:
        stepped: +1 or -1 is wanted.
        typed: a number somebody typed, and the count that stood there when they began.
    """

    stepped = Signal(int)
    typed = Signal(int, int)

    def __init__(
        self, label: str, *, flat: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name)
        self._label = label
        self._flat = flat
        self._alarm = False
        self._suffix = ""
        self.number = _Number(24 if flat else 48, f"{name}.number", label, self)
        self.less = self._key("minus", _("{label}: one less").format(label=label), "less", -1)
        self.more = self._key("plus", _("{label}: one more").format(label=label), "more", +1)
        self.number.typed.connect(self.typed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    @property
    def count(self) -> int:
        """The count as last shown."""
        return int(self.number.text() or 0)

    def show_count(self, count: int, of: int | None = None, alarm: bool = False) -> None:
        """Shows a count, perhaps "9 / 11", on an alarm panel or not."""
        self._alarm = alarm
        self._suffix = "" if of is None else f"/ {of}"
        self.number.show_count(count, "onAlarm" if alarm else "ink")
        self.less.set_alarm(alarm)
        self.more.set_alarm(alarm)
        words = str(count) if of is None else _("{n} of {all}").format(n=count, all=of)
        self.setAccessibleName(_("{label}: {value}").format(label=self._label, value=words))
        self.number.setAccessibleName(self.accessibleName())
        self.update()

    def set_counting(self, on: bool) -> None:
        """Lets it be counted and typed, or only be read."""
        for widget in (self.less, self.more, self.number):
            widget.setEnabled(on)

    def _key(self, icon: str, label: str, key: str, step: int) -> CounterKey:
        made = CounterKey(icon, label, f"{self.objectName()}.{key}", self)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.stepped.connect(lambda: self.stepped.emit(step))
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(1)
        if self._flat:
            row.setContentsMargins(1, 1, 1, 1)
            for key in (self.less, self.more):
                key.setFixedSize(_FLAT, _FLAT - 2)
            row.addWidget(self.less)
            row.addStretch(1)
            row.addWidget(self.more)
            self.setFixedHeight(_FLAT)
            # Both keys, and between them room for two figures.
            self.setMinimumWidth(2 * _FLAT + 30)
        else:
            row.setContentsMargins(1, _FACE, 1, 1)
            row.addWidget(self.less)
            row.addWidget(self.more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._flat:
            self.number.setGeometry(_FLAT, 18, self.width() - 2 * _FLAT, 34)
        else:
            self.number.setGeometry(4, 30, self.width() - 8, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        rect, radius = QRectF(self.rect()), theme.radius("cardSmall")
        well = theme.colour("alarmSoft" if self._alarm else "sunken")
        border = theme.colour("alarmSoft" if self._alarm else "line")
        face = theme.colour("alarm" if self._alarm else "surface")
        draw_panel(painter, rect, well, border, radius)
        if self._flat:
            painter.fillRect(rect.adjusted(_FLAT, 1, -_FLAT, -1), face)
        else:
            painter.setClipRect(rect.adjusted(0, 0, 0, _FACE - rect.height()))
            draw_panel(painter, rect, face, border, radius)
            painter.setClipping(False)
            between = face if self._alarm else border
            painter.fillRect(QRectF(round(rect.width() / 2), _FACE, 1, rect.height() - _FACE - 1), between)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, middle = self.theme, Qt.AlignmentFlag.AlignHCenter
        ink = theme.colour("onAlarm" if self._alarm else "ink2")
        edge = _FLAT if self._flat else 0
        label = QRectF(edge, 3 if self._flat else 10, self.width() - 2 * edge, 16 if self._flat else 22)
        font = theme.sized_font("caption", 12) if self._flat else theme.font("small")
        draw_text(painter, label, self._label, font, ink, middle)
        if not self._suffix:
            return
        size = 13 if self._flat else 18
        figure = text_width(theme.sized_font("count", 24 if self._flat else 48), self.number.text())
        left = self.width() / 2 + figure / 2 + (4 if self._flat else 8)
        top = 24 if self._flat else 48
        tail = QRectF(left, top, self.width() - edge - left, 24 if self._flat else 34)
        font = theme.sized_font("bodyStrong", size)
        if text_width(font, self._suffix) <= tail.width():
            draw_text(painter, tail, self._suffix, font, ink)

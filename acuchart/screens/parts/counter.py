"""Counting needles with a gloved finger."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

REPEAT_MS = 500
_FACE = 94


class CounterKey(QPushButton):
    """One large key that steps once per tap and, while held, every 500 ms.

    Signals:
        stepped: one step is wanted.
    """

    stepped = Signal()

    def __init__(self, icon: str, label: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._alarm = False
        self._repeated = False
        self._look = follow_theme(self.update)
        self._timer = QTimer(self, interval=REPEAT_MS)
        self._timer.timeout.connect(self._repeat)
        self.pressed.connect(self._begin)
        self.released.connect(self._timer.stop)
        self.clicked.connect(self._tap)

    def set_alarm(self, alarm: bool) -> None:
        self._alarm = alarm
        self.update()

    def _begin(self) -> None:
        self._repeated = False
        self._timer.start()

    def _repeat(self) -> None:
        if not self.isDown():
            self._timer.stop()
            return
        self._repeated = True
        self.stepped.emit()

    def _tap(self) -> None:
        if not self._repeated:
            self.stepped.emit()

    def sizeHint(self) -> QSize:
        return QSize(*self._look.theme.pair("counterKey"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.theme.size("gloveHit"), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        ink = "onAlarm" if self._alarm else "ink" if self.isEnabled() else "inkDisabled"
        if self.isDown():
            fill = theme.colour("alarm" if self._alarm else "line")
            draw_panel(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), fill, None, theme.radius("seg"))
        paint_icon(
            painter, self._icon, QRectF(self.width() / 2 - 12, 0, 24, self.height()), theme.colour(ink)
        )
        painter.end()


class Counter(Painted):
    """A number with one key less and one more. It only reports steps; who owns the count shows it.

    Signals:
        stepped: +1 or -1 is wanted.
    """

    stepped = Signal(int)

    def __init__(self, label: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._label = label
        self._count = 0
        self._of: int | None = None
        self._alarm = False
        self.less = self._key("minus", _("{label}: one less").format(label=label), "less", -1)
        self.more = self._key("plus", _("{label}: one more").format(label=label), "more", +1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, _FACE, 1, 1)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self.less)
        row.addWidget(self.more)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    @property
    def count(self) -> int:
        return self._count

    def show_count(self, count: int, of: int | None = None, alarm: bool = False) -> None:
        """Show a count, perhaps "9 / 11", on an alarm panel or not."""
        self._count, self._of, self._alarm = count, of, alarm
        self.less.set_alarm(alarm)
        self.more.set_alarm(alarm)
        words = str(count) if of is None else _("{n} of {all}").format(n=count, all=of)
        self.setAccessibleName(_("{label}: {value}").format(label=self._label, value=words))
        self.update()

    def _key(self, icon: str, label: str, key: str, step: int) -> CounterKey:
        name = f"{self.objectName()}.{key}" if self.objectName() else ""
        made = CounterKey(icon, label, name, self)
        made.stepped.connect(lambda: self.stepped.emit(step))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        rect = QRectF(self.rect())
        radius = theme.radius("cardSmall")
        well = theme.colour("alarmSoft" if self._alarm else "sunken")
        border = theme.colour("alarmSoft" if self._alarm else "line")
        draw_panel(painter, rect, well, border, radius)
        painter.setClipRect(rect.adjusted(0, 0, 0, _FACE - rect.height()))
        draw_panel(painter, rect, theme.colour("alarm" if self._alarm else "surface"), border, radius)
        painter.setClipping(False)
        painter.fillRect(QRectF(round(rect.width() / 2), _FACE, 1, rect.height() - _FACE - 1), border)
        self._paint_count(painter)
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        theme, middle = self.theme, Qt.AlignmentFlag.AlignHCenter
        label_ink = theme.colour("onAlarm" if self._alarm else "ink2")
        ink = theme.colour("onAlarm" if self._alarm else "ink")
        draw_text(
            painter, QRectF(0, 10, self.width(), 22), self._label, theme.font("small"), label_ink, middle
        )
        font, small = theme.sized_font("count", 48), theme.sized_font("bodyStrong", 18)
        suffix = "" if self._of is None else f" / {self._of}"
        number, tail = text_width(font, str(self._count)) + 2, text_width(small, suffix) + 2
        x = (self.width() - number - (tail if suffix else 0)) / 2
        draw_text(painter, QRectF(x, 30, number, 56), str(self._count), font, ink)
        if suffix:
            draw_text(painter, QRectF(x + number, 44, tail, 42), suffix, small, ink)

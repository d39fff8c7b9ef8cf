"""Parts of a row: the grip, a caution beside its point, and the panel that tells more."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.clinic.cautions import Level
from acuchart.screens.parts.painted import Painted, begin, draw_text, text_width
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.screens.points.lines import Told
from acuchart.screens.shell.icons import paint_icon

GRIP = 18
_TAG_WIDTH = 400
_TONES = {Level.DANGER: TagTone.DANGER, Level.CAUTION: TagTone.CAUTION, Level.NOTE: TagTone.NEUTRAL}
_ICONS = {Level.DANGER: "octagon-alert", Level.CAUTION: "triangle-alert", Level.NOTE: "info"}


class Grip(Painted):
    """Where a row is taken hold of.

    Signals:
        taken: a hand took hold of it.
        dragged: how far below that place the pointer is, in px.
        released: the row is let go. put_back: it is given up.
    """

    taken = Signal()
    dragged = Signal(float)
    released = Signal()
    put_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(GRIP)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPointF | None = None

    def give_up(self) -> bool:
        """Let go of the row where it was; False where no hand holds it."""
        held = self._from is not None
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if held:
            self.put_back.emit()
        return held

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.globalPosition()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.dragged.emit(event.globalPosition().y() - self._from.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and event.button() is Qt.MouseButton.LeftButton:
            self._from = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        paint_icon(painter, "grip-vertical", QRectF(0, 0, 16, self.height()), self.theme.colour("ink3"))
        painter.end()


class ToldTag(Tag):
    """A caution beside its point; a tap opens the whole of it with its source."""

    def __init__(self, told: Told, name: str, words: str = "") -> None:
        super().__init__(words or told.reason, _TONES[told.level], icon=_ICONS[told.level], name=name)
        self._told = told
        self.setToolTip(f"{told.reason}\n{told.source}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Beside others it grows narrower, as tapped it still says all of it; words of its own stay whole."""
        width = min(self.sizeHint().width(), self.theme.scaled(_TAG_WIDTH))
        self.setMaximumWidth(width)
        if self.text != self._told.reason:
            self.setMinimumWidth(width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Show reason and source in full."""
        words = (self._told.reason, self._told.because)
        explain(self, "\n".join(line for line in words if line), self._told.source)


def draw_name(painter: QPainter, room: QRectF, name: str, font: QFont, ink: QColor) -> None:
    """Pinyin and hanzi of a point; where there is no room for both, the hanzi stays whole or all is away."""
    pinyin, _space, hanzi = name.rpartition(" ")
    own = text_width(font, f" {hanzi}") + 2
    if room.width() < own:
        return
    before = room.adjusted(0, 0, -own, 0)
    draw_text(painter, before, pinyin, font, ink)
    left = room.left() + min(text_width(font, pinyin), before.width())
    draw_text(painter, QRectF(left, room.top(), own, room.height()), f" {hanzi}", font, ink)


def explain(control: QWidget, words: str, source: str = "") -> None:
    """Opens a small panel of words below a control."""
    sheet = Popover(width=380, parent=control)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.body.addWidget(Text(words, "body", wrap=True))
    if source:
        sheet.body.addWidget(Text(source, "caption", "ink2", wrap=True))
    sheet.show_under(control)

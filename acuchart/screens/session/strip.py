"""The strip of a room: what stands, and what to do."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, text_width
from acuchart.screens.parts.timer_ring import draw_ring
from acuchart.screens.session.strips import Strip, Tone
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.page import show_or_leave

# Fill, border, title, line, icon.
_LOOKS: dict[Tone, tuple[str, str, str, str, str]] = {
    Tone.PLAIN: ("sunken", "", "ink", "ink2", "clock"),
    Tone.READY: ("jadeTint", "jadeLine", "jadeText", "jadeText", "circle-check"),
    Tone.CAUTION: ("ochreTint", "ochreLine", "ochreText", "ochreText", "circle-alert"),
    Tone.ALARM: ("alarmSoft", "", "onAlarm", "onAlarm", "octagon-alert"),
}
_TALL = 72
_FLAT = 30
_RING, _FLAT_RING = 40, 20
_TITLE, _LARGE_TITLE, _FLAT_TITLE = 16, 20, 13


class StageStrip(Painted):
    """A title and a line, perhaps with a button; flat, the title alone.

    Signals:
        acted: the button was tapped.
    """

    acted = Signal()

    def __init__(self, *, flat: bool = False, name: str = "") -> None:
        super().__init__(None, name)
        self._flat = flat
        self._strip = Strip("")
        self._alarm = False
        key = name.rpartition(".")[2]
        self.button = Button("", size=Size.SMALL if flat else Size.LARGE, name=f"session.strip_done.{key}")
        self.button.setParent(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.acted)
        self.button.hide()
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(self.theme.scaled(_FLAT if self._flat else _TALL))

    @property
    def strip(self) -> Strip:
        """What is shown."""
        return self._strip

    def show_strip(self, strip: Strip, alarm: bool = False) -> None:
        """Shows other words; on an alarm panel every tone is that of the alarm."""
        if (strip, alarm) == (self._strip, self._alarm):
            return
        self._strip, self._alarm = strip, alarm
        self.setAccessibleName(f"{strip.title}. {strip.line}".strip())
        self.setToolTip("" if strip.left is None else f"{strip.title}\n{strip.line}")
        show_or_leave(self.button, bool(strip.button))
        if strip.button:
            self.button.set_words(strip.button)
            self.button.setAccessibleName(f"{strip.title}: {strip.button}")
            self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        hint = self.button.sizeHint()
        high = min(hint.height(), self.height() - (4 if self._flat else 12))
        wide = max(hint.width(), high)
        self.button.setFixedSize(wide, high)
        self.button.move(self.width() - wide - (2 if self._flat else 8), (self.height() - high) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        fill, border, title_ink, line_ink, icon = _LOOKS[Tone.ALARM if self._alarm else self._strip.tone]
        edge = theme.colour(border) if border else None
        draw_panel(painter, QRectF(self.rect()), theme.colour(fill), edge, theme.radius("cardSmall"))
        height, pad = self.height(), 10 if self._flat else 17
        side = self._paint_mark(painter, pad, self._strip.icon or icon, title_ink)
        left = pad + side + (8 if self._flat else 14)
        taken = self.button.width() + 8 if self._strip.button else 0
        width, half = self.width() - left - pad - taken, height / 2
        line = "" if self._flat else self._strip.line
        size = _FLAT_TITLE if self._flat else _LARGE_TITLE if self._strip.large else _TITLE
        font = theme.sized_font("bodyStrong", size * theme.scale)
        top = (
            QRectF(left, 0, width, height)
            if not line
            else QRectF(left, half - half * 0.62, width, half * 0.62)
        )
        self._paint_title(painter, top, font, theme.colour(title_ink))
        if line:
            below = QRectF(left, half + 1, width, half * 0.55)
            draw_text(painter, below, line, theme.font("small"), theme.colour(line_ink))
        painter.end()

    def _paint_title(self, painter: QPainter, room: QRectF, font: QFont, ink: QColor) -> None:
        """The time of a zone stands out from its words, which may be long."""
        title = self._strip.title
        if self._strip.left is not None:
            time, _space, title = title.partition(" ")
            draw_text(painter, room, time, font, ink)
            room = room.adjusted(text_width(font, f"{time} "), 0, 0, 0)
            font.setWeight(QFont.Weight.Normal)
        draw_text(painter, room, title, font, ink)

    def _paint_mark(self, painter: QPainter, left: int, icon: str, ink: str) -> int:
        """The ring of a zone that runs, else the icon of the tone; returns how wide it is."""
        theme, share = self.theme, self._strip.left
        if share is None:
            side = 16 if self._flat else 20
            paint_icon(painter, icon, QRectF(left, 0, side, self.height()), theme.colour(ink))
            return side
        side = _FLAT_RING if self._flat else _RING
        ring = QRectF(left, (self.height() - side) / 2, side, side)
        arc = theme.colour("onAlarm" if self._alarm else "jade")
        track = None if self._alarm else theme.colour("control")
        draw_ring(painter, ring, theme.ring_width("chip" if self._flat else "card"), share, track, arc)
        return side

"""The strip of a room: what stands, and what to do."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent

from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text
from acuchart.screens.session.faces import Strip, Tone
from acuchart.screens.shell.icons import paint_icon

# Fill, border, title, line, icon.
_LOOKS: dict[Tone, tuple[str, str, str, str, str]] = {
    Tone.PLAIN: ("sunken", "", "ink", "ink2", "clock"),
    Tone.READY: ("jadeTint", "jadeLine", "jadeText", "jadeText", "circle-check"),
    Tone.CAUTION: ("ochreTint", "ochreLine", "ochreText", "ochreText", "circle-alert"),
    Tone.ALARM: ("alarmSoft", "", "onAlarm", "onAlarm", "circle-alert"),
}
_TALL = 72
_FLAT = 30


class StageStrip(Painted):
    """A title and a line; flat, the title alone."""

    def __init__(self, *, flat: bool = False, name: str = "") -> None:
        super().__init__(None, name)
        self._flat = flat
        self._strip = Strip("")
        self._alarm = False
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
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        fill, border, title_ink, line_ink, icon = _LOOKS[Tone.ALARM if self._alarm else self._strip.tone]
        edge = theme.colour(border) if border else None
        draw_panel(painter, QRectF(self.rect()), theme.colour(fill), edge, theme.radius("cardSmall"))
        height, pad = self.height(), 10 if self._flat else 17
        side = 16 if self._flat else 20
        paint_icon(painter, icon, QRectF(pad, 0, side, height), theme.colour(title_ink))
        left = pad + side + (8 if self._flat else 14)
        width, half = self.width() - left - pad, height / 2
        line = "" if self._flat else self._strip.line
        font = theme.sized_font("bodyStrong", (13 if self._flat else 16) * theme.scale)
        top = (
            QRectF(left, 0, width, height)
            if not line
            else QRectF(left, half - half * 0.62, width, half * 0.62)
        )
        draw_text(painter, top, self._strip.title, font, theme.colour(title_ink))
        if line:
            below = QRectF(left, half + 1, width, half * 0.55)
            draw_text(painter, below, line, theme.font("small"), theme.colour(line_ink))
        painter.end()

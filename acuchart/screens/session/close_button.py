"""The button that ends a session. Shut, it says how far the count is and can be held to report a needle."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPaintEvent

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant, look_of
from acuchart.screens.parts.painted import begin, draw_panel
from acuchart.words import _

HOLD_MS = 700


class CloseButton(Button):
    """Jade when every needle is accounted for; dashed with a lock until then.

    Signals:
        held: it was held down, to report a missing needle.
    """

    held = Signal()

    def __init__(self, *, name: str = "") -> None:
        super().__init__(_("Close room"), Variant.PRIMARY, size=Size.ROOM, name=name)
        self._shut = False
        self._was_held = False
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._held_long)
        self.pressed.connect(self._begin_hold)
        self.released.connect(self._hold.stop)

    @property
    def shut(self) -> bool:
        """Whether the counts still differ."""
        return self._shut

    def show_count(self, removed: int, inserted: int, missing: int, alarm: bool) -> None:
        """Shows whether the room can be closed."""
        self._shut = missing != 0
        words = (
            _("Close: {out} of {n} out").format(out=removed, n=inserted) if self._shut else _("Close room")
        )
        if words != self.text():
            self.set_words(words)
        self.set_icon("lock" if self._shut else "check")
        open_, shut = (Variant.ALARM, Variant.ALARM_LINE) if alarm else (Variant.PRIMARY, Variant.PLAIN)
        self.set_variant(shut if self._shut else open_)

    def _begin_hold(self) -> None:
        self._was_held = False
        if self._shut:
            self._hold.start()

    def _held_long(self) -> None:
        self._was_held = True
        self.setDown(False)
        self.held.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shut:
            super().paintEvent(event)
            return
        theme, painter = self._look.theme, begin(self)
        look = look_of(self.variant, True, self.isDown(), self.underMouse())
        fill = theme.colour(look.fill) if look.fill else None
        border, radius = theme.colour(look.border), theme.radius("control")
        draw_panel(painter, QRectF(self.rect()), fill, border, radius, dashed=True)
        self._paint_content(painter, look)
        painter.end()

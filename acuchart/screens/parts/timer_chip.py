"""A running timer in the bar: ring, room and time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from acuchart.screens.parts.digit_time import digits_width, draw_digits
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.parts.timer_ring import draw_ring
from acuchart.screens.shell.theme import Theme

_RING = 20
_PAD = 11
_GAP = 9
# Fill, border, ring, room and time.
_MOODS: dict[Mood, tuple[str, str, str, str, str]] = {
    Mood.RUNNING: ("surface", "line", "jade", "ink2", "ink"),
    Mood.PAUSED: ("surface", "line", "control", "ink2", "ink2"),
    Mood.DUE: ("ochreTint", "ochreLine", "ochre", "ochreText", "ink"),
    Mood.ALARM: ("alarm", "alarm", "onAlarm", "onAlarm", "onAlarm"),
}


class TimerChip(QPushButton):
    """One timer. A tap (`clicked`) opens its room. A calm one shows room and time and never an alarm."""

    def __init__(
        self, face: TimerFace, *, calm: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.updateGeometry)
        self._calm = calm
        self._face = face
        self.setAccessibleName(face.spoken)

    @property
    def mood(self) -> Mood:
        """The mood as it is painted."""
        return Mood.RUNNING if self._calm else self._face.mood

    @property
    def face(self) -> TimerFace:
        return self._face

    def show_face(self, face: TimerFace) -> None:
        """Show a timer; paints again only when something changed."""
        if face == self._face:
            return
        resized = (face.room, len(face.digits)) != (self._face.room, len(self._face.digits))
        self._face = face
        self.setAccessibleName(face.spoken)
        if resized:
            self.updateGeometry()
        self.update()

    def _time_font(self, theme: Theme) -> QFont:
        return theme.sized_font("bodyStrong", 16 * theme.scale)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        digits = digits_width(theme, self._face.digits, self._time_font(theme).pixelSize())
        room = text_width(theme.font("small"), self._face.room) + 1
        return QSize(round(_PAD * 2 + _RING + _GAP * 2 + room + digits), theme.size("timerChip"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, face = self._look.theme, begin(self), self._face
        fill, border, arc, room_ink, time_ink = _MOODS[self.mood]
        radius = theme.radius("control")
        draw_panel(painter, QRectF(self.rect()), theme.colour(fill), theme.colour(border), radius)
        ring = QRectF(_PAD, (self.height() - _RING) / 2, _RING, _RING)
        track = theme.colour("line") if self.mood is not Mood.ALARM else None
        share = face.fraction if self.mood is face.mood or face.mood is not Mood.ALARM else 0.0
        draw_ring(painter, ring, theme.ring_width("chip"), share, track, theme.colour(arc))
        room = QRectF(_PAD + _RING + _GAP, 0, text_width(theme.font("small"), face.room) + 1, self.height())
        draw_text(painter, room, face.room, theme.font("small"), theme.colour(room_ink))
        time = QRectF(room.right() + _GAP, 0, self.width() - room.right() - _GAP, self.height())
        left = Qt.AlignmentFlag.AlignLeft
        draw_digits(painter, theme, time, face.digits, self._time_font(theme), theme.colour(time_ink), left)
        painter.end()

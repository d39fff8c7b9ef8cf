"""What shows the rooms beside the window: tray, a notification without a name, and the small board.

All of it is extra: the alarm in the window is the one that counts, and many a desktop has no tray.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from acuchart.screens.parts.timer_face import Mood
from acuchart.screens.shell.logo import window_icon
from acuchart.screens.shell.mini_board import MiniBoard
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _

_SIDE = 64


class Outside:
    """Follows the rooms, given the most urgent first.

    Attributes:
        mini: The small board, hidden until somebody wants it.
        tray: None where the desktop has none.
    """

    def __init__(self, window: QWidget, to_front: Callable[[], object]) -> None:
        self._window = window
        self.mini = MiniBoard()
        self.tray: QSystemTrayIcon | None = None
        self._alarmed: frozenset[str] = frozenset()
        self._shown = ""
        self._put_away = False
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.tray = QSystemTrayIcon(window_icon(), window)
            self.tray.activated.connect(lambda _reason: to_front())
            self.tray.messageClicked.connect(lambda: to_front())

    def show_rooms(self, urgent: Sequence[RoomFace], clock_words: str = "") -> None:
        """Show the shortest time, and tell of every room that has become an alarm."""
        self.mini.show_rooms(urgent, clock_words)
        alarmed = frozenset(face.face.room for face in urgent if face.alarm)
        for room in sorted(alarmed - self._alarmed):
            self._notify(room)
        self._alarmed = alarmed
        words = _shortest(urgent)
        if self.tray is not None and words != self._shown:
            self._shown = words
            self.tray.setIcon(_icon(urgent[0]) if urgent else window_icon())
            self.tray.setToolTip(words)
            self.tray.setVisible(bool(urgent))

    def show_mini(self, wanted: bool) -> None:
        """Open the small board, or put it away."""
        if wanted:
            self.mini.show()
            self.mini.place()
        else:
            self.mini.hide()

    def with_patient(self, on: bool) -> None:
        """A patient has the window, or gave it back: meanwhile no bell on its monitor can be silenced."""
        if on:
            self._put_away = self.mini.isVisible() and self.mini.screen() is self._window.screen()
            self.mini.setVisible(self.mini.isVisible() and not self._put_away)
        elif self._put_away:
            self._put_away = False
            self.mini.show()

    def close(self) -> None:
        """Everything outside the window goes."""
        self.mini.deleteLater()
        # At the end nothing turns the loop once more; what is only marked would outlive the program.
        QCoreApplication.sendPostedEvents(self.mini, QEvent.Type.DeferredDelete)
        if self.tray is not None:
            self.tray.hide()

    def _notify(self, room: str) -> None:
        QApplication.alert(self._window)
        if self.tray is not None:
            self.tray.show()
            self.tray.showMessage(_("Time is up"), _("Someone is needed in {room}").format(room=room))


def _shortest(urgent: Sequence[RoomFace]) -> str:
    if not urgent:
        return ""
    face = urgent[0].face
    if not face.known:
        return face.room
    minutes = f"+{-face.seconds_left // 60}" if face.seconds_left <= 0 else f"{-(-face.seconds_left // 60)}"
    return _("{room}: {n} min").format(room=face.room, n=minutes)


def _icon(face: RoomFace) -> QIcon:
    """The minutes of the most urgent room on a field of its mood."""
    theme = ThemeHolder.of_app().theme
    alarm = face.face.mood is Mood.ALARM
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("alarm" if alarm else "jade"))
    painter.drawRoundedRect(QRectF(0, 0, _SIDE, _SIDE), 14, 14)
    painter.setPen(theme.colour("onAlarm"))
    painter.setFont(theme.sized_font("count", 34))
    minutes = "!" if alarm else str(-(-max(0, face.face.seconds_left) // 60))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, minutes)
    painter.end()
    return QIcon(picture)

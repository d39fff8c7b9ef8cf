"""The rail at the left: where one can go."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_dot, draw_panel, draw_text, follow_theme
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.logo import Logo
from acuchart.screens.shell.navigation import Place
from acuchart.words import N_, _

_ICON = 24
_BADGE = 18
_GAP = 4


@dataclass(frozen=True, slots=True)
class _Stop:
    place: Place
    word: str
    icon: str
    keys: str


_UPPER = (
    _Stop(Place.TODAY, N_("Today"), "calendar-days", "Ctrl+1"),
    _Stop(Place.PATIENTS, N_("Patients"), "users", "Ctrl+2"),
    _Stop(Place.ROOMS, N_("Rooms"), "timer", "Ctrl+3"),
    _Stop(Place.PRINT, N_("Print"), "printer", "Ctrl+4"),
    _Stop(Place.FORMS, N_("Forms"), "clipboard-list", "Ctrl+5"),
)
_LOWER = _Stop(Place.SETTINGS, N_("Settings"), "settings", "Ctrl+,")
# A chart, a visit and a form are found under Patients.
_UNDER = {Place.CHART: Place.PATIENTS, Place.INTAKE_REVIEW: Place.PATIENTS, Place.INTAKE_FILL: Place.PATIENTS}


class RailItem(PaintedButton):
    """An icon over a word, with a badge that counts."""

    def __init__(self, word: str, icon: str, keys: str, name: str, parent: QWidget) -> None:
        super().__init__(word, name=name, parent=parent)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon, self._badge, self._here = icon, 0, False
        self._look = follow_theme(self.update)

    @property
    def badge(self) -> int:
        """The count shown; 0 shows none."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show a count, and say it to assistive technology."""
        if count != self._badge:
            self._badge = count
            self.setAccessibleDescription(str(count) if count else "")
            self.update()

    def set_here(self, here: bool) -> None:
        """Mark the item as the one that is shown."""
        self._here = here
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(*self._look.theme.pair("railItem"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        ink = theme.colour("jadeText" if self._here else "ink2")
        fill = "jadeTint2" if self._here else "hover" if self.underMouse() or self.isDown() else ""
        if fill:
            draw_panel(painter, QRectF(self.rect()), theme.colour(fill), None, theme.radius("cardSmall"))
        line = theme.line("caption")
        top = (self.height() - _ICON - 4 - line) / 2
        paint_icon(painter, self._icon, QRectF(0, top, self.width(), _ICON), ink)
        words = QRectF(0, top + _ICON + 4, self.width(), line)
        font = theme.sized_font("key", theme.font("caption").pixelSize())
        draw_text(painter, words, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
        if self._badge:
            self._paint_badge(painter, QPointF(self.width() / 2 + 16, top + 6))
        painter.end()

    def _paint_badge(self, painter: QPainter, centre: QPointF) -> None:
        theme, radius = self._look.theme, _BADGE / 2
        draw_dot(painter, centre, radius, theme.colour("ink"), QPen(Qt.PenStyle.NoPen))
        rect = QRectF(centre.x() - radius, centre.y() - radius, _BADGE, _BADGE)
        font = theme.sized_font("key", 12)
        text = str(self._badge) if self._badge < 100 else "99"
        draw_text(painter, rect, text, font, theme.colour("paper"), Qt.AlignmentFlag.AlignHCenter)


class Rail(Painted):
    """The places of the program, and Lock.

    Signals:
        wanted: the `Place` that was tapped.
        lock_wanted: Lock was tapped.
    """

    wanted = Signal(object)
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "rail")
        self.setFixedWidth(self.theme.size("rail"))
        self._items: dict[Place, RailItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(_GAP)
        column.addSpacing(16)
        column.addWidget(Logo(40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for stop in _UPPER:
            self._add(stop, column)
        column.addStretch(1)
        self._add(_LOWER, column)
        lock = RailItem(_("Lock"), "lock", "Ctrl+L", "rail.lock", self)
        lock.clicked.connect(self.lock_wanted)
        column.addWidget(lock, 0, Qt.AlignmentFlag.AlignHCenter)

    def _add(self, stop: _Stop, column: QVBoxLayout) -> None:
        item = RailItem(_(stop.word), stop.icon, stop.keys, f"rail.{stop.place.value}", self)
        item.clicked.connect(lambda: self.wanted.emit(stop.place))
        self._items[stop.place] = item
        column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_place(self, place: Place) -> None:
        """Mark where one is."""
        here = _UNDER.get(place, place)
        for stop, item in self._items.items():
            item.set_here(stop is here)

    def show_badges(self, rooms: int, prints: int) -> None:
        """Show running timers and waiting prints."""
        self._items[Place.ROOMS].set_badge(rooms)
        self._items[Place.PRINT].set_badge(prints)

    def item(self, place: Place) -> RailItem:
        """The item of a place."""
        return self._items[place]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour("rail"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), self.theme.colour("line"))
        painter.end()

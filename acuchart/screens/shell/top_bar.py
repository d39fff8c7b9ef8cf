"""The bar above a screen that is not about one patient."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.key_caps import caps_width, draw_caps
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.text import Text, TwoLineText
from acuchart.screens.shell.alarm_ground import AlarmGround
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.timer_chips import MOST, TimerChips
from acuchart.screens.shell.user_button import UserButton
from acuchart.words import _

_SEARCH = 264
_NARROW = 1240
"""Below this width of the bar the search is an icon; the window is then about 1330 px wide."""


class SearchButton(PaintedButton):
    """Looks like a search field and leads to where one searches; an icon alone where there is no room."""

    def __init__(self, words: str, keys: Sequence[str], name: str) -> None:
        super().__init__(words, name=name)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({'+'.join(keys)})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys = tuple(keys)
        self._small = False
        self._look = follow_theme(self.updateGeometry)

    def set_small(self, small: bool) -> None:
        """Show the icon alone, or the whole field."""
        if small != self._small:
            self._small = small
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = self._look.theme.size("field")
        return QSize(side if self._small else self._look.theme.scaled(_SEARCH), side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        fill = theme.colour("hover" if self.underMouse() else "surface")
        draw_panel(painter, QRectF(self.rect()), fill, theme.colour("line"), theme.radius("control"))
        left = (self.width() - 20) / 2 if self._small else 13
        paint_icon(painter, "search", QRectF(left, 0, 20, self.height()), theme.colour("ink2"))
        if not self._small:
            caps = caps_width(theme, self._keys)
            draw_caps(painter, theme, self._keys, self.width() - caps - 12, self.height() / 2)
            rect = QRectF(41, 0, self.width() - caps - 60, self.height())
            draw_text(painter, rect, self.text(), theme.font("body"), theme.colour("ink3"))
        painter.end()


class TopBar(Painted):
    """Title, running timers, search and who is signed in.

    Signals:
        room_wanted: a visit id, or None for the board of rooms.
        search_wanted: the search was tapped.
        sound_wanted: True to let alarms sound, False to keep them quiet.
        mini_wanted: True to open the small board for another monitor, False to put it away.
        end_day_wanted: without a value.
        timer_wanted: the button for a timer more, to open a panel under.
    """

    room_wanted = Signal(object)
    search_wanted = Signal()
    sound_wanted = Signal(bool)
    mini_wanted = Signal(bool)
    end_day_wanted = Signal()
    timer_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "top_bar")
        self.setFixedHeight(self.theme.size("top"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        self._ground = AlarmGround(self)
        self._words = ""
        self._heading = ("", "")
        self._title = Text("", "h1", name="top_bar.title")
        self._subtitle = TwoLineText("", "body", "ink2", name="top_bar.subtitle")
        self.timers = TimerChips("top_bar")
        self.timers.room_wanted.connect(self.room_wanted)
        self.sound = Button("", name="top_bar.sound")
        self.sound.clicked.connect(lambda: self.sound_wanted.emit(not self._sound_on))
        self.mini = Button(_("Small board"), icon="monitor", name="top_bar.mini")
        self.mini.setCheckable(True)
        self.mini.toggled.connect(self.mini_wanted)
        self.end_day = Button(_("End the day"), name="top_bar.end_day")
        self.end_day.clicked.connect(self.end_day_wanted)
        self.timer = Button(
            _("Timer"), icon="plus", hint=_("Time a heat lamp, moxa or cups"), name="top_bar.timer"
        )
        self.timer.clicked.connect(lambda: self.timer_wanted.emit(self.timer))
        for tool in (self.sound, self.mini, self.end_day, self.timer):
            # A tap leaves the keys to the room that is chosen.
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.search = SearchButton(_("Find a patient"), ("Ctrl", "K"), "top_bar.search")
        self.search.clicked.connect(self.search_wanted)
        self.user = UserButton("top_bar.user")
        row.addWidget(self._title)
        row.addWidget(self._subtitle, 1)
        for widget in (self.timers, self.end_day, self.mini, self.sound, self.timer, self.search, self.user):
            row.addWidget(widget)
        self.show_sound(True)
        self.show_rooms_tools(False)

    @property
    def heading(self) -> tuple[str, str]:
        """Title and subtitle on show."""
        return self._title.text(), self._subtitle.text()

    def show_heading(self, title: str, subtitle: str) -> None:
        """Say which screen this is."""
        self._heading = (title, subtitle)
        self._title.setText(title)
        self._subtitle.setText(self._words or subtitle)

    def show_alarm(self, words: str) -> None:
        """Be an alarm that says so in words; empty ones end it."""
        if words == self._words:
            return
        self._words = words
        for text, ink in ((self._title, "ink"), (self._subtitle, "ink2")):
            text.set_ink("onAlarm" if words else ink)
        self.show_heading(*self._heading)
        self._ground.fill(bool(words))

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the running timers, the most urgent first."""
        self.timers.show_rooms(faces)

    def show_rooms_tools(self, on_rooms: bool) -> None:
        """On the board of rooms the timers are the screen itself; the sound is switched there."""
        self.timers.setVisible(not on_rooms)
        for tool in (self.sound, self.mini, self.end_day):
            tool.setVisible(on_rooms)
        self.timer.setVisible(False)

    def show_timer(self, possible: bool) -> None:
        """Offer a timer more, where somebody lies with needles in."""
        self.timer.setVisible(possible)

    @property
    def sound_on(self) -> bool:
        """Whether alarms sound."""
        return self._sound_on

    def show_sound(self, on: bool) -> None:
        """Say whether alarms sound."""
        self._sound_on = on
        self.sound.set_icon("volume-2" if on else "volume-x")
        self.sound.set_variant(Variant.PLAIN if on else Variant.MIND)
        self.sound.set_words(_("Sound on") if on else _("Sound off"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.theme.scale
        self.search.set_small(narrow)
        self.timers.set_most(MOST if not narrow or self.theme.scale < 1.2 else MOST - 1)

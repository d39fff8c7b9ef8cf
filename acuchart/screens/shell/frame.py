"""The window as it is while somebody is signed in: rail, bar, steps, screen and foot."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.toast import Toast
from acuchart.screens.shell.call_line import CallLine
from acuchart.screens.shell.clock_line import ClockLine
from acuchart.screens.shell.footer import Footer
from acuchart.screens.shell.header_words import HeaderWords
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.patient_bar import PatientBar
from acuchart.screens.shell.rail import Rail
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.top_bar import TopBar
from acuchart.screens.shell.trouble_line import TroubleLine
from acuchart.screens.shell.visit_steps import VisitSteps
from acuchart.words import _

WIDEST = 1760
"""Beyond this the content grows no more; the margins do."""


class Bar(StrEnum):
    """Which bar stands above a screen."""

    TOP = "top"
    PATIENT = "patient"
    VISIT = "visit"
    """The patient bar and the steps."""


class Frame(Painted):
    """Shows one screen at a time with all that stands around it. It decides nothing.

    Signals:
        place_wanted: a `Place`.
        step_wanted: a `Step` of the visit on the screen.
        room_wanted: a visit id, or None for the board of rooms.
        back_wanted, lock_wanted, switch_wanted, retry_wanted: without a value.
        sound_wanted: whether alarms shall sound.
        mini_wanted: whether the small board shall stand over everything.
        end_day_wanted: the day of the clinic is over.
        call_answered: the id of a call to a room that somebody answers.
    """

    place_wanted = Signal(object)
    step_wanted = Signal(object)
    room_wanted = Signal(object)
    back_wanted = Signal()
    lock_wanted = Signal()
    switch_wanted = Signal()
    retry_wanted = Signal()
    sound_wanted = Signal(bool)
    mini_wanted = Signal(bool)
    end_day_wanted = Signal()
    call_answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "frame")
        self.rail = Rail()
        self.top_bar = TopBar()
        self.patient_bar = PatientBar()
        self.steps = VisitSteps()
        self.trouble = TroubleLine()
        self.calls = CallLine()
        self.clock = ClockLine()
        self._unsaved = ""
        self.footer = Footer()
        self._pages = QStackedWidget()
        self._page: Page | None = None
        self._bar = Bar.TOP
        self.toaster = Toast(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(8)
        self._middle.addWidget(self.calls)
        self._middle.addWidget(self.clock)
        self._middle.addWidget(self.trouble)
        self._middle.addWidget(self._pages, 1)
        for widget in (self.top_bar, self.patient_bar, self.steps):
            self._column.addWidget(widget)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)

    def _connect(self) -> None:
        self.rail.wanted.connect(self.place_wanted)
        self.rail.lock_wanted.connect(self.lock_wanted)
        self.steps.wanted.connect(self.step_wanted)
        self.patient_bar.back_wanted.connect(self.back_wanted)
        self.patient_bar.chart_wanted.connect(lambda: self.place_wanted.emit(Place.CHART))
        self.trouble.retry_wanted.connect(self.retry_wanted)
        self.top_bar.search_wanted.connect(lambda: self.place_wanted.emit(Place.PATIENTS))
        self.top_bar.sound_wanted.connect(self.sound_wanted)
        self.top_bar.mini_wanted.connect(self.mini_wanted)
        self.top_bar.end_day_wanted.connect(self.end_day_wanted)
        self.calls.answered.connect(self.call_answered)
        for bar in (self.top_bar, self.patient_bar):
            bar.room_wanted.connect(self.room_wanted)
            bar.user.switch_wanted.connect(self.switch_wanted)
            bar.user.settings_wanted.connect(lambda: self.place_wanted.emit(Place.SETTINGS))

    @property
    def page(self) -> Page | None:
        """The screen on show."""
        return self._page

    @property
    def bar(self) -> Bar:
        """The bar on show."""
        return self._bar

    def show_person(self, name: str, tone: AvatarTone) -> None:
        """Show who is signed in."""
        self.top_bar.user.show_person(name, tone)
        self.patient_bar.user.show_person(name, tone)

    def show_page(self, page: Page, place: Place, bar: Bar, step: Step | None = None) -> None:
        """Put a screen into the middle, with the bar that belongs to it."""
        self._let_go()
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            _take_margins(page)
        self._page, self._bar = page, bar
        page.heading_changed.connect(self.top_bar.show_heading)
        page.hints_changed.connect(self._show_hints)
        page.foot_changed.connect(self._show_foot)
        page.timer_possible.connect(self.top_bar.show_timer)
        self.top_bar.timer_wanted.connect(page.ask_timer)
        self.top_bar.show_heading(*page.heading)
        self.top_bar.show_rooms_tools(place is Place.ROOMS)
        self.top_bar.show_timer(page.takes_timer)
        self.top_bar.setVisible(bar is Bar.TOP)
        self.patient_bar.setVisible(bar is not Bar.TOP)
        self.steps.setVisible(bar is Bar.VISIT)
        if step is not None:
            self.steps.show_step(step)
        self.rail.show_place(place)
        self.trouble.say("")
        self._pages.setCurrentWidget(page)
        self._show_hints()
        self._show_foot(page.foot_words)
        self._set_margins()

    def _show_hints(self) -> None:
        if self._page is not None:
            self.footer.show_hints(self._page.hints)

    def _show_foot(self, words: str) -> None:
        self.footer.saving.show_words(words)
        self.footer.fit()

    def _let_go(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.heading_changed.disconnect(self.top_bar.show_heading)
            page.hints_changed.disconnect(self._show_hints)
            page.foot_changed.disconnect(self._show_foot)
            page.timer_possible.disconnect(self.top_bar.show_timer)
            self.top_bar.timer_wanted.disconnect(page.ask_timer)

    def drop_pages(self) -> None:
        """Destroy every screen, so that nothing of a patient is left behind the lock."""
        self._let_go()
        while self._pages.count():
            page = self._pages.currentWidget()
            if page is None:
                break
            self._pages.removeWidget(page)
            page.deleteLater()
        self.patient_bar.clear()
        self.steps.show_visit("", ())
        self.trouble.say("")
        self.toaster.hide()

    def show_header(self, words: HeaderWords) -> None:
        """Show the patient above the screen."""
        self.patient_bar.show_header(words)
        self.steps.show_visit(words.which, words.done)

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the running timers, the most urgent first."""
        self.top_bar.show_rooms(faces)
        self.patient_bar.show_rooms(faces)

    def show_alarm(self, words: str) -> None:
        """Let the bar be an alarm where no bell is heard; empty words end it."""
        self.top_bar.show_alarm(words)
        self.patient_bar.show_alarm(words)

    def show_badges(self, rooms: int, prints: int) -> None:
        """Show running timers and waiting prints in the rail."""
        self.rail.show_badges(rooms, prints)

    def show_sound(self, on: bool) -> None:
        """Show whether alarms sound."""
        self.top_bar.show_sound(on)

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; it stays until it is dismissed."""
        self.trouble.say(sentence)

    def show_saved(self, time: str) -> None:
        """Everything is written."""
        self.footer.saving.show_saved(time)
        self.footer.fit()
        if self._unsaved and self.trouble.accessibleName() == self._unsaved:
            self.trouble.say("")

    def show_saving(self) -> None:
        """Something is being written, and takes longer than usual."""
        self.footer.saving.show_saving()
        self.footer.fit()

    def show_not_saved(self, sentence: str, retried: bool) -> None:
        """Writing failed; the entry is kept, and is tried again unless a person has to choose first."""
        self.footer.saving.show_failed()
        self.footer.fit()
        again = _("What you typed stays on the screen and is saved again every 10 seconds.")
        self._unsaved = f"{sentence} {again}" if retried else sentence
        self.trouble.say(self._unsaved, retry=retried)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        pad = self.theme.size("contentPad")
        free = self.width() - self.rail.width() - WIDEST
        side = max(pad, free // 2)
        top = 16 if self._bar is Bar.VISIT else 0
        self._middle.setContentsMargins(side, top, side, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("paper"))
        painter.end()


def _take_margins(page: Page) -> None:
    """The frame alone decides how far a screen keeps from its edges."""
    layout = page.layout()
    if layout is not None:
        layout.setContentsMargins(0, 0, 0, 0)

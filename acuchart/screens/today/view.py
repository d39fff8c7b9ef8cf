"""The screen of the day."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.chart import BoardCard, Column
from acuchart.clinic.people import Patient, User
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.reminders import RemindersPanel
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.today.board import Board
from acuchart.screens.today.check_in import CheckInDialog
from acuchart.words import _, format_date, ngettext

EVERYONE = "everyone"
FOLD_BELOW = 1240
SIDE = 300


class TodayPage(Page):
    """Filter row, board, and the print queue at the side where there is room for it.

    Signals:
        searched, check_in_wanted, register_wanted: From the check-in.
        room_given: Visit key and room, empty for the waiting room.
        taken_back: A check-in that was a mistake.
        card_opened, reading_wanted, print_wanted: From a card.
        day_moved: So many days; today_wanted: Back to today.
    """

    searched = Signal(str)
    check_in_wanted = Signal(object, object)
    register_wanted = Signal(str)
    room_given = Signal(object, str)
    taken_back = Signal(object)
    card_opened = Signal(object)
    reading_wanted = Signal(object)
    print_wanted = Signal()
    day_moved = Signal(int)
    today_wanted = Signal()

    def __init__(self, side: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("today")
        self._cards: tuple[BoardCard, ...] = ()
        self._practitioners: tuple[User, ...] = ()
        self._rooms: tuple[str, ...] = ()
        self._me: UUID | None = None
        self._clinical = False
        self._subtitle = ""
        self._dialog: CheckInDialog | None = None
        self._board = Board()
        self.reminders = RemindersPanel("today")
        self._side = side
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(self._make_filter_row())
        self._error = ErrorLine()
        left.addWidget(self._error)
        left.addWidget(self.reminders)
        empty = EmptyState(
            "calendar-days",
            _("No one has arrived yet"),
            _("Check people in as they come. Their cards start here."),
            [self._make_check_in("today.empty_check_in")],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._board)
        self._stack.addWidget(empty)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        if self._side is not None:
            self._side.setFixedWidth(SIDE)
            row.addWidget(self._side)

    def _make_filter_row(self) -> QHBoxLayout:
        self._filter_row = QHBoxLayout()
        self._filter_row.setSpacing(10)
        self._filter = Segmented(
            [Option(EVERYONE, _("Everyone"))], name="today.filter", label=_("Show visits of")
        )
        self._filter_row.addWidget(self._filter)
        self._past = Text("", "body", "ink2")
        self._filter_row.addWidget(self._past)
        self._filter_row.addStretch(1)
        self._back = Button(_("Back to today"), name="today.back_to_today")
        self._earlier = Button("", icon="chevron-left", name="today.earlier", hint=_("Day before"))
        self._date = Text("", "button")
        self._later = Button("", icon="chevron-right", name="today.later", hint=_("Day after"))
        for widget in (self._back, self._earlier, self._date, self._later):
            self._filter_row.addWidget(widget)
        self._filter_row.addWidget(self._make_check_in("today.check_in"))
        return self._filter_row

    def _make_check_in(self, name: str) -> Button:
        button = Button(_("Check in"), Variant.PRIMARY, icon="user-plus", name=name)
        button.clicked.connect(self.start_check_in)
        return button

    def _connect(self) -> None:
        self._board.opened.connect(self.card_opened)
        self._board.room_wanted.connect(self._choose_room)
        self._board.reading_wanted.connect(self.reading_wanted)
        self._board.print_wanted.connect(lambda _card: self.print_wanted.emit())
        self._earlier.clicked.connect(lambda: self.day_moved.emit(-1))
        self._later.clicked.connect(lambda: self.day_moved.emit(1))
        self._back.clicked.connect(self.today_wanted)
        self._filter.chosen.connect(lambda _key: self._fill())

    @property
    def heading(self) -> tuple[str, str]:
        return _("Today"), self._subtitle

    @property
    def hints(self) -> Sequence[Hint]:
        return (
            (("N",), _("Check in")),
            (("←", "→"), _("Choose a card")),
            (("Enter",), _("Open")),
            (("R",), _("Give a room")),
            (("P",), _("Print all ready")),
        )

    def show_staff(self, practitioners: Sequence[User], me: UUID) -> None:
        """Offers each practitioner as a filter."""
        self._practitioners, self._me = tuple(practitioners), me
        options = [Option(EVERYONE, _("Everyone"))]
        options += [Option(str(person.id), person.name.split()[0]) for person in practitioners]
        key = self._filter.key if any(option.key == self._filter.key for option in options) else EVERYONE
        new = Segmented(options, key, name="today.filter", label=_("Show visits of"))
        new.chosen.connect(lambda _key: self._fill())
        self._filter_row.replaceWidget(self._filter, new)
        self._filter.hide()
        self._filter.deleteLater()
        self._filter = new
        self._fill()

    def show_rooms(self, rooms: Sequence[str]) -> None:
        """The rooms one can be shown into."""
        self._rooms = tuple(rooms)

    def show_board(self, cards: Sequence[BoardCard], day: date, today: date, clinical: bool) -> None:
        """Shows the visits of a day; a past day can only be looked at."""
        self._cards, self._clinical = tuple(cards), clinical
        past = day != today
        self._date.setText(format_date(day))
        self._past.setText(_("You are looking at {date}").format(date=format_date(day)) if past else "")
        self._back.setVisible(past)
        self._later.setEnabled(past)
        self._error.say("")
        self._fill()
        visits = ngettext("{n} visit", "{n} visits", len(cards)).format(n=len(cards))
        needled = sum(card.column is Column.NEEDLES_IN for card in cards)
        self._subtitle = _("{visits} · {n} with needles in").format(visits=visits, n=needled)
        self.heading_changed.emit(*self.heading)

    def _fill(self) -> None:
        shown = [c for c in self._cards if self._filter.key in (EVERYONE, str(c.practitioner_id))]
        self._board.show_cards(shown, self._me, self._clinical)
        self._stack.setCurrentIndex(0 if self._cards else 1)

    def start_check_in(self) -> None:
        """Asks who has arrived."""
        if self._me is None:
            return
        self._dialog = CheckInDialog(self, self._practitioners, self._me)
        self._dialog.searched.connect(self.searched)
        self._dialog.chosen.connect(self.check_in_wanted)
        self._dialog.new_patient.connect(self._leave_for_registration)
        self._dialog.finished.connect(self._dialog_gone)
        self._dialog.open()

    def _leave_for_registration(self, searched: str) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.register_wanted.emit(searched)

    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def show_found(self, patients: Sequence[Patient]) -> None:
        """The people who fit what was typed in the check-in."""
        if self._dialog is not None:
            self._dialog.show_found(patients)

    def show_checked_in(self) -> None:
        """The check-in is done."""
        if self._dialog is not None:
            self._dialog.accept()

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong where the person is looking."""
        if self._dialog is not None:
            self._dialog.show_trouble(sentence)
        else:
            self._error.say(sentence)

    def tick(self, now: datetime) -> None:
        """Moves the clocks."""
        self._board.tick(now)

    def _choose_room(self, card: BoardCard) -> None:
        menu = Menu(self)
        menu.setObjectName("today.rooms")
        taken = {c.room for c in self._cards if c.session is not None and c.session.needles_in}
        for room in self._rooms:
            action = menu.addAction(room)
            action.setEnabled(room not in taken)
            action.triggered.connect(lambda _on=False, r=room: self.room_given.emit(card.visit_id, r))
        menu.addSeparator()
        if card.room:
            waiting = menu.addAction(_("Back to the waiting room"))
            waiting.triggered.connect(lambda: self.room_given.emit(card.visit_id, ""))
        mistake = menu.addAction(_("Take the check-in back"))
        mistake.triggered.connect(lambda: self.taken_back.emit(card.visit_id))
        where = self._board.place_of(card.visit_id) or self
        menu.popup(where.mapToGlobal(where.rect().bottomLeft()))

    def focus_first(self) -> None:
        """The arrows choose a card at once; where there is none yet, the other keys work."""
        (self._board if self._board.isVisible() else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.start_check_in()
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self.print_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._side is not None:
            self._side.setVisible(self.width() >= FOLD_BELOW)

"""The clinic: letterhead, paper, formats, rooms, and when the PC locks."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from acuchart.clinic.details import ClinicDetails, ClockStyle, DateOrder, Paper, WrongDetails
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.screens.shell.first_start.asking_pages import clock_choice, date_choice, paper_choice
from acuchart.screens.shell.first_start.logo_field import LogoField
from acuchart.words import _

SHORTEST, LONGEST = 1, 30


class MinutesStepper(QWidget):
    """Minutes with a key for less and one for more.

    Signals:
        changed: the minutes.
    """

    changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.minutes = SHORTEST
        self.less = Button("", icon="minus", size=Size.SMALL, hint=_("One minute less"), name=f"{name}.less")
        self.more = Button("", icon="plus", size=Size.SMALL, hint=_("One minute more"), name=f"{name}.more")
        self._words = Text("", "body", name=name)
        self._words.setMinimumWidth(72)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self._words, self.more):
            row.addWidget(widget)

    def show_minutes(self, minutes: int) -> None:
        """Show minutes without telling anybody."""
        self.minutes = max(SHORTEST, min(LONGEST, minutes))
        self._words.setText(_("{n} min").format(n=self.minutes))
        self.less.setEnabled(self.minutes > SHORTEST)
        self.more.setEnabled(self.minutes < LONGEST)

    def _step(self, by: int) -> None:
        self.show_minutes(self.minutes + by)
        self.changed.emit(self.minutes)


class ClinicPage(QWidget):
    """Everything is saved as it is typed.

    Signals:
        edited: the details as they stand on the page.
        details_shown: what is kept stands on the page.
    """

    edited = Signal(object)
    details_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ClinicDetails | None = None
        self.name = LabelledField(_("Name of the clinic"), name="settings.clinic_name")
        self.address = LabelledField(_("Address"), name="settings.clinic_address")
        self.phone = LabelledField(_("Phone"), name="settings.clinic_phone")
        self.logo = LogoField("settings")
        self.paper = paper_choice("settings.paper")
        self.dates = date_choice("settings.dates")
        self.clock = clock_choice("settings.clock")
        self.needle = LabelledField(_("Usual needle"), name="settings.needle")
        self.rooms = QPlainTextEdit()
        self.rooms.setObjectName("settings.rooms")
        self.rooms.setTabChangesFocus(True)
        self.rooms.setFixedHeight(132)
        self.room_list = LabelledField(_("Rooms, one on each line, in the order of the board"), self.rooms)
        for field in (self.name, self.room_list):
            keep_refused(field.editor, field.editor.objectName())
        self.lock = MinutesStepper("settings.lock_minutes")
        self._error = ErrorLine()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head, habits, rooms = (
            Card(_("Letterhead")),
            Card(_("Paper, dates and needle")),
            Card(_("Rooms and lock")),
        )
        head.body.addWidget(self.name)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.address, 2)
        pair.addWidget(self.phone, 1)
        head.body.addLayout(pair)
        head.body.addWidget(self.logo)
        choices = ((_("Paper"), self.paper), (_("Dates"), self.dates), (_("Time of day"), self.clock))
        for words, choice in choices:
            habits.body.addLayout(_labelled(words, choice))
        habits.body.addWidget(self.needle)
        rooms.body.addWidget(self.room_list)
        rooms.body.addLayout(_labelled(_("Lock when unused for"), self.lock))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(self._error)
        for card in (head, habits, rooms):
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside, name="settings.clinic"))

    def _connect(self) -> None:
        for field in (self.name, self.address, self.phone, self.needle):
            field.edited.connect(self._send)
        for choice in (self.paper, self.dates, self.clock):
            choice.chosen.connect(self._send)
        self.logo.changed.connect(self._send)
        self.rooms.textChanged.connect(self._send)
        self.lock.changed.connect(self._send)

    @property
    def error(self) -> str:
        """What is wrong on the page."""
        return self._error.words.text()

    def show_details(self, details: ClinicDetails) -> None:
        """Show what is kept; what is being typed stays where it says the same, or where it can't be kept."""
        self._shown = None
        if not self.name.error:
            self.name.set_text(details.name)
        self.address.set_text(details.address)
        self.phone.set_text(details.phone)
        self.needle.set_text(details.needle)
        if details.logo != self.logo.logo:
            self.logo.show_logo(details.logo)
        self.paper.choose(details.paper.value)
        self.dates.choose(details.date_order.value)
        self.clock.choose(details.clock.value)
        if not self.room_list.error and _rooms(self.rooms.toPlainText()) != details.rooms:
            self.rooms.setPlainText("\n".join(details.rooms))
        self.lock.show_minutes(details.lock_minutes)
        self._shown = details
        self.details_shown.emit()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; nothing is saved until it is right."""
        self._error.say(sentence)

    def show_wrong(self, wrong: WrongDetails) -> None:
        """Say what can't be kept, where it stands; the rest is saved."""
        self.name.set_error(wrong.name)
        self.room_list.set_error(wrong.rooms)

    def _send(self) -> None:
        if self._shown is None:
            return
        self.edited.emit(
            replace(
                self._shown,
                name=self.name.text,
                address=self.address.text,
                phone=self.phone.text,
                logo=self.logo.logo,
                paper=Paper(self.paper.key),
                date_order=DateOrder(self.dates.key),
                clock=ClockStyle(self.clock.key),
                needle=self.needle.text,
                rooms=_rooms(self.rooms.toPlainText()),
                lock_minutes=self.lock.minutes,
            )
        )


def _rooms(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _labelled(words: str, choice: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    label = Text(words, "body", "ink2")
    label.setMinimumWidth(180)
    row.addWidget(label)
    row.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return row

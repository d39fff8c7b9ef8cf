"""Before the session: what will be needled, in which room, and what stands in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.bedside import Bedside
from acuchart.clinic.needling import needles_expected
from acuchart.clinic.needling_words import needling_words
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.words import _, ngettext

_WIDTH = 640


class PreparePanel(QWidget):
    """The points to be needled and the free rooms.

    Signals:
        prepare_wanted: the room chosen.
        without_wanted: what is prescribed is done, and no needle belongs to it.
        points_wanted: go to the points.
    """

    prepare_wanted = Signal(str)
    without_wanted = Signal()
    points_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._room = ""
        self._rooms: dict[str, Button] = {}
        self.card = Card(_("Before needling"), radius="panel", padding=(20, 24))
        self.card.setMaximumWidth(_WIDTH)
        self._expected = Text("", "small", "ink2")
        self.card.head.addWidget(self._expected)
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self.card.body.addLayout(self._points)
        self.to_settle = Alert(AlertKind.DANGER, "", name="session.to_settle")
        self.card.body.addWidget(self.to_settle)
        self.card.body.addWidget(Text(_("Room"), "label", "ink2"))
        holder = QWidget()
        self._room_flow = FlowLayout(holder, gap=8, row_gap=8)
        self.card.body.addWidget(holder)
        self._no_room = Text(_("Every room is taken. Close one first."), "body", "ochreText", wrap=True)
        self.card.body.addWidget(self._no_room)
        self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> None:
        self.points = Button(_("Points"), icon="arrow-left", size=Size.LARGE, name="session.points")
        self.points.clicked.connect(self.points_wanted)
        self.go = Button(_("Prepare room"), Variant.PRIMARY, size=Size.LARGE, name="session.prepare")
        self.go.clicked.connect(lambda: self.prepare_wanted.emit(self._room))
        self.without = Button(
            _("Done without needles"), Variant.PRIMARY, size=Size.LARGE, name="session.without"
        )
        self.without.clicked.connect(self.without_wanted)
        self.card.body.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.points)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.without)
        self.card.body.addLayout(row)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QHBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.card, 20, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    @property
    def room(self) -> str:
        """The room chosen; empty while none is."""
        return self._room

    def show_bedside(self, bedside: Bedside) -> None:
        """Shows points and rooms of a visit."""
        needles = needles_expected(bedside.prescription)
        self._expected.setText(
            ngettext("{n} needle prescribed", "{n} needles prescribed", needles).format(n=needles)
        )
        self._show_points(bedside)
        self.to_settle.say(bedside.to_settle)
        self.to_settle.setVisible(bool(bedside.to_settle))
        self._show_rooms(bedside)
        none_planned = bool(bedside.prescription) and not needles
        self.without.setVisible(none_planned)
        self.go.set_variant(Variant.PLAIN if none_planned else Variant.PRIMARY)
        if bedside.signed:
            self.go.set_missing(_("This visit is signed."))
        else:
            self.without.set_missing(bedside.to_settle)
            self.go.set_missing(bedside.to_settle or ("" if self._room else _("Choose a room first.")))

    def _show_points(self, bedside: Bedside) -> None:
        while (item := self._points.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row in bedside.prescription:
            self._points.addWidget(Rule())
            line = Text(needling_words(row), "body", wrap=True)
            line.setContentsMargins(0, 7, 0, 7)
            self._points.addWidget(line)

    def _show_rooms(self, bedside: Bedside) -> None:
        while (item := self._room_flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._rooms = {}
        for number, room in enumerate(bedside.free_rooms, start=1):
            button = Button(room, size=Size.LARGE, name=f"session.choose_room.{number}")
            button.clicked.connect(lambda _on=False, chosen=room: self._choose(chosen))
            self._rooms[room] = button
            self._room_flow.addWidget(button)
        self._no_room.setVisible(not bedside.free_rooms)
        free = bedside.free_rooms
        self._choose(bedside.room if bedside.room in free else free[0] if len(free) == 1 else "")

    def _choose(self, room: str) -> None:
        self._room = room
        for name, button in self._rooms.items():
            button.set_variant(Variant.TINT if name == room else Variant.PLAIN)
            button.set_icon("check" if name == room else "")
        if room and not self.to_settle.title.text():
            self.go.set_missing("")

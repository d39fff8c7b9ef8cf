"""One room: its clock, its counters and its buttons, in the forms that fit one to twelve rooms."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from acuchart.clinic.session import HELD, OUT
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.painted import begin, draw_panel
from acuchart.screens.parts.tag import CautionChip
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.session.buttons import MoreActions, RoomButtons
from acuchart.screens.session.count_field import CountField
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.ring import RingPlace, RoomRing
from acuchart.screens.session.strip import StageStrip
from acuchart.screens.session.strips import Tone
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.screens.shell.page import show_or_leave
from acuchart.words import _

_NAME = 64
"""Width that is kept for the name of the patient."""
_RING_IN = 4
"""How far inside a coloured card the ring of the chosen room runs."""


class Form(StrEnum):
    """How much room a card has."""

    WIDE = "wide"
    SINGLE = "single"
    TALL = "tall"
    COMPACT = "compact"
    DENSE = "dense"


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of a form in px.

    Attributes:
        flat: Whether strip and counters are one row high, the counters one above the other.
        low: Whether the counters alone are one row high, side by side, to leave the height to the ring.
    """

    ring: int
    padding: int
    gap: int
    flat: bool
    buttons: Size
    low: bool = False


MEASURES = {
    Form.WIDE: Measures(440, 24, 14, False, Size.ROOM),
    Form.SINGLE: Measures(460, 20, 12, False, Size.ROOM, low=True),
    Form.TALL: Measures(328, 20, 12, False, Size.ROOM),
    Form.COMPACT: Measures(200, 18, 8, True, Size.LARGE),
    Form.DENSE: Measures(120, 12, 5, True, Size.LARGE),
}


class RoomCardWidget(Card):
    """A room on the board or beside the patient.

    Signals:
        wished: a `Wish`.
        chosen: the card was tapped beside its controls, or somebody types into it.
    """

    wished = Signal(object)
    chosen = Signal(object)

    def __init__(self, face: RoomCardFace, form: Form, *, on_board: bool = False) -> None:
        self._measures = MEASURES[form]
        padding = self._measures.padding
        super().__init__(radius="panel", padding=(padding, padding), name=f"session.room.{face.key}")
        self.body.setSpacing(self._measures.gap)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._form = form
        self._face = face
        self._chosen = False
        self._on_board = on_board
        key, flat = face.key, self._measures.flat
        low = flat or self._measures.low
        self.ring = RoomRing(self._measures.ring, name=f"session.ring.{key}")
        self.strip = StageStrip(flat=flat, name=f"session.strip.{key}")
        self.trouble = ErrorLine()
        dense = form is Form.DENSE
        self.inserted = CountField(
            _("In") if dense else _("Inserted"), flat=low, name=f"session.count_in.{key}"
        )
        self.removed = CountField(
            _("Out") if dense else _("Removed"), flat=low, name=f"session.count_out.{key}"
        )
        self.buttons = RoomButtons(key, wide=form in (Form.WIDE, Form.SINGLE), size=self._measures.buttons)
        self._make_room_head(face)
        self._arrange()
        self._connect()
        self.show_face(face)

    @property
    def face(self) -> RoomCardFace:
        """What is shown."""
        return self._face

    def _make_room_head(self, face: RoomCardFace) -> None:
        key = face.key
        dense = self._form is Form.DENSE
        self.room = Text(face.room, "h3" if dense else "h1")
        self.name = ElidedText(face.name, "small" if dense else "body", "ink2")
        self.line = ElidedText("", "caption", "ink2", name=f"session.line.{key}")
        self.flags = [
            CautionChip(flag.word, icon=FLAG_ICONS[flag.kind], name=f"session.flag.{key}.{n}")
            for n, flag in enumerate(face.flags)
        ]
        self.silence = Button(
            _("Silence"), Variant.ALARM, icon="bell-off", size=Size.LARGE, name=f"session.silence.{key}"
        )
        self.more = Button("", icon="ellipsis", size=Size.LARGE, hint=_("More"), name=f"session.more.{key}")
        self.call = Button(_("Call someone"), icon="bell-ring", size=Size.ROOM, name=f"session.call.{key}")
        self.call.setVisible(False)
        for button in (self.silence, self.more, self.call):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if dense:
            for button in (self.silence, self.more):
                button.setFixedHeight(40)

    def _arrange(self) -> None:
        head, named = QHBoxLayout(), QHBoxLayout()
        for row in (head, named):
            row.setSpacing(8)
        named.addWidget(self.room)
        named.addWidget(self.name, 1)
        if self._form is Form.DENSE:
            # There is no strip: what stands in the room is said below its name.
            lines = QVBoxLayout()
            lines.setSpacing(0)
            lines.addLayout(named)
            lines.addWidget(self.line)
            head.addLayout(lines, 1)
        else:
            self.line.setParent(self)
            self.line.hide()
            head.addLayout(named, 1)
        for chip in self.flags:
            head.addWidget(chip)
        head.addWidget(self.silence)
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.call.clicked.connect(lambda: self._wish(Do.CALL))
        counters = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if self._measures.flat else QBoxLayout.Direction.LeftToRight
        )
        counters.setSpacing(self._measures.gap)
        counters.addWidget(self.inserted)
        counters.addWidget(self.removed)
        laid = {Form.WIDE: self._wide, Form.SINGLE: self._tall, Form.TALL: self._tall}
        laid.get(self._form, self._flat)(counters)
        self.body.addWidget(self.call)

    def _tall(self, counters: QBoxLayout) -> None:
        self.body.addWidget(RingPlace(self.ring), 1)
        for widget in (self.strip, self.trouble):
            self.body.addWidget(widget)
        self.body.addLayout(counters)
        self.body.addWidget(self.buttons)

    def _wide(self, counters: QBoxLayout) -> None:
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(32)
        column.setSpacing(self._measures.gap)
        column.addStretch(1)
        for widget in (self.strip, self.trouble):
            column.addWidget(widget)
        column.addLayout(counters)
        column.addWidget(self.buttons)
        column.addStretch(1)
        row.addWidget(RingPlace(self.ring))
        row.addLayout(column, 1)
        self.body.addLayout(row, 1)

    def _flat(self, counters: QBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(RingPlace(self.ring))
        row.addLayout(counters, 1)
        self.body.addLayout(row, 1)
        if self._form is Form.COMPACT:
            self.body.addWidget(self.strip)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.buttons)

    def _connect(self) -> None:
        self.inserted.stepped.connect(lambda step: self._wish(Do.ONE_IN, step))
        self.removed.stepped.connect(lambda step: self._wish(Do.ONE_OUT, step))
        self.inserted.typed.connect(lambda number, seen: self._wish(Do.SET_IN, number, seen))
        self.removed.typed.connect(lambda number, seen: self._wish(Do.SET_OUT, number, seen))
        for field in (self.buttons.minutes.field, self.inserted.number, self.removed.number):
            field.installEventFilter(self)
        self.buttons.wanted.connect(self._wish)
        self.strip.acted.connect(self._act)
        self.silence.clicked.connect(lambda: self._wish(Do.SILENCE))
        self.more.clicked.connect(self._show_more)

    def _wish(self, do: Do, number: int = 0, seen: int | None = None) -> None:
        self.wished.emit(Wish(do, self._face.visit_id, number, seen=seen))

    def _wish_zone(self, do: Do, number: int, zone: UUID) -> None:
        self.wished.emit(Wish(do, self._face.visit_id, number, zone=zone))

    def _act(self) -> None:
        strip = self._face.strip
        if strip.do is not None:
            self.wished.emit(Wish(strip.do, self._face.visit_id, zone=strip.zone))

    def _show_more(self) -> None:
        actions = MoreActions(self._face, self._on_board, self)
        actions.wanted.connect(self._wish)
        actions.zone_wanted.connect(self._wish_zone)
        actions.show_under(self.more)

    def show_face(self, face: RoomCardFace) -> None:
        """Shows a room at another moment."""
        changed = face.state is not self._face.state or face.missing != self._face.missing
        self._face = face
        if changed:
            self.trouble.say("")
        self.set_tint(Tint.ALARM if face.alarm else Tint.DUE if face.paused or face.due else self._calm)
        self._show_head(face)
        self.ring.show_time(face.timer, face.caption, face.spoken)
        self.setAccessibleName(face.spoken)
        self.strip.show_strip(face.strip, face.alarm)
        self._show_counts(face)

    def _show_head(self, face: RoomCardFace) -> None:
        self.line.setText(_standing(face))
        for label in (self.room, self.name, self.line):
            ink = "onAlarm" if face.alarm else "ink" if label is self.room else "ink2"
            if label.property("shown_ink") != ink:
                label.setProperty("shown_ink", ink)
                label.setStyleSheet(f"color: {self.theme.colour(ink).name()};")
        show_or_leave(self.silence, face.sounding)
        self._fit_head()
        show_or_leave(self.more, face.clinical and not face.sounding)
        quiet = Variant.ALARM_LINE if face.alarm else Variant.PLAIN
        if self.more.variant is not quiet:
            self.more.set_variant(quiet)

    def _show_counts(self, face: RoomCardFace) -> None:
        for widget in (self.inserted, self.removed, self.buttons):
            widget.setVisible(face.clinical)
        self.call.setVisible(not face.clinical)
        if face.clinical:
            self.inserted.show_count(face.inserted, None, face.alarm)
            self.removed.show_count(face.removed, face.of, face.alarm)
            self.inserted.set_counting(face.state in HELD)
            self.removed.set_counting(face.state in OUT)
            self.buttons.show_face(face)

    def restyle(self) -> None:
        """The inks of the head belong to the theme."""
        for label in (self.room, self.name, self.line):
            label.setProperty("shown_ink", "")
        self._show_head(self._face)

    @property
    def _calm(self) -> Tint:
        return Tint.MINE if self._chosen else Tint.PLAIN

    def set_chosen(self, chosen: bool) -> None:
        """Marks the room that the keys work in, whatever its colour."""
        self._chosen = chosen
        if self.tint in (Tint.PLAIN, Tint.MINE):
            self.set_tint(self._calm)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._chosen or self.tint is Tint.MINE:
            return
        theme, painter = self.theme, begin(self)
        ink = theme.colour("onAlarm" if self.tint is Tint.ALARM else "jade")
        inside = QRectF(self.rect()).adjusted(_RING_IN, _RING_IN, -_RING_IN, -_RING_IN)
        draw_panel(painter, inside, None, ink, theme.radius("panel") - _RING_IN, 2)
        painter.end()

    def show_trouble(self, sentence: str) -> None:
        """Says in the room what has to be put right."""
        self.trouble.say(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            # Enter leaves the field for the keys of the page: they must mean the room somebody types in.
            self.chosen.emit(self._face.visit_id)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._face.visit_id)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """The risks give way where the name of the room would be cut; they stand in the visit as well."""
        taken = self.room.sizeHint().width() + self.more.sizeHint().width() + _NAME
        room = self.width() - 2 * self._measures.padding - taken
        for chip in self.flags:
            room -= chip.sizeHint().width() + 8
            chip.setVisible(room >= 0 and not self._face.sounding)


def _standing(face: RoomCardFace) -> str:
    """What stands in the room in a few words: what waits for a hand, else what its clock means."""
    strip = face.strip
    if strip.zone is not None and strip.tone is Tone.ALARM:
        return _("{title} · {line}").format(title=strip.title, line=strip.line)
    return face.caption if strip.tone is Tone.PLAIN and strip.zone is None else strip.title

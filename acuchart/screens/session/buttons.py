"""The buttons at the foot of a room and those behind its "more" button, for each state of its session."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.session import LONGEST_MINUTES, OUT, RESTING, RUNNING, USUAL_MINUTES, SessionState
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import Field
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text
from acuchart.screens.session.close_button import CloseButton
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.wishes import Do
from acuchart.screens.shell.page import show_or_leave
from acuchart.words import _


class MinutesField(QWidget):
    """How long the needles stay: typed, 20 unless somebody types another number."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = Field(str(USUAL_MINUTES), label=_("Minutes of retention"), large=True, name=name)
        self.field.setValidator(QIntValidator(1, LONGEST_MINUTES, self))
        self.field.setFixedWidth(74)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(Text(_("min"), "body", "ink2"))

    @property
    def minutes(self) -> int:
        """What is typed, 20 while it is empty."""
        return int(self.field.text() or USUAL_MINUTES)


class Terse(StrEnum):
    """How few words the buttons make do with."""

    WORDS = "words"
    ICONS = "icons"
    SHORT = "short"


class RoomButtons(QWidget):
    """What can be done next; where there is little room, with fewer words.

    Signals:
        wanted: a `Do` and a number: minutes, or 0.
    """

    wanted = Signal(object, int)

    def __init__(self, key: str, *, wide: bool, size: Size = Size.ROOM) -> None:
        super().__init__()
        self._key = key
        self._wide = wide
        self._size = size
        self.minutes = MinutesField(f"session.minutes.{key}")
        self.begin = self._button(_("First needle in"), "begin", Do.BEGIN, Variant.PRIMARY)
        self.all_in = self._button(_("All in"), "all_in", Do.ALL_IN)
        self.turn = self._button(_("Next round"), "turn", Do.TURN, Variant.PRIMARY, icon="rotate-ccw")
        self.retain = self._button(
            _("Start {n} min").format(n=USUAL_MINUTES), "retain", Do.RETAIN, Variant.PRIMARY
        )
        self.pause = self._button(_("Pause"), "pause", Do.PAUSE, icon="pause")
        self.go_on = self._button(_("Go on"), "go_on", Do.GO_ON, icon="play")
        self.add_1 = self._button(_("1 min"), "add_1", Do.ADD, icon="plus", number=1)
        self.add_5 = self._button(_("5 min"), "add_5", Do.ADD, icon="plus", number=5)
        self.remove = self._button(_("Start removal"), "remove", Do.REMOVE, Variant.TINT)
        self.report = self._button(_("Report missing needle"), "report", Do.REPORT)
        self.close_room = CloseButton(name=f"session.close.{key}")
        self.close_room.clicked.connect(lambda: self.wanted.emit(Do.CLOSE, 0))
        self.close_room.held.connect(lambda: self.wanted.emit(Do.REPORT, 0))
        self.minutes.field.textEdited.connect(self._name_retain)
        self._terse = Terse.WORDS
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many words as there is room for."""
        for terse in Terse:
            self._say(terse)
            row = self.layout()
            if row is None or row.minimumSize().width() <= self.width():
                return

    def _say(self, terse: "Terse") -> None:
        if terse is self._terse:
            return
        self._terse = terse
        lone = terse is not Terse.WORDS
        for button, words in ((self.pause, _("Pause")), (self.go_on, _("Go on"))):
            button.set_words("" if lone else words)
            button.setAccessibleName(words)
            button.setToolTip(words if lone else "")
        short = terse is Terse.SHORT
        self.add_5.set_words("5" if short else _("5 min"))
        self.add_5.setAccessibleName(_("Add 5 minutes"))
        self.remove.set_words(_("Remove") if short else _("Start removal"))
        self._name_retain()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.minutes)
        for button in (self.all_in, self.pause, self.go_on, self.add_1, self.add_5, self.report):
            row.addWidget(button)
        for button in (self.begin, self.retain, self.remove, self.turn, self.close_room):
            row.addWidget(button, 1)
        if self._size is not Size.ROOM:
            self.close_room.setFixedHeight(self.remove.sizeHint().height())

    def _button(
        self,
        words: str,
        name: str,
        do: Do,
        variant: Variant = Variant.PLAIN,
        *,
        icon: str = "",
        number: int = 0,
    ) -> Button:
        made = Button(words, variant, icon=icon, size=self._size, name=f"session.{name}.{self._key}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.wanted.emit(do, self._number(do, number)))
        return made

    def _number(self, do: Do, number: int) -> int:
        return self.minutes.minutes if do is Do.RETAIN else number

    def _name_retain(self) -> None:
        words = _("Start {n} min").format(n=self.minutes.minutes)
        self.retain.set_words(_("Start") if self._terse is Terse.SHORT else words)
        self.retain.setAccessibleName(words)

    def show_face(self, face: RoomCardFace) -> None:
        """Shows the buttons of a state."""
        state, alarm = face.state, face.alarm
        retained = state in RESTING
        if face.expected:
            self.all_in.set_words(_("All {n} in").format(n=face.expected))
        shown: dict[QWidget, bool] = {
            self.minutes: state is SessionState.GOING_IN,
            self.begin: state is SessionState.PLANNED,
            self.retain: state is SessionState.GOING_IN,
            self.all_in: state is SessionState.GOING_IN and not face.inserted and face.expected > 0,
            self.pause: state in RUNNING and not face.paused,
            self.go_on: state in RUNNING and face.paused,
            self.add_1: retained and self._wide and not alarm,
            self.add_5: retained,
            self.remove: retained,
            self.report: state is SessionState.COMING_OUT and face.missing > 0 and self._wide,
            self.turn: state is SessionState.COUNTED and face.next_round is not None,
            self.close_room: state in OUT and (face.next_round is None or face.missing != 0),
        }
        for widget, on in shown.items():
            show_or_leave(widget, on)
        self._fit()
        self._recolour(alarm)
        self.close_room.show_count(face.removed, face.inserted, face.missing, alarm)

    def _recolour(self, alarm: bool) -> None:
        quiet = Variant.ALARM_LINE if alarm else Variant.PLAIN
        for button in (self.pause, self.go_on, self.add_1, self.add_5, self.report):
            if button.variant is not quiet:
                button.set_variant(quiet)
        loud = Variant.ALARM if alarm else Variant.TINT
        if self.remove.variant is not loud:
            self.remove.set_variant(loud)


class MoreActions(Popover):
    """What is wanted of a room now and then.

    Signals:
        wanted: a `Do` and a number.
        zone_wanted: a `Do`, a number and the key of a zone.
    """

    wanted = Signal(object, int)
    zone_wanted = Signal(object, int, object)

    def __init__(self, face: RoomCardFace, on_board: bool, parent: QWidget) -> None:
        super().__init__(width=300, name=f"session.more_actions.{face.key}", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, name, do, number in _offers(face, on_board):
            self.body.addWidget(self._button(words, f"session.{name}.{face.key}", do, number))
        for number, (zone, words) in enumerate(face.zones, start=1):
            self._add_zone(face.key, number, zone, words)

    def _button(self, words: str, name: str, do: Do, number: int) -> Button:
        made = Button(words, size=Size.LARGE, name=name)
        tell: Callable[[], None] = lambda: self._tell(do, number)  # noqa: E731  # a slot that takes nothing
        made.clicked.connect(tell)
        return made

    def _add_zone(self, key: str, number: int, zone: UUID, words: str) -> None:
        """A zone can come off or stay five minutes more, also where another one stands in the strip."""
        for label, name, do, minutes in (
            (_("Off: {zone}").format(zone=words), "zone_off", Do.ZONE_OFF, 0),
            (_("5 min more: {zone}").format(zone=words), "zone_longer", Do.ZONE_LONGER, 5),
        ):
            made = Button(label, size=Size.LARGE, name=f"session.{name}.{key}.{number}")
            made.clicked.connect(partial(self._tell_zone, do, minutes, zone))
            self.body.addWidget(made)

    def _tell_zone(self, do: Do, minutes: int, zone: UUID, _on: bool = False) -> None:
        self.close()
        self.zone_wanted.emit(do, minutes, zone)

    def _tell(self, do: Do, number: int) -> None:
        self.close()
        self.wanted.emit(do, number)


Offer = tuple[str, str, Do, int]


def _offers(face: RoomCardFace, on_board: bool) -> list[Offer]:
    """Words, name, act and number of each offer in the present state."""
    opening = [(_("Open visit"), "open_visit", Do.OPEN_VISIT, 0)] if on_board else []
    if face.state is SessionState.PLANNED:
        return [*opening, (_("Call off, no needle went in"), "call_off", Do.CALL_OFF, 0)]
    always = [
        (_("Undo last count"), "undo", Do.UNDO, 0),
        (_("Count place by place"), "spots", Do.ASK_SPOTS, 0),
        (_("Reaction, patient unwell"), "reaction", Do.ASK_REACTION, 0),
        (_("Heat lamp, moxa or cups"), "zone", Do.ASK_ZONE, 0),
    ]
    return [*opening, *always, *(offer for offer, on in _now_and_then(face) if on)]


def _now_and_then(face: RoomCardFace) -> tuple[tuple[Offer, bool], ...]:
    """What is offered only where it can be done."""
    state = face.state
    going_in, counted, more = (
        state is SessionState.GOING_IN,
        state is SessionState.COUNTED,
        face.next_round is not None,
    )
    rested = state in RESTING | OUT
    none_in = not face.inserted and (going_in or state in RESTING)
    missing = state in OUT and face.missing > 0
    due = _("Done: {what}").format(what=face.strip.title)
    return (
        ((due, "due_done", Do.DUE_DONE, 0), face.due and face.strip.do in (Do.STAGE_DONE, Do.SKIN_SEEN)),
        ((_("Aftercare slip"), "slip", Do.SLIP, 0), rested),
        ((_("Start removal"), "remove_now", Do.REMOVE, 0), going_in),
        ((_("No needle went in"), "call_off", Do.CALL_OFF, 0), going_in or none_in),
        ((_("Add 1 minute"), "add_one", Do.ADD, 1), state in RESTING),
        ((_("Start the time again"), "start_again", Do.START_AGAIN, 0), state in RESTING),
        ((_("Remind me"), "remind", Do.ASK_REMIND, 0), state in RUNNING),
        ((_("Report missing needle"), "report_missing", Do.REPORT, 0), missing),
        ((_("Close without the next round"), "close_early", Do.CLOSE, 0), counted and more),
        ((_("Next round, patient turned"), "turn_more", Do.TURN, 0), counted and not more),
        (
            (_("Take back the last explanation"), "take_back", Do.TAKE_BACK, face.settled - 1),
            state in OUT and face.settled > 0,
        ),
    )

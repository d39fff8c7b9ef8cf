"""The card of one patient on today's board."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.chart import BoardCard, Column
from acuchart.clinic.room_clock import clock_of
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.parts.timer_ring import TimerRing
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.screens.shell.rooms_watch import face_of as room_face
from acuchart.words import _, format_time, ngettext

MOST_FLAGS = 3
RING = 40


class VisitCard(Card):
    """Name, room, reason, risks, the clock while needles are in, and the one action that comes next.

    Signals:
        opened: The card was activated.
        room_wanted: A room is to be given or taken away.
        reading_wanted: The intake is to be read.
        print_wanted: The plan is to be printed.
    """

    opened = Signal()
    room_wanted = Signal()
    reading_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, card: BoardCard, mine: bool, clinical: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            tint=_tint(card, mine),
            radius="cardSmall",
            padding=(12, 12),
            name=f"today.card.{card.visit_id}",
            parent=parent,
        )
        self.card = card
        self._ring: TimerRing | None = None
        self._time: DigitTime | None = None
        self.body.setSpacing(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_spoken(card))
        self._add_head()
        self._add_flags(clinical)
        if card.column is Column.NEEDLES_IN:
            self._add_clock(clinical)
        self._words = [(text, str(text.property("ink"))) for text in self.findChildren(Text)]
        self._add_action(clinical)

    def _add_head(self) -> None:
        row = QHBoxLayout()
        row.addWidget(Text(format_time(self.card.arrived_at), "small", "ink2"))
        row.addStretch(1)
        row.addWidget(Text(self.card.room, "small", "ink2"))
        self.body.addLayout(row)
        self.body.addWidget(ElidedText(self.card.patient_name, "h3"))
        if self.card.reason and self.card.column is not Column.DONE:
            self.body.addWidget(Text(self.card.reason, "small", "ink2", wrap=True))
        if self.card.signed_at is not None:
            signed = _("Signed {time}").format(time=format_time(self.card.signed_at))
            self.body.addWidget(Text(signed, "small", "ink2"))

    def _add_flags(self, clinical: bool) -> None:
        tags = [
            Tag(flag.word, TagTone.CAUTION, icon=FLAG_ICONS[flag.kind])
            for flag in self.card.flags[:MOST_FLAGS]
        ]
        more = len(self.card.flags) - MOST_FLAGS
        if more > 0:
            tags.append(Tag(f"+{more}", TagTone.CAUTION))
        if self.card.answers_to_read is not None:
            tags.append(self._form_tag(clinical, self.card.answers_to_read))
        if self.card.needs_signature and self.card.column is Column.DONE:
            tags.append(Tag(_("Needs signature"), TagTone.CAUTION, icon="signature"))
        if not tags:
            return
        holder = QWidget()
        flow = FlowLayout(holder, gap=6, row_gap=4)
        for tag in tags:
            flow.addWidget(tag)
        self.body.addSpacing(4)
        self.body.addWidget(holder)

    def _form_tag(self, clinical: bool, answers: int) -> Tag:
        if clinical and answers:
            words = ngettext("{n} answer to read", "{n} answers to read", answers).format(n=answers)
            return Tag(words, TagTone.CAUTION, icon="triangle-alert")
        return Tag(_("Form in"), TagTone.INFO, icon="clipboard-list")

    def _add_clock(self, clinical: bool) -> None:
        session = self.card.session
        if session is None:
            return
        self._ring = TimerRing(RING)
        self._time = DigitTime("", "score")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._time)
        if clinical:
            needles = ngettext("{n} needle", "{n} needles", session.count_in).format(n=session.count_in)
            column.addWidget(Text(needles, "caption", "ink2"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._ring)
        row.addLayout(column)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)

    def _add_action(self, clinical: bool) -> None:
        words, icon, variant, act = self._action(clinical)
        if not words:
            return
        self.action = Button(
            words, variant, icon=icon, size=Size.SMALL, name=f"today.action.{self.card.visit_id}"
        )
        self.action.clicked.connect(act)
        self.body.addSpacing(4)
        self.body.addWidget(self.action)

    def _action(self, clinical: bool) -> tuple[str, str, Variant, Callable[[], None]]:
        column = self.card.column
        if column is Column.ARRIVED and clinical and self.card.answers_to_read is not None:
            return _("Read intake"), "", Variant.TINT, self.reading_wanted.emit
        if column is Column.ARRIVED:
            return _("Give a room"), "", Variant.TINT, self.room_wanted.emit
        if column is Column.READY_TO_PRINT:
            return _("Print plan"), "printer", Variant.TINT, self.print_wanted.emit
        if column is Column.IN_ROOM and clinical:
            return _("Open visit"), "", Variant.PRIMARY, self.opened.emit
        return "", "", Variant.PLAIN, self.opened.emit

    def tick(self, now: datetime) -> None:
        """Shows the clock as it stands; the words change, never the layout."""
        session = self.card.session
        if session is None or self._ring is None or self._time is None:
            return
        face = face_of(self.card, now)
        alarm = face.mood is Mood.ALARM
        self.set_tint(Tint.ALARM if alarm else self._resting_tint(face))
        self._ring.show_face(face)
        self._time.show_digits(face.digits, "onAlarm" if alarm else "ink")
        for text, ink in self._words:
            text.set_ink("onAlarm" if alarm else ink)

    def _resting_tint(self, face: TimerFace) -> Tint:
        return Tint.DUE if face.mood is Mood.DUE else Tint.PLAIN

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.room_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


def face_of(card: BoardCard, now: datetime) -> TimerFace:
    """What the clock of a card shows: the same as the chips in the bar and the lock screen."""
    if card.session is None:
        return TimerFace(card.room, 0, 1)
    return room_face(clock_of(card.session), now).face


def _tint(card: BoardCard, mine: bool) -> Tint:
    if card.column is Column.DONE and not card.needs_signature:
        return Tint.BARE
    return Tint.MINE if mine and card.column is Column.IN_ROOM else Tint.PLAIN


def _spoken(card: BoardCard) -> str:
    flags = (flag.word for flag in card.flags)
    parts = [card.patient_name, format_time(card.arrived_at), card.room, card.reason, *flags]
    return ", ".join(part for part in parts if part)

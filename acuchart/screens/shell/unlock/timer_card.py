"""A room on the lock screen: ring, room and time, and nothing about the patient."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.parts.timer_face import Mood
from acuchart.screens.parts.timer_ring import TimerRing
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.words import _

_NARROW = 600
"""Below this width, times the text size, the numerals shrink."""


class Form(IntEnum):
    """How high a card is: with how many others it shares the screen."""

    HIGH = 152
    LOW = 112
    TINY = 72


_RINGS = {Form.HIGH: 112, Form.LOW: 80, Form.TINY: 80}


class TimerCard(Card):
    """One room.

    Signals:
        silence_wanted: the room whose bell is to keep quiet.
    """

    silence_wanted = Signal(str)

    def __init__(
        self, face: RoomFace, number: int, parent: QWidget | None = None, *, prefix: str = "unlock"
    ) -> None:
        super().__init__(radius="panel", padding=(0, 20), name=f"{prefix}.timer.{number}", parent=parent)
        self._face, self._form = face, Form.HIGH
        self._ring = TimerRing(_RINGS[Form.HIGH], numeral=False)
        self._room = ElidedText("", "title")
        self._caption = ElidedText("", "kioskLabel", "ink2")
        self._time = DigitTime("", "timerLarge")
        self.silence = Button(
            _("Silence"),
            Variant.ALARM,
            icon="bell-off",
            size=Size.LARGE,
            name=f"{prefix}.silence.{number}",
            hint=_("Silence"),
        )
        self.silence.clicked.connect(lambda: self.silence_wanted.emit(self._face.face.room))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._room)
        words.addWidget(self._caption)
        words.addStretch(1)
        row = self._row = QHBoxLayout()
        self._gap = QSpacerItem(12, 0)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacerItem(self._gap)
        row.addLayout(words, 1)
        row.addWidget(self.silence)
        row.addWidget(self._time)
        self.body.addLayout(row)
        self.set_form(Form.HIGH)
        self.show_face(face)

    @property
    def face(self) -> RoomFace:
        return self._face

    def set_form(self, form: Form) -> None:
        """Take less room where there are many, or little of it."""
        self._form = form
        self.setFixedHeight(int(form))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self.theme.scale
        self._ring.set_diameter(_RINGS[Form.LOW if narrow and self._form is Form.HIGH else self._form])
        tiny = self._form is Form.TINY
        self._gap.changeSize(0 if tiny else 12, 0)
        self._row.setSpacing(8 if tiny else 16)
        self._ring.setVisible(not tiny)
        self._room.set_role("h3" if tiny else "title")
        self._caption.set_role("small" if tiny else "kioskLabel")
        self.silence.setAccessibleName(_("Silence"))
        # The room must stay legible: where there is little room, the bell alone is on the button, and where
        # that is not enough the numerals shrink.
        words, sizes = _("Silence"), ("timerLarge", "count", "score", "h1")
        looks = [(words, sizes[0]), *(("", size) for size in sizes)]
        for on_button, size in looks[3:] if tiny else looks[2:] if narrow else looks:
            self.silence.set_words(on_button)
            self._time.set_role(size)
            if self._room_for_words() >= self._room.sizeHint().width():
                break

    def _room_for_words(self) -> int:
        """Width that is left between the ring and what stands at the right."""
        parts: list[QWidget] = [self._time]
        parts += [] if self.silence.isHidden() else [self.silence]
        parts += [] if self._form is Form.TINY else [self._ring]
        taken = sum(part.sizeHint().width() + self._row.spacing() for part in parts)
        return self.width() - 40 - taken - self._gap.sizeHint().width() - self._row.spacing()

    def show_face(self, face: RoomFace) -> None:
        """Show the room as it is now."""
        before, self._face = self._face, face
        alarm = face.alarm
        self.set_tint(Tint.ALARM if alarm else Tint.DUE if face.face.mood is Mood.DUE else Tint.PLAIN)
        self._ring.show_face(face.face)
        self._time.show_digits(face.face.digits, "onAlarm" if alarm else "ink")
        self._show_words(self._room, face.face.room, "onAlarm" if alarm else "ink")
        caption = (
            _("{words}, silenced").format(words=face.caption) if alarm and face.silenced else face.caption
        )
        self._show_words(self._caption, caption, "onAlarm" if alarm else "ink2")
        self.silence.setVisible(alarm and not face.silenced)
        if _measure(before) != _measure(face):
            self._fit()

    def _show_words(self, label: Text, words: str, ink: str) -> None:
        if label.text() != words:
            label.setText(words)
        if label.property("ink") != ink:
            label.set_ink(ink)


def _measure(face: RoomFace) -> tuple[str, int, bool, bool]:
    """What decides how much room the words have."""
    return face.face.room, len(face.face.digits), face.alarm, face.silenced

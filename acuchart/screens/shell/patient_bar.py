"""The bar above a visit and a form under review: the patient, the cautions, the timers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.avatar import Avatar
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.painted import Painted
from acuchart.screens.parts.text import ElidedText, TwoLineText
from acuchart.screens.shell.alarm_ground import AlarmGround
from acuchart.screens.shell.caution_chips import CautionChips
from acuchart.screens.shell.header_words import HeaderWords
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.timer_chips import MOST, TimerChips
from acuchart.screens.shell.user_button import UserButton
from acuchart.words import _

_NARROW, _TIGHT = 1240, 1000
"""Widths of the bar, over the text size, below which it shows fewer timers."""
_NAME = 240


class PatientBar(Painted):
    """Back, who the patient is, cautions, running timers, who is signed in.

    Signals:
        back_wanted: the arrow was tapped.
        chart_wanted: the chart, where cautions are asked and changed, was asked for.
        room_wanted: a visit id, or None for the board of rooms.
    """

    back_wanted = Signal()
    chart_wanted = Signal()
    room_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "patient_bar")
        self.setFixedHeight(self.theme.size("top"))
        self._ground = AlarmGround(self)
        self._words = ""
        self._shown = HeaderWords("", "", (), "", "", "", frozenset())
        self._back = back = Button(
            "", Variant.GHOST, icon="chevron-left", hint=_("Back"), name="patient_bar.back"
        )
        back.clicked.connect(self.back_wanted)
        self._avatar = Avatar("", 44, name="patient_bar.avatar")
        self._name = ElidedText("", "h2", name="patient_bar.name")
        self._facts = ElidedText("", "small", "ink2", name="patient_bar.facts")
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self._name)
        who.addWidget(self._facts)
        who.addStretch(1)
        self.cautions = CautionChips()
        self._ask = Button(
            "", Variant.GHOST, icon="check", hint=_("Ask or change cautions"), name="patient_bar.chart"
        )
        self._ask.clicked.connect(self.chart_wanted)
        self._asked = TwoLineText("", "small", "ink2", name="patient_bar.asked")
        # The cautions come first; what nobody asked takes the room they leave.
        self._asked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.timers = TimerChips("patient_bar")
        self.timers.room_wanted.connect(self.room_wanted)
        self.user = UserButton("patient_bar.user")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(back)
        row.addWidget(self._avatar)
        row.addLayout(who)
        row.addSpacing(6)
        row.addWidget(self.cautions)
        row.addWidget(self._ask)
        row.addSpacing(-6)
        row.addWidget(self._asked, 1)
        row.addWidget(self.timers)
        row.addWidget(self.user)
        self.clear()

    @property
    def name(self) -> str:
        """The name on show."""
        return self._name.text()

    @property
    def facts(self) -> str:
        """Age, sex and birth date on show."""
        return self._facts.text()

    @property
    def asked(self) -> str:
        """What is said about risks that were asked or not."""
        return self._asked.text()

    def clear(self) -> None:
        """Show nobody, until the next patient is read."""
        self.show_header(HeaderWords("", "", (), "", "", "", frozenset()))

    def show_header(self, words: HeaderWords) -> None:
        """Show a patient and the cautions."""
        self._shown = words
        self._avatar.show_person(words.name)
        self._avatar.setVisible(bool(words.name))
        self._ask.setVisible(bool(words.name))
        self._name.setText(words.name)
        self._facts.setText(words.facts)
        # Name and birth date say who it is, and stay whole.
        for line in (self._name, self._facts):
            line.setMinimumWidth(min(line.sizeHint().width(), self.theme.scaled(_NAME)))
        asked = self._words or words.asked_none or words.not_asked
        icon = "bell-ring" if self._words else "circle-question-mark" if words.not_asked else "check"
        self._ask.set_icon(icon)
        self._ask.setToolTip(" · ".join(part for part in (asked, _("Ask or change cautions")) if part))
        self._asked.setText(asked)
        self.cautions.show_cautions(words.cautions)

    def show_alarm(self, words: str) -> None:
        """Be an alarm that says so in words; empty ones end it."""
        if words == self._words:
            return
        self._words = words
        for text, ink in ((self._name, "ink"), (self._facts, "ink2"), (self._asked, "ink2")):
            text.set_ink("onAlarm" if words else ink)
        for button in (self._back, self._ask):
            button.set_variant(Variant.ALARM_LINE if words else Variant.GHOST)
        self.show_header(self._shown)
        self._ground.fill(bool(words))

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the running timers, the most urgent first."""
        self.timers.show_rooms(faces)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() / self.theme.scale
        self.timers.set_most(MOST if room >= _NARROW else MOST - 1 if room >= _TIGHT else 1)

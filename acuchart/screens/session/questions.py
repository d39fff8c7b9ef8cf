"""The questions a room puts to a person before something that must be explained."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from acuchart.clinic.session import FATE_WORDS, MOST_NEEDLES, SHORTEST_REASON, Fate
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine, Field, LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.wishes import Do, Explained, Wish
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _, ngettext

_WORDS_HEIGHT = 88
_SIDES = 32
"""What is seen of the window beside a question at least."""


class RoomQuestion(Dialog):
    """A question about one room, which its title names. It goes away once it is answered or closed.

    Signals:
        answered: a `Wish`.
    """

    answered = Signal(object)

    def __init__(
        self, window: QWidget, face: RoomCardFace, title: str, sentence: str, name: str, *, width: int = 480
    ) -> None:
        named = _("{room} · {title}").format(room=face.room, title=title)
        # As wide as its words are large, so that they need no more lines and no more height.
        wide = min(ThemeHolder.of_app().theme.scaled(width), window.window().width() - _SIDES)
        super().__init__(window, named, sentence, name=f"session.{name}", width=wide)
        self._face = face
        self._column = self.body
        self._error = ErrorLine()
        self.handed_in = False
        """Whether the answer waits to be written."""
        self.finished.connect(self.deleteLater)

    @property
    def form(self) -> Form:
        """What is typed here belongs to this question about this visit."""
        return Form(self.objectName(), self._face.visit_id)

    def _offer(
        self, words: str, name: str, act: Callable[[], None], variant: Variant = Variant.PLAIN
    ) -> Button:
        made = Button(words, variant, size=Size.LARGE, name=f"{self.objectName()}.{name}")
        made.clicked.connect(act)
        self.add_button(made)
        return made

    def _answer(self, wish: Wish) -> None:
        self.accept()
        self.answered.emit(wish)

    def _hand_in(self, wish: Wish) -> None:
        """Stays open until the answer is in the records, so that no word of it is lost."""
        self.handed_in = True
        self.answered.emit(wish)

    def show_refused(self, sentence: str) -> None:
        """It could not be kept: the answer stays, and can be handed in again."""
        self.handed_in = False
        self._error.say(sentence)

    def _tell_difference(self) -> None:
        """How many needles are missing, large, and at which places where that is known."""
        missing = self._face.missing
        words = ngettext("{n} needle not accounted for", "{n} needles not accounted for", missing)
        self.body.addWidget(
            Text(
                words.format(n=missing),
                "title",
                "cinnabarText",
                wrap=True,
                name=f"{self.objectName()}.missing",
            )
        )
        if self._face.where:
            where = Text(self._face.where, "bodyStrong", wrap=True, name=f"{self.objectName()}.where")
            self.body.addWidget(where)

    def _words_box(self, label: str, placeholder: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setObjectName(f"{self.objectName()}.words")
        box.setPlaceholderText(placeholder)
        box.setTabChangesFocus(True)
        box.setFixedHeight(_WORDS_HEIGHT)
        self._column.addWidget(LabelledField(label, box))
        return box


class Mismatch(RoomQuestion):
    """The counts differ: keep counting, or report what is missing."""

    def __init__(self, window: QWidget, face: RoomCardFace) -> None:
        sentence = _("{n} in, {out} out. Look once more before you close the room.")
        words = sentence.format(n=face.inserted, out=face.removed)
        super().__init__(window, face, _("Needles don't match"), words, "mismatch")
        self._tell_difference()
        report = Wish(Do.REPORT, face.visit_id)
        self._offer(_("Report missing needle"), "report", lambda: self._answer(report), Variant.GHOST)
        keep = self._offer(_("Keep counting"), "keep", self.reject, Variant.PRIMARY)
        keep.setFocus()


class UnusualMinutes(RoomQuestion):
    """Retention far from the usual is asked about."""

    def __init__(self, window: QWidget, face: RoomCardFace, minutes: int) -> None:
        title = ngettext("Leave the needles for {n} minute?", "Leave the needles for {n} minutes?", minutes)
        super().__init__(
            window, face, title.format(n=minutes), _("15 to 30 minutes are usual."), "unusual_minutes"
        )
        wish = Wish(Do.RETAIN, face.visit_id, minutes, sure=True)
        self._offer(_("Change"), "change", self.reject)
        self._offer(
            _("Start {n} min").format(n=minutes), "start", lambda: self._answer(wish), Variant.PRIMARY
        )


class Correction(RoomQuestion):
    """The number inserted changes after insertion: how many were there, and why."""

    def __init__(self, window: QWidget, face: RoomCardFace, proposed: int) -> None:
        sentence = _("{n} inserted, {out} removed so far. Write what the number was, and why it changes.")
        super().__init__(
            window,
            face,
            _("Correct the number inserted"),
            sentence.format(n=face.inserted, out=face.removed),
            "correction",
        )
        self._number = Field(str(proposed), label=_("Inserted"), large=True, name="session.correction.number")
        self._number.setValidator(QIntValidator(0, MOST_NEEDLES, self))
        self.body.addWidget(LabelledField(_("Inserted"), self._number))
        self._words = self._words_box(_("Why"), _("Two tries at SP9; a point added; miscounted"))
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Correct"), "correct", self._correct, Variant.PRIMARY)

    def _correct(self) -> None:
        words = self._words.toPlainText().strip()
        if len(words) < SHORTEST_REASON or not self._number.text():
            self._error.say(_("Write the number and why it changes, in at least 10 letters."))
            return
        number, seen = int(self._number.text()), self._face.inserted
        self._hand_in(Wish(Do.SET_IN, self._face.visit_id, number, words, seen=seen))


class WhyNone(RoomQuestion):
    """A session is called off."""

    def __init__(self, window: QWidget, face: RoomCardFace) -> None:
        sentence = _("Only when no needle is in the patient. Look once more.")
        super().__init__(window, face, _("No needle went in"), sentence, "why_none")
        self._words = self._words_box(_("Why"), _("The patient felt faint before the first needle"))
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Call off"), "call_off", self._call_off, Variant.DANGER)

    def _call_off(self) -> None:
        words = self._words.toPlainText().strip()
        if len(words) < SHORTEST_REASON:
            self._error.say(_("Write why no needle went in, in at least 10 letters."))
            return
        self._hand_in(Wish(Do.CALL_OFF, self._face.visit_id, words=words))


class MissingNeedle(RoomQuestion):
    """What became of needles that were not counted out."""

    def __init__(self, window: QWidget, face: RoomCardFace) -> None:
        super().__init__(window, face, _("Report missing needle"), "", "missing")
        self._tell_difference()
        self._fate: Fate | None = None
        self._fates = {fate: self._chip(fate) for fate in Fate}
        holder = QWidget()
        flow = FlowLayout(holder)
        for chip in self._fates.values():
            flow.addWidget(chip)
        self.body.addWidget(holder)
        self._number = Field("1", label=_("How many"), name="session.missing.number")
        self._number.setValidator(QIntValidator(1, face.missing, self))
        self.body.addWidget(LabelledField(_("How many"), self._number))
        self._words = self._words_box(_("What happened"), "")
        self._point = LabelledField(_("Point"), placeholder="ST36", name="session.missing.point")
        self._date = DateField(_("To be removed on"), name="session.missing.remove_on")
        self._consent = TickBox(_("The patient agreed to leave it in"), name="session.missing.consent")
        for widget in (self._point, self._date, self._consent, self._error):
            self.body.addWidget(widget)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Record"), "record", self._record, Variant.PRIMARY)
        for widget in (self._point, self._date, self._consent):
            widget.hide()

    def _chip(self, fate: Fate) -> Chip:
        chip = Chip(_(FATE_WORDS[fate]), name=f"session.missing.fate.{fate}")
        chip.clicked.connect(lambda: self._choose(fate))
        return chip

    def _choose(self, fate: Fate) -> None:
        self._fate = fate
        for key, chip in self._fates.items():
            chip.setChecked(key is fate)
        for widget in (self._point, self._date, self._consent):
            widget.setVisible(fate is Fate.LEFT_IN)
        self._words.setPlaceholderText(
            {
                Fate.FOUND: _("Where it was found"),
                Fate.FELL_OUT: _("Where you looked, what was done"),
                Fate.NEVER_INSERTED: _("Why it was counted and did not go in"),
                Fate.LEFT_IN: _("Why it stays"),
            }[fate]
        )

    def _record(self) -> None:
        words = self._words.toPlainText().strip()
        if self._fate is None:
            self._error.say(_("Choose what became of the needle."))
            return
        left_in = self._fate is Fate.LEFT_IN
        if len(words) < SHORTEST_REASON or not self._number.text():
            self._error.say(_("Write how many, and what happened, in at least 10 letters."))
            return
        if left_in and not (self._date.validate() and self._date.day and self._point.text):
            self._error.say(_("A needle left in needs its point and the day it comes out."))
            return
        if left_in and not self._consent.isChecked():
            self._error.say(_("A needle is left in only with the patient's consent."))
            return
        told = Explained(self._fate, int(self._number.text()), words)
        if left_in:
            told = Explained(self._fate, told.needles, words, self._point.text.upper(), True, self._date.day)
        self._hand_in(Wish(Do.SETTLE, self._face.visit_id, explained=told))

"""A reaction at the table: what it was, how bad, what was done, and when somebody asks again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.adverse import (
    BY_FREQUENCY,
    FAINT_STEPS,
    SEVERITY_WORDS,
    SHORTEST_ACCOUNT,
    Severity,
    faint_sources,
)
from acuchart.clinic.session import RESTING, SessionState
from acuchart.clinic.visit import REACTION_WORDS, SERIOUS, Reaction
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.session.wishes import Do, Reacted, Wish
from acuchart.words import _, ngettext

_WIDTH, _SIDES = 600, 48
_AROUND = 230
"""Height that title, buttons and the edge of the window take."""


class FaintSteps(QWidget):
    """What is done when somebody faints, in order; the first is the needles, with how many there are."""

    def __init__(self, needles: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        count = ngettext("{n} needle in", "{n} needles in", needles).format(n=needles)
        self._steps = []
        for number, step in enumerate(FAINT_STEPS):
            words = f"{_(step.words)}: {count}" if number == 0 and needles else _(step.words)
            self._steps.append(TickBox(words, name=f"session.reaction.step.{number + 1}"))
            column.addWidget(self._steps[-1])
        column.addWidget(Text(faint_sources(), "caption", "ink2", wrap=True))

    def begin(self) -> None:
        """The keyboard is at the first step."""
        self._steps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def done(self) -> str:
        """What was ticked, as one sentence."""
        return "; ".join(
            _(step.words) for box, step in zip(self._steps, FAINT_STEPS, strict=True) if box.isChecked()
        )


class ReactionQuestion(RoomQuestion):
    """The most frequent reactions come first; a faint brings its steps."""

    def __init__(self, window: QWidget, face: RoomCardFace) -> None:
        super().__init__(window, face, _("What happened?"), "", "reaction", width=_WIDTH)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._area = Scroll(self._inside, name="session.reaction.list")
        self.body.addWidget(self._area)
        self._kind: Reaction | None = None
        self._severity: Severity | None = None
        self._kinds = {kind: self._chip(kind) for kind in BY_FREQUENCY}
        self._column.addWidget(self._flow(list(self._kinds.values())))
        self._needles = face.missing if face.state in RESTING | {SessionState.COMING_OUT} else 0
        if face.state is SessionState.GOING_IN:
            self._needles = face.inserted
        self._steps = FaintSteps(self._needles)
        self._out = Button(
            _("Needles out now"), Variant.DANGER, size=Size.LARGE, name="session.reaction.needles_out"
        )
        self._out.clicked.connect(self._needles_out)
        self._column.addWidget(self._out)
        self._column.addWidget(self._steps)
        self._severities = {severity: self._severity_chip(severity) for severity in Severity}
        self._column.addWidget(Text(_("How bad"), "small", "ink2"))
        self._column.addWidget(self._flow(list(self._severities.values())))
        self._words = self._words_box(_("What was done"), _("Where, how large, and was the patient told"))
        self._date = DateField(_("Ask again on"), name="session.reaction.follow_up")
        self._column.addWidget(self._date)
        self._column.addStretch(1)
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Record"), "record", self._record, Variant.PRIMARY)
        self._choose(None)

    @staticmethod
    def _flow(chips: list[Chip]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        for chip in chips:
            flow.addWidget(chip)
        return holder

    def _chip(self, kind: Reaction) -> Chip:
        words = _("Faint or dizziness") if kind is Reaction.FAINT else _(REACTION_WORDS[kind])
        chip = Chip(words, name=f"session.reaction.kind.{kind}")
        chip.clicked.connect(lambda: self._choose(kind))
        return chip

    def _severity_chip(self, severity: Severity) -> Chip:
        chip = Chip(_(SEVERITY_WORDS[severity]), name=f"session.reaction.severity.{severity}")
        chip.clicked.connect(lambda: self._rate(severity))
        return chip

    def _choose(self, kind: Reaction | None) -> None:
        self._kind = kind
        for key, chip in self._kinds.items():
            chip.setChecked(key is kind)
        faint = kind is Reaction.FAINT
        self._steps.setVisible(faint)
        removing = self._face.state is SessionState.COMING_OUT
        self._out.setVisible(faint and self._needles > 0 and not removing)
        self._fit()

    def _fit(self) -> None:
        """As high as what it holds, and never higher than the window has room for."""
        room = self._host.height() - _AROUND
        self._column.invalidate()
        needed = self._column.totalHeightForWidth(self.panel.maximumWidth() - _SIDES)
        self._area.setFixedHeight(max(_AROUND, min(needed, room)))

    def _rate(self, severity: Severity) -> None:
        self._severity = severity
        for key, chip in self._severities.items():
            chip.setChecked(key is severity)

    def _needles_out(self) -> None:
        """The removal begins at once, and the list stays; the keyboard goes on at its first step."""
        self._steps.begin()
        self._out.hide()
        self.answered.emit(Wish(Do.REMOVE, self._face.visit_id))

    def _record(self) -> None:
        if self._kind is None:
            self._error.say(_("Choose what happened."))
            return
        if self._severity is None:
            self._error.say(_("Choose how bad it was."))
            return
        steps = self._steps.done if self._kind is Reaction.FAINT else ""
        done = ". ".join(part for part in (steps, self._words.toPlainText().strip()) if part)
        if len(done) < SHORTEST_ACCOUNT:
            self._error.say(_("Write what was done, in at least {n} letters.").format(n=SHORTEST_ACCOUNT))
            return
        serious = self._kind in SERIOUS or self._severity is Severity.SEVERE
        if not self._date.validate() or (serious and self._date.day is None):
            self._error.say(_("Write on which day somebody asks again."))
            return
        told = Reacted(self._kind, self._severity, done, self._date.day)
        self._hand_in(Wish(Do.REACT, self._face.visit_id, reacted=told))

"""The red flags: each a question of its own, with what is decided where one is present."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.red_flags import Action, RedFlag
from acuchart.clinic.visit import RedFlagAnswer
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.cells import Cells
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.words import N_, _

RAISED = "raised"
ANSWERED = "answered"

ACTION_WORDS = {
    Action.EMERGENCY: N_("Emergency today"),
    Action.REFER: N_("Refer before treating"),
    Action.CAUTION: N_("Treat with caution"),
}
_TONES = {Action.EMERGENCY: TagTone.DANGER, Action.REFER: TagTone.DANGER, Action.CAUTION: TagTone.CAUTION}


class RedFlagRow(QWidget):
    """One question.

    Signals:
        answered: True for present, False for absent, None for taken back.
        decided: the words of the decision as they stand.
    """

    answered = Signal(object)
    decided = Signal(str)

    def __init__(self, flag: RedFlag) -> None:
        super().__init__()
        self.flag = flag
        self.asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(_(flag.question), "body", wrap=True))
        self._why = Text("", "caption", "ink2", wrap=True)
        words.addWidget(self._why)
        row.addLayout(words, 1)
        options = (Option("yes", _("Present")), Option("no", _("Absent")))
        self.cells = Cells(options, may_be_none=True, label=_(flag.item), name=f"findings.red_flag.{flag.id}")
        self.cells.chosen.connect(lambda key: self.answered.emit({"yes": True, "no": False}.get(key)))
        row.addWidget(self.cells, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._action = Tag(_(ACTION_WORDS[flag.action]), _TONES[flag.action], icon="octagon-alert")
        self.decision = LabelledField(
            _("What you decided, and who was told"), name=f"findings.decision.{flag.id}"
        )
        self.decision.edited.connect(self.decided)
        column.addWidget(self._action)
        column.addWidget(self.decision)
        self._raised_by = ""
        self.show_answer(None)

    def show_answer(self, answer: RedFlagAnswer | None) -> None:
        """Show what was answered; None for not asked."""
        self.asked = answer is not None
        self.cells.choose("" if answer is None else "yes" if answer.present else "no")
        present = answer is not None and answer.present
        self._action.setVisible(present)
        self.decision.setVisible(present)
        if answer is not None and not self.decision.editor.hasFocus():
            self.decision.set_text(answer.decision)
        self._tell()

    def show_raised_by(self, findings: str) -> None:
        """Say which findings raise the question."""
        self._raised_by = findings
        self._tell()

    def _tell(self) -> None:
        points_to = _(self.flag.points_to)
        parts = [_(self.flag.item), points_to]
        if self._raised_by:
            parts.append(_("raised by {findings}").format(findings=self._raised_by))
        self._why.setText(" · ".join(part for part in parts if part))

    def set_read_only(self, read_only: bool) -> None:
        self.cells.setEnabled(not read_only)
        if isinstance(field := self.decision.editor, QWidget):
            field.setEnabled(not read_only)


class RedFlagsCard(Card):
    """All questions, by the part of the body they belong to; those raised by findings come first.

    Signals:
        answered: id of the red flag, and True, False or None.
        decided: id of the red flag and the words of the decision.
        closed: the card was folded.
    """

    answered = Signal(str, object)
    decided = Signal(str, str)
    closed = Signal()

    def __init__(self, red_flags: Mapping[str, RedFlag]) -> None:
        super().__init__(_("Red flags"), hanzi="警示", name="findings.red_flags")
        close = Button(icon="chevron-up", variant=Variant.GHOST, size=Size.SMALL, hint=_("Fold red flags"))
        close.setObjectName("findings.red_flags_fold")
        close.clicked.connect(self.closed)
        self.head.addWidget(close)
        self._chosen = ""
        self._raised: tuple[str, ...] = ()
        self.rows: dict[str, RedFlagRow] = {}
        self._make_choice([RAISED, ANSWERED, *dict.fromkeys(flag.region for flag in red_flags.values())])
        self._nothing = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self._nothing)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.body.addLayout(column)
        for flag in red_flags.values():
            row = RedFlagRow(flag)
            row.answered.connect(lambda answer, key=flag.id: self.answered.emit(key, answer))
            row.decided.connect(lambda words, key=flag.id: self.decided.emit(key, words))
            column.addWidget(row)
            self.rows[flag.id] = row
        self.choose(RAISED)

    def _make_choice(self, keys: Sequence[str]) -> None:
        box = QWidget()
        flow = FlowLayout(box)
        self._chips: dict[str, Chip] = {}
        for key in keys:
            words = {RAISED: _("Raised by findings"), ANSWERED: _("Answered")}.get(key, _(key))
            slug = "_".join(key.lower().replace("/", " ").split())
            chip = Chip(words, name=f"findings.red_flag_part.{slug}")
            chip.clicked.connect(lambda _on=False, key=key: self.choose(key))
            flow.addWidget(chip)
            self._chips[key] = chip
        self.body.addWidget(box)

    def choose(self, key: str) -> None:
        """Show the questions of one part; a row that is answered stays until another part is chosen."""
        self._chosen = key
        for other, chip in self._chips.items():
            chip.setChecked(other == key)
        for row in self.rows.values():
            row.setVisible(self._belongs(row))
        self._tell()

    def reveal(self, flag_id: str) -> QWidget:
        """Show a question and return its decision field."""
        self.choose(self.rows[flag_id].flag.region)
        return self.rows[flag_id].decision.editor

    def show_answers(self, answers: Mapping[str, RedFlagAnswer], raised: Mapping[str, str]) -> None:
        """Show all answers; `raised` gives for each open question the findings that raise it."""
        self._raised = tuple(raised)
        for key, row in self.rows.items():
            row.show_answer(answers.get(key))
            row.show_raised_by(raised.get(key, ""))
            if self._belongs(row):
                row.show()
        self._tell()

    def set_read_only(self, read_only: bool) -> None:
        for row in self.rows.values():
            row.set_read_only(read_only)

    def _belongs(self, row: RedFlagRow) -> bool:
        if self._chosen == RAISED:
            return row.flag.id in self._raised
        return row.asked if self._chosen == ANSWERED else row.flag.region == self._chosen

    def _tell(self) -> None:
        empty = not any(row.isVisibleTo(self) for row in self.rows.values())
        sentences = {
            RAISED: _("No finding so far raises a red flag. Choose a part of the body to ask."),
            ANSWERED: _("No red flag was asked yet."),
        }
        self._nothing.setText(sentences.get(self._chosen, "") if empty else "")
        self._nothing.setVisible(empty)

"""One caution rule: how loud it is, what it says, who says so, and for a rule of the clinic's own when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.cautions import BEYOND_LIMIT, Done, Level
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.settings.rule_lines import (
    DONE_WORDS,
    LEVEL_WORDS,
    RuleTyped,
    flag_options,
    part_options,
)
from acuchart.screens.settings.user_dialogs import AskingDialog
from acuchart.words import _

_ANY = "any"


class RuleDialog(AskingDialog):
    """Asks for a rule.

    Signals:
        given: key of the rule or "", and a `RuleTyped`.
        give_back_wanted: key of the rule that is to hold as it came, or to go where it is the clinic's own.
    """

    given = Signal(str, object)
    give_back_wanted = Signal(str)

    def __init__(
        self, window: QWidget, key: str, typed: RuleTyped, *, own: bool, weeks: bool, changed: bool
    ) -> None:
        sentence = _("A danger must be settled before needling, a caution never blocks, a note informs.")
        title = _("Change a rule") if key else _("A rule of your own")
        super().__init__(window, title, sentence, _("Keep"), "rule")
        self._key, self._typed, self._own, self._weeks = key, typed, own, weeks
        self._make_what(typed)
        self._make_when(typed)
        self.active = TickBox(_("In force"), on=typed.active, name="rule.active")
        self.active.setVisible(bool(key))
        self.body.addWidget(self.active)
        if changed:
            words = _("Remove this rule") if own else _("Back to the rule as it came")
            back = Button(words, icon="undo-2", name="rule.give_back")
            back.clicked.connect(lambda: self.give_back_wanted.emit(key))
            self.buttons.insertWidget(0, back)
        self.close_with()

    def _make_what(self, typed: RuleTyped) -> None:
        self.code = LabelledField(_("Point, or empty for the whole patient"), name="rule.code")
        self.code.set_text(typed.code)
        self.code.setVisible(self._own)
        beyond = typed.level == BEYOND_LIMIT
        levels = [Level.DANGER, *([BEYOND_LIMIT] if beyond else []), Level.CAUTION, Level.NOTE]
        options = [Option(str(level), _(LEVEL_WORDS[str(level)])) for level in levels]
        self.level = Segmented(options, typed.level, name="rule.level", label=_("Level"))
        self.statement = GrowingText(placeholder=_("What is the matter"), rows=2, name="rule.statement")
        self.statement.setPlainText(typed.statement)
        self.source = GrowingText(placeholder=_("Source"), rows=1, name="rule.source")
        self.source.setPlainText(typed.source)
        self.body.addWidget(self.code)
        self.body.addWidget(self.level)
        self.body.addWidget(self.statement)
        self.body.addWidget(self.source)

    def _make_when(self, typed: RuleTyped) -> None:
        self.week_from = LabelledField(_("Week from"), name="rule.week_from")
        self.week_to = LabelledField(_("Week to"), name="rule.week_to")
        self.age_from = LabelledField(_("Age from"), name="rule.age_from")
        self.age_to = LabelledField(_("Age to"), name="rule.age_to")
        self.deeper = LabelledField(_("Deeper, mm"), name="rule.deeper")
        for field, text in (
            (self.week_from, typed.weeks[0]),
            (self.week_to, typed.weeks[1]),
            (self.age_from, typed.ages[0]),
            (self.age_to, typed.ages[1]),
            (self.deeper, typed.deeper_than),
        ):
            field.set_text(text)
        flags = [Option(_ANY, _("Any patient")), *(Option(key, words) for key, words in flag_options())]
        self.flag = Combo(flags, label=_("Patients with"), name="rule.flag")
        self.flag.choose(typed.flag or _ANY)
        parts = [Option(_ANY, _("Any part")), *(Option(key, words) for key, words in part_options())]
        self.part = Combo(parts, label=_("Part of the body"), name="rule.part")
        self.part.choose(typed.region or _ANY)
        done = [Option(d.value, _(words)) for d, words in DONE_WORDS.items()]
        self.speaks_of = Segmented(done, typed.done.value, name="rule.done", label=_("Speaks of"))
        weeks = (self.week_from, self.week_to)
        figures, rest = QHBoxLayout(), QHBoxLayout()
        for field in (*weeks, self.age_from, self.age_to, self.deeper):
            figures.addWidget(field)
            field.setVisible(self._own or (self._weeks and field in weeks))
        for combo in (self.flag, self.part):
            rest.addWidget(combo, 1)
            combo.setVisible(self._own)
        self.speaks_of.setVisible(self._own)
        self.body.addLayout(figures)
        self.body.addLayout(rest)
        self.body.addWidget(self.speaks_of, 0, Qt.AlignmentFlag.AlignLeft)

    def send(self) -> None:
        flag, part = self.flag.key, self.part.key
        self.given.emit(
            self._key,
            RuleTyped(
                code=self.code.text,
                level=self.level.key,
                statement=self.statement.toPlainText(),
                source=self.source.toPlainText(),
                weeks=(self.week_from.text, self.week_to.text),
                ages=(self.age_from.text, self.age_to.text),
                deeper_than=self.deeper.text,
                flag="" if flag == _ANY else flag,
                region="" if part == _ANY else part,
                done=Done(self.speaks_of.key),
                active=self.active.isChecked(),
            ),
        )

"""The caution rules: found by typing, changed with a source, given back as they came."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import ElidedText, Paragraph, Text
from acuchart.screens.settings.rule_dialog import RuleDialog
from acuchart.screens.settings.rule_lines import LEVEL_WORDS, RuleLine, RuleTyped
from acuchart.words import _

_TONES = {
    "danger": TagTone.DANGER,
    "danger beyond limit": TagTone.DANGER,
    "caution": TagTone.CAUTION,
    "note": TagTone.NEUTRAL,
}

_TWO_LINES = 52
_LEVEL = 102
"""Room for the widest tag, so that the words of all rules begin below one another."""


class RulesPage(QWidget):
    """All rules.

    Signals:
        searched: what was typed, and whether only changed rules are wanted.
        edit_wanted: key of a rule; add_wanted: a rule of the clinic's own.
        given: key of a rule or "", and a `RuleTyped`; give_back_wanted: key of a rule.
        typing_in: a dialog somebody types into, and the `Form` it is.
    """

    searched = Signal(str, bool)
    edit_wanted = Signal(str)
    add_wanted = Signal()
    given = Signal(str, object)
    give_back_wanted = Signal(str)
    typing_in = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(_("Caution rules"))
        add = Button(_("Add a rule"), icon="shield-plus", name="settings.rule_add")
        add.clicked.connect(self.add_wanted)
        card.head.addWidget(add)
        sentence = _(
            "Every rule names its source. A change holds at once, for every patient, and is in the log. "
            "The check on the command line follows them too when it is told the clinic."
        )
        self.search = SearchField(_("Point, kind, words or source"), name="settings.rule_search")
        self.search.setAccessibleName(_("Find a rule"))
        self.changed_only = Chip(_("Changed only"), name="settings.rules_changed")
        self.search.textEdited.connect(lambda _text: self._search())
        self.changed_only.toggled.connect(lambda _on: self._search())
        self._error = ErrorLine()
        self._rows = RowList(name="settings.rules")
        self._count = Text("", "small", "ink2", name="settings.rules_count")
        first = QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(self.changed_only)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._rows)
        column.addWidget(self._count)
        column.addStretch(1)
        card.body.addWidget(Paragraph(sentence, "small", "ink2"))
        card.body.addLayout(first)
        card.body.addWidget(self._error)
        card.body.addWidget(Scroll(inside), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.lines: Sequence[RuleLine] = ()
        self.dialog: RuleDialog | None = None

    def show_rules(self, lines: Sequence[RuleLine], every: int) -> None:
        """List rules; `every` is how many there are of what was typed."""
        self.lines = tuple(lines)
        self._error.say("")
        self._rows.show_rows([self._row(number, line) for number, line in enumerate(lines, 1)])
        words = _("{n} of {all} shown. Type to narrow them down.") if every > len(lines) else _("{all} rules")
        self._count.setText(words.format(n=len(lines), all=every))

    def ask(self, key: str, typed: RuleTyped, own: bool, weeks: bool, changed: bool) -> None:
        """Open the dialog of a rule."""
        dialog = RuleDialog(self, key, typed, own=own, weeks=weeks, changed=changed)
        dialog.given.connect(self.given)
        dialog.give_back_wanted.connect(self.give_back_wanted)
        dialog.finished.connect(lambda _result: self._gone(dialog))
        self.dialog = dialog
        self.typing_in.emit(dialog, Form(f"rule {key}".strip()))
        dialog.open()

    def show_done(self) -> None:
        """The change is kept."""
        if self.dialog is not None:
            self.dialog.accept()

    def show_refused(self, sentence: str) -> None:
        """Say what is wrong, in the dialog while one is open."""
        if self.dialog is not None:
            self.dialog.show_error(sentence)
        else:
            self._error.say(sentence)

    def _search(self) -> None:
        self.searched.emit(self.search.text(), self.changed_only.isChecked())

    def _gone(self, dialog: RuleDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _row(self, number: int, line: RuleLine) -> Row:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ElidedText(f"{line.about}: {line.statement}", "body"))
        column.addWidget(ElidedText(line.source, "small", "ink2"))
        level = next(value for value, said in LEVEL_WORDS.items() if _(said) == line.level)
        widgets: list[QWidget] = [_level(Tag(line.level, _TONES[level])), words]
        if line.state:
            widgets.append(Tag(line.state, TagTone.INFO))
        row = Row(widgets, name=f"settings.rule.{number}")
        row.cells.setStretch(1, 1)
        row.setMinimumHeight(row.theme.scaled(_TWO_LINES))
        edit = Button(_("Edit"), size=Size.SMALL, name=f"settings.rule_edit.{number}")
        edit.setAccessibleName(_("Edit the rule {about}").format(about=line.about))
        edit.clicked.connect(lambda: self.edit_wanted.emit(line.key))
        row.cells.addWidget(edit)
        return row


def _level(tag: Tag) -> QWidget:
    """The tag at the left of its room."""
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(tag)
    row.addStretch(1)
    room.setMinimumWidth(tag.theme.scaled(_LEVEL))
    return room

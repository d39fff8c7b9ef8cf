"""The practitioner's own assessment: any pattern or own words, confirmed with time and name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.corners import cut_corners
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.flow import FlowLayout, clear
from acuchart.screens.parts.painted import begin, follow_theme
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.pattern.lines import Choice
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_NAMES = 330
"""Width of the names that are offered while typing: wider than the field, so that they can be told apart."""


class PatternCombo(QComboBox):
    """All patterns to choose from, and a line for own words.

    Signals:
        said: the slug of a pattern or own words, at each change by a person.
    """

    said = Signal(str)

    def __init__(self, options: Sequence[Option], label: str, placeholder: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._named: dict[str, str] = {}
        for option in options:
            shown = f"{option.text} {option.hanzi}".strip()
            self.addItem(shown, option.key)
            self._named |= {
                name.casefold(): option.key for name in (option.text, option.hanzi, shown) if name
            }
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)
            line.setAccessibleName(label)
            line.textEdited.connect(lambda _text: self.said.emit(self.value))
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self.said.emit(self.value))
        self.setCompleter(completer)
        if (names := completer.popup()) is not None:
            names.setMinimumWidth(_NAMES)
        self.activated.connect(lambda _row: self.said.emit(self.value))
        self._look = follow_theme(self.update)

    def showPopup(self) -> None:
        super().showPopup()
        cut_corners(self.view().window())

    @property
    def value(self) -> str:
        """The slug of the pattern named in the line, in words, hanzi or both; else the words in it."""
        text = self.currentText().strip()
        return self._named.get(text.casefold(), text)

    def words_of(self, value: str) -> str:
        """A slug as the list words it; own words as they are."""
        row = self.findData(value) if value else -1
        return self.itemText(row) if row >= 0 else value

    def show_value(self, value: str) -> None:
        """Show a slug or own words without telling anybody."""
        self.setCurrentIndex(self.findData(value) if value else -1)
        self.setEditText(self.words_of(value))
        self.setToolTip(self.words_of(value))
        if (line := self.lineEdit()) is not None:
            line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        rect = QRectF(self.width() - 32, 0, 18, self.height())
        paint_icon(painter, "chevron-down", rect, self._look.theme.colour("ink2"))
        painter.end()


class AssessmentCard(Card):
    """Primary, secondary, words, and Confirm; read only once confirmed, with Change.

    Signals:
        chosen: the Choice as it stands, at each change by a person.
        confirmed: Confirm, or Ctrl+Enter.
        change_wanted: Change.
    """

    chosen = Signal(object)
    confirmed = Signal()
    change_wanted = Signal()

    def __init__(self, patterns: Sequence[Option], principles: Mapping[str, str]) -> None:
        super().__init__(_("Your assessment"), padding=(9, 16), name="pattern.assessment")
        self.body.setSpacing(6)
        self._principles = principles
        self._secondary: tuple[str, ...] = ()
        self._confirm = Button(
            _("Confirm pattern"), Variant.PRIMARY, icon="check", size=Size.SMALL, name="pattern.confirm"
        )
        self._change = Button(_("Change"), icon="pencil", size=Size.SMALL, name="pattern.change")
        self.head.addWidget(self._confirm)
        self.head.addWidget(self._change)
        self._make_fields(patterns)
        self._make_settled()
        self._error = ErrorLine()
        self.body.addWidget(self._error)
        self._confirm.clicked.connect(self.confirmed)
        self._change.clicked.connect(self.change_wanted)
        self._key = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._key.activated.connect(self._confirm_by_key)
        self.show_choice(Choice("", (), ""), "", False)

    def _make_fields(self, patterns: Sequence[Option]) -> None:
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(10)
        own = _("Pattern or own words")
        self.primary = PatternCombo(patterns, _("Primary pattern"), own, "pattern.primary")
        self.secondary = PatternCombo(patterns, _("Secondary"), _("Add another"), "pattern.secondary")
        row.addWidget(LabelledField(_("Primary pattern"), self.primary), 1)
        row.addWidget(LabelledField(_("Secondary"), self.secondary), 1)
        column.addLayout(row)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6, row_gap=6)
        column.addWidget(self._chips)
        self._words = QPlainTextEdit()
        self._words.setObjectName("pattern.words")
        self._words.setAccessibleName(_("Words about the pattern"))
        self._words.setPlaceholderText(_("How you come to it"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self.theme.scaled(52))
        column.addWidget(self._words)
        self.body.addWidget(self._fields)
        self.primary.said.connect(self._say)
        self.secondary.activated.connect(self._add_secondary)
        line = self.secondary.lineEdit()
        if line is not None:
            keep_as(line, "pattern.secondary")
            line.returnPressed.connect(self._add_secondary)
            line.editingFinished.connect(self._add_secondary)
        self._words.textChanged.connect(self._say)

    def _make_settled(self) -> None:
        self._settled = QWidget()
        column = QVBoxLayout(self._settled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._main = Text("", "bodyStrong", wrap=True, name="pattern.confirmed_primary")
        self._with = Text("", "body", wrap=True)
        self._own = Text("", "body", "ink2", wrap=True)
        self._stamp = Text("", "small", "jadeText", wrap=True)
        self._principle = Text("", "small", "ink2", wrap=True)
        for text in (self._main, self._with, self._principle, self._own, self._stamp):
            column.addWidget(text)
        self.body.addWidget(self._settled)

    def show_choice(self, choice: Choice, stamp: str, read_only: bool) -> None:
        """Show the assessment: fields while it is open, words once it is confirmed or the visit is signed."""
        settled = bool(stamp) or read_only
        self._fields.setVisible(not settled)
        self._settled.setVisible(settled)
        self._confirm.setVisible(not settled)
        self._key.setEnabled(not settled)
        self._change.setVisible(bool(stamp) and not read_only)
        self._secondary = choice.secondary
        self._main.setText(self.primary.words_of(choice.primary) or _("No pattern chosen"))
        others = ", ".join(self.secondary.words_of(value) for value in choice.secondary)
        self._with.setText(_("with {patterns}").format(patterns=others) if others else "")
        self._principle.setText(self._principles.get(choice.primary, ""))
        self._own.setText(choice.words)
        self._stamp.setText(stamp or _("Not confirmed"))
        for text in (self._with, self._principle, self._own):
            text.setVisible(bool(text.text()))
        self.primary.show_value(choice.primary)
        self._show_secondary()
        self._words.blockSignals(True)
        self._words.setPlainText(choice.words)
        self._words.blockSignals(False)

    def hand_in(self) -> None:
        """A second pattern typed and not yet chosen is one: it would be lost with the field."""
        self._add_secondary()

    def _confirm_by_key(self) -> None:
        self.hand_in()
        self.confirmed.emit()

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong below the fields; what was chosen stays."""
        self._error.say(sentence)

    def _show_secondary(self) -> None:
        clear(self._flow)
        for number, value in enumerate(self._secondary):
            chip = Chip(
                self.secondary.words_of(value), icon="x", on=True, name=f"pattern.drop_secondary.{number}"
            )
            chip.setAccessibleName(_("Remove {pattern}").format(pattern=chip.text()))
            chip.clicked.connect(lambda _on=False, value=value: self._drop(value))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._secondary))
        self._chips.updateGeometry()

    def _add_secondary(self) -> None:
        value = self.secondary.value
        self.secondary.show_value("")
        if value and value not in self._secondary:
            self._secondary = (*self._secondary, value)
            self._show_secondary()
            self._say()

    def _drop(self, value: str) -> None:
        self._secondary = tuple(other for other in self._secondary if other != value)
        self._show_secondary()
        self._say()

    def _say(self) -> None:
        self.chosen.emit(Choice(self.primary.value, self._secondary, self._words.toPlainText()))

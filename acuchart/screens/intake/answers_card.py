"""All answers of a form, section by section, and the list of the sections."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acuchart.screens.intake.reading import AnswerRow, Mark, Reading, SectionRow
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text, TwoLineText
from acuchart.words import _

NEEDS_EYES = "needs_eyes"
_QUESTION = 232


class AnswersCard(Card):
    """Question and answer side by side. Signals:

    goal_wanted: link id of an answer that shall become a goal.
    """

    goal_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("All answers"), name="intake_review.answers")
        self.head.addWidget(Text(_("Patient's own words in quotes"), "small", "ink2"))
        self.list = RowList(name="intake_review.answer_rows")
        self.body.addWidget(self.list)
        self.starts: dict[str, QWidget] = {}
        self.answers: list[Row] = []

    def show_reading(self, reading: Reading) -> None:
        """Show every question that was asked."""
        self.starts, self.answers = {}, []
        rows: list[Row] = []
        for section in reading.sections:
            mine = [row for row in reading.answers if row.section == section.key]
            if mine:
                head = Row([Text(section.title, "h3")], name=f"intake_review.section_head.{section.key}")
                self.starts[section.key] = head
                rows.append(head)
                own = [self._row(row, reading.accepted) for row in mine]
                self.answers += own
                rows += own
        self.list.show_rows(rows)

    def _row(self, row: AnswerRow, accepted: bool) -> Row:
        question = Text(row.question, "body", "ink2", wrap=True)
        question.setFixedWidth(_QUESTION)
        answer = Text(_shown(row), "body", "ink" if row.answer else "ink3", wrap=True)
        answer.set_selectable()
        answer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label = f"{row.question} {_shown(row)}"
        name = f"intake_review.answer.{row.link_id.replace('.', '_')}"
        widget = Row([question, answer], label=label, name=name)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.cells.setStretch(1, 1)
        if row.tag:
            widget.cells.addWidget(Tag(row.tag, TagTone.CAUTION))
        if row.goal and not accepted:
            goal = Button(
                _("Use as goal"),
                Variant.LINK,
                size=Size.SMALL,
                name=f"intake_review.goal.{row.link_id.replace('.', '_')}",
            )
            goal.clicked.connect(partial(self.goal_wanted.emit, row.link_id))
            widget.cells.addWidget(goal)
        return widget


def _shown(row: AnswerRow) -> str:
    if not row.answer:
        return _("Not answered")
    return _("“{words}”").format(words=row.answer) if row.own_words else row.answer


class SectionsCard(Card):
    """What the form has, with a mark for each section. Signals:

    section_wanted: key of a section, or `NEEDS_EYES`.
    print_wanted: the filled form is wanted on paper.
    """

    section_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Intake form"), padding=(14, 12), name="intake_review.sections")
        self.body.setSpacing(4)
        self._when = Text("", "small", "ink2", wrap=True)
        self._list = RowList()
        self.print = Button(_("Print form"), icon="printer", name="intake_review.print")
        self.print.clicked.connect(self.print_wanted)
        for widget in (self.title_label, self._when):
            widget.setContentsMargins(12, 0, 0, 0)
        self.body.addWidget(self._when)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self.body.addWidget(self.print)

    def show_reading(self, reading: Reading) -> None:
        """Show the sections with their marks."""
        self.set_title(reading.title)
        self._when.setText(reading.when)
        rows = [self._row(section) for section in reading.sections]
        if reading.concerns:
            rows.insert(0, self._eyes(reading.open))
        self._list.show_rows(rows)

    def _eyes(self, still_open: int) -> Row:
        mark: QWidget = Tag(str(still_open), TagTone.CAUTION) if still_open else IconMark("check", "jadeText")
        row = self._made(NEEDS_EYES, TwoLineText(_("Needs your eyes"), "bodyStrong", "jadeText"), mark)
        row.set_selected(True)
        return row

    def _row(self, section: SectionRow) -> Row:
        return self._made(section.key, TwoLineText(section.title, "body"), _mark(section))

    def _made(self, key: str, words: Text, mark: QWidget) -> Row:
        row = Row([words], label=words.text(), tappable=True, padding=12, name=f"intake_review.section.{key}")
        row.cells.setStretch(0, 1)
        row.cells.addWidget(mark)
        row.setMinimumHeight(48)
        row.tapped.connect(partial(self.section_wanted.emit, key))
        return row


def _mark(section: SectionRow) -> QWidget:
    match section.mark:
        case Mark.DONE:
            return IconMark("check", "jadeText")
        case Mark.CHANGED:
            return Tag(section.words, TagTone.CAUTION)
        case Mark.OPEN:
            return Tag(section.words, TagTone.NEUTRAL)
        case _:
            return Text(section.words, "small", "ink2")

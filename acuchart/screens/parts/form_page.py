"""One sheet of any form, to be answered: the one renderer of the Questionnaire files."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.clinic.form_sheets import Sheet
from acuchart.clinic.forms import Control, Item, ItemType, Value
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.form_item import DisplayEditor, ItemEditor, Place, Rank
from acuchart.screens.parts.form_item_choice import MANY, ChoiceEditor, ChoiceRow
from acuchart.screens.parts.form_item_pain import PaintEditor, ScaleEditor
from acuchart.screens.parts.form_item_typed import DateEditor, LineEditor, NumberEditor, TextEditor
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _

_WIDEST = 900
_MANY_WIDEST = 1200
"""For a question with so many answers that they need three columns."""
_ROWS_WIDEST = 1100
_BESIDE_PICTURE, _LEAST_BESIDE = 540, 400
_BETWEEN = 28


class FormPage(QWidget):
    """Shows one sheet with its answers. Questions appear and go as answers call for them. Signals:

    answered: link id, the answers as a tuple (empty where the answer was taken back), and a sentence where
        the text can't be read.
    """

    answered = Signal(str, object, str)

    def __init__(self, body: Body, *, name: str = "form", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._body = body
        self._editors: dict[str, ItemEditor] = {}
        self._rules: dict[str, Rule] = {}
        self._sheet: Sheet | None = None
        self._content: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet on show."""
        return self._sheet

    def editor(self, link_id: str) -> ItemEditor:
        """The question of that link id on the sheet; KeyError where it is on another one."""
        return self._editors[link_id]

    def show_sheet(
        self, sheet: Sheet, answers: Mapping[str, tuple[Value, ...]], asked: frozenset[str]
    ) -> None:
        """Show a sheet afresh, with the answers given and the questions asked, by link id."""
        self._sheet = sheet
        if self._content is not None:
            self._row.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._editors = {item.link_id: self._editor(item, sheet) for item in sheet.items}
        self._rules = {}
        for editor in self._editors.values():
            editor.given.connect(self.answered)
        self._content = self._lay_out(sheet)
        self._row.addWidget(self._content)
        self.show_answers(answers, asked)
        # A layout shows a new widget only later; the focus is wanted at once.
        self._content.show()

    def show_answers(self, answers: Mapping[str, tuple[Value, ...]], asked: frozenset[str]) -> None:
        """Show the answers as they stand, and only the questions asked with them."""
        for link_id, editor in self._editors.items():
            editor.show_values(answers.get(link_id, ()))
            editor.setVisible(link_id in asked)
            if link_id in self._rules:
                self._rules[link_id].setVisible(link_id in asked)

    def show_wrong(self, sentences: Mapping[str, str]) -> None:
        """Say under each question what is wrong with its answer; nothing under the others."""
        for link_id, editor in self._editors.items():
            editor.say_wrong(sentences.get(link_id, ""))

    def focus_first(self) -> None:
        """Put the focus on the first thing to answer."""
        for widget in self.findChildren(QWidget):
            tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if tabbed and widget.isVisibleTo(self) and not isinstance(widget, QScrollArea):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _editor(self, item: Item, sheet: Sheet) -> ItemEditor:
        place = Place(self._rank(item, sheet), f"{self.objectName()}.answer")
        if item.control is Control.BODY_CHART:
            return PaintEditor(item, place, self._body)
        if item.control is Control.PAIN_SCALE:
            return ScaleEditor(item, place)
        if item.type in (ItemType.BOOLEAN, ItemType.CHOICE):
            in_row = sheet.rows and not item.repeats
            return ChoiceRow(item, place) if in_row else ChoiceEditor(item, place)
        return _TYPED[item.type](item, place)

    def _rank(self, item: Item, sheet: Sheet) -> Rank:
        mains = [one for one in sheet.items if not _appears(one, sheet)]
        if sheet.painted is not None:
            return Rank.ALONE if item is sheet.painted else Rank.BESIDE
        if item not in mains or sheet.rows:
            return Rank.BESIDE
        return Rank.ALONE if len(mains) == 1 and not sheet.heading else Rank.PEER

    def _lay_out(self, sheet: Sheet) -> QWidget:
        picture = sheet.painted
        if picture is None:
            many = any(len(item.options) > MANY for item in sheet.items)
            widest = _ROWS_WIDEST if sheet.rows else _MANY_WIDEST if many else _WIDEST
            return _scrolling(self._column(sheet), widest)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        left = _scrolling(self._column(sheet), _BESIDE_PICTURE)
        left.setMinimumWidth(ThemeHolder.of_app().theme.scaled(_LEAST_BESIDE))
        row.addWidget(left, 10)
        editor = self._editors[picture.link_id]
        card = Card(padding=(20, 24))
        if isinstance(editor, PaintEditor):
            card.body.addWidget(editor.paint)
        row.addWidget(card, 15)
        return holder

    def _column(self, sheet: Sheet) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(12 if sheet.rows else _BETWEEN)
        if sheet.heading:
            column.addWidget(
                Text(_(sheet.heading), "kioskTitle", wrap=True, name=f"{self.objectName()}.heading")
            )
        for number, (link_id, editor) in enumerate(self._editors.items()):
            if sheet.rows and number:
                self._rules[link_id] = Rule()
                column.addWidget(self._rules[link_id])
            column.addWidget(editor)
        column.addStretch(1)
        return column


_TYPED: Mapping[ItemType, type[LineEditor] | type[TextEditor] | type[DisplayEditor]] = {
    ItemType.DISPLAY: DisplayEditor,
    ItemType.INTEGER: NumberEditor,
    ItemType.DATE: DateEditor,
    ItemType.STRING: LineEditor,
    ItemType.TEXT: TextEditor,
}


def _appears(item: Item, sheet: Sheet) -> bool:
    """Whether a question appears with an answer to another one of the sheet."""
    names = {one.link_id for one in sheet.items}
    return any(condition.link_id in names for condition in item.enable_when)


def _scrolling(column: QVBoxLayout, widest: int) -> QScrollArea:
    inner = QWidget()
    inner.setLayout(column)
    inner.setMaximumWidth(widest)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    return area

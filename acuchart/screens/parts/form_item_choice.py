"""Questions answered by tapping: one of several, several of many, yes or no."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from acuchart.clinic.forms import Coding, Item, ItemType, Value
from acuchart.screens.parts.form_item import ItemEditor, Place, Values
from acuchart.screens.parts.form_key import AnswerKey
from acuchart.screens.parts.painted import text_width
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _

_GAP = 12
_ROOM, _MUCH_ROOM = 860, 1160
"""Px that the answers of a row may take together."""
MANY = 8
"""Above so many answers there are three columns where they fit."""
_BESIDE_WORDS = 78


class ChoiceEditor(ItemEditor):
    """Answers as large keys. A tap on a chosen one takes it back, so that nothing is answered."""

    def __init__(self, item: Item, place: Place, *, titled: bool = True) -> None:
        super().__init__(item, place, titled=titled)
        self.options = options_of(item)
        self.keys = [self._key(words, code) for _value, words, code in self.options]
        if titled:
            self.add_answer(self._grid())

    def _key(self, words: str, code: str) -> AnswerKey:
        key = AnswerKey(words, several=self.item.repeats, name=self.part(code))
        key.setAccessibleName(f"{_(self.item.text)} {words}")
        key.clicked.connect(lambda _on: self._tapped(key))
        return key

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setSpacing(_GAP)
        columns = _columns([key.text() for key in self.keys])
        for at, key in enumerate(self.keys):
            grid.addWidget(key, at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return holder

    @property
    def chosen(self) -> Values:
        """The answers as they stand."""
        pairs = zip(self.options, self.keys, strict=True)
        return tuple(option[0] for option, key in pairs if key.isChecked())

    def show_values(self, values: Values) -> None:
        for (value, _words, _code), key in zip(self.options, self.keys, strict=True):
            key.setChecked(any(_same(value, given) for given in values))

    def _tapped(self, key: AnswerKey) -> None:
        at = self.keys.index(key)
        if key.isChecked():
            for other, one in enumerate(self.keys):
                if other != at and (not self.item.repeats or self._alone(at) or self._alone(other)):
                    one.setChecked(False)
        self.give(*self.chosen)

    def _alone(self, at: int) -> bool:
        """Whether an answer stands alone, such as "None of these"."""
        return self.item.type is ItemType.CHOICE and self.item.options[at].exclusive


class ChoiceRow(ChoiceEditor):
    """A short question with its answers beside it."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place, titled=False)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        words = Text(_(item.text), "kioskLabel", wrap=True, name=self.part("question"))
        row.addWidget(words, 1)
        for key in self.keys:
            row.addWidget(key)
        self.column.addLayout(row)
        self.add_answer()


def options_of(item: Item) -> Sequence[tuple[Value, str, str]]:
    """Each answer with its words and the key its control is named by."""
    if item.type is ItemType.BOOLEAN:
        return ((True, _("Yes"), "yes"), (False, _("No"), "no"))
    return tuple((one.coding, _(one.coding.display), one.coding.code) for one in item.options)


def _same(value: Value, given: Value) -> bool:
    if isinstance(value, Coding) and isinstance(given, Coding):
        return value.same(given)
    return value is given


def _columns(words: Sequence[str]) -> int:
    """As many columns as the longest answer leaves room for: three for three or many, else two."""
    theme = ThemeHolder.of_app().theme
    widest = max(text_width(theme.font("kioskLabel"), one) for one in words) + _BESIDE_WORDS + _GAP
    many = len(words) > MANY
    fitting = max(1, int(((_MUCH_ROOM if many else _ROOM) + _GAP) / widest))
    return min(len(words), fitting, 3 if many or len(words) == 3 else 2)

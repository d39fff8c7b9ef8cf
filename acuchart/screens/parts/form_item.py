"""What every question of a form has: words, a hint, a place for the answer, a line for what is wrong."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.forms import Item, Value
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.words import _

Values = tuple[Value, ...]


class Rank(StrEnum):
    """How a question stands on its sheet."""

    ALONE = "alone"
    PEER = "peer"
    """One of a few."""
    BESIDE = "beside"
    """Below the question of the sheet, which it belongs to."""


_TITLES = {Rank.ALONE: "kioskTitle", Rank.PEER: "title", Rank.BESIDE: "kioskLabel"}
_HINTS = {Rank.ALONE: "kioskBody", Rank.PEER: "kioskLabel", Rank.BESIDE: "kioskLabel"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: its rank, and what names of controls begin with."""

    rank: Rank = Rank.ALONE
    prefix: str = "form"


class ItemEditor(QWidget):
    """One question. Signals:

    given: link id, the answers as a tuple (empty for none), and a sentence where the text can't be read.
    """

    given = Signal(str, object, str)

    def __init__(self, item: Item, place: Place, *, titled: bool = True) -> None:
        super().__init__()
        self.item = item
        self.place = place
        self.setObjectName(self.part())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        if titled:
            self.column.addWidget(
                Text(_(item.text), _TITLES[place.rank], wrap=True, name=self.part("question"))
            )
            if item.hint:
                self.column.addWidget(Text(_(item.hint), _HINTS[place.rank], "ink2", wrap=True))
        self._wrong = ErrorLine()
        self._wrong.words.set_role("kioskLabel")

    def part(self, key: str = "") -> str:
        """The name of a control of this question."""
        own = f"{self.place.prefix}.{self.item.link_id.replace('.', '_').replace('-', '_')}"
        return f"{own}.{key}" if key else own

    def add_answer(self, *widgets: QWidget) -> None:
        """Put the answer below the question, and the line for what is wrong below that."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addWidget(self._wrong)

    def give(self, *values: Value, sentence: str = "") -> None:
        """Tell what is answered now."""
        self.given.emit(self.item.link_id, values, sentence)

    def show_values(self, values: Values) -> None:
        """Show the answers without telling anybody."""
        raise NotImplementedError

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong under the question; an empty sentence takes it away."""
        self._wrong.say(sentence)
        self.setAccessibleDescription(sentence)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.words.text()


class DisplayEditor(ItemEditor):
    """A piece of text to read."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place, titled=False)
        self.add_answer(Paragraph(_(item.text), "kioskBody", name=self.part("words")))

    def show_values(self, values: Values) -> None:
        """There is nothing to answer."""

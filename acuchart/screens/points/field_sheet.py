"""A small sheet below a cell with one field; Enter or Set hands in what stands there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.typed_text import keep_as


class FieldSheet(Sheet):
    """What its field holds is handed in by `give`; more goes into `body` and, before Set, into `foot`."""

    def __init__(
        self, parent: QWidget, asks: str, field: LabelledField, done: Button, *, width: int, name: str
    ) -> None:
        super().__init__(parent, asks, done, width=width, name=name)
        self.field = field
        keep_as(field.editor, asks)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        self.body.addWidget(field)

    def open_with(self, cell: QWidget, text: str) -> None:
        """Open below a cell with the text as it stands."""
        self.field.set_text(text)
        self.show_under(cell)
        self.field.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_error(self, sentence: str) -> None:
        self.field.set_error(sentence)

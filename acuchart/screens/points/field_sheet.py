"""A small sheet below a cell with one field; Enter or Set hands in what stands there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.popover import Popover


class FieldSheet(Popover):
    """What its field holds is handed in by `give`; more goes into `body` and, before Set, into `foot`."""

    def __init__(self, parent: QWidget, field: LabelledField, done: Button, *, width: int, name: str) -> None:
        super().__init__(width=width, name=name, parent=parent)
        self.field, self.set = field, done
        done.clicked.connect(self.give)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        self.body.addWidget(field)

    def open_with(self, cell: QWidget, text: str) -> None:
        """Open below a cell with the text as it stands."""
        self.field.set_text(text)
        self.field.set_error("")
        self.show_under(cell)
        self.field.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        else:
            super().keyPressEvent(event)

    def give(self) -> None:
        """Hand in what stands in the field."""
        raise NotImplementedError

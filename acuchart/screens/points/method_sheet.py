"""The name of a technique that the list does not hold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.popover import Popover
from acuchart.screens.points.wishes import Method
from acuchart.words import _


class MethodSheet(Popover):
    """Free words, short; they go into the note as they are.

    Signals:
        given: a `Method`, as typed.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, key: int) -> None:
        super().__init__(width=320, name="points.method_sheet", parent=parent)
        self.field = LabelledField(_("Name of the method"), name=f"points.method_field.{key}")
        self.set = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.method_set.{key}")
        self.set.clicked.connect(self._give)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.set)
        self.body.addWidget(self.field)
        self.body.addLayout(row)

    def ask(self, cell: QWidget, method: str) -> None:
        """Open below a cell with the name as it stands."""
        self.field.set_text(method)
        self.field.set_error("")
        self.show_under(cell)
        self.field.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(Method(self.field.text))

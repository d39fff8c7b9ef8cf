"""The name of a technique that the list does not hold."""

from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.points.field_sheet import FieldSheet
from acuchart.screens.points.wishes import Method
from acuchart.words import _


class MethodSheet(FieldSheet):
    """Gives a `Method`, as typed: free words, short; they go into the note as they are."""

    def __init__(self, parent: QWidget, key: int) -> None:
        field = LabelledField(_("Name of the method"), name=f"points.method_field.{key}")
        done = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.method_set.{key}")
        super().__init__(parent, "method", field, done, width=320, name="points.method_sheet")
        self.body.addWidget(self.left)
        self.body.addLayout(self.foot)

    def ask(self, cell: QWidget, method: str) -> None:
        """Open below a cell with the name as it stands."""
        self.open_with(cell, method)

    def give(self) -> None:
        self.hand_in(Method(self.field.text))

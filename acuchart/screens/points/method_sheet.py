"""The name of a technique that the list does not hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.points.field_sheet import FieldSheet
from acuchart.screens.points.wishes import Method
from acuchart.words import _


class MethodSheet(FieldSheet):
    """Free words, short; they go into the note as they are.

    Signals:
        given: a `Method`, as typed.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, key: int) -> None:
        field = LabelledField(_("Name of the method"), name=f"points.method_field.{key}")
        done = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.method_set.{key}")
        super().__init__(parent, field, done, width=320, name="points.method_sheet")
        self.body.addLayout(self.foot)

    def ask(self, cell: QWidget, method: str) -> None:
        """Open below a cell with the name as it stands."""
        self.open_with(cell, method)

    def give(self) -> None:
        self.given.emit(Method(self.field.text))

"""What is said when the program made a mistake."""

from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.text import Text
from acuchart.words import _


class BugDialog(Dialog):
    """One dialog for our own mistakes, with the number of the report."""

    def __init__(self, window: QWidget, number: str) -> None:
        super().__init__(
            window,
            _("AcuChart made a mistake"),
            _(
                "What was saved before is safe. Look at this screen again before you go on. "
                "When you ask for help, give this number."
            ),
            name="bug",
        )
        self.number = Text(number, "h2", name="bug.number")
        self.number.set_selectable()
        self.body.addWidget(self.number)
        close = Button(_("Go on"), Variant.PRIMARY, name="bug.close")
        close.clicked.connect(self.accept)
        self.add_button(close)

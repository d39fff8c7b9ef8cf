"""A form that can't be read: said plainly, and put aside with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.states import ErrorState
from acuchart.screens.parts.typed_text import keep_as
from acuchart.words import _


class UnreadablePanel(QWidget):
    """Signals:

    set_aside_wanted: why the form is put aside.
    """

    set_aside_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = ErrorState("file", _("This form can't be read"), " ", name="intake_review.unreadable")
        self.reason = LabelledField(
            _("Why it can be put aside"),
            placeholder=_("Such as: asked again"),
            name="intake_review.why",
        )
        keep_as(self.reason.editor, "intake_review.why")
        self.reason.setFixedWidth(420)
        self.button = Button(_("Put aside"), name="intake_review.set_aside")
        self.button.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.addWidget(self._state, 2)
        for widget in (self.reason, self.button):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show what is wrong with the form."""
        self._state.sentence.setText(sentence)
        self.reason.set_error("")

    def _clicked(self) -> None:
        if self.reason.text:
            self.set_aside_wanted.emit(self.reason.text)
        else:
            self.reason.set_error(_("Write a word of why."))

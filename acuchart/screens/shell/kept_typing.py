"""Keeps what is typed into a dialog, or into a part of a screen, until it is handed in."""

from PySide6.QtWidgets import QWidget

from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.dialog import PUT_AWAY, Dialog
from acuchart.screens.parts.typed_text import TypedText
from acuchart.screens.shell.unfinished import UnfinishedForms


def keep_typing(forms: UnfinishedForms, widget: QWidget, form: Form) -> None:
    """Brings back what was left in the fields of a widget, and keeps what is typed from now on.

    A dialog that was answered or cancelled keeps nothing, one that was put away by a lock everything; a part
    of a screen keeps nothing once its fields are as they were.
    """
    typed = TypedText(widget)
    in_hand = forms.take_up(form, typed.show)
    typed.changed.connect(in_hand.change)
    if isinstance(widget, Dialog):
        widget.finished.connect(lambda result: None if result == PUT_AWAY else in_hand.close())

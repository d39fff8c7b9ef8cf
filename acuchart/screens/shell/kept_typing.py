"""Keeps what is typed into a dialog, or into a part of a screen, until it is handed in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.parts.dialog import PUT_AWAY, Dialog
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.typed_text import TypedText
from acuchart.screens.shell.unfinished import FormInHand, UnfinishedForms


def keep_typing(forms: UnfinishedForms, dialog: Dialog, form: Form) -> None:
    """Brings back what was left in the fields of a dialog, and keeps what is typed from now on.

    A dialog that was answered or cancelled keeps nothing, one that was put away by a lock everything.
    """
    typed = TypedText(dialog)
    in_hand = forms.take_up(form, typed.show)
    typed.changed.connect(in_hand.change)
    dialog.words_kept.connect(typed.settle)
    dialog.finished.connect(lambda result: None if result == PUT_AWAY else in_hand.close())


def keep_sheet(forms: UnfinishedForms, sheet: Sheet, form: Form) -> None:
    """Brings back what was left in the marked fields of an open sheet, and keeps what is typed into them."""
    typed = TypedText(sheet, marked=True)

    def show(left: Typed) -> None:
        typed.show(left)
        sheet.show_left()

    in_hand = forms.take_up(form, show)
    typed.changed.connect(in_hand.change)
    sheet.settled.connect(in_hand.close)


class KeptFields:
    """The marked fields of a screen, which come and go with what is shown there.

    A field that is emptied, or made anew because it was answered, keeps nothing; one that writes by itself
    keeps what it refuses.
    """

    def __init__(self, forms: UnfinishedForms, page: QWidget) -> None:
        self._forms = forms
        self._typed = TypedText(page, marked=True)
        self._typed.changed.connect(self._change)
        self._in_hand: FormInHand | None = None
        self._waiting: dict[str, str] = {}
        """What was left in fields that are not on the screen yet."""

    def open(self, form: Form) -> None:
        """The screen shows this form, or shows it anew with other fields."""
        came = self._typed.follow()
        if self._in_hand is None or self._in_hand.form != form:
            self._waiting = {}
            self._in_hand = self._forms.take_up(form, self._bring_back)
        else:
            self._put_back(came)
            # The screen was shown anew by itself, not by a person who put the words right.
            self._typed.show(self._typed.refused_and_gone(self._in_hand.typed))
        self._change(self._typed.typed)

    def leave(self) -> None:
        """Another form will be shown: nothing typed here stands in it, and until then nobody types."""
        if self._in_hand is not None:
            self._in_hand.flush()
        self._in_hand = None
        self._typed.clear()

    def _bring_back(self, left: Typed) -> None:
        since = self._typed.typed
        self._waiting = {name: words for name, words in left.items() if name not in since}
        self._put_back(self._typed.names)
        self._change(self._typed.typed)

    def _put_back(self, names: Iterable[str]) -> None:
        self._typed.show({name: self._waiting.pop(name) for name in names if name in self._waiting})

    def _change(self, typed: Typed) -> None:
        now = {**self._waiting, **typed}
        if self._in_hand is not None and now != self._in_hand.typed:
            self._in_hand.change(now)

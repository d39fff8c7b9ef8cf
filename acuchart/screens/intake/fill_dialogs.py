"""The two questions over the form: whether somebody is there, and the passphrase of the staff."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.words import _


class StillThere(Dialog):
    """Asked after a while without a touch. Signals:

    later: "Finish later" was tapped.
    """

    later = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Still there?"), _("Your answers are kept."), name="intake.still_there")
        self.title.set_role("title")
        later = Button(_("Finish later"), Variant.GHOST, size=Size.KIOSK, name="intake.finish_later")
        later.clicked.connect(self.later)
        yes = Button(_("Yes"), Variant.PRIMARY, size=Size.KIOSK, name="intake.yes")
        yes.clicked.connect(self.accept)
        self.add_button(later)
        self.add_button(yes)


class StaffDialog(Dialog):
    """Asks for the passphrase of whoever handed the form out. Signals:

    given: the passphrase as typed.
    """

    given = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            _("Take the PC back"),
            _("Whoever handed out the form types their passphrase."),
            name="intake.staff_dialog",
        )
        self.field = PassphraseField(_("Passphrase"), name="intake.passphrase")
        self.field.entered.connect(self._give)
        self.body.addWidget(self.field)
        cancel = Button(_("Cancel"), Variant.GHOST, name="intake.staff_cancel")
        cancel.clicked.connect(self.reject)
        self._open = Button(_("Open"), Variant.PRIMARY, name="intake.staff_open")
        self._open.clicked.connect(self._give)
        self.add_button(cancel)
        self.add_button(self._open)

    def say_checked(self, sentence: str) -> None:
        """Close, or say that it was another passphrase."""
        self._open.set_words(_("Open"))
        self._open.setEnabled(True)
        self.field.clear()
        if sentence:
            self.field.set_error(sentence)
            self.field.editor.setFocus()
        else:
            self.accept()

    def _give(self) -> None:
        if self._open.isEnabled() and self.field.text:
            self._open.set_words(_("Opening…"))
            self._open.setEnabled(False)
            self.given.emit(self.field.text)

"""Keeps what is typed on the first pages, so that a first start that was cut off is gone on with."""

from PySide6.QtCore import QTimer

from acuchart.screens.parts.typed_text import TypedText, keep_as
from acuchart.screens.shell.autosave import QUIET_MS
from acuchart.screens.shell.first_start.view import FirstStartView
from acuchart.screens.shell.preferences import Preferences


def keep_answers(view: FirstStartView, preferences: Preferences) -> None:
    """Brings back what was typed before, and keeps what is typed from now on; never a passphrase or the key.

    There is no encrypted place yet: it lies with the preferences of this PC, until a clinic is opened.
    """
    clinic, owner = view.clinic, view.owner
    for field in (clinic.name, clinic.address, clinic.phone, owner.name, owner.licence, view.folder.folder):
        keep_as(field.editor, field.editor.objectName())
    typed = TypedText(view, marked=True)
    typed.show(preferences.first_start)
    soon = QTimer(view, singleShot=True, interval=QUIET_MS)
    soon.timeout.connect(lambda: preferences.set_first_start(typed.typed))
    typed.changed.connect(lambda _typed: None if soon.isActive() else soon.start())

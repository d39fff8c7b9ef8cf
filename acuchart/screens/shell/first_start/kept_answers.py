"""Keeps what is typed, so that a first start that was cut off is gone on with."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from acuchart.clinic.unfinished import Typed
from acuchart.screens.parts.typed_text import TypedText, keep_as
from acuchart.screens.shell.autosave import QUIET_MS
from acuchart.screens.shell.first_start.view import FirstStartView
from acuchart.screens.shell.preferences import Preferences


def keep_answers(
    view: FirstStartView, preferences: Preferences, keep_person: Callable[[Typed], None]
) -> None:
    """Brings back what was typed before, and keeps what is typed from now on; never a passphrase or the key.

    There is no encrypted place at first: it lies with the preferences of this PC, until a clinic is opened.
    Who is typed on the last page, when there is one, goes to `keep_person`.
    """
    _keep_colleague(view, keep_person)
    clinic, owner = view.clinic, view.owner
    for field in (clinic.name, clinic.address, clinic.phone, owner.name, owner.licence, view.folder.folder):
        keep_as(field.editor, field.editor.objectName())
    typed = TypedText(view, marked=True)
    typed.show(preferences.first_start)
    soon = QTimer(view, singleShot=True, interval=QUIET_MS)
    soon.timeout.connect(lambda: preferences.set_first_start(typed.typed))
    typed.changed.connect(lambda _typed: None if soon.isActive() else soon.start())


def _keep_colleague(view: FirstStartView, keep: Callable[[Typed], None]) -> None:
    """Keeps who is typed on the last page, under the names of the dialog of the settings that asks the same.

    The clinic is made by then, and whoever goes on after a power cut adds people in the settings.
    """
    fields = {"add_user.name": view.people.name, "add_user.licence": view.people.licence}
    soon = QTimer(view, singleShot=True, interval=QUIET_MS)
    soon.timeout.connect(lambda: keep({name: field.text for name, field in fields.items() if field.text}))
    for field in fields.values():
        field.edited.connect(lambda _text: None if soon.isActive() else soon.start())

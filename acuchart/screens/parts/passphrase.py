"""A field for a passphrase."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.words import _

_EYE = 40


def caps_lock_turned(event: QKeyEvent) -> bool | None:
    """Tell from one typed letter whether Caps Lock is on; None when the key says nothing about it."""
    text = event.text()
    if len(text) != 1 or not text.isalpha() or text.lower() == text.upper():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shifted


class _SecretField(Field):
    """Hides what is typed; an eye shows it while held."""

    caps_lock = Signal(bool)

    def __init__(self, label: str, large: bool, name: str) -> None:
        super().__init__(label=label, large=large, name=name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(0, 0, _EYE, 0)
        eye_name = f"{name}.eye" if name else ""
        self.eye = Button(
            "", Variant.GHOST, icon="eye", size=Size.SMALL, hint=_("Show while held"), name=eye_name
        )
        self.eye.setParent(self)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.pressed.connect(lambda: self.setEchoMode(QLineEdit.EchoMode.Normal))
        self.eye.released.connect(lambda: self.setEchoMode(QLineEdit.EchoMode.Password))
        self._caps = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.eye.setGeometry(self.width() - _EYE - 4, (self.height() - _EYE) // 2, _EYE, _EYE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = caps_lock_turned(event)
        if turned is None and event.key() == Qt.Key.Key_CapsLock:
            turned = not self._caps
        super().keyPressEvent(event)
        if turned is not None and turned != self._caps:
            self._caps = turned
            self.caps_lock.emit(turned)


class PassphraseField(LabelledField):
    """A labelled passphrase with an eye to hold and a warning about Caps Lock.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def __init__(
        self, label: str, *, large: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        self._secret = _SecretField(label, large, name)
        super().__init__(label, self._secret, parent=parent)
        self._secret.caps_lock.connect(self._warn)
        self._secret.returnPressed.connect(self.entered)
        self._secret.installEventFilter(self)

    @property
    def text(self) -> str:
        """The passphrase as typed, spaces and all."""
        return self._secret.text()

    def clear(self) -> None:
        self._secret.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        return super().eventFilter(watched, event)

    def _warn(self, on: bool) -> None:
        if not self.editor.property("error"):
            self.set_caution(_("Caps Lock is on") if on else "")

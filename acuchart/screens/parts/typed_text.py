"""What a person typed into the fields of a form or a dialog, by the names of the fields."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from acuchart.screens.parts.combo import Combo


class KeptControl(QWidget):
    """A control of several parts whose answer is kept as a text, beside the words of the fields.

    Signals:
        changed: a person answered, or `take_answer` did.
    """

    changed = Signal()

    @property
    def answer(self) -> str:
        """The answer as a text that means the same after the next start."""
        raise NotImplementedError

    def take_answer(self, answer: str) -> None:
        """Answer as a person did before."""
        raise NotImplementedError


_Field = QLineEdit | QPlainTextEdit | Combo | KeptControl
_KEPT_AS = "keptAs"
_WHILE_REFUSED = "keptWhileRefused"


def keep_as(field: QWidget, name: str) -> None:
    """Marks a field of a screen as one whose words are kept before they are handed in, under a name.

    The name must mean the same after the next start: that of a point or a question, never a number counted
    from the top of a list.
    """
    field.setProperty(_KEPT_AS, name)


def keep_refused(field: QWidget, name: str) -> None:
    """Marks a field that writes what is typed by itself: its words are kept only while it refuses them.

    It refuses them as long as its property "error" is set. Words that come back are typed again, as it were,
    so that the screen says what is wrong with them.
    """
    keep_as(field, name)
    field.setProperty(_WHILE_REFUSED, True)


class TypedText(QObject):
    """Watches every named field inside a widget, except passphrases and whole numbers.

    A number is typed fresh each time: a count of needles is never filled in beforehand. With `marked`, only
    the fields marked by `keep_as` or `keep_refused` are watched.

    Signals:
        changed: what stands in the fields that differ from what they said when they were first seen, or
            at `begin`.
    """

    changed = Signal(object)

    def __init__(self, root: QWidget, *, marked: bool = False) -> None:
        super().__init__(root)
        self._root, self._marked = root, marked
        self._fields: dict[str, _Field] = {}
        self._begun: dict[str, str] = {}
        self._still = False
        self.follow()

    def begin(self) -> None:
        """What the fields say now counts as not typed."""
        self._begun = {name: _text(field) for name, field in self._fields.items()}

    def follow(self) -> frozenset[str]:
        """Looks for fields that came or went; returns the names of those that came."""
        now = _marked(self._root) if self._marked else _named(self._root)
        came = frozenset(name for name, field in now.items() if self._fields.get(name) is not field)
        self._begun = {name: _text(now[name]) if name in came else self._begun[name] for name in now}
        self._fields = now
        for name in came:
            field = now[name]
            if isinstance(field, QLineEdit) and field.property(_WHILE_REFUSED):
                # The screen, which heard of the typing before, has refused it by then.
                field.textEdited.connect(self._tell)
                field.editingFinished.connect(self._tell)
            elif isinstance(field, QLineEdit | QPlainTextEdit):
                field.textChanged.connect(self._tell)
            elif isinstance(field, KeptControl):
                field.changed.connect(self._tell)
            else:
                field.currentIndexChanged.connect(self._tell)
        return came

    def settle(self, name: str, text: str) -> None:
        """The words of a field are in the records: they count as not typed."""
        if name in self._begun and self._begun[name] != text:
            self._begun[name] = text
            self._tell()

    @property
    def names(self) -> frozenset[str]:
        """The fields there are."""
        return frozenset(self._fields)

    @property
    def typed(self) -> Mapping[str, str]:
        """What stands in the fields that differ, or that refuse it."""
        there = {name: field for name, field in self._fields.items() if isValid(field)}
        return {name: _text(field) for name, field in there.items() if self._counts(name, field)}

    def _counts(self, name: str, field: _Field) -> bool:
        if field.property(_WHILE_REFUSED):
            return bool(field.property("error"))
        return _text(field) != self._begun[name]

    def refused_and_gone(self, kept: Mapping[str, str]) -> Mapping[str, str]:
        """Of words that are kept, those that a field refused and that do not stand in it any more."""
        gone = kept.keys() & self._fields.keys() - self.typed.keys()
        return {name: kept[name] for name in gone if self._fields[name].property(_WHILE_REFUSED)}

    def show(self, typed: Mapping[str, str]) -> None:
        """Puts words back where they stood, and tells nobody."""
        self._still = True
        for name, text in typed.items():
            if name in self._fields:
                _put(self._fields[name], text)
        self._still = False

    def clear(self) -> None:
        """Puts back what the fields said before anybody typed, and tells nobody.

        A field that writes by itself is left to its screen, which knows what is written.
        """
        own = (name for name in self.typed if not self._fields[name].property(_WHILE_REFUSED))
        self.show({name: self._begun[name] for name in own})

    def _tell(self) -> None:
        if not self._still:
            self.changed.emit(self.typed)


def _marked(root: QWidget) -> dict[str, _Field]:
    named = ((str(field.property(_KEPT_AS) or ""), field) for field in _fields(root))
    return {name: field for name, field in named if name}


def _named(root: QWidget) -> dict[str, _Field]:
    return {field.objectName(): field for field in _fields(root) if field.objectName()}


def _fields(root: QWidget) -> list[_Field]:
    found: list[_Field] = [
        line
        for line in root.findChildren(QLineEdit)
        if line.echoMode() is QLineEdit.EchoMode.Normal and not isinstance(line.validator(), QIntValidator)
    ]
    found += root.findChildren(QPlainTextEdit)
    found += root.findChildren(Combo)
    found += root.findChildren(KeptControl)
    return found


def _text(field: _Field) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, KeptControl):
        return field.answer
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.key


def _put(field: _Field, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
        if field.property(_WHILE_REFUSED):
            field.textEdited.emit(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, KeptControl):
        field.take_answer(text)
    else:
        field.choose(text)

"""The right half of the lock screen: who is here, and the passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.unlock.person_row import PersonRow
from acuchart.words import _

_LISTED = 340
"""So much of the list is in sight without scrolling."""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """A person as the lock screen shows them."""

    id: UUID
    name: str
    role: str
    tone: AvatarTone


class SignIn(QWidget):
    """People, passphrase, Unlock.

    Signals:
        unlock_wanted: the chosen person's id and the passphrase.
        forgotten: "Forgot passphrase?" was tapped.
        person_chosen: the id of the person chosen.
        other_folder_wanted: another clinic folder is to be opened; again_wanted: the same once more.
    """

    unlock_wanted = Signal(object, str)
    forgotten = Signal()
    person_chosen = Signal(object)
    other_folder_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[PersonWords] = ()
        self._rows: list[PersonRow] = []
        self.line = Text("", "body", "ink2", wrap=True, name="unlock.line")
        self.passphrase = PassphraseField(_("Passphrase"), name="unlock.passphrase")
        self.passphrase.entered.connect(self._send)
        self.unlock = Button(_("Unlock"), Variant.PRIMARY, size=Size.LARGE, name="unlock.unlock")
        self.unlock.clicked.connect(self._send)
        self.forgot = Button(_("Forgot passphrase?"), Variant.GHOST, name="unlock.forgot")
        self.forgot.clicked.connect(self.forgotten)
        self.trouble = Alert(AlertKind.DANGER, "", name="unlock.trouble")
        other = Button(_("Choose another folder"), name="unlock.other_folder")
        other.clicked.connect(self.other_folder_wanted)
        again = Button(_("Try again"), name="unlock.again")
        again.clicked.connect(self.again_wanted)
        self.trouble.add_button(again)
        self.trouble.add_button(other)
        self.trouble.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(_("Who is here?"), "title"))
        column.addWidget(self.line)
        column.addSpacing(12)
        column.addWidget(self.trouble)
        column.addWidget(self._people_area(), 1)
        column.addSpacing(16)
        column.addWidget(self.passphrase)
        column.addSpacing(12)
        column.addWidget(self.unlock)
        column.addSpacing(8)
        column.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        hints = QHBoxLayout()
        hints.addWidget(KeyHint(("↑", "↓"), _("Choose person")))
        hints.addStretch(1)
        hints.addWidget(KeyHint(("Enter",), _("Unlock")))
        hints.addStretch(1)
        hints.addWidget(KeyHint(("Esc",), _("Silence alarm")))
        column.addLayout(hints)

    def _people_area(self) -> Scroll:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._area = Scroll(inside, name="unlock.people")
        return self._area

    @property
    def people(self) -> Sequence[PersonWords]:
        """Those who are listed."""
        return self._people

    @property
    def chosen(self) -> PersonWords | None:
        """Who is chosen."""
        return next((p for p, row in zip(self._people, self._rows, strict=True) if row.isChecked()), None)

    def show_people(self, people: Sequence[PersonWords], chosen: UUID | None) -> None:
        """List the people, and choose one."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._people = tuple(people)
        self._rows = [PersonRow(p.name, p.role, p.tone, n) for n, p in enumerate(people, 1)]
        for person, row in zip(self._people, self._rows, strict=True):
            row.clicked.connect(lambda _on=False, who=person.id: self.choose(who))
            self._list.addWidget(row)
        height = sum(row.sizeHint().height() + 8 for row in self._rows) - 8
        self._area.setMaximumHeight(max(0, height))
        self._area.setMinimumHeight(min(max(0, height), _LISTED))
        if people:
            self.choose(chosen if any(p.id == chosen for p in people) else people[0].id)

    def choose(self, user_id: UUID | None) -> None:
        """Choose a person, and go on to the passphrase."""
        for person, row in zip(self._people, self._rows, strict=True):
            if person.id == user_id:
                row.setChecked(True)
                self._area.ensureWidgetVisible(row)
        self.passphrase.clear()
        self.passphrase.set_error("")
        self.passphrase.editor.setFocus()
        self.person_chosen.emit(user_id)

    def choose_beside(self, by: int) -> None:
        """Choose the next person or the one before."""
        at = next((n for n, row in enumerate(self._rows) if row.isChecked()), 0)
        if self._rows:
            self.choose(self._people[(at + by) % len(self._rows)].id)

    def show_ready(self) -> None:
        """Let the passphrase be typed."""
        self.unlock.set_words(_("Unlock"))
        for widget in (self.passphrase.editor, self.unlock):
            widget.setEnabled(True)

    def show_busy(self) -> None:
        """A passphrase is being tried."""
        self.unlock.setEnabled(False)

    def show_opening(self) -> None:
        """Trying takes longer than usual."""
        self.unlock.set_words(_("Opening…"))

    def show_wrong(self, sentence: str) -> None:
        """The passphrase was another."""
        self.show_ready()
        self.passphrase.clear()
        self.passphrase.set_error(sentence)
        self.passphrase.editor.setFocus()

    def show_waiting(self, sentence: str) -> None:
        """Too many tries: nothing can be typed for a while."""
        self.unlock.set_words(_("Unlock"))
        self.passphrase.clear()
        self.passphrase.set_error(sentence)
        for widget in (self.passphrase.editor, self.unlock):
            widget.setEnabled(False)

    def show_trouble(self, sentence: str) -> None:
        """The clinic can't be opened at all; an empty sentence takes the panel away."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        for widget in (self.line, self.passphrase, self.unlock, self.forgot):
            widget.setVisible(not sentence)

    def _send(self) -> None:
        person = self.chosen
        if person is not None and self.unlock.isEnabled() and self.passphrase.text:
            self.unlock_wanted.emit(person.id, self.passphrase.text)

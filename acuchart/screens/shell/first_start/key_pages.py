"""The pages of the recovery key, and the last one for the people who work here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from acuchart.clinic.people import ROLE_WORDS, Role
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.shell.first_start.asking_pages import passphrase_rule
from acuchart.screens.shell.first_start.page import WizardPage
from acuchart.screens.shell.key_groups import KeyGroups
from acuchart.words import _


class KeyPage(WizardPage):
    """Shows the recovery key once; it must be printed or saved before one can go on.

    Signals:
        print_wanted, save_wanted: how the key is kept.
    """

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        sentence = _(
            "It opens the records when a passphrase is forgotten. It is shown once, here. "
            "Keep it on paper, away from this PC."
        )
        super().__init__(_("Recovery key"), sentence, "first_start.key")
        self.groups = KeyGroups()
        paper = Button(_("Print"), Variant.TINT, icon="printer", name="first_start.key_print")
        paper.clicked.connect(self.print_wanted)
        save = Button(_("Save as PDF"), icon="download", name="first_start.key_save")
        save.clicked.connect(self.save_wanted)
        self._kept = Alert(AlertKind.INFO, "", icon="check", name="first_start.key_kept")
        self._kept.hide()
        self.body.addWidget(self.groups)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(paper)
        row.addWidget(save)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._kept)
        self.body.addStretch(1)

    def show_kept(self, words: str) -> None:
        """Say where the key was put; empty while it was put nowhere."""
        self._kept.say(words)
        self._kept.setVisible(bool(words))


class ProofPage(WizardPage):
    """Asks one group back, so that the sheet is known to be there."""

    def __init__(self) -> None:
        sentence = _("Take the sheet and type one group from it. Then the clinic is made.")
        super().__init__(_("Is the key at hand?"), sentence, "first_start.proof")
        self.group = LabelledField(_("Group"), large=True, name="first_start.key_group")
        self.group.editor.setMaximumWidth(320)
        self.body.addWidget(self.group)
        self.body.addStretch(1)

    def ask(self, place: int) -> None:
        """Ask for the group at a place, counted from 1."""
        words = _("Group {n} of the recovery key").format(n=place)
        self.group.label.setText(words)
        self.group.editor.setAccessibleName(words)
        self.group.set_text("")


class PeoplePage(WizardPage):
    """One account per person; may be left empty.

    Signals:
        add_wanted: name, role, licence number, first passphrase.
    """

    add_wanted = Signal(str, object, str, str)

    def __init__(self) -> None:
        sentence = _(
            "One account per person, the front desk included. You can add people later, in Settings."
        )
        super().__init__(_("Who else works here?"), sentence, "first_start.people")
        self.name = LabelledField(_("Name"), name="first_start.person_name")
        options = [Option(role.value, _(ROLE_WORDS[role])) for role in reversed(Role)]
        self.role = Segmented(options, name="first_start.person_role", label=_("Role"))
        self.role.choose(Role.PRACTITIONER.value)
        self.licence = LabelledField(_("Licence number"), name="first_start.person_licence")
        self.passphrase = PassphraseField(
            _("First passphrase"), large=False, name="first_start.person_passphrase"
        )
        self.add = Button(_("Add"), Variant.TINT, icon="user-plus", name="first_start.person_add")
        self.add.clicked.connect(self._send)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.row(self.name, self.licence)
        self.choices(((_("Role"), self.role),))
        self.body.addWidget(self.passphrase)
        self.body.addWidget(Paragraph(passphrase_rule(), "small", "ink2"))
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self._names: list[str] = []

    @property
    def names(self) -> Sequence[str]:
        """Those who were added."""
        return self._names

    def show_added(self, name: str, role: Role) -> None:
        """List somebody, and take the next."""
        self._names.append(name)
        row = QHBoxLayout()
        row.addWidget(Text(name, "bodyStrong"))
        row.addWidget(Tag(_(ROLE_WORDS[role])))
        row.addStretch(1)
        self._list.addLayout(row)
        for field in (self.name, self.licence):
            field.set_text("")
        self.passphrase.clear()
        self.show_error("")
        self.name.editor.setFocus()

    def _send(self) -> None:
        self.add_wanted.emit(self.name.text, Role(self.role.key), self.licence.text, self.passphrase.text)

"""The pages that ask: the clinic, the owner, the folder; and what the encryption does."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from acuchart.clinic.details import ClinicDetails, ClockStyle, DateOrder, Paper
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.shell.first_start.logo_field import LogoField
from acuchart.screens.shell.first_start.page import WizardPage
from acuchart.words import _


def paper_choice(name: str) -> Segmented:
    """A4 or Letter."""
    return Segmented([Option(paper.value, paper.value) for paper in Paper], name=name, label=_("Paper"))


def date_choice(name: str) -> Segmented:
    """The order of a date."""
    options = (
        Option(DateOrder.DAY_MONTH_YEAR.value, _("20 Nov 2026")),
        Option(DateOrder.MONTH_DAY_YEAR.value, _("Nov 20, 2026")),
        Option(DateOrder.YEAR_MONTH_DAY.value, "2026-11-20"),
    )
    return Segmented(options, name=name, label=_("Dates"))


def clock_choice(name: str) -> Segmented:
    """24 or 12 hours."""
    options = (Option(ClockStyle.HOURS_24.value, "14:15"), Option(ClockStyle.HOURS_12.value, "2:15 PM"))
    return Segmented(options, name=name, label=_("Clock"))


class ClinicPage(WizardPage):
    """Name, address and habits of the clinic."""

    def __init__(self) -> None:
        sentence = _("This stands at the head of every paper. You can change it later in Settings.")
        super().__init__(_("Your clinic"), sentence, "first_start.clinic")
        self.name = LabelledField(_("Name of the clinic"), name="first_start.name")
        self.address = LabelledField(_("Address"), name="first_start.address")
        self.phone = LabelledField(_("Phone"), name="first_start.phone")
        self.logo = LogoField("first_start")
        self.paper = paper_choice("first_start.paper")
        self.dates = date_choice("first_start.dates")
        self.clock = clock_choice("first_start.clock")
        self.body.addWidget(self.name)
        self.row(self.address, self.phone)
        self.body.addWidget(self.logo)
        self.choices(((_("Paper"), self.paper), (_("Dates"), self.dates), (_("Time of day"), self.clock)))
        self.body.addStretch(1)

    @property
    def details(self) -> ClinicDetails:
        """What was given."""
        return ClinicDetails(
            name=self.name.text,
            address=self.address.text,
            phone=self.phone.text,
            logo=self.logo.logo,
            paper=Paper(self.paper.key),
            date_order=DateOrder(self.dates.key),
            clock=ClockStyle(self.clock.key),
        )


class OwnerPage(WizardPage):
    """The first account."""

    def __init__(self) -> None:
        sentence = _("You are the owner: you add the others and look after the records.")
        super().__init__(_("You"), sentence, "first_start.owner")
        self.name = LabelledField(_("Your name"), name="first_start.owner_name")
        self.licence = LabelledField(_("Licence number"), name="first_start.licence")
        self.passphrase = PassphraseField(_("Passphrase"), large=False, name="first_start.passphrase")
        self.again = PassphraseField(_("Passphrase again"), large=False, name="first_start.passphrase_again")
        self.body.addWidget(self.name)
        self.body.addWidget(self.licence)
        without = _("Without a licence number your account does no clinical work.")
        self.body.addWidget(Paragraph(without, "small", "ink2"))
        self.row(self.passphrase, self.again)
        self.body.addWidget(Paragraph(passphrase_rule(), "small", "ink2"))
        self.body.addStretch(1)


def passphrase_rule() -> str:
    """What a passphrase must be, in words."""
    return _("At least 12 characters, or four words. Four words that only you put together are easy to keep.")


class FolderPage(WizardPage):
    """Where the records will lie.

    Signals:
        open_wanted: the clinic that lies in the folder is to be opened.
    """

    open_wanted = Signal()

    def __init__(self) -> None:
        sentence = _(
            "Everything of the clinic lies in one folder on this PC. It is encrypted from the first line."
        )
        super().__init__(_("Where the records lie"), sentence, "first_start.folder")
        self.folder = LabelledField(_("Folder"), name="first_start.folder_path")
        choose = Button(_("Choose"), icon="folder-open", name="first_start.folder_choose")
        choose.clicked.connect(self._choose)
        self.body.addWidget(self.folder)
        row = QHBoxLayout()
        self.open = Button(_("Open this clinic"), Variant.TINT, name="first_start.open_clinic")
        self.open.clicked.connect(self.open_wanted)
        self.folder.edited.connect(self.open.hide)
        self.open.hide()
        row.addWidget(choose)
        row.addWidget(self.open)
        row.addStretch(1)
        self.body.addLayout(row)
        hint = _("Choose a folder on a disk of this PC, not one that is copied to the internet.")
        self.body.addWidget(Paragraph(hint, "small", "ink2"))
        self.body.addStretch(1)

    @property
    def path(self) -> Path:
        """The folder given."""
        return Path(self.folder.text).expanduser()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(Path.home()))
        if chosen:
            self.folder.set_text(chosen)
            self.open.hide()


class ProtectionPage(WizardPage):
    """What the encryption protects against, and what not."""

    def __init__(self) -> None:
        sentence = _("The records are encrypted with a key that only your passphrases open.")
        super().__init__(_("What this protects"), sentence, "first_start.protection")
        self.body.addWidget(
            _panel(
                Tint.JADE,
                _("It protects"),
                _("against a lost or stolen PC, disk or backup, and against accidental misuse."),
            )
        )
        self.body.addWidget(
            _panel(
                Tint.CAUTION,
                _("It does not protect"),
                _("against a person who has a passphrase and knows how to use programming tools."),
            )
        )
        lost = Alert(
            AlertKind.INFO,
            _("Passphrases can't be asked for"),
            _("If every passphrase and the recovery key are lost, nobody can open the records any more."),
            icon="key",
        )
        self.body.addWidget(lost)
        self.body.addStretch(1)


def _panel(tint: Tint, title: str, sentence: str) -> Card:
    card = Card(tint=tint)
    card.body.addWidget(Text(title, "h3"))
    card.body.addWidget(Paragraph(sentence))
    return card

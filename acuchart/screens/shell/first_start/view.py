"""The wizard as one screen: what is done and to come at the left, the page at the right."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.first_start.answers import Answers
from acuchart.screens.shell.first_start.asking_pages import (
    ClinicPage,
    FolderPage,
    OwnerPage,
    ProtectionPage,
)
from acuchart.screens.shell.first_start.key_pages import KeyPage, PeoplePage, ProofPage
from acuchart.screens.shell.first_start.page import WizardPage
from acuchart.screens.shell.logo import Logo
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _

_LEFT = 320
_PAGE = 760


class FirstStartView(Painted):
    """Seven pages, Back and Next.

    Signals:
        next_wanted, back_wanted: from the page on show.
        print_wanted: the recovery key shall go on paper; save_chosen: it shall be written to a path.
        person_wanted: name, role, licence number, first passphrase.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    print_wanted = Signal()
    save_chosen = Signal(object)
    person_wanted = Signal(str, object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "first_start")
        self.clinic, self.owner, self.folder = ClinicPage(), OwnerPage(), FolderPage()
        self.protection, self.key, self.proof = ProtectionPage(), KeyPage(), ProofPage()
        self.people = PeoplePage()
        self.pages: tuple[WizardPage, ...] = (
            self.clinic,
            self.owner,
            self.folder,
            self.protection,
            self.key,
            self.proof,
            self.people,
        )
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        self.back = Button(_("Back"), Variant.GHOST, size=Size.LARGE, name="first_start.back")
        self.back.clicked.connect(self.back_wanted)
        self.next = Button("", Variant.PRIMARY, size=Size.LARGE, name="first_start.next")
        self.next.clicked.connect(self.next_wanted)
        self.key.print_wanted.connect(self.print_wanted)
        self.key.save_wanted.connect(self._choose_place)
        self.people.add_wanted.connect(self.person_wanted)
        self._marks: list[tuple[IconMark, Text]] = []
        self._lay_out()
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(lambda _text: self.pages[self.number].show_error(""))
        self.show_page(0)

    def _lay_out(self) -> None:
        card = Card(radius="panel", padding=(32, 40))
        card.setMaximumWidth(_PAGE + 80)
        foot = QHBoxLayout()
        # In line with what the page asks, which keeps room for a scroll bar.
        foot.setContentsMargins(4, 0, 16, 0)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        card.body.addWidget(self._stack, 1)
        card.body.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 56, 64, 40)
        row.setSpacing(48)
        row.addLayout(self._steps())
        row.addWidget(card, 1)
        row.addStretch()

    def _steps(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Logo(40))
        head.addWidget(Text("AcuChart", "h2"))
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(24)
        for page in self.pages:
            mark, words = IconMark("circle", "ink3", 20), Text(page.title, "body", "ink2")
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(words, 1)
            column.addLayout(row)
            self._marks.append((mark, words))
        column.addStretch(1)
        self._promise = Text(_("No records are made before the key is proved."), "small", "ink2", wrap=True)
        column.addWidget(self._promise)
        spacer = QWidget()
        spacer.setFixedSize(_LEFT, 1)
        column.addWidget(spacer)
        return column

    @property
    def number(self) -> int:
        """The page on show, from 0."""
        return self._stack.currentIndex()

    def answers(self) -> Answers:
        """Everything typed so far."""
        return Answers(
            details=self.clinic.details,
            owner=self.owner.name.text,
            licence=self.owner.licence.text,
            passphrase=self.owner.passphrase.text,
            passphrase_again=self.owner.again.text,
            folder=self.folder.path,
            group=self.proof.group.text,
        )

    def offer_clinic_there(self, there: bool) -> None:
        """Whether the clinic that lies in the folder can be opened instead."""
        self.folder.open.setVisible(there)

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self._stack.setCurrentIndex(number)
        for at, (mark, words) in enumerate(self._marks):
            here, done = at == number, at < number
            mark.show_icon(
                "circle-dot" if here else "circle-check" if done else "circle",
                "jadeText" if here or done else "ink3",
            )
            words.set_role("bodyStrong" if here else "body")
            words.set_ink("ink" if here else "ink2")
        making = self.pages[number] is self.protection
        last = number == len(self.pages) - 1
        self.next.set_words(_("Make the clinic") if making else _("Start work") if last else _("Next"))
        self.next.setEnabled(True)
        # The key was made for what was typed before; going back would make another one.
        self.back.setVisible(number > 0 and not last)
        self._promise.setVisible(not last)
        self.show_error("")
        self.next.set_missing("")
        (self.pages[number].first_field or self.next).setFocus()

    def show_folder(self, folder: Path) -> None:
        """Propose a folder."""
        self.folder.folder.set_text(str(folder))

    def show_error(self, sentence: str) -> None:
        """Say what is wrong on the page, and let it be tried again."""
        self.pages[self.number].show_error(sentence)
        self.next.setEnabled(True)
        self.back.setEnabled(True)

    def show_making(self) -> None:
        """The clinic is being made."""
        self.next.set_words(_("Making the clinic…"))
        self.next.setEnabled(False)
        self.back.setEnabled(False)

    def show_key(self, groups: tuple[str, ...]) -> None:
        """Show the recovery key; no groups take it away."""
        self.key.groups.show_groups(groups)
        self.key.show_kept("")

    def show_key_wanted(self) -> None:
        """One can't go on before the key was put somewhere."""
        self.next.set_missing(_("Print the key or save it first."))

    def show_key_kept(self, words: str) -> None:
        """The key was put somewhere."""
        self.key.show_kept(words)
        self.key.show_error("")
        self.next.set_missing("")

    def ask_group(self, place: int) -> None:
        """Ask for one group of the key."""
        self.proof.ask(place)
        self.proof.group.editor.setFocus()

    @property
    def not_added(self) -> str:
        """The name of somebody typed on the page of the people and not added; empty where there is none."""
        return self.people.name.text

    def show_added(self, name: str, role: Role) -> None:
        """Somebody was added."""
        self.people.show_added(name, role)

    def print_paper(self, pdf: bytes) -> str:
        """Print; returns the printer's name, empty when the person thought better of it."""
        try:
            return print_pdf(self, pdf)
        except ChartTrouble as trouble:
            self.show_error(trouble.sentence)
            return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on, as a tap on the button would; on the last page it adds the person."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.pages[self.number] is self.people and self.people.name.text:
            self.people.add.click()
        else:
            self.next.click()

    def _choose_place(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery key"), str(Path.home() / _("recovery-key.pdf")), "PDF (*.pdf)"
        )
        if path:
            self.save_chosen.emit(Path(path))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("paper"))
        painter.end()

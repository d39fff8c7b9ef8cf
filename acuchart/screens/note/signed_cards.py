"""A signed note: its seal, what was added, and a box to add more."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from acuchart.screens.note.seen import AddendumCard, Seal
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.words import _

_SEAL = 64


class SealMark(Painted):
    """The initials in a double frame."""

    def __init__(self) -> None:
        super().__init__()
        self._initials = ""
        self.setFixedSize(_SEAL, _SEAL)

    def show_initials(self, initials: str) -> None:
        """Shows who sealed."""
        self._initials = initials
        self.setAccessibleName(initials)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = begin(self), self.theme, QRectF(self.rect())
        jade = theme.colour("jade")
        draw_panel(painter, rect, None, jade, 12, 2)
        draw_panel(painter, rect.adjusted(5, 5, -5, -5), None, jade, 8, 1)
        font = theme.sized_font("h1", 24)
        draw_text(
            painter, rect, self._initials, font, theme.colour("jadeText"), Qt.AlignmentFlag.AlignHCenter
        )
        painter.end()


class SealCard(Card):
    """Signed and locked: who and when."""

    def __init__(self) -> None:
        super().__init__(tint=Tint.JADE, padding=(20, 20), name="note.seal")
        self.mark = SealMark()
        self.who = Text("", "small", "ink", wrap=True)
        self.when = Text("", "small", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (Text(_("Signed and locked"), "h3"), self.who, self.when):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_seal(self, seal: Seal) -> None:
        """Shows a signature."""
        self.mark.show_initials(seal.initials)
        self.who.setText(f"{seal.name} · {seal.when}")
        self.when.setText(_("Read only"))


class AddendumView(Card):
    """One addition, signed by itself."""

    def __init__(self, addendum: AddendumCard) -> None:
        super().__init__(addendum.title)
        self.head.addWidget(Text(addendum.when_and_who, "small", "ink2"))
        self.words = Paragraph(addendum.words, "body")
        self.words.set_selectable()
        self.body.addWidget(self.words)
        self.body.addWidget(Tag(_("Signed"), TagTone.JADE, icon="lock"))


class AddCard(Card):
    """Adding to a signed note.

    Signals:
        typed: the words so far.
        add_wanted: words and passphrase.
    """

    typed = Signal(str)
    add_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Add to this note"), name="note.add_card")
        self.words = GrowingText(
            placeholder=_("What needs adding, and why?"),
            label=_("What needs adding, and why?"),
            rows=5,
            name="note.addendum",
        )
        self.words.edited.connect(self._edited)
        self.body.addWidget(self.words)
        hint = _("The signed text stays as it is. Your addition gets its own time and signature.")
        self.body.addWidget(Text(hint, "small", "ink2", wrap=True))
        self.passphrase = PassphraseField(_("Your passphrase"), large=False, name="note.addendum_passphrase")
        self.passphrase.entered.connect(self.ask)
        self.body.addWidget(self.passphrase)
        self.sign = Button(_("Sign addendum"), Variant.PRIMARY, size=Size.LARGE, name="note.sign_addendum")
        self.sign.clicked.connect(self.ask)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sign)
        self.body.addLayout(row)
        self._busy = False
        self._edited("")

    def show_draft(self, words: str) -> None:
        """Shows words that were begun earlier."""
        self.words.show_text(words)
        self._show_missing(words)

    def show_busy(self, busy: bool) -> None:
        """While the passphrase is checked nothing can be asked again."""
        self._busy = busy
        self.sign.setEnabled(not busy)

    def show_wrong(self, sentence: str) -> None:
        """Says why it was not signed; the words stay."""
        self.passphrase.clear()
        self.passphrase.set_error(sentence)

    def clear(self) -> None:
        """Forgets the passphrase."""
        self.passphrase.clear()
        self.passphrase.set_error("")

    def ask(self) -> None:
        """Asks for the signature under the addition."""
        if self._busy or self.sign.missing:
            return
        if not self.passphrase.text:
            self.passphrase.set_error(_("Type your passphrase."))
            return
        self.add_wanted.emit(self.words.text, self.passphrase.text)

    def _edited(self, words: str) -> None:
        self._show_missing(words)
        self.typed.emit(words)

    def _show_missing(self, words: str) -> None:
        self.sign.set_missing("" if words.strip() else _("Write what needs adding, and why."))

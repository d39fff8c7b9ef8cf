"""Theme, text size and the letters of point codes, changed at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import TextSize, Tone
from acuchart.words import _

WHO = "who"
ROMANCE = "romance"


class LookPage(QWidget):
    """How everything looks and is typed on this PC.

    Signals:
        look_wanted: a `Tone` and a `TextSize`.
        letters_wanted: Whether the letters of Romance charts are read as well.
    """

    look_wanted = Signal(object, object)
    letters_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tones = (
            Option(Tone.LIGHT.value, _("Light"), icon="sun"),
            Option(Tone.DARK.value, _("Dark"), icon="moon"),
            Option(Tone.SYSTEM.value, _("As system")),
        )
        sizes = (
            Option(TextSize.STANDARD.value, _("Standard")),
            Option(TextSize.LARGE.value, _("Large")),
            Option(TextSize.LARGER.value, _("Larger")),
        )
        self.tone = Segmented(tones, name="settings.theme", label=_("Theme"))
        self.size_choice = Segmented(sizes, name="settings.text", label=_("Text"))
        systems = (Option(WHO, _("WHO")), Option(ROMANCE, _("WHO and Romance")))
        self.letters = Segmented(systems, name="settings.letters", label=_("Letters of point codes"))
        self.tone.chosen.connect(self._send)
        self.size_choice.chosen.connect(self._send)
        self.letters.chosen.connect(self._send_letters)
        look = _card(
            _("Theme and text"),
            ((_("Theme"), self.tone), (_("Text"), self.size_choice)),
            _("For this PC, whoever is signed in."),
        )
        codes = _card(
            _("Point codes"),
            ((_("Letters"), self.letters),),
            _(
                "Romance letters are those of French, Italian, Spanish and Portuguese charts: "
                "E for the stomach, F for the liver, P for the lung. "
                "Points are always shown by their WHO codes."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(look)
        column.addWidget(codes)
        column.addStretch(1)

    def show_look(self, tone: Tone, size: TextSize) -> None:
        """Show what holds."""
        self.tone.choose(tone.value)
        self.size_choice.choose(size.value)

    def show_letters(self, romance: bool) -> None:
        """Show which letters are read."""
        self.letters.choose(ROMANCE if romance else WHO)

    def _send(self) -> None:
        self.look_wanted.emit(Tone(self.tone.key), TextSize(self.size_choice.key))

    def _send_letters(self) -> None:
        self.letters_wanted.emit(self.letters.key == ROMANCE)


def _card(title: str, rows: tuple[tuple[str, Segmented], ...], foot: str) -> Card:
    """A card of choices, each after its word, and a sentence below."""
    card = Card(title)
    for words, choice in rows:
        row = QHBoxLayout()
        label = Text(words, "body", "ink2")
        label.setMinimumWidth(96)
        row.addWidget(label)
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        card.body.addLayout(row)
    card.body.addWidget(Text(foot, "small", "ink2", wrap=True))
    return card

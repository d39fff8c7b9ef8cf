"""Theme and text size, changed at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import TextSize, Tone
from acuchart.words import _


class LookPage(QWidget):
    """How everything looks on this PC.

    Signals:
        look_wanted: a `Tone` and a `TextSize`.
    """

    look_wanted = Signal(object, object)

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
        card = Card(_("Theme and text"))
        for words, choice in ((_("Theme"), self.tone), (_("Text"), self.size_choice)):
            choice.chosen.connect(self._send)
            row = QHBoxLayout()
            label = Text(words, "body", "ink2")
            label.setMinimumWidth(96)
            row.addWidget(label)
            row.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            card.body.addLayout(row)
        card.body.addWidget(Text(_("For this PC, whoever is signed in."), "small", "ink2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_look(self, tone: Tone, size: TextSize) -> None:
        """Show what holds."""
        self.tone.choose(tone.value)
        self.size_choice.choose(size.value)

    def _send(self) -> None:
        self.look_wanted.emit(Tone(self.tone.key), TextSize(self.size_choice.key))

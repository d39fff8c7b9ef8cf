"""The text of the note: four parts, each with sentences from the record and words added to them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.note import Note, NotePart, TreatmentLine
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.words import _

_BLOCK = 36
_LABEL = 112


class _Letter(Painted):
    """The letter of a part in its block."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(_BLOCK, _BLOCK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = begin(self), self.theme, QRectF(self.rect())
        draw_panel(painter, rect, theme.colour("sunken"), None, theme.radius("seg"))
        font, ink = theme.sized_font("h3", 18), theme.colour("ink2")
        draw_text(painter, rect, self._letter, font, ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _Line(QWidget):
    """One STRICTA item."""

    def __init__(self) -> None:
        super().__init__()
        self.label = Text("", "small", "ink2")
        self.label.setFixedWidth(_LABEL)
        self.words = Paragraph("", "small")
        self.words.set_selectable()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(8)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_line(self, line: TreatmentLine) -> None:
        """Shows an item."""
        self.label.setText(line.label)
        self.words.set_text(line.words)


class PartBlock(QWidget):
    """One part: letter, title, origin, the sentences, and a box for words of one's own.

    Signals:
        typed: letter and words.
        source_wanted: the letter, when its origin was tapped.
    """

    typed = Signal(str, str)
    source_wanted = Signal(str)

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self._title = Text("", "h3")
        self.origin = Button("", Variant.LINK, size=Size.SMALL, name=f"note.source.{letter.lower()}")
        self.origin.clicked.connect(lambda: self.source_wanted.emit(letter))
        self.sentences = Paragraph("", "body")
        self.sentences.set_selectable()
        self._treatment = QVBoxLayout()
        self._treatment.setSpacing(0)
        self._lines: list[_Line] = []
        self._added_tag = Tag(_("Added"))
        self.added = Paragraph("", "body")
        self.added.set_selectable()
        self.box = GrowingText(
            placeholder=_("Add in your own words"),
            label=_("Add to this part"),
            quiet=True,
            name=f"note.words.{letter.lower()}",
        )
        self.box.edited.connect(lambda words: self.typed.emit(letter, words))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.origin)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._treatment)
        column.addWidget(self.sentences)
        column.addWidget(self._added_tag)
        column.addWidget(self.added)
        column.addWidget(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 8)
        row.setSpacing(16)
        row.addWidget(_Letter(self._letter), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_part(self, part: NotePart, treatment: tuple[TreatmentLine, ...], read_only: bool) -> None:
        """Shows a part as it stands; signed, without any field."""
        self._title.setText(part.title)
        self.origin.set_words(part.origin)
        self.origin.setEnabled(not read_only)
        self._show_treatment(treatment)
        words = " ".join(part.sentences)
        nothing = not words and not treatment and not (read_only and part.added)
        self.sentences.set_text(_("Nothing recorded.") if nothing else words)
        self.sentences.set_ink("ink3" if nothing else "ink")
        self.sentences.setVisible(bool(words) or nothing)
        added = read_only and bool(part.added.strip())
        self._added_tag.setVisible(added)
        self.added.set_text(part.added.strip())
        self.added.setVisible(added)
        self.box.setVisible(not read_only)
        if not read_only:
            self.box.show_text(part.added)

    def _show_treatment(self, treatment: tuple[TreatmentLine, ...]) -> None:
        while len(self._lines) < len(treatment):
            if self._lines:
                self._treatment.addWidget(Rule())
            line = _Line()
            self._lines.append(line)
            self._treatment.addWidget(line)
        for line, item in zip(self._lines, treatment, strict=False):
            line.show_line(item)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(treatment))


class NoteText(Card):
    """The note whole.

    Signals:
        typed: letter and words.
        source_wanted: the letter of a part whose origin was tapped.
    """

    typed = Signal(str, str)
    source_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=(8, 20), name="note.text")
        self.blocks = {letter: self._block(letter) for letter in "SOAP"}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for letter, block in self.blocks.items():
            if letter != "S":
                column.addWidget(Rule())
            column.addWidget(block)
        column.addStretch(1)
        self.area = Scroll(inner)
        self.body.addWidget(self.area)

    def _block(self, letter: str) -> PartBlock:
        block = PartBlock(letter)
        block.typed.connect(self.typed)
        block.source_wanted.connect(self.source_wanted)
        return block

    def show_text(self, note: Note, read_only: bool) -> None:
        """Shows a note; signed, without any field."""
        for part in note.parts:
            treatment = note.treatment if part.letter == "P" else ()
            self.blocks[part.letter].show_part(part, treatment, read_only)

    def next_box(self) -> None:
        """Puts the caret into the first part, or the one after that which has it."""
        boxes = [block.box for block in self.blocks.values()]
        at = next((number for number, box in enumerate(boxes) if box.hasFocus()), -1)
        box = boxes[(at + 1) % len(boxes)]
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(box)

"""The question that best tells the leading patterns apart, with one key for each answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from acuchart.clinic.findings import FindingState
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import Text
from acuchart.screens.pattern.lines import Question
from acuchart.words import _


class AskCard(Card):
    """Ask next.

    Signals:
        answered: PRESENT, ABSENT, or NOT_ASKED for unclear.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__(tint=Tint.JADE, padding=(9, 16), name="pattern.ask_next")
        self.body.setSpacing(6)
        head = QHBoxLayout()
        self._title = Text("", "label", "jadeText", wrap=True)
        head.addWidget(IconMark("git-compare-arrows", "jadeText"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self._question = Text("", "bodyStrong", wrap=True)
        self.body.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(8)
        answers = (
            ("yes", _("Yes"), "Y", FindingState.PRESENT),
            ("no", _("No"), "N", FindingState.ABSENT),
            ("unclear", _("Unclear"), "U", FindingState.NOT_ASKED),
        )
        self._buttons: list[Button] = []
        self._keys: list[QShortcut] = []
        for key, words, letter, state in answers:
            button = Button(words, keys=(letter,), size=Size.SMALL, name=f"pattern.{key}")
            button.clicked.connect(lambda _on=False, state=state: self.answered.emit(state))
            shortcut = QShortcut(QKeySequence(letter), self)
            shortcut.activated.connect(button.click)
            row.addWidget(button, 1)
            self._buttons.append(button)
            self._keys.append(shortcut)
        self.body.addLayout(row)

    def show_question(self, question: Question | None, asking: bool) -> None:
        """Show a question, or that none would change the order; nothing at all while not asking."""
        self.setVisible(asking)
        self._question.setVisible(question is not None)
        for button, key in zip(self._buttons, self._keys, strict=True):
            button.setVisible(question is not None)
            key.setEnabled(asking and question is not None)
        if question is None:
            self._title.setText(_("No question would change the order"))
            return
        first, second = question.between
        self._title.setText(_("Ask next: {first} or {second}?").format(first=first, second=second))
        self._question.setText(question.words)

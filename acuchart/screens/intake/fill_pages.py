"""The pages around the questions: the last one, thanks, and what stands while nobody is there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.screens.intake.standing import LeftOpen
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.words import _, ngettext


class LastPage(QWidget):
    """What was left open, and the end. Signals:

    question_wanted: link id of an open question that was tapped.
    """

    question_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "kioskTitle", wrap=True, name="intake.left_open")
        self._sentence = Text("", "kioskBody", "ink2", wrap=True)
        self._rows = RowList(name="intake.open_questions")
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setMaximumWidth(900)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(12)
        for widget in (self._title, self._sentence, self._rows):
            column.addWidget(widget)
        column.addStretch(1)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_left(self, left: Sequence[LeftOpen]) -> None:
        """Say what is open; the required questions come first."""
        required = sum(row.required for row in left)
        self._title.setText(_title(len(left), required))
        self._sentence.setText(_sentence(len(left), required))
        self._rows.show_rows([self._row(row) for row in left])

    def _row(self, left: LeftOpen) -> Row:
        words = Text(_(left.question), "kioskLabel", wrap=True)
        row = Row([words], label=_(left.question), tappable=True, padding=12)
        row.setObjectName(f"intake.open.{left.link_id.replace('.', '_')}")
        row.setMinimumHeight(72)
        row.cells.setStretch(0, 1)
        if left.required:
            row.cells.addWidget(Tag(_("Please answer"), TagTone.CAUTION, icon="triangle-alert"))
        row.tapped.connect(lambda: self.question_wanted.emit(left.link_id))
        return row


def _title(left: int, required: int) -> str:
    if required:
        words = ngettext(
            "{n} question still needs an answer.", "{n} questions still need an answer.", required
        )
        return words.format(n=required)
    if left:
        return ngettext("You left {n} open. That's fine.", "You left {n} open. That's fine.", left).format(
            n=left
        )
    return _("You have answered everything.")


def _sentence(left: int, required: int) -> str:
    if required:
        return _("Tap it to answer. You may leave the others open.")
    if left:
        return _("Tap a question to answer it after all, or finish.")
    return _("Tap Finish to hand the form in.")


class MessagePage(QWidget):
    """A few large words in the middle, and for the staff the way on and the way out. Signals:

    staff_wanted: True to go on with the form, False to take the PC back.
    """

    staff_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "kioskTitle", wrap=True, name="intake.message")
        self._sentence = Text("", "kioskBody", "ink2", wrap=True)
        self._go_on = Button(
            _("Staff: go on with the form"), icon="play", size=Size.LARGE, name="intake.go_on"
        )
        self._go_on.clicked.connect(lambda: self.staff_wanted.emit(True))
        self._out = Button(
            _("Staff: take the PC back"),
            Variant.GHOST,
            icon="lock-open",
            size=Size.LARGE,
            name="intake.take_back",
        )
        self._out.clicked.connect(lambda: self.staff_wanted.emit(False))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 32, 0, 0)
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        buttons.addWidget(self._out)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)

    def say(self, title: str, sentence: str, *, go_on: bool) -> None:
        """Show words; `go_on` offers to go on with the form."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._go_on.setVisible(go_on)

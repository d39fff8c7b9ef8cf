"""Reading a filled form: what needs eyes, all answers, the painted pain, and accepting it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.screens.intake.accept_card import AcceptCard, PaintedCard
from acuchart.screens.intake.answers_card import NEEDS_EYES, AnswersCard, SectionsCard
from acuchart.screens.intake.concerns_card import ConcernsCard, ConcernWidget
from acuchart.screens.intake.reading import Reading
from acuchart.screens.intake.unreadable import UnreadablePanel
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import _

_LEFT, _WIDEST_LEFT, _NARROW_LEFT = 256, 304, 240
_RIGHT, _NARROW_RIGHT = 300, 248
_FOLD_BELOW = 1200


class ReadingPage(Page):
    """The three columns of the review. Signals:

    settled: link id, a `Settled` as text, and words.
    accept_wanted, check_in_wanted, paper_wanted: without a value.
    goal_wanted: link id of an answer.
    set_aside_wanted: why a form that can't be read is put aside.
    reading_shown: the concerns on the page may be others than before.
    """

    settled = Signal(str, str, str)
    accept_wanted = Signal()
    check_in_wanted = Signal()
    goal_wanted = Signal(str)
    paper_wanted = Signal()
    set_aside_wanted = Signal(str)
    reading_shown = Signal()

    def __init__(self, body: Body, background: Background) -> None:
        super().__init__()
        self.setObjectName("intake_review")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._background = background
        self._dialog: PaperDialog | None = None
        self.sections = SectionsCard()
        self.concerns = ConcernsCard()
        self.answers = AnswersCard()
        self.painted = PaintedCard(body)
        self.accept = AcceptCard()
        self.unreadable = UnreadablePanel()
        self._error = ErrorLine()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_columns())
        self._pages.addWidget(self.unreadable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._error)
        column.addWidget(self._pages, 1)

    def _make_columns(self) -> QWidget:
        self._middle = QWidget()
        inner = QVBoxLayout(self._middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addWidget(self.concerns)
        inner.addWidget(self.answers)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._middle)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        right.addWidget(self.painted, 1)
        right.addWidget(self.accept)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._right.setFixedWidth(_RIGHT)
        row.addWidget(self.sections)
        row.addWidget(self._area, 1)
        row.addWidget(self._right)
        return holder

    def _connect(self) -> None:
        self.concerns.settled.connect(self.settled)
        self.answers.goal_wanted.connect(self.goal_wanted)
        self.sections.section_wanted.connect(self._to_section)
        self.sections.print_wanted.connect(self.paper_wanted)
        self.accept.accept_wanted.connect(self.accept_wanted)
        self.accept.check_in_wanted.connect(self.check_in_wanted)
        self.accept.refused.connect(self.show_first_open)
        self.unreadable.set_aside_wanted.connect(self.set_aside_wanted)

    @property
    def heading(self) -> tuple[str, str]:
        return _("Intake form"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        return (
            (("J",), _("Next answer")),
            (("K",), _("Previous")),
            (("A",), _("Add caution")),
            (("N",), _("Not a concern")),
            (("Ctrl", "Enter"), _("Accept")),
        )

    def focus_first(self) -> None:
        first = self.concerns.first_open()
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reading(self, reading: Reading) -> None:
        """Show a form."""
        self._pages.setCurrentIndex(0)
        self._error.say("")
        self.sections.show_reading(reading)
        closed = reading.accepted or not reading.finished
        settling = self._concern_in_hand() is not None
        self.concerns.show_concerns(reading.concerns, reading.open, closed)
        if settling:
            self.focus_first()
        self.answers.show_reading(reading)
        self.painted.show_painting(reading.painting, reading.painted)
        self.accept.show_reading(reading)
        self.reading_shown.emit()

    def show_unreadable(self, sentence: str) -> None:
        """The form can't be read."""
        self._pages.setCurrentWidget(self.unreadable)
        self.unreadable.say(sentence)
        self.reading_shown.emit()

    def show_trouble(self, sentence: str) -> None:
        """Say what has to be put right."""
        self._error.say(sentence)

    def show_paper(self, pdf: bytes, name: str) -> None:
        """Show the filled form as it will be printed."""
        self._dialog = PaperDialog(
            self, _("Print form"), pdf, name, self._background, name="intake_review.paper"
        )
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def show_first_open(self) -> None:
        """Go to the first answer nobody has settled."""
        first = self.concerns.first_open()
        if first is not None:
            self._go_to(first)

    def _to_section(self, key: str) -> None:
        target = self.concerns if key == NEEDS_EYES else self.answers.starts.get(key)
        if target is not None:
            self._area.verticalScrollBar().setValue(target.mapTo(self._middle, QPoint(0, 0)).y())

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(widget, 0, 40)

    def _step(self, by: int) -> None:
        stops = [*self.concerns.rows, *self.answers.answers]
        now = self.focusWidget()
        here = [at for at, stop in enumerate(stops) if now is stop or stop.isAncestorOf(now)]
        at = here[0] + by if here else 0
        if stops:
            self._go_to(stops[max(0, min(len(stops) - 1, at))])

    def _concern_in_hand(self) -> ConcernWidget | None:
        now = self.focusWidget()
        return next((row for row in self.concerns.rows if now is row or row.isAncestorOf(now)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        concern = self._concern_in_hand()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.accept.press()
        elif event.key() == Qt.Key.Key_P and control:
            self.paper_wanted.emit()
        elif control or event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K):
            self._step(1 if event.key() == Qt.Key.Key_J else -1)
        elif concern is not None and event.key() == Qt.Key.Key_A:
            concern.take()
        elif concern is not None:
            concern.ask_no_concern()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _FOLD_BELOW
        self._right.setFixedWidth(_RIGHT if wide else _NARROW_RIGHT)
        scaled = min(self.sections.theme.scaled(_LEFT), _WIDEST_LEFT)
        self.sections.setFixedWidth(scaled if wide else _NARROW_LEFT)


_KEYS = (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_N)

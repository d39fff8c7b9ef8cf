"""The pattern panel, which stands beside the findings."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from acuchart.clinic.patterns import Pattern
from acuchart.screens.parts.painted import follow_theme
from acuchart.screens.parts.segmented import Option
from acuchart.screens.pattern.ask_card import AskCard
from acuchart.screens.pattern.assessment_card import AssessmentCard
from acuchart.screens.pattern.ledger_card import LedgerCard
from acuchart.screens.pattern.lines import Choice, Lines, Question, principle_of
from acuchart.screens.pattern.summaries import Summary
from acuchart.words import _

_LEDGER_ROWS, _THREE_GROUPS = 112, 260
"""Together room for three groups, the evidence of the first and the lines below the list; what is words grows
with the text. Where this does not fit, the panel scrolls instead of squeezing the list."""
_TWO_GROUPS, _ONE_GROUP, _TALL = 178, 132, 680
"""The list gives way so far where that brings the whole assessment into sight; to one group only in a panel
this high, as in a low one the list would be all that is given up."""
_ALL_HEIGHT = 600
"""While all patterns are in sight."""


class _Fitted(QWidget):
    """Asks for the least height its column can do with, so that the panel scrolls only when it must.

    Signals:
        rearranged: something in it came, went or takes another room.
    """

    rearranged = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.rearranged.emit()
        return done

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)


class PatternPanel(QWidget):
    """Ledger, next question and assessment.

    Signals:
        answered: FindingState, the answer to the question; NOT_ASKED for unclear.
        finding_wanted: id of a finding tapped as evidence.
        chosen: Choice.
        confirmed, change_wanted: of the assessment.
        choice_shown: the assessment may be another than before.
    """

    answered = Signal(object)
    finding_wanted = Signal(str)
    chosen = Signal(object)
    confirmed = Signal()
    change_wanted = Signal()
    choice_shown = Signal()

    def __init__(self, patterns: Mapping[str, Pattern], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pattern")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = _Fitted()
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._area)
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        by_name = sorted(patterns.values(), key=lambda pattern: _(pattern.label).casefold())
        options = [Option(pattern.slug, _(pattern.label), pattern.hanzi) for pattern in by_name]
        self.ledger = LedgerCard()
        self.ask = AskCard()
        principles = {slug: principle_of(pattern) for slug, pattern in patterns.items()}
        self.assessment = AssessmentCard(options, principles)
        column.addWidget(self.ledger, 1)
        column.addWidget(self.ask)
        column.addWidget(self.assessment)
        self.ledger.wanted.connect(self.finding_wanted)
        self.ledger.setMinimumHeight(_ALL_HEIGHT)
        self.ledger.widened.connect(self._make_room)
        content.rearranged.connect(self._make_room)
        self.ask.answered.connect(self.answered)
        self.assessment.chosen.connect(self.chosen)
        self.assessment.confirmed.connect(self.confirmed)
        self.assessment.change_wanted.connect(self.change_wanted)
        self._look = follow_theme(self._make_room)
        self.show_question(None, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As much of the list as there is room for beside the question and the assessment."""
        lines = (self.ledger.channels, self.ledger.principles)
        below = sum(line.sizeHint().height() for line in lines if not line.isHidden())
        rooms = (_THREE_GROUPS, _TWO_GROUPS, _ONE_GROUP)[: 3 if self.height() >= _TALL else 2]
        heights = [_LEDGER_ROWS + self._look.theme.scaled(words) + below for words in rooms]
        others = self._column.totalMinimumHeightForWidth(self.width()) - self.ledger.minimumHeight()
        usual = next((height for height in heights if others + height <= self.height()), heights[0])
        self.ledger.setMinimumHeight(_ALL_HEIGHT if self.ledger.wide else usual)

    def begin(self) -> None:
        """Another visit comes into sight."""
        self.ledger.begin()

    def show_lines(self, lines: Lines) -> None:
        """The ledger."""
        self.ledger.show_lines(lines)

    def show_around(self, channels: Summary, principles: Summary) -> None:
        """Where the pain lies, and what the findings are in kind."""
        self.ledger.channels.show_summary(channels)
        self.ledger.principles.show_summary(principles)

    def show_question(self, question: Question | None, asking: bool) -> None:
        """The next question; gone while nothing is asked."""
        self.ask.show_question(question, asking)

    def show_choice(self, choice: Choice, stamp: str, read_only: bool) -> None:
        """The assessment; `stamp` says who confirmed it and when."""
        self.assessment.show_choice(choice, stamp, read_only)
        self.choice_shown.emit()

    def show_trouble(self, sentence: str) -> None:
        """What is wrong with the assessment; nothing when empty."""
        self.assessment.show_trouble(sentence)

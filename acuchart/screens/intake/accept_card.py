"""The right side of the review: where it hurts, and taking the form into the chart."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from acuchart.clinic.body import Body
from acuchart.clinic.painting import Painting
from acuchart.screens.intake.reading import Reading
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.words import _

_GAP = 8


class PaintedCard(Card):
    """The pain as painted, front or back, with its places in words."""

    def __init__(self, body: Body) -> None:
        super().__init__(_("Painted pain"), padding=(14, 16), name="intake_review.painted")
        options = (Option("front", _("Front")), Option("back", _("Back")))
        self._side = Segmented(options, "front", name="intake_review.side", label=_("Side of the body"))
        self._own_row = QHBoxLayout()
        self._side_in = self.head
        self.head.addWidget(self._side)
        self.body.addLayout(self._own_row)
        self.chart = BodyChart(body, overview=True, name="intake_review.body")
        self._side.chosen.connect(self.chart.show_view)
        self.chart.show_channels((), all_lines=False)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = Text("", "small", "ink2", wrap=True, name="intake_review.painted_words")
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = self.title_label.sizeHint().width() + self._side.sizeHint().width() + 2 * _GAP
        wanted = self.head if needed <= room else self._own_row
        if wanted is not self._side_in:
            self._side_in.removeWidget(self._side)
            wanted.addWidget(self._side)
            self._side_in = wanted

    def show_painting(self, painting: Painting, words: tuple[str, ...]) -> None:
        """Show a painting, from the side that has more of it."""
        views = [stroke.view for stroke in painting.strokes]
        side = "back" if views.count("back") > views.count("front") else "front"
        self._side.choose(side)
        self.chart.show_view(side)
        self.chart.show_painting(painting)
        self._words.setText("\n".join(words) or _("Nothing painted"))


class AcceptCard(Card):
    """What is still open, and the button. Signals:

    accept_wanted: the form shall go into the chart.
    check_in_wanted: a visit shall be opened that takes the answers.
    refused: it can't yet.
    """

    accept_wanted = Signal()
    check_in_wanted = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(16, 16), name="intake_review.accept_card")
        self._words = Text("", "small", "ink2", wrap=True, name="intake_review.state")
        self._missing = Text("", "small", "ink2", wrap=True, name="intake_review.missing")
        self._check_in = Button(_("Check in"), Variant.TINT, icon="user-check", name="intake_review.check_in")
        self.button = Button(_("Accept into chart"), Variant.PRIMARY, name="intake_review.accept")
        self.button.clicked.connect(self._clicked)
        self.button.refused.connect(lambda _sentence: self.refused.emit())
        self._check_in.clicked.connect(self.check_in_wanted)
        for widget in (self._words, self._missing, self._check_in, self.button):
            self.body.addWidget(widget)

    def show_reading(self, reading: Reading) -> None:
        """Show whether the form can be accepted."""
        self._words.setText(reading.state_words)
        words = "" if reading.open else reading.missing
        self._missing.setText(words)
        self._missing.setVisible(bool(words))
        self._check_in.setVisible(reading.check_in)
        self.button.set_missing(reading.missing)
        self.button.setVisible(not reading.accepted)

    def press(self) -> None:
        """Accept, or go to what stands in the way."""
        if self.button.isVisible() and self.button.missing:
            self.refused.emit()
        elif self.button.isVisible():
            self.accept_wanted.emit()

    def _clicked(self) -> None:
        if not self.button.missing:
            self.accept_wanted.emit()

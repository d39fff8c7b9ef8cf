"""What the patient says on arrival: pain worst and average, their words; and pain now, for the pain card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from acuchart.clinic.visit import CheckIn
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.text import Text
from acuchart.words import _


class CheckInCard(Card):
    """Three pain scales and words. `now` holds the first of them, to be put where pain is asked about.

    Signals:
        answered: the CheckIn as it stands, at each change by a person.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Check-in"), hanzi="复诊", name="findings.check_in")
        labels = {"now": _("Pain now"), "worst": _("Worst"), "average": _("On average")}
        self.scales: dict[str, PainScale] = {}
        self.now = QWidget()
        now, column = QVBoxLayout(self.now), QVBoxLayout()
        now.setContentsMargins(0, 0, 0, 0)
        for key, label in labels.items():
            scale = PainScale(label, name=f"findings.pain.{key}")
            scale.answered.connect(self._say)
            place = now if key == "now" else column
            place.setSpacing(3)
            place.addWidget(Text(label, "small", "ink2"))
            place.addWidget(scale)
            self.scales[key] = scale
        self.body.addLayout(column)
        self._words = QPlainTextEdit()
        self._words.setObjectName("findings.check_in_words")
        self._words.setAccessibleName(_("Words on arrival"))
        self._words.setPlaceholderText(_("In their words: how it has been"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self.theme.scaled(60))
        self._words.textChanged.connect(self._say)
        self.body.addWidget(self._words)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes by, without the score that stands elsewhere."""
        return (self.scales["worst"], self.scales["average"], self._words)

    def show_check_in(self, answers: CheckIn) -> None:
        """Show the answers as kept."""
        kept = {"now": answers.pain_now, "worst": answers.pain_worst, "average": answers.pain_average}
        for key, scale in self.scales.items():
            scale.show_answer(kept[key])
        if self._words.toPlainText() != answers.words and not self._words.hasFocus():
            self._words.blockSignals(True)
            self._words.setPlainText(answers.words)
            self._words.blockSignals(False)

    def set_read_only(self, read_only: bool) -> None:
        for scale in self.scales.values():
            scale.set_read_only(read_only)
        self._words.setReadOnly(read_only)

    def _say(self) -> None:
        now, worst, average = (self.scales[key].answer for key in ("now", "worst", "average"))
        self.answered.emit(CheckIn(now, worst, average, self._words.toPlainText()))

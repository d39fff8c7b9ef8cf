"""The cards of the four examinations in two columns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, Observation
from acuchart.clinic.regions import region_words
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CARD_OF_GROUP, CARDS, FACTORS, CardSpec, Kind
from acuchart.screens.findings.changes_card import ChangesCard
from acuchart.screens.findings.check_in_card import CheckInCard
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.findings.pulse_card import PulseCard
from acuchart.screens.findings.tongue_card import TongueCard
from acuchart.screens.parts.tag import Tag
from acuchart.words import _

_MADE: Mapping[Kind, type[GroupCard]] = {
    Kind.CHIPS: GroupCard,
    Kind.CHANGES: ChangesCard,
    Kind.TONGUE: TongueCard,
    Kind.PULSE: PulseCard,
}
_FIRST_EXAMINATION = "ask"


class CardColumns(QWidget):
    """Check-in and all cards.

    Signals:
        stated: finding id, position, FindingState.
        words_typed: group, words.
        checked_in: CheckIn.
    """

    stated = Signal(str, str, object)
    words_typed = Signal(str, str)
    checked_in = Signal(object)

    def __init__(self, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__()
        self._labels = {key: _(finding.label) for key, finding in vocabulary.items()}
        self._vocabulary = vocabulary
        self._chosen = "all"
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        sides = (QVBoxLayout(), QVBoxLayout())
        for side in sides:
            side.setSpacing(12)
            columns.addLayout(side, 1)
        self.check_in = CheckInCard()
        self.check_in.answered.connect(self.checked_in)
        sides[0].addWidget(self.check_in)
        self.cards: dict[str, GroupCard] = {spec.key: self._make(spec) for spec in CARDS}
        for card in self.cards.values():
            sides[card.spec.column].addWidget(card)
        for side in sides:
            side.addStretch(1)
        self._where = Tag("")
        self._where.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cards["pain_quality"].head.insertWidget(2, self._where)
        self.choose(self._chosen)

    def _make(self, spec: CardSpec) -> GroupCard:
        card = _MADE[spec.kind](spec, self._vocabulary)
        card.stated.connect(self.stated)
        card.words_typed.connect(self.words_typed)
        return card

    def choose(self, examination: str) -> None:
        """Show one examination whole, or of all the most used cards open and the others folded."""
        self._chosen = examination
        every = examination == "all"
        self.check_in.setVisible(every or examination == _FIRST_EXAMINATION)
        for card in self.cards.values():
            card.setVisible(every or card.spec.examination.value == examination)
            card.fold(every and not card.spec.leading)

    def begin(self) -> None:
        """Another visit comes into sight: everything is as when the screen was new."""
        for card in self.cards.values():
            card.begin()
        self.choose("all")

    def reveal(self, finding_id: str) -> QWidget:
        """Open the card of a finding and return what shows it."""
        changes = {key for factor in FACTORS for key in factor.findings}
        group = self._vocabulary[finding_id].group
        own = self.cards[CARD_OF_GROUP[group].key]
        row = finding_id in changes and finding_id not in own.chips
        return (self.cards["changes"] if row else own).reveal(finding_id)

    def show_examination(
        self, found: Examination, left: Sequence[Observation], odd: Sequence[tuple[str, str]]
    ) -> None:
        """Show every finding in its card."""
        last = {observation.finding_id: observation.state for observation in left}
        for card in self.cards.values():
            card.show_examination(found, last)
            card.show_contradictions(odd, self._labels)

    def show_regions(self, regions: Sequence[str]) -> None:
        """Say beside the quality of the pain where it is."""
        words = region_words(regions[0]) if regions else ""
        self._where.show_tag(words if len(regions) < 2 else f"{words} +{len(regions) - 1}")
        self._where.setVisible(bool(words))

    def set_read_only(self, read_only: bool) -> None:
        self.check_in.set_read_only(read_only)
        for card in self.cards.values():
            card.set_read_only(read_only)

"""The cards of the four examinations in two columns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, Observation
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CARDS, FACTORS, CardSpec, Kind, card_of
from acuchart.screens.findings.changes_card import ChangesCard
from acuchart.screens.findings.check_in_card import CheckInCard
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.findings.pulse_card import PulseCard
from acuchart.screens.findings.sited_card import PainCard, SitedCard
from acuchart.screens.findings.tongue_card import TongueCard
from acuchart.words import _

_MADE: Mapping[Kind, type[GroupCard]] = {
    Kind.CHIPS: GroupCard,
    Kind.PAIN: PainCard,
    Kind.CHANGES: ChangesCard,
    Kind.TONGUE: TongueCard,
    Kind.PULSE: PulseCard,
}
_FIRST_EXAMINATION = "ask"
_WIDTHS = (400, 412)
_AFTER = 2
"""Place of the check-in among the cards of the left column."""


class CardColumns(QWidget):
    """Check-in and all cards.

    Signals:
        stated: finding id, Spot, FindingState.
        words_typed: group, words.
        checked_in: CheckIn.
        rate_typed: beats of the pulse a minute, or None.
        cleared: ids of all findings of a card that was cleared.
        sites_wanted: the control below which regions are to be chosen.
    """

    stated = Signal(str, object, object)
    words_typed = Signal(str, str)
    checked_in = Signal(object)
    rate_typed = Signal(object)
    cleared = Signal(object)
    sites_wanted = Signal(object)

    def __init__(self, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__()
        self._labels = {key: _(finding.label) for key, finding in vocabulary.items()}
        self._vocabulary = vocabulary
        self._chosen = "all"
        columns = self._columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        sides = (QVBoxLayout(), QVBoxLayout())
        for side, width in zip(sides, _WIDTHS, strict=True):
            side.setSpacing(12)
            columns.addLayout(side, width)
        self.check_in = CheckInCard()
        self.check_in.answered.connect(self.checked_in)
        self.cards: dict[str, GroupCard] = {spec.key: self._make(spec) for spec in CARDS}
        for card in self.cards.values():
            sides[card.spec.column].addWidget(card)
        sides[0].insertWidget(_AFTER, self.check_in)
        for side in sides:
            side.addStretch(1)
        for card in self.cards.values():
            if isinstance(card, PainCard):
                card.put_below(self.check_in.now)
        self._order_stops()
        self.choose(self._chosen)

    def _order_stops(self) -> None:
        """Tab goes as the eye does: down the left column, the scores where they stand."""
        pain, changes = self.cards["pain_quality"], self.cards["changes"]
        QWidget.setTabOrder(pain.last_stop, self.check_in.scales["now"])
        before = changes.last_stop
        for stop in self.check_in.stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _make(self, spec: CardSpec) -> GroupCard:
        made = SitedCard if spec.kind is Kind.CHIPS and spec.sited else _MADE[spec.kind]
        card = made(spec, self._vocabulary)
        if isinstance(card, SitedCard):
            card.sites_wanted.connect(self.sites_wanted)
        if isinstance(card, TongueCard):
            card.cleared.connect(self.cleared)
        if isinstance(card, PulseCard):
            card.rate_typed.connect(self.rate_typed)
        card.stated.connect(self.stated)
        card.words_typed.connect(self.words_typed)
        return card

    def stack(self, stacked: bool) -> None:
        """Put the columns one below the other where two have no room."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if stacked else beside)

    def choose(self, examination: str) -> None:
        """Show one examination whole, or of all the most used cards open and the others folded."""
        self._chosen = examination
        every = examination == "all"
        self.check_in.setVisible(every or examination == _FIRST_EXAMINATION)
        for card in self.cards.values():
            card.setVisible(every or card.spec.examination.value == examination)
            card.show_whole(not every)
            card.fold(every and not card.spec.leading)

    def begin(self) -> None:
        """Another visit comes into sight: everything is as when the screen was new."""
        for card in self.cards.values():
            card.begin()
        self.choose("all")

    def reveal(self, finding_id: str) -> QWidget:
        """Open the card of a finding and return what shows it."""
        changes = {key for factor in FACTORS for key in factor.findings}
        own = self.cards[card_of(self._vocabulary[finding_id]).key]
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
        """Let the findings of a site be told apart by the painful regions."""
        for card in self.cards.values():
            if isinstance(card, SitedCard):
                card.show_regions(regions)

    def set_read_only(self, read_only: bool) -> None:
        self.check_in.set_read_only(read_only)
        for card in self.cards.values():
            card.set_read_only(read_only)

"""A card of findings: chips of some groups, free words, and a head that folds it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, FindingState
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.entry import WHOLE, Spot, all_carried_at, states_at, tally
from acuchart.screens.findings.finding_chip import FindingChip, Marks
from acuchart.screens.findings.own_words import OwnWords
from acuchart.screens.findings.usual import SHORT
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.tag_button import TagButton
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.words import _, ngettext

_UNDER_HEAD = 2
"""The head is as high as its button; more room below it would look like a gap."""


class GroupCard(Card):
    """The ground of all cards of findings. Subclasses put their entry into `inside`.

    The usual chips are in sight, of the others those that say something; "n more" shows all. Tab comes to the
    card once, arrows go from chip to chip. Signals:
        stated: finding id, Spot and the FindingState asked for.
        words_typed: group and the free words as they stand.
    """

    stated = Signal(str, object, object)
    words_typed = Signal(str, str)

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__(_(spec.title), hanzi=spec.hanzi, name=f"findings.card.{spec.key}")
        self.spec = spec
        held = [finding for finding in vocabulary.values() if spec.holds(finding)]
        order = {key: place for place, key in enumerate(spec.usual)}
        self.findings = tuple(sorted(held, key=lambda f: order.get(f.id, len(order))))
        self.chips: dict[str, FindingChip] = {}
        self._wide = self._whole = self._read_only = False
        self._stop = ""
        self._make_fold()
        self.inside_box = QWidget()
        self.inside = QVBoxLayout(self.inside_box)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(self.theme.space("s"))
        self.body.addWidget(self.inside_box)
        self._make_foot()
        self.fill()
        self.inside.addWidget(self._odd)
        self.inside.addWidget(self._words)
        self.show_tail()
        self.fold(False)

    def fill(self) -> None:
        """Puts the entry of the card into `inside`."""
        self.add_chips(self.findings, foot=True)

    def add_chips(self, findings: Iterable[Finding], *, foot: bool = False) -> None:
        """Adds chips as one flow, after which the foot may stand."""
        box = QWidget()
        flow = FlowLayout(box, gap=8, row_gap=6)
        for finding in findings:
            flow.addWidget(self.make_chip(finding))
        if foot:
            flow.addWidget(self.more)
        self.inside.addWidget(box)

    def make_chip(self, finding: Finding) -> FindingChip:
        """A chip that speaks for the card."""
        chip = FindingChip(self.words_of(finding), hint_of(finding), name=f"findings.chip.{finding.id}")
        self.adopt(finding, chip)
        return chip

    def words_of(self, finding: Finding) -> str:
        """The label without what the title of the card says already: "Wiry" of "Wiry pulse"."""
        if finding.id in SHORT:
            return _(SHORT[finding.id])
        return _(finding.label).removesuffix(_(self.spec.suffix))

    def adopt(self, finding: Finding, chip: FindingChip) -> None:
        """Lets a chip speak for the card."""
        chip.state_chosen.connect(lambda state, key=finding.id: self.stated.emit(key, self.spot, state))
        chip.stepped.connect(lambda step, key=finding.id: self._step(key, step))
        chip.focused.connect(lambda key=finding.id: self._stop_at(key))
        self.chips[finding.id] = chip

    @property
    def spot(self) -> Spot:
        """Where the chips enter."""
        return WHOLE

    # What is in sight.

    @property
    def folded(self) -> bool:
        return not self.inside_box.isVisibleTo(self)

    def _turn(self) -> None:
        self.fold(not self.folded)

    def fold(self, folded: bool) -> None:
        """Close or open the card; folded it says how much of it was found."""
        self.inside_box.setVisible(not folded)
        self.pencil.setVisible(not folded and not self._read_only)
        self._count.setVisible(folded and bool(self._count.text))
        self._fold.set_icon("chevron-down" if folded else "chevron-up")
        title = _(self.spec.title)
        words = _("Open {card}") if folded else _("Fold {card}")
        self._fold.setAccessibleName(words.format(card=title))
        self.body.setSpacing(0 if folded else _UNDER_HEAD)

    def begin(self) -> None:
        """Another visit comes into sight: nothing of the one before stays, not even which part is open."""
        self._wide = False
        self._words.hide()

    def show_whole(self, whole: bool) -> None:
        """Show everything the card has, as where one examination is shown alone."""
        self._whole = whole
        self.show_tail()

    @property
    def everything(self) -> bool:
        """Whether all of the card is to be in sight."""
        return self._wide or self._whole

    def show_tail(self) -> None:
        """Show the usual chips, those that say something, and all when wanted."""
        hidden = 0
        for finding in self.findings:
            shown = self.everything or self._always(finding)
            self.chips[finding.id].setVisible(shown)
            hidden += not shown
        self.tell_more(hidden)
        self._keep_stop()

    def _always(self, finding: Finding) -> bool:
        chip = self.chips[finding.id]
        says = chip.state is not FindingState.NOT_ASKED or chip.carried is not None
        return says or not self.spec.usual or finding.id in self.spec.usual

    def tell_more(self, hidden: int) -> None:
        """Say how much is out of sight."""
        words = _("Fewer") if self._wide else _("{n} more").format(n=hidden)
        self.more.show_words(words, f"{_(self.spec.title)}: {words}")
        self.more.setVisible(not self._whole and (self._wide or bool(hidden)))

    def _widen(self) -> None:
        self._wide = not self._wide
        self.show_tail()

    # What is shown.

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        """Show how every finding of the card stands; `last` holds those of last visit not yet confirmed."""
        spot = self.spot
        whole = not spot.site and not spot.position
        states, carried = states_at(found, spot), all_carried_at(found, spot)
        for key, chip in self.chips.items():
            marks = Marks(
                whole and key in found.from_form, last.get(key) if whole else None, carried.get(key)
            )
            chip.show_finding(states.get(key, FindingState.NOT_ASKED), marks)
        self.show_tail()
        self.show_count(*tally(found, (f.id for f in self.findings)))
        self._words.show_words(found.words.get(self.spec.groups[0], ""))

    def show_contradictions(self, pairs: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> None:
        """Say which present findings of this card contradict one another; it blocks nothing."""
        own = {f.id for f in self.findings}
        told = [f"{labels[a]} · {labels[b]}" for a, b in pairs if a in own]
        sentence = _("These contradict each other: {pairs}.").format(pairs="; ".join(told)) if told else ""
        self._odd.say(sentence, caution=True)

    def set_read_only(self, read_only: bool) -> None:
        for chip in self.chips.values():
            chip.setEnabled(not read_only)
        self._words.setReadOnly(read_only)
        self._read_only = read_only
        self.pencil.setVisible(not read_only and not self.folded)

    def reveal(self, finding_id: str) -> QWidget:
        """Open the card at a finding and return what shows it."""
        self.fold(False)
        self.chips[finding_id].show()
        return self.chips[finding_id]

    def show_count(self, present: int, absent: int) -> None:
        """Say in the head of the folded card how much was found."""
        parts = []
        if present:
            parts.append(ngettext("{n} present", "{n} present", present).format(n=present))
        if absent:
            parts.append(ngettext("{n} absent", "{n} absent", absent).format(n=absent))
        self._count.show_tag(" · ".join(parts))
        self._count.setVisible(bool(parts) and self.folded)

    # Making.

    def _make_fold(self) -> None:
        self._count = Tag("")
        self._fold = Button(
            icon="chevron-up",
            variant=Variant.GHOST,
            size=Size.SMALL,
            name=f"findings.fold.{self.spec.key}",
        )
        self._fold.clicked.connect(self._turn)
        self.head.setSpacing(3)
        self.head.insertSpacing(1, 4)
        self.head.addWidget(self._count)
        self.head.addWidget(self._fold)
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), 6, margins.right(), margins.bottom())

    def _make_foot(self) -> None:
        """What follows the entry: the rest of it on demand, and own words."""
        key, group, title = self.spec.key, self.spec.groups[0], _(self.spec.title)
        self.more = TagButton(name=f"findings.more.{key}")
        self.more.clicked.connect(self._widen)
        label = _("Own words about {card}").format(card=title)
        self.pencil = Button(
            icon="pencil",
            variant=Variant.GHOST,
            size=Size.SMALL,
            name=f"findings.add_words.{key}",
            hint=label,
        )
        self._odd = ErrorLine()
        self._words = OwnWords(label, name=f"findings.words.{group}")
        self.pencil.clicked.connect(self._words.open)
        self.head.insertWidget(self.head.count() - 1, self.pencil)
        self._words.textChanged.connect(lambda: self.words_typed.emit(group, self._words.toPlainText()))

    # The keyboard.

    @property
    def last_stop(self) -> QWidget:
        """Where Tab leaves the card."""
        return self._words

    def _step(self, finding_id: str, step: int) -> None:
        keys = [key for key, chip in self.chips.items() if not chip.isHidden()]
        at = keys.index(finding_id) + step if finding_id in keys else -1
        if 0 <= at < len(keys):
            focus_by_key(self.chips[keys[at]])

    def _keep_stop(self) -> None:
        """Lets Tab come to the first chip, unless it comes to another one that is in sight."""
        shown = [key for key, chip in self.chips.items() if not chip.isHidden()]
        if self._stop not in shown:
            self._stop_at(shown[0] if shown else "")

    def _stop_at(self, finding_id: str) -> None:
        """Lets Tab come to one chip only; the arrows go on from there."""
        self._stop = finding_id
        for key, chip in self.chips.items():
            here = key == finding_id
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def hint_of(finding: Finding) -> str:
    """Label and hanzi, and below them how to ask a patient."""
    hint = f"{_(finding.label)} {finding.hanzi}".strip()
    return f"{hint}\n{_(finding.question)}" if finding.question else hint

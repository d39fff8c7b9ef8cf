"""A card of findings: chips of some groups, free words, and a head that folds it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, FindingState
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.entry import state_of, tally
from acuchart.screens.findings.finding_chip import FindingChip
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.tag import Tag
from acuchart.words import _, ngettext


class GroupCard(Card):
    """The ground of all cards of findings. Subclasses put their entry into `inside`.

    Signals:
        stated: finding id, position and the FindingState asked for.
        words_typed: group and the free words as they stand.
    """

    stated = Signal(str, str, object)
    words_typed = Signal(str, str)

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__(_(spec.title), hanzi=spec.hanzi, name=f"findings.card.{spec.key}")
        self.spec = spec
        self.findings = tuple(f for f in vocabulary.values() if f.group in spec.groups)
        self.chips: dict[str, FindingChip] = {}
        self._wide = False
        self._count = Tag("")
        self._fold = Button(
            icon="chevron-up", variant=Variant.GHOST, size=Size.SMALL, name=f"findings.fold.{spec.key}"
        )
        self._fold.clicked.connect(self._turn)
        self._pencil = Button(
            icon="pencil",
            variant=Variant.GHOST,
            size=Size.SMALL,
            name=f"findings.add_words.{spec.key}",
            hint=_("Own words about {card}").format(card=_(spec.title)),
        )
        self._pencil.clicked.connect(self._open_words)
        for widget in (self._count, self._pencil, self._fold):
            self.head.addWidget(widget)
        self.inside_box = QWidget()
        self.inside = QVBoxLayout(self.inside_box)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(self.theme.space("s"))
        self.body.addWidget(self.inside_box)
        self.fill()
        self._more = Button(
            variant=Variant.LINK, size=Size.SMALL, name=f"findings.more.{spec.key}", icon="chevron-down"
        )
        self._more.clicked.connect(self._widen)
        self.inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_words()
        self.show_tail()
        self.fold(False)

    def fill(self) -> None:
        """Puts the entry of the card into `inside`."""
        self.add_chips(self.findings)

    def add_chips(self, findings: Iterable[Finding]) -> FlowLayout:
        """Adds chips as one flow and returns it."""
        box = QWidget()
        flow = FlowLayout(box)
        for finding in findings:
            flow.addWidget(self.make_chip(finding))
        self.inside.addWidget(box)
        return flow

    def make_chip(self, finding: Finding) -> FindingChip:
        """A chip that speaks for the card."""
        chip = FindingChip(self.words_of(finding), hint_of(finding), name=f"findings.chip.{finding.id}")
        self.adopt(finding, chip)
        return chip

    def words_of(self, finding: Finding) -> str:
        """The label without what the title of the card says already: "Wiry" of "Wiry pulse"."""
        return _(finding.label).removesuffix(_(self.spec.suffix))

    def adopt(self, finding: Finding, chip: FindingChip) -> None:
        """Lets a chip speak for the card."""
        chip.state_chosen.connect(lambda state, key=finding.id: self.stated.emit(key, self.position, state))
        chip.stepped.connect(lambda step, key=finding.id: self._step(key, step))
        self.chips[finding.id] = chip

    @property
    def position(self) -> str:
        """Where the chips enter: empty for the whole."""
        return ""

    @property
    def folded(self) -> bool:
        return not self.inside_box.isVisibleTo(self)

    def _turn(self) -> None:
        self.fold(not self.folded)

    def fold(self, folded: bool) -> None:
        """Close or open the card; folded it says how much of it was found."""
        self.inside_box.setVisible(not folded)
        self._pencil.setVisible(not folded)
        self._count.setVisible(folded and bool(self._count.text))
        self._fold.set_icon("chevron-down" if folded else "chevron-up")
        title = _(self.spec.title)
        words = _("Open {card}") if folded else _("Fold {card}")
        self._fold.setAccessibleName(words.format(card=title))
        self.body.setSpacing(0 if folded else self.theme.space("sm"))

    def begin(self) -> None:
        """Another visit comes into sight: nothing of the one before stays, not even which part is open."""
        self._wide = False
        self._words.hide()

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        """Show how every finding of the card stands; `last` holds those of last visit not yet confirmed."""
        for key, chip in self.chips.items():
            chip.show_state(state_of(found, key, self.position))
            earlier = last.get(key) if not self.position else None
            chip.show_marks(from_form=key in found.from_form, last=earlier)
        self.show_tail()
        self._show_count(*tally(found, (f.id for f in self.findings)))
        self._show_words(found.words.get(self.spec.groups[0], ""))

    def show_tail(self) -> None:
        """Show what is seldom wanted when the card is wide, and what of it was recorded always."""
        tail = [f for f in self.findings if f.group in self.spec.tail]
        hidden = [f for f in tail if not self._wide and self.chips[f.id].state is FindingState.NOT_ASKED]
        for finding in tail:
            self.chips[finding.id].setVisible(finding not in hidden)
        self.tell_more(len(hidden))

    def tell_more(self, hidden: int) -> None:
        """Say how much is out of sight."""
        self._more.set_words(_("Fewer") if self._wide else _("{n} more").format(n=hidden))
        self._more.set_icon("chevron-up" if self._wide else "chevron-down")
        self._more.setVisible(self._wide or bool(hidden))

    def _widen(self) -> None:
        self._wide = not self._wide
        self.show_tail()

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
        self._pencil.setEnabled(not read_only)

    def reveal(self, finding_id: str) -> QWidget:
        """Open the card at a finding and return what shows it."""
        self.fold(False)
        self.chips[finding_id].show()
        return self.chips[finding_id]

    def _show_count(self, present: int, absent: int) -> None:
        parts = []
        if present:
            parts.append(ngettext("{n} present", "{n} present", present).format(n=present))
        if absent:
            parts.append(ngettext("{n} absent", "{n} absent", absent).format(n=absent))
        self._count.show_tag(" · ".join(parts))
        self._count.setVisible(bool(parts) and self.folded)

    def _make_words(self) -> None:
        self._odd = ErrorLine()
        self._words = QPlainTextEdit()
        self._words.setObjectName(f"findings.words.{self.spec.groups[0]}")
        label = _("Own words about {card}").format(card=_(self.spec.title))
        self._words.setAccessibleName(label)
        self._words.setPlaceholderText(_("Own words"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self.theme.scaled(64))
        self._words.setVisible(False)
        self._words.textChanged.connect(self._typed)
        self.inside.addWidget(self._odd)
        self.inside.addWidget(self._words)

    def _typed(self) -> None:
        self.words_typed.emit(self.spec.groups[0], self._words.toPlainText())

    def _open_words(self) -> None:
        self._words.setVisible(True)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, words: str) -> None:
        if self._words.toPlainText() != words and not self._words.hasFocus():
            self._words.blockSignals(True)
            self._words.setPlainText(words)
            self._words.blockSignals(False)
        if words:
            self._words.setVisible(True)

    def _step(self, finding_id: str, step: int) -> None:
        keys = [key for key, chip in self.chips.items() if chip.isVisibleTo(self)]
        at = keys.index(finding_id) + step
        if 0 <= at < len(keys):
            self.chips[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)


def hint_of(finding: Finding) -> str:
    """Label and hanzi, and below them how to ask a patient."""
    hint = f"{_(finding.label)} {finding.hanzi}".strip()
    return f"{hint}\n{_(finding.question)}" if finding.question else hint

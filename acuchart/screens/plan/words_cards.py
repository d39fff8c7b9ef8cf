"""The words of the page: parts on and off, cards of self-care, lists of one line each, and own sentences."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.plan import PlanDraft, SelfCare
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.switch import Switch
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.words import _

_ICONS = ("footprints", "bed", "scale", "heart-pulse")
MOST_CARDS = 6


def lines_of(text: str) -> tuple[str, ...]:
    """One entry for each line that is not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class LinesCard(Card):
    """A list of sentences, one on each line.

    Signals:
        changed: the sentences.
    """

    changed = Signal(object)

    def __init__(self, title: str, key: str, rows: int = 3) -> None:
        super().__init__(title)
        hint = _("One on each line")
        self.box = GrowingText(label=title, rows=rows, name=f"plan.words.{key}", placeholder=hint)
        self.box.edited.connect(self._edited)
        self.body.addWidget(self.box)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Shows sentences; what is typed already is left alone."""
        if lines_of(self.box.text) != lines:
            self.box.show_text("\n".join(lines))

    def _edited(self, text: str) -> None:
        self.changed.emit(lines_of(text))


class SelfCareCard(Card):
    """One card of "Between visits". Signals:
    changed: something was typed or switched; removed: it is not wanted.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, card: SelfCare, number: int) -> None:
        super().__init__()
        name = f"plan.self_care.{number}"
        self.title = Field(card.title, label=_("Heading"), name=f"{name}.title")
        self.on = Switch(_("On the page"), on=card.shown, name=f"{name}.shown")
        gone = Button(
            "", Variant.GHOST, icon="x", size=Size.SMALL, hint=_("Remove card"), name=f"{name}.remove"
        )
        gone.clicked.connect(self.removed)
        self.words = GrowingText(label=_("Advice"), rows=2, name=f"{name}.words")
        self.words.show_text(card.words)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.on)
        row.addWidget(gone)
        self.body.addLayout(row)
        self.body.addWidget(self.words)
        self.title.textEdited.connect(self.changed)
        self.words.edited.connect(self.changed)
        self.on.toggled.connect(self.changed)

    def card(self) -> SelfCare:
        """The card as typed."""
        return SelfCare(self.title.text().strip(), self.words.text.strip(), self.on.isChecked())


class SelfCareCards(QWidget):
    """Cards of advice for the days between visits.

    Signals:
        changed: the `SelfCare` cards.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[SelfCareCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.add = Button(_("Add card"), Variant.LINK, icon="plus", name="plan.add_self_care")
        self.add.clicked.connect(lambda: self._show((*self.typed(), SelfCare("", ""))))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def cards(self) -> tuple[SelfCareCard, ...]:
        """The cards as shown."""
        return tuple(self._cards)

    def typed(self) -> tuple[SelfCare, ...]:
        """The cards as typed."""
        return tuple(card.card() for card in self._cards)

    def show_cards(self, cards: tuple[SelfCare, ...]) -> None:
        """Shows cards; what is typed already is left alone, but for the switches."""
        if [(c.title, c.words) for c in self.typed()] != [(c.title, c.words) for c in cards]:
            self._show(cards)
        for shown, card in zip(self._cards, cards, strict=True):
            shown.on.blockSignals(True)
            shown.on.setChecked(card.shown)
            shown.on.blockSignals(False)
            shown.on.update()

    def _show(self, cards: tuple[SelfCare, ...]) -> None:
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = []
        for number, card in enumerate(cards, start=1):
            made = SelfCareCard(card, number)
            made.changed.connect(lambda: self.changed.emit(self.typed()))
            made.removed.connect(lambda gone=made: self._remove(gone))
            self._cards.append(made)
            self._column.insertWidget(number - 1, made)
            made.show()
        full = len(cards) >= MOST_CARDS
        self.add.set_missing(_("Keep to {n} cards.").format(n=MOST_CARDS) if full else "")

    def _remove(self, gone: SelfCareCard) -> None:
        self._show(tuple(card.card() for card in self._cards if card is not gone))
        self.changed.emit(self.typed())


class OnThePage(Card):
    """Which parts stand on the page; a tap on a row goes to its words.

    Signals:
        changed: the `PlanDraft` with a switch turned.
        part_wanted: the tab with the words of a part.
    """

    changed = Signal(object)
    part_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("On the page"), name="plan.parts")
        self.body.setSpacing(0)
        self._draft = PlanDraft()
        self._switches: list[Switch] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def show_draft(self, draft: PlanDraft) -> None:
        """Shows the parts of a draft."""
        self._draft = draft
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        body, safety = _("Points and body picture"), _("Safety and consent")
        self._row("map-pin", body, "", draft.show_body, "body", "")
        for number, card in enumerate(draft.self_care, start=1):
            icon = _ICONS[min(number, len(_ICONS)) - 1]
            self._row(
                icon,
                card.title or _("No heading"),
                card.words,
                card.shown,
                f"self_care.{number}",
                "self_care",
            )
        first = draft.expect[0] if draft.expect else ""
        self._row("shield-check", safety, first, draft.show_safety, "safety", "safety")

    def _row(self, icon: str, title: str, words: str, on: bool, key: str, tab: str) -> None:
        switch = Switch(title, on=on, name=f"plan.part.{key}")
        switch.toggled.connect(lambda now: self._turn(key, now))
        row = Row(
            [IconMark(icon, "ink2", 20), Text(title, "button"), ElidedText(words, "small", "ink2"), switch],
            label=title,
            tappable=bool(tab),
            last=True,
            name=f"plan.part_row.{key}",
        )
        row.cells.setStretch(2, 1)
        if tab:
            row.tapped.connect(lambda: self.part_wanted.emit(tab))
        self._list.addWidget(Rule())
        self._list.addWidget(row)
        row.show()

    def _turn(self, key: str, on: bool) -> None:
        draft = self._draft
        if key == "body":
            draft = replace(draft, show_body=on)
        elif key == "safety":
            draft = replace(draft, show_safety=on)
        else:
            place = int(key.rpartition(".")[2]) - 1
            cards = list(draft.self_care)
            cards[place] = replace(cards[place], shown=on)
            draft = replace(draft, self_care=tuple(cards))
        self._draft = draft
        self.changed.emit(draft)


class OwnWords(Card):
    """A title and one box. Signals:
    changed: the words.
    """

    changed = Signal(str)

    def __init__(self, title: str, key: str, hint: str = "", rows: int = 2) -> None:
        super().__init__(title)
        self.box = GrowingText(label=title, rows=rows, placeholder=hint, name=f"plan.words.{key}")
        self.box.edited.connect(self.changed)
        self.body.addWidget(self.box)


class ShortWords(LabelledField):
    """A short wording on one line."""

    def __init__(self, label: str, key: str, placeholder: str) -> None:
        super().__init__(label, placeholder=placeholder, name=f"plan.words.{key}")

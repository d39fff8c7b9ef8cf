"""Last visit's findings, one by one to be confirmed; nothing of them counts before that."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, Observation
from acuchart.screens.findings.finding_chip import STATE_WORDS
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule, Tint
from acuchart.screens.parts.text import Text
from acuchart.words import _, ngettext

Place = tuple[str, str]


class EarlierCard(Card):
    """The findings of last visit that nobody has asked today.

    Signals:
        confirmed: the Observation that still holds.
    """

    confirmed = Signal(object)

    def __init__(self, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__(" ", tint=Tint.INFO, name="findings.earlier_card")
        self._vocabulary = vocabulary
        self._rows: dict[Place, tuple[QWidget, Button]] = {}
        self._sentence = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self._sentence)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def show_earlier(self, visit: int, left: Sequence[Observation]) -> None:
        """Show what is left to confirm; the key of a row that went passes on to the next."""
        self.set_title(_("Findings of visit {n}").format(n=visit))
        count = len(left)
        sentence = ngettext(
            "{n} finding not asked today. Tongue, pulse and pain scores are always taken afresh.",
            "{n} findings not asked today. Tongue, pulse and pain scores are always taken afresh.",
            count,
        )
        done = _("Everything of visit {n} has been asked today.").format(n=visit)
        self._sentence.setText(sentence.format(n=count) if count else done)
        wanted = {(o.finding_id, o.position): o for o in left}
        places = list(self._rows)
        focused = next((i for i, p in enumerate(places) if self._rows[p][1].hasFocus()), None)
        for place in places:
            if place not in wanted:
                self._drop(place)
        for place, observation in wanted.items():
            if place not in self._rows:
                self._add(place, observation)
        self._pass_on(focused)

    def set_read_only(self, read_only: bool) -> None:
        for _row, button in self._rows.values():
            button.setVisible(not read_only)

    def focus_row(self) -> None:
        """Put the focus on the first finding that may still hold."""
        self._pass_on(0)

    def _pass_on(self, at: int | None) -> None:
        buttons = [button for _row, button in self._rows.values()]
        if at is not None and buttons:
            buttons[min(at, len(buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, place: Place, observation: Observation) -> None:
        finding = self._vocabulary[observation.finding_id]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(self.theme.space("sm"))
        row.addWidget(Text(_(finding.label), "body", wrap=True), 1)
        row.addWidget(Text(_(STATE_WORDS[observation.state]), "small", "ink2"))
        button = Button(
            _("Still holds"),
            Variant.PLAIN,
            icon="check",
            size=Size.SMALL,
            name=f"findings.holds.{finding.id}",
        )
        button.setAccessibleName(_("{finding} still holds").format(finding=_(finding.label)))
        button.clicked.connect(lambda: self.confirmed.emit(observation))
        row.addWidget(button)
        column.addLayout(row)
        self._column.addWidget(holder)
        self._rows[place] = (holder, button)

    def _drop(self, place: Place) -> None:
        holder, _button = self._rows.pop(place)
        self._column.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

"""Last visit's findings, one by one to be confirmed; nothing of them counts before that."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from acuchart.clinic.carrying import Place, place_of
from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.regions import region_words
from acuchart.screens.findings.finding_chip import STATE_WORDS
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule, Tint
from acuchart.screens.parts.painted import Painted
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.words import _, ngettext

_CHANGED = 124
"""Width of the second answer, which has two wordings."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OTHER = {FindingState.PRESENT: FindingState.ABSENT, FindingState.ABSENT: FindingState.PRESENT}


class _Row(Painted):
    """One finding of last visit with its two answers.

    Signals:
        settled: the FindingState of today.
        stepped: -1 or 1.
    """

    settled = Signal(object)
    stepped = Signal(int)

    def __init__(self, finding: Finding, observation: Observation) -> None:
        super().__init__()
        self._then = observation.state
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(self.theme.space("s"))
        label = _(finding.label)
        where = region_words("-".join(filter(None, (observation.site, observation.side))))
        words = f"{label} · {where}" if observation.site else label
        row.addWidget(Text(words, "body", wrap=True), 1)
        row.addWidget(Text(_(STATE_WORDS[observation.state]), "small", "ink2"))
        present = observation.state is FindingState.PRESENT
        self.holds = Button(
            _("Still holds"), icon="check", size=Size.SMALL, name=f"findings.holds.{finding.id}"
        )
        self.holds.setAccessibleName(_("{finding} still holds").format(finding=words))
        changed = _("No longer") if present else _("Now present")
        self._changed = Button(changed, Variant.GHOST, size=Size.SMALL, name=f"findings.changed.{finding.id}")
        self._changed.setAccessibleName(f"{words}: {changed}")
        self._changed.setMinimumWidth(self.theme.scaled(_CHANGED))
        self.holds.clicked.connect(lambda: self.settled.emit(self._then))
        self._changed.clicked.connect(lambda: self.settled.emit(_OTHER[self._then]))
        for button in (self.holds, self._changed):
            button.installEventFilter(self)
            row.addWidget(button)
        column.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes up and down for the rows; a button of Qt would move to its neighbour."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS and not event.modifiers():
                self.stepped.emit(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Minus:
            self._changed.click()
        else:
            super().keyPressEvent(event)


class EarlierCard(Card):
    """The findings of last visit that nobody has asked today.

    Enter says that the one in the focus still holds, minus that it no longer does, arrows go on. Signals:
        settled: the Observation of last visit, and the FindingState of today.
    """

    settled = Signal(object, object)

    def __init__(self, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__(" ", tint=Tint.INFO, name="findings.earlier_card")
        self._vocabulary = vocabulary
        self._rows: dict[Place, _Row] = {}
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
            "{n} finding to confirm. It counts only then. Tongue, pulse and pain scores are taken afresh.",
            "{n} findings to confirm. They count only then. Tongue, pulse and pain scores are taken afresh.",
            count,
        )
        done = _("Everything of visit {n} has been asked today.").format(n=visit)
        self._sentence.setText(sentence.format(n=count) if count else done)
        wanted = {place_of(o): o for o in left}
        places = list(self._rows)
        focused = next((i for i, p in enumerate(places) if self._rows[p].holds.hasFocus()), None)
        for place in places:
            if place not in wanted:
                self._drop(place)
        for place, observation in wanted.items():
            if place not in self._rows:
                self._add(place, observation)
        self._pass_on(focused)

    def set_read_only(self, read_only: bool) -> None:
        for row in self._rows.values():
            row.setEnabled(not read_only)

    def focus_row(self) -> None:
        """Put the focus on the first finding that may still hold."""
        self._pass_on(0)

    def _pass_on(self, at: int | None) -> None:
        rows = list(self._rows.values())
        if at is not None and rows:
            focus_by_key(rows[max(0, min(at, len(rows) - 1))].holds)

    def _add(self, place: Place, observation: Observation) -> None:
        row = _Row(self._vocabulary[observation.finding_id], observation)
        row.settled.connect(lambda state: self.settled.emit(observation, state))
        row.stepped.connect(lambda step: self._pass_on(list(self._rows).index(place) + step))
        self._column.addWidget(row)
        self._rows[place] = row

    def _drop(self, place: Place) -> None:
        row = self._rows.pop(place)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

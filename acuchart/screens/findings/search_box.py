"""Searching all findings by label, synonym, hanzi or group, from the keyboard."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from acuchart.clinic.findings import Finding, FindingState
from acuchart.screens.findings.cards import card_of
from acuchart.screens.findings.finding_chip import STATE_WORDS
from acuchart.screens.findings.search import found
from acuchart.screens.parts.hit_list import HitList, HitRow
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, text_width
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.page import leave_field
from acuchart.words import _, ngettext

_ROW = 48
_SHOWN = 8
_WIDTH = 460


class _Hit(HitRow):
    def __init__(self, finding: Finding, state: FindingState) -> None:
        super().__init__(_WIDTH, _ROW, name=f"findings.hit.{finding.id}")
        self.finding, self._state = finding, state
        label = _(finding.label)
        self.setAccessibleName(f"{label}: {_(STATE_WORDS[state])}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self.theme, begin(self), QRectF(self.rect())
        if self.chosen:
            draw_panel(painter, rect, theme.colour("jadeTint2"), None, theme.radius("seg"))
        state = _(STATE_WORDS[self._state]) if self._state is not FindingState.NOT_ASKED else ""
        right = text_width(theme.font("key"), state) + 12 if state else 0
        half = rect.height() / 2
        room = rect.width() - 24 - right
        title = f"{_(self.finding.label)} {self.finding.hanzi}".strip()
        draw_text(painter, QRectF(12, 3, room, half), title, theme.font("bodyStrong"), theme.colour("ink"))
        card = card_of(self.finding)
        below = QRectF(12, half - 2, room, half - 2)
        draw_text(painter, below, _(card.title), theme.font("caption"), theme.colour("ink2"))
        if state:
            box = QRectF(rect.width() - right, 0, right, rect.height())
            draw_text(painter, box, state, theme.font("key"), theme.colour("jadeText"))
        painter.end()


def _keys() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(KeyHint(("Enter",), _("Present")))
    row.addWidget(KeyHint(("Shift", "Enter"), _("Absent")))
    row.addWidget(KeyHint(("Alt", "Enter"), _("Go to its card")))
    row.addStretch(1)
    return row


class SearchBox(SearchField):
    """The field with its list of hits below.

    Enter writes the finding present, Shift+Enter absent, Alt+Enter goes to its card. Signals:
        stated: finding id and FindingState.
        wanted: finding id to be shown in its card.
    """

    stated = Signal(str, object)
    wanted = Signal(str)

    def __init__(self, vocabulary: Mapping[str, Finding]) -> None:
        super().__init__(_("Find a finding"), keys=("/",), name="findings.search")
        self._vocabulary = vocabulary
        self._states: Callable[[str], FindingState] = lambda _key: FindingState.NOT_ASKED
        self._found: Sequence[Finding] = ()
        self._list: HitList | None = None
        self.textEdited.connect(self._search)

    def read_states_from(self, states: Callable[[str], FindingState]) -> None:
        """Takes the state of each finding, as hits show it, from here."""
        self._states = states

    def begin(self, text: str = "") -> None:
        """Start a search, with the letter that began it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(text)
        self._search(text)

    @property
    def hits(self) -> Sequence[str]:
        """Ids of the findings in the list, best first."""
        return [finding.id for finding in self._found]

    def _search(self, text: str) -> None:
        self._close()
        if text.strip():
            self._found = found(text, self._vocabulary)
            self._list = self._make_list(self._found)
            self._list.open_below(self, _WIDTH + 30)
            self._list.choose(0)

    def _make_list(self, findings: Sequence[Finding]) -> HitList:
        rows = [_Hit(finding, self._states(finding.id)) for finding in findings]
        hits = HitList(rows, _SHOWN, name="findings.search_hits", parent=self.window())
        hits.tapped.connect(lambda number: self._take(number, FindingState.PRESENT))
        hits.body.setSpacing(4)
        if not findings:
            nothing = _("No finding called “{text}”. Write it as own words in a card.")
            hits.body.addWidget(Text(nothing.format(text=self.text()), "small", "ink2", wrap=True))
        else:
            hits.body.addLayout(_keys())
        count = ngettext("{n} finding", "{n} findings", len(findings)).format(n=len(findings))
        hits.setAccessibleName(count)
        return hits

    def _take(self, number: int, state: FindingState | None) -> None:
        finding_id = self._found[number].id
        self.clear()
        self._close()
        if state is None:
            self.wanted.emit(finding_id)
        else:
            self.stated.emit(finding_id, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._list is not None:
            self._list.choose(max(0, self._list.at + (1 if key == Qt.Key.Key_Down else -1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list is not None and self._found:
            absent, away = held & Qt.KeyboardModifier.ShiftModifier, held & Qt.KeyboardModifier.AltModifier
            state = FindingState.ABSENT if absent else FindingState.PRESENT
            self._take(self._list.at, None if away else state)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._close()
            leave_field(self)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def _close(self) -> None:
        self._found = ()
        if self._list is not None:
            self._list.close_for_good()
            self._list = None

"""Searching all findings by label, synonym, hanzi or group, from the keyboard."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, FindingState
from acuchart.screens.findings.cards import card_of
from acuchart.screens.findings.finding_chip import STATE_WORDS
from acuchart.screens.findings.search import found
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, text_width
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.page import leave_field
from acuchart.words import _, ngettext

_ROW = 48
_SHOWN = 8
_WIDTH = 460


class _Hit(Painted):
    tapped = Signal()

    def __init__(self, finding: Finding, state: FindingState) -> None:
        super().__init__(name=f"findings.hit.{finding.id}")
        self.finding, self._state = finding, state
        self.chosen = False
        self.setFixedHeight(self.theme.scaled(_ROW))
        label = _(finding.label)
        self.setAccessibleName(f"{label}: {_(STATE_WORDS[state])}")

    def choose(self, chosen: bool) -> None:
        self.chosen = chosen
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.tapped.emit()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.theme.scaled(_ROW))

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
        self._hits: list[_Hit] = []
        self._at = 0
        self._list: Card | None = None
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
        return [hit.finding.id for hit in self._hits]

    def _search(self, text: str) -> None:
        self._close()
        if not text.strip():
            return
        findings = found(text, self._vocabulary)
        self._list = self._make_list(findings)
        self._list.show()
        self._list.raise_()
        self._choose(0)

    def _make_list(self, findings: Sequence[Finding]) -> Card:
        window = self.window()
        card = Card(tint=Tint.RAISED, padding=(8, 8), name="findings.search_hits", parent=window)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, finding in enumerate(findings):
            hit = _Hit(finding, self._states(finding.id))
            hit.tapped.connect(lambda number=number: self._take(number, FindingState.PRESENT))
            column.addWidget(hit)
            self._hits.append(hit)
        card.body.setSpacing(4)
        card.body.addWidget(self._scrolled(rows, len(findings)))
        if not findings:
            nothing = _("No finding called “{text}”. Write it as own words in a card.")
            card.body.addWidget(Text(nothing.format(text=self.text()), "small", "ink2", wrap=True))
        keys = KeyHint(("Enter",), _("Present")), KeyHint(("Shift", "Enter"), _("Absent"))
        foot = KeyHint(("Alt", "Enter"), _("Go to its card"))
        if findings:
            row = QHBoxLayout()
            row.setSpacing(14)
            for hint in (*keys, foot):
                row.addWidget(hint)
            row.addStretch(1)
            card.body.addLayout(row)
        count = ngettext("{n} finding", "{n} findings", len(findings)).format(n=len(findings))
        card.setAccessibleName(count)
        card.setFixedWidth(_WIDTH + 30)
        card.adjustSize()
        left = min(self.mapTo(window, QPoint(0, 0)).x(), max(0, window.width() - card.width() - 8))
        card.move(left, self.mapTo(window, QPoint(0, self.height() + 4)).y())
        return card

    def _scrolled(self, rows: QWidget, count: int) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setAutoFillBackground(False)
        area.setFixedHeight(min(count, _SHOWN) * self._look.theme.scaled(_ROW))
        self._area = area
        return area

    def _choose(self, at: int) -> None:
        if self._hits:
            self._at = max(0, min(len(self._hits) - 1, at))
            for number, hit in enumerate(self._hits):
                hit.choose(number == self._at)
            self._area.ensureWidgetVisible(self._hits[self._at], 0, 0)

    def _take(self, number: int, state: FindingState | None) -> None:
        finding_id = self._hits[number].finding.id
        self.clear()
        self._close()
        if state is None:
            self.wanted.emit(finding_id)
        else:
            self.stated.emit(finding_id, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._hits:
            self._choose(self._at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hits:
            absent, away = held & Qt.KeyboardModifier.ShiftModifier, held & Qt.KeyboardModifier.AltModifier
            state = FindingState.ABSENT if absent else FindingState.PRESENT
            self._take(self._at, None if away else state)
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
        self._hits = []
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

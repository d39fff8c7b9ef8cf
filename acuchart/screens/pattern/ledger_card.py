"""The ledger of patterns, with all of them within reach."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.text import Text
from acuchart.screens.pattern.ledger_row import LedgerRow
from acuchart.screens.pattern.lines import Lines, PatternLine
from acuchart.words import _, ngettext

FIRST = 4
"""Rows in sight before the list is opened wide."""


class LedgerCard(Card):
    """Patterns in the order of the ledger. The order stays as it is while the pointer is over the list.

    Signals:
        wanted: id of a finding that was tapped as evidence.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Patterns"), hanzi="辨证", name="pattern.ledger")
        self.head.addWidget(Text(_("for · against · not asked"), "caption", "ink2"))
        self._rows: dict[str, LedgerRow] = {}
        self._lines = Lines()
        self._order: tuple[str, ...] = ()
        self._opened: str | None = None
        self._wide = self._under_pointer = False
        self._empty = Text(
            _(
                "Add a finding to begin. Patterns appear after three findings."
                " Nothing is guessed before that."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self.body.addWidget(self._empty)
        self._area = QScrollArea()
        self._area.setObjectName("pattern.list")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        self.body.addWidget(self._area, 1)
        foot = QHBoxLayout()
        self._more = Button(variant=Variant.GHOST, icon="chevron-down", size=Size.SMALL, name="pattern.more")
        self._more.clicked.connect(self._widen)
        foot.addWidget(self._more)
        weight = Text(_("Weight of evidence, not a diagnosis"), "caption", "ink2", wrap=True)
        weight.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(weight, 1)
        self.body.addLayout(foot)
        self.show_lines(Lines())

    def begin(self) -> None:
        """Another visit comes into sight: the list is as when it was new."""
        self._wide, self._opened, self._order = False, None, ()

    def show_lines(self, lines: Lines) -> None:
        """Show the list; while the pointer is over it, the rows in sight keep their places."""
        self._lines = lines
        wanted = tuple(line.slug for line in lines.why)
        if self._under_pointer:
            held = tuple(slug for slug in self._order if slug in wanted)
            wanted = (*held, *(slug for slug in wanted if slug not in held))
        self._order = wanted
        self._show()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_pointer = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under_pointer = False
        self.show_lines(self._lines)

    @property
    def order(self) -> tuple[str, ...]:
        """The slugs in sight, from the top."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        rows = (item.widget() for item in items if item is not None)
        return tuple(row.slug for row in rows if isinstance(row, LedgerRow))

    def _show(self) -> None:
        lines = {line.slug: line for line in self._lines.why}
        why = [lines[slug] for slug in self._order]
        self._clear()
        self._empty.setVisible(self._lines.empty)
        self._area.setVisible(not self._lines.empty or self._wide)
        self._add(why if self._wide else why[:FIRST], ranked=True)
        if self._wide:
            self._section(_("Where: channels"), self._lines.where, ranked=True)
            self._section(_("No finding speaks for these yet"), self._lines.others, ranked=False)
        self._column.addStretch(1)
        self._show_more(len(why))

    def _show_more(self, why: int) -> None:
        lines = self._lines
        hidden = max(0, why - FIRST) + len(lines.where) + len(lines.others)
        words = ngettext("{n} more pattern", "{n} more patterns", hidden).format(n=hidden)
        self._more.set_words(_("Fewer") if self._wide else words)
        self._more.set_icon("chevron-up" if self._wide else "chevron-down")

    def _section(self, title: str, lines: Sequence[PatternLine], ranked: bool) -> None:
        if lines:
            self._column.addSpacing(10)
            self._column.addWidget(Text(title, "label", "ink2"))
            self._add(lines, ranked)

    def _add(self, lines: Sequence[PatternLine], ranked: bool) -> None:
        every = (*self._lines.why, *self._lines.where)
        most = max((max(len(line.for_), len(line.against)) for line in every), default=1)
        first = self._order[0] if self._order else ""
        opened = first if self._opened is None else self._opened
        for place, line in enumerate(lines):
            if place:
                self._column.addWidget(Rule())
            row = self._row(line.slug)
            row.show_line(line, place + 1 if ranked else 0, most, line.slug == opened)
            self._column.addWidget(row)
            row.show()

    def _row(self, slug: str) -> LedgerRow:
        if slug not in self._rows:
            row = LedgerRow(slug)
            row.wanted.connect(self.wanted)
            row.turned.connect(lambda: self._turn(slug))
            self._rows[slug] = row
        return self._rows[slug]

    def _turn(self, slug: str) -> None:
        shown = self._order[0] if self._opened is None and self._order else self._opened
        self._opened = "" if slug == shown else slug
        self._show()

    def _widen(self) -> None:
        self._wide = not self._wide
        self._show()

    def _clear(self) -> None:
        kept = set(self._rows.values())
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget in kept:
                widget.hide()
            elif widget is not None:
                widget.hide()
                widget.deleteLater()

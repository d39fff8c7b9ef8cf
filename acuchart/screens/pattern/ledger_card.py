"""The ledger of patterns, with all of them within reach."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.painted import begin, follow_theme
from acuchart.screens.parts.tag_button import TagButton
from acuchart.screens.parts.text import Text
from acuchart.screens.pattern.counts import Legend
from acuchart.screens.pattern.ledger_row import LedgerRow
from acuchart.screens.pattern.lines import Lines, PatternLine, usual_rows
from acuchart.screens.pattern.summaries import Summary
from acuchart.screens.pattern.summary_line import SummaryLine
from acuchart.words import _, ngettext

FIRST = 4
"""Groups in sight before the list is opened wide."""
_GUTTER = 10
_FAINT = 0.25


class _Rows(QWidget):
    """The rows one below the other; two of them may be joined by a bracket."""

    def __init__(self) -> None:
        super().__init__()
        self._look = follow_theme(self.update)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_GUTTER, 0, 4, 0)
        self.column.setSpacing(0)
        self.joined: tuple[LedgerRow, LedgerRow] | None = None

    def rows(self) -> list[LedgerRow]:
        """The patterns in sight, from the top."""
        held = [row for row in self.findChildren(LedgerRow) if self.column.indexOf(row) >= 0]
        return sorted(held, key=self.column.indexOf)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.joined is None:
            return
        top, bottom = (row.y() + row.head_middle for row in self.joined)
        painter = begin(self)
        painter.setPen(QPen(self._look.theme.colour("ochre"), 2))
        painter.drawPolyline([QPointF(9, top), QPointF(3, top), QPointF(3, bottom), QPointF(9, bottom)])
        painter.end()


class LedgerCard(Card):
    """Patterns in the order of the ledger, relatives together.

    The order stays as it is while the pointer is over the list; where it changes, the list fades in. Signals:
        wanted: id of a finding that was tapped as evidence.
        widened: all patterns came into sight, or no longer are.
    """

    wanted = Signal(str)
    widened = Signal()

    def __init__(self) -> None:
        super().__init__(_("Patterns"), hanzi="辨证", padding=(10, 16), name="pattern.ledger")
        self.head.addWidget(Legend())
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
        self.body.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setObjectName("pattern.list")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = _Rows()
        self._column = self._list.column
        self._area.setWidget(self._list)
        self._list.setAutoFillBackground(False)
        self.body.addWidget(self._area, 1)
        self.body.setSpacing(4)
        self.channels = SummaryLine(_("Channels"), "经络", name="pattern.channels")
        self.principles = SummaryLine(
            _("Principles"), "八纲", name="pattern.principles", said=_("Eight principles and elements")
        )
        for line in (self.channels, self.principles):
            line.wanted.connect(self.wanted)
            self.body.addWidget(line)
        foot = QHBoxLayout()
        self._more = TagButton(name="pattern.more")
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
        self.widened.emit()
        for line in (self.channels, self.principles):
            line.close_details()
            line.show_summary(Summary())

    def show_lines(self, lines: Lines) -> None:
        """Show the list; while the pointer is over it, the rows in sight stay as they are."""
        self._lines = lines
        wanted = tuple(line.slug for line in lines.why)
        if self._under_pointer:
            held = tuple(slug for slug in self._order if slug in wanted)
            wanted = (*held, *(slug for slug in wanted if slug not in held))
        self._order = wanted
        self._show(hold=self._under_pointer)

    def _in_sight(self, hold: bool) -> Sequence[PatternLine]:
        """The lines to be shown of the patterns that say why."""
        lines = {line.slug: line for line in self._lines.why}
        why = [lines[slug] for slug in self._order]
        if self._wide:
            return why
        held = [row for row in self._list.rows() if row.slug in lines] if hold else []
        kept = [replace(lines[row.slug], rank=row.rank) for row in held]
        return kept or usual_rows(why, FIRST)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_pointer = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under_pointer = False
        self.show_lines(self._lines)

    @property
    def wide(self) -> bool:
        """Whether all patterns are in sight."""
        return self._wide

    @property
    def order(self) -> tuple[str, ...]:
        """The slugs in sight, from the top."""
        return tuple(row.slug for row in self._list.rows())

    def _show(self, hold: bool) -> None:
        before, shown = self.order, self._in_sight(hold)
        self._clear()
        self._empty.setVisible(self._lines.empty)
        self._area.setVisible(not self._lines.empty or self._wide)
        self._add(shown, ranked=True)
        if self._wide:
            self._section(_("Where: channels"), self._lines.where, ranked=True)
            self._section(_("No finding speaks for these yet"), self._lines.others, ranked=False)
        self._column.addStretch(1)
        self._join()
        self._show_more(len(self._order) - len(shown))
        if before and self.order[: len(before)] != before[: len(self.order)]:
            self._fade()

    def _join(self) -> None:
        """Joins the first two groups where they lie too close to tell apart."""
        close = [row for row in self._list.rows() if row.lies_close]
        self._list.joined = (close[0], close[1]) if len(close) == 2 else None
        self._list.update()

    def _fade(self) -> None:
        """Lets a new order come in softly, so that the eye sees that something moved."""
        effect = QGraphicsOpacityEffect(self._list)
        self._list.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(self.theme.motion("base"))
        fade.setStartValue(_FAINT)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        # Once it is whole, the list paints without a detour again.
        fade.finished.connect(lambda: self._list.setGraphicsEffect(None))  # type: ignore[arg-type] # None takes it away
        fade.start()

    @property
    def bracketed(self) -> bool:
        """Whether the first two groups are joined as too close to tell apart."""
        return self._list.joined is not None

    @property
    def fading(self) -> bool:
        """Whether a new order is coming in."""
        return self._list.graphicsEffect() is not None

    def _show_more(self, hidden_why: int) -> None:
        lines = self._lines
        hidden = hidden_why + len(lines.where) + len(lines.others)
        words = ngettext("{n} more pattern", "{n} more patterns", hidden).format(n=hidden)
        words = _("Fewer") if self._wide else words
        self._more.show_words(words, words, icon="chevron-up" if self._wide else "chevron-down")
        self._more.setVisible(self._wide or bool(hidden))

    def _section(self, title: str, lines: Sequence[PatternLine], ranked: bool) -> None:
        if lines:
            self._column.addSpacing(10)
            self._column.addWidget(Text(title, "label", "ink2"))
            self._add(lines, ranked)

    def _add(self, lines: Sequence[PatternLine], ranked: bool) -> None:
        every = (*self._lines.why, *self._lines.where)
        most = max((max(len(line.for_), len(line.against)) for line in every), default=1)
        opened = self._lines.leading if self._opened is None else self._opened
        for place, line in enumerate(lines):
            if place and (line.rank or not ranked):
                self._column.addWidget(Rule())
            row = self._row(line.slug)
            row.show_line(line, most, line.slug == opened, ranked)
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
        shown = self._lines.leading if self._opened is None else self._opened
        self._opened = "" if slug == shown else slug
        self._show(hold=self._under_pointer)

    def _widen(self) -> None:
        self._wide = not self._wide
        self.widened.emit()
        self._show(hold=False)

    def _clear(self) -> None:
        kept = set(self._rows.values())
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget in kept:
                widget.hide()
            elif widget is not None:
                widget.hide()
                widget.deleteLater()

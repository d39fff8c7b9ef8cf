"""One pattern of the ledger: its rank, its bar, its counts, and below them the evidence."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.evidence_bar import EvidenceBar
from acuchart.screens.parts.flow import FlowLayout, clear
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.pattern.counts import Counts
from acuchart.screens.pattern.lines import Evidence, PatternLine
from acuchart.words import _, ngettext

FEW = {"for": 3, "against": 2, "not_asked": 0}
"""Findings of each kind shown before the rest is folded into one chip."""
_BAR_WIDTH, _SLIM_BAR, _SLIM = 74, 54, 400
"""The bar, and the slimmer one of a row that is less wide than this, so that the name has room."""
_HEAD = 34
_RELATIVE_HEAD = 30
_RELATIVE = 14
"""How far a relative stands in below the first row of its group."""
_LOOKS = {
    "for": ("jadeTint", "", "jadeText", "+"),
    "against": ("ochreTint", "", "ochreText", "−"),
    "not_asked": ("", "lineStrong", "ink2", "?"),
}


class EvidenceChip(PaintedButton):
    """A finding as evidence; a tap goes to it."""

    def __init__(self, kind: str, text: str, name: str = "") -> None:
        super().__init__(text, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        spoken = {"for": _("for: {finding}"), "against": _("against: {finding}")}
        said = spoken.get(kind, _("not asked: {finding}")).format(finding=text)
        self.setAccessibleName(said)
        self._kind = kind
        self._look = follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        words = f"{_LOOKS[self._kind][3]} {self.text()}"
        return QSize(round(text_width(theme.font("key"), words) + 21), theme.scaled(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self._look.theme, begin(self), QRectF(self.rect())
        fill, border, ink, sign = _LOOKS[self._kind]
        border = "jade" if self.underMouse() or self.hasFocus() else border
        edge = theme.colour(border) if border else None
        dashed = self._kind == "not_asked"
        draw_panel(
            painter, rect, theme.colour(fill) if fill else None, edge, rect.height() / 2, dashed=dashed
        )
        words = f"{sign} {self.text()}"
        room = rect.adjusted(10, 0, -8, 0)
        draw_text(painter, room, words, theme.font("key"), theme.colour(ink))
        painter.end()


class LedgerRow(QWidget):
    """A pattern with its evidence folded or open.

    Signals:
        wanted: id of a finding that was tapped.
        turned: the row was tapped, to open or fold it.
    """

    wanted = Signal(str)
    turned = Signal()

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug
        self._wide = False
        self._line: PatternLine | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Row(tappable=True, last=True, padding=4, name=f"pattern.row.{slug}")
        self._head.tapped.connect(self.turned)
        self._head.cells.setContentsMargins(2, 0, 2, 0)
        self._head.cells.setSpacing(8)
        self._rank = Text("", "small", "ink2")
        self._name = ElidedText("", "bodyStrong")
        self._close = Text(_("close"), "caption", "ochreText")
        self._close.setToolTip(_("The first two lie too close to tell them apart by weight"))
        self._bar = EvidenceBar(width=_BAR_WIDTH)
        self._counts = Counts()
        for widget, stretch in (
            (self._rank, 0),
            (self._name, 1),
            (self._close, 0),
            (self._bar, 0),
            (self._counts, 0),
        ):
            self._head.cells.addWidget(widget, stretch)
        column.addWidget(self._head)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(26, 0, 4, 6)
        inside.setSpacing(4)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6, row_gap=4)
        inside.addWidget(self._chips)
        self._related = Text("", "caption", "ink2", wrap=True)
        self._related.setObjectName(f"pattern.related.{slug}")
        inside.addWidget(self._related)
        column.addWidget(self._inside)

    @property
    def rank(self) -> int:
        """The number it shows, 0 for none."""
        return self._line.rank if self._line is not None else 0

    @property
    def lies_close(self) -> bool:
        """Whether it is one of the two that lie too close."""
        return self._line is not None and self._line.close

    @property
    def head_middle(self) -> int:
        """Where its head has its middle, below the top of the row."""
        return self._head.y() + self._head.height() // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setFixedWidth(_SLIM_BAR if self.width() < _SLIM else _BAR_WIDTH)

    def show_line(self, line: PatternLine, most: int, opened: bool, ranked: bool = True) -> None:
        """Show a pattern; `most` is the largest count of the list, for the length of the bars."""
        changed = line != self._line
        self._line = line
        self._rank.setText(str(line.rank) if line.rank else "")
        self._name.set_role("bodyStrong" if line.rank or not ranked else "body")
        self._rank.setFixedWidth(self._rank.fontMetrics().horizontalAdvance("00") + 2)
        below = ranked and not line.rank
        self._head.setMinimumHeight(_RELATIVE_HEAD if below else _HEAD)
        self._head.cells.setContentsMargins(_RELATIVE if below else 2, 0, 2, 0)
        self._name.setText(f"{line.label} {line.hanzi}")
        self._head.setToolTip(f"{line.label} {line.hanzi}\n{line.principle}".strip())
        self._head.setAccessibleDescription(line.principle)
        self._close.setVisible(line.close and line.rank == 1)  # the bracket leads from it to the other
        counts = (len(line.for_), len(line.against), len(line.not_asked))
        self._bar.show_weights(counts[0], counts[1], counts[2], most)
        self._bar.setVisible(ranked)
        self._counts.setVisible(ranked)
        self._counts.show_counts(*counts)
        said = _("{name}: {a} for, {b} against, {n} not asked")
        name = f"{line.label} {line.hanzi}"
        self._head.setAccessibleName(said.format(name=name, a=counts[0], b=counts[1], n=counts[2]))
        self._inside.setVisible(opened)
        if opened and (changed or not self._flow.count()):
            self._show_evidence()

    def _show_evidence(self) -> None:
        line = self._line
        if line is None:
            return
        clear(self._flow)
        kinds = (("for", line.for_), ("against", line.against), ("not_asked", line.not_asked))
        for kind, evidence in kinds:
            self._add(kind, evidence)
        self._chips.updateGeometry()
        related = (*line.related.course, *(line.related.apart if self._wide else ()))
        self._related.setText("\n".join(related))
        self._related.setVisible(bool(related))

    def _add(self, kind: str, evidence: Sequence[Evidence]) -> None:
        few = FEW[kind]
        shown = evidence if self._wide or (few and len(evidence) <= few + 1) else evidence[:few]
        for item in shown:
            name = f"pattern.evidence.{self.slug}.{item.finding_id}"
            chip = EvidenceChip(kind, item.label, name)
            chip.clicked.connect(lambda _on=False, key=item.finding_id: self.wanted.emit(key))
            self._flow.addWidget(chip)
        if hidden := len(evidence) - len(shown):
            words = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
            if kind == "not_asked":
                words = ngettext("{n} not asked", "{n} not asked", hidden).format(n=hidden)
            more = EvidenceChip(kind, words, f"pattern.more_evidence.{self.slug}.{kind}")
            more.clicked.connect(self._widen)
            self._flow.addWidget(more)

    def _widen(self) -> None:
        self._wide = True
        self._show_evidence()

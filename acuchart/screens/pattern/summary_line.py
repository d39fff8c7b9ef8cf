"""A quiet line below the ledger that opens its details."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.flow import FlowLayout, clear
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text
from acuchart.screens.pattern.ledger_row import EvidenceChip
from acuchart.screens.pattern.summaries import Detail, Summary
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_WIDTH = 440
_ICON = 14
_NOT_ASKED = 4
"""Questions still open that are shown for one heading."""
_HIGHEST = 460


class SummaryLine(PaintedButton):
    """A title and what there is to say; a tap opens the findings it stands on. `said` is the whole title.

    Signals:
        wanted: id of a finding that was tapped.
    """

    wanted = Signal(str)

    def __init__(self, title: str, hanzi: str, *, name: str, said: str = "") -> None:
        super().__init__(name=name)
        self._said = said or title
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._hanzi = title, hanzi
        self._summary = Summary()
        self._look = follow_theme(self.updateGeometry)
        self._details = _Details(f"{self._said} {hanzi}", f"{name}_details", self)
        self._details.wanted.connect(self._go)
        self.clicked.connect(self._open)
        self.hide()

    def show_summary(self, summary: Summary) -> None:
        """Show what there is to say, or nothing at all."""
        self._summary = summary
        self.setAccessibleName(_("{label}: {value}").format(label=self._said, value=summary.line))
        self.setVisible(bool(summary.line))
        self.update()

    def close_details(self) -> None:
        """Close what the line opened."""
        self._details.hide()

    def _open(self) -> None:
        self._details.show_details(self._summary.details)
        self._details.show_under(self)

    def _go(self, finding_id: str) -> None:
        self.close_details()
        self.wanted.emit(finding_id)

    def sizeHint(self) -> QSize:
        return QSize(240, max(28, self._look.theme.line("small") + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self._look.theme, begin(self), QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            draw_panel(painter, rect, theme.colour("hover"), None, theme.radius("seg"))
        small, strong = theme.font("small"), theme.font("key")
        title = f"{self._title} {self._hanzi}"
        left = text_width(small, title) + 2
        draw_text(painter, rect, title, small, theme.colour("ink2"))
        room = QRectF(left + 8, 0, rect.width() - left - 8 - _ICON - 6, rect.height())
        draw_text(painter, room, self._summary.line, strong, theme.colour("ink"))
        box = QRectF(rect.right() - _ICON, 0, _ICON, rect.height())
        paint_icon(painter, "chevron-right", box, theme.colour("ink2"))
        painter.end()


class _Details(Popover):
    wanted = Signal(str)

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(width=_WIDTH, name=name, parent=parent)
        self.body.addWidget(Text(title, "h3"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(4)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        self.body.addWidget(self._area)

    def show_details(self, details: tuple[Detail, ...]) -> None:
        """Fill the panel anew."""
        clear(self._column)
        for detail in details:
            self._add(detail)
        self._column.addStretch(1)
        inner = self._column.totalHeightForWidth(_WIDTH - 44)
        self._area.setFixedHeight(min(max(inner, 40), self._theme_height()))

    def _theme_height(self) -> int:
        return self.panel.theme.scaled(_HIGHEST)

    def _add(self, detail: Detail) -> None:
        if detail.title:
            self._column.addSpacing(4)
            self._column.addWidget(Text(detail.title, "bodyStrong", wrap=True))
        if detail.note:
            self._column.addWidget(Text(detail.note, "small", "ink2", wrap=True))
        if not detail.for_:
            return
        box = QWidget()
        flow = FlowLayout(box, gap=6, row_gap=6)
        evidence = [("for", item) for item in detail.for_]
        evidence += [("not_asked", item) for item in detail.not_asked[:_NOT_ASKED]]
        for kind, item in evidence:
            name = f"pattern.detail.{detail.key}.{item.finding_id}"
            chip = EvidenceChip(kind, item.label, name)
            chip.clicked.connect(lambda _on=False, key=item.finding_id: self.wanted.emit(key))
            flow.addWidget(chip)
        self._column.addWidget(box)

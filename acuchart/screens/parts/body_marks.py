"""Points on the body chart: how each kind is marked, and which one a finger means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.body import Spot
from acuchart.clinic.points import Side
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.painted import Painted, begin, draw_dot
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import Theme
from acuchart.words import _

REACH = 22.0
"""Px around a finger within which the nearest point is meant."""
CLOSE = 10.0
"""Px between two points below which both are offered."""
SIZE, SMALL = 6.0, 3.5
"""Px from the middle of a mark to its edge, on a chart to work on and on an overview."""


class MarkKind(StrEnum):
    """What is said about a point; later ones are drawn above earlier ones."""

    OTHER = "other"
    SUGGESTED = "suggested"
    SELECTED = "selected"
    AVOID = "avoid"
    DECIDE_NOW = "decide_now"


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A point to be marked; `side` None or BOTH marks both sides."""

    code: str
    kind: MarkKind
    side: Side | None = None

    def covers(self, spot: Spot) -> bool:
        if spot.code != self.code:
            return False
        return self.side in (None, Side.BOTH) or spot.side in (self.side, Side.MIDLINE)


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark at its place in the window."""

    spot: Spot
    kind: MarkKind
    x: float
    y: float

    @property
    def at(self) -> QPointF:
        return QPointF(self.x, self.y)


def kind_words(kind: MarkKind) -> str:
    """Return what a mark means, in words."""
    return {
        MarkKind.OTHER: _("Other point"),
        MarkKind.SUGGESTED: _("Suggested"),
        MarkKind.SELECTED: _("Selected"),
        MarkKind.AVOID: _("Avoid"),
        MarkKind.DECIDE_NOW: _("Decide now"),
    }[kind]


def draw_mark(
    painter: QPainter, theme: Theme, at: QPointF, kind: MarkKind, size: float, hollow: bool
) -> None:
    """Draw one mark, `size` px from its middle to its edge; hollow for spots inside the mouth or nose."""
    surface, jade = theme.colour("surface"), theme.colour("jade")
    match kind:
        case MarkKind.OTHER:
            dot = theme.colour("control")
            draw_dot(painter, at, size * 0.5, None if hollow else dot, QPen(dot, 1))
        case MarkKind.SUGGESTED:
            draw_dot(painter, at, size * 0.85, surface, QPen(jade, 2))
        case MarkKind.SELECTED:
            fill = surface if hollow else jade
            draw_dot(painter, at, size, fill, QPen(jade if hollow else surface, 2))
        case MarkKind.AVOID:
            _polygon(
                painter, at, ((0, -1), (1, 0), (0, 1), (-1, 0)), size, QPen(theme.colour("ochre"), 2), None
            )
            return
        case MarkKind.DECIDE_NOW:
            triangle = ((0, -1), (1, 0.8), (-1, 0.8))
            _polygon(painter, at, triangle, size * 1.1, QPen(surface, 1.5), theme.colour("cinnabar"))


@lru_cache(maxsize=64)
def mark_picture(theme: Theme, kind: MarkKind, hollow: bool, ratio: float, size: float = SIZE) -> QPixmap:
    """Return a mark as a small picture, for where hundreds are drawn."""
    side = 2 * (round(size * 1.1) + 2)
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, theme, QPointF(side / 2, side / 2), kind, size, hollow)
    painter.end()
    return pixmap


def _polygon(
    painter: QPainter,
    at: QPointF,
    corners: Iterable[tuple[float, float]],
    size: float,
    pen: QPen,
    fill: QColor | None,
) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawPolygon(QPolygonF([at + QPointF(x * size, y * size) for x, y in corners]))


def meant_by(marks: Sequence[PlacedMark], x: float, y: float) -> tuple[PlacedMark, ...]:
    """Return the nearest mark within 22 px, and with it those within 10 px of that one, nearest first.

    Different spots of one code on one side count once.
    """
    near = sorted(((mark.x - x) ** 2 + (mark.y - y) ** 2, number) for number, mark in enumerate(marks))
    if not near or near[0][0] > REACH**2:
        return ()
    first = marks[near[0][1]]
    by_distance = [marks[number] for _away, number in near]
    close = [m for m in by_distance if (m.x - first.x) ** 2 + (m.y - first.y) ** 2 <= CLOSE**2]
    return tuple({(mark.spot.code, mark.spot.side): mark for mark in reversed(close)}.values())[::-1]


class _Sample(Painted):
    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_mark(painter, self.theme, QRectF(self.rect()).center(), self._kind, 5.5, hollow=False)
        painter.end()


class BodyLegend(QWidget):
    """What the marks mean."""

    def __init__(
        self,
        kinds: Sequence[MarkKind] = (
            MarkKind.SELECTED,
            MarkKind.SUGGESTED,
            MarkKind.AVOID,
            MarkKind.DECIDE_NOW,
        ),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow = flow = FlowLayout(self, gap=12, row_gap=4)
        for kind in kinds:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(_Sample(kind))
            row.addWidget(Text(kind_words(kind), "small", "ink2"))
            flow.addWidget(pair)

    def add(self, widget: QWidget) -> None:
        """Put something after the marks, in their row or in the next."""
        self._flow.addWidget(widget)

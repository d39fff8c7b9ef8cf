"""The last scores in one small line."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Picture, begin, draw_dot
from acuchart.words import _

_EDGE = 7.0


def draw_scores(
    painter: QPainter,
    places: Sequence[QPointF | None],
    colour: QColor,
    ground: QColor,
    dot: float,
    line: float,
) -> None:
    """Draw scores as hollow dots, the last one filled and larger; a missing score leaves a gap."""
    painter.setPen(QPen(colour, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for before, after in pairwise(places):
        if before is not None and after is not None:
            painter.drawLine(before, after)
    known = [place for place in places if place is not None]
    for place in known[:-1]:
        draw_dot(painter, place, dot, ground, QPen(colour, 2))
    if known:
        draw_dot(painter, known[-1], dot + 1.5, colour, QPen(ground, 2))


class Sparkline(Picture):
    """Scores on a fixed scale from `low` to `high`; None is a missing score."""

    def __init__(
        self, label: str, *, ink: str = "jade", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name)
        self._label, self._ink = label, ink
        self._scores: tuple[float | None, ...] = ()
        self._low, self._high = 0.0, 10.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_scores((), 0, 10)

    def show_scores(self, scores: Sequence[float | None], low: float, high: float) -> None:
        """Show scores, oldest first.

        Raises:
            ValueError: if the scale has no length.
        """
        if high <= low:
            raise ValueError("a scale needs a length")
        self._scores, self._low, self._high = tuple(scores), low, high
        said = ", ".join(_("missing") if score is None else f"{score:g}" for score in self._scores)
        self.setAccessibleName(
            _("{label}: {value}").format(label=self._label, value=said or _("no scores yet"))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 44)

    def _place(self, number: int, score: float | None) -> QPointF | None:
        if score is None:
            return None
        steps = max(1, len(self._scores) - 1)
        x = _EDGE + (self.width() - 2 * _EDGE) * number / steps
        share = (score - self._low) / (self._high - self._low)
        return QPointF(x, self.height() - 5 - (self.height() - 2 * _EDGE) * share)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        painter.fillRect(QRectF(_EDGE, self.height() - 2, self.width() - 2 * _EDGE, 1), theme.colour("line"))
        places = [self._place(number, score) for number, score in enumerate(self._scores)]
        draw_scores(painter, places, theme.colour(self._ink), theme.colour("surface"), 3.5, 2)
        painter.end()

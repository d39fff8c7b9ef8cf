"""Painted pain, drawn on a view of the body."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from acuchart.clinic.painting import PainStrength, PainStroke, Painting
from acuchart.screens.parts.body_paths import ViewPaths
from acuchart.screens.shell.theme import Theme
from acuchart.words import _

_ON_DARK = 150
_NAMES = {PainStrength.LITTLE: "little", PainStrength.MEDIUM: "medium", PainStrength.STRONG: "strong"}


def strength_words(strength: PainStrength) -> str:
    """Return a strength in the words of the form."""
    return {
        PainStrength.LITTLE: _("A little"),
        PainStrength.MEDIUM: _("Medium"),
        PainStrength.STRONG: _("Strong"),
    }[strength]


def strength_colour(theme: Theme, strength: PainStrength) -> QColor:
    """Return the tone of a strength: one hue, deeper as the pain is stronger; lighter on a dark body."""
    hue = theme.domain_colour("painPaint", "hue")
    colour = hue.lighter(_ON_DARK) if theme.dark else hue
    colour.setAlphaF(theme.domain_number("painPaint", _NAMES[strength]))
    return colour


def draw_painting(painter: QPainter, theme: Theme, paths: ViewPaths, painting: Painting) -> None:
    """Draw the strokes of one view in its units, inside the body. Strokes of one strength do not add up."""
    view = paths.view
    mine = [s for s in painting.strokes if (s.view, s.mirrored) == (view.name, view.mirrored)]
    painter.save()
    painter.setClipPath(paths.silhouette, Qt.ClipOperation.IntersectClip)
    for strength in PainStrength:
        strokes = [stroke for stroke in mine if stroke.strength is strength]
        if strokes:
            painter.fillPath(_shape(strokes), strength_colour(theme, strength))
    painter.restore()


def _shape(strokes: Sequence[PainStroke]) -> QPainterPath:
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for stroke in strokes:
        line = QPainterPath(QPointF(*stroke.places[0]))
        for place in stroke.places[1:]:
            line.lineTo(QPointF(*place))
        if len(stroke.places) == 1:
            line.lineTo(QPointF(stroke.places[0][0] + 0.01, stroke.places[0][1]))
        pen = QPen(Qt.PenStyle.SolidLine)
        pen.setWidthF(stroke.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        shape.addPath(QPainterPathStroker(pen).createStroke(line))
    return shape

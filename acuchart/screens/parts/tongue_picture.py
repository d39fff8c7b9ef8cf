"""The tongue, drawn from what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Picture, begin, draw_dot, draw_panel, draw_text, text_width
from acuchart.screens.parts.tongue_look import TongueLook, Zone
from acuchart.words import _

# The drawing has its own sheet of 140 by 190; these places are on it.
_SHEET_WIDTH, _SHEET_HEIGHT = 140.0, 190.0
_SPOTS = ((38, 136), (47, 146), (34, 148), (102, 136), (93, 146), (106, 148), (60, 160), (80, 160))
_ZONE_SPOTS = {
    Zone.TIP: ((58, 158), (70, 166), (82, 158), (66, 176), (76, 176)),
    Zone.SIDES: ((22, 74), (18, 94), (26, 112), (24, 132), (118, 74), (122, 94), (114, 112), (116, 132)),
    Zone.CENTRE: ((58, 72), (82, 80), (56, 100), (84, 108), (66, 130), (76, 62)),
    Zone.ROOT: ((50, 28), (66, 22), (82, 30), (96, 26), (58, 42), (88, 42)),
}
_ZONE_CRACKS = {
    Zone.TIP: ((62, 160, 4), (80, 158, -4)),
    Zone.SIDES: ((24, 84, 9), (26, 112, 8), (116, 84, -9), (114, 112, -8)),
    Zone.CENTRE: ((58, 78, -9), (82, 88, 9), (60, 114, -8)),
    Zone.ROOT: ((52, 30, 8), (86, 28, -8)),
}
_PATCHES = ((58, 66, 9), (84, 88, 11), (62, 106, 7))
_ZONES = tuple(Zone)


def zone_words(zone: Zone) -> str:
    """Return the name of a zone."""
    names = {Zone.TIP: _("Tip"), Zone.SIDES: _("Sides"), Zone.CENTRE: _("Centre"), Zone.ROOT: _("Root")}
    return names[zone]


def zone_at(x: float, y: float) -> Zone:
    """Return the zone at a place of the sheet."""
    if y < 52:
        return Zone.ROOT
    if y > 150:
        return Zone.TIP
    return Zone.CENTRE if 42 <= x <= 98 else Zone.SIDES


def _outline(width: float = 1.0, inset: float = 0.0) -> QPainterPath:
    """Return the shape of the tongue on its sheet, wider or thinner, perhaps drawn in."""
    middle, top, tip = _SHEET_WIDTH / 2, 8 + inset * 0.5, 184 - inset * 1.6
    half = (61 - inset) * min(width, 1.1)
    path = QPainterPath(QPointF(middle, top + 3))
    path.cubicTo(middle + half * 0.5, top - 3, middle + half * 0.86, top + 2, middle + half * 0.92, top + 14)
    path.cubicTo(
        middle + half * 1.06, top + 52, middle + half * 1.06, top + 92, middle + half * 0.86, tip - 40
    )
    path.cubicTo(middle + half * 0.66, tip - 12, middle + half * 0.3, tip, middle, tip)
    path.cubicTo(middle - half * 0.3, tip, middle - half * 0.66, tip - 12, middle - half * 0.86, tip - 40)
    path.cubicTo(
        middle - half * 1.06, top + 92, middle - half * 1.06, top + 52, middle - half * 0.92, top + 14
    )
    path.cubicTo(middle - half * 0.86, top + 2, middle - half * 0.5, top - 3, middle, top + 3)
    return path


def zone_path(zone: Zone, width: float = 1.0) -> QPainterPath:
    """Return the part of the tongue that a tap takes for the zone."""
    box = QPainterPath()
    if zone is Zone.ROOT:
        box.addRect(QRectF(0, 0, _SHEET_WIDTH, 52))
    elif zone is Zone.TIP:
        box.addRect(QRectF(0, 150, _SHEET_WIDTH, 40))
    else:
        box.addRect(QRectF(42, 52, 56, 98) if zone is Zone.CENTRE else QRectF(0, 52, _SHEET_WIDTH, 98))
        if zone is Zone.SIDES:
            box = box.subtracted(zone_path(Zone.CENTRE, width))
    return _outline(width).intersected(box)


class TonguePicture(Picture):
    """Follows the choices; a tap on a zone, or the arrow keys, choose the zone the chips apply to.

    Signals:
        zone_tapped: the Zone.
    """

    zone_tapped = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._look_of = TongueLook()
        self._zone: Zone | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Tongue, not looked at"))

    def show_tongue(self, look: TongueLook, words: str, zone: Zone | None = None) -> None:
        """Draw a tongue; `words` says the same to those who cannot see it."""
        self._look_of, self._zone = look, zone
        self.setAccessibleName(words or _("Tongue, not looked at"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_SHEET_WIDTH), round(_SHEET_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scale = self.width() / _SHEET_WIDTH
        place = QPointF(event.position().x() / scale, event.position().y() / scale)
        if _outline(self._look_of.width).contains(place):
            self.zone_tapped.emit(zone_at(place.x(), place.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            event.ignore()
            return
        now = _ZONES.index(self._zone) if self._zone is not None else -1
        self.zone_tapped.emit(_ZONES[(now + step) % len(_ZONES)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.scale(self.width() / _SHEET_WIDTH, self.height() / _SHEET_HEIGHT)
        shape, look = _outline(self._look_of.width), self._look_of
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tone(look.body) if look.body else self.theme.colour("sunken"))
        painter.drawPath(shape)
        painter.save()
        painter.setClipPath(shape)
        self._paint_zones(painter)
        self._paint_coat(painter)
        self._paint_marks(painter)
        self._paint_zone_marks(painter)
        painter.restore()
        self._paint_edge(painter, shape)
        self._paint_zone_choice(painter)
        painter.end()

    def _tone(self, name: str) -> QColor:
        return self.theme.domain_colour("tongueDrawn", name)

    def _deep(self, alpha: int = 255) -> QColor:
        """Return a darker colour of the body, for lines."""
        colour = self.theme.domain_colour("tongueBody", self._look_of.body or "pink").darker(150)
        colour.setAlpha(alpha)
        return colour

    def _paint_zones(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for zone, tone in self._look_of.tinted:
            painter.setBrush(self.theme.domain_colour("tongueBody", tone))
            painter.drawPath(zone_path(zone, self._look_of.width))

    def _paint_zone_marks(self, painter: QPainter) -> None:
        """Draw the coat, dots and cracks of single zones."""
        look = self._look_of
        painter.setPen(Qt.PenStyle.NoPen)
        for zone, tone, opacity in look.coated:
            colour = self.theme.domain_colour("tongueCoat", tone)
            colour.setAlphaF(opacity)
            painter.setBrush(colour)
            inside = _outline(look.width, 18)
            painter.drawPath(zone_path(zone, look.width).intersected(inside))
        for zone, kind in look.dotted:
            self._paint_dots(painter, kind, _ZONE_SPOTS[zone])
        painter.setPen(QPen(self._deep(170), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for zone in look.cracked:
            for x, y, dx in _ZONE_CRACKS[zone]:
                painter.drawLine(QPointF(x, y), QPointF(x + dx, y + 9))

    def _paint_dots(self, painter: QPainter, kind: str, spots: Sequence[tuple[float, float]]) -> None:
        red = self.theme.domain_colour("tongueBody", "red").darker(115)
        colour = self._deep() if kind == "dark" else red
        for number, (x, y) in enumerate(spots):
            draw_dot(painter, QPointF(x, y), 1.6 + number % 3 * 0.5, colour, QPen(Qt.PenStyle.NoPen))

    def _paint_coat(self, painter: QPainter) -> None:
        look = self._look_of
        if not look.coat:
            return
        colour = self.theme.domain_colour("tongueCoat", look.coat)
        colour.setAlphaF(look.opacity)
        coat = _outline(look.width, 24)
        for x, y, radius in _PATCHES if look.patchy else ():
            hole = QPainterPath()
            hole.addEllipse(QPointF(x, y), radius, radius * 1.2)
            coat = coat.subtracted(hole)
        if look.bare_root:
            root = QPainterPath()
            root.addRect(QRectF(0, 0, _SHEET_WIDTH, 52))
            coat = coat.subtracted(root)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(coat)
        if look.greasy:
            shine = self.theme.domain_colour("tongueCoat", "yellow")
            shine.setAlpha(120)
            painter.setBrush(shine)
            painter.drawEllipse(QPointF(70, 72), 22, 46)

    def _paint_marks(self, painter: QPainter) -> None:
        look = self._look_of
        for kind in look.dots:
            self._paint_dots(painter, kind, _SPOTS)
        painter.setPen(QPen(self._deep(170), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look.body:
            deepest = 168 if look.centre_crack else 110
            painter.drawLine(QPointF(70, 36), QPointF(70, deepest))
        if look.cracks:
            for x, y, dx in ((56, 76, -12), (84, 84, 12), (58, 112, -11), (82, 120, 11), (62, 142, -6)):
                painter.drawLine(QPointF(x, y), QPointF(x + dx, y + 8))
        if look.wet:
            shine = self.theme.domain_colour("tongueCoat", "white")
            painter.setPen(QPen(shine, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(QRectF(24, 24, 92, 150), 130 * 16, 40 * 16)

    def _paint_edge(self, painter: QPainter, shape: QPainterPath) -> None:
        known = bool(self._look_of.body)
        edge = self._deep(190) if known else self.theme.colour("control")
        pen = QPen(edge, 1.4)
        if not known:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if self._look_of.tooth_marks:
            painter.setPen(QPen(self._deep(190), 1.3))
            for y in (62, 80, 98, 116):
                painter.drawArc(QRectF(5, y, 9, 15), -90 * 16, 180 * 16)
                painter.drawArc(QRectF(126, y, 9, 15), 90 * 16, 180 * 16)

    def _paint_zone_choice(self, painter: QPainter) -> None:
        if self._zone is None:
            return
        painter.setPen(QPen(self.theme.colour("jade"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(zone_path(self._zone, self._look_of.width))
        places = {Zone.TIP: 160.0, Zone.CENTRE: 92.0, Zone.ROOT: 26.0, Zone.SIDES: 122.0}
        box = QRectF(0, places[self._zone], _SHEET_WIDTH, 16)
        words, font = zone_words(self._zone), self.theme.font("key")
        width = text_width(font, words) + 12
        plate = QRectF((_SHEET_WIDTH - width) / 2, box.y() - 1, width, 18)
        draw_panel(painter, plate, self.theme.colour("surface"), None, 6)
        draw_text(painter, box, words, font, self.theme.colour("jadeText"), Qt.AlignmentFlag.AlignHCenter)

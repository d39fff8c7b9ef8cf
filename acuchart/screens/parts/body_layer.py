"""The picture below the marks of a body chart: it follows a hand, and only what comes into sight is drawn."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from acuchart.screens.parts.camera import Camera
from acuchart.screens.shell.theme import Theme

_AROUND = 0.15
"""How far the picture reaches beyond the window on every side, as a share of it."""
_AHEAD = 2
"""A strip is drawn this many steps of the hand before it comes into sight, one strip in a frame."""


@dataclass(frozen=True, slots=True)
class LayerKey:
    """What a picture was drawn for; another one is drawn as soon as any of it changes."""

    view: str
    mirrored: bool
    scale: float
    size: QSize
    ratio: float
    theme: Theme


class Sheets:
    """The two pictures a chart draws on, kept so that no frame has to wait for new ones."""

    def __init__(self) -> None:
        self._kept: tuple[QPixmap, QPixmap] | None = None

    def of(self, inner: QSize, ratio: float) -> tuple[QPixmap, QPixmap]:
        """Return one as large as the window and one that reaches beyond it; what they show is of no use."""
        kept = self._kept
        if kept is None or kept[0].size() != inner or kept[0].devicePixelRatio() != ratio:
            room = _room(inner)
            kept = self._kept = (
                _empty(inner, ratio),
                _empty(inner + QSize(room.x(), room.y()) * 2, ratio),
            )
        return kept


class Layer:
    """A picture as large as the window; once a hand moves the body, somewhat larger.

    Attributes:
        camera: Sees the body where the picture shows it.
        around: How far the picture reached beyond the window, to the left and above, when the camera looked.
        window: What of the picture the window shows, in pixels of the picture, as all rectangles here.
        drawn: What of it has been drawn.
    """

    def __init__(self, sheets: Sheets, key: LayerKey, camera: Camera) -> None:
        self.key = key
        self.camera = camera
        inner = QSize(round(key.size.width() * key.ratio), round(key.size.height() * key.ratio))
        self.pixmap, self._wide = sheets.of(inner, key.ratio)
        self.around = QPoint(0, 0)
        self.window = QRect(self.around, inner)
        self.drawn = QRect(self.window)

    def follow(self, camera: Camera) -> tuple[QRect, ...] | None:
        """Move the window to where the camera looks, by whole pixels.

        Returns:
            What is to be drawn now; None when the picture shows nothing of what is seen.
        """
        corner = self.camera.corner
        gone = [round((now - then) * self.key.ratio) for now, then in zip(camera.corner, corner, strict=True)]
        step = self.around - QPoint(*gone) - self.window.topLeft()
        if step.isNull():
            return ()
        first = self.around.isNull()
        if first:
            self._widen()
        self.window = self.window.translated(step)
        self._bring_back(step * _AHEAD)
        if not self.window.intersects(self.drawn):
            return None
        soon = self.window.united(self.window.translated(step * _AHEAD)) & self.pixmap.rect()
        return tuple(self._wanted(soon, soon if first else self.pixmap.rect()))

    def _widen(self) -> None:
        """Give the picture room on every side."""
        self.around = _room(self.window.size())
        painter = QPainter(self._wide)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(QPointF(self.around) / self.key.ratio, self.pixmap)
        painter.end()
        self.pixmap = self._wide
        self.window = self.window.translated(self.around)
        self.drawn = self.drawn.translated(self.around)

    def _bring_back(self, soon: QPoint) -> None:
        """Move the picture below a window that will soon reach its end, so that all the room lies ahead."""
        back = QPoint()
        if not 0 <= self.window.left() + soon.x() <= 2 * self.around.x():
            back.setX((0 if soon.x() > 0 else 2 * self.around.x()) - self.window.left())
        if not 0 <= self.window.top() + soon.y() <= 2 * self.around.y():
            back.setY((0 if soon.y() > 0 else 2 * self.around.y()) - self.window.top())
        if back.isNull():
            return
        self.pixmap.scroll(back.x(), back.y(), self.pixmap.rect())
        self.window = self.window.translated(back)
        self.drawn = self.drawn.translated(back) & self.pixmap.rect()
        units = self.key.ratio * self.key.scale
        here = self.camera
        self.camera = replace(here, x=here.x - back.x() / units, y=here.y - back.y() / units)

    def _wanted(self, soon: QRect, reach: QRect) -> list[QRect]:
        """The strips to draw: those in sight, else the one that comes into sight next; none beyond reach."""
        strips = []
        while (strip := self._grow(self.window, reach)) is not None:
            strips.append(strip)
        if not strips and (ahead := self._grow(soon, reach)) is not None:
            strips.append(ahead)
        return strips

    def _grow(self, wanted: QRect, reach: QRect) -> QRect | None:
        """Count one more strip to what is drawn, as wide as it may be; None when none is missing."""
        drawn = self.drawn
        strip = QRect(drawn)
        if wanted.right() > drawn.right():
            strip.setCoords(drawn.right() + 1, drawn.top(), reach.right(), drawn.bottom())
        elif wanted.left() < drawn.left():
            strip.setCoords(reach.left(), drawn.top(), drawn.left() - 1, drawn.bottom())
        elif wanted.bottom() > drawn.bottom():
            strip.setCoords(drawn.left(), drawn.bottom() + 1, drawn.right(), reach.bottom())
        elif wanted.top() < drawn.top():
            strip.setCoords(drawn.left(), reach.top(), drawn.right(), drawn.top() - 1)
        else:
            return None
        self.drawn = drawn.united(strip)
        return strip


def _room(inner: QSize) -> QPoint:
    return QPoint(round(inner.width() * _AROUND), round(inner.height() * _AROUND))


def _empty(size: QSize, ratio: float) -> QPixmap:
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made

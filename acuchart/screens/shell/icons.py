"""Icons: drawings in one colour, tinted when drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from acuchart.resources import resource
from acuchart.screens.shell.theme import tokens

_CACHED = 600


@lru_cache(maxsize=_CACHED)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=_CACHED)
def _tinted(name: str, rgba: int, px: int) -> QImage:
    colour = QColor.fromRgba(rgba)
    stroke = tokens()["stroke"]["icon"]
    text = _drawing(name).replace("currentColor", colour.name())
    text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    if not renderer.isValid():
        raise ValueError(f"the icon {name} cannot be drawn")
    image = QImage(QSize(px, px), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    renderer.render(painter)
    painter.end()
    return image


def icon_image(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QImage:
    """Return a square icon of `size` logical px in one colour, sharp at the given pixel ratio.

    Raises:
        FileNotFoundError: if there is no icon of that name.
    """
    image = QImage(_tinted(name, colour.rgba(), max(1, round(size * ratio))))
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """Return an icon for a widget of Qt, with images for the usual pixel ratios."""
    made = QIcon()
    for ratio in (1.0, 1.25, 1.5, 2.0):
        made.addPixmap(QPixmap.fromImage(icon_image(name, colour, size, ratio)))
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon as a square in the middle of `rect`, at the pixel ratio of what is painted on."""
    size = round(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatio()
    left = rect.center().x() - size / 2
    top = rect.center().y() - size / 2
    target = QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, size, size)
    painter.drawImage(target, icon_image(name, colour, size, ratio))

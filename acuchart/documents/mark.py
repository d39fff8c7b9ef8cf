"""The head's picture: the clinic's own logo, else AcuChart's mark drawn as lines."""

import io

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.ink import ink
from acuchart.words import _

MARK_GRID = 48
"""The mark is drawn on a square of 48 units, y downward, as in resources/icons/acuchart.svg."""

WIDEST = 3.0
"""A logo is as high as the mark, and at most so many times as wide."""


def read_logo(data: bytes) -> ImageReader:
    """The picture of a logo.

    Raises:
        ChartTrouble: It is no PNG or JPEG picture, or a damaged one.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            picture.load()
        return ImageReader(io.BytesIO(data))
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        # Pillow says SyntaxError about a broken PNG block.
        raise ChartTrouble(_("The logo cannot be read. Choose a PNG or JPEG picture in Settings.")) from None


def logo_width(logo: ImageReader | None, height: float) -> float:
    """How wide the head's picture is at that height, in points."""
    if logo is None:
        return height
    across, down = logo.getSize()
    return min(WIDEST, across / down) * height


def draw_head_picture(canvas: Canvas, logo: ImageReader | None, x: float, y: float, height: float) -> None:
    """Draws the logo or the mark; (x, y) is its lower left corner, in points."""
    if logo is None:
        draw_mark(canvas, x, y, height)
        return
    width = logo_width(logo, height)
    canvas.drawImage(logo, x, y, width, height, mask="auto", preserveAspectRatio=True, anchor="w")


def draw_mark(canvas: Canvas, x: float, y: float, size: float) -> None:
    """AcuChart's mark: a needle in an open ring; (x, y) is its lower left corner, in points."""
    canvas.saveState()
    canvas.translate(x, y + size)
    canvas.scale(size / MARK_GRID, -size / MARK_GRID)
    canvas.setFillColor(ink().jade)
    canvas.roundRect(0, 0, MARK_GRID, MARK_GRID, 12, stroke=0, fill=1)
    canvas.setStrokeColor(ink().page)
    canvas.setLineWidth(3.5)
    canvas.setLineCap(1)
    # The ring is open from 20 to 30 degrees left and right of its top, measured in the turned-over grid.
    canvas.arc(13, 14.7, 35, 36.7, startAng=-70.3, extent=310.3)
    canvas.line(24, 25.7, 35.3, 10)
    canvas.setFillColor(ink().page)
    canvas.circle(24, 25.7, 3.1, stroke=0, fill=1)
    canvas.restoreState()

"""Pages of a PDF as images, drawn by pdfium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

POINTS_PER_INCH = 72.0

_ONE_AT_A_TIME = Lock()
"""A preview and a printer draw in threads of their own, and pdfium bears one thread at a time."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page drawn: the image, its number from 0, how many there are, and its size in points."""

    image: QImage
    number: int
    pages: int
    width: float
    height: float


def draw_pdf_page(pdf: bytes, number: int, dots_per_inch: float) -> PdfPage:
    """Draw page `number`, counted from 0, with its form fields.

    Raises:
        IndexError: if there is no such page.
        pypdfium2.PdfiumError: if the bytes are no PDF.
    """
    with _opened(pdf) as document:
        if not 0 <= number < len(document):
            raise IndexError(f"there is no page {number + 1}")
        return _drawn(document, number, dots_per_inch / POINTS_PER_INCH)


def fit_pdf_page(pdf: bytes, number: int, width: float, height: float) -> PdfPage:
    """Draw a page as large as fits `width` by `height` px; the last page when there is no such page.

    Raises:
        pypdfium2.PdfiumError: if the bytes are no PDF.
    """
    with _opened(pdf) as document:
        number = max(0, min(number, len(document) - 1))
        page_width, page_height = document[number].get_size()
        return _drawn(document, number, min(width / page_width, height / page_height))


@contextmanager
def _opened(pdf: bytes) -> "Iterator[PdfDocument]":
    import pypdfium2  # 34 ms that a start without a preview need not wait for

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


def _drawn(document: "PdfDocument", number: int, scale: float) -> PdfPage:
    page = document[number]
    width, height = page.get_size()
    bitmap = page.render(scale=max(scale, 0.05), prefer_bgrx=True)
    lines, columns, stride = bitmap.height, bitmap.width, bitmap.stride
    shared = QImage(bytes(bitmap.buffer), columns, lines, stride, QImage.Format.Format_RGB32)
    return PdfPage(shared.copy(), number, len(document), width, height)

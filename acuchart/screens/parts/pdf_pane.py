"""The preview of a paper: the very PDF, page by page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.pdf_pages import PdfPage, fit_pdf_page
from acuchart.screens.shell.background import Background, Lane, Ticket
from acuchart.words import _

_MARGIN = 20
_ZOOMS = (1.0, 1.5, 2.0, 3.0)


class _Sheet(Painted):
    """The desk with one page on it."""

    tapped = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.page: PdfPage | None = None

    def page_rect(self) -> QRectF:
        """Return where the page lies, in the middle of the desk."""
        if self.page is None:
            return QRectF()
        ratio = self.page.image.devicePixelRatio()
        width, height = self.page.image.width() / ratio, self.page.image.height() / ratio
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        rect = self.page_rect()
        if self.page is not None and rect.contains(event.position()):
            factor = self.page.width / rect.width()
            self.tapped.emit((event.position() - rect.topLeft()) * factor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = begin(self), self.page_rect()
        painter.fillRect(self.rect(), self.theme.colour("desk"))
        if self.page is not None:
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), self.theme.colour("lineStrong"))
            painter.drawImage(rect, self.page.image)
        painter.end()


class PdfPane(QScrollArea):
    """Shows a PDF, fitted to the pane or enlarged. Pages are drawn off the thread of the window.

    Signals:
        page_shown: number of the page, counted from 1, and how many there are.
        page_tapped: number of the page from 1, and the place in points from its top left corner.
    """

    page_shown = Signal(int, int)
    page_tapped = Signal(int, QPointF)

    def __init__(self, background: Background, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._background = background
        self._pdf = b""
        self._number = 0
        self._pages = 0
        self._zoom = 0
        self._ticket: Ticket | None = None
        self._sheet = _Sheet()
        self._sheet.tapped.connect(lambda place: self.page_tapped.emit(self._number + 1, place))
        self.setWidget(self._sheet)

    @property
    def page(self) -> int:
        """The page shown, counted from 1; 0 while there is none."""
        return self._number + 1 if self._pages else 0

    @property
    def pages(self) -> int:
        return self._pages

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF; the page stays as it is where there still is one. Empty bytes clear the pane."""
        self._pdf = pdf
        if not pdf:
            self._clear()
        else:
            self._draw()

    def go_to(self, page: int) -> None:
        """Show a page, counted from 1; beyond the ends the first or the last."""
        wanted = max(0, min(page - 1, self._pages - 1))
        if wanted != self._number and self._pages:
            self._number = wanted
            self._draw()

    def turn(self, pages: int) -> None:
        """Go forward or back by some pages."""
        self.go_to(self._number + 1 + pages)

    def zoom(self, steps: int) -> None:
        """Enlarge or shrink by steps; the smallest fits the pane."""
        wanted = max(0, min(self._zoom + steps, len(_ZOOMS) - 1))
        if wanted != self._zoom:
            self._zoom = wanted
            self._draw()

    @property
    def enlarged(self) -> float:
        """The factor by which the page is larger than what fits the pane."""
        return _ZOOMS[self._zoom]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _clear(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._number = self._pages = 0
        self._sheet.page = None
        self._sheet.update()
        self.page_shown.emit(0, 0)

    def _draw(self) -> None:
        if not self._pdf or self.viewport().width() < 2 * _MARGIN:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        pdf, number, room, factor = self._pdf, self._number, self._room(), self.enlarged
        ratio = self.devicePixelRatioF()
        self._ticket = self._background.run(
            self, lambda: _fitted(pdf, number, room, factor, ratio), self._show, lane=Lane.ASIDE
        )

    def _room(self) -> QSize:
        return self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)

    def _show(self, page: PdfPage) -> None:
        self._number, self._pages = page.number, page.pages
        self._sheet.page = page
        ratio = page.image.devicePixelRatio()
        width, height = round(page.image.width() / ratio), round(page.image.height() / ratio)
        self._sheet.setMinimumSize(width + 2 * _MARGIN, height + 2 * _MARGIN)
        if self._zoom == 0:
            self._sheet.setMinimumSize(0, 0)
        self._sheet.update()
        self.page_shown.emit(self.page, self._pages)


def _fitted(pdf: bytes, number: int, room: QSize, factor: float, ratio: float) -> PdfPage:
    scale = factor * ratio
    page = fit_pdf_page(pdf, number, room.width() * scale, room.height() * scale)
    page.image.setDevicePixelRatio(ratio)
    return page

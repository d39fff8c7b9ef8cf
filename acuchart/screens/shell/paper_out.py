"""Sends the pages of a PDF to a printer, exactly as the preview shows them."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QEventLoop, QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.pdf_pages import draw_pdf_page
from acuchart.words import _

DOTS_PER_INCH = 300.0

Tell = Callable[[int, int], bool]
"""Hears of each page, its number from 1 and how many there are, and says whether to go on."""


def print_pdf(window: QWidget, pdf: bytes) -> str:
    """Asks for a printer and prints; returns the printer's name, empty when the person thought better of it.

    Raises:
        ChartTrouble: There is no printer, or it refused.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise ChartTrouble(_("No printer found. Save as PDF instead."))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return ""
    if not put_on_aside(window, printer, pdf):
        return ""
    return printer.printerName() or _("PDF file")


def put_on_aside(window: QWidget, printer: QPrinter, pdf: bytes) -> bool:
    """Prints in a thread of its own, behind a dialog that names the page; False when it was cancelled.

    Raises:
        ChartTrouble: The printer refused.
    """
    dialog, loop, work = PrintingDialog(window), QEventLoop(), _Printing(printer, pdf)
    work.page_begun.connect(dialog.show_page)
    work.ended.connect(loop.quit)
    dialog.stop.clicked.connect(work.stopped.set)
    dialog.open()
    thread = Thread(target=work.run, name="printing")
    thread.start()
    loop.exec()
    thread.join()
    if isValid(dialog):
        dialog.accept()
        dialog.deleteLater()
    if work.trouble is not None:
        raise work.trouble
    return not work.stopped.is_set()


class PrintingDialog(Dialog):
    """Says which page is on its way."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Printing"), _("The pages are sent to the printer."), name="printing")
        self.stop = Button(_("Cancel"), Variant.GHOST, name="printing.cancel")
        self.stop.clicked.connect(lambda: self.stop.setEnabled(False))
        self.add_button(self.stop)

    def show_page(self, number: int, pages: int) -> None:
        """Name the page."""
        self.sentence.set_text(_("Page {n} of {all}").format(n=number, all=pages))

    def reject(self) -> None:
        """Esc cancels too; the dialog goes when the page at hand is done."""
        self.stop.click()


class _Printing(QObject):
    """The pages on their way.

    Signals:
        page_begun: number from 1, and how many.
        ended: all is printed, cancelled or refused.
    """

    page_begun = Signal(int, int)
    ended = Signal()

    def __init__(self, printer: QPrinter, pdf: bytes) -> None:
        super().__init__()
        self._printer, self._pdf = printer, pdf
        self.stopped = Event()
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Prints; in another thread than the window's."""
        try:
            put_on(self._printer, self._pdf, self._tell)
        except Exception as trouble:  # noqa: BLE001 - it is raised again in the window's thread
            self.trouble = trouble
        self.ended.emit()

    def _tell(self, number: int, pages: int) -> bool:
        self.page_begun.emit(number, pages)
        return not self.stopped.is_set()


def put_on(printer: QPrinter, pdf: bytes, tell: Tell = lambda _number, _pages: True) -> int:
    """Puts pages on a printer, edge to edge on paper of its own size; returns how many.

    Args:
        printer: As it was chosen.
        pdf: The paper.
        tell: Once it says no, nothing is printed, as far as the printer can take it back.

    Raises:
        ChartTrouble: The printer refused.
    """
    page = draw_pdf_page(pdf, 0, DOTS_PER_INCH)
    size = QPageSize(QRectF(0, 0, page.width, page.height).size(), QPageSize.Unit.Point)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, printer.pageLayout().margins()))
    painter = QPainter()
    if not painter.begin(printer):
        raise ChartTrouble(_("The printer can't be reached. Check it, or save as PDF instead."))
    try:
        for number in range(1, page.pages + 1):
            if not tell(number, page.pages):
                printer.abort()
                return number - 1
            if number > 1:
                page = draw_pdf_page(pdf, number - 1, DOTS_PER_INCH)
                if not printer.newPage():
                    raise ChartTrouble(_("The printer stopped on page {n}. Check it.").format(n=number))
            painter.drawImage(printer.paperRect(QPrinter.Unit.DevicePixel), page.image)
    finally:
        painter.end()
    return page.pages

"""Sends the pages of a PDF to a printer, exactly as the preview shows them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.pdf_pages import draw_pdf_page
from acuchart.words import _

DOTS_PER_INCH = 300.0


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
    put_on(printer, pdf)
    return printer.printerName() or _("PDF file")


def put_on(printer: QPrinter, pdf: bytes) -> int:
    """Puts every page on a printer, edge to edge on paper of its own size; returns how many.

    Raises:
        ChartTrouble: The printer refused.
    """
    first = draw_pdf_page(pdf, 0, DOTS_PER_INCH)
    size = QPageSize(QRectF(0, 0, first.width, first.height).size(), QPageSize.Unit.Point)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, printer.pageLayout().margins()))
    painter = QPainter()
    if not painter.begin(printer):
        raise ChartTrouble(_("The printer can't be reached. Check it, or save as PDF instead."))
    try:
        for number in range(first.pages):
            page = first if number == 0 else draw_pdf_page(pdf, number, DOTS_PER_INCH)
            if number and not printer.newPage():
                raise ChartTrouble(_("The printer stopped on page {n}. Check it.").format(n=number + 1))
            area = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(area, page.image)
    finally:
        painter.end()
    return first.pages

"""Papers on a printer: a file of the print system stands for the paper."""

import io
import re
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.paper_out import PrintingDialog, put_on, put_on_aside

PATIENCE = 20
"""Seconds; on a busy machine the window may be slow to name a page."""


def paper(pages: int, size: tuple[float, float] = A4) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for number in range(pages):
        canvas.drawString(72, 72, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.mark.parametrize("size", [A4, LETTER])
def test_every_page_comes_out_on_paper_of_its_own_size(
    tmp_path: Path, qtbot: QtBot, size: tuple[float, float]
) -> None:
    assert put_on(printer_into(tmp_path / "out.pdf"), paper(3, size)) == 3
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 3
    box = pages[2].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=1)


class WaitingPrinter(QPrinter):
    """Takes its second page only once the window has named a page; else it stops."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.named = Event()

    def newPage(self) -> bool:  # noqa: N802 - Qt's own name
        return self.named.wait(PATIENCE) and super().newPage()


def test_the_window_is_alive_meanwhile_and_the_dialog_names_the_page(tmp_path: Path, window: QWidget) -> None:
    printer = WaitingPrinter(tmp_path / "out.pdf")

    def look() -> None:
        dialog = window.findChild(PrintingDialog)
        if dialog is not None and re.fullmatch("Page [12] of 4", dialog.sentence.plain):
            printer.named.set()

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    assert put_on_aside(window, printer, paper(4))
    timer.stop()
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 4
    assert not any(dialog.isVisible() for dialog in window.findChildren(PrintingDialog))


def test_cancel_ends_it_after_the_page_at_hand(tmp_path: Path, window: QWidget) -> None:
    def cancel() -> None:
        button = window.findChild(QPushButton, "printing.cancel")
        assert button is not None
        button.click()

    QTimer.singleShot(0, cancel)
    assert not put_on_aside(window, printer_into(tmp_path / "out.pdf"), paper(30))


@pytest.mark.qt_log_ignore("Returned false")  # what Qt says of the folder that is not there
def test_a_printer_that_refuses_is_told_where_it_was_asked(tmp_path: Path, window: QWidget) -> None:
    with pytest.raises(ChartTrouble, match="can't be reached"):
        put_on_aside(window, printer_into(tmp_path / "no such folder" / "out.pdf"), paper(1))
    assert not any(dialog.isVisible() for dialog in window.findChildren(PrintingDialog))

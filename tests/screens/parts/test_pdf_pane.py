"""The preview of a PDF."""

from collections.abc import Iterator
from io import BytesIO
from threading import Thread

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from acuchart.screens.parts.pdf_pages import draw_pdf_page, fit_pdf_page
from acuchart.screens.parts.pdf_pane import PdfPane
from acuchart.screens.shell.background import Lane
from acuchart.screens.shell.qt_background import QtBackground
from tests.helpers.inline_background import InlineBackground

A4 = (595.28, 841.89)


def _pdf(pages: int) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for number in range(pages):
        canvas.setFillGray(0.1 + 0.2 * number)
        canvas.rect(0, A4[1] / 2, A4[0], A4[1] / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_a_preview_and_a_printer_may_draw_at_once() -> None:
    """Pdfium ends the whole program where two threads use it at the same time."""
    pdf, drawn = _pdf(2), list[int]()

    def draw() -> None:
        for turn in range(30):
            drawn.append(draw_pdf_page(pdf, turn % 2, 60).number)

    threads = [Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 120


@pytest.fixture
def background() -> InlineBackground:
    return InlineBackground()


@pytest.fixture
def pane(background: InlineBackground, qtbot: QtBot) -> PdfPane:
    made = PdfPane(background, name="plan.preview")
    qtbot.addWidget(made)
    made.resize(652, 580)
    made.show()
    return made


def test_a_page_is_drawn_as_it_is_printed() -> None:
    page = draw_pdf_page(_pdf(1), 0, 72)
    assert page.image.width() == pytest.approx(595, abs=1)
    assert page.image.pixelColor(300, 100).value() == pytest.approx(26, abs=3)
    assert page.image.pixelColor(300, 700).value() == 255
    assert page.height == pytest.approx(A4[1], abs=0.1)


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError, match="page 3"):
        draw_pdf_page(_pdf(2), 2, 72)
    with pytest.raises(pypdfium2.PdfiumError):
        draw_pdf_page(b"no pdf", 0, 72)


def test_a_page_fits_its_room() -> None:
    page = fit_pdf_page(_pdf(1), 0, 400, 400)
    assert max(page.image.width(), page.image.height()) == pytest.approx(400, abs=1)


def test_pages_are_turned_and_stop_at_the_ends(pane: PdfPane, qtbot: QtBot) -> None:
    seen = list[tuple[int, int]]()
    pane.page_shown.connect(lambda page, pages: seen.append((page, pages)))
    pane.show_pdf(_pdf(2))
    pane.turn(+1)
    pane.turn(+1)
    pane.turn(-5)
    assert seen == [(1, 2), (2, 2), (1, 2)]


def test_the_page_stays_while_the_paper_changes(pane: PdfPane) -> None:
    pane.show_pdf(_pdf(3))
    pane.go_to(2)
    pane.show_pdf(_pdf(4))
    assert (pane.page, pane.pages) == (2, 4)
    pane.show_pdf(_pdf(1))
    assert (pane.page, pane.pages) == (1, 1)


def test_an_enlarged_page_can_be_scrolled(pane: PdfPane) -> None:
    pane.show_pdf(_pdf(1))
    assert pane.verticalScrollBar().maximum() == 0
    pane.zoom(+2)
    assert pane.enlarged == 2
    assert pane.verticalScrollBar().maximum() > 0
    pane.zoom(-9)
    assert pane.enlarged == 1


def test_a_tap_tells_the_place_in_points(pane: PdfPane, qtbot: QtBot) -> None:
    pane.show_pdf(_pdf(1))
    sheet = pane.widget()
    assert sheet is not None
    with qtbot.waitSignal(pane.page_tapped) as tapped:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().center())
    assert tapped.args is not None
    page, place = tapped.args
    assert page == 1
    assert place.x() == pytest.approx(A4[0] / 2, abs=3)
    assert place.y() == pytest.approx(A4[1] / 2, abs=3)
    with qtbot.assertNotEmitted(pane.page_tapped):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_no_paper_is_an_empty_desk(pane: PdfPane) -> None:
    pane.show_pdf(_pdf(1))
    pane.show_pdf(b"")
    assert (pane.page, pane.pages) == (0, 0)
    pane.turn(+1)
    assert pane.page == 0


def test_only_the_newest_paper_is_shown(qtbot: QtBot) -> None:
    background = InlineBackground(hold=True)
    pane = PdfPane(background)
    qtbot.addWidget(pane)
    pane.resize(600, 600)
    pane.show()
    seen = list[int]()
    pane.page_shown.connect(lambda _page, pages: seen.append(pages))
    pane.show_pdf(_pdf(3))
    pane.show_pdf(_pdf(2))
    background.release()
    assert seen == [2]
    assert set(background.lanes) == {Lane.ASIDE}


@pytest.fixture
def threads(qapp: object) -> Iterator[QtBackground]:
    made = QtBackground()
    yield made
    made.close()


def test_pages_are_drawn_off_the_thread_of_the_window(threads: QtBackground, qtbot: QtBot) -> None:
    pane = PdfPane(threads)
    qtbot.addWidget(pane)
    pane.resize(600, 600)
    pane.show()
    with qtbot.waitSignal(pane.page_shown, timeout=5000) as shown:
        pane.show_pdf(_pdf(2))
    assert shown.args == [1, 2]

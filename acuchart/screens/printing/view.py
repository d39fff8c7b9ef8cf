"""The print screen: the queue, and the very pages beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.pdf_pane import PdfPane
from acuchart.screens.parts.text import Text
from acuchart.screens.printing.panel import PrintPanel
from acuchart.screens.printing.side import ask_place
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _, ngettext

QUEUE = 420


class PrintPage(Page):
    """Queue at the left, preview at the right.

    Signals:
        preview_wanted, print_wanted, again_wanted, dismissed: A job's key; all_wanted: all that are ready.
        save_chosen: A job's key and the path to write to.
    """

    preview_wanted = Signal(object)
    print_wanted = Signal(object)
    again_wanted = Signal(object)
    dismissed = Signal(object)
    all_wanted = Signal()
    save_chosen = Signal(object, object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("print")
        self._jobs: tuple[PrintJob, ...] = ()
        self.panel = PrintPanel("print")
        self.panel.setFixedWidth(QUEUE)
        self.panel.preview_wanted.connect(self.preview_wanted)
        self.panel.print_wanted.connect(self.print_wanted)
        self.panel.again_wanted.connect(self.again_wanted)
        self.panel.dismissed.connect(self.dismissed)
        self.panel.all_wanted.connect(self.all_wanted)
        self.panel.save_wanted.connect(self.choose_place)
        self._pane = PdfPane(background, name="print.preview")
        self._title = Text(_("Preview"), "h3")
        self._pages = Text("", "small", "ink2")
        self._pane.page_shown.connect(self._page_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(16)
        row.addWidget(self.panel)
        row.addWidget(self._make_preview(), 1)

    def _make_preview(self) -> QWidget:
        card = Card(padding=(0, 0))
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 12, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        self._before = Button("", icon="chevron-left", name="print.page_before", hint=_("Page before"))
        self._before.clicked.connect(lambda: self._pane.turn(-1))
        self._after = Button("", icon="chevron-right", name="print.page_after", hint=_("Page after"))
        self._after.clicked.connect(lambda: self._pane.turn(1))
        self._page_shown(0, 0)
        for widget in (self._before, self._pages, self._after):
            head.addWidget(widget)
        card.body.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 0, 1, 1)
        inner.addWidget(self._pane)
        card.body.addLayout(inner, 1)
        return card

    @property
    def jobs(self) -> tuple[PrintJob, ...]:
        """What is listed."""
        return self._jobs

    @property
    def heading(self) -> tuple[str, str]:
        ready = sum(job.state is PrintState.READY for job in self._jobs)
        return _("Print"), ngettext("{n} waiting", "{n} waiting", ready).format(n=ready) if ready else ""

    @property
    def hints(self) -> Sequence[Hint]:
        return ((("P",), _("Print all ready")), (("PgUp", "PgDn"), _("Turn pages")))

    def show_queue(self, jobs: Sequence[PrintJob], outdated: frozenset[UUID] = frozenset()) -> None:
        """Lists the jobs; the first one is previewed by asking for it."""
        self._jobs = tuple(jobs)
        self.panel.show_jobs(jobs, outdated)
        self.heading_changed.emit(*self.heading)

    def show_paper(self, job: PrintJob, pdf: bytes) -> None:
        """Shows the pages of a job."""
        self._title.setText(_("{title}, {name}").format(title=job.title, name=job.patient_name))
        self._pane.show_pdf(pdf)

    def print_paper(self, job: PrintJob, pdf: bytes) -> str:
        """Asks for a printer and prints; returns its name, empty when the person thought better of it.

        Raises:
            ChartTrouble: There is no printer, or it refused.
        """
        return print_pdf(self, pdf)

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong above the queue."""
        self.panel.show_trouble(sentence)

    def choose_place(self, job_id: object) -> None:
        """Asks where to write the PDF."""
        path = ask_place(self)
        if path is not None:
            self.save_chosen.emit(job_id, path)

    def _page_shown(self, page: int, pages: int) -> None:
        self._pages.setText(f"{page} / {pages}" if pages else "")
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P and not event.modifiers():
            self.all_wanted.emit()
        elif event.key() == Qt.Key.Key_PageDown:
            self._pane.turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self._pane.turn(-1)
        else:
            super().keyPressEvent(event)

"""The print queue at the side of the day: a preview opens over a scrim."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from acuchart.clinic.printing import PrintJob
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.pdf_pane import PdfPane
from acuchart.screens.printing.panel import PrintPanel
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _

PREVIEW = (620, 700)


def ask_place(window: QWidget) -> Path | None:
    """Asks where to write a PDF; the name offered names nobody. None when the person thought better of it."""
    offered = str(Path.home() / _("treatment-plan.pdf"))
    path, _kind = QFileDialog.getSaveFileName(window, _("Save as PDF"), offered, "PDF (*.pdf)")
    return Path(path) if path else None


class PrintSide(PrintPanel):
    """A panel that is a whole view of the queue.

    Signals:
        save_chosen: A job's key and the path to write to.
    """

    save_chosen = Signal(object, object)

    def __init__(self, prefix: str, background: Background) -> None:
        super().__init__(prefix)
        self._background = background
        self.save_wanted.connect(self._choose_place)

    def show_queue(self, jobs: Sequence[PrintJob], outdated: frozenset[UUID] = frozenset()) -> None:
        """Lists the jobs."""
        self.show_jobs(jobs, outdated)

    def show_paper(self, job: PrintJob, pdf: bytes) -> None:
        """Opens the pages over the window; PgUp and PgDn turn them."""
        title = _("{title}, {name}").format(title=job.title, name=job.patient_name)
        dialog = Dialog(self, title, width=PREVIEW[0] + 48, name=f"{self.objectName()}.preview")
        pane = PdfPane(self._background, name=f"{self.objectName()}.pages")
        pane.setFixedSize(PREVIEW[0], min(PREVIEW[1], self.window().height() - 200))
        pane.show_pdf(pdf)
        dialog.body.addWidget(pane)
        for icon, step, words in (
            ("chevron-left", -1, _("Page before")),
            ("chevron-right", 1, _("Page after")),
        ):
            turn = Button("", icon=icon, hint=words, name=f"{self.objectName()}.turn.{step}")
            turn.clicked.connect(lambda _on=False, by=step: pane.turn(by))
            dialog.add_button(turn)
        done = Button(_("Close"), Variant.PRIMARY, name=f"{self.objectName()}.close_preview")
        done.clicked.connect(dialog.accept)
        dialog.add_button(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_paper(self, job: PrintJob, pdf: bytes) -> str:
        """Asks for a printer and prints; returns its name, empty when the person thought better of it.

        Raises:
            ChartTrouble: There is no printer, or it refused.
        """
        return print_pdf(self, pdf)

    def _choose_place(self, job_id: object) -> None:
        path = ask_place(self)
        if path is not None:
            self.save_chosen.emit(job_id, path)

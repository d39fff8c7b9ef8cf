"""The print queue as a panel, at the side of the day and on the print screen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.parts.text import Text
from acuchart.screens.printing.job_row import JobRow
from acuchart.words import _, ngettext


class PrintPanel(Card):
    """Jobs, oldest first, and one button that prints all that are ready.

    Signals:
        preview_wanted, print_wanted, save_wanted, again_wanted, dismissed: A job's key.
        all_wanted: Print every job that is ready.
    """

    preview_wanted = Signal(object)
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    again_wanted = Signal(object)
    dismissed = Signal(object)
    all_wanted = Signal()

    def __init__(self, prefix: str = "print") -> None:
        super().__init__(padding=(16, 16), name=f"{prefix}.queue")
        self._prefix = prefix
        self._rows: list[JobRow] = []
        self._waiting = Text("", "small", "ink2")
        head = QHBoxLayout()
        head.addWidget(Text(_("Print queue"), "h3"))
        head.addStretch(1)
        head.addWidget(self._waiting)
        self.body.addLayout(head)
        self._error = ErrorLine()
        self.body.addWidget(self._error)
        self._empty = EmptyState(
            "printer", _("Nothing to print"), _("Plans sent to the front desk wait here.")
        )
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._make_list(), 1)
        self._all = Button(
            _("Print"), Variant.PRIMARY, icon="printer", keys=("P",), name=f"{prefix}.print_all"
        )
        self._all.clicked.connect(self.all_wanted)
        self.body.addWidget(self._all)
        self.show_jobs(())

    def _make_list(self) -> Scroll:
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        self._list.addStretch(1)
        self._area = Scroll(holder)
        return self._area

    def show_jobs(self, jobs: Sequence[PrintJob], outdated: frozenset[UUID] = frozenset()) -> None:
        """Lists the jobs; for those that are outdated the practitioner is asked before they are printed."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(job, job.id in outdated) for job in jobs]
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)
        ready = sum(job.state is PrintState.READY for job in jobs)
        self._waiting.setText(ngettext("{n} waiting", "{n} waiting", ready).format(n=ready) if ready else "")
        self._empty.setVisible(not jobs)
        self._area.setVisible(bool(jobs))
        holding = sum(job.state is PrintState.READY and job.id not in outdated for job in jobs)
        self._all.setVisible(holding > 0)
        words = {1: _("Print"), 2: _("Print both")}.get(holding, _("Print all {n}").format(n=holding))
        self._all.set_words(words)
        self._error.say("")

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong above the list."""
        self._error.say(sentence)

    def _row(self, job: PrintJob, outdated: bool) -> JobRow:
        row = JobRow(job, self._prefix, outdated)
        row.preview.connect(lambda: self.preview_wanted.emit(job.id))
        row.print_.connect(lambda: self.print_wanted.emit(job.id))
        row.save.connect(lambda: self.save_wanted.emit(job.id))
        row.again.connect(lambda: self.again_wanted.emit(job.id))
        row.dismiss.connect(lambda: self.dismissed.emit(job.id))
        return row

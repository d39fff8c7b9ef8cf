"""The print queue: from intentions to use cases."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

from acuchart.charting.printing import PrintQueue
from acuchart.clinic.events import Event, PrintQueueChanged
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.handing_over import write_paper
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _


class PrintQueueView(Protocol):
    """What the presenter shows the queue on."""

    def show_queue(self, jobs: Sequence[PrintJob], outdated: frozenset[UUID]) -> None: ...
    def show_paper(self, job: PrintJob, pdf: bytes) -> None: ...
    def print_paper(self, job: PrintJob, pdf: bytes) -> str: ...
    def show_trouble(self, sentence: str) -> None: ...


class PrintQueuePresenter:
    """Prints, saves and previews what waits; every paper that leaves is written down."""

    def __init__(
        self, view: PrintQueueView, queue: PrintQueue, background: Background, go: Navigator
    ) -> None:
        self._view = view
        self._queue = queue
        self._background = background
        self._go = go
        self._jobs: tuple[PrintJob, ...] = ()
        self._outdated: frozenset[UUID] = frozenset()

    def open(self) -> None:
        """Reads the queue, and which papers no longer hold."""
        self._background.run(
            self, lambda: (self._queue.queue(), self._queue.outdated()), self._show, self._refused
        )

    def heard(self, event: Event) -> None:
        """The queue changed."""
        if isinstance(event, PrintQueueChanged):
            self.open()

    def leave(self) -> None:
        """Nothing is typed here."""

    def preview(self, job_id: UUID) -> None:
        """Shows the very pages that would be printed."""
        self._with_paper(job_id, self._view.show_paper)

    def print_job(self, job_id: UUID) -> None:
        """Prints one job."""
        self._with_paper(job_id, self._print)

    def print_all(self) -> None:
        """Prints every job that is ready, one after the other, but for those somebody must ask about."""
        for job in self._jobs:
            if job.state is PrintState.READY and job.id not in self._outdated:
                self.print_job(job.id)

    def save(self, job_id: UUID, path: Path) -> None:
        """Writes the issued PDF to a place the person chose."""

        def write(job: PrintJob, pdf: bytes) -> None:
            self._background.run(
                self,
                lambda: write_paper(pdf, path),
                lambda _done: self._printed(job, "PDF"),
                self._refused,
            )

        self._with_paper(job_id, write)

    def print_again(self, job_id: UUID) -> None:
        """Puts a printed or failed job back into the queue."""
        self._background.run(self, lambda: self._queue.print_again(job_id), None, self._refused)

    def dismiss(self, job_id: UUID) -> None:
        """Counts a failed job as done: the paper was enough as it came out."""
        job = next((job for job in self._jobs if job.id == job_id), None)
        if job is not None:
            self._printed(job, "dismissed")

    def _show(self, read: tuple[tuple[PrintJob, ...], frozenset[UUID]]) -> None:
        self._jobs, self._outdated = read
        self._view.show_queue(*read)

    def _with_paper(self, job_id: UUID, then: Callable[[PrintJob, bytes], None]) -> None:
        job = next((job for job in self._jobs if job.id == job_id), None)
        if job is not None:
            self._background.run(
                self, lambda: self._queue.paper(job_id), lambda pdf: then(job, pdf), self._refused
            )

    def _print(self, job: PrintJob, pdf: bytes) -> None:
        try:
            where = self._view.print_paper(job, pdf)
        except ChartTrouble as trouble:
            sentence = trouble.sentence
            self._background.run(self, lambda: self._queue.fault(job.id, sentence), None, self._refused)
            return
        if where:
            self._printed(job, where)

    def _printed(self, job: PrintJob, where: str) -> None:
        self._background.run(
            self,
            lambda: self._queue.printed(job.id, where),
            lambda _job: self._go.toast(
                _("{title} for {name} done").format(title=job.title, name=job.patient_name)
            ),
            self._refused,
        )

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)

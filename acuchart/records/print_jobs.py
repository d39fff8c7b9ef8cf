"""The print queue at the front desk."""

from datetime import timedelta

from sqlalchemy.orm import Session

from acuchart.clinic.clock import Clock
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import PrintJobRow

SHOWN_AFTER_PRINTING = timedelta(hours=24)
_WAITING = (PrintState.READY, PrintState.FAULT)


class PrintJobs(ChangingShelf[PrintJob]):
    """Issued papers waiting to be printed, and those printed lately."""

    row = PrintJobRow
    kind = PrintJob

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__(session)
        self.clock = clock

    def queue(self) -> tuple[PrintJob, ...]:
        """Jobs ready or at fault, the oldest first; then those printed in the last 24 h, the newest first."""
        waiting = self.where(PrintJobRow.state.in_(_WAITING), order=(PrintJobRow.queued_at, PrintJobRow.id))
        printed = self.where(
            PrintJobRow.state == PrintState.PRINTED,
            PrintJobRow.printed_at > self.clock.now() - SHOWN_AFTER_PRINTING,
            order=(PrintJobRow.printed_at.desc(), PrintJobRow.id),
        )
        return waiting + printed

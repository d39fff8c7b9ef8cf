"""The practitioner's assessment, kept with what the ledger showed at that moment."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep, unchanged
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Assessment, LedgerRow, Visit
from acuchart.words import _


class Patterns(VisitStep):
    """Choosing a pattern; the ledger never chooses."""

    @use_case(Duty.CLINICAL)
    def write(self, tx: Transaction, visit_id: UUID, chosen: Assessment, seen: Assessment) -> Visit:
        """Keeps the choice as it stands, unconfirmed."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.assessment, seen)
        return self.keep(tx, replace(visit, assessment=chosen.reopened), "pattern.written")

    @use_case(Duty.CLINICAL)
    def confirm(
        self,
        tx: Transaction,
        visit_id: UUID,
        chosen: Assessment,
        shown: tuple[LedgerRow, ...],
        seen: Assessment,
    ) -> Visit:
        """Stamps the choice with time, name and the ledger as it was shown."""
        if not chosen.primary.strip():
            raise ChartTrouble(_("Choose a primary pattern, or write your own."))
        visit = self.draft(tx, visit_id)
        unchanged(visit.assessment, seen)
        confirmed = replace(
            chosen, confirmed_at=self.clock.now(), confirmed_by=self.user_id, ledger_shown=shown
        )
        return self.keep(tx, replace(visit, assessment=confirmed), "pattern.confirmed")

    @use_case(Duty.CLINICAL)
    def reopen(self, tx: Transaction, visit_id: UUID) -> Visit:
        """Takes the confirmation back, so that the choice can be changed."""
        visit = self.draft(tx, visit_id)
        return self.keep(tx, replace(visit, assessment=visit.assessment.reopened), "pattern.reopened")

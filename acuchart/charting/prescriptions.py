"""Prescriptions saved under a name."""

from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Needling
from acuchart.clinic.saved_prescriptions import SavedPrescription, check_name, to_save
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class Prescriptions(UseCases):
    """A practitioner's own, and those everybody in the clinic sees."""

    @use_case(Duty.CLINICAL)
    def all(self, tx: Transaction) -> tuple[SavedPrescription, ...]:
        """Mine and the clinic's, by name."""
        tx.audit("prescriptions.opened")
        return tx.work.prescriptions.seen_by(self.user_id)

    @use_case(Duty.CLINICAL)
    def save(self, tx: Transaction, name: str, shared: bool, rows: tuple[Needling, ...]) -> SavedPrescription:
        """Keeps rows under a name, without what belongs to one patient and one day."""
        if not rows:
            raise ChartTrouble(_("Choose at least one point first."))
        words = check_name(name, (saved.name for saved in tx.work.prescriptions.seen_by(self.user_id)))
        kept = tx.work.prescriptions.add(
            SavedPrescription(new_id(), words, shared, self.user_id, self.clock.now(), to_save(rows))
        )
        tx.audit("prescription.saved", detail=f"{len(rows)}")
        return kept

    @use_case(Duty.CLINICAL)
    def remove(self, tx: Transaction, key: UUID) -> None:
        """Takes one away; whoever saved it may, and nobody else."""
        saved = tx.work.prescriptions.get(key)
        if saved.by != self.user_id:
            raise ChartTrouble(_("Only who saved this prescription can remove it."))
        tx.work.prescriptions.remove(key)
        tx.audit("prescription.removed")

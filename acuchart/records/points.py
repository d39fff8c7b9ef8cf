"""What the choice of points keeps beside the visit: changed caution rules and saved prescriptions."""

from uuid import UUID

from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.saved_prescriptions import SavedPrescription
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import RuleChangeRow, SavedPrescriptionRow


class RuleChanges(ChangingShelf[RuleChange]):
    """Caution rules as the clinic has them."""

    row = RuleChangeRow
    kind = RuleChange

    def all(self) -> tuple[RuleChange, ...]:
        """Every change, the earliest first."""
        return self.where(order=(RuleChangeRow.at, RuleChangeRow.id))

    def remove(self, key: UUID) -> None:
        """Takes a change away again, so that the rule that came with the program holds."""
        self.session.delete(self.found(key))
        self.session.flush()


class SavedPrescriptions(ChangingShelf[SavedPrescription]):
    """Prescriptions under a name."""

    row = SavedPrescriptionRow
    kind = SavedPrescription

    def seen_by(self, user_id: UUID) -> tuple[SavedPrescription, ...]:
        """A user's own and those of the clinic, by name."""
        mine = SavedPrescriptionRow.by == user_id
        return self.where(
            mine | SavedPrescriptionRow.shared.is_(True),
            order=(SavedPrescriptionRow.name, SavedPrescriptionRow.id),
        )

    def remove(self, key: UUID) -> None:
        """Takes a prescription away."""
        self.session.delete(self.found(key))
        self.session.flush()

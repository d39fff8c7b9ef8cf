"""Forms that patients filled."""

from uuid import UUID

from acuchart.clinic.intake import Intake
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import IntakeRow


class Intakes(ChangingShelf[Intake]):
    """Fillings of forms."""

    row = IntakeRow
    kind = Intake

    def of_patient(self, patient_id: UUID) -> tuple[Intake, ...]:
        """A patient's forms, the earliest handed out first."""
        return self.where(IntakeRow.patient_id == patient_id, order=(IntakeRow.handed_out_at, IntakeRow.id))

"""Forms that patients filled."""

from datetime import datetime
from uuid import UUID

from acuchart.clinic.intake import Intake
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import IntakeRow

_ORDER = (IntakeRow.handed_out_at, IntakeRow.id)


class Intakes(ChangingShelf[Intake]):
    """Fillings of forms."""

    row = IntakeRow
    kind = Intake

    def of_patient(self, patient_id: UUID) -> tuple[Intake, ...]:
        """A patient's forms, the earliest handed out first."""
        return self.where(IntakeRow.patient_id == patient_id, order=_ORDER)

    def between(self, start: datetime, end: datetime) -> tuple[Intake, ...]:
        """Forms handed out from `start` on and before `end`, the earliest first."""
        return self.where(IntakeRow.handed_out_at >= start, IntakeRow.handed_out_at < end, order=_ORDER)

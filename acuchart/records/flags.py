"""Answers to the questions for risk facts."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acuchart.clinic.clock import Clock
from acuchart.clinic.flags import Flag, FlagKind, Flags
from acuchart.clinic.ids import new_id
from acuchart.records.tables import FlagRow


class PatientFlags:
    """Risk facts of patients: every answer stays, the newest counts."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self.session = session
        self.clock = clock

    def of(self, patient_id: UUID) -> Flags:
        """All risk facts of a patient, asked or not."""
        rows = self.session.scalars(
            select(FlagRow).where(FlagRow.patient_id == patient_id).order_by(FlagRow.place)
        )
        return Flags.of(row.give(Flag) for row in rows)

    def put(self, patient_id: UUID, flag: Flag) -> None:
        """Keeps a new answer beside the earlier ones."""
        row = FlagRow(
            id=new_id(),
            patient_id=patient_id,
            place=self._last_place(patient_id, flag.kind) + 1,
            written_at=self.clock.now(),
        )
        row.take(flag)
        self.session.add(row)
        self.session.flush()

    def history(self, patient_id: UUID, kind: FlagKind) -> tuple[Flag, ...]:
        """Every answer to one question, the newest first."""
        rows = self.session.scalars(
            select(FlagRow)
            .where(FlagRow.patient_id == patient_id, FlagRow.kind == kind)
            .order_by(FlagRow.place.desc())
        )
        return tuple(row.give(Flag) for row in rows)

    def _last_place(self, patient_id: UUID, kind: FlagKind) -> int:
        last = select(func.coalesce(func.max(FlagRow.place), 0)).where(
            FlagRow.patient_id == patient_id, FlagRow.kind == kind
        )
        return self.session.scalars(last).one()

"""Asking and changing risk facts."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.charting.visits import unchanged
from acuchart.clinic.events import FlagsChanged
from acuchart.clinic.flags import Flag, FlagKind, Flags, FlagState, check_flag


class RiskFlags(UseCases):
    """Risk facts, seen and changed by those who treat."""

    @use_case(Duty.CLINICAL)
    def of(self, tx: Transaction, patient_id: UUID) -> Flags:
        """Every risk fact of a patient, asked or not."""
        tx.audit("flags.opened", tx.work.patients.get(patient_id).number)
        return tx.work.flags.of(patient_id)

    @use_case(Duty.CLINICAL)
    def ask(self, tx: Transaction, patient_id: UUID, flag: Flag, seen: Flag) -> Flags:
        """Keeps an answer with today's date and who asked; `seen` is the answer it takes the place of."""
        patient, today = tx.work.patients.get(patient_id), self.clock.today()
        asked = replace(check_flag(flag, today), asked_on=today, asked_by=self.user_id)
        if flag.state is FlagState.NOT_ASKED:
            asked = Flag(flag.kind, asked_by=self.user_id)
        unchanged(tx.work.flags.of(patient_id)[flag.kind], seen)
        tx.work.flags.put(patient_id, asked)
        tx.audit("flag.asked", patient.number, f"{flag.kind} {flag.state}")
        tx.publish(FlagsChanged(patient_id))
        return tx.work.flags.of(patient_id)

    @use_case(Duty.CLINICAL)
    def history(self, tx: Transaction, patient_id: UUID, kind: FlagKind) -> tuple[Flag, ...]:
        """Every answer ever given to one question, newest first."""
        tx.audit("flags.opened", tx.work.patients.get(patient_id).number, str(kind))
        return tuple(tx.work.flags.history(patient_id, kind))

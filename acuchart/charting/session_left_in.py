"""What patients went home with on purpose: it comes back on the board until somebody says it is out."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from acuchart.charting.session_step import SessionStep
from acuchart.charting.sitting import Duty, Transaction, may, use_case
from acuchart.clinic.events import RemindersChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.left_in import ALL_OUT, LeftIn, Stay, TakenOut, stays
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class LeavingIn(SessionStep):
    """Needles settled as left in, press needles and ear seeds."""

    @use_case(Duty.DESK)
    def left_in(self, tx: Transaction) -> tuple[LeftIn, ...]:
        """What patients went home with, the earliest removal first, until somebody wrote that it is out.

        The front desk sees those who are due, and not what for.
        """
        tx.audit("needles_left_in.listed")
        clinical, today = may(tx.user, Duty.CLINICAL), self.clock.today()
        found = [
            self._left(tx, session, stay, clinical)
            for session in tx.work.sessions.left_in()
            for stay in self._still_in(tx, session)
            if clinical or stay.due(today)
        ]
        return tuple(sorted(found, key=lambda left: (left.day or date.min, left.patient_name)))

    @use_case(Duty.CLINICAL)
    def taken_out(self, tx: Transaction, session_id: UUID, number: int) -> None:
        """Writes that something left in on purpose is out."""
        session = tx.work.sessions.get(session_id)
        still = {stay.number: stay for stay in self._still_in(tx, session)}
        gone = still.pop(number, None)
        if gone is None:
            raise ChartTrouble(_("This needle isn't left in any more. Look at the rooms again."))
        for out in (number,) if still else (number, ALL_OUT):
            tx.work.needles_taken_out.add(TakenOut(new_id(), session_id, out, self.user_id, self.clock.now()))
        self.written_down(tx, session, "needles.taken_out_later", f"{gone.needles} {gone.point}")
        tx.publish(RemindersChanged())

    def something_was_taken_out(self, tx: Transaction, session: Session) -> bool:
        """Whether a stay of the session was written off, so that its numbers must stay what they are."""
        return bool(tx.work.needles_taken_out.of_session(session.id))

    def _still_in(self, tx: Transaction, session: Session) -> Iterator[Stay]:
        if session.state is not SessionState.CLOSED:
            return
        out = {gone.settlement for gone in tx.work.needles_taken_out.of_session(session.id)}
        prescription = tx.work.visits.get(session.visit_id).prescription
        midline = self.sitting.knowledge.midline
        yield from (stay for stay in stays(prescription, session, midline) if stay.number not in out)

    def _left(self, tx: Transaction, session: Session, stay: Stay, clinical: bool) -> LeftIn:
        patient = tx.work.patients.get(tx.work.visits.get(session.visit_id).patient_id)
        return LeftIn(
            session_id=session.id,
            number=stay.number,
            visit_id=session.visit_id,
            patient_id=patient.id,
            patient_name=patient.name.short,
            stay=stay if clinical else None,
            day=stay.remove_on,
            overdue=stay.remove_on is None or stay.remove_on < self.clock.today(),
        )

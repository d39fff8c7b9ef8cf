"""What every act in a session does: read it, change it by a rule, write it down, tell of it."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.sitting import Transaction
from acuchart.charting.visits import VisitStep
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.safety import open_dangers, open_dangers_of_patient, open_red_flags
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.words import _


class SessionStep(VisitStep):
    """Use cases on the session of a visit."""

    def change_session(
        self,
        tx: Transaction,
        visit_id: UUID,
        act: str,
        rule: Callable[[Session], Session],
        detail: str = "",
    ) -> Session:
        before = self.session_of(tx, visit_id)
        after = tx.work.sessions.change(rule(before))
        if (before.state, before.in_at) != (after.state, after.in_at):
            self.points_may_differ(tx, visit_id)
        return self.written_down(tx, after, act, detail)

    def session_of(self, tx: Transaction, visit_id: UUID) -> Session:
        """The session of a visit, or trouble."""
        session = tx.work.sessions.of_visit(visit_id)
        if session is None:
            raise ChartTrouble(_("Prepare a room for this visit first."))
        return session

    def written_down(self, tx: Transaction, session: Session, act: str, detail: str = "") -> Session:
        visit = tx.work.visits.get(session.visit_id)
        tx.audit(act, tx.work.patients.get(visit.patient_id).number, detail or session.room)
        tx.publish(SessionChanged(session.visit_id))
        return session

    def open_danger(self, tx: Transaction, visit: Visit) -> str:
        """The first danger or red flag nobody has decided on, as a sentence; empty when there is none."""
        cautions = self.cautions(tx, visit)
        if dangers := open_dangers(visit.prescription, cautions):
            return _("Settle {point} first.").format(point=dangers[0].point)
        if open_dangers_of_patient(cautions, tx.work.kept_dangers.of(visit.id)):
            return _("A danger of the whole patient is open. Settle it above the points first.")
        if open_red_flags(visit.red_flags):
            return _("A red flag is present. Write down what was decided before needling.")
        return ""

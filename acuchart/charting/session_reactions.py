"""Reactions at the table: written down when they happen, asked about again on their day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from acuchart.charting.session_step import SessionStep
from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.clinic.adverse import AdverseEvent, FollowUp, Severity, check_event, event_words
from acuchart.clinic.events import RemindersChanged, VisitChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Reaction
from acuchart.words import _


class Reacting(SessionStep):
    """What went wrong, how bad it was, what was done, and when somebody asks again."""

    @use_case(Duty.CLINICAL)
    def react(
        self,
        tx: Transaction,
        visit_id: UUID,
        kind: Reaction,
        severity: Severity,
        done: str,
        follow_up_on: date | None = None,
    ) -> Session:
        """Writes a reaction down, and into the note of its visit."""
        visit = self.draft(tx, visit_id)
        event = AdverseEvent(
            new_id(), visit_id, kind, severity, done.strip(), self.user_id, self.clock.now(), follow_up_on
        )
        tx.work.adverse_events.add(check_event(event, self.clock.today()))
        told = visit.reactions
        words = "\n".join(part for part in (told.words.strip(), event_words(event)) if part)
        kinds = told.kinds if kind in told.kinds else (*told.kinds, kind)
        reactions = replace(told, answered=True, kinds=kinds, words=words)
        self.keep(tx, replace(visit, reactions=reactions), "reaction.recorded", f"{kind} {severity}")
        tx.publish(RemindersChanged())
        return self.session_of(tx, visit_id)

    @use_case(Duty.CLINICAL)
    def follow_ups(self, tx: Transaction) -> tuple[FollowUp, ...]:
        """Reactions somebody still has to ask about, from their day on, the earliest first."""
        today = self.clock.today()
        tx.audit("follow_ups.listed")
        due = [event for event in tx.work.adverse_events.to_follow_up() if _by(event, today)]
        return tuple(self._follow_up(tx, event, today) for event in due)

    @use_case(Duty.CLINICAL)
    def followed_up(self, tx: Transaction, event_id: UUID) -> None:
        """Somebody asked again."""
        event = tx.work.adverse_events.get(event_id)
        if not event.open:
            raise ChartTrouble(_("Somebody has asked already. Look at the rooms again."))
        tx.work.adverse_events.change(
            replace(event, followed_up_at=self.clock.now(), followed_up_by=self.user_id)
        )
        visit = tx.work.visits.get(event.visit_id)
        tx.audit("reaction.followed_up", tx.work.patients.get(visit.patient_id).number, event.kind)
        tx.publish(VisitChanged(event.visit_id))
        tx.publish(RemindersChanged())

    def _follow_up(self, tx: Transaction, event: AdverseEvent, today: date) -> FollowUp:
        patient = tx.work.patients.get(tx.work.visits.get(event.visit_id).patient_id)
        overdue = event.follow_up_on is not None and event.follow_up_on < today
        return FollowUp(event, patient.id, patient.name.short, overdue)


def _by(event: AdverseEvent, today: date) -> bool:
    return event.follow_up_on is not None and event.follow_up_on <= today

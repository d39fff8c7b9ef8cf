"""The needling session of a visit, room by room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from acuchart.charting.intake_answers import open_answers
from acuchart.charting.sitting import Duty, Transaction, may, use_case
from acuchart.charting.visits import VisitStep
from acuchart.clinic import session as rules
from acuchart.clinic.chart import RoomCard
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.flags import flag_word
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.needling import needles_expected
from acuchart.clinic.safety import open_dangers, open_red_flags
from acuchart.clinic.session import Fate, Session, Settlement
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.words import _


class Sessions(VisitStep):
    """Needles in, retention, needles out. Every change is written before it is shown."""

    @use_case(Duty.DESK)
    def rooms(self, tx: Transaction) -> tuple[RoomCard, ...]:
        """Every session that is not closed, in the order of the rooms."""
        tx.audit("rooms.opened")
        order = {room: place for place, room in enumerate(tx.work.clinic.get().rooms)}
        running = sorted(tx.work.sessions.open(), key=lambda s: order.get(s.room, len(order)))
        return tuple(self._card(tx, session) for session in running)

    @use_case(Duty.CLINICAL)
    def prepare(self, tx: Transaction, visit_id: UUID, room: str = "") -> Session:
        """Plans the session of a visit in its room, once everything that must be settled is."""
        visit = self.draft(tx, visit_id)
        existing = tx.work.sessions.of_visit(visit_id)
        if existing is not None:
            return existing
        self._ready_to_needle(tx, visit)
        label = room or visit.room
        self._room_free(tx, label, visit_id)
        session = tx.work.sessions.add(
            Session(id=new_id(), visit_id=visit_id, room=label, expected=needles_expected(visit.prescription))
        )
        tx.work.visits.change(replace(visit, room=label))
        return self._written(tx, session, "session.prepared")

    @use_case(Duty.CLINICAL)
    def begin(self, tx: Transaction, visit_id: UUID) -> Session:
        """The first needle goes in."""
        self._ready_to_needle(tx, self.draft(tx, visit_id))
        expected = needles_expected(tx.work.visits.get(visit_id).prescription)
        return self._change(
            tx,
            visit_id,
            "session.begun",
            lambda s: rules.begin(replace(s, expected=expected), self.user_id, self.clock.now()),
        )

    @use_case(Duty.CLINICAL)
    def count_in(self, tx: Transaction, visit_id: UUID, needles: int, reason: str = "") -> Session:
        """Sets how many needles were inserted."""
        detail = f"{needles} {reason}".strip()
        return self._change(
            tx, visit_id, "needles.counted_in", lambda s: rules.count_in(s, needles, reason), detail
        )

    @use_case(Duty.CLINICAL)
    def retain(self, tx: Transaction, visit_id: UUID, minutes: int) -> Session:
        """Starts the retention clock."""
        return self._change(
            tx, visit_id, "retention.started", lambda s: rules.retain(s, self.clock.now(), minutes)
        )

    @use_case(Duty.CLINICAL)
    def pause(self, tx: Transaction, visit_id: UUID) -> Session:
        """Stops the retention clock."""
        return self._change(tx, visit_id, "retention.paused", lambda s: rules.pause(s, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def go_on(self, tx: Transaction, visit_id: UUID) -> Session:
        """Lets the retention clock run again."""
        return self._change(tx, visit_id, "retention.continued", lambda s: rules.go_on(s, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def add_minutes(self, tx: Transaction, visit_id: UUID, minutes: int) -> Session:
        """Lengthens retention."""
        return self._change(
            tx, visit_id, "retention.lengthened", lambda s: rules.add_minutes(s, minutes, self.clock.now())
        )

    @use_case(Duty.DESK)
    def silence(self, tx: Transaction, visit_id: UUID) -> Session:
        """Silences the alarm for three minutes; it stays an alarm."""
        return self._change(tx, visit_id, "alarm.silenced", lambda s: rules.silence(s, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def remove(self, tx: Transaction, visit_id: UUID) -> Session:
        """The needles come out."""
        return self._change(
            tx, visit_id, "removal.started", lambda s: rules.remove(s, self.user_id, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def count_out(self, tx: Transaction, visit_id: UUID, needles: int) -> Session:
        """Sets how many needles were removed, counted afresh."""
        return self._change(
            tx, visit_id, "needles.counted_out", lambda s: rules.count_out(s, needles), f"{needles}"
        )

    @use_case(Duty.CLINICAL)
    def settle(
        self,
        tx: Transaction,
        visit_id: UUID,
        fate: Fate,
        needles: int,
        words: str,
        point: str = "",
        consent: bool = False,
        remove_on: date | None = None,
    ) -> Session:
        """Explains needles that were not counted out."""
        settlement = Settlement(
            fate, needles, words.strip(), self.user_id, self.clock.now(), point, consent, remove_on
        )
        return self._change(
            tx,
            visit_id,
            "needles.settled",
            lambda s: rules.settle(s, settlement, self.clock.today()),
            f"{needles} {fate}",
        )

    @use_case(Duty.CLINICAL)
    def close(self, tx: Transaction, visit_id: UUID) -> Session:
        """Ends the session when every needle is accounted for."""
        return self._change(tx, visit_id, "session.closed", lambda s: rules.close(s, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def call_off(self, tx: Transaction, visit_id: UUID) -> Session:
        """Ends a session in which no needle went in."""
        return self._change(tx, visit_id, "session.called_off", lambda s: rules.call_off(s, self.clock.now()))

    def _change(
        self,
        tx: Transaction,
        visit_id: UUID,
        act: str,
        rule: Callable[[Session], Session],
        detail: str = "",
    ) -> Session:
        session = tx.work.sessions.of_visit(visit_id)
        if session is None:
            raise ChartTrouble(_("Prepare a room for this visit first."))
        return self._written(tx, tx.work.sessions.change(rule(session)), act, detail)

    def _written(self, tx: Transaction, session: Session, act: str, detail: str = "") -> Session:
        visit = tx.work.visits.get(session.visit_id)
        tx.audit(act, tx.work.patients.get(visit.patient_id).number, detail or session.room)
        tx.publish(SessionChanged(session.visit_id))
        return session

    def _card(self, tx: Transaction, session: Session) -> RoomCard:
        patient = tx.work.patients.get(tx.work.visits.get(session.visit_id).patient_id)
        risks = tx.work.flags.of(patient.id).present if may(tx.user, Duty.CLINICAL) else ()
        words = tuple(flag_word(flag, self.clock.today()) for flag in risks)
        return RoomCard(session, patient.id, patient.name.short, words)

    def _ready_to_needle(self, tx: Transaction, visit: Visit) -> None:
        if not visit.prescription:
            raise ChartTrouble(_("Choose at least one point first."))
        dangers = open_dangers(visit.prescription, self.cautions(tx, visit))
        if dangers:
            raise ChartTrouble(_("Settle {point} first.").format(point=dangers[0].point or _("the alert")))
        if open_red_flags(visit.red_flags):
            raise ChartTrouble(_("A red flag is present. Write down what was decided before needling."))
        for form in tx.work.intakes.of_patient(visit.patient_id):
            if form.state is IntakeState.COMPLETED and open_answers(self.sitting.knowledge, form):
                raise ChartTrouble(_("The intake has answers to settle before needling."))

    def _room_free(self, tx: Transaction, room: str, visit_id: UUID) -> None:
        if room not in tx.work.clinic.get().rooms:
            raise ChartTrouble(_("Choose a room for the session."))
        if any(other.room == room and other.visit_id != visit_id for other in tx.work.sessions.open()):
            raise ChartTrouble(_("{room} is taken. Choose another room.").format(room=room))

"""The needling session of a visit, room by room."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from acuchart.charting.intake_answers import open_answers
from acuchart.charting.session_counting import Counting
from acuchart.charting.session_left_in import LeavingIn
from acuchart.charting.session_reactions import Reacting
from acuchart.charting.session_slip import Slips
from acuchart.charting.session_timing import Timing
from acuchart.charting.sitting import Duty, Transaction, may, use_case
from acuchart.clinic import session as rules
from acuchart.clinic.bedside import Bedside
from acuchart.clinic.chart import RoomCard
from acuchart.clinic.count_sheet import planned_rounds, planned_spots
from acuchart.clinic.events import RemindersChanged
from acuchart.clinic.flags import flag_words
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.left_in import press_needles
from acuchart.clinic.needled import something_done
from acuchart.clinic.rooms import as_counted
from acuchart.clinic.row_faults import first_fault
from acuchart.clinic.session import Session, Spot
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.words import _


class Sessions(Counting, Timing, Reacting, LeavingIn, Slips):
    """Needles in, retention, needles out. Every change is written before it is shown."""

    @use_case(Duty.DESK)
    def rooms(self, tx: Transaction) -> tuple[RoomCard, ...]:
        """Every session that is not closed, in the order of the rooms."""
        tx.audit("rooms.opened")
        rooms = tx.work.clinic.get().rooms
        cards = [self._card(tx, session, rooms) for session in tx.work.sessions.open()]
        return tuple(sorted(cards, key=lambda card: (card.number == 0, card.number)))

    @use_case(Duty.CLINICAL)
    def bedside(self, tx: Transaction, visit_id: UUID) -> Bedside:
        """The needling step of a visit: its session, or the free rooms and what must be settled first."""
        work, visit = tx.work, tx.work.visits.get(visit_id)
        patient, rooms = work.patients.get(visit.patient_id), work.clinic.get().rooms
        session = work.sessions.of_visit(visit_id)
        needles = any(planned_rounds(visit.prescription))
        if session is not None and session.never_begun and needles and not visit.signed:
            session = None
        taken = {other.room for other in work.sessions.open()}
        tx.audit("session.opened", patient.number)
        return Bedside(
            visit_id=visit_id,
            patient_id=patient.id,
            patient_name=patient.name.short,
            flags=flag_words(tx.work.flags.of(patient.id), self.clock.today()),
            prescription=visit.prescription,
            room=visit.room,
            room_number=_place(rooms, session.room) if session else 0,
            free_rooms=tuple(room for room in rooms if room not in taken),
            session=session,
            to_settle="" if visit.signed or session else self._to_settle(tx, visit),
            signed=visit.signed,
            slip=session is not None
            and something_done(visit.prescription, session, self.sitting.knowledge.midline),
        )

    @use_case(Duty.CLINICAL)
    def prepare(self, tx: Transaction, visit_id: UUID, room: str = "") -> Session:
        """Plans the session of a visit in its room, once everything that must be settled is."""
        visit = self.draft(tx, visit_id)
        existing = tx.work.sessions.of_visit(visit_id)
        if existing is not None and not existing.never_begun:
            tx.audit("session.opened", tx.work.patients.get(visit.patient_id).number)
            return existing
        self._ready_to_needle(tx, visit)
        label = room or visit.room
        self._room_free(tx, label, visit_id)
        expected, *coming = planned_rounds(visit.prescription)
        if existing is not None and self.something_was_taken_out(tx, existing):
            raise ChartTrouble(_("What was left in at this visit was taken out. Check the patient in again."))
        if existing is None:
            session = tx.work.sessions.add(
                Session(id=new_id(), visit_id=visit_id, room=label, expected=expected, coming=tuple(coming))
            )
        else:
            session = tx.work.sessions.change(rules.plan_again(existing, label, expected, tuple(coming)))
        tx.work.visits.change(replace(visit, room=label))
        return self.written_down(tx, session, "session.prepared")

    @use_case(Duty.CLINICAL)
    def without_needles(self, tx: Transaction, visit_id: UUID) -> Session:
        """Ear seeds, cups or moxa alone: nothing goes in, so no room is watched and nothing is counted."""
        visit = self.draft(tx, visit_id)
        self._ready_to_needle(tx, visit)
        if any(planned_rounds(visit.prescription)):
            raise ChartTrouble(_("Needles are prescribed. Prepare a room and count them."))
        session = tx.work.sessions.of_visit(visit_id) or tx.work.sessions.add(
            Session(id=new_id(), visit_id=visit_id, room=visit.room, expected=0)
        )
        if session.never_begun:
            return self.written_down(tx, session, "session.without_needles")
        now, why = self.clock.now(), _("No needle was prescribed.")
        tx.publish(RemindersChanged())
        return self.change_session(
            tx, visit_id, "session.without_needles", lambda s: rules.call_off(s, self.user_id, now, why)
        )

    @use_case(Duty.CLINICAL)
    def begin(self, tx: Transaction, visit_id: UUID) -> Session:
        """The first needle goes in."""
        visit = self.draft(tx, visit_id)
        self._ready_to_needle(tx, visit)
        session = tx.work.sessions.of_visit(visit_id)
        if session is not None:
            self._room_free(tx, session.room, visit_id)
        expected, *coming = planned_rounds(visit.prescription)
        planned = partial(replace, expected=expected, coming=tuple(coming))
        return self.change_session(
            tx,
            visit_id,
            "session.begun",
            lambda s: rules.begin(planned(s), self.user_id, self.clock.now()),
        )

    @use_case(Duty.CLINICAL)
    def remove(self, tx: Transaction, visit_id: UUID) -> Session:
        """The needles come out."""
        return self.change_session(
            tx, visit_id, "removal.started", lambda s: rules.remove(s, self.user_id, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def turn(self, tx: Transaction, visit_id: UUID) -> Session:
        """The patient turns, every needle out: the next round begins."""
        self._ready_to_needle(tx, self.draft(tx, visit_id))
        return self.change_session(
            tx, visit_id, "round.begun", lambda s: rules.turn(s, self.user_id, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def spots(self, tx: Transaction, visit_id: UUID) -> tuple[Spot, ...]:
        """The places of the prescription in the round at hand, for counting point by point."""
        visit = tx.work.visits.get(visit_id)
        session = tx.work.sessions.of_visit(visit_id)
        tx.audit("session.opened", tx.work.patients.get(visit.patient_id).number)
        number = session.round if session is not None else 1
        return planned_spots(visit.prescription, number, self.sitting.knowledge.region)

    @use_case(Duty.DESK)
    def end_day(self, tx: Transaction) -> None:
        """Ends the day of the clinic: refused while needles may be in anywhere, with the rooms named."""
        lying = {session.room for session in tx.work.sessions.open() if session.needles_in}
        rooms = sorted(lying, key=as_counted)
        if rooms:
            sentence = _("{rooms}: count the needles out and close the room first.")
            raise ChartTrouble(sentence.format(rooms=", ".join(rooms)))
        tx.audit("day.ended")

    @use_case(Duty.CLINICAL)
    def close(self, tx: Transaction, visit_id: UUID) -> Session:
        """Ends the session when every needle is accounted for."""
        tx.publish(RemindersChanged())
        return self.change_session(tx, visit_id, "session.closed", lambda s: rules.close(s, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def call_off(self, tx: Transaction, visit_id: UUID, reason: str = "") -> Session:
        """Ends a session in which no needle went in."""
        now = self.clock.now()
        tx.publish(RemindersChanged())
        return self.change_session(
            tx, visit_id, "session.called_off", lambda s: rules.call_off(s, self.user_id, now, reason)
        )

    def _card(self, tx: Transaction, session: Session, rooms: tuple[str, ...]) -> RoomCard:
        visit = tx.work.visits.get(session.visit_id)
        patient = tx.work.patients.get(visit.patient_id)
        clinical = may(tx.user, Duty.CLINICAL)
        return RoomCard(
            session=session if clinical else rules.at_the_desk(session),
            patient_id=patient.id,
            patient_name=patient.name.short,
            flags=flag_words(tx.work.flags.of(patient.id), self.clock.today()) if clinical else (),
            number=_place(rooms, session.room),
            press_needles=press_needles(visit.prescription) if clinical else (),
        )

    def _ready_to_needle(self, tx: Transaction, visit: Visit) -> None:
        sentence = self._to_settle(tx, visit)
        if sentence:
            raise ChartTrouble(sentence)

    def _to_settle(self, tx: Transaction, visit: Visit) -> str:
        """What stands in the way of needling, as a sentence that says what to do; empty when nothing does."""
        if not visit.prescription:
            return _("Choose at least one point first.")
        if any(not row.confirmed for row in visit.prescription):
            return _("Some points are copied and not confirmed. Confirm or remove them first.")
        if fault := first_fault(visit.prescription, self.clock.today()):
            return fault
        danger = self.open_danger(tx, visit)
        if danger:
            return danger
        if self._unsettled_intake(tx, visit):
            return _("The intake has answers to settle before needling.")
        return ""

    def _unsettled_intake(self, tx: Transaction, visit: Visit) -> bool:
        knowledge, born = self.sitting.knowledge, tx.work.patients.get(visit.patient_id).born
        return any(
            form.state is IntakeState.COMPLETED and open_answers(knowledge, form, born)
            for form in tx.work.intakes.of_patient(visit.patient_id)
        )

    def _room_free(self, tx: Transaction, room: str, visit_id: UUID) -> None:
        if room not in tx.work.clinic.get().rooms:
            raise ChartTrouble(_("Choose a room for the session."))
        if any(other.room == room and other.visit_id != visit_id for other in tx.work.sessions.open()):
            raise ChartTrouble(_("{room} is taken. Choose another room.").format(room=room))


def _place(rooms: tuple[str, ...], room: str) -> int:
    """The place of a room from 1, 0 when it is not there any more."""
    return rooms.index(room) + 1 if room in rooms else 0

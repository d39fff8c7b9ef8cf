"""What must hold after every single step, whatever was done."""

import hashlib
from functools import partial

from hypothesis.stateful import invariant

from acuchart.charting.note import Notes
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.clinic.audit import first_broken
from acuchart.clinic.findings import FindingState
from acuchart.clinic.flags import FlagState
from acuchart.clinic.session import SessionState
from acuchart.records.work import Work
from tests.stories.practice.hands import Hands


class Promises(Hands):
    """The six promises, as far as records can keep them."""

    @invariant()
    def no_session_is_closed_with_a_needle_unaccounted(self) -> None:
        with self.owner.records.work() as work:
            for visit_id in self.visits:
                session = work.sessions.of_visit(visit_id)
                if session is None:
                    continue
                settled = sum(item.needles for item in session.settlements)
                if session.state is SessionState.CLOSED:
                    assert session.count_in == session.count_out + settled
                    assert session == self.closed[visit_id], "a closed session was changed"
                if session.needles_in:
                    assert session.room in work.clinic.get().rooms, (
                        "somebody lies in a room that is not there"
                    )

    @invariant()
    def two_patients_never_share_a_room(self) -> None:
        rooms = [session.room for session in self.look(lambda work: work.sessions.open())]
        assert len(rooms) == len(set(rooms))

    @invariant()
    def counts_are_what_somebody_typed(self) -> None:
        with self.owner.records.work() as work:
            for visit_id in self.visits:
                session = work.sessions.of_visit(visit_id)
                told = self.told[visit_id]
                counts = (session.count_in, session.count_out) if session else (0, 0)
                assert counts == (told.count_in, told.count_out)

    @invariant()
    def what_is_signed_stands(self) -> None:
        for visit_id, (visit, text) in self.signed.items():
            with self.owner.records.work() as work:
                assert work.visits.get(visit_id) == visit
                assert work.notes.get(visit_id) == text
                assert [added.words for added in work.notes.addenda(visit_id)] == self.addenda[visit_id]
            assert visit.signature is not None
            assert hashlib.sha256(text.encode()).hexdigest() == visit.signature.digest

    @invariant()
    def an_issued_plan_stands(self) -> None:
        with self.owner.records.work() as work:
            assert all(work.plans.get(plan_id).pdf == pdf for plan_id, pdf in self.issued.items())

    @invariant()
    def the_audit_trail_is_whole(self) -> None:
        with self.owner.records.work() as work:
            assert first_broken(work.audit.all()) is None

    @invariant()
    def nothing_unanswered_became_a_fact(self) -> None:
        with self.owner.records.work() as work:
            for patient_id in self.patients:
                kept = {
                    (flag.kind.value, flag.state is FlagState.YES)
                    for flag in work.flags.of(patient_id)
                    if flag.state is not FlagState.NOT_ASKED
                }
                assert kept <= self.told[patient_id].flags
            self._visits_hold_what_was_told(work)

    def _visits_hold_what_was_told(self, work: Work) -> None:
        for visit_id in self.visits:
            visit, told = work.visits.get(visit_id), self.told[visit_id]
            kept = {(o.finding_id, o.state) for o in visit.examination.observations}
            assert kept <= told.findings
            assert not any(state is FindingState.NOT_ASKED for _name, state in kept)
            assert {(a.flag_id, a.present) for a in visit.red_flags} <= told.red_flags
            scores = ("pain_now", "pain_worst", "pain_average")
            assert {name for name in scores if getattr(visit.check_in, name) is not None} <= told.scores
            assert told.reactions or not visit.reactions.answered
            assert told.pattern or visit.assessment.confirmed_at is None

    @invariant()
    def a_visit_belongs_to_its_own_patients_course(self) -> None:
        with self.owner.records.work() as work:
            for visit_id in self.visits:
                visit = work.visits.get(visit_id)
                assert work.courses.get(visit.course_id).patient_id == visit.patient_id

    @invariant()
    def the_desk_sees_nothing_clinical(self) -> None:
        board = self.tried(lambda: Today(self.desk).board(self.place.clock.today()))
        rooms = self.tried(lambda: Sessions(self.desk).rooms())
        assert board is not None
        assert rooms is not None
        for card in board:
            assert (card.reason, card.flags) == ("", ())
            assert card.answers_to_read in (None, 0)
        assert not any(room.flags for room in rooms)
        for session in [*(room.session for room in rooms), *(card.session for card in board)]:
            if session is not None:
                assert (session.count_in, session.count_out, session.expected) == (0, 0, 0)
                assert (session.settlements, session.corrections) == ((), ())

    @invariant()
    def a_signed_note_can_be_read(self) -> None:
        for visit_id, (_visit, text) in list(self.signed.items())[-1:]:
            read = self.tried(partial(Notes(self.eli).read, visit_id))
            assert read is not None
            assert read.note.to_json() == text

"""The note, the signature, addenda and the plan; and a hand that knows what comes next."""

from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import rule

from acuchart.charting.courses import Courses
from acuchart.charting.note import Notes
from acuchart.charting.pattern import Patterns
from acuchart.charting.plan import Plans
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.clinic.course import Complaint, Goal
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Needling as Needle
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.points import Side
from acuchart.clinic.safety import checks_before_signing
from acuchart.clinic.session import OUT, RESTING, SessionState
from acuchart.clinic.visit import Assessment, NoteWords, Reactions
from tests.stories.practice.charting import FREE_WORDS
from tests.stories.practice.front_desk import ANY
from tests.stories.practice.hands import Hands, pick
from tests.stories.practice.needling import Needling

PASSPHRASES = st.sampled_from(["", "right", "right", "right", "wrong"])


class Papers(Needling, Hands):
    """What leaves the room on paper, or under a signature."""

    @rule(visit=ANY, words=FREE_WORDS, stale=st.booleans())
    def write_a_note(self, visit: int, words: str, stale: bool) -> None:
        visit_id = pick(self.visits, visit)
        seen = NoteWords("seen in another window") if stale else self.visit(visit_id).note_words
        done = self.tried(lambda: Notes(self.eli).write(visit_id, NoteWords(plan=words), seen))
        assert done is None or not stale

    @rule(visit=ANY, passphrase=PASSPHRASES)
    def sign(self, visit: int, passphrase: str) -> None:
        self.signed_off(pick(self.visits, visit), passphrase)

    @rule(visit=ANY)
    def take_over(self, visit: int) -> None:
        self.tried(lambda: Notes(self.eli).take_over(pick(self.visits, visit)))

    @rule(visit=ANY, words=FREE_WORDS, passphrase=PASSPHRASES)
    def add_an_addendum(self, visit: int, words: str, passphrase: str) -> None:
        visit_id = pick(self.visits, visit)
        typed = self.typed(passphrase)
        if self.tried(lambda: Notes(self.eli).add(visit_id, words, typed)):
            assert visit_id in self.signed
            self.addenda[visit_id].append(words.strip())

    @rule(visit=ANY, goals=st.integers(0, 6))
    def set_goals(self, visit: int, goals: int) -> None:
        course_id = self.visit(pick(self.visits, visit)).course_id
        if course_id in self.courses:
            seen = self.look(lambda work: work.courses.get(course_id)).goals
            new = tuple(Goal(new_id(), f"Walk {n} minutes", "0 to 10") for n in range(goals))
            self.tried(lambda: Courses(self.eli).set_goals(course_id, new, seen))

    @rule(visit=ANY, words=FREE_WORDS)
    def write_a_plan(self, visit: int, words: str) -> None:
        visit_id, plans = pick(self.visits, visit), Plans(self.eli)
        seen = self.tried(lambda: plans.draft_of(visit_id))
        if seen is not None:
            self.tried(lambda: plans.write(visit_id, PlanDraft(intro=words), seen))

    @rule(visit=ANY, prepared=st.booleans())
    def issue_a_plan(self, visit: int, prepared: bool) -> None:
        visit_id = pick(self.visits, visit)
        if prepared:
            self.set_goals(visit, 1)
            self._say_what_for(self.visit(visit_id).course_id)
        plan = self.tried(lambda: Plans(self.eli).issue(visit_id))
        if plan is not None:
            self.issued[plan.id] = plan.pdf

    @rule(which=ANY)
    def withdraw_a_plan(self, which: int) -> None:
        self.done(lambda: Plans(self.eli).withdraw(pick([*self.issued], which)))

    @rule(visit=st.integers(0, 2), steps=st.integers(1, 4))
    def a_little_further(self, visit: int, steps: int) -> None:
        self.go_on_as_one_should(visit, steps)

    @rule(visit=st.integers(0, 2), steps=st.integers(5, 12))
    def go_on_as_one_should(self, visit: int, steps: int) -> None:
        """Chance alone would hardly ever reach a signature."""
        for _step in range(steps):
            visit_id = pick(self.visits, visit)
            if visit_id in self.visits and visit_id not in self.signed:
                self._next_step(visit_id)

    @rule(visit=st.integers(0, 2), off=st.integers(-2, 1))
    def count_out_wrongly(self, visit: int, off: int) -> None:
        """The needles come out, and the count is off by some; closing is tried all the same."""
        visit_id = pick(self.visits, visit)
        for _step in range(8):
            session = self.session(visit_id) if visit_id in self.visits else None
            if session is not None and session.state in OUT:
                self.counted_out(visit_id, self.told[visit_id].count_in + off)
                self.closed_off(visit_id)
                break
            if visit_id in self.visits and visit_id not in self.signed:
                self._next_step(visit_id)

    def typed(self, passphrase: str) -> str:
        """What the practitioner types."""
        return self.place.passphrase("practitioner") if passphrase == "right" else passphrase

    def signed_off(self, visit_id: UUID, passphrase: str) -> None:
        """Tries to sign; a signed visit has every check done."""
        typed = self.typed(passphrase)
        visit = self.tried(lambda: Notes(self.eli).sign(visit_id, typed))
        if visit is not None:
            assert passphrase == "right"
            complaint = self.look(lambda work: work.courses.get(visit.course_id)).complaint
            written = self.look(lambda work: work.kept_dangers.of(visit_id))
            session, cautions = self.session(visit_id), self.cautions(visit)
            checks = checks_before_signing(visit, complaint, session, cautions, written)
            assert all(check.done for check in checks)
            self.signed[visit_id] = (visit, self.look(lambda work: work.notes.get(visit_id)))

    def _next_step(self, visit_id: UUID) -> None:
        visit, session = self.visit(visit_id), self.session(visit_id)
        if not visit.prescription:
            self.tried(lambda: Points(self.eli).prescribe(visit_id, (Needle("ST36", Side.BOTH, 2),), ()))
        elif session is None:
            bedside = Sessions(self.eli).bedside(visit_id)
            self.prepared(visit_id, next(iter(bedside.free_rooms), ""))
        elif session.state is SessionState.CLOSED:
            self._finish(visit_id)
        else:
            self._needle(visit_id, session.state)

    def _needle(self, visit_id: UUID, state: SessionState) -> None:
        sessions, told = Sessions(self.eli), self.told[visit_id]
        if state is SessionState.PLANNED:
            self.begun(visit_id)
        elif state is SessionState.GOING_IN:
            if not told.count_in:
                self.counted_in(visit_id, 2)
            self.tried(lambda: sessions.retain(visit_id, 20))
        elif state in RESTING:
            self.tried(lambda: sessions.remove(visit_id))
        else:
            session = self.session(visit_id)
            self.counted_out(visit_id, told.count_out + (session.missing if session else 0))
            self.closed_off(visit_id)

    def _finish(self, visit_id: UUID) -> None:
        visit, told = self.visit(visit_id), self.told[visit_id]
        notes = Notes(self.eli)
        self._say_what_for(visit.course_id)
        chosen, before = Assessment("cold_damp"), visit.assessment
        if self.tried(lambda: Patterns(self.eli).confirm(visit_id, chosen, (), before)):
            told.pattern = True
        if self.tried(lambda: notes.record_reactions(visit_id, Reactions(answered=True), visit.reactions)):
            told.reactions = True
        if visit.practitioner_id != self.eli.user.id:
            self.tried(lambda: notes.take_over(visit_id))
        self.signed_off(visit_id, "right")

    def _say_what_for(self, course_id: UUID) -> None:
        if course_id in self.courses:
            seen = Complaint.of(self.look(lambda work: work.courses.get(course_id)))
            self.tried(lambda: Courses(self.eli).describe(course_id, Complaint("Knee"), seen))

"""The visit itself: complaint, scores, findings, red flags, pattern, points and reactions."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.note import Notes
from acuchart.charting.pattern import Patterns
from acuchart.charting.points import Points
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Complaint, Mechanism
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.visit import (
    Assessment,
    CheckIn,
    Examination,
    LedgerRow,
    Reaction,
    Reactions,
    RedFlagAnswer,
)
from acuchart.knowledge import load
from tests.stories.practice.front_desk import ANY
from tests.stories.practice.hands import Hands, pick

KNOWLEDGE = load()
SCORES = st.one_of(st.none(), st.integers(-1, 11))
FREE_WORDS = st.sampled_from(["", "  ", "Better since Tuesday", "舌淡", "Спит плохо"])
SEEN = st.lists(
    st.builds(
        Observation,
        st.sampled_from([*list(KNOWLEDGE.findings)[::40], "made_up"]),
        st.sampled_from(FindingState),
    ),
    max_size=4,
    unique_by=lambda observation: observation.finding_id,
)
RED_FLAGS = st.sampled_from([*list(KNOWLEDGE.red_flags)[:3], "made_up"])
ROWS = st.lists(
    st.builds(
        Needling,
        code=st.sampled_from(["ST36", "LI4", "SP6", "GB21", "CV17", "LU1", "BL60", "ST99"]),
        side=st.sampled_from([Side.LEFT, Side.BOTH]),
        needles=st.integers(0, 2),
        depth_mm=st.sampled_from([None, 10.0, 25.0, 500.0]),
        kept_because=st.sampled_from(["", "", "short", "Agreed with the midwife"]),
    ),
    max_size=3,
)


class Charting(Hands):
    """What the practitioner writes into a draft."""

    @rule(visit=ANY, words=FREE_WORDS)
    def describe_the_course(self, visit: int, words: str) -> None:
        course_id = self.visit(pick(self.visits, visit)).course_id
        seen = Complaint("")
        if course_id in self.courses:
            seen = Complaint.of(self.look(lambda work: work.courses.get(course_id)))
        told = Complaint(words, mechanism=Mechanism.MIXED)
        self.tried(lambda: Courses(self.eli).describe(course_id, told, seen))

    @rule(which=ANY)
    def close_a_course(self, which: int) -> None:
        course = pick(self.courses, which)
        if self.tried(lambda: Courses(self.eli).close(course)):
            assert all(v.signed for v in self.look(lambda work: work.visits.of_course(course)))

    @rule(visit=ANY, now=SCORES, worst=SCORES, average=SCORES, words=FREE_WORDS, stale=st.booleans())
    def ask_for_pain(
        self, visit: int, now: int | None, worst: int | None, average: int | None, words: str, stale: bool
    ) -> None:
        visit_id = pick(self.visits, visit)
        seen = CheckIn(words="seen in another window") if stale else self.visit(visit_id).check_in
        answers = CheckIn(now, worst, average, words)
        if self.tried(lambda: Visits(self.eli).check_in(visit_id, answers, seen)):
            assert not stale
            given = {"pain_now": now, "pain_worst": worst, "pain_average": average}
            self.told[visit_id].scores |= {name for name, score in given.items() if score is not None}

    @rule(visit=ANY, seen=SEEN, words=FREE_WORDS, stale=st.booleans())
    def find(self, visit: int, seen: list[Observation], words: str, stale: bool) -> None:
        visit_id = pick(self.visits, visit)
        found = Examination((*seen,), {"pain_quality": words})
        known = Examination((Observation("elsewhere", FindingState.PRESENT),))
        before = known if stale else self.visit(visit_id).examination
        if self.tried(lambda: Findings(self.eli).record(visit_id, found, before)):
            self.told[visit_id].findings |= {(o.finding_id, o.state) for o in seen}

    @rule(visit=ANY, flag=RED_FLAGS, present=st.booleans(), decision=FREE_WORDS)
    def ask_a_red_flag(self, visit: int, flag: str, present: bool, decision: str) -> None:
        visit_id = pick(self.visits, visit)
        answer = RedFlagAnswer(flag, present, decision)
        seen = next((a for a in self.visit(visit_id).red_flags if a.flag_id == flag), None)
        if self.tried(lambda: Findings(self.eli).answer_red_flag(visit_id, answer, seen)):
            self.told[visit_id].red_flags.add((flag, present))

    @rule(visit=ANY, flag=RED_FLAGS)
    def forget_a_red_flag(self, visit: int, flag: str) -> None:
        visit_id = pick(self.visits, visit)
        seen = next((a for a in self.visit(visit_id).red_flags if a.flag_id == flag), None)
        self.tried(lambda: Findings(self.eli).forget_red_flag(visit_id, flag, seen))

    @rule(visit=ANY, primary=st.sampled_from(["", "cold_damp", "my own words"]), confirm=st.booleans())
    def choose_a_pattern(self, visit: int, primary: str, confirm: bool) -> None:
        visit_id, patterns = pick(self.visits, visit), Patterns(self.eli)
        shown, seen = (LedgerRow("cold_damp", ("agg_cold",), (), 3),), self.visit(visit_id).assessment
        if confirm:
            if self.tried(lambda: patterns.confirm(visit_id, Assessment(primary), shown, seen)):
                assert primary
                self.told[visit_id].pattern = True
        else:
            self.tried(lambda: patterns.write(visit_id, Assessment(primary), seen))

    @rule(visit=ANY)
    def reopen_the_pattern(self, visit: int) -> None:
        self.tried(lambda: Patterns(self.eli).reopen(pick(self.visits, visit)))

    @rule(visit=ANY, rows=ROWS)
    def prescribe(self, visit: int, rows: list[Needling]) -> None:
        visit_id = pick(self.visits, visit)
        seen = self.visit(visit_id).prescription
        self.tried(lambda: Points(self.eli).prescribe(visit_id, (*rows,), seen))

    @rule(visit=ANY)
    def write_why_the_points_stay(self, visit: int) -> None:
        visit_id = pick(self.visits, visit)
        seen = self.visit(visit_id).prescription
        rows = tuple(replace(row, kept_because="Agreed with the midwife") for row in seen)
        self.tried(lambda: Points(self.eli).prescribe(visit_id, rows, seen))

    @rule(
        visit=ANY,
        kinds=st.lists(st.sampled_from(Reaction), max_size=2),
        words=FREE_WORDS,
        answered=st.booleans(),
    )
    def record_reactions(self, visit: int, kinds: list[Reaction], words: str, answered: bool) -> None:
        visit_id = pick(self.visits, visit)
        told = Reactions(answered, (*kinds,) if answered else (), words)
        seen = self.visit(visit_id).reactions
        if self.tried(lambda: Notes(self.eli).record_reactions(visit_id, told, seen)):
            self.told[visit_id].reactions |= answered

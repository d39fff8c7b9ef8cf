"""Needles in, retention, needles out: every tap in any order."""

from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import rule

from acuchart.charting.session import Sessions
from acuchart.clinic.cautions import Level
from acuchart.clinic.safety import open_dangers, open_dangers_of_patient, open_red_flags
from acuchart.clinic.session import OUT, Fate, Session, SessionState
from acuchart.clinic.visit import Visit
from tests.stories.practice.front_desk import ANY, ROOMS
from tests.stories.practice.hands import Hands, pick

COUNTS = st.integers(-1, 6)
REASONS = st.sampled_from(["", " ", "One fell on the floor"])

CLOCK_ACTS = ["pause", "go_on", "silence", "remove", "stage_done", "start_again"]


class Needling(Hands):
    """The session of a visit."""

    @rule(visit=ANY, room=ROOMS)
    def prepare(self, visit: int, room: str) -> None:
        self.prepared(pick(self.visits, visit), room)

    @rule(visit=ANY)
    def begin(self, visit: int) -> None:
        self.begun(pick(self.visits, visit))

    @rule(visit=ANY, needles=COUNTS, reason=REASONS)
    def count_in(self, visit: int, needles: int, reason: str) -> None:
        visit_id = pick(self.visits, visit)
        self.counted_in(visit_id, needles, reason)

    @rule(visit=ANY, step=st.sampled_from([-1, 1]), out=st.booleans())
    def tap_the_counter(self, visit: int, step: int, out: bool) -> None:
        visit_id, told = pick(self.visits, visit), self.told[pick(self.visits, visit)]
        count = Sessions(self.eli).one_more_out if out else Sessions(self.owner).one_more_in
        done = self.tried(lambda: count(visit_id, step))
        if done is not None:
            self._nothing_against(visit_id, up=step > 0 and not out, state=done.state)
            told.count_out, told.count_in = told.count_out + step * out, told.count_in + step * (not out)

    @rule(visit=ANY, minutes=st.sampled_from([0, 1, 20, 500]))
    def retain(self, visit: int, minutes: int) -> None:
        self.tried(lambda: Sessions(self.eli).retain(pick(self.visits, visit), minutes))

    @rule(
        visit=ANY, act=st.sampled_from(["pause", "go_on", "silence", "remove", "stage_done", "start_again"])
    )
    def handle_the_clock(self, visit: int, act: str) -> None:
        visit_id, sessions = pick(self.visits, visit), Sessions(self.eli)
        before = self.session(visit_id)
        acts = {
            "pause": sessions.pause,
            "go_on": sessions.go_on,
            "silence": Sessions(self.desk).silence,
            "remove": sessions.remove,
            "stage_done": sessions.stage_done,
            "start_again": sessions.start_again,
        }
        done = self.tried(lambda: acts[act](visit_id))
        if done is not None and before is not None and act == "silence":
            kept = self.session(visit_id)
            assert kept is not None
            assert (done.count_in, done.count_out, done.expected, done.settlements) == (0, 0, 0, ())
            assert (kept.state, kept.count_in) == (before.state, before.count_in)

    @rule(visit=ANY, minutes=st.integers(-1, 10))
    def add_minutes(self, visit: int, minutes: int) -> None:
        self.tried(lambda: Sessions(self.eli).add_minutes(pick(self.visits, visit), minutes))

    @rule(visit=ANY, needles=COUNTS)
    def count_out(self, visit: int, needles: int) -> None:
        self.counted_out(pick(self.visits, visit), needles)

    @rule(visit=ANY, fate=st.sampled_from(Fate), needles=COUNTS, words=REASONS, whole=st.booleans())
    def settle(self, visit: int, fate: Fate, needles: int, words: str, whole: bool) -> None:
        visit_id = pick(self.visits, visit)
        more = ("ST36", True, self.place.clock.today()) if whole else ("", False, None)
        if self.tried(lambda: Sessions(self.eli).settle(visit_id, fate, needles, words, *more)):
            assert words.strip()
            assert whole or fate is not Fate.LEFT_IN
            if fate is Fate.NEVER_INSERTED:
                self.told[visit_id].count_in -= needles

    @rule(visit=ANY, number=st.integers(-1, 2))
    def take_back_a_settlement(self, visit: int, number: int) -> None:
        self.tried(lambda: Sessions(self.eli).take_back(pick(self.visits, visit), number))

    @rule(visit=ANY, reason=REASONS)
    def call_off(self, visit: int, reason: str) -> None:
        visit_id = pick(self.visits, visit)
        if self.tried(lambda: Sessions(self.eli).call_off(visit_id, reason)):
            assert self.told[visit_id].count_in == 0
            self._keep_closed(visit_id)

    @rule(visit=ANY)
    def close(self, visit: int) -> None:
        self.closed_off(pick(self.visits, visit))

    def prepared(self, visit_id: UUID, room: str) -> Session | None:
        """Tries to prepare a room; a session called off before its first needle may be planned again."""
        session = self.tried(lambda: Sessions(self.eli).prepare(visit_id, room))
        if session is not None and session.state is not SessionState.CLOSED:
            called_off = self.closed.pop(visit_id, None)
            assert called_off is None or called_off.begun_at is None
        return session

    def begun(self, visit_id: UUID) -> None:
        """Tries to put the first needle in; nothing that speaks against it may be open then."""
        chart = self.visit(visit_id)
        if self.tried(lambda: Sessions(self.eli).begin(visit_id)):
            assert chart.prescription
            self._every_danger_has_a_reason(chart)
            assert open_red_flags(chart.red_flags) == ()

    def counted_in(self, visit_id: UUID, needles: int, reason: str = "") -> None:
        """Tries to count needles in."""
        before = self.told[visit_id].count_in
        done = self.tried(lambda: Sessions(self.eli).count_in(visit_id, needles, before, reason))
        if done is not None:
            self._nothing_against(visit_id, up=needles > before, state=done.state)
            self.told[visit_id].count_in = needles

    def counted_out(self, visit_id: UUID, needles: int) -> None:
        """Tries to count needles out."""
        if self.tried(lambda: Sessions(self.eli).count_out(visit_id, needles, self.told[visit_id].count_out)):
            self.told[visit_id].count_out = needles

    def closed_off(self, visit_id: UUID) -> None:
        """Tries to end a session."""
        if self.tried(lambda: Sessions(self.eli).close(visit_id)):
            self._keep_closed(visit_id)

    def _nothing_against(self, visit_id: UUID, *, up: bool, state: SessionState) -> None:
        """A needle more goes in only where every danger has its reason."""
        if up and state not in OUT:
            self._every_danger_has_a_reason(self.visit(visit_id))

    def _every_danger_has_a_reason(self, visit: Visit) -> None:
        cautions = self.cautions(visit)
        assert open_dangers(visit.prescription, cautions) == ()
        written = self.look(lambda work: work.kept_dangers.of(visit.id))
        assert open_dangers_of_patient(cautions, written) == ()
        reasons = {row.code: row.kept_because.strip() for row in visit.prescription}
        for caution in cautions:
            assert caution.level is not Level.DANGER or caution.point is None or reasons[caution.point]

    def _keep_closed(self, visit_id: UUID) -> None:
        session = self.session(visit_id)
        assert session is not None
        assert session.state is SessionState.CLOSED
        self.closed[visit_id] = session

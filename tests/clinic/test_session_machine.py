"""Chance plays a practitioner: whatever is tapped in whatever order, no needle is forgotten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from acuchart.clinic import session as rules
from acuchart.clinic.session import Fate, Session, SessionState, Settlement
from acuchart.clinic.trouble import ChartTrouble

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
WHO = uuid4()

# The arrows of the diagram in the module's docstring.
ARROWS = {
    (SessionState.PLANNED, SessionState.GOING_IN),
    (SessionState.PLANNED, SessionState.CLOSED),
    (SessionState.GOING_IN, SessionState.RETENTION),
    (SessionState.GOING_IN, SessionState.COMING_OUT),
    (SessionState.GOING_IN, SessionState.CLOSED),
    (SessionState.RETENTION, SessionState.COMING_OUT),
    (SessionState.RETENTION, SessionState.CLOSED),
    (SessionState.COMING_OUT, SessionState.CLOSED),
}
REASONS = st.sampled_from(["", " ", "Two tries at SP9."])
COUNTS = st.integers(-1, 12)


class AnyHands(RuleBasedStateMachine):
    """`inside` is kept beside the session: the needles that its own counts say are in the patient."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.session = Session(id=uuid4(), visit_id=uuid4(), room="Room 1", expected=5)
        self.inside = 0

    def _try(self, act: Callable[[], Session]) -> bool:
        before = self.session
        try:
            self.session = act()
        except ChartTrouble:
            return False
        if before.state is not self.session.state:
            assert (before.state, self.session.state) in ARROWS
        return True

    @rule(seconds=st.integers(-4000, 4000))
    def time_passes_or_the_clock_is_changed(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def begin(self) -> None:
        self._try(lambda: rules.begin(self.session, WHO, self.now))

    @rule(needles=COUNTS, reason=REASONS)
    def count_in(self, needles: int, reason: str) -> None:
        before = self.session.count_in
        if self._try(lambda: rules.count_in(self.session, needles, WHO, self.now, reason)):
            self.inside += needles - before
            late = self.session.state is not SessionState.GOING_IN and needles != before
            assert not late or self.session.corrections[-1].reason

    @rule(minutes=st.integers(-1, 200))
    def retain(self, minutes: int) -> None:
        self._try(lambda: rules.retain(self.session, self.now, minutes))

    @rule()
    def pause(self) -> None:
        self._try(lambda: rules.pause(self.session, self.now))

    @rule()
    def go_on(self) -> None:
        self._try(lambda: rules.go_on(self.session, self.now))

    @rule(minutes=st.integers(-1, 20))
    def add_minutes(self, minutes: int) -> None:
        self._try(lambda: rules.add_minutes(self.session, minutes, self.now))

    @rule()
    def silence(self) -> None:
        self._try(lambda: rules.silence(self.session, self.now))

    @rule()
    def remove(self) -> None:
        self._try(lambda: rules.remove(self.session, WHO, self.now))

    @rule(needles=COUNTS)
    def count_out(self, needles: int) -> None:
        before = self.session.count_out
        if self._try(lambda: rules.count_out(self.session, needles, self.now)):
            self.inside -= needles - before

    @rule(fate=st.sampled_from(Fate), needles=COUNTS, words=REASONS, whole=st.booleans())
    def settle(self, fate: Fate, needles: int, words: str, whole: bool) -> None:
        more = ("ST36", True, TODAY) if whole else ("", False, None)
        settlement = Settlement(fate, needles, words, WHO, self.now, *more)
        if self._try(lambda: rules.settle(self.session, settlement, TODAY)):
            assert words.strip()
            assert whole or fate is not Fate.LEFT_IN
            self.inside -= needles

    @rule(number=st.integers(-1, 3))
    def take_back(self, number: int) -> None:
        before = self.session
        if self._try(lambda: rules.take_back(self.session, number, self.now)):
            self.inside += before.settlements[number].needles

    @rule(reason=REASONS)
    def call_off(self, reason: str) -> None:
        if self._try(lambda: rules.call_off(self.session, WHO, self.now, reason)):
            assert self.session.corrections[-1].reason

    @rule()
    def close(self) -> None:
        if self._try(lambda: rules.close(self.session, self.now)):
            assert self.session.count_in == self.session.count_out + sum(
                item.needles for item in self.session.settlements
            )

    @invariant()
    def no_closed_session_has_a_needle_unaccounted(self) -> None:
        assert self.session.missing == self.inside
        if self.session.state is SessionState.CLOSED:
            assert self.inside == 0
            assert not self.session.needles_in

    @invariant()
    def a_begun_session_stays_in_view_until_it_is_closed(self) -> None:
        begun = self.session.begun_at is not None
        assert self.session.needles_in == (begun and self.session.closed_at is None)

    @invariant()
    def the_clock_can_always_be_read(self) -> None:
        if self.session.state is SessionState.RETENTION:
            assert self.session.left(self.now) is not None


TestAnyHands = AnyHands.TestCase

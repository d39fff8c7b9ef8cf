"""Chance plays a practitioner: whatever is tapped in whatever order, no needle is forgotten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from acuchart.clinic import session as rules
from acuchart.clinic import zone_rules
from acuchart.clinic.session import Fate, Session, SessionState, Settlement
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.zones import Bell, Zone, ZoneKind

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
WHO = uuid4()

# The arrows of the diagram in the module's docstring.
_S = SessionState
_RESTING = (_S.RETENTION, _S.STAGE_DUE, _S.TIME_UP)
ARROWS = {
    (_S.PLANNED, _S.GOING_IN),
    (_S.PLANNED, _S.CLOSED),
    (_S.GOING_IN, _S.RETENTION),
    (_S.GOING_IN, _S.COMING_OUT),
    (_S.GOING_IN, _S.CLOSED),
    *((one, other) for one in _RESTING for other in (*_RESTING, _S.COMING_OUT, _S.CLOSED)),
    (_S.COMING_OUT, _S.COUNTED),
    (_S.COUNTED, _S.COMING_OUT),
    (_S.COUNTED, _S.GOING_IN),
    (_S.COUNTED, _S.CLOSED),
    # A count of an earlier version may stand in COMING_OUT with nothing missing.
    (_S.COMING_OUT, _S.CLOSED),
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
            assert fate is not Fate.NEVER_INSERTED or self.session.corrections[-1].reason

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
    def turn(self) -> None:
        if self._try(lambda: rules.turn(self.session, WHO, self.now)):
            assert self.inside == 0
            assert (self.session.count_in, self.session.count_out) == (0, 0)

    @rule()
    def time_is_noted(self) -> None:
        self._try(lambda: rules.at(self.session, self.now))

    @rule()
    def stage_done(self) -> None:
        self._try(lambda: rules.stage_done(self.session, WHO, self.now))

    @rule()
    def start_again(self) -> None:
        self._try(lambda: rules.start_again(self.session, self.now))

    @rule(kind=st.sampled_from(ZoneKind), minutes=st.integers(-1, 70))
    def lay_on(self, kind: ZoneKind, minutes: int) -> None:
        end = self.now + timedelta(minutes=minutes)
        zone = Zone(uuid4(), kind, "", Bell.GIVEN, self.now, end, 5, WHO)
        if self._try(lambda: zone_rules.start_zone(self.session, zone)):
            assert 1 <= minutes <= 60

    @rule()
    def take_off(self) -> None:
        for zone in self.session.zones:
            self._try(partial(self._without, zone.id))

    def _without(self, zone_id: UUID) -> Session:
        return zone_rules.take_off(self.session, zone_id, WHO, self.now)

    @rule()
    def close(self) -> None:
        if self._try(lambda: rules.close(self.session, self.now)):
            assert self.session.count_in == self.session.count_out + self.session.settled
            assert not any(zone.running for zone in self.session.zones)

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
    def counted_means_that_nothing_is_missing(self) -> None:
        if self.session.state is SessionState.COUNTED:
            assert self.session.missing == 0
            assert self.session.counted_at is not None

    @invariant()
    def every_earlier_round_was_accounted_for(self) -> None:
        for past in self.session.rounds:
            assert past.count_in == past.count_out + past.settled

    @invariant()
    def the_clock_can_always_be_read(self) -> None:
        if self.session.state in _RESTING:
            assert self.session.left(self.now) is not None


TestAnyHands = AnyHands.TestCase

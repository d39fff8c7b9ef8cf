"""Carries out what is wanted of rooms, for the step of a visit and for the board alike. Knows no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from acuchart.charting.session import Sessions
from acuchart.clinic.count_sheet import total
from acuchart.clinic.session import (
    HELD,
    OUT,
    RESTING,
    RUNNING,
    Session,
    SessionState,
    Spot,
    at,
    unusual_minutes,
)
from acuchart.clinic.stages import StageKind
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.background import Background


class Asking(Protocol):
    """The questions a room may put to a person. Each is answered by another wish, or by none."""

    def ask_correction(self, visit_id: UUID, inserted: int, proposed: int) -> None: ...
    def ask_minutes(self, visit_id: UUID, minutes: int) -> None: ...
    def ask_mismatch(self, visit_id: UUID) -> None: ...
    def ask_missing(self, visit_id: UUID) -> None: ...
    def ask_why_none(self, visit_id: UUID) -> None: ...
    def ask_zone(self, visit_id: UUID, skin_every: int) -> None: ...
    def ask_remind(self, visit_id: UUID) -> None: ...
    def ask_reaction(self, visit_id: UUID) -> None: ...
    def ask_spots(self, visit_id: UUID, spots: tuple[Spot, ...], out: bool) -> None: ...
    def show_paper(self, pdf: bytes, name: str) -> None: ...
    def show_done(self, visit_id: UUID) -> None: ...
    def show_trouble(self, visit_id: UUID, sentence: str) -> None: ...


def _settle(sessions: Sessions, wish: Wish) -> Session:
    told = wish.explained
    if told is None:
        raise AssertionError("a settlement says what became of the needles")
    return sessions.settle(
        wish.visit_id, told.fate, told.needles, told.words, told.point, told.consent, told.remove_on
    )


def _lay_on(sessions: Sessions, wish: Wish) -> Session:
    laid = wish.laid
    if laid is None:
        raise AssertionError("a zone says what is laid on")
    return sessions.start_zone(wish.visit_id, laid.kind, laid.place, laid.minutes, laid.bell, laid.skin_every)


def _react(sessions: Sessions, wish: Wish) -> Session:
    told = wish.reacted
    if told is None:
        raise AssertionError("a reaction says what happened")
    return sessions.react(wish.visit_id, told.kind, told.severity, told.done, told.follow_up_on)


def _zone_of(wish: Wish) -> UUID:
    if wish.zone is None:
        raise AssertionError("the wish names its zone")
    return wish.zone


Act = Callable[[Sessions, Wish], Session]
ACTS: Mapping[Do, Act] = {
    Do.BEGIN: lambda s, w: s.begin(w.visit_id),
    Do.ONE_IN: lambda s, w: s.one_more_in(w.visit_id, w.number),
    Do.ONE_OUT: lambda s, w: s.one_more_out(w.visit_id, w.number),
    Do.SET_IN: lambda s, w: s.count_in(w.visit_id, w.number, w.seen or 0, w.words),
    Do.SET_OUT: lambda s, w: s.count_out(w.visit_id, w.number, w.seen or 0),
    Do.RETAIN: lambda s, w: s.retain(w.visit_id, w.number),
    Do.PAUSE: lambda s, w: s.pause(w.visit_id),
    Do.GO_ON: lambda s, w: s.go_on(w.visit_id),
    Do.ADD: lambda s, w: s.add_minutes(w.visit_id, w.number),
    Do.SILENCE: lambda s, w: s.silence(w.visit_id),
    Do.REMOVE: lambda s, w: s.remove(w.visit_id),
    Do.SETTLE: _settle,
    Do.TAKE_BACK: lambda s, w: s.take_back(w.visit_id, w.number),
    Do.CLOSE: lambda s, w: s.close(w.visit_id),
    Do.SKIN_SEEN: lambda s, w: s.skin_seen(w.visit_id, _zone_of(w)),
    Do.ZONE_OFF: lambda s, w: s.take_off_zone(w.visit_id, _zone_of(w)),
    Do.ZONE_LONGER: lambda s, w: s.lengthen_zone(w.visit_id, _zone_of(w), w.number),
    Do.LAY_ON: _lay_on,
    Do.REMIND: lambda s, w: s.remind(w.visit_id, w.remind or StageKind.CHECK_PATIENT, w.number),
    Do.REACT: _react,
    Do.SPOTS_IN: lambda s, w: s.count_in_at(w.visit_id, w.spots, w.seen or 0, w.words),
    Do.SPOTS_OUT: lambda s, w: s.count_out_at(w.visit_id, w.spots, w.seen or 0),
    Do.TURN: lambda s, w: s.turn(w.visit_id),
    Do.START_AGAIN: lambda s, w: s.start_again(w.visit_id),
    Do.STAGE_DONE: lambda s, w: s.stage_done(w.visit_id),
    Do.CALL_OFF: lambda s, w: s.call_off(w.visit_id, w.words),
}
COUNTED = frozenset({Do.ONE_IN, Do.ONE_OUT, Do.SET_IN, Do.SET_OUT})


class RoomWork:
    """Knows the sessions last read. `changed` is told of each session that was written.

    A wish that needs an answer first becomes a question; one that is refused becomes a sentence in its room.
    """

    def __init__(
        self,
        sessions: Sessions,
        background: Background,
        asking: Asking,
        changed: Callable[[Session], None],
    ) -> None:
        self._sessions = sessions
        self._background = background
        self._asking = asking
        self._changed = changed
        self._known: dict[UUID, Session] = {}
        self._undo: dict[UUID, list[Wish]] = {}
        self._own: dict[UUID, int] = {}

    def know(self, *sessions: Session) -> None:
        """Takes sessions as they were read."""
        self._known = {session.visit_id: session for session in sessions}

    def own_change(self, visit_id: UUID) -> bool:
        """Whether a change that was heard of is one of this screen's own, whose result comes by itself."""
        if not self._own.get(visit_id):
            return False
        self._own[visit_id] -= 1
        return True

    def carry_out(self, wish: Wish) -> None:
        """Does what is wanted, or asks first."""
        session = self._known.get(wish.visit_id)
        if session is None:
            return
        meant = self._meant(wish, session)
        if meant is not None and not self._asks_first(meant, session):
            self._do(meant, session)

    def _meant(self, wish: Wish, session: Session) -> Wish | None:
        """The wish itself, or what it stands for in the present state; None where it stands for nothing."""
        if wish.do is Do.UNDO:
            steps = self._undo.get(wish.visit_id)
            return steps.pop() if steps else None
        if wish.do is Do.MAIN:
            return self._main(wish, session)
        if wish.do is Do.ALL_IN:
            fresh = session.state is SessionState.GOING_IN and not session.count_in and session.expected
            return replace(wish, do=Do.SET_IN, number=session.expected, seen=0) if fresh else None
        if wish.do is Do.DUE_DONE:
            return self._due(wish, session)
        if wish.do is Do.PAUSE_OR_GO_ON:
            if session.state not in RUNNING:
                return None
            return replace(wish, do=Do.GO_ON if session.paused_at else Do.PAUSE)
        return _with_seen(wish, session)

    def _due(self, wish: Wish, session: Session) -> Wish | None:
        """The reminder that waits, else the skin that must be looked at."""
        now = self._sessions.clock.now()
        if at(session, now).due_stage(now) is not None:
            return replace(wish, do=Do.STAGE_DONE)
        looks = [zone.id for zone in session.zones if zone.skin_due(now)]
        return replace(wish, do=Do.SKIN_SEEN, zone=looks[0]) if looks else None

    def _main(self, wish: Wish, session: Session) -> Wish | None:
        following = {
            SessionState.PLANNED: Do.BEGIN,
            SessionState.GOING_IN: Do.RETAIN,
            SessionState.RETENTION: Do.REMOVE,
            SessionState.STAGE_DUE: Do.REMOVE,
            SessionState.TIME_UP: Do.REMOVE,
            SessionState.COMING_OUT: Do.CLOSE,
            SessionState.COUNTED: Do.TURN if session.coming else Do.CLOSE,
        }.get(session.state)
        return (
            None if following is None else replace(wish, do=following, number=wish.number or session.minutes)
        )

    def _asks_first(self, wish: Wish, session: Session) -> bool:
        visit_id, ask = wish.visit_id, self._asking
        proposed = wish.number + (session.count_in if wish.do is Do.ONE_IN else 0)
        if _never_went_in(wish, session, proposed):
            ask.ask_missing(visit_id)
        elif wish.do in (Do.ONE_IN, Do.SET_IN) and _late(session) and not wish.words.strip():
            ask.ask_correction(visit_id, session.count_in, max(0, proposed))
        elif wish.do is Do.RETAIN and not wish.sure and session.count_in and unusual_minutes(wish.number):
            ask.ask_minutes(visit_id, wish.number)
        elif wish.do is Do.CLOSE and session.missing > 0:
            ask.ask_mismatch(visit_id)
        elif wish.do is Do.CLOSE and session.missing < 0 and not session.settled:
            ask.ask_correction(visit_id, session.count_in, session.count_in - session.missing)
        else:
            return self._asks_for_words(wish, session)
        return True

    def _asks_for_words(self, wish: Wish, session: Session) -> bool:
        if wish.do is Do.REPORT:
            if session.missing > 0:
                self._asking.ask_missing(wish.visit_id)
            return True
        if wish.do is Do.SLIP:
            self._show_slip(wish.visit_id)
            return True
        if wish.do is Do.CALL_OFF and not session.count_in and not wish.words.strip():
            self._asking.ask_why_none(wish.visit_id)
            return True
        return self._asks_with_a_form(wish, session)

    def _asks_with_a_form(self, wish: Wish, session: Session) -> bool:
        visit_id, ask = wish.visit_id, self._asking
        if wish.do is Do.ASK_ZONE and session.state in HELD:
            self._background.run(
                self,
                lambda: self._sessions.skin_every(visit_id),
                lambda every: self._if_known(visit_id, lambda: ask.ask_zone(visit_id, every)),
            )
        elif wish.do is Do.ASK_REMIND and session.state in RUNNING:
            ask.ask_remind(visit_id)
        elif wish.do is Do.ASK_REACTION:
            ask.ask_reaction(visit_id)
        elif wish.do is Do.ASK_SPOTS and session.state in HELD:
            self._ask_spots(session)
        return wish.do in (Do.ASK_ZONE, Do.ASK_REMIND, Do.ASK_REACTION, Do.ASK_SPOTS)

    def _show_slip(self, visit_id: UUID) -> None:
        self._background.run(
            self,
            lambda: self._sessions.slip(visit_id).pdf,
            lambda pdf: self._if_known(visit_id, lambda: self._asking.show_paper(pdf, "aftercare.pdf")),
            lambda trouble: self._if_known(
                visit_id, lambda: self._asking.show_trouble(visit_id, trouble.sentence)
            ),
        )

    def _ask_spots(self, session: Session) -> None:
        """Going in, the places of the prescription; coming out, those that were really needled."""
        visit_id, out = session.visit_id, session.state in OUT
        if session.in_at and total(session.in_at) == session.count_in:
            self._asking.ask_spots(visit_id, session.in_at, out)
            return
        self._background.run(
            self,
            lambda: self._sessions.spots(visit_id),
            lambda spots: self._if_known(visit_id, lambda: self._asking.ask_spots(visit_id, spots, out)),
        )

    def _if_known(self, visit_id: UUID, then: Callable[[], None]) -> None:
        """What comes late is asked of nobody: the screen may show another visit by now."""
        if visit_id in self._known:
            then()

    def _do(self, wish: Wish, before: Session) -> None:
        self._own[wish.visit_id] = self._own.get(wish.visit_id, 0) + 1
        self._background.run(
            self,
            partial(ACTS[wish.do], self._sessions, wish),
            lambda after: self._done(wish, before, after),
            lambda trouble: self._refused(wish, trouble),
        )

    def _done(self, wish: Wish, before: Session, after: Session) -> None:
        if wish.visit_id in self._known:
            self._known[wish.visit_id] = after
        if _stretch(before.state) != _stretch(after.state):
            self._undo.pop(wish.visit_id, None)
        back = _undoing(wish, before, after)
        if back is not None:
            self._undo.setdefault(wish.visit_id, []).append(back)
        self._asking.show_done(wish.visit_id)
        self._changed(after)

    def _refused(self, wish: Wish, trouble: ChartTrouble) -> None:
        self._own[wish.visit_id] = max(0, self._own.get(wish.visit_id, 0) - 1)
        self._asking.show_trouble(wish.visit_id, trouble.sentence)


def _stretch(state: SessionState) -> str:
    """States between which a count can still be taken back."""
    return "out" if state in OUT else "in" if state in RESTING else state


def _with_seen(wish: Wish, session: Session) -> Wish:
    """A typed count stands for the number that was on the screen when it was typed."""
    if wish.seen is not None or wish.do not in (Do.SET_IN, Do.SET_OUT):
        return wish
    return replace(wish, seen=session.count_in if wish.do is Do.SET_IN else session.count_out)


def _never_went_in(wish: Wish, session: Session, proposed: int) -> bool:
    """Whether a number inserted is to be lowered that only a report of missing needles can explain."""
    lowered = wish.do in (Do.ONE_IN, Do.SET_IN) and proposed < session.count_in
    return lowered and session.state in OUT and session.missing > 0


def _late(session: Session) -> bool:
    """Whether the number inserted is corrected rather than counted."""
    return session.state in RESTING | OUT


def _undoing(wish: Wish, before: Session, after: Session) -> Wish | None:
    """What takes a count back; a correction with a reason is corrected again instead."""
    if wish.sure or wish.do not in COUNTED or wish.words:
        return None
    sets_in = wish.do in (Do.ONE_IN, Do.SET_IN)
    if (before.count_in if sets_in else before.count_out) == (after.count_in if sets_in else after.count_out):
        return None
    if wish.do in (Do.ONE_IN, Do.ONE_OUT):
        return replace(wish, number=-wish.number, sure=True)
    was, now = (before.count_in, after.count_in) if sets_in else (before.count_out, after.count_out)
    return replace(wish, number=was, sure=True, seen=now)

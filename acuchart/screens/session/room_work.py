"""Carries out what is wanted of rooms, for the step of a visit and for the board alike. Knows no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from acuchart.charting.session import Sessions
from acuchart.clinic.session import Session, SessionState, unusual_minutes
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
    def show_trouble(self, visit_id: UUID, sentence: str) -> None: ...


def _settle(sessions: Sessions, wish: Wish) -> Session:
    told = wish.explained
    if told is None:
        raise AssertionError("a settlement says what became of the needles")
    return sessions.settle(
        wish.visit_id, told.fate, told.needles, told.words, told.point, told.consent, told.remove_on
    )


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
        if wish.do is Do.PAUSE_OR_GO_ON:
            if session.state is not SessionState.RETENTION:
                return None
            return replace(wish, do=Do.GO_ON if session.paused_at else Do.PAUSE)
        return _with_seen(wish, session)

    def _main(self, wish: Wish, session: Session) -> Wish | None:
        following = {
            SessionState.PLANNED: Do.BEGIN,
            SessionState.GOING_IN: Do.RETAIN,
            SessionState.RETENTION: Do.REMOVE,
            SessionState.COMING_OUT: Do.CLOSE,
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
        elif wish.do is Do.CLOSE and session.missing < 0 and not session.settlements:
            ask.ask_correction(visit_id, session.count_in, session.count_in - session.missing)
        else:
            return self._asks_for_words(wish, session)
        return True

    def _asks_for_words(self, wish: Wish, session: Session) -> bool:
        if wish.do is Do.REPORT:
            if session.missing > 0:
                self._asking.ask_missing(wish.visit_id)
            return True
        if wish.do is Do.CALL_OFF and not session.count_in and not wish.words.strip():
            self._asking.ask_why_none(wish.visit_id)
            return True
        return False

    def _do(self, wish: Wish, before: Session) -> None:
        self._own[wish.visit_id] = self._own.get(wish.visit_id, 0) + 1
        self._background.run(
            self,
            partial(ACTS[wish.do], self._sessions, wish),
            lambda after: self._done(wish, before, after),
            lambda trouble: self._refused(wish, trouble),
        )

    def _done(self, wish: Wish, before: Session, after: Session) -> None:
        self._known[wish.visit_id] = after
        if before.state is not after.state:
            self._undo.pop(wish.visit_id, None)
        back = _undoing(wish, before, after)
        if back is not None:
            self._undo.setdefault(wish.visit_id, []).append(back)
        self._changed(after)

    def _refused(self, wish: Wish, trouble: ChartTrouble) -> None:
        self._own[wish.visit_id] = max(0, self._own.get(wish.visit_id, 0) - 1)
        self._asking.show_trouble(wish.visit_id, trouble.sentence)


def _with_seen(wish: Wish, session: Session) -> Wish:
    """A typed count stands for the number that was on the screen when it was typed."""
    if wish.seen is not None or wish.do not in (Do.SET_IN, Do.SET_OUT):
        return wish
    return replace(wish, seen=session.count_in if wish.do is Do.SET_IN else session.count_out)


def _never_went_in(wish: Wish, session: Session, proposed: int) -> bool:
    """Whether a number inserted is to be lowered that only a report of missing needles can explain."""
    lowered = wish.do in (Do.ONE_IN, Do.SET_IN) and proposed < session.count_in
    return lowered and session.state is SessionState.COMING_OUT and session.missing > 0


def _late(session: Session) -> bool:
    """Whether the number inserted is corrected rather than counted."""
    return session.state in (SessionState.RETENTION, SessionState.COMING_OUT)


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

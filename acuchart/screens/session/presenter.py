"""The needling step of a visit: choosing a room, then the session in it."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from acuchart.charting.session import Sessions
from acuchart.clinic.bedside import Bedside
from acuchart.clinic.events import Event, SessionChanged, VisitChanged
from acuchart.clinic.left_in import press_needles
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.session.faces import Occupied, RoomCardFace, room_face
from acuchart.screens.session.room_work import Asking, RoomWork
from acuchart.screens.session.wishes import Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Step


class Heard(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., object], /) -> object: ...


class SessionView(Asking, Protocol):
    """What the presenter asks of the screen."""

    @property
    def wished(self) -> Heard: ...
    @property
    def prepare_wanted(self) -> Heard: ...
    @property
    def without_wanted(self) -> Heard: ...
    @property
    def points_wanted(self) -> Heard: ...
    @property
    def plan_wanted(self) -> Heard: ...

    def show_before(self, bedside: Bedside) -> None: ...
    def show_room(self, face: RoomCardFace) -> None: ...
    def show_over(self, bedside: Bedside) -> None: ...
    def show_refused(self, sentence: str) -> None: ...


class SessionPresenter:
    """One visit at the treatment table. Call `tick` a few times a second while the screen is shown."""

    def __init__(self, view: SessionView, sessions: Sessions, background: Background, go: Navigator) -> None:
        self._view = view
        self._sessions = sessions
        self._background = background
        self._go = go
        self._work = RoomWork(sessions, background, view, self._changed)
        self._wanted: UUID | None = None
        self._bedside: Bedside | None = None
        self._session: Session | None = None
        self._face: RoomCardFace | None = None
        view.wished.connect(self._wished)
        view.prepare_wanted.connect(self._prepare)
        view.without_wanted.connect(self._without)
        view.points_wanted.connect(lambda: self._to(Step.POINTS))
        view.plan_wanted.connect(lambda: self._to(Step.PLAN))

    def open(self, visit_id: UUID) -> None:
        """Shows the session of a visit, or what comes before it.

        Until it comes nothing can be done to the one shown before.
        """
        self._wanted = visit_id
        if self._bedside is not None and self._bedside.visit_id != visit_id:
            self._bedside = None
            self._work.know()
        self._background.run(
            self,
            lambda: self._sessions.bedside(visit_id),
            self._show,
            lambda trouble: self._refused(visit_id, trouble),
        )

    def heard(self, event: Event) -> None:
        """Another window or another step changed something."""
        bedside = self._bedside
        if bedside is None or not isinstance(event, SessionChanged | VisitChanged):
            return
        if event.visit_id != bedside.visit_id:
            if isinstance(event, SessionChanged) and self._session is None:
                self.open(bedside.visit_id)
        elif not (isinstance(event, SessionChanged) and self._work.own_change(event.visit_id)):
            self.open(bedside.visit_id)

    def leave(self) -> None:
        """Nothing waits here: every tap was written when it was made."""

    def tick(self, now: datetime) -> None:
        """Brings the clock up to date."""
        if self._bedside is None or self._session is None or self._session.closed_at is not None:
            return
        bedside = self._bedside
        number, name, staying = bedside.room_number, bedside.patient_name, press_needles(bedside.prescription)
        face = room_face(Occupied(self._session, number, name, bedside.flags, True, staying), now)
        if face != self._face:
            self._face = face
            self._view.show_room(face)

    def _show(self, bedside: Bedside) -> None:
        if bedside.visit_id != self._wanted:
            return
        self._bedside, self._session, self._face = bedside, bedside.session, None
        if bedside.session is None:
            self._work.know()
            self._view.show_before(bedside)
        elif bedside.session.state is SessionState.CLOSED:
            self._work.know(bedside.session)
            self._view.show_over(bedside)
        else:
            self._work.know(bedside.session)
            self.tick(self._sessions.clock.now())

    def _wished(self, wish: Wish) -> None:
        if self._bedside is not None and wish.visit_id == self._bedside.visit_id:
            self._work.carry_out(wish)

    def _changed(self, session: Session) -> None:
        if self._bedside is None or session.visit_id != self._bedside.visit_id:
            return
        if session.state is SessionState.CLOSED:
            self.open(session.visit_id)
            return
        self._session = session
        self._face = None
        self.tick(self._sessions.clock.now())

    def _prepare(self, room: str) -> None:
        if self._bedside is None:
            return
        visit_id = self._bedside.visit_id
        self._background.run(
            self,
            lambda: self._sessions.prepare(visit_id, room),
            lambda _s: self._open_again(visit_id),
            lambda trouble: self._refused(visit_id, trouble),
        )

    def _without(self) -> None:
        if self._bedside is None:
            return
        visit_id = self._bedside.visit_id
        self._background.run(
            self,
            lambda: self._sessions.without_needles(visit_id),
            lambda _s: self._open_again(visit_id),
            lambda trouble: self._refused(visit_id, trouble),
        )

    def _open_again(self, visit_id: UUID) -> None:
        if visit_id == self._wanted:
            self.open(visit_id)

    def _refused(self, visit_id: UUID, trouble: ChartTrouble) -> None:
        if visit_id == self._wanted:
            self._view.show_refused(trouble.sentence)

    def _to(self, step: Step) -> None:
        if self._bedside is not None:
            self._go.to_visit(self._bedside.visit_id, step)

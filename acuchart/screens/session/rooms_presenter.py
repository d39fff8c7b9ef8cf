"""The board of rooms: every session that is not closed, for those who treat and for the front desk."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from acuchart.charting.calls import RoomCalls
from acuchart.charting.session import Sessions
from acuchart.clinic.chart import RoomCard
from acuchart.clinic.events import Event, SessionChanged
from acuchart.clinic.session import HELD, RUNNING, Session, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.session.faces import Occupied, RoomCardFace, room_face
from acuchart.screens.session.presenter import Heard
from acuchart.screens.session.room_work import Asking, RoomWork
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Step
from acuchart.words import _

MOST_IN_ORDER = 6
"""With more rooms than this, the most urgent come first."""
HANDS_OFF = timedelta(seconds=5)
"""No card moves from under a hand: they are put in order once nobody has worked on the board for so long."""


class RoomsView(Asking, Protocol):
    """What the presenter asks of the board."""

    @property
    def wished(self) -> Heard: ...

    def show_rooms(self, faces: tuple[RoomCardFace, ...], needing: int) -> None: ...
    def choose(self, visit_id: UUID) -> None: ...
    def show_refused(self, sentence: str) -> None: ...


class RoomsPresenter:
    """All rooms. Call `tick` a few times a second while the screen is shown."""

    def __init__(
        self,
        view: RoomsView,
        sessions: Sessions,
        calls: RoomCalls,
        background: Background,
        go: Navigator,
    ) -> None:
        self._view = view
        self._sessions = sessions
        self._calls = calls
        self._background = background
        self._go = go
        self._clinical = sessions.sitting.user.treats
        self._work = RoomWork(sessions, background, view, self._changed)
        self._rooms: dict[UUID, Occupied] = {}
        self._faces: tuple[RoomCardFace, ...] | None = None
        self._front: UUID | None = None
        self._order: tuple[UUID, ...] = ()
        self._worked: datetime | None = None
        view.wished.connect(self._wished)

    def open(self) -> None:
        """Reads every room."""
        self._background.run(self, self._sessions.rooms, self._show, self._refused)

    def in_front(self, visit_id: UUID) -> None:
        """Chooses the room of a visit, so that the keys work there."""
        self._front = visit_id
        if visit_id in self._rooms:
            self._view.choose(visit_id)

    def heard(self, event: Event) -> None:
        """A room changed elsewhere."""
        if isinstance(event, SessionChanged) and not self._work.own_change(event.visit_id):
            self.open()

    def leave(self) -> None:
        """Nothing waits here: every tap was written when it was made."""

    def tick(self, now: datetime) -> None:
        """Brings the clocks up to date."""
        faces = self._in_order({key: room_face(room, now) for key, room in self._rooms.items()}, now)
        if faces != self._faces:
            self._faces = faces
            self._view.show_rooms(faces, sum(face.alarm for face in faces))

    def _in_order(self, faces: dict[UUID, RoomCardFace], now: datetime) -> tuple[RoomCardFace, ...]:
        """In the order of the rooms; where they are many, the most urgent first, but not under a hand."""
        if len(faces) <= MOST_IN_ORDER:
            return tuple(faces.values())
        at_work = self._worked is not None and abs(now - self._worked) < HANDS_OFF
        if not at_work or set(self._order) != set(faces):
            self._order = tuple(sorted(faces, key=lambda key: _urgency(faces[key])))
        return tuple(faces[key] for key in self._order)

    def _show(self, cards: tuple[RoomCard, ...]) -> None:
        self._rooms = {
            card.session.visit_id: Occupied(
                card.session, card.number, card.patient_name, card.flags, self._clinical, card.press_needles
            )
            for card in cards
        }
        self._work.know(*(card.session for card in cards))
        self._repaint()
        if self._front is not None:
            self.in_front(self._front)
            self._front = None

    def _repaint(self) -> None:
        self._faces = None
        self.tick(self._sessions.clock.now())

    def _wished(self, wish: Wish) -> None:
        self._worked = self._sessions.clock.now()
        if wish.do is Do.OPEN_VISIT:
            self._open_visit(wish.visit_id)
        elif wish.do is Do.CALL:
            self._call(wish.visit_id)
        elif self._clinical or wish.do is Do.SILENCE:
            self._work.carry_out(wish)

    def _call(self, visit_id: UUID) -> None:
        occupied = self._rooms.get(visit_id)
        if occupied is not None:
            room = occupied.session.room
            self._background.run(
                self,
                lambda: self._calls.raise_call(room),
                lambda _call: self._go.toast(_("Someone is asked to go to {room}").format(room=room)),
                self._refused,
            )

    def _changed(self, session: Session) -> None:
        occupied = self._rooms.get(session.visit_id)
        if session.state is SessionState.CLOSED or occupied is None:
            self.open()
            return
        self._rooms[session.visit_id] = replace(occupied, session=session)
        self._repaint()

    def _open_visit(self, visit_id: UUID) -> None:
        if self._clinical:
            self._go.to_visit(visit_id, Step.NEEDLING)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_refused(trouble.sentence)


def _urgency(face: RoomCardFace) -> tuple[bool, bool, bool, bool, int]:
    """Time up longest, the least time left, needles longest on their way, and last who has not begun."""
    running = face.state in RUNNING and not face.paused
    seconds = face.timer.seconds_left if running or face.alarm else -face.timer.seconds_left
    return not face.alarm, not face.due, not running, face.state not in HELD, seconds

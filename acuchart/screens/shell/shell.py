"""Who is signed in, what is locked, and what is told to whom. Knows no Qt but the window it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.events import ClinicChanged, Event, PrintQueueChanged, RoomCalled, SessionChanged
from acuchart.clinic.room_calls import RoomCall
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.navigator import ShellNavigator
from acuchart.screens.shell.rooms_watch import RoomFace, RoomsWatch, difference
from acuchart.screens.shell.saving import Saving
from acuchart.screens.shell.unlock.presenter import TONES, UnlockPresenter
from acuchart.words import Formats, _, ngettext, use_formats

if TYPE_CHECKING:
    # The lock screen is up before the database code is read.
    from acuchart.charting.clocks import Clocks
    from acuchart.charting.door import Door
    from acuchart.charting.sitting import Sitting


class ShellWindow(Protocol):
    """What the shell asks of the window."""

    def show_lock(self) -> None: ...
    def drop_screens(self) -> None: ...
    def show_frame(self) -> None: ...
    def show_person(self, name: str, tone: AvatarTone) -> None: ...
    def show_rooms(self, urgent: Sequence[RoomFace], in_order: Sequence[RoomFace]) -> None: ...
    def show_known(self, known: bool) -> None: ...
    def show_clock(self, words: str, locked_words: str) -> None: ...
    def show_badges(self, rooms: int, prints: int) -> None: ...
    def show_calls(self, calls: Sequence[RoomCall], may_answer: bool) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def show_stay(self, title: str, sentence: str, anyway: Callable[[], None] | None = None) -> None: ...
    def close_for_good(self) -> None: ...


class Idle(Protocol):
    """What notices that nobody uses the PC."""

    def start(self, minutes: int) -> None: ...
    def stop(self) -> None: ...


@dataclass(frozen=True)
class Opened:
    """What is read when somebody signs in."""

    details: ClinicDetails
    clocks: tuple[RoomClock, ...]
    shown_before: tuple[RoomClock, ...]
    prints: int
    calls: tuple[RoomCall, ...]


@dataclass(frozen=True)
class Doors:
    """What the shell does with the records, made where the database code is known."""

    clocks: "Callable[[Sitting], Clocks]"
    details: "Callable[[Sitting], ClinicDetails]"
    silence: "Callable[[Sitting, UUID], object]"
    furnish: "Callable[[Sitting], ShellNavigator]"
    queue_silence: Callable[[str, datetime], None]
    answer_call: "Callable[[Sitting, UUID], object]"
    end_day: "Callable[[Sitting], object]"


class Shell:
    """Locks and unlocks, keeps the clocks of the rooms going, refuses to close while needles are in."""

    def __init__(
        self,
        window: ShellWindow,
        background: Background,
        clock: Clock,
        watch: RoomsWatch,
        saving: Saving,
        idle: Idle,
        doors: Doors,
    ) -> None:
        self._window = window
        self._background = background
        self._clock = clock
        self._watch = watch
        self._saving = saving
        self._idle = idle
        self._doors = doors
        self._unlock: UnlockPresenter | None = None
        self._door: Door | None = None
        self._clocks: Clocks | None = None
        self._details: ClinicDetails | None = None
        self._last_user: UUID | None = None
        self._unwritten: list[tuple[str, datetime]] = []
        self._prints = 0
        self._lost = ""
        self._second = -1
        self._leaving = False
        self.sitting: Sitting | None = None
        self.navigator: ShellNavigator | None = None
        watch.listeners.append(lambda _faces: self._show_rooms())
        watch.phase_listeners.append(self._note_time)

    @property
    def locked(self) -> bool:
        """Whether nobody is signed in."""
        return self.sitting is None

    @property
    def details(self) -> ClinicDetails | None:
        """Letterhead and habits; None before the first person signed in."""
        return self._details

    def use(self, unlock: UnlockPresenter) -> None:
        """Takes the presenter of the lock screen."""
        self._unlock = unlock

    def open(self, door: "Door", shown: Sequence[RoomClock] = (), line: str = "") -> None:
        """Shows the lock screen of a clinic, with the rooms as last written down."""
        self._door = door
        self._watch.watch(shown)
        self._show_lock(line or _("Choose your name and type your passphrase."))

    def shut_out(self, trouble: ChartTrouble, shown: Sequence[RoomClock]) -> None:
        """The clinic can't be opened; who lies with needles is shown all the same."""
        self._watch.watch(shown)
        self._show_rooms()
        if self._unlock is not None:
            self._unlock.shut_out(trouble)

    def adopt(self, door: "Door") -> None:
        """Takes a clinic that was made just now."""
        self._door = door

    def signed_in(self, sitting: "Sitting") -> None:
        """Somebody unlocked, or founded the clinic; what waits unwritten behind the lock is written first."""
        self._saving.try_again()
        self._background.run(self, _nothing, lambda _done: self._change_over(sitting))

    def _change_over(self, sitting: "Sitting") -> None:
        self._lost = self._saving.give_up()
        self._forget_screens()
        clocks = self._doors.clocks(sitting)
        silenced, self._unwritten = self._unwritten, []
        old = self._clocks

        def read() -> Opened:
            if old is not None:
                old.close()
            for room, at in silenced:
                clocks.silenced_unseen(room, at)
            clocks.tell_silenced()
            opened = Opened(
                self._doors.details(sitting),
                clocks.running(),
                clocks.shown_before(),
                clocks.prints_waiting(),
                clocks.calls(),
            )
            clocks.write_down(self._clock.now())
            return opened

        self._clocks = clocks
        self._background.run(self, read, lambda opened: self._enter(sitting, opened), self._refused)

    def lock(self, line: str = "") -> None:
        """Covers everything with the lock screen; what is typed is written first."""
        if self.sitting is None or self.navigator is None or self.navigator.in_kiosk:
            return
        self._idle.stop()
        self.navigator.leave()
        self.sitting = None
        self._background.run(self, _nothing, lambda _done: self._drop_when_saved())
        self._show_lock(line or _("Choose your name and type your passphrase."))

    def lock_unused(self) -> None:
        """Nobody used the PC for a while."""
        minutes = self._details.lock_minutes if self._details else 0
        words = ngettext(
            "Locked after {n} minute without use", "Locked after {n} minutes without use", minutes
        )
        self.lock(words.format(n=minutes))

    def heard(self, event: Event) -> None:
        """Something was written down."""
        clocks = self._clocks
        if isinstance(event, SessionChanged) and clocks is not None:
            # The clocks were taken when it was written; here they are only shown.
            self._watch.tick()
        if isinstance(event, PrintQueueChanged) and clocks is not None:
            self._background.run(self, clocks.prints_waiting, self._show_prints)
        if isinstance(event, RoomCalled) and clocks is not None:
            self._background.run(self, clocks.calls, self._show_calls)
        if isinstance(event, ClinicChanged) and self.sitting is not None:
            sitting = self.sitting
            self._background.run(self, lambda: self._doors.details(sitting), self._take_details)
        if self.navigator is not None:
            self.navigator.heard(event)

    def tick(self) -> None:
        """A fifth of a second or so has passed."""
        self._watch.tick()
        if self.navigator is not None and self.sitting is not None:
            self.navigator.tick(self._clock.now())
        second = int(self._clock.now().timestamp())
        if second == self._second:
            return
        self._second = second
        if self.sitting is None and self.navigator is not None:
            self._drop_when_saved()
        if self._unlock is not None and self.sitting is None:
            self._unlock.tick()

    def silence(self, room: str = "") -> None:
        """Silences a room, or the newest alarm; it is written down as soon as the records are open."""
        room = room or self._watch.newest_alarm()
        face = next((face for face in self._watch.faces if face.face.room == room), None)
        if face is None or not face.alarm:
            return
        self._watch.silence(room)
        at, clocks, sitting, visit_id = self._clock.now(), self._clocks, self.sitting, face.visit_id
        if sitting is not None and visit_id is not None:
            self._background.run(self, lambda: self._doors.silence(sitting, visit_id))
        elif clocks is not None:
            self._background.run(self, lambda: clocks.silenced_unseen(room, at))
        else:
            self._queue(room, at)

    def _queue(self, room: str, at: datetime) -> None:
        try:
            self._doors.queue_silence(room, at)
        except ChartTrouble:
            self._unwritten.append((room, at))

    def _note_time(self) -> None:
        """Time brought another state: it is written down as well."""
        clocks = self._clocks
        if clocks is not None and not self._leaving:
            now = self._clock.now()
            self._background.run(self, lambda: clocks.note_time(now))

    def room_number(self, number: int) -> None:
        """Silences the room of that number, or opens it."""
        rooms = self._details.rooms if self._details else tuple(f.face.room for f in self._watch.faces)
        face = next((f for f in self._watch.faces if rooms[number - 1 : number] == (f.face.room,)), None)
        if face is None:
            return
        if face.alarm and not face.silenced:
            self.silence(face.face.room)
        elif self.navigator is not None and face.visit_id is not None:
            self.navigator.to_room(face.visit_id)

    def go_to(self, place: Place) -> None:
        """A place of the rail was tapped."""
        if self.navigator is not None:
            self.navigator.to(place)

    def go_to_step(self, step: Step) -> None:
        """A step of the visit was tapped."""
        if self.navigator is not None:
            self.navigator.to_step(step)

    def go_back(self) -> None:
        """The arrow of the patient bar was tapped."""
        if self.navigator is not None:
            self.navigator.back()

    def open_room(self, visit_id: UUID | None) -> None:
        """A timer was tapped; None stands for the whole board."""
        if self.navigator is not None and visit_id is not None:
            self.navigator.to_room(visit_id)
        elif self.navigator is not None:
            self.navigator.to(Place.ROOMS)

    def answer_call(self, call_id: UUID) -> None:
        """Somebody says that they go to the room."""
        sitting = self.sitting
        if sitting is not None:
            self._background.run(
                self,
                lambda: self._doors.answer_call(sitting, call_id),
                None,
                lambda trouble: self._window.show_trouble(trouble.sentence),
            )

    def end_day(self) -> None:
        """Ends the day of the clinic and locks the PC, unless somebody has needles in."""
        sitting = self.sitting
        if sitting is not None:
            self._background.run(
                self,
                lambda: self._doors.end_day(sitting),
                lambda _ended: self.lock(_("The day is ended. Every room is closed.")),
                lambda trouble: self._window.show_stay(_("Needles are in"), trouble.sentence),
            )

    def close_wanted(self) -> None:
        """Closes, unless somebody has needles in or something is not written yet."""
        if self._leaving or (self.navigator is not None and self.navigator.in_kiosk):
            return
        rooms = [clock.room for clock in self._watch.clocks]
        can_open = self._unlock is None or not self._unlock.broken
        if rooms and can_open:
            self._window.show_stay(
                _("Needles are in"),
                _("{rooms}: count the needles out and close the room first.").format(rooms=", ".join(rooms)),
            )
            return
        if self.navigator is not None:
            self.navigator.leave()
        self._background.run(self, _nothing, lambda _done: self._close_when_saved())

    def _close_when_saved(self) -> None:
        if self._saving.failed:
            if self.navigator is not None and self.sitting is not None:
                self.navigator.stay()
            self._window.show_stay(_("Not everything is saved"), self._saving.failed, self._close)
        else:
            self._close()

    def _close(self) -> None:
        self._leaving = True
        clocks = self._clocks
        closing = clocks.close if clocks is not None else _nothing
        self._background.run(self, closing, lambda _done: self._window.close_for_good())

    def _enter(self, sitting: "Sitting", opened: Opened) -> None:
        self.sitting, self._last_user = sitting, sitting.user.id
        self._take_details(opened.details)
        self._saving.fresh()
        self._window.show_person(sitting.user.name, TONES[sitting.user.role])
        self.navigator = self._doors.furnish(sitting)
        self._window.show_frame()
        self._watch.meet(opened.clocks)
        self._show_prints(opened.prints)
        self._show_calls(opened.calls)
        self.navigator.to(Place.TODAY)
        self._idle.start(opened.details.lock_minutes)
        told = (difference(opened.clocks, opened.shown_before), self._lost)
        if any(told):
            self._window.show_trouble(" ".join(told).strip())

    def _take_details(self, details: ClinicDetails) -> None:
        self._details = details
        use_formats(Formats(details.date_order.value, details.clock.value), self._clock.today)
        if self.sitting is not None:
            self._idle.start(details.lock_minutes)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._show_lock(trouble.sentence)

    def _show_lock(self, line: str) -> None:
        self._window.show_lock()
        if self._unlock is not None and self._door is not None:
            self._unlock.open(self._door, self._last_user, line)
        self._show_rooms()

    def _drop_when_saved(self) -> None:
        """Behind the lock the screens stay alive only as long as something in them is not written."""
        if self.sitting is None and not self._saving.failed:
            self._forget_screens()

    def _forget_screens(self) -> None:
        if self.navigator is not None:
            self.navigator.close()
        self.navigator = None
        self._window.drop_screens()

    def _show_prints(self, prints: int) -> None:
        self._prints = prints
        self._show_rooms()

    def _show_calls(self, calls: tuple[RoomCall, ...]) -> None:
        self._window.show_calls(calls, self.sitting is not None and self.sitting.user.treats)

    def _show_rooms(self) -> None:
        self._window.show_known(self._watch.known)
        self._window.show_rooms(self._watch.by_urgency(), self._watch.faces)
        self._window.show_clock(self._watch.clock_words, self._watch.set_words)
        self._window.show_badges(len(self._watch.faces), self._prints)


def _nothing() -> None:
    """Runs after everything that was handed in before."""

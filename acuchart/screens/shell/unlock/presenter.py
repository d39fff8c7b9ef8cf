"""Signing in. Knows no Qt."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from acuchart.clinic.clock import Clock
from acuchart.clinic.people import ROLE_WORDS, Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.unlock.sign_in import PersonWords
from acuchart.words import DateStyle, _, format_date, format_time

if TYPE_CHECKING:
    # The lock screen is up before the database code is read.
    from acuchart.charting.door import Door
    from acuchart.charting.sitting import Sitting
    from acuchart.records.vault import Person

OPENING_MS = 300
TONES = {Role.OWNER: AvatarTone.JADE, Role.PRACTITIONER: AvatarTone.SLATE, Role.FRONT_DESK: AvatarTone.OCHRE}


@runtime_checkable
class MustWait(Protocol):
    """A trouble after which the next try has to wait."""

    wait: timedelta


class UnlockScreen(Protocol):
    """What the presenter asks of the view."""

    def show_people(
        self, people: Sequence[PersonWords], owners: Sequence[PersonWords], chosen: UUID | None
    ) -> None: ...
    def show_line(self, words: str) -> None: ...
    def show_ready(self) -> None: ...
    def show_busy(self) -> None: ...
    def show_opening(self) -> None: ...
    def show_wrong(self, sentence: str) -> None: ...
    def show_waiting(self, sentence: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def show_time(self, time: str, date: str) -> None: ...
    def clear(self) -> None: ...


class UnlockPresenter:
    """Lists the people, tries a passphrase in the background, waits after too many wrong ones.

    Attributes:
        broken: Whether the clinic can't be opened at all.
    """

    def __init__(
        self,
        view: UnlockScreen,
        background: Background,
        clock: Clock,
        slow: Timer,
        unlocked: "Callable[[Sitting], None]",
    ) -> None:
        self._view = view
        self._background = background
        self._clock = clock
        self._slow = slow
        self._unlocked = unlocked
        self._door: Door | None = None
        self._chosen: UUID | None = None
        self._wait_until: datetime | None = None
        self._trying = False
        self.broken = False

    @property
    def waiting(self) -> bool:
        """Whether nothing can be typed for a while."""
        return self._wait_until is not None

    def open(self, door: "Door", chosen: UUID | None, line: str) -> None:
        """Shows the lock screen of a clinic, with the person who was here last."""
        self._door = door
        self._chosen = chosen
        self._settle()
        self._view.show_line(line)
        self._view.show_trouble("")
        self._view.clear()
        self.tick()
        self._background.run(
            self, lambda: (door.people(), door.wait(chosen)), self._show_people, self.shut_out
        )

    def choose(self, user_id: UUID) -> None:
        """Another person was chosen; each has wrong tries of their own."""
        door = self._door
        if door is None or user_id == self._chosen:
            return
        self._chosen = user_id
        self._wait_until = None
        self._background.run(self, lambda: door.wait(user_id), self._show_wait, self.shut_out)

    def unlock(self, user_id: UUID, passphrase: str) -> None:
        """Tries a passphrase."""
        door = self._door
        if door is not None:
            self._try(lambda: door.unlock(user_id, passphrase))

    def recover(self, user_id: UUID, recovery_key: str, new: str) -> None:
        """Tries the recovery key."""
        door = self._door
        if door is not None:
            self._try(lambda: door.recover(recovery_key, user_id, new))

    def tick(self) -> None:
        """A little time has passed."""
        now = self._clock.now()
        self._view.show_time(format_time(now), format_date(self._clock.today(), DateStyle.LONG))
        if self._wait_until is None:
            return
        left = ceil((self._wait_until - now).total_seconds())
        if left > 0:
            time = f"{left // 60}:{left % 60:02}"
            self._view.show_waiting(_("Try again in {time}").format(time=time))
        else:
            self._wait_until = None
            self._view.show_wrong("")

    def _try(self, attempt: "Callable[[], Sitting]") -> None:
        if self._trying or self.waiting:
            return
        self._trying = True
        self._view.show_busy()
        self._slow.start(OPENING_MS, self._view.show_opening)
        self._background.run(self, attempt, self._enter, self._refused)

    def _enter(self, sitting: "Sitting") -> None:
        # Until the day is open, or this is shown again, nobody else is let in.
        self._slow.stop()
        self._unlocked(sitting)
        self._view.clear()

    def _refused(self, trouble: ChartTrouble) -> None:
        self._settle()
        wait = trouble.wait if isinstance(trouble, MustWait) else timedelta(0)
        if wait:
            self._wait_until = self._clock.now() + wait
            self.tick()
        else:
            self._view.show_wrong(trouble.sentence)

    def _settle(self) -> None:
        self._trying = False
        self._slow.stop()

    def _show_people(self, found: "tuple[tuple[Person, ...], timedelta]") -> None:
        people, wait = found
        self.broken = False
        words = [_words(person) for person in people]
        owners = [_words(person) for person in people if person.role is Role.OWNER]
        chosen = self._chosen if any(p.id == self._chosen for p in people) else None
        self._chosen = chosen or (people[0].id if people else None)
        self._view.show_people(words, owners, self._chosen)
        self._view.show_ready()
        self._show_wait(wait)

    def _show_wait(self, wait: timedelta) -> None:
        self._wait_until = self._clock.now() + wait if wait else None
        if wait:
            self.tick()
        else:
            self._view.show_ready()

    def shut_out(self, trouble: ChartTrouble) -> None:
        """Nobody can sign in, because the clinic can't be opened."""
        self.broken = True
        self._view.show_people((), (), None)
        self._view.show_trouble(trouble.sentence)


def _words(person: "Person") -> PersonWords:
    role = _(ROLE_WORDS[person.role])
    if person.role is Role.FRONT_DESK:
        role = _("{role}, no clinical notes").format(role=role)
    return PersonWords(person.id, person.name, role, TONES[person.role])

"""What keeps the parts of one visit written, also after another visit was opened. Knows no Qt."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from uuid import UUID

from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator

Part = TypeVar("Part")


class Saves:
    """Parts of one visit, each saved by itself. They stay bound to it, whatever is opened next.

    `on_conflict` is called with the id of the visit and a sentence when a part was changed elsewhere; that
    part is kept unwritten until a person chooses, and `conflict` says why. The others go on.
    """

    def __init__(
        self,
        visit_id: UUID,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
    ) -> None:
        self.visit_id = visit_id
        self.conflict = ""
        self._background, self._go, self._timer = background, go, timer
        self._on_conflict = on_conflict
        self._parts: list[Autosave[Any]] = []

    def part(self, write: Callable[[Part, Part], Part], kept: Part) -> Autosave[Part]:
        """One more part, as it stands in the records now."""
        made = Autosave(self._background, self._go, write, self._failed, self._timer(), self._timer())
        made.start(kept)
        self._parts.append(made)
        return made

    @property
    def clean(self) -> bool:
        """Whether everything typed is written."""
        return all(part.clean for part in self._parts)

    @property
    def in_conflict(self) -> bool:
        """Whether a person has to choose for some part."""
        return any(part.in_conflict for part in self._parts)

    def flush(self) -> None:
        """Writes at once what waits."""
        for part in self._parts:
            part.flush()

    def stop(self) -> None:
        """Forgets what waits."""
        self.conflict = ""
        for part in self._parts:
            part.stop()

    def _failed(self, trouble: ChartTrouble) -> None:
        """A failure is tried again by itself; a change from elsewhere waits for a person."""
        if isinstance(trouble, ChangedElsewhere):
            self.conflict = trouble.sentence
            self._on_conflict(self.visit_id, trouble.sentence)


OfVisit = TypeVar("OfVisit", bound=Saves)


class SavesInHand(Generic[OfVisit]):
    """What keeps the visit on show written, and what is still unwritten of visits shown before.

    Attributes:
        now: Of the visit on show; None until it was read.
    """

    def __init__(self) -> None:
        self.now: OfVisit | None = None
        self._before: list[OfVisit] = []

    @property
    def clean(self) -> bool:
        """Whether everything typed for the visit on show is written."""
        return self.now is None or self.now.clean

    def unwritten(self, visit_id: UUID) -> OfVisit | None:
        """What still has something to write into a visit."""
        known = (self.now, *self._before)
        return next((s for s in known if s is not None and s.visit_id == visit_id and not s.clean), None)

    def take(self, saves: OfVisit | None) -> None:
        """Goes on with what keeps another visit written, or the same one anew."""
        if self.now is not None and self.now is not saves:
            self._before.append(self.now)
        self._before = [before for before in self._before if before is not saves]
        self.now = saves

    def turn_to(self, visit_id: UUID) -> None:
        """Another visit is opened. What was left unwritten of it is in hand again."""
        self.flush()
        self.take(self.unwritten(visit_id))

    def flush(self) -> None:
        """Writes at once what waits, for whatever visit."""
        self._before = [saves for saves in self._before if not saves.clean]
        for saves in (*self._before, self.now):
            if saves is not None:
                saves.flush()

    def stop(self) -> None:
        """Forgets what waits for the visit on show."""
        if self.now is not None:
            self.now.stop()

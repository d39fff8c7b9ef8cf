"""What keeps the words and reactions of one visit written. Knows no Qt."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from acuchart.charting.note import Notes
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import NoteWords, Reactions, Visit
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator


class NoteSaves:
    """Two parts of one visit, each saved by itself. It stays bound to its visit, whatever is opened next.

    `on_conflict` is called with the id of the visit and a sentence when a part was changed elsewhere; that
    part is kept unwritten until a person chooses, and `conflict` says why.
    """

    def __init__(
        self,
        notes: Notes,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
        visit: Visit,
    ) -> None:
        self._notes = notes
        self._on_conflict = on_conflict
        self.conflict = ""
        self.visit_id = visit.id
        self.words = Autosave(background, go, self._write_words, self._failed, timer(), timer())
        self.reactions = Autosave(background, go, self._write_reactions, self._failed, timer(), timer())
        self.words.start(visit.note_words)
        self.reactions.start(visit.reactions)

    @property
    def clean(self) -> bool:
        """Whether everything typed is written."""
        return self.words.clean and self.reactions.clean

    def flush(self) -> None:
        """Writes at once what waits."""
        self.words.flush()
        self.reactions.flush()

    def stop(self) -> None:
        """Forgets what waits."""
        self.conflict = ""
        self.words.stop()
        self.reactions.stop()

    def upon(self, visit: Visit) -> Visit:
        """The visit with what was typed and is not written yet."""
        words, reactions = self.words.value, self.reactions.value
        return replace(visit, note_words=words or visit.note_words, reactions=reactions or visit.reactions)

    def _write_words(self, new: NoteWords, seen: NoteWords) -> NoteWords:
        return self._notes.write(self.visit_id, new, seen).note_words

    def _write_reactions(self, new: Reactions, seen: Reactions) -> Reactions:
        return self._notes.record_reactions(self.visit_id, new, seen).reactions

    def _failed(self, trouble: ChartTrouble) -> None:
        """A failure is tried again by itself; a change from elsewhere waits for a person."""
        if isinstance(trouble, ChangedElsewhere):
            self.conflict = trouble.sentence
            self._on_conflict(self.visit_id, trouble.sentence)

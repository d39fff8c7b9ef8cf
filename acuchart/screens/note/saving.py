"""What keeps the words and reactions of one visit written. Knows no Qt."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from acuchart.charting.note import Notes
from acuchart.clinic.visit import NoteWords, Reactions, Visit
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import Saves


class NoteSaves(Saves):
    """Words and reactions, the two parts of a note that are typed."""

    def __init__(
        self,
        notes: Notes,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
        visit: Visit,
    ) -> None:
        super().__init__(visit.id, background, go, timer, on_conflict)
        self._notes = notes
        self.words = self.part(self._write_words, visit.note_words)
        self.reactions = self.part(self._write_reactions, visit.reactions)

    def start(self, visit: Visit) -> None:
        """Begins anew with the parts as they stand in the records."""
        self.words.start(visit.note_words)
        self.reactions.start(visit.reactions)

    def upon(self, visit: Visit) -> Visit:
        """The visit with what was typed and is not written yet."""
        words, reactions = self.words.value, self.reactions.value
        return replace(visit, note_words=words or visit.note_words, reactions=reactions or visit.reactions)

    def _write_words(self, new: NoteWords, seen: NoteWords) -> NoteWords:
        return self._notes.write(self.visit_id, new, seen).note_words

    def _write_reactions(self, new: Reactions, seen: Reactions) -> Reactions:
        return self._notes.record_reactions(self.visit_id, new, seen).reactions

"""Turns what a person does on the note into use cases."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar
from uuid import UUID

from acuchart.charting.note import Notes, ReadNote
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import Event, PatientChanged, SessionChanged, VisitChanged
from acuchart.clinic.note import Note
from acuchart.clinic.safety import Check, checks_before_signing
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.clinic.visit import NoteWords, Reactions
from acuchart.screens.note.saving import NoteSaves
from acuchart.screens.note.seen import (
    CHECK_STEPS,
    FIELDS,
    PART_STEPS,
    NoteFace,
    addendum_cards,
    check_rows,
    old_line,
    seal_of,
    with_words,
)
from acuchart.screens.shell.autosave import Timer, once_written
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import SavesInHand
from acuchart.screens.shell.unfinished import FormInHand, UnfinishedForms
from acuchart.words import _

Told = TypeVar("Told")
_ADDENDUM = "note.addendum"
"""The field of the addendum."""


class Heard(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., object], /) -> object: ...


class NoteView(Protocol):
    """What the presenter asks of the screen."""

    @property
    def words_typed(self) -> Heard: ...
    @property
    def reactions_changed(self) -> Heard: ...
    @property
    def sign_wanted(self) -> Heard: ...
    @property
    def later_wanted(self) -> Heard: ...
    @property
    def take_over_wanted(self) -> Heard: ...
    @property
    def check_wanted(self) -> Heard: ...
    @property
    def source_wanted(self) -> Heard: ...
    @property
    def addendum_typed(self) -> Heard: ...
    @property
    def add_wanted(self) -> Heard: ...
    @property
    def theirs_wanted(self) -> Heard: ...
    @property
    def mine_wanted(self) -> Heard: ...

    def show_note(self, face: NoteFace) -> None: ...
    def show_checks(self, face: NoteFace) -> None: ...
    def show_addendum_draft(self, words: str) -> None: ...
    def show_signing(self, busy: bool) -> None: ...
    def show_wrong_passphrase(self, sentence: str) -> None: ...
    def show_conflict(self, sentence: str) -> None: ...
    def show_refused(self, sentence: str) -> None: ...
    def point_at_reactions(self) -> None: ...


class NotePresenter:
    """The note of one visit."""

    def __init__(
        self,
        view: NoteView,
        notes: Notes,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        forms: UnfinishedForms,
    ) -> None:
        self._view = view
        self._notes = notes
        self._background = background
        self._go = go
        self._visit_id: UUID | None = None
        self._chart: VisitChart | None = None
        self._note: Note | None = None
        self._names: Mapping[object, str] = {}
        self._forms = forms
        self._addendum: FormInHand | None = None
        self._make_saves = partial(NoteSaves, notes, background, go, timer, self._conflict)
        self._saves = SavesInHand[NoteSaves]()
        self._typed = NoteWords()
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.words_typed.connect(self._type)
        view.reactions_changed.connect(self._react)
        view.sign_wanted.connect(self._sign)
        view.later_wanted.connect(self._later)
        view.take_over_wanted.connect(self._take_over)
        view.check_wanted.connect(self._to_check)
        view.source_wanted.connect(self._to_source)
        view.addendum_typed.connect(self._draft_addendum)
        view.add_wanted.connect(self._add)
        view.theirs_wanted.connect(self._take_theirs)
        view.mine_wanted.connect(self._keep_mine)

    def open(self, visit_id: UUID) -> None:
        """Shows the note of a visit."""
        self._saves.turn_to(visit_id)
        self._visit_id, self._chart = visit_id, None
        self._view.show_signing(False)
        self._read(self._show)

    def heard(self, event: Event) -> None:
        """Something the note is written from has changed; what is typed here is known already."""
        chart = self._chart
        if chart is None or not self._saves.clean:
            return
        of_visit = isinstance(event, VisitChanged | SessionChanged) and event.visit_id == chart.visit.id
        of_patient = isinstance(event, PatientChanged) and event.patient_id == chart.patient.id
        if of_visit or of_patient:
            self._read(self._show)

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._saves.flush()

    def _read(self, then: Callable[[ReadNote], None]) -> None:
        visit_id = self._visit_id
        if visit_id is not None:
            self._background.run(
                self,
                lambda: self._notes.read(visit_id),
                lambda read: self._if_in_sight(visit_id, then, read),
                lambda trouble: self._refused(visit_id, trouble),
            )

    def _if_in_sight(self, visit_id: UUID, then: Callable[[Told], object], told: Told) -> None:
        """What comes late is told to nobody: another visit may have been opened since."""
        if visit_id == self._visit_id:
            then(told)

    def _refused(self, visit_id: UUID, trouble: ChartTrouble) -> None:
        self._if_in_sight(visit_id, self._view.show_refused, trouble.sentence)

    def _show(self, read: ReadNote) -> None:
        chart, note = read.chart, read.note
        saves = self._saves.now or self._make_saves(chart.visit)
        if saves.clean:
            saves.start(chart.visit)
        elif self._chart is not None:
            # What is typed is never overwritten.
            return
        else:
            # It was typed before another visit was opened, and could not be written.
            chart = replace(chart, visit=saves.upon(chart.visit))
            note = with_words(note, chart.visit.note_words)
        self._saves.now, self._chart, self._note, self._names = saves, chart, note, read.names
        self._typed = chart.visit.note_words
        self._view.show_note(self._face(chart, note))
        if saves.conflict:
            self._view.show_conflict(saves.conflict)
        if chart.visit.signed:
            self._take_up_addendum(chart.visit.id)

    def _take_up_addendum(self, visit_id: UUID) -> None:
        """An addition that was begun stands there again; one being typed is left alone."""
        form = Form("addendum", visit_id)
        if self._addendum is not None and self._addendum.form == form:
            return
        self._view.show_addendum_draft("")
        self._addendum = self._forms.take_up(
            form, lambda typed: self._show_addendum(visit_id, typed[_ADDENDUM])
        )

    def _show_addendum(self, visit_id: UUID, words: str) -> None:
        if visit_id == self._visit_id:
            self._view.show_addendum_draft(words)

    def _face(self, chart: VisitChart, note: Note) -> NoteFace:
        visit = chart.visit
        checks = checks_before_signing(
            visit, chart.course.complaint, chart.session, chart.cautions, chart.kept_dangers
        )
        return NoteFace(
            number=visit.number,
            note=note,
            checks=check_rows(checks, chart),
            reactions=visit.reactions,
            mine=visit.practitioner_id == self._notes.user_id,
            practitioner=self._names.get(visit.practitioner_id, ""),
            old="" if visit.signed else old_line(chart, self._notes.clock.today()),
            seal=seal_of(chart, self._names),
            addenda=addendum_cards(chart, self._names),
        )

    # Writing.

    def _type(self, letter: str, words: str) -> None:
        if self._saves.now is not None and self._chart is not None:
            self._typed = replace(self._typed, **{FIELDS[letter]: words})
            self._saves.now.words.changed(self._typed)

    def _react(self, reactions: Reactions) -> None:
        chart, note, saves = self._chart, self._note, self._saves.now
        if chart is None or note is None or saves is None:
            return
        self._chart = replace(chart, visit=replace(chart.visit, reactions=reactions))
        saves.reactions.changed(reactions)
        self._view.show_checks(self._face(self._chart, note))

    def _conflict(self, visit_id: UUID, sentence: str) -> None:
        if visit_id == self._visit_id:
            self._view.show_conflict(sentence)
        else:
            self._go.toast(sentence)

    def _take_theirs(self) -> None:
        self._saves.stop()
        self._read(self._show)

    def _keep_mine(self) -> None:
        """What stands on the screen goes over what is in the records now."""
        chart, typed = self._chart, self._typed
        if chart is None:
            return
        reactions = chart.visit.reactions

        def write_over(read: ReadNote) -> None:
            self._saves.stop()
            self._saves.now = saves = self._make_saves(read.chart.visit)
            saves.words.changed(typed)
            saves.reactions.changed(reactions)
            saves.flush()

        self._read(write_over)

    # Signing.

    def _sign(self, passphrase: str) -> None:
        """What was typed is written first; jobs on records keep their order."""
        chart = self._chart
        if chart is None:
            return
        self._view.show_signing(True)
        sign = partial(self._sign_written, chart.visit.id, passphrase)
        once_written(self, self._background, self.leave, lambda: self._saves.clean, sign, sign)

    def _sign_written(self, visit_id: UUID, passphrase: str) -> None:
        if visit_id != self._visit_id:
            # Somebody has left the note before it was signed.
            return
        if not self._saves.clean:
            self._not_signed(_("What you typed is not saved yet. Try again in a moment."))
            return
        self._background.run(
            self,
            lambda: self._notes.sign(visit_id, passphrase),
            lambda _visit: self._signed(visit_id),
            lambda trouble: self._if_in_sight(visit_id, self._not_signed, trouble.sentence),
        )

    def _signed(self, visit_id: UUID) -> None:
        if visit_id == self._visit_id:
            self._view.show_signing(False)
            self._read(self._show)

    def _not_signed(self, sentence: str) -> None:
        self._view.show_signing(False)
        self._view.show_wrong_passphrase(sentence)

    def _draft_addendum(self, words: str) -> None:
        if self._addendum is not None:
            self._addendum.change({_ADDENDUM: words} if words else {})

    def _add(self, words: str, passphrase: str) -> None:
        chart, begun = self._chart, self._addendum
        if chart is None:
            return
        visit_id = chart.visit.id
        self._view.show_signing(True)
        self._background.run(
            self,
            lambda: self._notes.add(visit_id, words, passphrase),
            lambda _addendum: self._added(visit_id, begun),
            lambda trouble: self._if_in_sight(visit_id, self._not_signed, trouble.sentence),
        )

    def _added(self, visit_id: UUID, begun: FormInHand | None) -> None:
        if begun is not None:
            begun.close()
        if begun is self._addendum:
            self._addendum = None
        self._signed(visit_id)

    def _take_over(self) -> None:
        chart = self._chart
        if chart is not None:
            self._background.run(
                self,
                lambda: self._notes.take_over(chart.visit.id),
                lambda _visit: self._read(self._show),
                lambda trouble: self._refused(chart.visit.id, trouble),
            )

    # Leaving.

    def _later(self) -> None:
        self.leave()
        self._go.back()

    def _to_check(self, key: str) -> None:
        step = CHECK_STEPS.get(Check(key))
        if step is None:
            self._view.point_at_reactions()
        elif self._chart is not None:
            self._go.to_visit(self._chart.visit.id, step)

    def _to_source(self, letter: str) -> None:
        if self._chart is not None:
            self._go.to_visit(self._chart.visit.id, PART_STEPS[letter])

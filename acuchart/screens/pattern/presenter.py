"""Turns what a person does on the pattern panel into use cases; weighs the ledger anew at each change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from acuchart.charting.pattern import Patterns
from acuchart.charting.visits import Visits
from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.eight_principles import eight_principles
from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.events import Event, VisitChanged
from acuchart.clinic.findings import FindingState
from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.clinic.ledger import Ledger, weigh
from acuchart.clinic.named_places import with_named_places
from acuchart.clinic.painful_channels import painful_channels
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.unfitting import unfitting
from acuchart.clinic.visit import Assessment, Examination, Visit
from acuchart.knowledge import Knowledge
from acuchart.screens.pattern.lines import Choice, Lines, Question, lines_of, question_of, rows_shown
from acuchart.screens.pattern.summaries import Summary, channels_summary, principles_summary
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _, format_moment


class Wish(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


class PatternView(Protocol):
    """What the presenter asks of the panel."""

    @property
    def answered(self) -> Wish: ...
    @property
    def finding_wanted(self) -> Wish: ...
    @property
    def chosen(self) -> Wish: ...
    @property
    def confirmed(self) -> Wish: ...
    @property
    def change_wanted(self) -> Wish: ...

    def begin(self) -> None: ...
    def show_lines(self, lines: Lines) -> None: ...
    def show_around(self, channels: Summary, principles: Summary) -> None: ...
    def show_question(self, question: Question | None, asking: bool) -> None: ...
    def show_choice(self, choice: Choice, stamp: str, read_only: bool) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...


class PatternPresenter:
    """The ledger and the assessment of one visit, fed by whoever records the findings.

    `answer_with` gives it the way to write a finding, `show_findings_with` the way to bring one into sight.
    """

    def __init__(
        self,
        view: PatternView,
        patterns: Patterns,
        visits: Visits,
        knowledge: Knowledge,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
    ) -> None:
        self._view = view
        self._use_cases = patterns
        self._visits = visits
        self._patterns = knowledge.patterns
        self._findings = knowledge.findings
        self._channels = knowledge.channels
        self._regions: tuple[str, ...] = ()
        self._background = background
        self._go = go
        self._timer = timer
        self._visit: Visit | None = None
        self._found = Examination()
        self._ledger = Ledger()
        self._choice = Assessment()
        self._theirs: Assessment | None = None
        self._skipped: set[str] = set()
        self._unfitting: frozenset[str] = frozenset()
        self._saves: Autosave[Assessment] | None = None
        self._finishing: list[tuple[UUID, Autosave[Assessment]]] = []
        self._answer: Callable[[str, FindingState], None] | None = None
        self._question: Question | None = None
        self._write_findings: Callable[[], None] = lambda: None
        view.answered.connect(self._answered)
        view.chosen.connect(self._chosen)
        view.confirmed.connect(self._confirm)
        view.change_wanted.connect(self._reopen)

    @property
    def question(self) -> Question | None:
        """What is asked at the moment."""
        return self._question

    def answer_with(self, answer: Callable[[str, FindingState], None]) -> None:
        """Takes the way to write the answer of a question into the findings."""
        self._answer = answer

    def write_findings_with(self, write: Callable[[], None]) -> None:
        """Takes the way to write findings at once: what is confirmed stands on all of them."""
        self._write_findings = write

    def show_findings_with(self, show: Callable[[str], None]) -> None:
        """Takes the way to bring a finding into sight."""
        self._view.finding_wanted.connect(show)

    def wait(self) -> None:
        """Another visit is on its way; nothing can be done to the one shown before any more."""
        self._visit = self._question = None

    def show(self, chart: VisitChart) -> None:
        """A visit comes into sight."""
        if self._visit is None or self._visit.id != chart.visit.id:
            self._view.begin()
            self._skipped.clear()
            self._ledger = Ledger()
        pregnant = chart.flags[FlagKind.PREGNANCY].state is FlagState.YES
        self._unfitting = unfitting(self._findings, chart.patient.sex, pregnant)
        self._keep(chart.visit, None if chart.visit.signed else self._unwritten(chart.visit.id))
        self._examined(chart.visit.examination)
        if self._saves is not None and self._saves.in_conflict:
            self._compare(chart)

    def examined(self, found: Examination) -> None:
        """The findings changed."""
        self._examined(found)

    def hurts(self, regions: tuple[str, ...]) -> None:
        """The painful regions of the complaint, painted by the patient or named."""
        if regions != self._regions:
            self._regions = regions
            self._show_around()

    def heard(self, event: Event) -> None:
        """Findings that changed take back the confirmation that stood on the earlier ones."""
        visit, confirmed = self._visit, self._choice.confirmed_at is not None
        if isinstance(event, VisitChanged) and visit is not None and visit.id == event.visit_id and confirmed:
            self._background.run(self, lambda: self._visits.open(visit.id), self._look_again)

    def _look_again(self, chart: VisitChart) -> None:
        theirs = chart.visit.assessment
        if self._choice.confirmed_at is None or theirs.confirmed_at is not None:
            return
        self._if_in_sight(chart.visit)
        if self._visit is not None and self._visit.id == chart.visit.id:
            self._view.show_trouble(_("The findings changed. Confirm the pattern again."))

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._finishing = [
            (of, saves) for of, saves in self._finishing if saves is self._saves or not saves.clean
        ]
        for _of, saves in self._finishing:
            saves.flush()

    def _unwritten(self, visit_id: UUID) -> Autosave[Assessment] | None:
        """What was chosen in a visit and could not be written yet."""
        mine = (saves for of, saves in self._finishing if of == visit_id and not saves.clean)
        return next(mine, None)

    def _keep(self, visit: Visit, unwritten: Autosave[Assessment] | None = None) -> None:
        """Takes the visit as it is in the database, or with what is still to be written there."""
        if unwritten is None:
            write, told = partial(self._write, visit.id), partial(self._not_written, visit.id)
            unwritten = Autosave(self._background, self._go, write, told, self._timer(), self._timer())
            unwritten.start(visit.assessment)
            self._finishing.append((visit.id, unwritten))
        self._visit, self._saves, self._theirs = visit, unwritten, None
        self._choice = unwritten.value or visit.assessment
        self._view.show_trouble("")
        self._show_choice()

    def _write(self, visit_id: UUID, new: Assessment, seen: Assessment) -> Assessment:
        return self._use_cases.write(visit_id, new, seen).assessment

    def _not_written(self, visit_id: UUID, trouble: ChartTrouble) -> None:
        """A failure is tried again by itself; a change from elsewhere is looked up and told."""
        if self._visit is None or self._visit.id != visit_id:
            return
        self._view.show_trouble(trouble.sentence)
        if isinstance(trouble, ChangedElsewhere):
            self._background.run(self, lambda: self._visits.open(visit_id), self._compare)

    def _compare(self, chart: VisitChart) -> None:
        """Says what stands in the other window; what is here replaces it once typed on or confirmed."""
        if self._visit is None or self._visit.id != chart.visit.id or self._saves is None:
            return
        theirs = chart.visit.assessment
        known = self._patterns.get(theirs.primary)
        name = _(known.label) if known else theirs.primary or _("no pattern")
        sentence = _(
            "Changed in another window, which now says: {pattern}. What is here replaces it once you go on."
        )
        self._theirs = theirs
        self._view.show_trouble(sentence.format(pattern=name))

    # The ledger.

    def _examined(self, found: Examination) -> None:
        self._found = found
        observations = with_named_places(found.observations)
        self._ledger = weigh(self._patterns, observations, self._ledger.order)
        self._view.show_lines(lines_of(self._ledger, self._patterns, self._findings))
        self._show_around()
        self._ask()

    def _show_around(self) -> None:
        observations = with_named_places(self._found.observations)
        lying = painful_channels(self._regions, self._channels, self._patterns, observations)
        principles = eight_principles(self._patterns, observations)
        elements = weigh_elements(self._patterns, observations)
        self._view.show_around(
            channels_summary(lying, self._patterns, self._findings),
            principles_summary(principles, elements, self._findings),
        )

    def _ask(self) -> None:
        asking = bool(self._ledger.rows) and not self._signed
        wanted = None
        if asking:
            observations = with_named_places(self._found.observations)
            skip = self._skipped | self._unfitting
            wanted = ask_next(self._ledger, self._patterns, observations, self._findings, skip)
        self._question = question_of(self._findings[wanted], self._ledger, self._patterns) if wanted else None
        self._view.show_question(self._question, asking)

    def _answered(self, state: FindingState) -> None:
        if self._question is None or self._answer is None:
            return
        if state is FindingState.NOT_ASKED:
            self._skipped.add(self._question.finding_id)
            self._ask()
        else:
            self._answer(self._question.finding_id, state)

    # The assessment.

    @property
    def _signed(self) -> bool:
        return self._visit is None or self._visit.signed

    def _chosen(self, choice: Choice) -> None:
        if self._saves is not None and not self._signed and self._choice.confirmed_at is None:
            self._choice = replace(
                self._choice, primary=choice.primary, secondary=choice.secondary, words=choice.words
            )
            self._view.show_trouble("")
            self._saves.changed(self._choice)
            self._go_on()

    def _confirm(self) -> None:
        visit, choice, shown = self._visit, self._choice, rows_shown(self._ledger)
        if visit is None or self._signed or choice.confirmed_at is not None:
            return
        self._go_on()
        self._write_findings()
        self.leave()
        seen = (self._saves.value if self._saves is not None else None) or choice
        self._background.run(
            self,
            lambda: self._use_cases.confirm(visit.id, choice, shown, seen),
            self._if_in_sight,
            partial(self._not_written, visit.id),
        )

    def _go_on(self) -> None:
        """What is here goes over what another window wrote, now that the person has read it."""
        theirs, self._theirs = self._theirs, None
        if theirs is not None and self._saves is not None and self._saves.in_conflict:
            self._saves.settle(theirs)
        elif theirs is not None and self._saves is not None and self._saves.clean:
            self._saves.start(theirs)

    def _reopen(self) -> None:
        visit = self._visit
        if visit is not None and not self._signed:
            self._background.run(
                self,
                lambda: self._use_cases.reopen(visit.id),
                self._if_in_sight,
                partial(self._not_written, visit.id),
            )

    def _if_in_sight(self, visit: Visit) -> None:
        if self._visit is not None and self._visit.id == visit.id:
            self._keep(visit)

    def _show_choice(self) -> None:
        choice = self._choice
        shown = Choice(choice.primary, choice.secondary, choice.words)
        self._view.show_choice(shown, self._stamp(), self._signed)

    def _stamp(self) -> str:
        choice = self._choice
        if choice.confirmed_at is None:
            return ""
        when = format_moment(choice.confirmed_at)
        if choice.confirmed_by == self._use_cases.user_id:
            name = self._use_cases.sitting.user.name
            return _("Confirmed {when} by {name}").format(when=when, name=name)
        return _("Confirmed {when}").format(when=when)

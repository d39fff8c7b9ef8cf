"""Turns what a person does on the findings screen into use cases."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.visits import Visits
from acuchart.clinic.carrying import copied, still_to_confirm, waiting
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Complaint
from acuchart.clinic.events import Event, IntakeChanged, VisitSigned
from acuchart.clinic.findings import Finding, FindingState, Observation, contradictions
from acuchart.clinic.flags import flag_word
from acuchart.clinic.red_flags import Action, RedFlag, raised
from acuchart.clinic.safety import open_red_flags
from acuchart.clinic.unfinished import Form
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer
from acuchart.knowledge import Knowledge
from acuchart.screens.findings import entry
from acuchart.screens.findings.complaint import Typed, Wrong, read, typed_of
from acuchart.screens.findings.entry import WHOLE, Spot
from acuchart.screens.findings.saving import Answers, VisitSaves
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import SavesInHand
from acuchart.words import _


class Wish(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


class FindingsView(Protocol):
    """What the presenter asks of the screen."""

    @property
    def stated(self) -> Wish: ...
    @property
    def words_typed(self) -> Wish: ...
    @property
    def checked_in(self) -> Wish: ...
    @property
    def complaint_typed(self) -> Wish: ...
    @property
    def red_flag_answered(self) -> Wish: ...
    @property
    def red_flag_decided(self) -> Wish: ...
    @property
    def rate_typed(self) -> Wish: ...
    @property
    def cleared(self) -> Wish: ...
    @property
    def copy_wanted(self) -> Wish: ...
    @property
    def settled(self) -> Wish: ...
    @property
    def theirs_taken(self) -> Wish: ...
    @property
    def mine_kept(self) -> Wish: ...

    def show_visit(self, number: int, earlier: int | None, read_only: bool) -> None: ...
    def show_complaint(self, typed: Typed, chronic: bool | None) -> None: ...
    def show_complaint_wrong(self, wrong: Wrong) -> None: ...
    def show_check_in(self, answers: CheckIn) -> None: ...
    def show_examination(
        self, found: Examination, left: tuple[Observation, ...], odd: tuple[tuple[str, str], ...]
    ) -> None: ...
    def show_red_flags(self, answers: Mapping[str, RedFlagAnswer], raised_by: Mapping[str, str]) -> None: ...
    def show_alerts(self, flags: tuple[RedFlag, ...], adding: Mapping[str, str]) -> None: ...
    def show_conflict(self, differing: tuple[str, ...]) -> None: ...
    def show_finding(self, finding_id: str) -> None: ...


class Beside(Protocol):
    """What stands beside the findings and follows them: the pattern panel."""

    def wait(self) -> None: ...
    def show(self, chart: VisitChart) -> None: ...
    def examined(self, found: Examination) -> None: ...
    def hurts(self, regions: tuple[str, ...]) -> None: ...
    def heard(self, event: Event) -> None: ...
    def leave(self) -> None: ...


class FindingsPresenter:
    """One visit's findings. `beside` is told of every change; call `answer` and `show_finding` from there."""

    def __init__(
        self,
        view: FindingsView,
        visits: Visits,
        findings: Findings,
        courses: Courses,
        knowledge: Knowledge,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        beside: Beside,
    ) -> None:
        self._view = view
        self._visits = visits
        self._clock = courses.clock
        self._vocabulary: Mapping[str, Finding] = knowledge.findings
        self._red_flags: Mapping[str, RedFlag] = knowledge.red_flags
        self._background = background
        self._beside = beside
        self._go = go
        self._make_saves = partial(
            VisitSaves, visits, findings, courses, background, go, timer, self._conflict
        )
        self._saves = SavesInHand[VisitSaves]()
        self._wanted: UUID | None = None
        self._chart: VisitChart | None = None
        self._theirs: VisitChart | None = None
        self._found = Examination()
        self._arrived = CheckIn()
        self._answers: Answers = ()
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.stated.connect(self._state)
        view.words_typed.connect(self._words)
        view.checked_in.connect(self._check_in_changed)
        view.complaint_typed.connect(self._complaint_typed)
        view.red_flag_answered.connect(self._answer_red_flag)
        view.red_flag_decided.connect(self._decide_red_flag)
        view.rate_typed.connect(self._rate)
        view.cleared.connect(self._clear)
        view.copy_wanted.connect(self._copy)
        view.settled.connect(self._settle)
        view.theirs_taken.connect(self._take_theirs)
        view.mine_kept.connect(self._keep_mine)

    def open(self, visit_id: UUID) -> None:
        """Shows a visit; what was typed before is written first.

        Until it comes nothing can be done to the one shown before.
        """
        self.leave()
        self._wanted = visit_id
        if self._chart is not None and self._chart.visit.id != visit_id:
            self._chart = None
            self._beside.wait()
        self._background.run(self, lambda: self._visits.open(visit_id), self._opened)

    @property
    def form(self) -> Form | None:
        """What is typed and not chosen yet, or can't be kept as it is; None while nothing is shown."""
        return Form("findings", self._chart.visit.id) if self._chart is not None else None

    def heard(self, event: Event) -> None:
        """A signature makes the screen read only; an accepted form brings its answers."""
        self._beside.heard(event)
        chart = self._chart
        if chart is None:
            return
        signed = isinstance(event, VisitSigned) and event.visit_id == chart.visit.id
        form = isinstance(event, IntakeChanged) and event.patient_id == chart.patient.id
        if signed or form:
            self.open(chart.visit.id)

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self.flush()
        self._beside.leave()

    def flush(self) -> None:
        """Writes at once what is unwritten of the findings themselves."""
        self._saves.flush()

    def answer(self, finding_id: str, state: FindingState) -> None:
        """Writes a finding on behalf of what stands beside."""
        self._state(finding_id, WHOLE, state)

    def show_finding(self, finding_id: str) -> None:
        """Brings a finding into sight on behalf of what stands beside."""
        self._view.show_finding(finding_id)

    # What a person did.

    def _state(self, finding_id: str, spot: Spot, state: FindingState) -> None:
        self._change(entry.with_state(self._found, finding_id, spot, state))

    def _words(self, group: str, words: str) -> None:
        self._change(entry.with_words(self._found, group, words))

    def _rate(self, rate: int | None) -> None:
        if rate != self._found.pulse_rate:
            self._change(replace(self._found, pulse_rate=rate))

    def _settle(self, observation: Observation, state: FindingState) -> None:
        self._change(entry.settled(self._found, observation, state))

    def _copy(self) -> None:
        earlier = self._chart.earlier if self._chart else ()
        if earlier:
            last, before = earlier[0], self._found
            self._change(copied(last.examination, last.number, before, self._vocabulary))
            self._offer_back(_("Copied from visit {n}, to be confirmed").format(n=last.number), before)

    def _clear(self, ids: Collection[str]) -> None:
        before = self._found
        self._change(entry.without(before, ids))
        self._offer_back(_("Cleared"), before)

    def _offer_back(self, words: str, before: Examination) -> None:
        """Undo brings back what stood there, as long as the visit is in sight and nothing else was done."""
        saves, after = self._saves.now, self._found

        def undo() -> None:
            if self._saves.now is saves and self._found == after:
                self._change(before)

        self._go.toast(words, undo)

    def _change(self, found: Examination) -> None:
        if saves := self._writing:
            self._found = found
            saves.found.changed(found)
            self._show_found()

    def _check_in_changed(self, answers: CheckIn) -> None:
        if saves := self._writing:
            self._arrived = answers
            saves.check_in.changed(answers)

    def _complaint_typed(self, typed: Typed) -> None:
        chart, saves = self._chart, self._writing
        if chart is None or saves is None:
            return
        kept = saves.complaint.value or Complaint.of(chart.course)
        complaint, wrong = read(typed, kept, chart.patient.born, self._clock.today())
        self._view.show_complaint_wrong(wrong)
        if complaint != kept:
            saves.complaint.changed(complaint)
        if wrong == Wrong():
            self._show_complaint(complaint)

    def _answer_red_flag(self, flag_id: str, present: bool | None) -> None:
        others = tuple(answer for answer in self._answers if answer.flag_id != flag_id)
        own = next((answer for answer in self._answers if answer.flag_id == flag_id), None)
        words = own.decision if own else ""
        answered = () if present is None else (RedFlagAnswer(flag_id, present, words if present else ""),)
        self._change_answers((*others, *answered))
        self.flush()

    def _decide_red_flag(self, flag_id: str, words: str) -> None:
        self._change_answers(
            tuple(replace(a, decision=words) if a.flag_id == flag_id else a for a in self._answers)
        )

    def _change_answers(self, answers: Answers) -> None:
        if saves := self._writing:
            self._answers = answers
            saves.answers.changed(answers)
            self._show_red_flags()

    # What is shown.

    @property
    def _writing(self) -> VisitSaves | None:
        """What writes the visit in sight; None while there is none or it is signed."""
        signed = self._chart is None or self._chart.visit.signed
        return None if signed else self._saves.now

    def _opened(self, chart: VisitChart) -> None:
        """Shows the chart, unless it is the one in sight and something typed since is still unwritten."""
        if chart.visit.id != self._wanted:
            return
        same = self._chart is not None and self._chart.visit.id == chart.visit.id
        if not same or self._saves.clean or chart.visit.signed:
            self._show(chart)

    def _show(self, chart: VisitChart) -> None:
        """Shows a visit; what was typed there and could not be written yet stands in its place."""
        visit = chart.visit
        unwritten = None if visit.signed else self._saves.unwritten(visit.id)
        saves = unwritten or self._make_saves(chart)
        self._saves.take(saves)
        self._chart, self._theirs = chart, None
        found = saves.found.value or visit.examination
        # What was copied and never confirmed is no part of a signed visit.
        self._found = replace(found, carried=() if visit.signed else waiting(found, self._vocabulary))
        self._arrived = saves.check_in.value or visit.check_in
        answers = saves.answers.value
        self._answers = visit.red_flags if answers is None else answers
        last = chart.earlier[0].number if chart.earlier else None
        self._view.show_visit(visit.number, last, visit.signed)
        self._view.show_complaint_wrong(Wrong())
        self._show_complaint(saves.complaint.value or Complaint.of(chart.course))
        self._view.show_check_in(self._arrived)
        self._view.show_conflict(())
        self._beside.show(chart)
        self._show_found()
        self._compare(chart)

    def _show_complaint(self, complaint: Complaint) -> None:
        today = self._clock.today()
        course = self._chart.course if self._chart else None
        chronic = replace(course, onset=complaint.onset).chronic(today) if course else None
        self._view.show_complaint(typed_of(complaint), chronic)
        self._beside.hurts(complaint.regions)

    def _show_found(self) -> None:
        chart = self._chart
        earlier = chart.earlier if chart and not chart.visit.signed else ()
        last = earlier[0].examination if earlier else Examination()
        left = still_to_confirm(last, self._found, self._vocabulary)
        odd = contradictions(self._found.observations, self._vocabulary)
        self._view.show_examination(self._found, left, odd)
        self._beside.examined(self._found)
        self._show_red_flags()

    def _show_red_flags(self) -> None:
        answers = {answer.flag_id: answer for answer in self._answers}
        states = {
            key: FindingState.PRESENT if answer.present else FindingState.ABSENT
            for key, answer in answers.items()
        }
        present = {o.finding_id: None for o in self._found.observations if o.state is FindingState.PRESENT}
        raised_by = {
            flag.id: ", ".join(_(self._vocabulary[key].label) for key in present if key in flag.raised_by)
            for flag in raised(self._red_flags, present, states)
            if flag.counts_at(self._age)
        }
        self._view.show_red_flags(answers, raised_by)
        undecided = [self._red_flags[answer.flag_id] for answer in open_red_flags(self._answers)]
        first = tuple(sorted(undecided, key=lambda flag: list(Action).index(flag.action)))
        self._view.show_alerts(first, {flag.id: self._adding(flag) for flag in first})

    @property
    def _age(self) -> int | None:
        return self._chart.patient.age(self._clock.today()) if self._chart else None

    def _adding(self, flag: RedFlag) -> str:
        """The patient's risks that add weight to a red flag, in short words."""
        held = self._chart.flags.present if self._chart else ()
        today = self._clock.today()
        return ", ".join(flag_word(risk, today) for risk in held if risk.kind in flag.supported_by)

    # Changed in another window.

    def _conflict(self, visit_id: UUID, _sentence: str) -> None:
        if self._chart is not None and self._chart.visit.id == visit_id:
            self._background.run(self, lambda: self._visits.open(visit_id), self._compare)

    def _compare(self, chart: VisitChart) -> None:
        """Names what reads otherwise in the other window, of the parts changed in both."""
        saves, labels = self._saves.now, list[str]()
        if saves is None or saves.visit_id != chart.visit.id or not saves.in_conflict:
            return
        if saves.found.in_conflict:
            odd = entry.differing(self._found, chart.visit.examination)
            labels += [_(self._vocabulary[key].label) for key in odd if key in self._vocabulary]
        if saves.check_in.in_conflict:
            labels.append(_("Check-in"))
        if saves.complaint.in_conflict:
            labels.append(_("Complaint"))
        if saves.answers.in_conflict:
            labels.append(_("Red flags"))
        self._theirs = chart
        self._view.show_conflict(tuple(labels) or (_("Findings"),))

    def _take_theirs(self) -> None:
        if self._theirs is not None and self._saves.now is not None:
            self._saves.now.forget(self._theirs)
            self._show(self._theirs)

    def _keep_mine(self) -> None:
        if self._theirs is not None and self._saves.now is not None:
            theirs, self._theirs = self._theirs, None
            self._view.show_conflict(())
            self._saves.now.settle(theirs)

"""A filled form under review: from decisions to use cases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.intake_answers import UnreadableForm, set_aside
from acuchart.charting.today import Today
from acuchart.clinic.cautions import Risks
from acuchart.clinic.clock import Clock
from acuchart.clinic.course import Course, Goal
from acuchart.clinic.events import Event, FlagsChanged, IntakeChanged, VisitChanged
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Intake, Settled
from acuchart.clinic.intake_review import Concern, IntakeReview, ToSettle
from acuchart.clinic.red_flags import Action
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.knowledge import Knowledge
from acuchart.screens.intake.reading import Reading, reading_of
from acuchart.screens.intake.standing import Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _


class ReadingView(Protocol):
    """What the presenter asks of the page."""

    @property
    def settled(self) -> Wish: ...
    @property
    def accept_wanted(self) -> Wish: ...
    @property
    def check_in_wanted(self) -> Wish: ...
    @property
    def goal_wanted(self) -> Wish: ...
    @property
    def paper_wanted(self) -> Wish: ...
    @property
    def set_aside_wanted(self) -> Wish: ...

    def show_reading(self, reading: Reading) -> None: ...
    def show_unreadable(self, sentence: str) -> None: ...
    def show_paper(self, pdf: bytes, name: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...


class IntakeReadingPresenter:
    """One filled form: its concerns are settled, and it is accepted into the chart."""

    def __init__(
        self,
        view: ReadingView,
        intakes: Intakes,
        courses: Courses,
        papers: FormPapers,
        today: Today,
        knowledge: Knowledge,
        background: Background,
        go: Navigator,
        clock: Clock,
    ) -> None:
        self._view = view
        self._intakes = intakes
        self._courses = courses
        self._papers = papers
        self._today = today
        self._knowledge = knowledge
        self._background = background
        self._go = go
        self._clock = clock
        self._intake_id: UUID | None = None
        self._review: IntakeReview | None = None
        self._shown: Reading | None = None
        view.settled.connect(self._settle)
        view.accept_wanted.connect(self._accept)
        view.check_in_wanted.connect(self._check_in)
        view.goal_wanted.connect(self._use_as_goal)
        view.paper_wanted.connect(self._print)
        view.set_aside_wanted.connect(self._set_aside)

    def open(self, intake_id: UUID) -> None:
        """Shows a form."""
        if intake_id != self._intake_id:
            self._review = self._shown = None
        self._intake_id = intake_id
        self._background.run(
            self,
            lambda: self._intakes.review(intake_id),
            self._show,
            lambda trouble: self._not_read(intake_id, trouble),
        )

    @property
    def form(self) -> Form | None:
        """The reasons somebody types while reviewing; None while nothing is shown."""
        if self._intake_id is None:
            return None
        # A form that cannot be read does not say whose it is.
        return Form(f"review {self._intake_id}", self._review.intake.patient_id if self._review else None)

    def heard(self, event: Event) -> None:
        """The form, a risk of the patient, or whether they have arrived, was changed elsewhere."""
        review = self._review
        if review is None or self._intake_id is None:
            return
        form = isinstance(event, IntakeChanged) and event.intake_id == self._intake_id
        risk = isinstance(event, FlagsChanged) and event.patient_id == review.intake.patient_id
        arrived = isinstance(event, VisitChanged) and review.around.visit_id is None
        if form or risk or arrived:
            self.open(self._intake_id)

    def leave(self) -> None:
        """Forgets the form; every decision was written at once."""
        self._intake_id = self._review = self._shown = None

    def _show(self, review: IntakeReview) -> None:
        if review.intake.id != self._intake_id:
            return
        self._review = review
        reading = reading_of(review, self._means, self._knowledge.body, self._clock.today())
        if reading != self._shown:
            self._shown = reading
            self._view.show_reading(reading)

    def _not_read(self, intake_id: UUID, trouble: ChartTrouble) -> None:
        if intake_id != self._intake_id:
            return
        if isinstance(trouble, UnreadableForm):
            self._view.show_unreadable(trouble.sentence)
        else:
            self._view.show_trouble(trouble.sentence)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)

    # What a person decided.

    def _settle(self, link_id: str, how: str, reason: str) -> None:
        intake_id = self._intake_id
        if intake_id is not None:
            self._background.run(
                self,
                lambda: self._intakes.settle(intake_id, link_id, Settled(how), reason),
                self._show,
                self._refused,
            )

    def _accept(self) -> None:
        review, intake_id = self._review, self._intake_id
        if review is None or intake_id is None:
            return
        visit_id = review.around.visit_id
        self._background.run(
            self, lambda: self._intakes.accept(intake_id, visit_id), self._accepted, self._refused
        )

    def _check_in(self) -> None:
        review, intake_id = self._review, self._intake_id
        if review is None or intake_id is None:
            return
        patient_id, me = review.intake.patient_id, self._today.user_id
        self._background.run(
            self,
            lambda: self._today.check_in(patient_id, me),
            lambda _visit_id: self._if_in_sight(intake_id, lambda: self.open(intake_id)),
            self._refused,
        )

    def _if_in_sight(self, intake_id: UUID, then: Callable[[], None]) -> None:
        """What comes late is for nobody: another form may be on the screen by now, or none."""
        if intake_id == self._intake_id:
            then()

    def _accepted(self, review: IntakeReview) -> None:
        self._show(review)
        self._go.toast(_("Form accepted into the chart"))

    def _use_as_goal(self, link_id: str) -> None:
        review, course = self._review, self._review.around.course if self._review else None
        if review is None or course is None:
            return
        goal = Goal(new_id(), review.answers.words(link_id), measure="")
        self._background.run(
            self,
            lambda: self._courses.set_goals(course.id, (*course.goals, goal), course.goals),
            self._goal_kept,
            self._refused,
        )

    def _goal_kept(self, course: Course) -> None:
        if self._review is not None:
            self._show(replace(self._review, around=replace(self._review.around, course=course)))
        self._go.toast(_("Goal added to the course of care"))

    def _set_aside(self, reason: str) -> None:
        intake_id = self._intake_id
        if intake_id is not None:
            self._background.run(
                self,
                lambda: self._intakes.set_aside(intake_id, reason),
                lambda intake: self._put_aside(intake_id, intake),
                self._refused,
            )

    def _put_aside(self, intake_id: UUID, intake: Intake) -> None:
        if set_aside(intake):
            self._go.toast(_("Form put aside"))
            self._if_in_sight(intake_id, self._go.back)

    def _print(self) -> None:
        review, intake_id = self._review, self._intake_id
        if review is None or intake_id is None:
            return
        name = f"{review.questionnaire.name}.pdf"
        self._background.run(
            self,
            lambda: self._papers.filled(intake_id).pdf,
            lambda pdf: self._if_in_sight(intake_id, lambda: self._view.show_paper(pdf, name)),
            self._refused,
        )

    # What a concern may mean.

    def _means(self, concern: ToSettle) -> str:
        say: Callable[[str], str] = self._risk_means if concern.concern is Concern.RISK else self._alarm_means
        return "\n".join(dict.fromkeys(map(say, concern.about)))

    def _risk_means(self, flag: str) -> str:
        """The sourced cautions for the whole patient; else where the risk is looked at."""
        if flag == FlagKind.PREGNANCY:
            risks = Risks(pregnancy_week=0)
        else:
            risks = Risks(flags=frozenset({flag}))
        reasons = [caution.reason for caution in self._knowledge.cautions_for((), risks)]
        return reasons[0] if reasons else _("Each point and each current is checked against it from then on.")

    def _alarm_means(self, flag_id: str) -> str:
        flag = self._knowledge.red_flags[flag_id]
        urgency = {
            Action.EMERGENCY: _("Emergency today."),
            Action.REFER: _("Refer before treating."),
            Action.CAUTION: _("Treat with caution."),
        }[flag.action]
        return _("{urgency} May point to: {disease}.").format(urgency=urgency, disease=_(flag.points_to))

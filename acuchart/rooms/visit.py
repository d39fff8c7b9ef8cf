"""The steps of a visit."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.clinic import Clinic
from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.note import Notes
from acuchart.charting.pattern import Patterns
from acuchart.charting.plan import Plans
from acuchart.charting.points import Points
from acuchart.charting.prescriptions import Prescriptions
from acuchart.charting.session import Sessions
from acuchart.charting.visits import Visits
from acuchart.rooms.bench import Bench
from acuchart.screens.findings.presenter import FindingsPresenter
from acuchart.screens.findings.view import FindingsPage
from acuchart.screens.note.presenter import NotePresenter
from acuchart.screens.note.view import NoteView
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.pattern.presenter import PatternPresenter
from acuchart.screens.pattern.view import PatternPanel
from acuchart.screens.plan.presenter import PlanPresenter
from acuchart.screens.plan.view import PlanView
from acuchart.screens.points.chart_presenter import ChartPresenter
from acuchart.screens.points.presenter import PointsPresenter
from acuchart.screens.points.view import PointsPage
from acuchart.screens.session.presenter import SessionPresenter
from acuchart.screens.session.view import SessionView
from acuchart.screens.shell.screens import Screen


def findings(bench: Bench) -> Screen:
    """What was found, with the pattern panel beside it."""
    sitting = bench.sitting
    knowledge, visits = sitting.knowledge, Visits(sitting)
    panel = PatternPanel(knowledge.patterns)
    beside = PatternPresenter(
        panel, Patterns(sitting), visits, knowledge, bench.background, bench.go, bench.timer
    )
    page = FindingsPage(knowledge.findings, knowledge.red_flags, panel)
    presenter = FindingsPresenter(
        page,
        visits,
        Findings(sitting),
        Courses(sitting),
        knowledge,
        bench.background,
        bench.go,
        bench.timer,
        beside,
    )
    beside.answer_with(presenter.answer)
    beside.write_findings_with(presenter.flush)
    beside.show_findings_with(presenter.show_finding)
    open_ = bench.keeping_fields(page, panel.choice_shown, lambda: presenter.form, presenter.open)

    def open_other(visit_id: UUID) -> None:
        panel.assessment.hand_in()
        open_(visit_id)

    return Screen(page, (presenter, bench.forms), open_other)


def points(bench: Bench) -> Screen:
    """The prescription, beside the body."""
    sitting = bench.sitting
    page = PointsPage(sitting.knowledge.body)
    presenter = PointsPresenter(
        page,
        Visits(sitting),
        Points(sitting),
        Prescriptions(sitting),
        Clinic(sitting),
        sitting.knowledge,
        bench.background,
        bench.go,
        bench.timer,
        ChartPresenter(page.chart, sitting.knowledge).show,
    )

    def keep_sheet(sheet: Sheet, asks: str) -> None:
        if (form := presenter.form) is not None:
            bench.keep_sheet(sheet, replace(form, kind=f"{form.kind}.{asks}"))

    page.typing_in.connect(keep_sheet)
    open_ = bench.keeping_fields(page, page.rows_shown, lambda: presenter.form, presenter.open)
    return Screen(page, (presenter, bench.forms), open_)


def needling(bench: Bench) -> Screen:
    """The session of one visit."""
    page = SessionView(bench.background)
    presenter = SessionPresenter(page, Sessions(bench.sitting), bench.background, bench.go)
    page.typing_in.connect(bench.keep_typing)
    return Screen(page, (presenter, bench.forms), presenter.open)


def plan(bench: Bench) -> Screen:
    """What the patient takes home, beside its own paper."""
    sitting = bench.sitting
    page = PlanView(bench.background)
    presenter = PlanPresenter(
        page, Plans(sitting), Visits(sitting), Courses(sitting), bench.background, bench.go, bench.timer
    )
    shown = page.editor.goals.rows_shown
    open_ = bench.keeping_fields(page, shown, lambda: presenter.form, presenter.open)
    return Screen(page, (presenter, bench.forms), open_)


def note(bench: Bench) -> Screen:
    """The note, and its signature."""
    page = NoteView()
    presenter = NotePresenter(
        page, Notes(bench.sitting), bench.background, bench.go, bench.timer, bench.forms
    )
    return Screen(page, (presenter, bench.forms), presenter.open)

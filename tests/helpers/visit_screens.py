"""The findings screen with the pattern panel beside it, and the points screen, on real records."""

from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from acuchart.charting.clinic import Clinic
from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.pattern import Patterns
from acuchart.charting.points import Points
from acuchart.charting.prescriptions import Prescriptions
from acuchart.charting.sitting import Sitting
from acuchart.charting.visits import Visits
from acuchart.clinic.visit import Visit
from acuchart.knowledge import Knowledge
from acuchart.screens.findings.presenter import FindingsPresenter
from acuchart.screens.findings.view import FindingsPage
from acuchart.screens.pattern.presenter import PatternPresenter
from acuchart.screens.pattern.view import PatternPanel
from acuchart.screens.points.chart_presenter import ChartPresenter
from acuchart.screens.points.presenter import PointsPresenter
from acuchart.screens.points.view import PointsPage
from acuchart.screens.shell.page import Page
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator


def bring_up(page: QWidget) -> None:
    """Shows a page as the active window, so that focus and keys go where they would."""
    page.resize(1304, 708)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)


class Desk:
    """What both screens need: timers that ring by hand, a navigator that writes down, and the kept visit.

    A screen is built once and turned from visit to visit, as in the application.
    """

    page: Page
    visit_id: UUID

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.knowledge: Knowledge = sitting.knowledge
        self.background = InlineBackground()
        self.go = RecordingNavigator()
        self.timers: list[HandTimer] = []

    def turn_to(self, visit_id: UUID) -> None:
        """Opens another visit, with nothing left over from the one before."""
        self.visit_id = visit_id
        self.go.went.clear()
        self.go.toasts.clear()
        self.go.undos.clear()
        self.timers.clear()
        bring_up(self.page)
        self.open_visit(visit_id)

    def open_visit(self, visit_id: UUID) -> None:
        """Has the presenter open a visit."""
        raise NotImplementedError

    def timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]

    def pause(self) -> None:
        """Lets every alarm that is set go off, as when nobody types for a moment."""
        for timer in list(self.timers):
            if timer.is_set:
                timer.ring()

    def kept(self) -> Visit:
        """The visit as it is in the database."""
        with self.sitting.records.work() as work:
            return work.visits.get(self.visit_id)


class FindingsDesk(Desk):
    """The findings screen and the pattern panel, wired as the application wires them."""

    page: FindingsPage

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.panel = PatternPanel(self.knowledge.patterns)
        self.page = FindingsPage(self.knowledge.findings, self.knowledge.red_flags, self.panel)
        visits = Visits(sitting)
        self.pattern = PatternPresenter(
            self.panel, Patterns(sitting), visits, self.knowledge, self.background, self.go, self.timer
        )
        self.presenter = FindingsPresenter(
            self.page,
            visits,
            Findings(sitting),
            Courses(sitting),
            self.knowledge,
            self.background,
            self.go,
            self.timer,
            self.pattern,
        )
        self.pattern.answer_with(self.presenter.answer)
        self.pattern.show_findings_with(self.presenter.show_finding)

    def open_visit(self, visit_id: UUID) -> None:
        self.presenter.open(visit_id)


class PointsDesk(Desk):
    """The points screen."""

    page: PointsPage

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.page = PointsPage(self.knowledge.body, "0.25 × 40 mm")
        self.presenter = PointsPresenter(
            self.page,
            Visits(sitting),
            Points(sitting),
            Prescriptions(sitting),
            Clinic(sitting),
            self.knowledge,
            self.background,
            self.go,
            self.timer,
            ChartPresenter(self.page.chart, self.knowledge).show,
        )

    def open_visit(self, visit_id: UUID) -> None:
        self.presenter.open(visit_id)

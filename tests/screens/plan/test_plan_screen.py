"""The step "Plan" on screen, with the real use cases on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.plan import Plans
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Course, Phase
from acuchart.clinic.ids import new_id
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.session import Spot
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.paper import Paper
from acuchart.screens.plan.goals_card import read_figure
from acuchart.screens.plan.presenter import PlanPresenter
from acuchart.screens.plan.seen import overflow
from acuchart.screens.plan.view import PlanView
from acuchart.screens.printing.panel import PrintPanel
from acuchart.screens.shell.background import Lane
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.records import MORNING
from tests.helpers.visible_texts import visible_texts


class PlainPlanView(PlanView):
    """The view with a printer and a file dialog that answer by themselves."""

    printer = "Printer 1"
    file: Path | None = None
    printed: bytes = b""
    papers = 0

    def show_paper(self, paper: Paper) -> None:
        self.papers += 1
        super().show_paper(paper)

    def print_paper(self, pdf: bytes) -> str:
        if self.printer == "none":
            raise ChartTrouble("No printer found. Save as PDF instead.")
        self.printed = pdf
        return self.printer

    def choose_file(self, name: str) -> Path | None:
        return self.file


class Planning:
    """The step as a person works it."""

    def __init__(self, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot) -> None:
        self.clinic, self.knee, self.qtbot = clinic, knee, qtbot
        self.background = InlineBackground()
        self.go = RecordingNavigator()
        self.timers: list[HandTimer] = []
        self.view = PlainPlanView(self.background)
        qtbot.addWidget(self.view)
        owner = clinic.owner
        self.presenter = PlanPresenter(
            self.view, Plans(owner), Visits(owner), Courses(owner), self.background, self.go, self._timer
        )
        clinic.bus.subscribe(self.presenter.heard)
        self.view.resize(1352, 740)
        self.view.show()
        self.presenter.open(knee.visit_id)

    def _timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]

    def control(self, name: str) -> QWidget:
        found = [w for w in self.view.findChildren(QWidget, name) if w.isVisibleTo(self.view)]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def tap(self, name: str) -> None:
        button = self.control(name)
        assert isinstance(button, QPushButton)
        button.click()

    def type(self, name: str, text: str) -> None:
        field = self.control(name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
            return
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)

    def choose(self, name: str, key: str) -> None:
        combo = self.control(name)
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())

    def switch(self, name: str, on: bool) -> None:
        switch = self.control(name)
        assert isinstance(switch, QCheckBox)
        switch.setChecked(on)

    def ring(self) -> None:
        """A pause in typing, and the paper made anew."""
        for timer in self.timers:
            if timer.is_set:
                timer.ring()

    def course(self) -> Course:
        with self.clinic.owner.records.work() as work:
            return work.courses.get(self.knee.course_id)

    def draft(self) -> PlanDraft:
        return Plans(self.clinic.owner).draft_of(self.knee.visit_id)

    def jobs(self) -> list[PrintState]:
        return [job.state for job in PrintQueue(self.clinic.desk).queue()]


@pytest.fixture
def planning(tmp_path: Path, qtbot: QtBot) -> Iterator[Planning]:
    clinic = clinic_with_staff(tmp_path)
    yield Planning(clinic, knee_visit(clinic.owner), qtbot)
    clinic.close()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *(("", (None, True)), ("5", (5.0, True)), ("5,5", (5.5, True)), (" 0 ", (0.0, True))),
        *(("five", (None, False)), ("-1", (None, False)), ("1001", (None, False)), ("nan", (None, False))),
    ],
)
def test_a_figure_is_read_or_refused(text: str, read: tuple[float | None, bool]) -> None:
    assert read_figure(text) == read


def test_a_plan_without_a_goal_is_not_handed_out(planning: Planning) -> None:
    planning.tap("plan.goal.1.remove")
    planning.tap("plan.goal.1.remove")
    for name in ("plan.send", "plan.print", "plan.save_pdf"):
        planning.tap(name)
    assert planning.view.send.missing == "Add at least one goal."
    assert planning.jobs() == []
    assert planning.view.printed == b""
    planning.tap("plan.add_goal")
    assert planning.view.send.missing
    planning.type("plan.goal.1.words", "Walk to the shop")
    assert planning.view.send.missing == ""
    planning.tap("plan.send")
    assert planning.course().goals[0].words == "Walk to the shop"
    assert planning.jobs() == [PrintState.READY]


def test_a_figure_that_cannot_be_read_is_marked_and_not_saved(planning: Planning) -> None:
    planning.type("plan.goal.1.now", "much")
    planning.ring()
    assert planning.course().goals[0].now == 6
    assert planning.control("plan.goal.1.now").property("error") is True
    planning.type("plan.goal.1.now", "7")
    planning.ring()
    assert planning.course().goals[0].now == 7
    assert not planning.control("plan.goal.1.now").property("error")


def test_beside_a_figure_that_cannot_be_read_everything_else_is_saved(planning: Planning) -> None:
    planning.type("plan.goal.1.now", "7")
    planning.type("plan.goal.1.now", "much")
    planning.type("plan.goal.2.words", "Climb the stairs")
    planning.ring()
    assert (planning.course().goals[0].now, planning.course().goals[1].words) == (7, "Climb the stairs")
    planning.tap("plan.goal.2.remove")
    planning.ring()
    assert [goal.now for goal in planning.course().goals] == [7]


def test_an_empty_figure_is_not_asked(planning: Planning) -> None:
    planning.type("plan.goal.1.now", "")
    planning.ring()
    assert planning.course().goals[0].now is None


def test_no_more_than_five_goals(planning: Planning) -> None:
    for number in (3, 4, 5):
        planning.tap("plan.add_goal")
        planning.type(f"plan.goal.{number}.words", f"Goal {number}")
    planning.tap("plan.add_goal")
    planning.ring()
    assert len(planning.course().goals) == 5
    assert planning.view.editor.goals.add.missing


def test_goals_change_places(planning: Planning) -> None:
    planning.tap("plan.goal.2.up")
    planning.ring()
    assert planning.course().goals[0].words == "Sleep through the night"


def test_the_schedule_is_kept_and_counted(planning: Planning) -> None:
    planning.choose("plan.visits.often", "3")
    planning.choose("plan.visits.then_often", "0")
    planning.ring()
    assert planning.course().schedule.phases == (Phase(3, 4),)
    assert planning.view.editor.visits.sum.text().startswith("12 visits, last on")
    planning.choose("plan.visits.review", "0")
    planning.type("plan.visits.afterwards", "monthly")
    planning.ring()
    kept = planning.course().schedule
    assert (kept.review_visit, kept.maintenance) == (None, "monthly")


def test_words_are_one_line_each(planning: Planning) -> None:
    planning.view.editor.show_tab("safety")
    planning.type("plan.words.straight_away", "Chest pain\n\n  Breathless  \n")
    planning.ring()
    assert planning.draft().straight_away == ("Chest pain", "Breathless")


def test_parts_are_turned_off_and_their_words_stay(planning: Planning) -> None:
    before = planning.draft()
    planning.switch("plan.part.body", on=False)
    planning.switch("plan.part.safety", on=False)
    planning.switch("plan.part.self_care.1", on=False)
    planning.ring()
    after = planning.draft()
    assert (after.show_body, after.show_safety, after.self_care[0].shown) == (False, False, False)
    assert after.self_care[0].words == before.self_care[0].words
    sheet = Plans(planning.clinic.owner).sheet(planning.knee.visit_id)
    assert sheet.picture is None
    assert sheet.straight_away == ()
    assert before.self_care[0].title not in [card.title for card in sheet.self_care]


def test_the_preview_is_the_paper_of_what_was_typed_last(planning: Planning) -> None:
    planning.view.editor.show_tab("wording")
    planning.type("plan.words.intro", "Written just now.")
    assert planning.view.state.text() == "Updating…"
    planning.ring()
    assert (planning.view.state.text(), planning.view.current.isHidden()) == ("Up to date", False)
    assert planning.draft().intro == "Written just now."
    assert Lane.ASIDE in planning.background.lanes
    assert planning.view.page.text() == "1 / 2"


def test_an_older_paper_never_takes_the_place_of_a_newer_one(planning: Planning) -> None:
    planning.background.hold = True
    planning.view.draft_wanted.emit()
    planning.view.draft_wanted.emit()
    before = planning.view.papers
    planning.background.release()
    assert planning.view.papers == before + 1


def test_sending_goes_to_the_desk_and_can_be_undone(planning: Planning) -> None:
    planning.tap("plan.send")
    assert planning.go.toasts == ["Plan sent to the front desk"]
    assert planning.jobs() == [PrintState.READY]
    undo = planning.go.undos[-1]
    assert undo is not None
    undo()
    assert planning.jobs() == []


def test_undo_after_printing_says_so(planning: Planning) -> None:
    planning.tap("plan.send")
    queue = PrintQueue(planning.clinic.desk)
    queue.printed(queue.queue()[0].id, "Printer 1")
    undo = planning.go.undos[-1]
    assert undo is not None
    undo()
    assert planning.view.refused.title.text() == "The plan is printed already."


def test_printing_here_hands_out_an_issued_plan_and_leaves_the_desk_alone(planning: Planning) -> None:
    planning.tap("plan.print")
    with planning.clinic.owner.records.work() as work:
        (plan,) = work.plans.of_course(planning.knee.course_id)
        issued = work.plans.get(plan.id)
    assert planning.view.printed == issued.pdf
    assert planning.jobs() == []
    planning.tap("plan.print")
    with planning.clinic.owner.records.work() as work:
        assert len(work.plans.of_course(planning.knee.course_id)) == 1


def test_without_a_printer_a_sentence_says_what_to_do(planning: Planning) -> None:
    planning.view.printer = "none"
    planning.tap("plan.print")
    assert planning.view.refused.title.text() == "No printer found. Save as PDF instead."
    planning.view.printer = ""
    planning.tap("plan.print")
    assert planning.go.toasts == []


def test_saving_writes_the_issued_pdf_or_says_why_not(planning: Planning, tmp_path: Path) -> None:
    planning.tap("plan.save_pdf")
    assert planning.go.toasts == []
    planning.view.file = tmp_path / "nowhere" / "plan.pdf"
    planning.tap("plan.save_pdf")
    assert planning.view.refused.title.text() == "The file can't be written there. Choose another place."
    planning.view.file = tmp_path / "plan.pdf"
    planning.tap("plan.save_pdf")
    assert planning.view.file.read_bytes().startswith(b"%PDF")
    assert planning.go.toasts == ["Plan handed out: PDF"]


def test_an_older_version_is_looked_at_and_left(planning: Planning) -> None:
    planning.tap("plan.send")
    with planning.clinic.owner.records.work() as work:
        (plan,) = work.plans.of_course(planning.knee.course_id)
    planning.view.version_wanted.emit(plan.id)
    assert planning.view.state.text() == "Version 1"
    planning.tap("plan.draft")
    assert planning.view.state.text() == "Up to date"


def test_a_draft_changed_elsewhere_is_not_overwritten(planning: Planning) -> None:
    plans = Plans(planning.clinic.practitioner)
    seen = plans.draft_of(planning.knee.visit_id)
    planning.view.editor.show_tab("wording")
    planning.type("plan.words.intro", "mine")
    plans.write(planning.knee.visit_id, replace(seen, intro="theirs"), seen)
    planning.ring()
    assert planning.draft().intro == "theirs"
    planning.tap("plan.keep_mine")
    assert planning.draft().intro == "mine"


def test_a_conflict_left_open_waits_on_return(planning: Planning) -> None:
    plans = Plans(planning.clinic.practitioner)
    seen = plans.draft_of(planning.knee.visit_id)
    planning.view.editor.show_tab("wording")
    planning.type("plan.words.intro", "mine")
    plans.write(planning.knee.visit_id, replace(seen, intro="theirs"), seen)
    planning.ring()
    planning.presenter.open(knee_visit(planning.clinic.owner).visit_id)
    assert not planning.view.conflict.isVisible()
    planning.presenter.open(planning.knee.visit_id)
    planning.view.editor.show_tab("wording")
    box = planning.control("plan.words.intro")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "mine"
    planning.tap("plan.keep_mine")
    assert planning.draft().intro == "mine"


def test_what_does_not_fit_is_said() -> None:
    assert overflow(2, ()) == ""
    assert overflow(3, ()) == "Runs onto page 3. Shorten or allow."
    assert "☂" in overflow(2, ("☂",))


def test_a_point_added_after_the_plan_is_said_and_one_key_issues_again(planning: Planning) -> None:
    planning.tap("plan.send")
    assert planning.view.changed.isHidden()
    sessions, visit_id = Sessions(planning.clinic.owner), planning.knee.visit_id
    sessions.prepare(visit_id, "Room 2")
    sessions.begin(visit_id)
    sessions.count_in_at(visit_id, (*sessions.spots(visit_id), Spot("LU2 R", 1, "front")), 0)
    assert planning.view.changed.title.text() == ("Points changed since version 1 was issued: LU2 R came in.")
    planning.ring()
    planning.tap("plan.changed.again")
    assert planning.view.changed.isHidden()
    assert planning.jobs() == [PrintState.READY]
    with planning.clinic.owner.records.work() as work:
        assert [plan.number for plan in work.plans.of_course(planning.knee.course_id)] == [1, 2]


def test_the_desk_is_told_to_ask_and_prints_the_rest(qtbot: QtBot) -> None:
    panel = PrintPanel()
    qtbot.addWidget(panel)
    jobs = [
        PrintJob(new_id(), new_id(), name, "1", new_id(), "Treatment plan", 2, MORNING)
        for name in ("Mara Ellison", "Wen Calder")
    ]
    panel.show_jobs(jobs, frozenset({jobs[0].id}))
    said = " ".join(visible_texts(panel))
    assert said.count("The treatment changed after this plan. Ask the practitioner first.") == 1
    button = panel.findChild(QPushButton, "print.print_all")
    assert button is not None
    assert "Print all" not in button.text()
    assert not button.isHidden()
    panel.show_jobs(jobs, frozenset(job.id for job in jobs))
    assert button.isHidden()

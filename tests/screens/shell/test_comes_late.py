"""What comes late is for nobody: not for the next visit, not for another screen, not for a lock screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.flags import RiskFlags
from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.plan import Plans
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.charting.unfinished import Unfinished
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Course
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.points import Side
from acuchart.clinic.unfinished import Form
from acuchart.clinic.visit import Visit
from acuchart.screens.forms.presenter import FormsPresenter
from acuchart.screens.forms.view import FormsPage
from acuchart.screens.note.presenter import NotePresenter
from acuchart.screens.note.view import NoteView
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.patient.chart_presenter import ChartPresenter
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.patient.search_presenter import PatientsPresenter
from acuchart.screens.patient.search_view import PatientsPage
from acuchart.screens.plan.presenter import PlanPresenter
from acuchart.screens.plan.view import PlanView
from acuchart.screens.session.room_work import RoomWork
from acuchart.screens.session.view import SessionView
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.settings.key_dialog import KeyDialog
from acuchart.screens.settings.view import SettingsPage
from acuchart.screens.shell.unfinished import UnfinishedForms
from acuchart.screens.shell.while_there import WhileThere
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.filled_forms import new_patient
from tests.helpers.form_answers import FIRST_VISIT
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, called_off, knee_visit
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visit_screens import PointsDesk

OTTO = Name("Otto", "Quill")


@pytest.fixture
def two(clinic: StaffedClinic) -> tuple[KneeVisit, KneeVisit]:
    return knee_visit(clinic.practitioner), knee_visit(clinic.practitioner, OTTO)


def kept(clinic: StaffedClinic, visit: KneeVisit) -> Visit:
    with clinic.practitioner.records.work() as work:
        return work.visits.get(visit.visit_id)


def course(clinic: StaffedClinic, visit: KneeVisit) -> Course:
    with clinic.practitioner.records.work() as work:
        return work.courses.get(visit.course_id)


class Bench:
    """A background that holds back, a navigator that writes down, timers that ring by hand."""

    def __init__(self, clinic: StaffedClinic) -> None:
        self.sitting = clinic.practitioner
        self.background = InlineBackground(hold=True)
        self.go = RecordingNavigator()
        self.timers: list[HandTimer] = []
        self.forms = UnfinishedForms(Unfinished(self.sitting), self.background, self.go, self.timer)

    def timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]

    def pause(self) -> None:
        """Nobody types for a moment."""
        for timer in list(self.timers):
            if timer.is_set:
                timer.ring()
        self.background.release()

    def note(self, qtbot: QtBot) -> tuple[NoteView, NotePresenter]:
        view = NoteView()
        qtbot.addWidget(view)
        notes = Notes(self.sitting)
        return view, NotePresenter(view, notes, self.background, self.go, self.timer, self.forms)

    def plan(self, qtbot: QtBot) -> tuple[PlanView, PlanPresenter]:
        view = PlanView(self.background)
        qtbot.addWidget(view)
        parts = Plans(self.sitting), Visits(self.sitting), Courses(self.sitting)
        return view, PlanPresenter(view, *parts, self.background, self.go, self.timer)


@pytest.fixture
def bench(clinic: StaffedClinic) -> Bench:
    return Bench(clinic)


def test_words_go_into_the_note_in_sight_and_not_into_one_that_was_passed_by(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit], bench: Bench
) -> None:
    view, presenter = bench.note(qtbot)
    for visit in two:
        presenter.open(visit.visit_id)
    bench.background.release()
    view.words_typed.emit("P", "For Otto alone.")
    bench.pause()
    assert [kept(clinic, visit).note_words.plan for visit in two] == ["", "For Otto alone."]


def test_goals_go_into_the_course_in_sight_and_not_into_one_that_was_passed_by(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit], bench: Bench
) -> None:
    before = [course(clinic, visit).goals for visit in two]
    view, presenter = bench.plan(qtbot)
    for visit in two:
        presenter.open(visit.visit_id)
    bench.background.release()
    view.goals_changed.emit(before[1][:1])
    bench.pause()
    assert [course(clinic, visit).goals for visit in two] == [before[0], before[1][:1]]


def test_what_somebody_keeps_of_one_note_is_not_taken_up_in_the_next(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit], bench: Bench
) -> None:
    view, presenter = bench.note(qtbot)
    presenter.open(two[0].visit_id)
    bench.background.release()
    view.mine_wanted.emit()
    presenter.open(two[1].visit_id)
    bench.background.release()
    view.words_typed.emit("P", "For Otto alone.")
    bench.pause()
    assert [kept(clinic, visit).note_words.plan for visit in two] == ["", "For Otto alone."]


def test_a_note_left_before_it_was_signed_is_not_signed(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit], bench: Bench
) -> None:
    ready = called_off(clinic.practitioner, Name("Ines", "Vale"))
    Notes(clinic.practitioner).record_reactions(
        ready.visit_id, replace(kept(clinic, ready).reactions, answered=True), kept(clinic, ready).reactions
    )
    view, presenter = bench.note(qtbot)
    presenter.open(ready.visit_id)
    bench.background.release()
    view.sign_wanted.emit(PRACTITIONER_PASSPHRASE)
    presenter.open(two[1].visit_id)
    bench.background.release()
    assert not kept(clinic, ready).signed
    assert view.sign_card.sign.isEnabled()


def test_an_older_plan_is_not_shown_under_the_next_patient(
    qtbot: QtBot,
    clinic: StaffedClinic,
    two: tuple[KneeVisit, KneeVisit],
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = Plans(clinic.practitioner).issue(two[0].visit_id)
    view, presenter = bench.plan(qtbot)
    shown = list[str]()
    monkeypatch.setattr(view, "show_version", lambda words, _pdf: shown.append(words))
    presenter.open(two[0].visit_id)
    bench.background.release()
    view.version_wanted.emit(issued.id)
    presenter.open(two[1].visit_id)
    bench.background.release()
    assert shown == []


def test_a_plan_left_before_it_was_issued_is_not_issued(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit], bench: Bench
) -> None:
    view, presenter = bench.plan(qtbot)
    presenter.open(two[0].visit_id)
    bench.background.release()
    view.send_wanted.emit()
    presenter.open(two[1].visit_id)
    bench.background.release()
    with clinic.practitioner.records.work() as work:
        assert work.plans.of_course(two[0].course_id) == ()
        assert work.plans.of_course(two[1].course_id) == ()


def test_undo_of_a_point_that_was_removed_leaves_the_next_patient_alone(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    desk = PointsDesk(clinic.practitioner)
    qtbot.addWidget(desk.page)
    desk.turn_to(two[0].visit_id)
    desk.page.removed.emit(desk.page.table.keys[0])
    undo = desk.go.undos[-1]
    desk.open_visit(two[1].visit_id)
    desk.page.point_tapped.emit("LI4", Side.BOTH)
    rows = desk.presenter.rows
    assert undo is not None
    undo()
    assert desk.presenter.rows == rows


def test_undo_of_a_point_that_was_removed_takes_back_nothing_done_since(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    desk = PointsDesk(clinic.practitioner)
    qtbot.addWidget(desk.page)
    desk.turn_to(two[0].visit_id)
    desk.page.removed.emit(desk.page.table.keys[0])
    desk.page.point_tapped.emit("LI4", Side.BOTH)
    rows, undo = desk.presenter.rows, desk.go.undos[-1]
    assert undo is not None
    undo()
    assert desk.presenter.rows == rows


def test_a_question_about_one_room_is_not_put_over_the_next_visit(
    qtbot: QtBot,
    clinic: StaffedClinic,
    two: tuple[KneeVisit, KneeVisit],
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sessions, view = Sessions(clinic.practitioner), SessionView(InlineBackground())
    qtbot.addWidget(view)
    asked = list[object]()
    monkeypatch.setattr(view, "ask_spots", lambda *about: asked.append(about))
    begun = [sessions.prepare(visit.visit_id, f"Room {n}") for n, visit in enumerate(two, 1)]
    sessions.begin(two[0].visit_id)
    work = RoomWork(sessions, bench.background, view, lambda _session: None)
    work.know(replace(begun[0], state=sessions.rooms()[0].session.state))
    work.carry_out(Wish(Do.ASK_SPOTS, two[0].visit_id))
    work.know(begun[1])
    bench.background.release()
    assert asked == []


def chart_of(qtbot: QtBot, clinic: StaffedClinic, bench: Bench) -> tuple[ChartPage, ChartPresenter]:
    page, me = ChartPage(str, str), clinic.practitioner
    qtbot.addWidget(page)
    parts = Patients(me), RiskFlags(me), Today(me), Intakes(me), ((FIRST_VISIT, "First visit"),), me.user
    return page, ChartPresenter(page, *parts, bench.background, bench.go, clinic.clock)


@pytest.mark.parametrize(
    "wanted", [lambda chart: chart.start_visit(), lambda chart: chart.hand_out(FIRST_VISIT)]
)
def test_a_chart_that_was_left_leads_nowhere(
    qtbot: QtBot, clinic: StaffedClinic, bench: Bench, wanted: Callable[[ChartPresenter], None]
) -> None:
    _page, chart = chart_of(qtbot, clinic, bench)
    chart.open(new_patient(clinic))
    bench.background.release()
    wanted(chart)
    chart.leave()
    bench.background.release()
    assert bench.go.went == []


def test_the_risks_of_one_patient_are_not_shown_in_the_next_chart(
    qtbot: QtBot,
    clinic: StaffedClinic,
    bench: Bench,
    two: tuple[KneeVisit, KneeVisit],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, chart = chart_of(qtbot, clinic, bench)
    shown = list[FlagState]()
    monkeypatch.setattr(
        page, "show_flags", lambda flags, _today: shown.append(flags[FlagKind.EPILEPSY].state)
    )
    chart.open(two[0].patient_id)
    bench.background.release()
    chart.ask(Flag(FlagKind.EPILEPSY, FlagState.YES))
    chart.open(two[1].patient_id)
    bench.background.release()
    assert FlagState.YES not in shown


def test_a_form_handed_out_late_does_not_take_the_screen(
    qtbot: QtBot, clinic: StaffedClinic, bench: Bench
) -> None:
    me = bench.sitting
    page = FormsPage(me.knowledge.body, bench.background)
    qtbot.addWidget(page)
    every = tuple(me.knowledge.forms_to_hand_out.values())
    parts = Intakes(me), Patients(me), FormPapers(me), every, me.user
    presenter = FormsPresenter(page, *parts, bench.background, bench.go, clinic.clock)
    presenter.open()
    bench.background.release()
    page.hand_out_wanted.emit(new_patient(clinic))
    presenter.leave()
    bench.background.release()
    assert bench.go.went == []


def finder(qtbot: QtBot, clinic: StaffedClinic, bench: Bench) -> tuple[PatientsPage, PatientsPresenter]:
    page, me = PatientsPage(clinic.clock.today), bench.sitting
    qtbot.addWidget(page)
    presenter = PatientsPresenter(page, Patients(me), me.user, bench.background, bench.go, bench.forms)
    presenter.open()
    bench.background.release()
    return page, presenter


def test_whoever_was_registered_late_does_not_take_the_screen(
    qtbot: QtBot, clinic: StaffedClinic, bench: Bench
) -> None:
    _page, presenter = finder(qtbot, clinic, bench)
    presenter.begin("")
    presenter.register(Particulars(OTTO, date(1970, 1, 2)))
    presenter.leave()
    bench.background.release()
    assert bench.go.went == []
    assert len(bench.go.toasts) == 1


def test_a_form_that_was_begun_meanwhile_stays(qtbot: QtBot, clinic: StaffedClinic, bench: Bench) -> None:
    _page, presenter = finder(qtbot, clinic, bench)
    other = new_patient(clinic)
    presenter.begin("")
    bench.background.release()
    presenter.register(Particulars(OTTO, date(1970, 1, 2)))
    presenter.edit(other)
    bench.background.release()
    presenter.type({"patient.family": "Newname"})
    bench.pause()
    assert bench.go.went == []
    assert Unfinished(bench.sitting).all() == {Form("particulars", other): {"patient.family": "Newname"}}


def test_a_dialog_that_comes_late_is_not_put_over_another_screen(qtbot: QtBot) -> None:
    window, screen = QWidget(), QWidget()
    qtbot.addWidget(window)
    screen.setParent(window)
    window.show()
    screen.hide()
    ended = list[int]()
    dialog = Dialog(screen, "Registered already?")
    dialog.finished.connect(ended.append)
    dialog.open()
    assert not dialog.isVisible()
    assert ended


def test_a_new_recovery_key_is_shown_wherever_its_owner_has_gone_but_not_over_a_lock(qtbot: QtBot) -> None:
    window, frame, settings = QWidget(), QWidget(), SettingsPage()
    qtbot.addWidget(window)
    frame.setParent(window)
    settings.setParent(frame)
    window.show()
    settings.hide()
    settings.show_key(["AAAAA", "BBBBB"])
    dialog = window.findChild(KeyDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.put_away()
    frame.hide()
    settings.show_key(["AAAAA", "BBBBB"])
    assert not any(shown.isVisible() for shown in window.findChildren(KeyDialog))


def test_nothing_is_told_to_screens_that_are_gone() -> None:
    there, told = [True], list[int]()
    background = InlineBackground(hold=True)
    doorway = WhileThere(background, lambda: there[0])
    doorway.run(doorway, lambda: 1, told.append)
    background.release()
    doorway.run(doorway, lambda: 2, told.append)
    there[0] = False
    background.release()
    assert told == [1]

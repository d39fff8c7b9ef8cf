"""The rooms of a sitting: each screen with its presenter, joined by what a person may want there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from acuchart.charting.clinic import Clinic
from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.printing import PrintQueue
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.screens.patient.chart_presenter import ChartPresenter
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.patient.search_presenter import PatientsPresenter
from acuchart.screens.patient.search_view import PatientsPage
from acuchart.screens.printing.panel import PrintPanel
from acuchart.screens.printing.presenter import PrintQueuePresenter
from acuchart.screens.printing.view import PrintPage
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Place
from acuchart.screens.shell.navigator import ShellNavigator
from acuchart.screens.shell.qt_timer import QtTimer
from acuchart.screens.shell.screens import Screen
from acuchart.screens.today.presenter import TodayPresenter
from acuchart.screens.today.view import TodayPage

Maker = Callable[["Bench"], Screen]


@dataclass(frozen=True)
class Bench:
    """What every room is built from."""

    sitting: Sitting
    background: Background
    go: ShellNavigator

    def timer(self, parent: QObject) -> QtTimer:
        """An alarm that lives as long as a screen."""
        return QtTimer(parent)


def furnish(bench: Bench) -> None:
    """Gives the navigator every screen; each is made when it is first wanted."""
    for place, make in PLACES.items():
        bench.go.places.makers[place] = partial(make, bench)


def today(bench: Bench) -> Screen:
    """The board, with the print queue at its side."""
    sitting, clock = bench.sitting, bench.sitting.clock
    panel = PrintPanel("today.print")
    page = TodayPage(panel)
    presenter = TodayPresenter(
        page,
        Today(sitting),
        Patients(sitting),
        Clinic(sitting),
        sitting.user,
        bench.background,
        bench.go,
        clock,
    )
    page.searched.connect(presenter.find)
    page.check_in_wanted.connect(presenter.check_in)
    page.register_wanted.connect(presenter.register)
    page.room_given.connect(presenter.give_room)
    page.taken_back.connect(presenter.take_back)
    page.card_opened.connect(presenter.open_card)
    page.print_wanted.connect(presenter.print_plan)
    page.day_moved.connect(presenter.show_day)
    page.today_wanted.connect(presenter.show_today)
    return Screen(page, (presenter,), presenter.open)


def patients(bench: Bench) -> Screen:
    """Search and registration."""
    sitting = bench.sitting
    page = PatientsPage(sitting.clock.today)
    presenter = PatientsPresenter(page, Patients(sitting), sitting.user, bench.background, bench.go)
    page.searched.connect(presenter.find)
    page.patient_opened.connect(presenter.open_patient)
    page.particulars_wanted.connect(presenter.edit)
    page.registration_wanted.connect(presenter.start_registration)
    page.submitted.connect(presenter.submit)
    page.registered_anyway.connect(presenter.register)
    return Screen(page, (presenter,), presenter.open)


def chart(bench: Bench) -> Screen:
    """A patient's chart."""
    sitting = bench.sitting
    page = ChartPage(str, str)
    presenter = ChartPresenter(
        page,
        Patients(sitting),
        RiskFlags(sitting),
        Today(sitting),
        Intakes(sitting),
        (),
        sitting.user,
        bench.background,
        bench.go,
        sitting.clock,
    )
    page.flag_answered.connect(presenter.ask)
    page.form_wanted.connect(presenter.hand_out)
    page.visit_wanted.connect(presenter.start_visit)
    page.visit_opened.connect(presenter.open_visit)
    page.intake_opened.connect(presenter.open_intake)
    return Screen(page, (presenter,), presenter.open)


def printing(bench: Bench) -> Screen:
    """What waits to be printed."""
    page = PrintPage(bench.background)
    presenter = PrintQueuePresenter(page, PrintQueue(bench.sitting), bench.background, bench.go)
    page.preview_wanted.connect(presenter.preview)
    page.print_wanted.connect(presenter.print_job)
    page.again_wanted.connect(presenter.print_again)
    page.dismissed.connect(presenter.dismiss)
    page.all_wanted.connect(presenter.print_all)
    page.save_chosen.connect(presenter.save)
    return Screen(page, (presenter,), presenter.open)


PLACES: dict[Place, Maker] = {
    Place.TODAY: today,
    Place.PATIENTS: patients,
    Place.CHART: chart,
    Place.PRINT: printing,
}

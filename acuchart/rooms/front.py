"""The rooms everybody works in: the day, patients, the board of rooms, and what is printed."""

from acuchart.charting.calls import RoomCalls
from acuchart.charting.clinic import Clinic
from acuchart.charting.patients import Patients
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.rooms.bench import Bench
from acuchart.screens.patient.search_presenter import PatientsPresenter
from acuchart.screens.patient.search_view import PatientsPage
from acuchart.screens.printing.presenter import PrintQueuePresenter
from acuchart.screens.printing.side import PrintSide
from acuchart.screens.printing.view import PrintPage
from acuchart.screens.session.rooms_presenter import RoomsPresenter
from acuchart.screens.session.rooms_view import RoomsView
from acuchart.screens.shell.reminders import Reminders
from acuchart.screens.shell.screens import Screen
from acuchart.screens.today.presenter import TodayPresenter
from acuchart.screens.today.view import TodayPage


def today(bench: Bench) -> Screen:
    """The board, with the print queue at its side."""
    sitting = bench.sitting
    side = PrintSide("today.print", bench.background)
    queue = _queue(bench, side)
    page = TodayPage(side)
    presenter = TodayPresenter(
        page,
        Today(sitting),
        Patients(sitting),
        Clinic(sitting),
        sitting.user,
        bench.background,
        bench.go,
        sitting.clock,
    )
    reminders = Reminders(
        page.reminders, Sessions(sitting), bench.background, page.show_trouble, only_due=True
    )
    page.searched.connect(presenter.find)
    page.check_in_wanted.connect(presenter.check_in)
    page.register_wanted.connect(presenter.register)
    page.room_given.connect(presenter.give_room)
    page.taken_back.connect(presenter.take_back)
    page.card_opened.connect(presenter.open_card)
    page.reading_wanted.connect(presenter.read_form)
    page.print_wanted.connect(queue.print_all)
    page.day_moved.connect(presenter.show_day)
    page.today_wanted.connect(presenter.show_today)

    def open_all() -> None:
        presenter.open()
        queue.open()
        reminders.open()

    return Screen(page, (presenter, queue, reminders), open_all)


def patients(bench: Bench) -> Screen:
    """Search and registration."""
    sitting = bench.sitting
    page = PatientsPage(sitting.clock.today)
    presenter = PatientsPresenter(
        page, Patients(sitting), sitting.user, bench.background, bench.go, bench.forms
    )
    page.searched.connect(presenter.find)
    page.patient_opened.connect(presenter.open_patient)
    page.particulars_wanted.connect(presenter.edit)
    page.registration_wanted.connect(presenter.start_registration)
    page.submitted.connect(presenter.submit)
    page.registered_anyway.connect(presenter.register)
    page.registered_already.connect(presenter.is_registered)
    page.typed.connect(presenter.type)
    page.given_up.connect(presenter.give_up)
    return Screen(page, (presenter, bench.forms), presenter.open, presenter.edit, presenter.begin)


def rooms(bench: Bench) -> Screen:
    """The board of rooms."""
    page = RoomsView(bench.background)
    sessions = Sessions(bench.sitting)
    presenter = RoomsPresenter(page, sessions, RoomCalls(bench.sitting), bench.background, bench.go)
    reminders = Reminders(page.reminders, sessions, bench.background, page.show_refused, only_due=False)
    page.typing_in.connect(bench.keep_typing)

    def open_both() -> None:
        presenter.open()
        reminders.open()

    return Screen(page, (presenter, reminders, bench.forms), open_both, presenter.in_front)


def printing(bench: Bench) -> Screen:
    """What waits to be printed."""
    page = PrintPage(bench.background)
    presenter = _queue(bench, page)
    return Screen(page, (presenter,), presenter.open)


def _queue(bench: Bench, view: PrintPage | PrintSide) -> PrintQueuePresenter:
    presenter = PrintQueuePresenter(view, PrintQueue(bench.sitting), bench.background, bench.go)
    view.preview_wanted.connect(presenter.preview)
    view.print_wanted.connect(presenter.print_job)
    view.again_wanted.connect(presenter.print_again)
    view.dismissed.connect(presenter.dismiss)
    view.all_wanted.connect(presenter.print_all)
    view.save_chosen.connect(presenter.save)
    return presenter

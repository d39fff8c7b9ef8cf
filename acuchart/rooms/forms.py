"""Forms: the list of them, in the patient's hands, and as the practitioner reads them."""

from acuchart.charting.courses import Courses
from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.rooms.bench import Bench
from acuchart.screens.forms.presenter import FormsPresenter
from acuchart.screens.forms.view import FormsPage
from acuchart.screens.intake.presenter import IntakeFillPresenter
from acuchart.screens.intake.reading_presenter import IntakeReadingPresenter
from acuchart.screens.intake.reading_view import ReadingPage
from acuchart.screens.intake.view import FillPage
from acuchart.screens.shell.screens import Screen


def filling(bench: Bench) -> Screen:
    """The form alone on the screen; only a passphrase of the staff leads out of it."""
    sitting = bench.sitting
    page = FillPage(sitting.knowledge.body)
    presenter = IntakeFillPresenter(
        page, Intakes(sitting), bench.background, bench.go, bench.timer, sitting.clock
    )
    open_ = bench.keeping_fields(page, page.sheet_shown, lambda: presenter.form, presenter.open)
    return Screen(page, (presenter, bench.forms), open_)


def reading(bench: Bench) -> Screen:
    """What was answered, and what must be settled before a needle goes in."""
    sitting = bench.sitting
    page = ReadingPage(sitting.knowledge.body, bench.background)
    presenter = IntakeReadingPresenter(
        page,
        Intakes(sitting),
        Courses(sitting),
        FormPapers(sitting),
        Today(sitting),
        sitting.knowledge,
        bench.background,
        bench.go,
        sitting.clock,
    )
    open_ = bench.keeping_fields(page, page.reading_shown, lambda: presenter.form, presenter.open)
    return Screen(page, (presenter, bench.forms), open_)


def forms(bench: Bench) -> Screen:
    """The forms there are, and those of today."""
    sitting = bench.sitting
    page = FormsPage(sitting.knowledge.body, bench.background)
    presenter = FormsPresenter(
        page,
        Intakes(sitting),
        Patients(sitting),
        FormPapers(sitting),
        tuple(sitting.knowledge.forms_to_hand_out.values()),
        sitting.user,
        bench.background,
        bench.go,
        sitting.clock,
    )
    return Screen(page, (presenter,), presenter.open)

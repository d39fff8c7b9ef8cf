"""A patient's chart."""

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.rooms.bench import Bench
from acuchart.screens.patient.chart_presenter import ChartPresenter
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.shell.navigation import Place
from acuchart.screens.shell.screens import Screen


def chart(bench: Bench) -> Screen:
    """The chart, with the words for patterns and forms that it shows."""
    sitting, knowledge = bench.sitting, bench.sitting.knowledge

    def pattern_words(slug: str) -> str:
        known = knowledge.patterns.get(slug)
        return known.label if known else slug

    def form_words(key: str) -> str:
        known = knowledge.forms.get(key)
        return known.title if known else key

    page = ChartPage(pattern_words, form_words)
    presenter = ChartPresenter(
        page,
        Patients(sitting),
        RiskFlags(sitting),
        Today(sitting),
        Intakes(sitting),
        [(form.key, form.title) for form in knowledge.forms_to_hand_out.values()],
        sitting.user,
        bench.background,
        bench.go,
        sitting.clock,
    )
    page.flag_answered.connect(presenter.ask)
    page.typing_in.connect(bench.keep_typing)
    page.form_wanted.connect(presenter.hand_out)
    page.visit_wanted.connect(presenter.start_visit)
    page.visit_opened.connect(presenter.open_visit)
    page.intake_opened.connect(presenter.open_intake)
    page.particulars_wanted.connect(lambda patient_id: _edit(bench, patient_id))
    return Screen(page, (presenter, bench.forms), presenter.open)


def _edit(bench: Bench, patient_id: object) -> None:
    bench.go.to(Place.PATIENTS)
    screen = bench.go.places.get(Place.PATIENTS)
    if screen.in_front is not None:
        screen.in_front(patient_id)

"""What the chart beside the prescription is told of names, pain and where it hurts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from acuchart.charting.visits import Visits
from acuchart.clinic.forms import Answers, Control, write_answers
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, write_painting
from acuchart.screens.points.chart_lines import PointCard, Treated
from acuchart.screens.points.chart_presenter import ChartPresenter
from tests.helpers.visit_screens import PointsDesk

KNEE = Painting((PainStroke("front", PainStrength.STRONG, ((150.0, 560.0), (156.0, 575.0)), 10.0),))


class Told:
    """A chart that keeps what it is told."""

    def __init__(self) -> None:
        self.painting = Painting()
        self.card_wanted = Wish()

    def show_names(
        self, names: Mapping[str, str], channels: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        self.names = {**names, **channels}
        self.parts = parts

    def show_hanzi(self, channels: Mapping[str, str]) -> None:
        self.hanzi = channels

    def show_card(self, card: PointCard) -> None:
        self.card = card

    def show_treated(self, treated: Treated) -> None:
        self.treated = treated

    def show_suggested(self, codes: Sequence[str]) -> None:
        self.suggested = codes

    def show_painting(self, painting: Painting) -> None:
        self.painting = painting


class Wish:
    def connect(self, slot: Callable[..., object], /) -> object:
        return slot


def test_the_pain_of_the_latest_readable_form_is_shown(desk: PointsDesk) -> None:
    forms = desk.knowledge.forms.values()
    form = next(f for f in forms if any(item.control is Control.BODY_CHART for item in f.walk()))
    item = next(item for item in form.walk() if item.control is Control.BODY_CHART)
    text = write_answers(form, Answers().with_answer(item.link_id, write_painting(KNEE)), complete=False)
    whole = Visits(desk.sitting).open(desk.visit_id)
    at = whole.visit.arrived_at
    filled = Intake(new_id(), whole.patient.id, form.key, at, text, IntakeState.ACCEPTED, completed_at=at)
    later = at + timedelta(hours=1)
    unreadable = replace(filled, answers="{", handed_out_at=later)
    unknown = replace(filled, form="no-such-form|1", handed_out_at=later)
    chart = Told()
    presenter = ChartPresenter(chart, desk.knowledge)
    presenter.show(replace(whole, intakes=(filled, unreadable, unknown)))
    assert chart.painting == KNEE
    waiting = replace(filled, state=IntakeState.HANDED_OUT)
    presenter.show(replace(whole, intakes=(waiting,)))
    assert chart.painting == Painting()
    assert chart.names["LR"] == "Liver"
    assert chart.suggested == chart.treated.points

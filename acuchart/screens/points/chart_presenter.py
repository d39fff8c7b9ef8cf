"""What the chart beside the prescription knows of points, channels and pain. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from acuchart.clinic.chart import VisitChart
from acuchart.clinic.forms import Control, read_answers
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.painting import Painting, read_painting
from acuchart.clinic.point_names import channel_name
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.screens.points.chart_lines import PointCard, Treated, point_card
from acuchart.screens.points.lines import Told


class Wish(Protocol):
    """A signal of the chart."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


class ChartView(Protocol):
    """What the presenter asks of the chart."""

    @property
    def card_wanted(self) -> Wish: ...

    def show_names(
        self, names: Mapping[str, str], channels: Mapping[str, str], parts: Mapping[str, str]
    ) -> None: ...
    def show_hanzi(self, channels: Mapping[str, str]) -> None: ...
    def show_card(self, card: PointCard) -> None: ...
    def show_treated(self, treated: Treated) -> None: ...
    def show_suggested(self, codes: Sequence[str]) -> None: ...
    def show_painting(self, painting: Painting) -> None: ...


class ChartPresenter:
    """Tells the chart how points are called, and for each visit where it hurts."""

    def __init__(self, view: ChartView, knowledge: Knowledge) -> None:
        self._view = view
        self._knowledge = knowledge
        names = {code: point.name for code, point in knowledge.points.items()}
        channels = {code: channel_name(code) for code in (*knowledge.channels.by_code, "EX")}
        view.show_names(names, channels, {code: point.region for code, point in knowledge.points.items()})
        view.show_hanzi({code: channel.hanzi for code, channel in knowledge.channels.by_code.items()})
        view.card_wanted.connect(self._card)

    def show(self, chart: VisitChart) -> None:
        """A visit comes into sight."""
        self._view.show_painting(self._painting(chart.intakes))
        treated = self._treated(chart.course.regions)
        self._view.show_treated(treated)
        self._view.show_suggested(treated.points)

    def _card(self, code: str, told: tuple[Told, ...]) -> None:
        self._view.show_card(point_card(self._knowledge.points[code], told, self._knowledge.cautions))

    def _treated(self, regions: tuple[str, ...]) -> Treated:
        channels = self._knowledge.channels
        passing = (code for region in regions for code in channels.of_chart_region(region))
        used = (code for region in regions for code in channels.points_for(region))
        return Treated(frozenset(passing), tuple(dict.fromkeys(used)))

    def _painting(self, intakes: tuple[Intake, ...]) -> Painting:
        """What was painted last; a form that cannot be read any more has painted nothing."""
        filled = [i for i in intakes if i.state is not IntakeState.HANDED_OUT and i.completed_at is not None]
        for intake in sorted(filled, key=lambda intake: intake.handed_out_at, reverse=True):
            painting = self._painted(intake)
            if painting.strokes:
                return painting
        return Painting()

    def _painted(self, intake: Intake) -> Painting:
        form = self._knowledge.forms.get(intake.form)
        if form is None:
            return Painting()
        try:
            answers = read_answers(form, intake.answers)
            for item in form.walk():
                if item.control is Control.BODY_CHART and answers.answered(item.link_id):
                    return read_painting(str(answers.one(item.link_id)))
        except ChartTrouble:
            return Painting()
        return Painting()

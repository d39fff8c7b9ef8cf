"""Writes why a patient is needled in spite of a danger that concerns no single point. Knows no Qt."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.points import Points
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.seen import PointsView
from acuchart.screens.shell.background import Background


class DangerReasons:
    """Hands reasons in. `recheck` takes the chart as it is then, `in_sight` tells if a visit is shown."""

    def __init__(
        self,
        view: PointsView,
        points: Points,
        background: Background,
        in_sight: Callable[[UUID], bool],
        recheck: Callable[[VisitChart], None],
    ) -> None:
        self._view = view
        self._points = points
        self._background = background
        self._in_sight = in_sight
        self._recheck = recheck

    def write(
        self, visit_id: UUID, danger: str, because: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Writes a reason, or without a word opens the danger again; `then` is called once it is written."""

        def written(chart: VisitChart) -> None:
            then()
            self._recheck(chart)

        def refused(trouble: ChartTrouble) -> None:
            if self._in_sight(visit_id):
                self._view.show_danger_trouble(danger, trouble.sentence)

        self._background.run(
            self, lambda: self._points.needle_all_the_same(visit_id, danger, because), written, refused
        )

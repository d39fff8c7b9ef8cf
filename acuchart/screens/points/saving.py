"""What keeps the prescription of one visit written. Knows no Qt."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.points import Points
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.screens.points.editing import Rows
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator


class PrescriptionSave:
    """Stays bound to its visit, whatever is opened next. `on_conflict` hears of a change from elsewhere."""

    def __init__(
        self,
        points: Points,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID], None],
        visit: Visit,
    ) -> None:
        self._points = points
        self._on_conflict = on_conflict
        self.visit_id = visit.id
        self._rows: Autosave[Rows] = Autosave(background, go, self._prescribe, self._failed, timer(), timer())
        self._rows.start(visit.prescription)

    @property
    def clean(self) -> bool:
        """Whether everything chosen is written."""
        return self._rows.clean

    @property
    def in_conflict(self) -> bool:
        """Whether a person has to choose between what is here and what another window wrote."""
        return self._rows.in_conflict

    @property
    def rows(self) -> Rows:
        """The rows as chosen last, written or not."""
        return self._rows.value or ()

    def write(self, rows: Rows) -> None:
        """Writes the rows at once: each change is a decision of its own, not a letter of a word."""
        self._rows.changed(rows)
        self._rows.flush()

    def flush(self) -> None:
        """Writes at once what waits."""
        self._rows.flush()

    def settle(self, theirs: Rows) -> None:
        """A person chose what is here over what another window wrote."""
        self._rows.settle(theirs)
        self._rows.flush()

    def forget(self) -> None:
        """A person chose what another window wrote."""
        self._rows.stop()

    def _prescribe(self, new: Rows, seen: Rows) -> Rows:
        return self._points.prescribe(self.visit_id, new, seen).visit.prescription

    def _failed(self, trouble: ChartTrouble) -> None:
        """A failure is tried again by itself; a change from elsewhere waits for a person."""
        if isinstance(trouble, ChangedElsewhere):
            self._on_conflict(self.visit_id)

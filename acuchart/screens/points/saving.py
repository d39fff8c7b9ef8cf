"""What keeps the prescription of one visit written. Knows no Qt."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.points import Points
from acuchart.clinic.visit import Visit
from acuchart.screens.points.editing import Rows
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import Saves


class PrescriptionSave(Saves):
    """The rows, written as one part."""

    def __init__(
        self,
        points: Points,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
        visit: Visit,
    ) -> None:
        super().__init__(visit.id, background, go, timer, on_conflict)
        self._points = points
        self._rows = self.part(self._prescribe, visit.prescription)

    @property
    def rows(self) -> Rows:
        """The rows as chosen last, written or not."""
        return self._rows.value or ()

    def write(self, rows: Rows) -> None:
        """Writes the rows at once: each change is a decision of its own, not a letter of a word."""
        self._rows.changed(rows)
        self._rows.flush()

    def settle(self, theirs: Rows) -> None:
        """A person chose what is here over what another window wrote."""
        self._rows.settle(theirs)
        self._rows.flush()

    def _prescribe(self, new: Rows, seen: Rows) -> Rows:
        return self._points.prescribe(self.visit_id, new, seen).visit.prescription

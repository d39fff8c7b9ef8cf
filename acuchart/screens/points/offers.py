"""Suggestions, saved prescriptions, the last visit: shown before they change anything. Knows no Qt."""

from typing import Protocol
from uuid import UUID

from acuchart.charting.prescriptions import Prescriptions
from acuchart.clinic.needling import Needling
from acuchart.clinic.regions import region_words
from acuchart.clinic.saved_prescriptions import Loading, SavedPrescription, dangers_of, loading
from acuchart.clinic.suggestions import suggest
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.editing import Rows
from acuchart.screens.points.offered import (
    SuggestionLines,
    loading_lines,
    saved_lines,
    suggestion_lines,
)
from acuchart.screens.points.seen import PointsView
from acuchart.screens.points.standing import Standing
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _


class Prescription(Protocol):
    """The prescription the offers are for."""

    @property
    def rows(self) -> Rows: ...
    @property
    def standing(self) -> Standing | None: ...
    @property
    def read_only(self) -> bool: ...
    def add_rows(self, rows: Rows) -> None: ...


class Offers:
    """Beside the prescription of the visit in sight."""

    def __init__(
        self,
        view: PointsView,
        prescription: Prescription,
        use_cases: Prescriptions,
        background: Background,
        go: Navigator,
    ) -> None:
        self._view = view
        self._for = prescription
        self._use_cases = use_cases
        self._background = background
        self._go = go
        self.saved: tuple[SavedPrescription, ...] = ()
        self._loading: Loading | None = None
        view.last_wanted.connect(self.load_last)
        view.saved_wanted.connect(self._save)
        view.saved_chosen.connect(self.load)
        view.saved_removed.connect(self._remove)
        view.loading_accepted.connect(self._accept)

    def open(self) -> None:
        """A visit came into sight."""
        self._loading = None
        self._background.run(self, self._use_cases.all, self._listed)

    @property
    def last(self) -> tuple[str, Rows]:
        """What the last visit with points is called, and its rows."""
        standing = self._for.standing
        earlier = standing.chart.earlier if standing is not None else ()
        for visit in earlier:
            if visit.points:
                return _("visit {n}").format(n=visit.number), visit.points
        return "", ()

    def show_suggestions(self) -> None:
        """What might be considered, once something is chosen."""
        standing, rows = self._for.standing, self._for.rows
        if standing is None or self._for.read_only:
            self._view.show_suggestions(SuggestionLines(""))
            return
        facts, knowledge = standing.facts(rows), standing.knowledge
        title = _title(standing)
        if not rows:
            hint = _("Suggestions come after your first point.")
        elif not facts.patterns and not facts.regions:
            hint = _("Confirm a pattern or mark where it hurts for suggestions.")
        else:
            found = suggest(facts, knowledge.points, knowledge.channels, knowledge.body)
            more = "" if facts.patterns else _("Confirm a pattern for more")
            self._view.show_suggestions(suggestion_lines(found, title, knowledge.points, more))
            return
        self._view.show_suggestions(SuggestionLines(title, hint=hint))

    def load_last(self) -> None:
        """Shows what the last visit's points would add."""
        called, rows = self.last
        if rows:
            self._show_loading(rows, called)
        else:
            self._go.toast(_("No earlier visit of this course has points."))

    def load(self, key: UUID) -> None:
        """Shows what a saved prescription would add."""
        saved = next((found for found in self.saved if found.id == key), None)
        if saved is not None:
            self._show_loading(saved.rows, saved.name)

    def _show_loading(self, rows: Rows, origin: str) -> None:
        standing = self._for.standing
        if standing is None or self._for.read_only:
            return
        dangers = dangers_of(rows, standing.cautions(rows))
        self._loading = loading(rows, origin, self._for.rows, dangers, standing.knowledge.points)
        self._view.show_loading(loading_lines(self._loading))

    def _accept(self) -> None:
        if self._loading is not None:
            rows, self._loading = self._loading.rows, None
            self._for.add_rows(rows)

    def _save(self, name: str, shared: bool) -> None:
        rows: tuple[Needling, ...] = self._for.rows
        self._background.run(
            self, lambda: self._use_cases.save(name, shared, rows), self._kept, self._not_kept
        )

    def _kept(self, saved: SavedPrescription) -> None:
        self._view.show_saving("")
        self._go.toast(_("Saved as {name}").format(name=saved.name))
        self._background.run(self, self._use_cases.all, self._listed)

    def _not_kept(self, trouble: ChartTrouble) -> None:
        self._view.show_saving(trouble.sentence)

    def _remove(self, key: UUID) -> None:
        self._background.run(
            self,
            lambda: self._use_cases.remove(key),
            lambda _done: self._background.run(self, self._use_cases.all, self._listed),
            self._not_kept,
        )

    def _listed(self, saved: tuple[SavedPrescription, ...]) -> None:
        self.saved = saved
        called, _rows = self.last
        self._view.show_saved(called, saved_lines(saved, self._use_cases.user_id))


def _title(standing: Standing) -> str:
    """Such as "Suggested for Cold-damp, knee, front, right"."""
    patterns = standing.facts(()).patterns
    named = [_(pattern.label) for pattern in patterns[:1]]
    named += [region_words(region) for region in standing.chart.course.regions[:1]]
    words = ", ".join(named)
    return _("Suggested for {what}").format(what=words) if words else _("Suggested")

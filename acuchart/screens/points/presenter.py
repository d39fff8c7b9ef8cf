"""Turns what a person does on the points screen into a prescription, and says what stands against it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from uuid import UUID

from acuchart.charting.clinic import Clinic
from acuchart.charting.points import Points
from acuchart.charting.prescriptions import Prescriptions
from acuchart.charting.visits import Visits
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import ClinicChanged, Event, VisitSigned
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.safety import as_chosen, standing_dangers
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.knowledge import Knowledge
from acuchart.screens.points import editing, keyed, row_details
from acuchart.screens.points.adding import Adding
from acuchart.screens.points.danger_reasons import DangerReasons
from acuchart.screens.points.draft import Draft, reasons_of
from acuchart.screens.points.finder import Finder
from acuchart.screens.points.history import History
from acuchart.screens.points.keyed import Keyed
from acuchart.screens.points.lines import Beside, row_lines
from acuchart.screens.points.offers import Offers
from acuchart.screens.points.saving import PrescriptionSave
from acuchart.screens.points.seen import PointsView
from acuchart.screens.points.standing import Standing, changes_cautions, closed
from acuchart.screens.points.wishes import Stimulated, Turn
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Step
from acuchart.screens.shell.saves import SavesInHand
from acuchart.words import _


class PointsPresenter:
    """One visit's prescription."""

    def __init__(
        self,
        view: PointsView,
        visits: Visits,
        points: Points,
        prescriptions: Prescriptions,
        clinic: Clinic,
        knowledge: Knowledge,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        beside: Callable[[VisitChart], None] = lambda _chart: None,
    ) -> None:
        self._view = view
        self._visits = visits
        self._clinic = clinic
        self._knowledge = knowledge
        self._points = knowledge.points
        self._background = background
        self._go = go
        self._beside = beside
        self._keys = count(1)
        self._wanted: UUID | None = None
        self._chart: VisitChart | None = None
        self._theirs: VisitChart | None = None
        self._history = History(Draft())
        self._standing: Standing | None = None
        self._make_save = partial(PrescriptionSave, points, background, go, timer, self._conflict)
        self._saves = SavesInHand[PrescriptionSave]()
        self._reasons = DangerReasons(view, points, background, self._in_sight, self._recheck)
        self._offers = Offers(view, self, prescriptions, background, go)
        self._finder = Finder(view, self, self._offers, knowledge.points)
        self._adding = Adding(view, self, self._offers, knowledge.points, self._keys)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.side_chosen.connect(self._side)
        view.depth_given.connect(self._depth)
        view.handled.connect(self._set)
        view.removed.connect(self._remove)
        view.moved.connect(self._move)
        view.kept.connect(self._keep)
        view.reopened.connect(self._reopen)
        view.danger_kept.connect(self._needle_all_the_same)
        view.undone.connect(lambda: self._step(self._history.undo))
        view.redone.connect(lambda: self._step(self._history.redo))
        view.started.connect(self._start)
        view.theirs_taken.connect(self._take_theirs)
        view.mine_kept.connect(self._keep_mine)
        view.sorted.connect(self._sort)
        view.confirmed.connect(self._confirm)

    def open(self, visit_id: UUID) -> None:
        """Shows a visit; what was changed before is written first.

        Until it comes nothing can be done to the one shown before, and what is typed stays in its field.
        """
        self.leave()
        self._wanted = visit_id
        if not self._in_sight(visit_id):
            self._chart = None
        self._view.show_entry("", ())
        self._background.run(self, lambda: self._visits.open(visit_id), self._opened)

    @property
    def form(self) -> Form | None:
        """What is typed and not part of the prescription yet; None while nothing is shown."""
        return Form("points", self._chart.visit.id) if self._chart is not None else None

    def heard(self, event: Event) -> None:
        """A risk fact, finding or rule that changed re-checks every point; a signed visit is read only."""
        chart = self._chart
        if chart is None:
            return
        if changes_cautions(event, chart):
            self._background.run(self, lambda: self._visits.open(chart.visit.id), self._recheck)
        elif isinstance(event, VisitSigned) and event.visit_id == chart.visit.id:
            self.open(chart.visit.id)
        elif isinstance(event, ClinicChanged):
            self._name_needle()

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._saves.flush()

    # Opening.

    def _in_sight(self, visit_id: UUID) -> bool:
        return self._chart is not None and self._chart.visit.id == visit_id

    def _opened(self, chart: VisitChart) -> None:
        if chart.visit.id != self._wanted:
            return
        same = self._in_sight(chart.visit.id)
        if same and not self._saves.clean and not chart.visit.signed:
            self._recheck(chart)
        else:
            self._show(chart)

    def _show(self, chart: VisitChart) -> None:
        visit = chart.visit
        save = (None if visit.signed else self._saves.unwritten(visit.id)) or self._make_save(visit)
        self._saves.take(save)
        same = self._in_sight(chart.visit.id)
        self._chart, self._theirs = chart, None
        if not same or self.rows != save.rows:
            # What was done to this visit can be taken back after looking at another step, too.
            self._history = History(Draft(self._keyed(save.rows), reasons_of(chart)))
        self._view.show_conflict("")
        self._beside(chart)
        self._view.show_visit(chart.visit.number, chart.course.regions, self.read_only)
        self._stand(chart)
        self._offers.open()
        self._name_needle()
        if save.in_conflict:
            self._compare(chart)

    def _recheck(self, chart: VisitChart) -> None:
        """Takes up what is now known about the patient; the rows on the screen stay."""
        if self._in_sight(chart.visit.id):
            self._stand(chart)

    def _stand(self, chart: VisitChart) -> None:
        """Everything is checked against what is known now."""
        self._chart = chart
        self._standing = Standing(chart, self._knowledge, self._visits.clock.today())
        self._view.show_against(self._standing.against)
        self._show_rows()

    def _name_needle(self) -> None:
        self._background.run(
            self, self._clinic.details, lambda details: self._view.show_needle(details.needle)
        )

    def _keyed(self, rows: editing.Rows) -> Keyed:
        return tuple((next(self._keys), row) for row in rows)

    # Changing rows.

    def _side(self, key: int, side: Side) -> None:
        self._alter(key, lambda row: editing.with_side(row, self._points[row.code], side))

    def _depth(self, key: int, text: str) -> None:
        self._alter(key, lambda row: replace(row, depth_mm=editing.read_depth(text)))

    def _set(self, key: int, value: object) -> None:
        """What a cell or a sheet of a row says."""
        match value:
            case Stimulated():
                self._rearrange(key, lambda rows: row_details.stimulated(rows, key, value))
            case Turn():
                self._rearrange(key, lambda rows: row_details.turned(rows, key, value))
            case _:
                self._alter(key, lambda row: keyed.handled(row, value, self._points))

    def _rearrange(self, key: int, change: Callable[[Keyed], Keyed]) -> None:
        """Changes several rows as one; what is refused is told at the row it was asked for."""
        try:
            rows = keyed.touched(change(self.keyed_rows), {key})
            editing.check_done(keyed.bare(rows))
        except ChartTrouble as trouble:
            self._view.show_row_trouble(key, trouble.sentence)
            return
        self.change(rows)
        self._show_rows()

    def _keep(self, key: int, words: str) -> None:
        """Writes why a point with a danger stays, for every row of that point."""
        row, standing = self._row_at(key), self._standing
        if row is None or standing is None:
            return
        try:
            reason = editing.check_reason(row.code, words)
        except ChartTrouble as trouble:
            self._view.show_row_trouble(key, trouble.sentence)
        else:
            dangers = standing_dangers(row, standing.cautions(self.rows))
            self.change(keyed.kept(self.keyed_rows, row.codes, reason, dangers))
            self._view.ask_reason(keyed.first_of(self.keyed_rows, self.waiting) or key)

    def _reopen(self, key: int) -> None:
        row = self._row_at(key)
        if row is not None:
            self.change(keyed.kept(self.keyed_rows, row.codes, ""))

    def _needle_all_the_same(self, danger: str, because: str) -> None:
        """Writes why the patient is needled in spite of a danger that concerns no single point."""
        if self._chart is None:
            return
        history = self._history

        def remember() -> None:
            history.put(history.now.with_reason(danger, because.strip()))

        self._reasons.write(self._chart.visit.id, danger, because, remember)

    def _row_at(self, key: int) -> Needling | None:
        return next((row for at, row in self.keyed_rows if at == key), None)

    def _alter(self, key: int, change: Callable[[Needling], Needling]) -> None:
        """Changes one row; what is refused is told there, and the row shows again what holds."""
        try:
            rows = keyed.touched(keyed.altered(self.keyed_rows, key, change), {key})
        except ChartTrouble as trouble:
            self._view.show_row_trouble(key, trouble.sentence)
            return
        self.change(rows)
        self._show_rows()

    def _remove(self, key: int) -> None:
        gone = self._row_at(key)
        if gone is None or self.read_only:
            return
        self.change(tuple((at, row) for at, row in self.keyed_rows if at != key))
        history, after = self._history, self._history.now

        def undo() -> None:
            if self._history is history and history.now == after:
                self._step(history.undo)

        self._go.toast(_("{code} removed").format(code=gone.code), undo)

    def _move(self, key: int, to: int) -> None:
        self.change(row_details.dropped(self.keyed_rows, key, to))

    def _sort(self) -> None:
        """Front and back in rounds of their own."""
        self.change(row_details.by_position(self.keyed_rows, self._points, self._knowledge.body.views_of))

    def _confirm(self) -> None:
        """Every copied row was looked at."""
        self.change(tuple((at, replace(row, confirmed=True)) for at, row in self.keyed_rows))

    def add_rows(self, rows: editing.Rows) -> None:
        """Puts copied rows after those that are there."""
        self.change(row_details.in_rounds((*self.keyed_rows, *self._keyed(rows))))

    @property
    def usual_side(self) -> Side:
        """The side that hurts; both where none does more."""
        return editing.painful_side(self._chart.course.regions) if self._chart else Side.BOTH

    def change(self, rows: Keyed) -> None:
        """Puts other rows in the place of those that are there."""
        if rows != self.keyed_rows and (not self.read_only or self._only_answers(rows)):
            self._history.put(replace(self._history.now, rows=rows))
            self._write()

    def _step(self, step: Callable[[], Draft]) -> None:
        if self._chart is None or self.read_only:
            return
        before, after = self._history.now, step()
        for danger, because in before.other_reasons(after).items():
            self._reasons.write(self._chart.visit.id, danger, because)
        if after.rows != before.rows:
            self._write()

    def _write(self) -> None:
        if self._saves.now is not None:
            self._saves.now.write(self.rows)
        self._show_rows()

    # What stands against it.

    @property
    def rows(self) -> editing.Rows:
        """The prescription as it stands on the screen."""
        return keyed.bare(self.keyed_rows)

    @property
    def keyed_rows(self) -> Keyed:
        """The same, each row with its key."""
        return self._history.now.rows

    @property
    def waiting(self) -> frozenset[str]:
        """Codes of the points with a danger that nobody settled."""
        return self._standing.waiting(self.rows) if self._standing else frozenset()

    @property
    def standing(self) -> Standing | None:
        """The visit in sight, with what is known about the patient."""
        return self._standing

    @property
    def read_only(self) -> bool:
        """Whether nothing can be chosen any more."""
        return self._chart is None or closed(self._chart)

    def _only_answers(self, rows: Keyed) -> bool:
        """Whether only responses and reasons changed, which may be written until the visit is signed."""
        signed = self._chart is None or self._chart.visit.signed
        return not signed and as_chosen(keyed.bare(rows)) == as_chosen(self.rows)

    def _show_rows(self) -> None:
        standing = self._standing
        if standing is None:
            return
        called, last = self._offers.last
        beside = Beside(
            standing.cautions(self.rows),
            standing.no_current,
            standing.today,
            last,
            called,
            standing.answers,
            standing.chart.visit.signed,
        )
        self._view.show_rows(row_lines(self.keyed_rows, self._points, beside))
        self._view.show_summary(
            standing.summary(self.rows),
            self._history.may_undo and not self.read_only,
            self._history.may_redo,
        )
        self._view.show_dangers(standing.dangers(self.rows), standing.chart.visit.signed)
        self._view.show_copied(editing.copied_words(self.rows))
        self._offers.show_suggestions()

    def _start(self) -> None:
        if self._chart is not None:
            self.leave()
            self._go.to_visit(self._chart.visit.id, Step.NEEDLING)

    # Changed in another window.

    def _conflict(self, visit_id: UUID, _sentence: str) -> None:
        if self._in_sight(visit_id):
            self._background.run(self, lambda: self._visits.open(visit_id), self._compare)

    def _compare(self, chart: VisitChart) -> None:
        if not self._in_sight(chart.visit.id):
            return
        self._theirs = chart
        codes = ", ".join(row.code for row in chart.visit.prescription)
        self._view.show_conflict(codes or _("no points"))

    def _take_theirs(self) -> None:
        if self._theirs is not None:
            self._saves.stop()
            self._show(self._theirs)

    def _keep_mine(self) -> None:
        if self._theirs is not None and self._saves.now is not None:
            self._saves.now.settle(self._theirs.visit.prescription)
            self._theirs = None
            self._view.show_conflict("")

"""Turns what a person does on the points screen into a prescription, and says what stands against it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, Protocol
from uuid import UUID

from acuchart.charting.points import Points
from acuchart.charting.visits import Visits
from acuchart.clinic.cautions import Caution, Level, Risks
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import Event, FlagsChanged, VisitSigned
from acuchart.clinic.needling import DeQi, Needling, Stimulation, Technique, needles_expected
from acuchart.clinic.point_names import channel_name
from acuchart.clinic.point_search import search
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, Unread, read_line
from acuchart.clinic.risks import risks_of
from acuchart.clinic.safety import open_dangers, open_red_flags, standing_dangers
from acuchart.clinic.session import SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.screens.points import editing, keyed
from acuchart.screens.points.history import History
from acuchart.screens.points.keyed import Keyed
from acuchart.screens.points.lines import Hit, NotRead, RowLine, Summary, Told, hit_of, row_lines, told
from acuchart.screens.points.saving import PrescriptionSave
from acuchart.screens.points.typing_line import last_word, says_side, sure_hit, without_last
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Step
from acuchart.words import _

MOST_HITS = 60


class Wish(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


class PointsView(Protocol):
    """What the presenter asks of the screen."""

    @property
    def typed(self) -> Wish: ...
    @property
    def entered(self) -> Wish: ...
    @property
    def point_tapped(self) -> Wish: ...
    @property
    def side_chosen(self) -> Wish: ...
    @property
    def depth_given(self) -> Wish: ...
    @property
    def handled(self) -> Wish: ...
    @property
    def removed(self) -> Wish: ...
    @property
    def moved(self) -> Wish: ...
    @property
    def kept(self) -> Wish: ...
    @property
    def reopened(self) -> Wish: ...
    @property
    def undone(self) -> Wish: ...
    @property
    def redone(self) -> Wish: ...
    @property
    def started(self) -> Wish: ...
    @property
    def theirs_taken(self) -> Wish: ...
    @property
    def mine_kept(self) -> Wish: ...

    def show_visit(self, number: int, regions: tuple[str, ...], read_only: bool) -> None: ...
    def show_rows(self, rows: tuple[RowLine, ...]) -> None: ...
    def show_summary(self, summary: Summary, may_undo: bool, may_redo: bool) -> None: ...
    def show_against(self, against: Mapping[str, Told]) -> None: ...
    def show_hits(self, hits: tuple[Hit, ...], sure: bool, every: int) -> None: ...
    def show_entry(self, text: str, not_read: tuple[NotRead, ...]) -> None: ...
    def show_row_trouble(self, key: int, sentence: str) -> None: ...
    def focus_row(self, key: int) -> None: ...
    def show_conflict(self, theirs: str) -> None: ...


class PointsPresenter:
    """One visit's prescription."""

    def __init__(
        self,
        view: PointsView,
        visits: Visits,
        points: Points,
        knowledge: Knowledge,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        beside: Callable[[VisitChart], None] = lambda _chart: None,
    ) -> None:
        self._view = view
        self._visits = visits
        self._use_cases = points
        self._knowledge = knowledge
        self._points = knowledge.points
        self._background = background
        self._go = go
        self._timer = timer
        self._beside = beside
        self._keys = count(1)
        self._chart: VisitChart | None = None
        self._theirs: VisitChart | None = None
        self._history: History[Keyed] = History(())
        self._against: dict[str, Told] = {}
        self._save: PrescriptionSave | None = None
        self._finishing: list[PrescriptionSave] = []
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.typed.connect(self._typed)
        view.entered.connect(self._entered)
        view.point_tapped.connect(self._tapped)
        view.side_chosen.connect(self._side)
        view.depth_given.connect(self._depth)
        view.handled.connect(self._set)
        view.removed.connect(self._remove)
        view.moved.connect(self._move)
        view.kept.connect(self._keep)
        view.reopened.connect(self._reopen)
        view.undone.connect(lambda: self._step(self._history.undo))
        view.redone.connect(lambda: self._step(self._history.redo))
        view.started.connect(self._start)
        view.theirs_taken.connect(self._take_theirs)
        view.mine_kept.connect(self._keep_mine)

    def open(self, visit_id: UUID) -> None:
        """Shows a visit; what was changed before is written first."""
        self.leave()
        self._background.run(self, lambda: self._visits.open(visit_id), self._opened)

    def heard(self, event: Event) -> None:
        """A risk fact that changed re-checks every point; a signature makes the screen read only."""
        chart = self._chart
        if chart is None:
            return
        if isinstance(event, FlagsChanged) and event.patient_id == chart.patient.id:
            self._background.run(self, lambda: self._visits.open(chart.visit.id), self._recheck)
        elif isinstance(event, VisitSigned) and event.visit_id == chart.visit.id:
            self.open(chart.visit.id)

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._finishing = [save for save in self._finishing if not save.clean]
        for save in (*self._finishing, self._save):
            if save is not None:
                save.flush()

    # Opening.

    def _opened(self, chart: VisitChart) -> None:
        same = self._chart is not None and self._chart.visit.id == chart.visit.id
        unwritten = self._save is not None and not self._save.clean
        if same and unwritten and not chart.visit.signed:
            self._recheck(chart)
        else:
            self._show(chart)

    def _show(self, chart: VisitChart) -> None:
        if self._save is not None:
            self._finishing.append(self._save)
        self._save = PrescriptionSave(
            self._use_cases, self._background, self._go, self._timer, self._conflict, chart.visit
        )
        self._chart, self._theirs = chart, None
        self._history = History(self._keyed(chart.visit.prescription))
        self._view.show_conflict("")
        self._view.show_entry("", ())
        self._beside(chart)
        self._view.show_visit(chart.visit.number, chart.course.regions, self._read_only)
        self._check_all()
        self._show_rows()

    def _recheck(self, chart: VisitChart) -> None:
        """Takes up what is now known about the patient; the rows on the screen stay."""
        if self._chart is not None and self._chart.visit.id == chart.visit.id:
            self._chart = chart
            self._check_all()
            self._show_rows()

    def _keyed(self, rows: editing.Rows) -> Keyed:
        return tuple((next(self._keys), row) for row in rows)

    # Adding points.

    def _typed(self, text: str) -> None:
        word = last_word(text, self._points)
        found = search(word, self._points)[:MOST_HITS] if word else ()
        chosen = {row.code for row in self._rows}
        hits = tuple(
            hit_of(point, channel_name(point.channel), point.code in chosen, self._against.get(point.code))
            for point in found
        )
        self._view.show_hits(hits, bool(found) and sure_hit(word, found[0]), len(self._points))

    def _entered(self, text: str, hit: str, painful: bool) -> None:
        """Adds what was typed, or the hit that was chosen for its last word."""
        if self._read_only:
            return
        wanted = editing.painful_side(self._chart.course.regions) if painful and self._chart else Side.BOTH
        line = without_last(text) if hit else text
        rows, not_read, rest = self._history.now, [], []
        for read in read_line(line, self._points):
            try:
                rows = self._added(rows, self._row(read, wanted))
            except ChartTrouble as trouble:
                rest.append(read.text)
                near = read.near if isinstance(read, Unread) else ()
                not_read.append(NotRead(read.text, trouble.sentence, near))
        if hit:
            rows = self._with_hit(rows, hit, wanted, not_read)
        self._change(rows)
        self._view.show_entry(", ".join(rest), tuple(not_read))

    def _row(self, read: Entry | Unread, wanted: Side) -> Needling:
        if isinstance(read, Unread):
            raise ChartTrouble(read.error)
        row = editing.row_of(read)
        point = self._points[read.code]
        return row if says_side(read.text) else editing.with_side(row, point, wanted)

    def _with_hit(self, rows: Keyed, hit: str, wanted: Side, not_read: list[NotRead]) -> Keyed:
        try:
            return self._added(rows, editing.row_for(self._points[hit], wanted))
        except ChartTrouble as trouble:
            not_read.append(NotRead(hit, trouble.sentence, ()))
            return rows

    def _added(self, rows: Keyed, new: Needling) -> Keyed:
        return keyed.added(rows, new, self._points, self._keys)

    def _tapped(self, code: str, side: Side) -> None:
        """A point of the body chart: added on the side that was tapped, or brought into sight."""
        if self._read_only:
            return
        try:
            rows = self._added(self._history.now, editing.row_for(self._points[code], side))
        except ChartTrouble:
            rows = self._history.now
        self._change(rows)
        self._view.focus_row(next(key for key, row in rows if row.code == code))

    # Changing rows.

    def _side(self, key: int, side: Side) -> None:
        self._alter(key, lambda row: editing.with_side(row, self._points[row.code], side))

    def _depth(self, key: int, text: str) -> None:
        self._alter(key, lambda row: replace(row, depth_mm=editing.read_depth(text)))

    def _set(self, key: int, value: Technique | DeQi | Stimulation | str) -> None:
        """Technique, response, stimulation, or the angle in words."""
        self._alter(key, lambda row: keyed.handled(row, value))

    def _keep(self, key: int, words: str) -> None:
        """Writes why a point with a danger stays, for every row of that point."""
        code = self._code_of(key)
        try:
            reason = editing.check_reason(code, words)
        except ChartTrouble as trouble:
            self._view.show_row_trouble(key, trouble.sentence)
        else:
            dangers = standing_dangers(code, self._knowledge.cautions_for(self._rows, self._risks))
            self._change(keyed.kept(self._history.now, code, reason, dangers))

    def _reopen(self, key: int) -> None:
        self._change(keyed.kept(self._history.now, self._code_of(key), ""))

    def _code_of(self, key: int) -> str:
        return next((row.code for at, row in self._history.now if at == key), "")

    def _alter(self, key: int, change: Callable[[Needling], Needling]) -> None:
        """Changes one row; what is refused is told there, and the row shows again what holds."""
        try:
            rows = keyed.altered(self._history.now, key, change)
        except ChartTrouble as trouble:
            self._view.show_row_trouble(key, trouble.sentence)
            return
        self._change(rows)
        self._show_rows()

    def _remove(self, key: int) -> None:
        gone = next((row for at, row in self._history.now if at == key), None)
        if gone is None or self._read_only:
            return
        self._change(tuple((at, row) for at, row in self._history.now if at != key))
        words = _("{code} removed").format(code=gone.code)
        self._go.toast(words, lambda: self._step(self._history.undo))

    def _move(self, key: int, to: int) -> None:
        self._change(keyed.moved(self._history.now, key, to))

    def _step(self, step: Callable[[], Keyed]) -> None:
        before = self._history.now
        if not self._read_only and step() != before:
            self._write()

    def _change(self, rows: Keyed) -> None:
        if not self._read_only and rows != self._history.now:
            self._history.put(rows)
            self._write()

    def _write(self) -> None:
        if self._save is not None:
            self._save.write(self._rows)
        self._show_rows()

    # What stands against it.

    @property
    def _rows(self) -> editing.Rows:
        return keyed.bare(self._history.now)

    @property
    def _risks(self) -> Risks:
        chart = self._chart
        if chart is None:
            return Risks()
        return risks_of(chart.patient, chart.flags, self._visits.clock.today())

    @property
    def _read_only(self) -> bool:
        chart = self._chart
        if chart is None or chart.visit.signed:
            return True
        return chart.session is not None and chart.session.state is SessionState.CLOSED

    def _check_all(self) -> None:
        """What stands against each point of the nomenclature for this patient, before any is chosen."""
        rows = [Needling(code, point.lies, point.spots) for code, point in self._points.items()]
        self._against = {}
        for caution in self._knowledge.cautions_for(rows, self._risks):
            if caution.point is not None and caution.level is not Level.NOTE:
                self._against.setdefault(caution.point, told(caution))
        self._view.show_against(self._against)

    def _show_rows(self) -> None:
        rows, risks = self._rows, self._risks
        cautions = self._knowledge.cautions_for(rows, risks)
        no_current = _("No EA: pacemaker") if "pacemaker" in risks.flags else ""
        self._view.show_rows(row_lines(self._history.now, self._points, cautions, no_current))
        self._view.show_summary(
            self._summary(cautions), self._history.may_undo and not self._read_only, self._history.may_redo
        )

    def _summary(self, cautions: tuple[Caution, ...]) -> Summary:
        dangers = dict.fromkeys(c.point for c in open_dangers(self._rows, cautions) if c.point)
        whole = tuple(told(caution) for caution in cautions if caution.point is None)
        missing = self._missing(tuple(dangers))
        return Summary(len(self._rows), needles_expected(self._rows), whole, len(dangers), missing)

    def _missing(self, dangers: tuple[str, ...]) -> str:
        """Why needling cannot start, the first thing first."""
        chart = self._chart
        if dangers:
            return _("Settle {code} first.").format(code=dangers[0])
        if chart is not None and open_red_flags(chart.visit.red_flags):
            return _("Write what you decide on the red flag in Findings first.")
        return "" if self._rows else _("Choose at least one point first.")

    def _start(self) -> None:
        if self._chart is not None:
            self.leave()
            self._go.to_visit(self._chart.visit.id, Step.NEEDLING)

    # Changed in another window.

    def _conflict(self, visit_id: UUID) -> None:
        if self._chart is not None and self._chart.visit.id == visit_id:
            self._background.run(self, lambda: self._visits.open(visit_id), self._compare)

    def _compare(self, chart: VisitChart) -> None:
        self._theirs = chart
        codes = ", ".join(row.code for row in chart.visit.prescription)
        self._view.show_conflict(codes or _("no points"))

    def _take_theirs(self) -> None:
        if self._theirs is not None and self._save is not None:
            self._save.forget()
            self._show(self._theirs)

    def _keep_mine(self) -> None:
        if self._theirs is not None and self._save is not None:
            self._save.settle(self._theirs.visit.prescription)
            self._theirs = None
            self._view.show_conflict("")

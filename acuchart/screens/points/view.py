"""The points screen: the body at the left, the prescription at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.points.chart_card import TABS, ChartCard
from acuchart.screens.points.entry_box import EntryBox
from acuchart.screens.points.lines import Hit, NotRead, RowLine, Summary, Told
from acuchart.screens.points.summary_bar import SummaryBar
from acuchart.screens.points.table import PointTable
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _

_CHART_WIDTH, _CHART_NARROW = 472, 372
_WIDE = 1280
"""Content width at standard text size from which the body has its full width."""
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PointsPage(Page):
    """Body chart, entry, table and summary.

    Signals (what a person does; the key of a row comes first):
        typed: the line as it stands. entered: the line, the code of a hit or "", painful side or not.
        point_tapped: code and Side on the body.
        side_chosen, depth_given, handled, removed, moved, kept, reopened: of a row.
        undone, redone, started: of the whole prescription.
        theirs_taken, mine_kept: which of two versions stays.
    """

    typed = Signal(str)
    entered = Signal(str, str, bool)
    point_tapped = Signal(str, object)
    side_chosen = Signal(int, object)
    depth_given = Signal(int, str)
    handled = Signal(int, object)
    removed = Signal(int)
    moved = Signal(int, int)
    kept = Signal(int, str)
    reopened = Signal(int)
    undone = Signal()
    redone = Signal()
    started = Signal()
    theirs_taken = Signal()
    mine_kept = Signal()

    def __init__(self, body: Body, needle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("points")
        self.chart = ChartCard(body)
        self.entry = EntryBox()
        self.table = PointTable()
        self.summary = SummaryBar()
        self.table.show_needle(needle)
        self._lines: tuple[RowLine, ...] = ()
        self._conflict = self._make_conflict()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.chart)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.entry)
        right.addWidget(self._conflict)
        right.addWidget(self.table, 1)
        right.addWidget(self.summary)
        row.addLayout(right, 1)
        self._connect()

    def _connect(self) -> None:
        self.entry.typed.connect(self.typed)
        self.entry.entered.connect(self.entered)
        self.chart.point_tapped.connect(self.point_tapped)
        for name in ("side_chosen", "depth_given", "handled", "removed", "moved", "kept", "reopened"):
            getattr(self.table, name).connect(getattr(self, name))
        for name in ("undone", "redone", "started"):
            getattr(self.summary, name).connect(getattr(self, name))
        self.summary.refused.connect(self._go_to_danger)
        keys = {"/": self.entry.begin, "Ctrl+Z": self.undone.emit, "Ctrl+Shift+Z": self.redone.emit}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=_INSIDE)

    def _make_conflict(self) -> Alert:
        alert = Alert(AlertKind.CAUTION, "", name="points.conflict")
        theirs = Button(_("Show the other version"), size=Size.SMALL, name="points.take_theirs")
        mine = Button(_("Keep what is here"), size=Size.SMALL, name="points.keep_mine")
        theirs.clicked.connect(self.theirs_taken)
        mine.clicked.connect(self.mine_kept)
        alert.add_button(theirs)
        alert.add_button(mine)
        alert.hide()
        return alert

    # What the presenter shows.

    def show_visit(self, number: int, regions: tuple[str, ...], read_only: bool) -> None:
        """A visit comes into sight; the body is enlarged where it hurts."""
        for part in (self.chart, self.entry, self.table, self.summary):
            part.set_read_only(read_only)
        self.chart.zoom_to_regions(regions)
        self.heading_changed.emit(_("Points"), _("Visit {n}").format(n=number))

    def show_rows(self, rows: tuple[RowLine, ...]) -> None:
        """The prescription."""
        self._lines = rows
        self.table.show_rows(rows)
        self.chart.show_rows(rows)

    def show_summary(self, summary: Summary, may_undo: bool, may_redo: bool) -> None:
        """Counts and what is missing."""
        self.summary.show_summary(summary, may_undo, may_redo)

    def show_against(self, against: Mapping[str, Told]) -> None:
        """What stands against each point for this patient, chosen or not."""
        self.chart.show_against(against)

    def show_hits(self, hits: tuple[Hit, ...], sure: bool, every: int) -> None:
        """Points that what is typed may mean."""
        self.entry.show_hits(hits, sure, every)

    def show_entry(self, text: str, not_read: tuple[NotRead, ...]) -> None:
        """What stays in the field, and why."""
        self.entry.show_entry(text, not_read)

    def show_row_trouble(self, key: int, sentence: str) -> None:
        """What could not be done in a row."""
        if key in self.table.keys:
            self.table.row(key).show_trouble(sentence)

    def focus_row(self, key: int) -> None:
        """Brings a row into sight, and its point on the body."""
        self.table.focus_row(key)
        code = next((line.code for line in self._lines if line.key == key), "")
        if code:
            self.chart.show_point(code)

    def show_conflict(self, theirs: str) -> None:
        """Another window holds other points; nothing when empty."""
        self._conflict.setVisible(bool(theirs))
        if theirs:
            sentence = _("There: {points}. Nothing was overwritten.").format(points=theirs)
            self._conflict.say(_("The points were changed in another window"), sentence)

    # The shell.

    @property
    def heading(self) -> tuple[str, str]:
        return _("Points"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        """Keys of this screen."""
        return (
            (("/",), _("Find point")),
            (("Enter",), _("Add")),
            (("L", "R", "B"), _("Side")),
            (("D",), _("Depth")),
            (("E",), _("Stimulation")),
            (("Del",), _("Remove")),
            (("Ctrl", "Z"), _("Undo")),
        )

    def focus_first(self) -> None:
        """Begins where points are typed."""
        self.entry.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _WIDE * ThemeHolder.of_app().theme.scale
        self.chart.setFixedWidth(_CHART_WIDTH if roomy else _CHART_NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose a view while no field is being typed in."""
        number = event.text()
        if number in ("1", "2", "3", "4") and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.chart.show_view(TABS[int(number) - 1])
        else:
            super().keyPressEvent(event)

    def _go_to_danger(self) -> None:
        waiting = next((line.key for line in self._lines if line.open), None)
        if waiting is not None:
            self.table.focus_row(waiting)

"""The points screen: the body at the left, the prescription at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.conflict_alert import ConflictAlert
from acuchart.screens.parts.text import ElidedText
from acuchart.screens.points.chart_card import TABS, ChartCard
from acuchart.screens.points.entry_box import EntryBox
from acuchart.screens.points.lines import Hit, NotRead, PatientDanger, RowLine, Summary, Told
from acuchart.screens.points.offered import LoadingLines, SavedLine, SuggestionLines
from acuchart.screens.points.patient_dangers import PatientDangers
from acuchart.screens.points.saved_panel import LoadingPanel, SavedPanel
from acuchart.screens.points.suggestion_bar import SuggestionBar
from acuchart.screens.points.summary_bar import SummaryBar
from acuchart.screens.points.table import PointTable
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _

_CHART_WIDTH, _CHART_NARROW = 472, 372
_WIDE = 1280
"""Content width at standard text size from which the body has its full width."""
_TALL = 640
"""Content height at standard text size from which suggestions have two lines."""
_FOUR = 620
"""Width beside the body at standard text size from which there is room for four suggestions."""
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PointsPage(Page):
    """Body chart, entry, table and summary.

    Signals (what a person does; the key of a row comes first):
        typed: the line as it stands. entered: the line, the code of a hit or "", painful side or not.
        point_tapped: code and Side on the body.
        side_chosen, depth_given, handled, removed, moved, kept, reopened: of a row.
        danger_kept: a danger of the whole patient, and the reason.
        undone, redone, started: of the whole prescription.
        theirs_taken, mine_kept: which of two versions stays.
        sorted: by position. confirmed: every copied row was looked at. offer_taken: code of a suggestion.
        last_wanted, saved_chosen: what to load. loading_accepted: load it.
        saved_wanted: a name and whether for everybody. saved_removed: key of a prescription.
        rows_shown: the rows may be others than before. typing_in: a `Sheet` of a row, and what it asks.
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
    danger_kept = Signal(str, str)
    undone = Signal()
    redone = Signal()
    started = Signal()
    theirs_taken = Signal()
    mine_kept = Signal()
    sorted = Signal()
    confirmed = Signal()
    offer_taken = Signal(str)
    last_wanted = Signal()
    saved_wanted = Signal(str, bool)
    saved_chosen = Signal(object)
    saved_removed = Signal(object)
    loading_accepted = Signal()
    rows_shown = Signal()
    typing_in = Signal(object, str)

    def __init__(self, body: Body, needle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("points")
        self.chart = ChartCard(body)
        self.entry = EntryBox()
        self.table = PointTable()
        self.summary = SummaryBar()
        self.table.show_needle(needle)
        self._lines: tuple[RowLine, ...] = ()
        self.suggestions = SuggestionBar()
        self.saved = SavedPanel(self)
        self.loading = LoadingPanel(self)
        self._conflict = ConflictAlert("points")
        self._conflict.theirs_taken.connect(self.theirs_taken)
        self._conflict.mine_kept.connect(self.mine_kept)
        self._copied = self._make_copied()
        self.dangers = PatientDangers()
        self.dangers.kept.connect(self.danger_kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.chart)
        right = QVBoxLayout()
        right.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(10)
        self._open_saved = Button(
            _("Saved prescriptions"), icon="bookmark", trailing="chevron-down", name="points.saved_open"
        )
        self._open_saved.setFixedHeight(ThemeHolder.of_app().theme.size("search"))
        self._open_saved.clicked.connect(lambda: self.saved.show_under(self._open_saved))
        first.addWidget(self.entry, 1)
        first.addWidget(self._open_saved, 0, Qt.AlignmentFlag.AlignTop)
        above = QVBoxLayout()
        above.setSpacing(0)
        above.addLayout(first)
        above.addWidget(self.suggestions)
        right.addLayout(above)
        right.addWidget(self._conflict)
        right.addWidget(self._copied)
        right.addWidget(self.dangers)
        right.addWidget(self.table, 1)
        right.addWidget(self.summary)
        row.addLayout(right, 1)
        self._connect()

    def _connect(self) -> None:
        self.entry.typed.connect(self.typed)
        self.entry.typed.connect(lambda _line: self.table.hush())
        self.entry.entered.connect(self.entered)
        self.chart.point_tapped.connect(self.point_tapped)
        of_rows = "side_chosen depth_given handled removed moved kept reopened typing_in"
        for name in of_rows.split():
            getattr(self.table, name).connect(getattr(self, name))
        self.table.left_above.connect(self.entry.begin)
        self.suggestions.taken.connect(self.offer_taken)
        self.saved.last_wanted.connect(self.last_wanted)
        self.saved.chosen.connect(self.saved_chosen)
        self.saved.removed.connect(self.saved_removed)
        self.saved.save_wanted.connect(self.saved_wanted)
        self.loading.accepted.connect(self.loading_accepted)
        for name in ("undone", "redone", "started", "sorted"):
            getattr(self.summary, name).connect(getattr(self, name))
        self.summary.refused.connect(self._go_to_danger)
        keys = {
            "/": self.entry.begin,
            "Ctrl+Z": self.undone.emit,
            "Ctrl+Shift+Z": self.redone.emit,
            "Ctrl+R": self.last_wanted.emit,
            "Ctrl+S": self._save_as,
            "Ctrl+Return": self.confirmed.emit,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=_INSIDE)

    def _make_copied(self) -> Card:
        """A slim line: it stands there at every visit that goes on as the last."""
        card = Card(tint=Tint.CAUTION, padding=(4, 12), name="points.copied")
        row = QHBoxLayout()
        self._copied_words = ElidedText("", "button", "ochreText")
        confirm = Button(
            _("Confirm"), icon="check", keys=("Ctrl", "Enter"), size=Size.SMALL, name="points.confirm_copied"
        )
        confirm.clicked.connect(self.confirmed)
        row.addWidget(IconMark("history", "ochreText"))
        row.addWidget(self._copied_words, 1)
        row.addWidget(confirm)
        card.body.addLayout(row)
        card.hide()
        return card

    def _save_as(self) -> None:
        self.saved.show_under(self._open_saved)
        self.saved.name.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the presenter shows.

    def show_visit(self, number: int, regions: tuple[str, ...], read_only: bool) -> None:
        """A visit comes into sight; the body is enlarged where it hurts."""
        for part in (self.chart, self.entry, self.table, self.summary):
            part.set_read_only(read_only)
        self.entry.setVisible(not read_only)
        self._open_saved.setVisible(not read_only)
        self.chart.zoom_to_regions(regions)
        self.heading_changed.emit(_("Points"), _("Visit {n}").format(n=number))

    def show_rows(self, rows: tuple[RowLine, ...]) -> None:
        """The prescription."""
        self._lines = rows
        self.table.show_rows(rows)
        self.chart.show_rows(rows)
        self.rows_shown.emit()

    def show_summary(self, summary: Summary, may_undo: bool, may_redo: bool) -> None:
        """Counts and what is missing."""
        self.summary.show_summary(summary, may_undo, may_redo)

    def show_dangers(self, dangers: tuple[PatientDanger, ...], read_only: bool) -> None:
        """What stands against needling the patient at all, to be settled by a reason."""
        self.dangers.show_dangers(dangers, read_only)

    def show_danger_trouble(self, danger: str, sentence: str) -> None:
        """Why what was written for such a danger does not do."""
        self.dangers.show_trouble(danger, sentence)

    def show_against(self, against: Mapping[str, Told]) -> None:
        """What stands against each point for this patient, chosen or not."""
        self.chart.show_against(against)

    def show_hits(self, hits: tuple[Hit, ...], sure: bool, every: int) -> None:
        """Points that what is typed may mean."""
        self.entry.show_hits(hits, sure, every)

    def show_entry(self, text: str, not_read: tuple[NotRead, ...], held: tuple[str, ...] = ()) -> None:
        """What stays in the field, and why; `held` is told in the rows."""
        self.entry.show_entry(text, not_read, held)

    def show_row_trouble(self, key: int, sentence: str) -> None:
        """What could not be done in a row; told until another line is typed or the rows change."""
        self.table.show_trouble(key, sentence)

    def bring_row(self, key: int) -> None:
        """Brings a row into sight; who types goes on typing."""
        self.table.bring_row(key)

    def ask_reason(self, key: int) -> None:
        """Goes to the reason a danger asks for; the body stays as it is."""
        self.table.focus_row(key)

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

    def show_needle(self, needle: str) -> None:
        """The clinic's usual needle, in the head of the table."""
        self.table.show_needle(needle)

    def show_copied(self, sentence: str) -> None:
        """Copied points wait to be confirmed; nothing when empty."""
        self._copied.setVisible(bool(sentence))
        if sentence:
            words = _("{what}. Until then they are in no note.").format(what=sentence)
            self._copied_words.setText(words)

    def show_suggestions(self, lines: SuggestionLines) -> None:
        """What might be considered."""
        self.suggestions.show_lines(lines)
        self.chart.show_suggested([card.code for card in lines.cards])

    def show_saved(self, last: str, saved: tuple[SavedLine, ...]) -> None:
        """What can be loaded."""
        self.saved.show_list(last, saved)

    def show_saving(self, sentence: str) -> None:
        """Why a prescription was not saved; empty when it was."""
        self.saved.show_saving(sentence)

    def show_loading(self, lines: LoadingLines) -> None:
        """What loading would add and leave out."""
        self.loading.show_lines(lines, self._open_saved)

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
            ((_("Click"),), _("Add on the body")),
            (("↑", "↓"), _("To the rows")),
            (("L", "R", "B"), _("Side")),
            (("D", "A"), _("Depth, angle")),
            (("E",), _("Stimulation")),
            (("N",), _("Needle and more")),
            (("Del",), _("Remove")),
            ((_("Right click"), _("Menu")), _("About the point")),
            (("Ctrl", "R"), _("Last visit")),
            (("Ctrl", "S"), _("Save as prescription")),
            (("Ctrl", "Enter"), _("Confirm copied points")),
            (("Shift", "Enter"), _("Add on the painful side")),
            (("+", "-", "="), _("Reinforce, reduce, even")),
            (("T",), _("Technique")),
            (("Q",), _("De qi")),
            (("G",), _("Round and position")),
            (("Alt", "↑"), _("Move up")),
            (("Ctrl", "Z"), _("Undo")),
            (("+", "-", "0"), _("On the body: larger, smaller, all of it")),
            (("Shift", "→"), _("On the body: move it")),
        )

    def focus_first(self) -> None:
        """Begins where points are typed."""
        self.entry.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = ThemeHolder.of_app().theme.scale
        chart = _CHART_WIDTH if self.width() >= _WIDE * scale else _CHART_NARROW
        self.chart.setFixedWidth(chart)
        self.suggestions.make_room(self.height() < _TALL * scale, self.width() - chart < _FOUR * scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose a view while no field is typed in; Down goes to the first row, Up to the last."""
        number, key = event.text(), event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.table.keys:
            self.table.focus_row(self.table.keys[0 if key == Qt.Key.Key_Down else -1])
            return
        if number in ("1", "2", "3", "4") and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.chart.show_view(TABS[int(number) - 1])
        else:
            super().keyPressEvent(event)

    def _go_to_danger(self) -> None:
        if self.dangers.focus_open():
            return
        waiting = next((line.key for line in self._lines if line.open), None)
        if waiting is not None:
            self.table.focus_row(waiting)

"""Below the table: how many needles, what concerns the whole patient, and the way on."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.cautions import Level
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.text import Text
from acuchart.screens.points.lines import Summary, Told
from acuchart.screens.points.row_parts import ToldTag
from acuchart.words import _, ngettext

MOST_TAGS = 4
"""Cautions of the whole patient on the line; every one of them can be tapped."""


class SummaryBar(QWidget):
    """Counts, tags, undo and redo, Start needling.

    Signals:
        started, undone, redone, sorted: what a person did.
        refused: Start needling was tapped while something is missing.
    """

    started = Signal()
    undone = Signal()
    redone = Signal()
    refused = Signal()
    sorted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._tag_box = QWidget()
        self._tags = QHBoxLayout(self._tag_box)
        self._tags.setContentsMargins(0, 0, 0, 0)
        self._tags.setSpacing(6)
        self._whole: tuple[Told, ...] | None = None
        column.addWidget(self._tag_box)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._count = Text("", "h3", name="points.count")
        self._undo = Button(
            icon="undo-2", variant=Variant.GHOST, size=Size.SMALL, hint=_("Undo"), name="points.undo"
        )
        self._redo = Button(
            icon="redo-2", variant=Variant.GHOST, size=Size.SMALL, hint=_("Redo"), name="points.redo"
        )
        self._sort = Button(
            icon="arrow-up-down",
            variant=Variant.GHOST,
            size=Size.SMALL,
            hint=_("Order by position: face up, then face down"),
            name="points.sort",
        )
        self._mark = IconMark("octagon-alert", "cinnabarText")
        self._settle = Text("", "small", "cinnabarText")
        self.start = Button(_("Start needling"), Variant.PRIMARY, trailing="arrow-right", name="points.start")
        row.addWidget(self._count)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(self._sort)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._settle)
        row.addWidget(self.start)
        column.addLayout(row)
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)
        self._sort.clicked.connect(self.sorted)
        self.start.clicked.connect(self.started)
        self.start.refused.connect(lambda _sentence: self.refused.emit())

    def show_summary(self, summary: Summary, may_undo: bool, may_redo: bool) -> None:
        """Show counts, what is told of the whole patient, and whether needling can start."""
        points = ngettext("{n} point", "{n} points", summary.points).format(n=summary.points)
        needles = ngettext("{n} needle", "{n} needles", summary.needles).format(n=summary.needles)
        rounds = _("by round {counts}").format(counts=" + ".join(map(str, summary.by_round)))
        self._count.setText(" · ".join([points, needles, *([rounds] if len(summary.by_round) > 1 else [])]))
        alerts = ngettext("{n} alert to settle", "{n} alerts to settle", summary.to_settle)
        self._settle.setText(alerts.format(n=summary.to_settle) if summary.to_settle else "")
        self._mark.setVisible(bool(summary.to_settle))
        self._settle.setVisible(bool(summary.to_settle))
        self.start.set_missing(summary.missing)
        self._undo.setEnabled(may_undo)
        self._redo.setEnabled(may_redo)
        self._show_whole(summary.whole)

    def set_read_only(self, read_only: bool) -> None:
        for button in (self._undo, self._redo, self._sort, self.start):
            button.setVisible(not read_only)

    def _show_whole(self, whole: tuple[Told, ...]) -> None:
        if whole == self._whole:
            return
        self._whole = whole
        while item := self._tags.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in _tags_of(whole):
            self._tags.addWidget(tag)
            tag.show()
        self._tags.addStretch(1)
        self._tag_box.setVisible(bool(whole))


def _tags_of(whole: tuple[Told, ...]) -> Iterator[ToldTag]:
    """A tag for each caution, on one line: those there is no room for share the last, and so do all notes."""
    loud = [told for told in whole if told.level is not Level.NOTE]
    shown = loud if len(loud) <= MOST_TAGS else loud[: MOST_TAGS - 1]
    for number, told in enumerate(shown):
        yield ToldTag(told, f"points.whole.{number}")
    if more := loud[len(shown) :]:
        words = ngettext("{n} more", "{n} more", len(more)).format(n=len(more))
        yield _together(more, words, "points.whole.more")
    if notes := [told for told in whole if told.level is Level.NOTE]:
        words = ngettext("{n} note", "{n} notes", len(notes)).format(n=len(notes))
        yield _together(notes, words, "points.whole.notes")


def _together(several: list[Told], words: str, name: str) -> ToldTag:
    """Several behind one tag, the loudest giving it its look."""
    reasons = "\n".join(words for told in several for words in (told.reason, told.because) if words)
    sources = "; ".join(dict.fromkeys(told.source for told in several))
    return ToldTag(Told("", several[0].level, reasons, sources), name, words)

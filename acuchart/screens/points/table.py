"""The prescription as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.points.dragging import RowDrag
from acuchart.screens.points.lines import RowLine
from acuchart.screens.points.point_row import PointRow
from acuchart.screens.points.row_parts import GRIP
from acuchart.screens.points.row_room import CELL_GAP, SIDE_WIDTH, WIDTHS, Room
from acuchart.words import _

DE_QI_COLUMN = 4


class _Rows(QScrollArea):
    """Keeps the row a person is at in sight while sentences above the table come and go."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        held: QWidget | None = self.focusWidget()
        while held is not None and not isinstance(held, PointRow):
            held = held.parentWidget()
        if held is not None and held.isAncestorOf(QApplication.focusWidget() or self):
            self.ensureWidgetVisible(held)


class PointTable(Card):
    """Head, rows in the order of needling, or how to begin.

    `left_above` tells that Up was pressed in the first row.

    Signals (all with the key of the row first):
        side_chosen, depth_given, handled, removed, kept, reopened: what a person did.
        moved: the place the row goes to.

    And without a key:
        typing_in: a sheet somebody types into, and what it asks.
    """

    left_above = Signal()
    side_chosen = Signal(int, object)
    depth_given = Signal(int, str)
    handled = Signal(int, object)
    removed = Signal(int)
    kept = Signal(int, str)
    reopened = Signal(int)
    moved = Signal(int, int)
    typing_in = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(padding=(0, 0), name="points.table")
        self.body.setSpacing(0)
        self._rows: dict[int, PointRow] = {}
        self._read_only = False
        self._room = Room.ALL
        self._title_row = self._make_titles()
        self.body.addWidget(self._title_row)
        self.body.addWidget(Rule())
        self._area = _Rows()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = self._content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area.setWidget(content)
        self._drag = RowDrag(self._area, content)
        content.setAutoFillBackground(False)
        self._area.verticalScrollBar().rangeChanged.connect(self._align_titles)
        self._empty = EmptyState(
            "target",
            _("No points yet"),
            _("Type a point, search, or tap the body."),
            name="points.empty",
        )
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)
        self.show_rows(())

    def _make_titles(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(GRIP + 8, 6, 4, 6)
        row.setSpacing(CELL_GAP)
        self._needle = ElidedText(_("Point"), "label", "ink2")
        row.addWidget(self._needle, 1)
        self._titles: list[tuple[Text, int, bool]] = []
        self._title_cells = row
        titles = (
            (_("Side"), SIDE_WIDTH, False),
            (_("Depth"), WIDTHS["depth"], True),
            (_("Angle"), WIDTHS["angle"], True),
            (_("Technique"), WIDTHS["technique"], True),
            (_("De qi"), WIDTHS["de_qi"], True),
            (_("Stimulation"), WIDTHS["stimulation"], True),
            ("", WIDTHS["more"], False),
            ("", WIDTHS["remove"], False),
        )
        for words, width, grows in titles:
            title = Text(words, "label", "ink2")
            title.setIndent(6 if grows else 0)
            row.addWidget(title)
            self._titles.append((title, width, grows))
        self._de_qi_title = self._titles[DE_QI_COLUMN][0]
        self.restyle()
        return head

    def _align_titles(self, _least: int, most: int) -> None:
        """Keeps the titles above their columns while a scroll bar narrows the rows."""
        bar = self._area.verticalScrollBar().sizeHint().width() if most else 0
        self._title_cells.setContentsMargins(8 if self._read_only else GRIP + 8, 6, 4 + bar, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = Room.of(self.width() / self.theme.scale)
        self._show_titles()
        for row in self._rows.values():
            row.make_room(self._room)

    def _show_titles(self) -> None:
        """The same columns as the rows have, which lose their buttons with a closed visit."""
        more, remove = self._titles[-2][0], self._titles[-1][0]
        more.setVisible(not self._read_only)
        remove.setVisible(not self._read_only and self._room is Room.ALL)
        self._de_qi_title.setVisible(self._room is not Room.TIGHT)
        self._align_titles(0, self._area.verticalScrollBar().maximum())

    def restyle(self) -> None:
        for title, width, grows in self._titles:
            title.setFixedWidth(self.theme.scaled(width) if grows else width)

    def show_needle(self, needle: str) -> None:
        """Name the needle of the clinic in the head."""
        self._needle.setText(_("Point · {needle}").format(needle=needle) if needle else _("Point"))

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._show_titles()

    def show_rows(self, lines: Sequence[RowLine]) -> None:
        """Show the rows; one that stays keeps its widget, and with it the focus and what is being typed."""
        self._drag.put_back()
        for key in [key for key in self._rows if key not in {line.key for line in lines}]:
            self._drop(key)
        for place, line in enumerate(lines):
            row = self._rows.get(line.key) or self._make(line)
            row.make_room(self._room)
            row.show_line(line, self._read_only)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()
        self._area.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def row(self, key: int) -> PointRow:
        return self._rows[key]

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of the rows, from the top."""
        return tuple(sorted(self._rows, key=lambda key: self._column.indexOf(self._rows[key])))

    def show_trouble(self, key: int, sentence: str) -> None:
        """Say in a row what could not be done there."""
        if key in self._rows:
            self._rows[key].show_trouble(sentence)

    def hush(self) -> None:
        """Take back what could not be done; what is wrong with a row stays."""
        for row in self._rows.values():
            row.wrong.say(row.line.wrong, caution=True)
            row.danger.show_trouble("")

    def bring_row(self, key: int) -> None:
        """Bring a row into sight, wherever the focus is, and the one after it where there is room."""
        if key not in self._rows:
            return
        self._settle_heights()
        at = self.keys.index(key)
        for near in reversed(self.keys[at : at + 2]):
            self._area.ensureWidgetVisible(self._rows[near], 0, 0)

    def focus_row(self, key: int) -> None:
        """Bring a row into sight and focus it; where a danger waits, the field for the reason."""
        row = self._rows.get(key)
        if row is None:
            return
        target = row.danger.reason if row.line.open else row
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bring_row(key)

    def _settle_heights(self) -> None:
        """Gives rows that were just changed their height now, so that scrolling finds where they end."""
        self._column.activate()
        height = max(self._content.sizeHint().height(), self._area.viewport().height())
        self._content.resize(self._content.width(), height)

    def _make(self, line: RowLine) -> PointRow:
        row, key = PointRow(line), line.key
        row.side_chosen.connect(lambda side: self.side_chosen.emit(key, side))
        row.depth_given.connect(lambda text: self.depth_given.emit(key, text))
        row.handled.connect(lambda value: self.handled.emit(key, value))
        row.removed.connect(lambda: self._removed(key))
        row.kept.connect(lambda words: self.kept.emit(key, words))
        row.reopened.connect(lambda: self.reopened.emit(key))
        row.typing_in.connect(self.typing_in)
        row.stepped.connect(lambda step: self._step(key, step))
        row.shifted.connect(lambda step: self.moved.emit(key, self.keys.index(key) + step))
        row.carried.connect(lambda offset: self._drag.carry(row, offset, self._others(key)))
        row.dropped.connect(lambda: self._dropped(key))
        row.put_back.connect(self._drag.put_back)
        self._rows[key] = row
        return row

    def _drop(self, key: int) -> None:
        row = self._rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _removed(self, key: int) -> None:
        """Passes the focus on before the row goes."""
        keys = self.keys
        at = keys.index(key)
        neighbour = keys[at + 1] if at + 1 < len(keys) else keys[at - 1] if at else None
        self.removed.emit(key)
        if neighbour is not None and neighbour in self._rows:
            self._rows[neighbour].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, key: int, step: int) -> None:
        at = self.keys.index(key) + step
        if at < 0:
            self.left_above.emit()
        elif at < len(self.keys):
            self.focus_row(self.keys[at])

    def _others(self, key: int) -> list[PointRow]:
        return [self._rows[other] for other in self.keys if other != key]

    def _dropped(self, key: int) -> None:
        """The row goes where its middle was let go."""
        to = self._drag.let_go()
        if to is not None and to != self.keys.index(key):
            self.moved.emit(key, to)

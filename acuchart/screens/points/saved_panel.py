"""Saved prescriptions: the list, saving what is chosen, and what loading would do before it does it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Rule
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.popover import FlowPopover
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.points.offered import LoadingLines, SavedLine
from acuchart.words import _

_WIDTH = 420
_TWO_LINES = 52


class SavedPanel(FlowPopover):
    """The last visit, one's own prescriptions, the clinic's, and a name for what is chosen now.

    Signals:
        last_wanted: the last visit's points.
        chosen, removed: key of a prescription.
        save_wanted: a name, and whether everybody in the clinic sees it.
    """

    last_wanted = Signal()
    chosen = Signal(object)
    removed = Signal(object)
    save_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(width=_WIDTH, name="points.saved_panel", parent=parent)
        self.last = Button(_("From the last visit"), icon="history", name="points.saved_last")
        self.last.clicked.connect(self._take_last)
        self._list = RowList(name="points.saved_list")
        self._none = Text(_("Nothing saved yet."), "small", "ink2")
        self.name = LabelledField(_("Save what is chosen as"), name="points.saved_name")
        keep_as(self.name.editor, "points.saved_name")
        self.shared = TickBox(_("For everybody in the clinic"), name="points.saved_shared")
        self.save = Button(_("Save"), Variant.PRIMARY, size=Size.SMALL, name="points.saved_save")
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.name.text, self.shared.isChecked()))
        foot = QHBoxLayout()
        foot.addWidget(self.shared, 1)
        foot.addWidget(self.save)
        for widget in (self.last, self._none, self._list, Rule(), self.name):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.editor.hasFocus():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def show_list(self, last: str, saved: Sequence[SavedLine]) -> None:
        """Show what can be loaded."""
        self.last.set_words(_("From {visit}").format(visit=last) if last else _("No earlier points"))
        self.last.setEnabled(bool(last))
        self._none.setVisible(not saved)
        self._list.show_rows([self._row(number, line) for number, line in enumerate(saved, 1)])
        self.adjustSize()

    def show_saving(self, sentence: str) -> None:
        """Say why a name does not do; an empty sentence says that it was saved."""
        self.name.set_error(sentence)
        if not sentence:
            self.name.set_text("")
            self.hide()

    def _row(self, number: int, line: SavedLine) -> Row:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        whose = _("Clinic") if line.shared else _("Mine")
        column.addWidget(ElidedText(line.name, "body"))
        column.addWidget(ElidedText(f"{whose} · {line.points}", "small", "ink2"))
        row = Row([words], tappable=True, name=f"points.saved.{number}")
        row.setAccessibleName(_("Load {name}, {points}").format(name=line.name, points=line.points))
        row.cells.setStretch(0, 1)
        row.setMinimumHeight(row.theme.scaled(_TWO_LINES))
        row.tapped.connect(lambda: self._take(line))
        if line.mine:
            remove = Button(
                icon="x",
                variant=Variant.GHOST,
                size=Size.SMALL,
                hint=_("Remove {name}").format(name=line.name),
                name=f"points.saved_remove.{number}",
            )
            remove.clicked.connect(lambda: self.removed.emit(line.id))
            row.cells.addWidget(remove)
        return row

    def _take(self, line: SavedLine) -> None:
        self.hide()
        self.chosen.emit(line.id)

    def _take_last(self) -> None:
        self.hide()
        self.last_wanted.emit()


class LoadingPanel(FlowPopover):
    """What loading would add, and what it leaves out for this patient. Nothing changes before Add.

    Signals:
        accepted: add it.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(width=_WIDTH, name="points.loading", parent=parent)
        self.title = Text("", "h3")
        self.added = Text("", "body", wrap=True, name="points.loading_added")
        self._out_title = Text(_("Left out for this patient"), "label", "ochreText")
        self.left_out = Text("", "body", "ochreText", wrap=True, name="points.loading_left_out")
        self.add = Button("", Variant.PRIMARY, size=Size.SMALL, name="points.loading_add")
        self.add.clicked.connect(self._accept)
        cancel = Button(_("Cancel"), size=Size.SMALL, name="points.loading_cancel")
        cancel.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.add)
        for widget in (self.title, self.added, self._out_title, self.left_out):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def show_lines(self, lines: LoadingLines, under: QWidget) -> None:
        """Open with what would happen; Enter adds it."""
        self.title.setText(_("Load {what}").format(what=lines.title))
        self.added.setText("\n".join(lines.added) or _("Nothing to add."))
        self.left_out.setText("\n".join(lines.left_out))
        for text in (self._out_title, self.left_out):
            text.setVisible(bool(lines.left_out))
        self.add.set_words(lines.add or _("Add"))
        self.add.set_missing("" if lines.add else _("Everything is in the list already or left out."))
        self.show_under(under)
        self.add.setFocus(Qt.FocusReason.PopupFocusReason)

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()

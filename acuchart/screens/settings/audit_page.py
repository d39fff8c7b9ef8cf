"""The audit log: newest first, with record numbers and no names of patients."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.painted import follow_theme
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.words import N_, _

_HEADS = (N_("Time"), N_("Who"), N_("What"), N_("Record"), N_("Detail"))
_WIDTHS = (150, 150, 250, 90)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act as shown."""

    time: str
    who: str
    what: str
    record: str
    detail: str


class _Lines(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[AuditLine] = ()

    def show_lines(self, lines: Sequence[AuditLine]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self._lines[index.row()]
        return (line.time, line.who, line.what, line.record, line.detail)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return _(_HEADS[section])


class AuditPage(QWidget):
    """The newest acts and the state of the chain.

    Signals:
        check_wanted: the whole chain is to be checked.
    """

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(_("Audit log"))
        self.chain = Tag("", name="settings.audit_chain")
        self.chain.hide()
        self.check = Button(_("Check now"), name="settings.audit_check")
        self.check.clicked.connect(self.check_wanted)
        card.head.addWidget(self.chain)
        card.head.addWidget(self.check)
        self._lines = _Lines()
        self._table = self._make_table()
        self._error = ErrorLine()
        card.body.addWidget(self._error)
        card.body.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._look = follow_theme(self._widen)
        self._widen()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("settings.audit_table")
        table.setAccessibleName(_("Audit log"))
        table.setModel(self._lines)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return table

    def _widen(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self._table.setColumnWidth(column, self._look.theme.scaled(width))
        self._table.verticalHeader().setDefaultSectionSize(self._look.theme.scaled(36))

    @property
    def shown(self) -> int:
        """How many acts are listed."""
        return self._lines.rowCount()

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return str(self._lines.index(row, column).data())

    def show_lines(self, lines: Sequence[AuditLine]) -> None:
        """List acts, the newest first."""
        self._lines.show_lines(lines)

    def show_chain(self, broken: int | None) -> None:
        """Say whether the chain is whole; else the place of the first act that does not fit."""
        if broken is None:
            self.chain.show_tag(_("Chain intact"), TagTone.JADE, "link")
            self._error.say("")
        else:
            self.chain.show_tag(_("Chain broken"), TagTone.DANGER, "link-2-off")
            words = _("Entry {n} does not fit the chain: somebody changed the log outside AcuChart.")
            self._error.say(words.format(n=broken))
        self.chain.show()
        self.check.setEnabled(True)

    def show_checking(self) -> None:
        """The chain is being read."""
        self.check.setEnabled(False)

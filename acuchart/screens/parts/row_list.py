"""A card with a list that comes and goes; a long one scrolls and takes no more room than a few rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card
from acuchart.screens.parts.scroll import Scroll

MOST_ROWS = 2


class RowList(Card):
    """Hidden while there is no row."""

    def __init__(self, title: str, *, name: str) -> None:
        super().__init__(title, padding=(6, 16), name=name)
        self.body.setSpacing(4)
        self._rows: list[QWidget] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._area = Scroll(holder)
        self.body.addWidget(self._area)
        self.hide()

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Puts these rows in place of those before."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            self._column.addWidget(row)
        each = max((row.sizeHint().height() for row in self._rows), default=0)
        shown = min(len(self._rows), MOST_ROWS)
        # Half a row more says that the list goes on.
        tall = shown * (each + 4) + (each // 2 if len(self._rows) > MOST_ROWS else 0)
        self._area.setFixedHeight(tall)
        self.setVisible(bool(self._rows))

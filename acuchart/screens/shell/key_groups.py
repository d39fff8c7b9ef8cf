"""The recovery key on the screen, shown once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import Text
from acuchart.words import _

_ACROSS = 4


class KeyGroups(QWidget):
    """Eight numbered groups of five signs."""

    def __init__(self, groups: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.show_groups(groups)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show a key; no groups take it away."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Off the window at once: the key is not to be found there any more.
                widget.setParent(None)
                widget.deleteLater()
        for number, group in enumerate(groups):
            self._grid.addWidget(_box(number + 1, group), number // _ACROSS, number % _ACROSS)


def _box(number: int, group: str) -> Card:
    card = Card(tint=Tint.RAISED, radius="cardSmall", padding=(10, 8))
    middle = Qt.AlignmentFlag.AlignHCenter
    card.body.setSpacing(0)
    card.body.addWidget(Text(_("Group {n}").format(n=number), "caption", "ink2"), 0, middle)
    signs = Text(group, "h1", name=f"recovery_key.group.{number}")
    card.body.addWidget(signs, 0, middle)
    return card

"""The foot of the window: keys at the left, whether everything is saved at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.save_state import SaveState
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.page import Hint
from acuchart.words import _

_GAP = 20


class Footer(Painted):
    """Shortcut hints, the state of saving, and where the records lie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "footer")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(6)
        self._hints = QHBoxLayout()
        self._hints.setSpacing(_GAP)
        self._shown: list[KeyHint] = []
        self.saving = SaveState(name="footer.saving")
        self._place = Text(_("On this PC only"), "caption", "ink2", name="footer.place")
        row.addLayout(self._hints)
        row.addStretch(1)
        row.addWidget(self.saving)
        row.addSpacing(12)
        row.addWidget(IconMark("hard-drive", "ink2", 14))
        row.addWidget(self._place)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(max(self.theme.size("footer"), self.theme.line("caption") + 14))
        self.fit()

    @property
    def words(self) -> str:
        """What is said about saving."""
        return self.saving.words.text()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show the keys of the screen."""
        for hint in self._shown:
            self._hints.removeWidget(hint)
            hint.deleteLater()
        self._shown = [KeyHint(keys, words) for keys, words in hints]
        for hint in self._shown:
            self._hints.addWidget(hint)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out the last hints where there is no room for all of them."""
        right = self.saving.sizeHint().width() + self._place.sizeHint().width() + 60
        free = self.width() - 48 - right
        room = True
        for hint in self._shown:
            free -= hint.sizeHint().width() + _GAP
            # Those before it say more than a short one that would still fit.
            room = room and free > 0
            hint.setVisible(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.theme.colour("line"))
        painter.end()

"""A choice from a list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from acuchart.screens.parts.corners import cut_corners
from acuchart.screens.parts.painted import begin, follow_theme
from acuchart.screens.parts.segmented import Option
from acuchart.screens.shell.icons import paint_icon


class Combo(QComboBox):
    """A list to choose from, by key. The wheel does not change it, so that scrolling past is safe.

    Signals:
        chosen: the key a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        label: str = "",
        placeholder: str = "",
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setProperty("large", large)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._look = follow_theme(self.update)
        self.set_options(options)
        self.activated.connect(lambda _row: self.chosen.emit(self.key))

    @property
    def key(self) -> str:
        """The key of what is shown, "" for nothing."""
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[Option], key: str = "") -> None:
        """Offer other options without telling anybody."""
        self.clear()
        for option in options:
            self.addItem(f"{option.text} {option.hanzi}".strip(), option.key)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Show an option without telling anybody; an unknown key shows nothing."""
        self.setCurrentIndex(self.findData(key) if key else -1)

    def showPopup(self) -> None:
        super().showPopup()
        cut_corners(self.view().window())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        ink = self._look.theme.colour("ink2" if self.isEnabled() else "inkDisabled")
        paint_icon(painter, "chevron-down", QRectF(self.width() - 32, 0, 18, self.height()), ink)
        painter.end()

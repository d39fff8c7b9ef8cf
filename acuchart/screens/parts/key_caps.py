"""Key caps: which keys do what."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, text_width
from acuchart.screens.shell.theme import Theme

_GAP = 3
_PAD = 5
_LEAST = 20


def _cap_width(theme: Theme, key: str) -> float:
    return max(float(_LEAST), text_width(theme.font("key"), key) + 2 * _PAD)


def caps_width(theme: Theme, keys: Sequence[str]) -> float:
    """Return the width of a row of key caps in px."""
    return sum(_cap_width(theme, key) for key in keys) + _GAP * max(0, len(keys) - 1)


def draw_caps(
    painter: QPainter, theme: Theme, keys: Sequence[str], x: float, middle: float, ink: QColor | None = None
) -> None:
    """Draw key caps from `x` on, around the height `middle`; `ink` is for caps on a filled button."""
    height = theme.line("key") + 2
    for key in keys:
        box = QRectF(round(x), round(middle - height / 2), round(_cap_width(theme, key)), height)
        fill = None if ink is not None else theme.colour("surface")
        draw_panel(painter, box, fill, ink or theme.colour("lineStrong"), theme.radius("key"))
        colour = ink or theme.colour("ink2")
        draw_text(painter, box, key, theme.font("key"), colour, Qt.AlignmentFlag.AlignHCenter)
        x += box.width() + _GAP


class KeyHint(Painted):
    """Key caps and what they do, as in the footer: KeyHint(("Ctrl", "K"), "Commands")."""

    def __init__(self, keys: Sequence[str], words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._words = words
        self.setAccessibleName(" ".join([*("+".join(self._keys),), words]).strip())

    def sizeHint(self) -> QSize:
        words = text_width(self.theme.font("caption"), self._words) + 7 if self._words else 0
        return QSize(round(caps_width(self.theme, self._keys) + words + 1), self.theme.line("key") + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        draw_caps(painter, theme, self._keys, 0, self.height() / 2)
        left = caps_width(theme, self._keys) + 6
        rect = QRectF(left, 0, self.width() - left, self.height())
        draw_text(painter, rect, self._words, theme.font("caption"), theme.colour("ink2"))
        painter.end()

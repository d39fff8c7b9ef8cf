"""The panel everything stands on."""

from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.text import Text


class Tint(StrEnum):
    """The meaning of a panel: its fill and border."""

    PLAIN = "plain"
    JADE = "jade"
    CAUTION = "caution"
    DANGER = "danger"
    INFO = "info"
    SUNKEN = "sunken"
    RAISED = "raised"
    ALARM = "alarm"
    MINE = "mine"
    DUE = "due"
    DASHED = "dashed"
    LINE = "line"
    BARE = "bare"


# Fill, border and border width of each tint; an empty name is nothing.
_TINTS: dict[Tint, tuple[str, str, float]] = {
    Tint.PLAIN: ("surface", "line", 1),
    Tint.JADE: ("jadeTint", "jadeLine", 1),
    Tint.CAUTION: ("ochreTint", "ochreLine", 1),
    Tint.DANGER: ("cinnabarTint", "cinnabarLine", 1),
    Tint.INFO: ("slateTint", "lineStrong", 1),
    Tint.SUNKEN: ("sunken", "", 0),
    Tint.RAISED: ("raised", "lineStrong", 1),
    Tint.ALARM: ("alarm", "alarm", 1),
    Tint.MINE: ("surface", "jade", 2),
    Tint.DUE: ("surface", "ochre", 1),
    Tint.DASHED: ("", "lineStrong", 1),
    Tint.LINE: ("", "line", 1),
    Tint.BARE: ("", "", 0),
}


class Card(Painted):
    """A rounded panel with a column of content in `body`.

    `radius` is a name of the tokens. A `title` makes a head row, to which `head` adds things at the right.
    """

    def __init__(
        self,
        title: str = "",
        *,
        hanzi: str = "",
        tint: Tint = Tint.PLAIN,
        radius: str = "card",
        padding: tuple[int, int] | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self._tint = tint
        self._radius = radius
        down, across = padding or self.theme.pair("cardPad")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(self.theme.space("sm"))
        self.head = QHBoxLayout()
        self.head.setSpacing(self.theme.space("s"))
        if title:
            self._make_head(title, hanzi)

    @property
    def tint(self) -> Tint:
        return self._tint

    def set_tint(self, tint: Tint) -> None:
        self._tint = tint
        self.update()

    def set_title(self, title: str) -> None:
        self.title_label.setText(title)

    def _make_head(self, title: str, hanzi: str) -> None:
        self.title_label = Text(title, "h3")
        self.head.addWidget(self.title_label)
        if hanzi:
            self.head.addWidget(Text(hanzi, "body", "ink2"))
        self.head.addStretch(1)
        self.body.addLayout(self.head)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border, width = _TINTS[self._tint]
        theme, painter = self.theme, begin(self)
        draw_panel(
            painter,
            QRectF(self.rect()),
            theme.colour(fill) if fill else None,
            theme.colour(border) if border else None,
            theme.radius(self._radius),
            width,
            self._tint is Tint.DASHED,
        )
        painter.end()


class Rule(Painted):
    """A thin line across, between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour("line"))
        painter.end()

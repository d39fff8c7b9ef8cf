"""Small words that say a state: tags, and the cautions of a patient."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon

_PAD = 8
_ICON = 14


class TagTone(StrEnum):
    """What a tag means."""

    NEUTRAL = "neutral"
    JADE = "jade"
    CAUTION = "caution"
    DANGER = "danger"
    INFO = "info"
    PLAIN = "plain"
    """On a tinted panel."""


_TONES: dict[TagTone, tuple[str, str]] = {
    TagTone.NEUTRAL: ("sunken", "ink2"),
    TagTone.JADE: ("jadeTint", "jadeText"),
    TagTone.CAUTION: ("ochreTint", "ochreText"),
    TagTone.DANGER: ("cinnabarTint", "cinnabarText"),
    TagTone.INFO: ("slateTint", "slateText"),
    TagTone.PLAIN: ("surface", "ink"),
}


class Tag(Painted):
    """A word in a tinted box; not to be tapped."""

    def __init__(
        self,
        text: str,
        tone: TagTone = TagTone.NEUTRAL,
        *,
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_tag(text, tone, icon)

    @property
    def text(self) -> str:
        return self._text

    @property
    def tone(self) -> TagTone:
        return self._tone

    def show_tag(self, text: str, tone: TagTone = TagTone.NEUTRAL, icon: str = "") -> None:
        """Show another word, meaning or icon."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self.theme.font("key"), self._text) + 2 * _PAD + 1
        width += _ICON + 5 if self._icon else 0
        return QSize(round(width), self.theme.size("tag"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        fill, ink = _TONES[self._tone]
        draw_panel(painter, QRectF(self.rect()), theme.colour(fill), None, theme.radius("tag"))
        left = float(_PAD)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, 0, _ICON, self.height()), theme.colour(ink))
            left += _ICON + 5
        rect = QRectF(left, 0, self.width() - left - _PAD + 1, self.height())
        draw_text(painter, rect, self._text, theme.font("key"), theme.colour(ink))
        painter.end()


class CautionChip(PaintedButton):
    """A caution in the patient bar: an icon and a short word. A tap asks for its detail (`clicked`)."""

    def __init__(self, text: str, *, icon: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, name=name, parent=parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._look = follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        font = theme.sized_font("button", 14 * theme.scale)
        width = text_width(font, self.text()) + 24 + (24 if self._icon else 0)
        return QSize(round(width + 1), theme.size("caution"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        border = theme.colour("ochre" if self.underMouse() else "ochreLine")
        draw_panel(painter, QRectF(self.rect()), theme.colour("ochreTint"), border, theme.radius("control"))
        ink, left = theme.colour("ochreText"), 12.0
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, 0, 16, self.height()), ink)
            left += 24
        font = theme.sized_font("button", 14 * theme.scale)
        rect = QRectF(left, 0, self.width() - left - 11, self.height())
        draw_text(painter, rect, self.text(), font, ink)
        painter.end()

"""A tag that can be tapped: small to look at, large enough to hit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon

_PAD = 8
_ICON = 13


class TagButton(PaintedButton):
    """Words in a small tinted box, dashed while there is nothing to say yet. Listen to `clicked`."""

    def __init__(
        self, text: str = "", *, icon: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._invites = False
        self._look = follow_theme(self._restyle)

    def show_words(self, text: str, said: str, *, icon: str = "", invites: bool = False) -> None:
        """Show words; `said` is what assistive technology says, `invites` that there is nothing yet."""
        if (text, said, icon, invites) == (self.text(), self.accessibleName(), self._icon, self._invites):
            return
        self.setText(text)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self._icon, self._invites = icon, invites
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        width = text_width(theme.font("key"), self.text()) + 2 * _PAD + 2
        width += _ICON + 5 if self._icon else 0
        return QSize(round(width), theme.size("buttonSmall"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        height = theme.size("tag")
        box = QRectF(0, (self.height() - height) / 2, self.width(), height)
        active = self.isEnabled() and (self.underMouse() or self.hasFocus())
        fill = None if self._invites else theme.colour("sunken")
        border = theme.colour("jade" if active else "lineStrong") if active or self._invites else None
        draw_panel(painter, box, fill, border, theme.radius("tag"), dashed=self._invites)
        ink, left = theme.colour("ink2"), float(_PAD)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, 0, _ICON, self.height()), ink)
            left += _ICON + 5
        room = QRectF(left, 0, self.width() - left - _PAD + 1, self.height())
        draw_text(painter, room, self.text(), theme.font("key"), ink)
        painter.end()

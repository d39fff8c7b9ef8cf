"""One answer of a form to tap, large enough for any finger."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon

_PAD = 20
_MARK = 24
_GAP = 14
_WIDEST = 520


class AnswerKey(PaintedButton):
    """Words with a mark that says whether they are chosen: round where one is chosen, square for several."""

    def __init__(
        self, words: str, *, several: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, name=name, parent=parent)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setProperty("ringRadius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._several = several
        self._look = follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _words_left(self) -> float:
        return _PAD + _MARK + _GAP

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        words = text_width(theme.font("kioskLabel"), self.text())
        width = min(self._words_left() + words + _PAD + 2, _WIDEST)
        lines = 2 if self._words_left() + words + _PAD > _WIDEST else 1
        height = max(theme.size("buttonKiosk"), lines * theme.line("kioskLabel") + 16)
        return QSize(round(width), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(110, self.sizeHint().width()), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._look.theme
        room = QRectF(0, 0, max(40.0, width - self._words_left() - _PAD), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = QFontMetricsF(theme.font("kioskLabel")).boundingRect(room, flags, self.text()).height()
        return max(theme.size("buttonKiosk"), round(needed) + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._look.theme, begin(self), self.isChecked()
        quiet = "hover" if self.underMouse() and self.isEnabled() else "surface"
        fill, border = ("jadeTint", "jade") if on else (quiet, "lineStrong")
        panel = QRectF(self.rect())
        draw_panel(
            painter, panel, theme.colour(fill), theme.colour(border), theme.radius("card"), 3 if on else 1
        )
        mark = QRectF(_PAD, (self.height() - _MARK) / 2, _MARK, _MARK)
        radius = theme.radius("tag") if self._several else _MARK / 2
        draw_panel(
            painter,
            mark,
            theme.colour("jade" if on else "surface"),
            theme.colour("jade" if on else "control"),
            radius,
            1.5,
        )
        if on:
            paint_icon(painter, "check", mark.adjusted(4, 4, -4, -4), theme.colour("onJade"))
        words = panel.adjusted(self._words_left(), 0, -_PAD, 0)
        painter.setFont(theme.font("kioskLabel"))
        painter.setPen(theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        painter.end()

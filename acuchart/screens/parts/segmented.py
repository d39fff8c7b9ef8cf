"""One of a few: segments on a sunken track."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.shell.icons import paint_icon

_TRACK = 3
_PAD = 15
_ICON = 16


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its key for the program, its words for people, and perhaps hanzi or an icon."""

    key: str
    text: str
    hanzi: str = ""
    icon: str = ""


class _Segment(QPushButton):
    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(option.text, parent)
        self.option = option
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(option.text)
        self._look = follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        theme = self._look.theme
        return theme.sized_font("button", 14 * theme.scale)

    def sizeHint(self) -> QSize:
        return QSize(round(self._content() + 2 * _PAD), self._look.theme.size("button") - 2 * _TRACK)

    def _content(self) -> float:
        """Width of words, hanzi and icon."""
        option = self.option
        width = text_width(self._font(), option.text)
        width += text_width(self._font(), option.hanzi) + 6 if option.hanzi else 0
        return width + (_ICON + 7 if option.icon else 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, option = self._look.theme, begin(self), self.option
        if self.isChecked():
            radius = theme.radius("seg")
            draw_panel(
                painter, QRectF(self.rect()), theme.colour("raised"), theme.colour("lineStrong"), radius
            )
        strong = self.isChecked() or self.underMouse()
        ink = theme.colour("inkDisabled" if not self.isEnabled() else "ink" if strong else "ink2")
        left = (self.width() - self._content()) / 2  # in the middle, also where it is narrower than it likes
        if option.icon:
            paint_icon(painter, option.icon, QRectF(left, 0, _ICON, self.height()), ink)
            left += _ICON + 7
        width = text_width(self._font(), option.text) + 1
        draw_text(painter, QRectF(left, 0, width, self.height()), option.text, self._font(), ink)
        if option.hanzi:
            rect = QRectF(left + width + 5, 0, self.width(), self.height())
            draw_text(painter, rect, option.hanzi, self._font(), theme.colour("ink2"))
        painter.end()


class Segmented(Painted):
    """A choice of exactly one, with arrow keys within.

    Signals:
        chosen: the key, when a person chose another segment.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        key: str = "",
        *,
        name: str = "",
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self.setAccessibleName(label)
        self._segments: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_TRACK, _TRACK, _TRACK, _TRACK)
        row.setSpacing(2)
        for option in options:
            self._add(option, row)
        self._group.idClicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._key = key or (options[0].key if options else "")
        if self._key:
            self.choose(self._key)

    @property
    def key(self) -> str:
        """The key of the chosen segment."""
        return self._key

    def choose(self, key: str) -> None:
        """Show a segment as chosen without telling anybody. An unknown key raises KeyError."""
        self._segments[key].setChecked(True)
        self._key = key

    def segment(self, key: str) -> QPushButton:
        """Return the button of one segment."""
        return self._segments[key]

    def _add(self, option: Option, row: QHBoxLayout) -> None:
        segment = _Segment(option, self)
        segment.setObjectName(f"{self.objectName()}.{option.key}" if self.objectName() else "")
        self._group.addButton(segment, len(self._segments))
        self._segments[option.key] = segment
        row.addWidget(segment)

    def _clicked(self, number: int) -> None:
        key = list(self._segments)[number]
        if key != self._key:
            self._key = key
            self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        radius = self.theme.radius("control")
        draw_panel(painter, QRectF(self.rect()), self.theme.colour("sunken"), None, radius)
        painter.end()

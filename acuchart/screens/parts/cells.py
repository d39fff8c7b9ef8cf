"""One of a few in joined cells, such as the side of a point; and worse or better, which may be neither."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from acuchart.clinic.points import Side
from acuchart.screens.parts.painted import Painted, begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.segmented import Option
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.words import _

_CELL = 40


class _Cell(QPushButton):
    def __init__(self, text: str, label: str, first: bool, last: bool, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._first, self._last = first, last
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.update)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        width = text_width(theme.font("buttonPrimary"), self.text()) + 16
        return QSize(max(_CELL, round(width)), _CELL - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._look.theme, begin(self), self.isChecked()
        if on or (self.underMouse() and self.isEnabled()):
            self._paint_fill(painter, theme.colour("jadeTint2" if on else "hover"))
        ink = theme.colour("jadeText" if on else "ink2" if self.isEnabled() else "inkDisabled")
        font = theme.sized_font("buttonPrimary" if on else "button", 14 * theme.scale)
        draw_text(painter, QRectF(self.rect()), self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _paint_fill(self, painter: QPainter, fill: QColor) -> None:
        """Fill the cell; the first and the last one follow the round corners of the frame."""
        radius = self._look.theme.radius("control") - 1
        rect = QRectF(self.rect())
        left = 0 if self._first else -radius
        right = 0 if self._last else radius
        painter.setClipRect(rect)
        draw_panel(painter, rect.adjusted(left, 0, right, 0), fill, None, radius)
        painter.setClipping(False)


class Cells(Painted):
    """Joined cells of which at most one is chosen.

    With `may_be_none`, a tap on the chosen cell takes it back. Signals:
        chosen: the key, or "" when it was taken back.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        *,
        labels: Mapping[str, str] | None = None,
        may_be_none: bool = False,
        label: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self._label = label
        self._may_be_none = may_be_none
        self._key = ""
        self._cells: dict[str, _Cell] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for option in options:
            ends = (option is options[0], option is options[-1])
            self._add(option, (labels or {}).get(option.key, option.text), ends, row)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose("")

    @property
    def key(self) -> str:
        """The key of the chosen cell, "" for none."""
        return self._key

    def choose(self, key: str) -> None:
        """Show a cell as chosen without telling anybody; "" for none. An unknown key raises KeyError."""
        if key:
            self._cells[key].setChecked(True)
        for other, cell in self._cells.items():
            cell.setChecked(other == key)
        self._key = key
        said = self._cells[key].accessibleName() if key else _("not chosen")
        self.setAccessibleName(_("{label}: {value}").format(label=self._label, value=said))

    def cell(self, key: str) -> QPushButton:
        """Return the button of one cell."""
        return self._cells[key]

    def tap(self, key: str) -> None:
        """Do what a tap on a cell does."""
        wanted = "" if self._may_be_none and key == self._key else key
        changed = wanted != self._key
        self.choose(wanted)
        if changed:
            self.chosen.emit(wanted)

    def _add(self, option: Option, label: str, ends: tuple[bool, bool], row: QHBoxLayout) -> None:
        cell = _Cell(option.text, label, *ends, self)
        cell.setObjectName(f"{self.objectName()}.{option.key}" if self.objectName() else "")
        cell.clicked.connect(lambda _on=False, key=option.key: self.tap(key))
        self._cells[option.key] = cell
        row.addWidget(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._cells)
        focused = next((key for key, cell in self._cells.items() if cell.hasFocus()), "")
        if step and focused:
            at = max(0, min(len(keys) - 1, keys.index(focused) + step))
            focus_by_key(self._cells[keys[at]])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, radius = begin(self), QRectF(self.rect()), self.theme.radius("control")
        draw_panel(painter, rect, self.theme.colour("surface"), self.theme.colour("line"), radius)
        painter.end()


class SideSelector(Cells):
    """L, R or Bi, the patient's. Keys L, R and B choose while it has the focus.

    Signals:
        side_chosen: the Side.
    """

    side_chosen = Signal(object)

    def __init__(self, *, label: str = "", name: str = "", parent: QWidget | None = None) -> None:
        options = (Option(Side.LEFT, _("L")), Option(Side.RIGHT, _("R")), Option(Side.BOTH, _("Bi")))
        labels = {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), Side.BOTH: _("Both sides")}
        super().__init__(
            options,
            labels={str(k): v for k, v in labels.items()},
            label=label or _("Side"),
            name=name,
            parent=parent,
        )
        self.chosen.connect(lambda key: self.side_chosen.emit(Side(key)))

    def show_side(self, side: Side | None) -> None:
        """Show a side without telling anybody; None for not chosen, and midline points have no cells."""
        midline = side is Side.MIDLINE
        self.setEnabled(not midline)
        self.choose("" if side is None or midline else side.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT, Qt.Key.Key_B: Side.BOTH}
        side = wanted.get(Qt.Key(event.key())) if not event.modifiers() else None
        if side is not None and self.isEnabled():
            self.tap(side.value)
        else:
            super().keyPressEvent(event)

"""Three places on each wrist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.text import Text
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class PulsePlace:
    """One cell: its key, the name of the place with hanzi, and what it stands for."""

    key: str
    place: str
    organ: str


class PulseCell(PaintedButton):
    """One place: its name above, what was felt below, or an invitation in a dashed frame."""

    def __init__(self, place: PulsePlace, name: str, parent: QWidget) -> None:
        super().__init__(name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place = place
        self._felt = ""
        self._current = False
        self._look = follow_theme(self.updateGeometry)
        self.show_felt("", current=False)

    @property
    def felt(self) -> str:
        return self._felt

    def show_felt(self, felt: str, current: bool) -> None:
        """Show what was felt, in words."""
        self._felt, self._current = felt, current
        title = f"{self._place.place}, {self._place.organ}"
        self.setAccessibleName(_("{label}: {value}").format(label=title, value=felt or _("not set")))
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(150, theme.line("caption") + theme.line("body") + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self._look.theme, begin(self), QRectF(self.rect())
        fill = "jadeTint" if self._current else "hover" if self.underMouse() else "surface"
        border = theme.colour("jade" if self._current else "line" if self._felt else "lineStrong")
        width, dashed = 2 if self._current else 1, not self._felt and not self._current
        draw_panel(painter, rect, theme.colour(fill), border, theme.radius("control"), width, dashed)
        upper = QRectF(11, 5, rect.width() - 22, theme.line("caption"))
        title = f"{self._place.place} · {self._place.organ}"
        draw_text(painter, upper, title, theme.font("caption"), theme.colour("ink2"))
        lower = QRectF(11, upper.bottom(), rect.width() - 22, rect.height() - upper.bottom() - 4)
        role, ink = ("button", "ink") if self._felt else ("body", "ink2")
        font = theme.sized_font(role, 14 * theme.scale)
        draw_text(painter, lower, self._felt or _("Tap to set"), font, theme.colour(ink))
        painter.end()


class PulseGrid(QWidget):
    """Two columns, left and right wrist, of three cells each.

    Signals:
        cell_tapped: the key of the cell.
    """

    cell_tapped = Signal(str)

    def __init__(
        self,
        left: Sequence[PulsePlace],
        right: Sequence[PulsePlace],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._cells: dict[str, PulseCell] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for column, (title, places) in enumerate(((_("Left wrist"), left), (_("Right wrist"), right))):
            grid.addWidget(Text(title, "small", "ink2"), 0, column, Qt.AlignmentFlag.AlignLeft)
            for row, place in enumerate(places, start=1):
                grid.addWidget(self._cell(place), row, column)

    def cell(self, key: str) -> PulseCell:
        return self._cells[key]

    def show_pulse(self, felt: Mapping[str, str], current: str = "") -> None:
        """Show what was felt at each place, by key; a missing key is not set."""
        for key, cell in self._cells.items():
            cell.show_felt(felt.get(key, ""), key == current)

    def _cell(self, place: PulsePlace) -> PulseCell:
        cell = PulseCell(place, f"{self.objectName()}.{place.key}" if self.objectName() else "", self)
        cell.clicked.connect(lambda: self.cell_tapped.emit(place.key))
        self._cells[place.key] = cell
        return cell

"""Where it hurts, painted on front and back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.body import Body, View
from acuchart.clinic.painting import (
    PainStrength,
    PainStroke,
    Painting,
    painted_regions,
    read_painting,
    write_painting,
)
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.pain_edit import PainEditor
from acuchart.screens.parts.pain_regions import PainRegions
from acuchart.screens.parts.pain_sheet import PainSheet
from acuchart.screens.parts.pain_tools import PainTools
from acuchart.words import _

_RUBBER = 0.75
_STEP = 1.5


class PainPaint(QWidget):
    """Front and back side by side; the tools are a widget of their own in `tools`, to be put where they fit.

    The value is the text of `write_painting`. Signals:
        changed: the value, when a stroke ended, or something was erased, taken back or chosen from the list.
    """

    changed = Signal(str)

    def __init__(self, body: Body, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._body = body
        self._editor = PainEditor()
        self._tool: PainStrength | None = PainStrength.STRONG
        self._read_only = False
        views = ((body.view("front"), _("Front")), (body.view("back"), _("Back")))
        self.tools = PainTools(name=f"{name}.tools" if name else "")
        self.sheets = [PainSheet(view, title, name=self._part(view.name)) for view, title in views]
        self._views = views
        self._regions: PainRegions | None = None
        self._switch = Button(_("Choose from a list"), Variant.GHOST, icon="list", name=self._part("as_list"))
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        pictures = QWidget()
        row = QHBoxLayout(pictures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for sheet in self.sheets:
            row.addWidget(sheet, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._switch)
        column.addLayout(foot)

    def _connect(self) -> None:
        for sheet in self.sheets:
            sheet.began.connect(self._begin)
            sheet.moved.connect(self._move)
            sheet.ended.connect(self._end)
        self.tools.tool_chosen.connect(self.take_tool)
        self.tools.undo_wanted.connect(self.undo)
        self._switch.clicked.connect(self._turn_page)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)

    @property
    def value(self) -> str:
        """The painting as the text of an answer; "" while nothing is painted."""
        painting = self._editor.painting
        return write_painting(painting) if painting.strokes else ""

    @property
    def regions(self) -> PainRegions:
        """The list of the parts of the body; made when it is first asked for, as it is long."""
        if self._regions is None:
            self._regions = PainRegions(self._views, name=self._part("list"))
            self._regions.strength_chosen.connect(self._fill)
            self._regions.setEnabled(not self._read_only)
            self._pages.addWidget(self._regions)
        return self._regions

    @property
    def painting(self) -> Painting:
        return self._editor.painting

    def show_value(self, value: str) -> None:
        """Show a painting without telling anybody; it cannot be taken back beyond it.

        Raises:
            ChartTrouble: if the text is no painting.
        """
        if value != self.value:
            self._editor.start(read_painting(value))
            self._show()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.tools.setEnabled(not read_only)
        if self._regions is not None:
            self._regions.setEnabled(not read_only)

    def take_tool(self, tool: PainStrength | None) -> None:
        """Take a strength in hand, or with None the rubber."""
        self._tool = tool
        self.tools.show_tool(tool)

    def undo(self) -> None:
        """Take the last change back, up to twenty times."""
        if self._editor.can_undo and not self._read_only:
            self._editor.undo()
            self._tell()

    def _begin(self, view: View, x: float, y: float) -> None:
        if self._read_only:
            return
        self._editor.step()
        width = self._width_on(view)
        if self._tool is None:
            self._editor.erase(view, (x, y), width * _RUBBER)
        else:
            self._editor.begin_stroke(PainStroke(view.name, self._tool, ((x, y),), width, view.mirrored))
        self._show()

    def _move(self, view: View, x: float, y: float) -> None:
        if self._read_only:
            return
        if self._tool is None:
            self._editor.erase(view, (x, y), self._width_on(view) * _RUBBER)
        elif self._far_enough(x, y):
            self._editor.lengthen((x, y))
        self._show()

    def _far_enough(self, x: float, y: float) -> bool:
        last_x, last_y = self._editor.painting.strokes[-1].places[-1]
        return abs(x - last_x) + abs(y - last_y) >= _STEP

    def _end(self) -> None:
        if not self._read_only:
            self._tell()

    def _fill(self, view: View, region: str, strength: PainStrength | None) -> None:
        self._editor.step()
        self._editor.fill(view, region, strength, self._width_on(view))
        self._tell()

    def _width_on(self, view: View) -> float:
        width = next(sheet.stroke_width for sheet in self.sheets if sheet.view is view)
        return round(min(width, view.width / 8), 1)

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.value)

    def _show(self) -> None:
        for sheet in self.sheets:
            sheet.show_painting(self._editor.painting)
        self.tools.show_tool(self._tool)
        self.tools.undo.setEnabled(self._editor.can_undo)

    def _turn_page(self) -> None:
        listing = self._pages.currentIndex() == 0
        if listing:
            self.regions.show_strengths(self._strengths())
        self._pages.setCurrentIndex(int(listing))
        self._switch.set_words(_("Paint on the picture") if listing else _("Choose from a list"))

    def _strengths(self) -> dict[tuple[str, str], PainStrength]:
        found: dict[tuple[str, str], PainStrength] = {}
        for sheet in self.sheets:
            name = sheet.view.name
            strokes = tuple(stroke for stroke in self.painting.strokes if stroke.view == name)
            for region, strength in painted_regions(Painting(strokes), self._body):
                found[name, region] = strength
        return found

    def _part(self, key: str) -> str:
        return f"{self.objectName()}.{key}" if self.objectName() else ""

"""One row of the prescription."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.cautions import Level
from acuchart.clinic.needling import (
    DE_QI_WORDS,
    STIMULATION_WORDS,
    TECHNIQUE_WORDS,
    DeQi,
    Stimulation,
    Technique,
)
from acuchart.clinic.points import Side
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.cells import SideSelector
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.screens.points.cell import Cell, ChoiceCell, DepthSheet, PointName
from acuchart.screens.points.danger_strip import DangerStrip
from acuchart.screens.points.lines import RowLine, Told
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import N_, _

WIDTHS = {"depth": 62, "angle": 66, "technique": 80, "de_qi": 88, "stimulation": 104, "remove": 40}
"""Of the cells after name and side, in px at standard text size."""
SIDE_WIDTH = 122
ANGLES = (N_("90°"), N_("60°"), N_("45°"), N_("30°"), N_("15°"))
GRIP = 18
_TAG_WIDTH = 264
_SOUGHT = (DeQi.SOUGHT, DeQi.NOT_SOUGHT)
_TONES = {Level.DANGER: TagTone.DANGER, Level.CAUTION: TagTone.CAUTION, Level.NOTE: TagTone.NEUTRAL}
_ICONS = {Level.DANGER: "octagon-alert", Level.CAUTION: "triangle-alert", Level.NOTE: "info"}


class Grip(Painted):
    """Where a row is taken hold of. Signals:
    dragged: how far below its place the pointer is, in px; released: the row is let go.
    """

    dragged = Signal(float)
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(GRIP)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.dragged.emit(event.globalPosition().y() - self._from.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._from = None
            self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        paint_icon(painter, "grip-vertical", QRectF(0, 0, 16, self.height()), self.theme.colour("ink3"))
        painter.end()


class ToldTag(Tag):
    """A caution beside its point; a tap opens the whole of it with its source."""

    def __init__(self, told: Told, name: str) -> None:
        super().__init__(told.reason, _TONES[told.level], icon=_ICONS[told.level], name=name)
        self._told = told
        self.setToolTip(f"{told.reason}\n{told.source}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMaximumWidth(self.theme.scaled(_TAG_WIDTH))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Show reason and source in full."""
        explain(self, self._told.reason, self._told.source)


def explain(control: QWidget, words: str, source: str = "") -> None:
    """Opens a small panel of words below a control."""
    sheet = Popover(width=380, parent=control)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.body.addWidget(Text(words, "body", wrap=True))
    if source:
        sheet.body.addWidget(Text(source, "caption", "ink2", wrap=True))
    sheet.show_under(control)


class PointRow(Painted):
    """A point with how it is needled.

    Keys while it has the focus: L R B side, D depth, T technique, E stimulation, Del, Alt+Up, Alt+Down.

    Signals:
        side_chosen, depth_given, handled: what a person chose.
        removed, kept, reopened: of the point or its danger.
        stepped: Up or Down to another row; shifted: the row is to move by so many places.
    """

    side_chosen = Signal(object)
    depth_given = Signal(str)
    handled = Signal(object)
    removed = Signal()
    kept = Signal(str)
    reopened = Signal()
    stepped = Signal(int)
    shifted = Signal(int)
    dropped = Signal(float)

    def __init__(self, line: RowLine) -> None:
        super().__init__(name=f"points.row.{line.key}")
        self.line = line
        self._read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 4)
        column.setSpacing(2)
        self._cells = QHBoxLayout()
        self._cells.setContentsMargins(4, 0, 4, 0)
        self._cells.setSpacing(4)
        column.addLayout(self._cells)
        self._make_cells()
        self._tags = QHBoxLayout()
        self._tags.setContentsMargins(GRIP + 10, 0, 12, 2)
        self._tags.setSpacing(6)
        self._told: tuple[Told, ...] | None = None
        column.addLayout(self._tags)
        self.wrong = ErrorLine()
        self.wrong.setContentsMargins(GRIP + 10, 0, 0, 0)
        column.addWidget(self.wrong)
        self.danger = DangerStrip(line.code, line.key)
        self.danger.kept.connect(self.kept)
        self.danger.reopened.connect(self.reopened)
        self.danger.removed.connect(self.removed)
        column.addWidget(self.danger)
        self._offset = 0.0

    def _make_cells(self) -> None:
        key = self.line.key
        self._grip = Grip()
        self._grip.dragged.connect(self._drag)
        self._grip.released.connect(lambda: self.dropped.emit(self._offset))
        self._name = PointName(self.line.code, self.line.name, f"points.about.{key}")
        self._name.clicked.connect(lambda: explain(self._name, self.line.about))
        self.side = SideSelector(
            label=_("Side of {code}").format(code=self.line.code), name=f"points.side.{key}"
        )
        self.side.side_chosen.connect(self.side_chosen)
        self.depth_cell = Cell(_("Depth"), WIDTHS["depth"], f"points.depth.{key}")
        self.depth_cell.clicked.connect(self._ask_depth)
        self.sheet = DepthSheet(self, key)
        self.sheet.given.connect(self.depth_given)
        self.angle = ChoiceCell(_("Angle"), WIDTHS["angle"], f"points.angle.{key}")
        self.technique = ChoiceCell(_("Technique"), WIDTHS["technique"], f"points.technique.{key}")
        self.technique.offer([(_(TECHNIQUE_WORDS[value]), value) for value in Technique])
        self.de_qi = ChoiceCell(_("De qi"), WIDTHS["de_qi"], f"points.de_qi.{key}")
        self.de_qi.offer([(_(DE_QI_WORDS[value]), value) for value in _SOUGHT])
        self.stimulation = ChoiceCell(_("Stimulation"), WIDTHS["stimulation"], f"points.stimulation.{key}")
        for cell in (self.angle, self.technique, self.de_qi, self.stimulation):
            cell.chosen.connect(self.handled)
        self._remove = Button(
            icon="x",
            variant=Variant.GHOST,
            size=Size.SMALL,
            hint=_("Remove {code}").format(code=self.line.code),
        )
        self._remove.setObjectName(f"points.remove.{key}")
        self._remove.clicked.connect(self.removed)
        self._cells.addWidget(self._grip)
        self._cells.addWidget(self._name, 1)
        for widget in (self.side, self.depth_cell, self.angle, self.technique, self.de_qi):
            self._cells.addWidget(widget)
        self._cells.addWidget(self.stimulation)
        self._cells.addWidget(self._remove)

    def show_line(self, line: RowLine, read_only: bool) -> None:
        """Show the row as it stands."""
        self.line, self._read_only = line, read_only
        self.side.show_side(line.side if line.sided else Side.MIDLINE)
        self.side.setVisible(line.sided)
        self._hold_place()
        self.depth_cell.show_words(
            line.depth or "—", quiet=not line.depth, said=line.depth or _("not written")
        )
        self.depth_cell.setToolTip(
            _("Usually {depth}").format(depth=line.usual_depth) if line.usual_depth else ""
        )
        self.angle.show_words(line.angle or "—", quiet=not line.angle, said=line.angle or _("not written"))
        self.angle.setToolTip(_("Usually {angle}").format(angle=line.usual_angle) if line.usual_angle else "")
        usual = [line.usual_angle] if line.usual_angle else []
        self.angle.offer([*((a, a) for a in (*usual, *(_(a) for a in ANGLES))), (_("No angle"), "")])
        self.technique.show_words(line.technique)
        self.de_qi.show_words(line.de_qi)
        self.stimulation.show_words(
            line.stimulation,
            quiet=not line.electrical and line.stimulation == _(STIMULATION_WORDS[Stimulation.MANUAL]),
            icon="zap" if line.electrical else "",
        )
        offered = [s for s in Stimulation if not (s is Stimulation.ELECTRICAL and line.no_current)]
        self.stimulation.offer([(_(STIMULATION_WORDS[s]), s) for s in offered], line.no_current)
        self._show_told(line.told)
        self.wrong.say(line.wrong, caution=True)
        self.danger.setVisible(bool(line.dangers))
        self.danger.show_dangers(line.dangers, line.kept_because, read_only)
        self._set_read_only(read_only)
        self.sheet.hide()
        said = _("{code} {name}, {n} needles").format(code=line.code, name=line.name, n=line.needles)
        self.setAccessibleName(said)
        self.update()

    def _hold_place(self) -> None:
        """Keeps the columns in line where a midline point has no side to choose."""
        policy = self.side.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.side.setSizePolicy(policy)

    def _set_read_only(self, read_only: bool) -> None:
        for widget in (self.depth_cell, self.angle, self.technique, self.de_qi, self.stimulation):
            widget.setEnabled(not read_only)
        self.side.setEnabled(not read_only)
        self._remove.setVisible(not read_only)
        self._grip.setVisible(not read_only)

    def _show_told(self, told: tuple[Told, ...]) -> None:
        if told == self._told:
            return
        self._told = told
        while item := self._tags.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, caution in enumerate(told):
            self._tags.addWidget(ToldTag(caution, f"points.caution.{self.line.key}.{number}"))
        if told:
            self._tags.addStretch(1)

    def show_trouble(self, sentence: str) -> None:
        """Say what could not be done, where it was tried; the cells show again what holds."""
        self.side.show_side(self.line.side if self.line.sided else Side.MIDLINE)
        if self.sheet.isVisible():
            self.sheet.field.set_error(sentence)
        elif self.line.open:
            self.danger.show_trouble(sentence)
        else:
            self.wrong.say(sentence)

    def _ask_depth(self) -> None:
        self.sheet.ask(self.depth_cell, self.line.depth, self.line.usual_depth)

    def _drag(self, offset: float) -> None:
        self._offset = offset

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and not (alt and self._read_only):
            (self.shifted if alt else self.stepped).emit(step)
        elif event.modifiers() or self._read_only or not self._act(key):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        sides = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT, Qt.Key.Key_B: Side.BOTH}
        opened = {
            Qt.Key.Key_D: self._ask_depth,
            Qt.Key.Key_T: self.technique.open,
            Qt.Key.Key_E: self.stimulation.open,
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Backspace: self.removed.emit,
        }
        if key in sides and self.line.sided:
            self.side_chosen.emit(sides[key])
        elif key in opened:
            opened[key]()
        return key in sides or key in opened

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        fill = "cinnabarTint" if self.line.open else "jadeTint" if self.hasFocus() else ""
        if fill:
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), theme.colour(fill))
        line = theme.colour("cinnabarLine" if self.line.open else "line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()

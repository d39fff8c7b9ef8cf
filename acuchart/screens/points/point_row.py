"""One row of the prescription."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from acuchart.clinic.needling import DE_QI_WORDS, OBTAINED, TECHNIQUE_WORDS, DeQi, Stimulation, Technique
from acuchart.clinic.points import Side
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.cells import SideSelector
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.screens.points.cell import Cell, ChoiceCell, DepthSheet, PointName
from acuchart.screens.points.danger_strip import DangerStrip
from acuchart.screens.points.details_sheet import DetailsSheet
from acuchart.screens.points.lines import RowLine
from acuchart.screens.points.method_sheet import MethodSheet
from acuchart.screens.points.row_parts import GRIP, Grip, ToldTag, explain
from acuchart.screens.points.row_room import CELL_GAP, WIDTHS, Room
from acuchart.screens.points.stimulation_sheet import StimulationSheet
from acuchart.screens.points.turn_menu import open_turn_menu
from acuchart.screens.points.wishes import Method
from acuchart.words import N_, _

ANGLES = (N_("90°"), N_("60°"), N_("45°"), N_("30°"), N_("15°"))
METHODS = (
    N_("Lifting and thrusting"),
    N_("Twirling"),
    N_("Setting the mountain on fire"),
    N_("Cooling the sky"),
    N_("Threading"),
)
"""Named techniques beside the three; any other is typed by its name."""

_ANOTHER = "another"
"""The entry of the list of techniques that asks for a name."""

_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""A plus needs Shift on many keyboards."""

_SOUGHT = (DeQi.SOUGHT, DeQi.NOT_SOUGHT)


class PointRow(Painted):
    """A point with how it is needled.

    Keys while it has the focus: L R B side, D depth, A angle, + - = or T technique, Q de qi, E stimulation,
    N needle and the rest, G round, Del, Alt+Up, Alt+Down.

    Signals:
        side_chosen, depth_given, handled: what a person chose.
        removed, kept, reopened: of the point or its danger.
        typing_in: a `Sheet` that was opened, and what it asks about which point, in words that stay the same.
        stepped: Up or Down to another row; shifted: the row is to move by so many places.
        carried: how far below its place it is held, in px; dropped: let go there; put_back: given up.
    """

    side_chosen = Signal(object)
    depth_given = Signal(object)
    handled = Signal(object)
    removed = Signal()
    kept = Signal(str)
    reopened = Signal()
    typing_in = Signal(object, str)
    stepped = Signal(int)
    shifted = Signal(int)
    carried = Signal(float)
    dropped = Signal()
    put_back = Signal()

    def __init__(self, line: RowLine) -> None:
        super().__init__(name=f"points.row.{line.key}")
        self.line = line
        self._read_only = False
        self._room = Room.ALL
        self._sheet: Sheet | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 4)
        column.setSpacing(2)
        self._heading = Text("", "label", "jadeText", name=f"points.round.{line.key}")
        self._heading.setContentsMargins(GRIP + 10, 6, 0, 0)
        column.addWidget(self._heading)
        self._cells = QHBoxLayout()
        self._cells.setContentsMargins(4, 0, 4, 0)
        self._cells.setSpacing(CELL_GAP)
        column.addLayout(self._cells)
        self._make_cells()
        self._tags = QHBoxLayout()
        self._tags.setContentsMargins(GRIP + 10, 0, 12, 2)
        self._tags.setSpacing(6)
        self._shown: tuple[object, ...] | None = None
        column.addLayout(self._tags)
        self.wrong = ErrorLine()
        self.wrong.setContentsMargins(GRIP + 10, 0, 0, 0)
        column.addWidget(self.wrong)
        self.danger = DangerStrip(line.code, line.key, f"points.reason.{line.code}.{line.needling.side}")
        self.danger.kept.connect(self.kept)
        self.danger.reopened.connect(self.reopened)
        self.danger.removed.connect(self.removed)
        column.addWidget(self.danger)
        self._lifted = False

    def _make_cells(self) -> None:
        key = self.line.key
        self._grip = Grip()
        self._grip.taken.connect(self.setFocus)
        self._grip.dragged.connect(self.carried)
        self._grip.released.connect(self.dropped)
        self._grip.put_back.connect(self.put_back)
        self._name = PointName(self.line.code, self.line.name, f"points.about.{key}")
        self._name.clicked.connect(lambda: explain(self._name, self.line.about))
        self.side = SideSelector(
            label=_("Side of {code}").format(code=self.line.code), name=f"points.side.{key}"
        )
        self.side.side_chosen.connect(self.side_chosen)
        self.depth_cell = Cell(_("Depth"), WIDTHS["depth"], f"points.depth.{key}")
        self.depth_cell.clicked.connect(self._ask_depth)
        self.angle = ChoiceCell(_("Angle"), WIDTHS["angle"], f"points.angle.{key}")
        self.technique = ChoiceCell(_("Technique"), WIDTHS["technique"], f"points.technique.{key}")
        usual = [(_(TECHNIQUE_WORDS[t]), t) for t in Technique if t is not Technique.OTHER]
        named = [(_(name), Method(_(name))) for name in METHODS]
        self.technique.offer([*usual, *named, (_("Another method"), _ANOTHER)])
        self.technique.chosen.connect(self._work)
        self.de_qi = ChoiceCell(_("De qi"), WIDTHS["de_qi"], f"points.de_qi.{key}")
        self.stimulation = Cell(_("Stimulation"), WIDTHS["stimulation"], f"points.stimulation.{key}")
        self.stimulation.clicked.connect(self.ask_stimulation)
        for cell in (self.angle, self.de_qi):
            cell.chosen.connect(self.handled)
        self.more = self._small("ellipsis", _("More about {code}"), name=f"points.more.{key}")
        self.more.clicked.connect(self._offer_more)
        self._remove = self._small("x", _("Remove {code}"), name=f"points.remove.{key}")
        self._remove.clicked.connect(self.removed)
        self._cells.addWidget(self._grip)
        self._cells.addWidget(self._name, 1)
        for widget in (self.side, self.depth_cell, self.angle, self.technique, self.de_qi):
            self._cells.addWidget(widget)
        self._cells.addWidget(self.stimulation)
        self._cells.addWidget(self.more)
        self._cells.addWidget(self._remove)

    def _small(self, icon: str, hint: str, name: str) -> Button:
        words = hint.format(code=self.line.code)
        button = Button(icon=icon, variant=Variant.GHOST, size=Size.SMALL, hint=words)
        button.setObjectName(name)
        return button

    def show_line(self, line: RowLine, read_only: bool) -> None:
        """Show the row as it stands."""
        if self._sheet is not None and (read_only or _asked(line) != _asked(self.line)):
            self._sheet.hide()
        self.line, self._read_only = line, read_only
        self._heading.setText(line.heading)
        self._heading.setVisible(bool(line.heading))
        self.side.show_side(line.side if line.sided else Side.MIDLINE)
        self.side.setVisible(line.sided)
        self._hold_place()
        self._show_depth_and_angle(line)
        self.technique.show_words(line.technique)
        self.technique.setToolTip(line.technique)
        self.de_qi.show_words(line.de_qi)
        offered = (*_SOUGHT, *(OBTAINED if line.may_answer else ()))
        self.de_qi.offer(
            [(_(DE_QI_WORDS[value]), value) for value in offered if not read_only or value in OBTAINED]
        )
        warm = line.needling.stimulation is Stimulation.WARM_NEEDLE
        self.stimulation.show_words(
            line.stimulation, quiet=line.by_hand, icon=line.stimulation_icon, minded=warm
        )
        self._show_told(line)
        self.wrong.say(line.wrong, caution=True)
        self.danger.setVisible(bool(line.dangers))
        self.danger.show_dangers(
            line.dangers, line.kept_because, asks=line.may_settle, removable=not read_only
        )
        self._set_read_only(read_only)
        said = _("{code} {name}, {n} needles").format(code=line.code, name=line.name, n=line.needles)
        self.setAccessibleName(said)
        self.update()

    def _show_depth_and_angle(self, line: RowLine) -> None:
        """As written, or lighter what is usual."""
        self.depth_cell.show_words(
            line.depth or line.reference_depth or "—",
            quiet=not line.depth,
            said=line.depth or _("not written"),
        )
        self.depth_cell.setToolTip(
            _("Usually {depth}").format(depth=line.usual_depth) if line.usual_depth else ""
        )
        self.angle.show_words(
            line.angle or line.reference_angle or "—",
            quiet=not line.angle,
            said=line.angle or _("not written"),
        )
        self.angle.setToolTip(_("Usually {angle}").format(angle=line.usual_angle) if line.usual_angle else "")
        usual = [line.usual_angle] if line.usual_angle else []
        self.angle.offer([*((a, a) for a in (*usual, *(_(a) for a in ANGLES))), (_("No angle"), "")])

    def _hold_place(self) -> None:
        """Keeps the columns in line where a midline point has no side to choose."""
        policy = self.side.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.side.setSizePolicy(policy)

    def _set_read_only(self, read_only: bool) -> None:
        for widget in (self.depth_cell, self.angle, self.technique, self.stimulation):
            widget.setEnabled(not read_only)
        self.de_qi.setEnabled(not read_only or self.line.may_answer)
        self.more.setVisible(not read_only)
        self.side.setEnabled(not read_only)
        self.make_room(self._room)
        self._grip.setVisible(not read_only)

    def _show_told(self, line: RowLine) -> None:
        """Where the row comes from, what its cells do not say, and what stands against it."""
        shown = (line.origin, *line.details, *line.told)
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._tags.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in self._make_tags(line):
            self._tags.addWidget(tag)
            tag.show()
        if any(shown):
            self._tags.addStretch(1)

    def _make_tags(self, line: RowLine) -> Iterator[Tag]:
        key = line.key
        if line.origin:
            tone = TagTone.JADE if line.needling.confirmed else TagTone.CAUTION
            yield Tag(line.origin, tone, icon="history", name=f"points.origin.{key}")
        for number, words in enumerate(line.details):
            yield Tag(words, TagTone.NEUTRAL, name=f"points.detail.{key}.{number}")
        for number, caution in enumerate(line.told):
            yield ToldTag(caution, f"points.caution.{key}.{number}")

    def show_trouble(self, sentence: str) -> None:
        """Say what could not be done, where it was tried; the cells show again what holds."""
        self.side.show_side(self.line.side if self.line.sided else Side.MIDLINE)
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.refuse(sentence)
        elif self.line.open:
            self.danger.show_trouble(sentence)
        else:
            self.wrong.say(sentence)

    def _ask_depth(self) -> None:
        sheet = DepthSheet(self, self.line.key)
        sheet.ask(self.depth_cell, self.line.depth, self.line.usual_depth)
        self._opened(sheet, self.depth_given)

    def ask_stimulation(self) -> None:
        """Opens the sheet of stimulation."""
        sheet, line = StimulationSheet(self, self.line.key), self.line
        sheet.ask(self.stimulation, line.needling, line.partners, line.partner, line.no_current)
        self._opened(sheet, self.handled)

    def ask_details(self) -> None:
        """Opens the sheet of the rest."""
        sheet = DetailsSheet(self, self.line.key)
        sheet.ask(self.more, self.line.needling, self.line.leveled)
        self._opened(sheet, self.handled)

    def _opened(self, sheet: Sheet, given: SignalInstance) -> None:
        """One sheet at a time, made anew each time it is asked for."""
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = sheet
        sheet.given.connect(given)
        self.typing_in.emit(sheet, f"{sheet.asks} {self.line.code} {self.line.needling.side}")

    def _work(self, value: object) -> None:
        """A technique of the list, or the name of another one."""
        if value != _ANOTHER:
            self.handled.emit(value)
            return
        sheet = MethodSheet(self, self.line.key)
        sheet.ask(self.technique, self.line.needling.method)
        self._opened(sheet, self.handled)

    def _offer_more(self) -> None:
        """What has no cell of its own, and in a narrow row removing it."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Needle, direction, what stays in")).triggered.connect(self.ask_details)
        menu.addAction(_("Round and position")).triggered.connect(self.ask_turn)
        menu.addAction(_("De qi")).triggered.connect(self.de_qi.open)
        menu.addAction(_("Remove {code}").format(code=self.line.code)).triggered.connect(self.removed)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def make_room(self, room: Room) -> None:
        """Keeps the name readable in a narrow table."""
        self._room = room
        self._remove.setVisible(not self._read_only and room is Room.ALL)
        self.de_qi.setVisible(room is not Room.TIGHT)

    def ask_turn(self) -> None:
        """Opens the list of rounds and positions."""
        open_turn_menu(self, self.line.needling, self.handled.emit)

    def set_lifted(self, lifted: bool) -> None:
        """Whether it is carried over the others."""
        self._lifted = lifted
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key is Qt.Key.Key_Escape and self._grip.give_up():
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and not (alt and self._read_only):
            (self.shifted if alt else self.stepped).emit(step)
        elif event.modifiers() & ~_HARMLESS or self._read_only or not self._act(key):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        sides = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT, Qt.Key.Key_B: Side.BOTH}
        opened = {
            Qt.Key.Key_D: self._ask_depth,
            Qt.Key.Key_T: self.technique.open,
            Qt.Key.Key_A: self.angle.open,
            Qt.Key.Key_Q: self.de_qi.open,
            Qt.Key.Key_E: self.ask_stimulation,
            Qt.Key.Key_N: self.ask_details,
            Qt.Key.Key_G: self.ask_turn,
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Backspace: self.removed.emit,
        }
        worked = {
            Qt.Key.Key_Plus: Technique.REINFORCE,
            Qt.Key.Key_Minus: Technique.REDUCE,
            Qt.Key.Key_Equal: Technique.EVEN,
        }
        if key in worked:
            self.handled.emit(worked[key])
        elif key in sides and self.line.sided:
            self.side_chosen.emit(sides[key])
        elif key in opened:
            opened[key]()
        return key in sides or key in opened or key in worked

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
        if self._lifted:
            lifted, rim = theme.colour("raised"), theme.colour("jade")
            draw_panel(painter, QRectF(self.rect()), lifted, rim, theme.radius("seg"), 2)
        painter.end()


def _asked(line: RowLine) -> tuple[object, ...]:
    """What a sheet of a row stands on."""
    return line.needling, line.no_current, line.partners

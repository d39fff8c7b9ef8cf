"""A finding as a chip: its three states, the patient's own answer, and how it stood at the last visit."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from acuchart.clinic.findings import FindingState
from acuchart.screens.parts.painted import begin, draw_dot
from acuchart.screens.parts.three_state import ThreeStateChip
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import N_, _

STATE_WORDS = {
    FindingState.PRESENT: N_("present"),
    FindingState.ABSENT: N_("absent"),
    FindingState.NOT_ASKED: N_("not asked"),
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class FindingChip(ThreeStateChip):
    """One finding. Two marks on its rim: a form for the patient's answer, a dot for last visit.

    Signals:
        stepped: an arrow key; -1 or 1 within the card.
    """

    stepped = Signal(int)

    def __init__(self, text: str, hint: str, *, name: str, parent: QWidget | None = None) -> None:
        self._from_form = False
        self._last: FindingState | None = None
        super().__init__(text, name=name, parent=parent)
        self.setToolTip(hint)

    def show_marks(self, *, from_form: bool, last: FindingState | None) -> None:
        """Show whether the state is the patient's own answer, and last visit's while not asked today."""
        if (from_form, last) != (self._from_form, self._last):
            self._from_form, self._last = from_form, last
            self.show_state(self.state)

    def show_state(self, state: FindingState) -> None:
        super().show_state(state)
        words = [self.accessibleName()]
        if self._from_form:
            words.append(_("from the patient's form"))
        if self._last is not None:
            words.append(_("last visit: {state}").format(state=_(STATE_WORDS[self._last])))
        self.setAccessibleName(", ".join(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        self.paint_marks(painter, self.width() - 14.0)
        painter.end()

    def paint_marks(self, painter: QPainter, right: float) -> None:
        """Draw the marks on the upper rim, the last of them at `right`."""
        theme = self._look.theme
        if self._last is not None:
            fill = theme.colour("slate" if self._last is FindingState.PRESENT else "surface")
            draw_dot(painter, QPointF(right, 5.5), 4, fill, QPen(theme.colour("slate"), 1.5))
        if self._from_form:
            rim = QPen(theme.colour("lineStrong"), 1)
            draw_dot(painter, QPointF(16, 7.5), 7, theme.colour("surface"), rim)
            paint_icon(painter, "clipboard-list", QRectF(11, 2.5, 10, 10), theme.colour("ink2"))

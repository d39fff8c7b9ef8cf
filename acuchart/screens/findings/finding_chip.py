"""A finding as a chip: its three states, the patient's own answer, and how it stood at an earlier visit."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from acuchart.clinic.findings import FindingState
from acuchart.clinic.visit import Carried
from acuchart.screens.parts.painted import begin, draw_dot, draw_panel, draw_text, text_width
from acuchart.screens.parts.three_state import ThreeStateChip
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import N_, _

STATE_WORDS = {
    FindingState.PRESENT: N_("present"),
    FindingState.ABSENT: N_("absent"),
    FindingState.NOT_ASKED: N_("not asked"),
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_DROPS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ICON = 13


@dataclass(frozen=True, slots=True)
class Marks:
    """What is told of a finding besides its state.

    Attributes:
        from_form: Whether the state is the patient's own answer.
        last: Last visit's state, while it was not asked today.
        carried: What was copied from an earlier visit and waits for a person.
    """

    from_form: bool = False
    last: FindingState | None = None
    carried: Carried | None = None


class FindingChip(ThreeStateChip):
    """One finding. Two marks on its rim: a form for the patient's answer, a dot for last visit.

    What was copied from an earlier visit is dashed and says so until a tap confirms it; Delete drops it.
    Signals:
        stepped: an arrow key; -1 or 1 within the card.
        focused: it has the keyboard now.
    """

    stepped = Signal(int)
    focused = Signal()

    def __init__(self, text: str, hint: str, *, name: str, parent: QWidget | None = None) -> None:
        self._marks = Marks()
        self._hint = hint
        super().__init__(text, name=name, parent=parent)
        self.setToolTip(hint)

    @property
    def carried(self) -> Carried | None:
        """What was copied and waits for a person."""
        return self._marks.carried

    def show_finding(self, state: FindingState, marks: Marks) -> None:
        """Show how the finding stands; what it shows already costs nothing."""
        if (state, marks) != (self.state, self._marks):
            self._marks = marks
            self.show_state(state)

    def show_state(self, state: FindingState) -> None:
        super().show_state(state)
        said = self._said()
        self.setAccessibleName(", ".join([self.accessibleName(), *said]))
        self.setToolTip("\n".join([self._hint, *said]))

    def _said(self) -> list[str]:
        words = []
        if self._marks.from_form:
            words.append(_("from the patient's form"))
        if self._marks.carried is not None:
            told = _("from visit {n}: {state}, to be confirmed")
            state = _(STATE_WORDS[self._marks.carried.observation.state])
            words.append(told.format(n=self._marks.carried.visit, state=state))
        elif self._marks.last is not None:
            words.append(_("last visit: {state}").format(state=_(STATE_WORDS[self._marks.last])))
        return words

    def _tapped(self) -> None:
        if self._marks.carried is None:
            super()._tapped()
        else:
            self._give(self._marks.carried.observation.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if step is not None and not event.modifiers():
            self.stepped.emit(step)
        elif key in _DROPS and self._marks.carried is not None:
            self.state_chosen.emit(FindingState.NOT_ASKED)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marks.carried is None:
            super().paintEvent(event)
        painter = begin(self)
        if self._marks.carried is not None:
            self._paint_carried(painter, self._marks.carried)
        self.paint_marks(painter, self.width() - 14.0)
        painter.end()

    def _paint_carried(self, painter: QPainter, carried: Carried) -> None:
        """Dashed and without fill: it looks like no answer of today."""
        theme, rect = self._look.theme, QRectF(self.rect())
        draw_panel(
            painter, rect, theme.colour("surface"), theme.colour("slate"), rect.height() / 2, 1.5, True
        )
        absent = carried.observation.state is FindingState.ABSENT
        words = f"− {self.text()}" if absent else self.text()
        font = theme.sized_font("body", 14 * theme.scale)
        width = min(text_width(font, words) + 1, rect.width() - _ICON - 17)
        left = (rect.width() - width - _ICON - 5) / 2
        ink = theme.colour("slateText")
        paint_icon(painter, "history", QRectF(left, 0, _ICON, rect.height()), ink)
        draw_text(painter, QRectF(left + _ICON + 5, 0, width, rect.height()), words, font, ink)

    def paint_marks(self, painter: QPainter, right: float) -> None:
        """Draw the marks on the upper rim, the last of them at `right`."""
        theme = self._look.theme
        if self._marks.last is not None and self._marks.carried is None:
            fill = theme.colour("slate" if self._marks.last is FindingState.PRESENT else "surface")
            draw_dot(painter, QPointF(right, 5.5), 4, fill, QPen(theme.colour("slate"), 1.5))
        if self._marks.from_form:
            rim = QPen(theme.colour("lineStrong"), 1)
            draw_dot(painter, QPointF(16, 7.5), 7, theme.colour("surface"), rim)
            paint_icon(painter, "clipboard-list", QRectF(11, 2.5, 10, 10), theme.colour("ink2"))

"""A finding as a chip with three states that differ in fill, border and sign, not in colour alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.screens.parts.painted import begin, draw_dot, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import N_, _

_PAD = 17
_SIGN = 12
_SHIFT = 7
"""How far the words give way to the sign, so that a chip keeps its width in every state."""
_MARK = 14

_LOOKS: dict[FindingState, tuple[str, str, str, str]] = {
    FindingState.PRESENT: ("jadeTint2", "jade", "jadeText", "check"),
    FindingState.ABSENT: ("sunken", "control", "ink2", "minus"),
    FindingState.NOT_ASKED: ("surface", "lineStrong", "ink", ""),
}
STATE_WORDS = {
    FindingState.PRESENT: N_("present"),
    FindingState.ABSENT: N_("absent"),
    FindingState.NOT_ASKED: N_("not asked"),
}


class FindingChip(QPushButton):
    """One finding. A tap, Space or Enter asks for the next state; minus asks for absent, Delete for not asked.

    Signals:
        cycled: the finding was tapped.
        stated: a FindingState a key asked for.
        stepped: an arrow key; -1 or 1 within the card.
    """

    cycled = Signal()
    stated = Signal(object)
    stepped = Signal(int)

    def __init__(self, text: str, hint: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setToolTip(hint)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.state = FindingState.NOT_ASKED
        self._from_form = False
        self._last: FindingState | None = None
        self._look = follow_theme(self._restyle)
        self.clicked.connect(self.cycled)
        self._tell()

    def show_state(self, state: FindingState, *, from_form: bool = False) -> None:
        """Show how the finding stands today, and whether it is the patient's own answer."""
        changed = (state, from_form) != (self.state, self._from_form)
        wider = from_form is not self._from_form
        self.state, self._from_form = state, from_form
        if wider:
            self.updateGeometry()
        if changed:
            self._tell()
            self.update()

    def show_last(self, state: FindingState | None) -> None:
        """Show how it stood at the last visit while nobody has asked it today; None for nothing to show."""
        if state is not self._last:
            self._last = state
            self._tell()
            self.update()

    def _tell(self) -> None:
        words = [_(STATE_WORDS[self.state])]
        if self._from_form:
            words.append(_("from the patient's form"))
        if self._last is not None:
            words.append(_("last visit: {state}").format(state=_(STATE_WORDS[self._last])))
        self.setAccessibleName(f"{self.text()}: {', '.join(words)}")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self, strong: bool) -> QFont:
        theme = self._look.theme
        return theme.sized_font("button" if strong else "body", 14 * theme.scale)

    def sizeHint(self) -> QSize:
        width = text_width(self._font(strong=True), self.text()) + 2 * _PAD + 1
        width += _MARK + 4 if self._from_form else 0
        return QSize(round(width), self._look.theme.size("chip"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        states = {
            Qt.Key.Key_Minus: FindingState.ABSENT,
            Qt.Key.Key_Delete: FindingState.NOT_ASKED,
            Qt.Key.Key_Backspace: FindingState.NOT_ASKED,
        }
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers():
            self.stepped.emit(steps[key])
        elif key in states and not event.modifiers():
            self.stated.emit(states[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        fill, border, ink, sign = _LOOKS[self.state]
        absent = self.state is FindingState.ABSENT
        fill = "hover" if not sign and self.underMouse() and self.isEnabled() else fill
        rect = QRectF(self.rect())
        draw_panel(
            painter, rect, theme.colour(fill), theme.colour(border), self.height() / 2, 1, dashed=absent
        )
        if sign:
            box = QRectF(_PAD - 6, 0, _SIGN, self.height())
            paint_icon(painter, sign, box, theme.colour(ink))
        self._paint_words(painter, rect, ink if self.isEnabled() or sign else "inkDisabled", bool(sign))
        if self._last is not None:
            self._paint_last(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF, ink: str, signed: bool) -> None:
        theme, shift = self._look.theme, _SHIFT if signed else 0
        room = rect.adjusted(_PAD + shift - 2, 0, -(_PAD - shift) + 2, 0)
        if self._from_form:
            mark = QRectF(room.right() - _MARK, 0, _MARK, self.height())
            paint_icon(painter, "clipboard-list", mark, theme.colour(ink))
            room.setRight(mark.left() - 4)
        align = Qt.AlignmentFlag.AlignLeft if signed else Qt.AlignmentFlag.AlignHCenter
        font = self._font(self.state is FindingState.PRESENT)
        draw_text(painter, room, self.text(), font, theme.colour(ink), align)

    def _paint_last(self, painter: QPainter) -> None:
        """A dot on the rim: filled where last visit found it present, hollow where absent."""
        theme = self._look.theme
        centre = QPointF(self.width() - 11.0, 5.5)
        fill = "slate" if self._last is FindingState.PRESENT else "surface"
        draw_dot(painter, centre, 4, theme.colour(fill), QPen(theme.colour("slate"), 1.5))

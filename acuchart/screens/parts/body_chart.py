"""The body chart in the hand: wheel, fingers and keys move and enlarge it, and choose points."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGestureEvent,
    QPinchGesture,
    QTapAndHoldGesture,
    QToolTip,
    QWidget,
)

from acuchart.clinic.body import Body
from acuchart.screens.parts.body_handles import key_of, mark_words
from acuchart.screens.parts.body_marks import SIZE, PlacedMark, kind_words, meant_by
from acuchart.screens.parts.body_view import BodyView
from acuchart.screens.parts.body_walk import Way, nearest_to, next_along
from acuchart.screens.parts.menu import Menu

_DRAG = 8
_WHEEL = 1.2
_KEY = 1.5
_STEP = 40.0
_CLOSELY = 4.0
"""The zoom from which on a hand, a foot or a head fills the picture."""
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


class BodyChart(BodyView):
    """One view at a time.

    Wheel, two fingers, plus and minus zoom; a drag, two fingers, and Shift with an arrow move; 0 shows the
    whole view. An arrow goes from point to point, or moves where there is none; Enter or Space taps it.
    A right click, a finger that stays, and the menu key ask about a point.
    An overview never zooms: there a tap, a drag or an arrow carries the frame.
    Signals:
        region_clicked: id of the region that was tapped where no point is.
        closer_wanted: id of a region that was enlarged so much that a view of its own would show more.
        wider_wanted: the whole view is seen and shall be made smaller still.
    """

    region_clicked = Signal(str)
    closer_wanted = Signal(str)
    wider_wanted = Signal()

    def __init__(
        self, body: Body, *, overview: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(body, overview=overview, name=name, parent=parent)
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.grabGesture(Qt.GestureType.TapAndHoldGesture)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._overview or not event.angleDelta().y():
            event.ignore()
            return
        self.enlarge(_WHEEL ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._tell(event.position())
            return
        moved = event.position() - self._pressed
        if self._overview:
            self._dragged = True
            self._frame_to(event.position())
        elif self._dragged or moved.manhattanLength() >= _DRAG:
            self._dragged = True
            self._pressed = event.position()
            self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tapped = self._pressed is not None and not self._dragged
        self._pressed = None
        if tapped and event.button() == Qt.MouseButton.LeftButton:
            self.tap(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._pressed = None
        if not by_key:
            self.ask(QPointF(event.pos()))
        elif self.current is not None:
            self._choose(self.current, self._ask)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        region = self._region_at(event.position())
        if region and not self._overview:
            self.zoom_to_region(region)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._arrow(_WAYS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self._choose(self.current, self._say)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not self._overview:
            self.zoom_by(_KEY)
        elif key == Qt.Key.Key_Minus and not self._overview:
            self.zoom_by(1 / _KEY)
        elif key == Qt.Key.Key_0 and not self._overview:
            self.show_whole()
        else:
            event.ignore()

    def _arrow(self, way: Way, moving: bool) -> None:
        dx, dy = way.value
        if self._overview:
            self._frame_by(dx, dy)
            return
        marks = () if moving else self.placed_marks()
        start = self.current
        if start is None:
            found = nearest_to(marks, self.width() / 2, self.height() / 2)
        else:
            found = next_along((mark for mark in marks if key_of(mark) != self._current), start, way)
        if found is not None:
            self._go_to(found)
        elif start is None or moving:
            self.pan_by(-dx * _STEP, -dy * _STEP)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent) and not self._overview:
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._two_fingers(pinch.scaleFactor(), pinch.centerPoint(), pinch.lastCenterPoint())
                return True
            held = event.gesture(Qt.GestureType.TapAndHoldGesture)
            if isinstance(held, QTapAndHoldGesture):
                self._hold(held)
                return True
        if isinstance(event, QNativeGestureEvent) and not self._overview and _enlarges(event):
            self.enlarge(1 + event.value(), event.position())
            return True
        return super().event(event)

    def _two_fingers(self, factor: float, middle: QPointF, before: QPointF) -> None:
        """Two fingers enlarge what is between them, and carry it along."""
        self._dragged = True
        at = QPointF(self.mapFromGlobal(middle.toPoint()))
        moved = middle - before if not before.isNull() else QPointF(0, 0)
        self.pan_by(moved.x(), moved.y())
        self.enlarge(factor, at)

    def _hold(self, held: QTapAndHoldGesture) -> None:
        """A finger that stays on a point asks about it, and no longer taps it when it goes."""
        at = QPointF(self.mapFromGlobal(held.position().toPoint()))
        if held.state() is Qt.GestureState.GestureFinished and not self._dragged and self._meant(at):
            self._pressed = None
            self.ask(at)

    def zoom_by(self, factor: float) -> None:
        """Enlarge or shrink about the middle."""
        self.enlarge(factor, QPointF(self.width() / 2, self.height() / 2))

    def enlarge(self, factor: float, at: QPointF) -> None:
        """Enlarge or shrink about a px; at either end of the way another view may show more."""
        before = self._camera.zoom
        self._move_to(self._camera.zoomed(factor, at.x(), at.y()))
        now = self._camera.zoom
        if before < _CLOSELY <= now and (region := self._region_at(at)) is not None:
            self.closer_wanted.emit(region)
        elif factor < 1 and before == now == 1:
            self.wider_wanted.emit()

    def tap(self, at: QPointF) -> None:
        """Do what a tap at a px does: a point if one is near, else the region there."""
        meant = self._meant(at)
        if len(meant) > 1:
            self._offer(meant, at, self._say)
        elif meant:
            self._say(meant[0])
        else:
            region = self._region_at(at)
            if self._overview:
                self._frame_to(at)
            if region:
                self.region_clicked.emit(region)

    def ask(self, at: QPointF) -> None:
        """Ask about the point near a px, if there is one."""
        meant = self._meant(at)
        if len(meant) > 1:
            self._offer(meant, at, self._ask)
        elif meant:
            self._ask(meant[0])

    def _meant(self, at: QPointF) -> Sequence[PlacedMark]:
        return () if self._overview else meant_by(self.placed_marks(), at.x(), at.y())

    def _choose(self, mark: PlacedMark, act: Callable[[PlacedMark], None]) -> None:
        """Tap the point the keys are on, or ask about it; where two share one place, both are offered."""
        here = [other for other in self.placed_marks() if (other.at - mark.at).manhattanLength() < 1]
        if len({other.spot.code for other in here}) > 1:
            self._offer(here, mark.at, act)
        else:
            act(mark)

    def _offer(self, marks: Sequence[PlacedMark], at: QPointF, act: Callable[[PlacedMark], None]) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in marks:
            words = f"{self._name_of(mark.spot.code)} · {kind_words(mark.kind)}"
            menu.addAction(words).triggered.connect(lambda _on=False, mark=mark: act(mark))
        menu.popup(self.mapToGlobal(at.toPoint()))

    def _region_at(self, at: QPointF) -> str | None:
        return self._view.region_at(*self._camera.to_sheet(at.x(), at.y()))

    def _frame_to(self, at: QPointF) -> None:
        """Carry the frame so that its middle is at a px, and tell the other chart."""
        if self._frame is not None:
            self._carry(QPointF(*self._camera.to_sheet(at.x(), at.y())))

    def _frame_by(self, dx: int, dy: int) -> None:
        """Carry the frame by a quarter of itself."""
        if self._frame is not None:
            step = QPointF(dx * self._frame.width() / 4, dy * self._frame.height() / 4)
            self._carry(self._frame.center() + step)

    def _carry(self, middle: QPointF) -> None:
        moved = QRectF(self._frame or QRectF())
        moved.moveCenter(middle)
        self._frame = moved
        self.seen_changed.emit(moved)
        self.update()

    def _tell(self, at: QPointF) -> None:
        meant = meant_by(self.placed_marks(), at.x(), at.y())
        words = "\n".join(dict.fromkeys(self._name_of(mark.spot.code) for mark in meant))
        if words:
            QToolTip.showText(self.mapToGlobal(at.toPoint() + QPoint(12, 12)), words, self)
        else:
            QToolTip.hideText()

    def _go_to(self, mark: PlacedMark) -> None:
        """The arrow keys are on a point: it is in sight, has a ring, and is said."""
        self._current = key_of(mark)
        edge = SIZE * 3
        dx = max(edge - mark.x, 0.0) - max(mark.x - (self.width() - edge), 0.0)
        dy = max(edge - mark.y, 0.0) - max(mark.y - (self.height() - edge), 0.0)
        if dx or dy:
            self.pan_by(dx, dy)
        words = mark_words(mark, self._name_of(mark.spot.code))
        self.setAccessibleDescription(words)
        QToolTip.showText(self.mapToGlobal(mark.at.toPoint() + QPoint(12, 12)), words, self)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self._show_handles()
        self.update()


def _enlarges(event: QNativeGestureEvent) -> bool:
    """Whether two fingers move apart or together on a touchpad."""
    return event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture

"""The body chart: body, channels and points, to look at closely and to tap."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QMenu, QPinchGesture, QSizePolicy, QToolTip, QWidget

from acuchart.clinic.body import Body, View
from acuchart.clinic.painting import Painting
from acuchart.clinic.paths import Box
from acuchart.screens.parts.body_ground import CLOSE_UP, BodyGround, paint_labels, paint_side_letters
from acuchart.screens.parts.body_marks import BodyMark, MarkKind, PlacedMark, draw_mark, kind_words, meant_by
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import Picture, begin, draw_panel
from acuchart.words import _, ngettext

_SMALL, _LARGE = 3.5, 6.0
_DRAG = 8
_WHEEL = 1.2
_ORDER = list(MarkKind)


class BodyChart(Picture):
    """One view at a time. Wheel, pinch, plus and minus zoom; drag and arrows move; 0 shows the whole view.

    With `overview` it never zooms: it shows small marks and the frame of what another chart shows.
    Signals:
        point_clicked: code and Side of the point that was tapped.
        region_clicked: id of the region that was tapped where no point is, or double tapped.
        seen_changed: what is seen, in units of the view, as a QRectF.
    """

    point_clicked = Signal(str, object)
    region_clicked = Signal(str)
    seen_changed = Signal(QRectF)

    def __init__(
        self, body: Body, *, overview: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name)
        self._body = body
        self._overview = overview
        self._ground = BodyGround(body)
        self._view: View = next(iter(body.views.values()))
        self._marks: tuple[BodyMark, ...] = ()
        self._others = False
        self._frame: QRectF | None = None
        self._placed: tuple[PlacedMark, ...] | None = None
        self._camera = Camera((self._view.width, self._view.height), (1.0, 1.0)).whole()
        self._goal: tuple[Box, float] | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._changed()

    # What is shown

    @property
    def view(self) -> View:
        return self._view

    @property
    def camera(self) -> Camera:
        return self._camera

    def show_view(self, name: str, *, mirrored: bool = False) -> None:
        """Show another view, whole; mirrored for the left side of a one-sided view. Unknown: KeyError."""
        self._view = self._body.view(name, mirrored=mirrored)
        self._goal = None
        window = (float(self.width()), float(self.height()))
        self._look_through(Camera((self._view.width, self._view.height), window).whole())
        self._changed()

    def show_marks(self, marks: Sequence[BodyMark], *, others: bool = False) -> None:
        """Mark these points; with `others` every other point of the view is a small dot to tap."""
        self._marks, self._others = tuple(marks), others
        self._changed()

    def show_channels(self, chosen: Collection[str], *, all_lines: bool = True) -> None:
        """Draw the channels, those chosen (by code) in jade; without `all_lines` only those."""
        self._ground.channels, self._ground.all_lines = frozenset(chosen), all_lines
        self._changed()

    def show_painting(self, painting: Painting | None) -> None:
        """Draw painted pain below the points; None takes it away."""
        self._ground.painting = painting
        self._changed()

    def show_frame(self, seen: QRectF | None) -> None:
        """Draw a dashed frame, in units of the view, around what another chart shows."""
        self._frame = seen
        self.update()

    def zoom_to_region(self, region: str) -> None:
        """Show a region of the view as large as it fits. Unknown raises KeyError."""
        box, _shape = self._view.areas[region]
        self._aim(box, margin=0.4)

    def zoom_to(self, seen: QRectF) -> None:
        """Show a rectangle, in units of the view, as large as it fits."""
        self._aim((seen.left(), seen.top(), seen.right(), seen.bottom()), margin=0.0)

    def zoom_by(self, factor: float) -> None:
        """Enlarge or shrink about the middle."""
        self._move_to(self._camera.zoomed(factor, self.width() / 2, self.height() / 2))

    def show_whole(self) -> None:
        self._move_to(self._camera.whole())

    def placed_marks(self) -> tuple[PlacedMark, ...]:
        """Return every mark with its place in the window, the most important last."""
        if self._placed is None:
            self._placed = tuple(sorted(self._place_marks(), key=lambda mark: _ORDER.index(mark.kind)))
        return self._placed

    def _place_marks(self) -> list[PlacedMark]:
        wanted: dict[str, list[BodyMark]] = {}
        for mark in self._marks:
            wanted.setdefault(mark.code, []).append(mark)
        placed = []
        for spot in self._body.on(self._view.name, mirrored=self._view.mirrored):
            kind = next((mark.kind for mark in wanted.get(spot.code, ()) if mark.covers(spot)), None)
            if kind is not None or self._others:
                x, y = self._camera.to_window(spot.x, spot.y)
                placed.append(PlacedMark(spot, kind or MarkKind.OTHER, x, y))
        return placed

    def _changed(self) -> None:
        self._placed = None
        self._ground.forget()
        count = sum(1 for mark in self._marks if mark.kind is not MarkKind.OTHER)
        points = ngettext("{n} point marked", "{n} points marked", count).format(n=count)
        self.setAccessibleName(_("Body chart, {view}, {points}").format(view=self._view.title, points=points))
        self.update()

    def _aim(self, box: Box, margin: float) -> None:
        """Show a box, and again after each change of size until a person moves."""
        self._goal = (box, margin)
        self._look_through(self._camera.onto(box, margin))

    def _move_to(self, camera: Camera) -> None:
        self._goal = None
        self._look_through(camera)

    def _look_through(self, camera: Camera) -> None:
        if camera == self._camera:
            return
        self._camera = camera
        self._placed = None
        self._ground.forget()
        self.seen_changed.emit(QRectF(*camera.seen))
        self.update()

    def restyle(self) -> None:
        self._ground.forget()

    def sizeHint(self) -> QSize:
        return QSize(216, 536)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 200)

    # Hands and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        camera = self._camera.resized(float(self.width()), float(self.height()))
        self._look_through(camera if self._goal is None else camera.onto(*self._goal))
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._overview or not event.angleDelta().y():
            event.ignore()
            return
        factor = _WHEEL ** (event.angleDelta().y() / 120)
        self._move_to(self._camera.zoomed(factor, event.position().x(), event.position().y()))

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
            self._move_to(self._camera.panned(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tapped = self._pressed is not None and not self._dragged
        self._pressed = None
        if tapped and event.button() == Qt.MouseButton.LeftButton:
            self.tap(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        region = self._region_at(event.position())
        if region and not self._overview:
            self.zoom_to_region(region)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 40.0
        moves = {
            Qt.Key.Key_Left: (step, 0.0),
            Qt.Key.Key_Right: (-step, 0.0),
            Qt.Key.Key_Up: (0.0, step),
            Qt.Key.Key_Down: (0.0, -step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._move_to(self._camera.panned(*moves[key]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.5)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / 1.5)
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and not self._overview:
                middle = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
                self._move_to(self._camera.zoomed(pinch.scaleFactor(), middle.x(), middle.y()))
                return True
        return super().event(event)

    def tap(self, at: QPointF) -> None:
        """Do what a tap at a px does: a point if one is near, else the region there."""
        meant = () if self._overview else meant_by(self.placed_marks(), at.x(), at.y())
        if len(meant) > 1:
            self._offer(meant, at)
        elif meant:
            self._say(meant[0])
        else:
            region = self._region_at(at)
            if self._overview:
                self._frame_to(at)
            if region:
                self.region_clicked.emit(region)

    def _say(self, mark: PlacedMark) -> None:
        self.point_clicked.emit(mark.spot.code, mark.spot.side)

    def _offer(self, marks: Sequence[PlacedMark], at: QPointF) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in marks:
            words = f"{mark.spot.code} · {kind_words(mark.kind)}"
            menu.addAction(words).triggered.connect(lambda _on=False, mark=mark: self._say(mark))
        menu.popup(self.mapToGlobal(at.toPoint()))

    def _region_at(self, at: QPointF) -> str | None:
        return self._view.region_at(*self._camera.to_sheet(at.x(), at.y()))

    def _frame_to(self, at: QPointF) -> None:
        """Carry the frame so that its middle is at a px, and tell the other chart."""
        if self._frame is None:
            return
        moved = QRectF(self._frame)
        moved.moveCenter(QPointF(*self._camera.to_sheet(at.x(), at.y())))
        self._frame = moved
        self.seen_changed.emit(moved)
        self.update()

    def _tell(self, at: QPointF) -> None:
        meant = meant_by(self.placed_marks(), at.x(), at.y())
        words = " · ".join(dict.fromkeys(mark.spot.code for mark in meant))
        if words:
            QToolTip.showText(self.mapToGlobal(at.toPoint() + QPoint(12, 12)), words, self)
        else:
            QToolTip.hideText()

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._ground.pixmap(self._view, self._camera, theme, self.size(), ratio))
        size = _SMALL if self._overview else _LARGE
        for mark in self.placed_marks():
            draw_mark(painter, theme, QPointF(mark.x, mark.y), mark.kind, size, mark.spot.inside)
        if self._overview:
            self._paint_frame(painter)
        elif self._camera.zoom > CLOSE_UP:
            paint_labels(painter, theme, self.placed_marks(), self.size())
        if self._camera.zoom <= CLOSE_UP:
            paint_side_letters(painter, theme, self._view, self.width())
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        if self._frame is None:
            return
        left, top = self._camera.to_window(self._frame.left(), self._frame.top())
        right, bottom = self._camera.to_window(self._frame.right(), self._frame.bottom())
        rect = QRectF(left, top, right - left, bottom - top)
        draw_panel(painter, rect, None, self.theme.colour("ink2"), self.theme.radius("seg"), dashed=True)

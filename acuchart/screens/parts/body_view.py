"""What a body chart shows: a view through a camera, the marks on it, and what is told about them."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.clinic.body import Body, Spot, View
from acuchart.clinic.painting import Painting
from acuchart.clinic.paths import Box
from acuchart.clinic.view_words import view_words
from acuchart.screens.parts.body_ground import (
    CLOSE_UP,
    BodyGround,
    Lines,
    paint_labels,
    paint_side_letters,
)
from acuchart.screens.parts.body_handles import Key, MarkHandles, key_of
from acuchart.screens.parts.body_marks import SIZE, SMALL, BodyMark, MarkKind, PlacedMark, draw_mark
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import Picture, begin, draw_panel
from acuchart.words import _, ngettext

_ORDER = list(MarkKind)
_CLOSE = 8
"""Px between places that no label may cover, so that none fits between them."""


class BodyView(Picture):
    """One view at a time, whole or a part of it enlarged; nothing here listens to hands.

    With `overview` it shows small marks and the frame of what another chart shows.
    Signals:
        point_clicked: code and Side of the point that was tapped.
        point_asked: code and Side of a point that something shall be said about.
        seen_changed: what is seen, in units of the view, as a QRectF.
    """

    point_clicked = Signal(str, object)
    point_asked = Signal(str, object)
    seen_changed = Signal(QRectF)

    def __init__(
        self, body: Body, *, overview: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name)
        self._body = body
        self._overview = overview
        self._ground = BodyGround(body)
        self._handles = MarkHandles(self, self._say)
        self._name_of: Callable[[str], str] = str
        self._view: View = next(iter(body.views.values()))
        self._marks: tuple[BodyMark, ...] = ()
        self._others: Collection[str] | None = ()
        self._frame: QRectF | None = None
        self._clear: tuple[tuple[float, float], ...] = ()
        self._placed: tuple[PlacedMark, ...] | None = None
        self._named: tuple[PlacedMark, ...] | None = None
        self._current: Key | None = None
        self._camera = Camera((self._view.width, self._view.height), (1.0, 1.0)).whole()
        self._goal: tuple[Box, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._changed()

    @property
    def view(self) -> View:
        return self._view

    @property
    def camera(self) -> Camera:
        return self._camera

    @property
    def drawings(self) -> int:
        """How often what lies below the marks was drawn anew."""
        return self._ground.drawn

    @property
    def current(self) -> PlacedMark | None:
        """The point the arrow keys are on."""
        if self._current is None:
            return None
        return next((mark for mark in self.placed_marks() if key_of(mark) == self._current), None)

    def show_names(self, name_of: Callable[[str], str]) -> None:
        """How a point is called, by its code."""
        self._name_of = name_of
        self._changed()

    def show_view(self, name: str, *, mirrored: bool = False) -> None:
        """Show another view, whole; mirrored for the left side of a one-sided view. Unknown: KeyError."""
        self._view = self._body.view(name, mirrored=mirrored)
        self._goal = self._current = None
        window = (float(self.width()), float(self.height()))
        self._look_through(Camera((self._view.width, self._view.height), window).whole())
        self._changed()

    def show_marks(
        self, marks: Sequence[BodyMark], *, others: bool = False, among: Collection[str] | None = None
    ) -> None:
        """Mark these points; with `others` every other one is a small dot to tap, or those `among` them."""
        self._marks, self._others = tuple(marks), (among if others else ())
        self._changed()

    def show_channels(self, chosen: Collection[str], *, all_lines: bool = True) -> None:
        """Draw the channels, those chosen (by code) in jade; without `all_lines` only those."""
        self._ground.lines = Lines(frozenset(chosen), all_lines)
        self._changed()

    def show_painting(self, painting: Painting | None) -> None:
        """Draw painted pain below the points; None takes it away."""
        self._ground.painting = painting
        self._changed()

    def keep_clear(self, place: QRect) -> None:
        """Write no label in this place, in px: something lies over it."""
        xs = range(place.left(), place.right() + 1, _CLOSE)
        ys = range(place.top(), place.bottom() + 1, _CLOSE)
        self._clear = tuple((float(x), float(y)) for x in xs for y in ys)
        self.update()

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

    def pan_by(self, dx: float, dy: float) -> None:
        """Carry the body along by px."""
        self._move_to(self._camera.panned(dx, dy))

    def show_whole(self) -> None:
        self._move_to(self._camera.whole())

    def placed_marks(self) -> tuple[PlacedMark, ...]:
        """Return every mark with its place in the window, the most important last."""
        if self._placed is None:
            named = self._named_marks()
            dots = [(spot, MarkKind.OTHER) for spot in self._ground.others]
            self._placed = (*self._put(dots), *named)
        return self._placed

    def _named_marks(self) -> tuple[PlacedMark, ...]:
        if self._named is None:
            wanted: dict[str, list[BodyMark]] = {}
            for mark in self._marks:
                wanted.setdefault(mark.code, []).append(mark)
            placed: list[tuple[Spot, MarkKind]] = []
            rest: list[Spot] = []
            for spot in self._body.on(self._view.name, mirrored=self._view.mirrored):
                kind = next((mark.kind for mark in wanted.get(spot.code, ()) if mark.covers(spot)), None)
                if kind is not None:
                    placed.append((spot, kind))
                elif self._others is None or spot.code in self._others:
                    rest.append(spot)
            self._ground.others = rest
            self._named = self._put(sorted(placed, key=lambda pair: _ORDER.index(pair[1])))
        return self._named

    def _put(self, spots: Iterable[tuple[Spot, MarkKind]]) -> tuple[PlacedMark, ...]:
        """Put spots where the camera sees them."""
        (left, top), scale = self._camera.corner, self._camera.scale
        return tuple(PlacedMark(s, kind, left + s.x * scale, top + s.y * scale) for s, kind in spots)

    def _changed(self) -> None:
        self._placed = self._named = None
        self._ground.forget()
        self._named_marks()
        self._tell_all()
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
        if self._named is not None:
            self._named = self._put((mark.spot, mark.kind) for mark in self._named)
            self._show_handles()
        self.seen_changed.emit(QRectF(*camera.seen))
        self.update()

    def restyle(self) -> None:
        self._ground.forget()

    def sizeHint(self) -> QSize:
        return QSize(216, 536)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        camera = self._camera.resized(float(self.width()), float(self.height()))
        self._look_through(camera if self._goal is None else camera.onto(*self._goal))
        super().resizeEvent(event)

    # What is told

    def _tell_all(self) -> None:
        count = sum(1 for mark in self._marks if mark.kind is not MarkKind.OTHER)
        points = ngettext("{n} point marked", "{n} points marked", count).format(n=count)
        view = view_words(self._view.name, mirrored=self._view.mirrored)
        self.setAccessibleName(_("Body chart, {view}, {points}").format(view=view, points=points))
        self._show_handles()

    def _show_handles(self) -> None:
        """Handles for marks and for the point the arrow keys are on; an overview repeats another chart."""
        if self._overview:
            return
        here = self._camera
        current = self.current
        marks = [m for m in self._named or () if 0 <= m.x <= here.window[0] and 0 <= m.y <= here.window[1]]
        if current is not None and current.kind is MarkKind.OTHER:
            marks.append(current)
        self._handles.show(marks, self._name_of)

    def _say(self, mark: PlacedMark) -> None:
        self._current = key_of(mark)
        self.point_clicked.emit(mark.spot.code, mark.spot.side)

    def _ask(self, mark: PlacedMark) -> None:
        self._current = key_of(mark)
        self.point_asked.emit(mark.spot.code, mark.spot.side)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        self._ground.paint(painter, self._view, self._camera, theme, self.size(), self.devicePixelRatioF())
        size = SMALL if self._overview else SIZE
        if not self._overview and self._camera.zoom > CLOSE_UP:
            kept_clear = [*self._dots_in_sight(), *self._clear]
            paint_labels(painter, theme, self._named_marks(), kept_clear, self.size())
        for mark in self._named_marks():
            draw_mark(painter, theme, QPointF(mark.x, mark.y), mark.kind, size, mark.spot.inside)
        if self._overview:
            self._paint_frame(painter)
        if self._camera.zoom <= CLOSE_UP:
            paint_side_letters(painter, theme, self._view, self.width())
        self._paint_current(painter)
        if not self._overview:
            draw_panel(painter, QRectF(self.rect()), None, theme.colour("line"), theme.radius("control"))
        painter.end()

    def _dots_in_sight(self) -> list[tuple[float, float]]:
        """Where the points that are only there to be tapped lie, in px."""
        (left, top), scale = self._camera.corner, self._camera.scale
        x, y, wide, high = self._camera.seen
        return [
            (left + spot.x * scale, top + spot.y * scale)
            for spot in self._ground.others
            if x <= spot.x <= x + wide and y <= spot.y <= y + high
        ]

    def _paint_current(self, painter: QPainter) -> None:
        mark = self.current if self._current and self.hasFocus() else None
        if mark is not None:
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(mark.x, mark.y), SIZE + 4, SIZE + 4)

    def _paint_frame(self, painter: QPainter) -> None:
        if self._frame is None:
            return
        left, top = self._camera.to_window(self._frame.left(), self._frame.top())
        right, bottom = self._camera.to_window(self._frame.right(), self._frame.bottom())
        rect = QRectF(left, top, right - left, bottom - top)
        draw_panel(painter, rect, None, self.theme.colour("ink2"), self.theme.radius("seg"), dashed=True)

"""The two pictures of the body: the whole, and beside it a part enlarged. They follow each other."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from acuchart.clinic.body import Body, View
from acuchart.clinic.close_views import Home, close_view, home_of
from acuchart.clinic.paths import Box
from acuchart.clinic.seen_parts import part_words
from acuchart.clinic.view_words import view_words
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_ground import CLOSE_UP
from acuchart.screens.points.chart_tools import MARGIN, ChartTools
from acuchart.screens.points.chart_words import Caption

_BACK_OF = {"front": "back", "back": "front", "lateral": "lateral"}
"""What is seen beside a whole figure that is not enlarged: its other side."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
"""The corner of the tools. A side view of the body stands in the other one, with an arm high above."""
_WIDER = 20
"""Units around a part that are seen with it, coming back from its close view."""


class BodyPictures(QWidget):
    """A view to be enlarged, and the whole body with a frame where that lies.

    Where all of a whole figure is seen, its other side stands beside it.
    Signals:
        view_shown: another view is to be enlarged.
        moved: another part of it is seen.
    """

    view_shown = Signal()
    moved = Signal()

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._body = body
        self.left = False
        """Whether views of one side show the left one."""
        self.overview = BodyChart(body, overview=True, name="points.overview")
        self.close_up = BodyChart(body, name="points.body")
        self.tools = ChartTools()
        self._captions = Caption("points.overview_words"), Caption("points.body_words")
        self._arrange()
        self.close_up.seen_changed.connect(self._seen)
        self.close_up.closer_wanted.connect(self._go_closer)
        self.close_up.wider_wanted.connect(self._go_wider)
        self.overview.seen_changed.connect(self._follow)
        self.overview.region_clicked.connect(self.come_to)
        self.tools.zoomed.connect(self.close_up.zoom_by)
        self.tools.turned.connect(self._turn)
        self.tools.placed.connect(self._keep_clear)

    def _arrange(self) -> None:
        """Side by side, each below the words for what it shows."""
        pictures = self._pictures = QGridLayout(self)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setHorizontalSpacing(12)
        pictures.setVerticalSpacing(4)
        both = zip(self._captions, (self.overview, self.close_up), strict=True)
        for column, (caption, chart) in enumerate(both):
            pictures.addWidget(caption, 0, column)
            pictures.addWidget(chart, 1, column)
            pictures.setColumnStretch(column, 1)
        pictures.setRowStretch(1, 1)
        self._corner = QVBoxLayout()
        self._corner.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        self._corner.addWidget(self.tools)
        pictures.addLayout(self._corner, 1, 1, _RIGHT)
        self.tools.raise_()

    def _keep_clear(self, tools: QRect) -> None:
        """No label is written below the tools."""
        self.close_up.keep_clear(tools.translated(-self.close_up.pos()))

    @property
    def home(self) -> Home | None:
        """Where on a whole figure the view to be enlarged lies; None where it is one itself."""
        return home_of(self.close_up.view, self._body)

    @property
    def near(self) -> bool:
        """Whether a part of the body is seen, and not all of a whole figure."""
        return self.home is not None or self.close_up.camera.zoom > CLOSE_UP

    # What is in sight.

    def show_view(self, name: str) -> None:
        """Show a view to be enlarged."""
        sided = self._body.view(name).sided
        self.close_up.show_view(name, mirrored=self.left and not sided)
        self.tools.show_side(sided=sided, left=self.left)
        self._pictures.setAlignment(self._corner, _LEFT if self.close_up.view.mirrored else _RIGHT)
        self.view_shown.emit()
        self._seen(QRectF(*self.close_up.camera.seen))

    def show_side(self, name: str, left: bool) -> None:
        """Show a view, and of one side the left or the right one."""
        if not self._body.view(name).sided:
            self.left = left
        self.show_view(name)

    def _turn(self) -> None:
        """The other side of a view that shows one."""
        self.show_side(self.close_up.view.name, not self.left)

    def come_to(self, region: str) -> None:
        """Show a region of a whole figure closely, on the view that is made for it."""
        pictures = (self.overview.view, self.close_up.view)
        shown = next((view for view in pictures if region in view.areas), pictures[0])
        if self._go_closer_from(shown, region):
            return
        if self.close_up.view != shown:
            self.show_side(shown.name, shown.mirrored)
        self.close_up.zoom_to_region(region)

    def come_closer(self, region: str) -> None:
        """Enlarge a region that was tapped where no point is."""
        if not self._go_closer_from(self.close_up.view, region):
            self.close_up.zoom_to_region(region)

    def _go_closer(self, region: str) -> None:
        self._go_closer_from(self.close_up.view, region)

    def _go_closer_from(self, shown: View, region: str) -> bool:
        """Go to the view that is made for a region; False where there is none."""
        close = close_view(shown, region)
        if close is not None:
            self.show_side(close[0], close[1] or shown.mirrored)
        return close is not None

    def _go_wider(self) -> None:
        """Back from a close view to the whole body, still looking at that part."""
        home = self.home
        if home is not None:
            self.show_side(home.view, home.mirrored)
            self.close_up.zoom_to(_rect(home.box).adjusted(-_WIDER, -_WIDER, _WIDER, _WIDER))

    # The two follow each other.

    def _seen(self, seen: QRectF) -> None:
        """The part that is enlarged has moved: the frame shows where it lies, and words say what it is."""
        home = self.home
        self._show_beside(home, seen)
        shown, zoom = self.close_up.view, self.close_up.camera.zoom
        if home is None and self.near:
            words = part_words(shown, (seen.left(), seen.top(), seen.right(), seen.bottom()))
        else:
            words = view_words(shown.name, mirrored=shown.mirrored)
        self._captions[1].show_words(words, zoom if zoom > CLOSE_UP else 1.0)
        self.moved.emit()

    def _show_beside(self, home: Home | None, seen: QRectF) -> None:
        shown = self.close_up.view
        name, mirrored = (shown.name, shown.mirrored) if home is None else (home.view, home.mirrored)
        if not self.near:
            name, mirrored = _BACK_OF[name], name == "lateral" and not mirrored
        beside = self.overview.view
        if (name, mirrored) != (beside.name, beside.mirrored):
            self.overview.show_view(name, mirrored=mirrored)
        self._captions[0].show_words(view_words(name, mirrored=mirrored))
        frame = seen if home is None else _rect(home.box)
        self.overview.show_frame(frame if self.near else None)

    def _follow(self, seen: QRectF) -> None:
        """The frame was carried to another place; a change of the overview's own size is no wish."""
        if seen == QRectF(*self.overview.camera.seen):
            return
        whole = self.overview.view
        if self.close_up.view != whole:
            self.show_side(whole.name, whole.mirrored)
        self.close_up.zoom_to(seen)


def _rect(box: Box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)

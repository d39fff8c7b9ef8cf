"""One view of the body to paint pain on with a finger."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.clinic.body import View
from acuchart.clinic.painting import Painting
from acuchart.screens.parts.body_painting import draw_painting
from acuchart.screens.parts.body_paths import ViewPaths
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import Picture, begin, draw_text
from acuchart.words import _

FINGER = 22.0
"""Width of a stroke in px."""


class PainSheet(Picture):
    """A view with its title below and the patient's sides beside it.

    Signals:
        began: view, and x and y in its units, where a finger was put down on the body.
        moved: the same, where it went.
        ended: the finger was lifted.
    """

    began = Signal(object, float, float)
    moved = Signal(object, float, float)
    ended = Signal()

    def __init__(self, view: View, title: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._view = view
        self._title = title
        self._paths = ViewPaths(view)
        self._painting = Painting()
        self._pressed = self._down = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    @property
    def view(self) -> View:
        return self._view

    def show_painting(self, painting: Painting) -> None:
        self._painting = painting
        self.update()

    @property
    def camera(self) -> Camera:
        """How the view lies in the widget, above its title."""
        room = (float(self.width()), float(max(1, self.height() - self._foot())))
        return Camera((self._view.width, self._view.height), room).whole()

    @property
    def stroke_width(self) -> float:
        """The width of a stroke in units of the view."""
        return FINGER / self.camera.scale

    def _foot(self) -> int:
        return self.theme.line("kioskLabel") + 8

    def sizeHint(self) -> QSize:
        return QSize(252, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 300)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self._reach(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._down:
            self.moved.emit(self._view, *self._place(event))
        elif self._pressed:
            self._reach(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        painted, self._pressed, self._down = self._down, False, False
        if painted:
            self.ended.emit()

    def _reach(self, event: QMouseEvent) -> None:
        """A finger that comes down beside the body begins to paint where it reaches it."""
        x, y = self._place(event)
        if self._view.outside_by(x, y) <= self.stroke_width / 2:
            self._down = True
            self.began.emit(self._view, x, y)

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        return self.camera.to_sheet(event.position().x(), event.position().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, camera = begin(self), self.theme, self.camera
        painter.save()
        painter.translate(*camera.corner)
        painter.scale(camera.scale, camera.scale)
        self._paths.draw(painter, theme, camera.scale)
        draw_painting(painter, theme, self._paths, self._painting)
        painter.restore()
        foot = QRectF(0, self.height() - self._foot(), self.width(), self._foot())
        font = theme.font("kioskLabel")
        draw_text(painter, foot, self._title, font, theme.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        facing = self._view.name != "back"
        sides = (_("Right"), _("Left")) if facing else (_("Left"), _("Right"))
        beside = QRectF(4, camera.corner[1] + camera.scale * 190, self.width() - 8, theme.line("body"))
        ink = theme.colour("ink2")
        draw_text(painter, beside, sides[0], theme.font("body"), ink)
        draw_text(painter, beside, sides[1], theme.font("body"), ink, Qt.AlignmentFlag.AlignRight)
        painter.end()

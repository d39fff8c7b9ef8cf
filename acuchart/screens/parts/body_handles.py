"""What assistive technology finds on a body chart: a button for each marked point, where the point is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from acuchart.clinic.points import Side
from acuchart.screens.parts.body_marks import REACH, PlacedMark, kind_words
from acuchart.words import _

Key = tuple[str, Side, str]
"""Code, side and label: one spot on the view."""


def key_of(mark: PlacedMark) -> Key:
    """Return what tells a spot from every other one on its view."""
    return mark.spot.code, mark.spot.side, mark.spot.label


def side_words(side: Side) -> str:
    """Return the patient's side in words."""
    return {
        Side.LEFT: _("left"),
        Side.RIGHT: _("right"),
        Side.MIDLINE: _("midline"),
        Side.BOTH: _("both sides"),
    }[side]


def mark_words(mark: PlacedMark, name: str) -> str:
    """Return what is said about a point: its name, its side, and how it is marked."""
    words = [name, mark.spot.label, side_words(mark.spot.side), kind_words(mark.kind)]
    return ", ".join(word for word in words if word)


class _Handle(QPushButton):
    """Seen by nobody, and never in the way of a finger or the Tab key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAutoDefault(False)
        self.mark: PlacedMark | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the mark is painted by the chart."""


class MarkHandles:
    """The handles of one chart; `press` is told the mark whose handle was pressed."""

    def __init__(self, chart: QWidget, press: Callable[[PlacedMark], None]) -> None:
        self._chart = chart
        self._press = press
        self._handles: list[_Handle] = []

    def show(self, marks: Sequence[PlacedMark], names: Callable[[str], str]) -> None:
        """Have one handle for each of these marks, at its place and with its words."""
        while len(self._handles) < len(marks):
            self._handles.append(self._made())
        reach = round(REACH)
        for handle, mark in zip(self._handles, marks, strict=False):
            if handle.mark is None or key_of(handle.mark) != key_of(mark) or handle.mark.kind != mark.kind:
                handle.setAccessibleName(mark_words(mark, names(mark.spot.code)))
            handle.mark = mark
            handle.setGeometry(QRect(round(mark.x) - reach // 2, round(mark.y) - reach // 2, reach, reach))
            handle.show()
        for spare in self._handles[len(marks) :]:
            spare.hide()
            spare.mark = None

    def _made(self) -> _Handle:
        handle = _Handle(self._chart)
        handle.clicked.connect(lambda: self._pressed(handle))
        return handle

    def _pressed(self, handle: _Handle) -> None:
        if handle.mark is not None:
            self._press(handle.mark)

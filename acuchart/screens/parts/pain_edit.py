"""Painting pain stroke by stroke, erasing, and taking steps back. Knows no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from acuchart.clinic.body import View
from acuchart.clinic.painting import PainStrength, PainStroke, Painting
from acuchart.clinic.paths import Place, contains

MOST_STEPS = 20
"""How many steps can be taken back."""

_ROWS_PER_WIDTH = 0.7


class PainEditor:
    """Holds a painting while it is made, and the last 20 states before it."""

    def __init__(self) -> None:
        self._painting = Painting()
        self._before: list[Painting] = []

    @property
    def painting(self) -> Painting:
        return self._painting

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def start(self, painting: Painting) -> None:
        """Begin with a painting; nothing before it can be taken back."""
        self._painting = painting
        self._before.clear()

    def step(self) -> None:
        """A change begins: what stands now can be come back to."""
        self._before.append(self._painting)
        del self._before[:-MOST_STEPS]

    def undo(self) -> None:
        """Take the last change back, passing over steps that changed nothing."""
        now = self._painting
        while self._before and self._painting == now:
            self._painting = self._before.pop()

    def begin_stroke(self, stroke: PainStroke) -> None:
        self._painting = Painting((*self._painting.strokes, stroke))

    def lengthen(self, place: Place) -> None:
        """Lead the last stroke on to a place."""
        *before, last = self._painting.strokes
        self._painting = Painting((*before, replace(last, places=(*last.places, place))))

    def erase(self, view: View, place: Place, radius: float) -> None:
        """Take away what is painted around a place of a view."""
        reach = radius**2
        self._cut(view, lambda at: (at[0] - place[0]) ** 2 + (at[1] - place[1]) ** 2 > reach)

    def fill(self, view: View, region: str, strength: PainStrength | None, width: float) -> None:
        """Paint a whole region of a view, or with None take away what is painted there."""
        box, shape = view.areas[region]
        self._cut(view, lambda at: not contains(shape, *at))
        if strength is None:
            return
        rows = tuple(_rows_inside(box, shape, width * _ROWS_PER_WIDTH))
        added = tuple(PainStroke(view.name, strength, row, width, view.mirrored) for row in rows)
        self._painting = Painting((*self._painting.strokes, *added))

    def _cut(self, view: View, keep: Callable[[Place], bool]) -> None:
        strokes: list[PainStroke] = []
        for stroke in self._painting.strokes:
            if (stroke.view, stroke.mirrored) == (view.name, view.mirrored):
                strokes.extend(_pieces(stroke, keep))
            else:
                strokes.append(stroke)
        self._painting = Painting(tuple(strokes))


def _pieces(stroke: PainStroke, keep: Callable[[Place], bool]) -> Iterator[PainStroke]:
    """Yield what is left of a stroke, cut where places fall away."""
    piece: list[Place] = []
    for place in stroke.places:
        if keep(place):
            piece.append(place)
        elif piece:
            yield replace(stroke, places=tuple(piece))
            piece = []
    if piece:
        yield replace(stroke, places=tuple(piece))


def _rows_inside(
    box: tuple[float, float, float, float], shape: tuple[tuple[Place, ...], ...], gap: float
) -> Iterator[tuple[Place, ...]]:
    """Yield rows of places that cover a shape from the top down, at least one place."""
    left, top, right, bottom = box
    columns = max(2, round((right - left) / 2))
    count = max(1, round((bottom - top) / gap))
    for row in range(count):
        y = top + (bottom - top) * (row + 0.5) / count
        run: list[Place] = []
        for column in range(columns + 1):
            x = left + (right - left) * column / columns
            if contains(shape, x, y):
                run.append((x, y))
            elif run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)

"""Columns beside one another that go on over pages, and the filling of a height they are made with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

UNBOUNDED = 1e6
"""A height nothing reaches, in points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable and how far its top lies below the top of the column, in points."""

    flowable: Flowable
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends, measured from the top of the column."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Filling:
    """What found room in a height, and what did not."""

    placed: tuple[Placed, ...]
    rest: tuple[Flowable, ...] = ()

    @property
    def height(self) -> float:
        """The height taken, in points."""
        return max((one.bottom for one in self.placed), default=0.0)


def fill(flowables: Sequence[Flowable], width: float, height: float = UNBOUNDED) -> Filling:
    """Stacks the flowables into a height; the one at the edge is split, headings stay with what follows."""
    placed: list[Placed] = []
    for number, flowable in enumerate(flowables):
        top = _top(placed, flowable)
        tall = flowable.wrap(width, UNBOUNDED)[1]
        if top + tall <= height + 0.01:
            placed.append(Placed(flowable, top, tall))
            continue
        parts = flowable.split(width, max(0.0, height - top))
        if parts:
            placed.append(Placed(parts[0], top, parts[0].wrap(width, UNBOUNDED)[1]))
        left = parts[1:] if parts else [flowable]
        return _without_lone_headings(placed, (*left, *flowables[number + 1 :]))
    return Filling(tuple(placed))


def _top(placed: Sequence[Placed], flowable: Flowable) -> float:
    if not placed:
        return 0.0
    gap = max(placed[-1].flowable.getSpaceAfter(), flowable.getSpaceBefore())
    return placed[-1].bottom + float(gap)


def _without_lone_headings(placed: list[Placed], rest: tuple[Flowable, ...]) -> Filling:
    while placed and bool(getattr(placed[-1].flowable, "keepWithNext", False)):
        rest = (placed.pop().flowable, *rest)
    return Filling(tuple(placed), rest)


def draw(filling: Filling, canvas: Canvas, x: float, top: float) -> None:
    """Draws what was placed, with its upper left corner there."""
    for one in filling.placed:
        one.flowable.drawOn(canvas, x, top - one.bottom)


class Stretching(Flowable):
    """A flowable that can be made taller, so that neighbours end together."""

    stretched: float = 0.0
    """Height to reach at least, in points."""


class Columns(Flowable):
    """Columns of flowables side by side.

    A page that ends in the middle takes as much of each column as fits; the rest goes on in columns on the
    next page, or over the whole width when only one column has anything left. Boxes that stand alone in their
    columns get the same height.

    Args:
        columns: What stands in each column.
        widths: Width of each column, in points.
        gap: Empty width between them, in points.
        space: Empty height before and after it, in points.
    """

    def __init__(
        self,
        columns: Iterable[Sequence[Flowable]],
        widths: Sequence[float],
        gap: float,
        space: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        super().__init__()
        self.columns = [list(column) for column in columns]
        self.widths = list(widths)
        self.gap = gap
        self.spaceBefore, self.spaceAfter = space
        self._fillings: list[Filling] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._stretch(0.0)
        self._fill()
        self._stretch(self._tall())
        self._fill()
        return available_width, self._tall()

    def _stretch(self, height: float) -> None:
        for column in self.columns:
            match column:
                case [Stretching() as box]:
                    box.stretched = height
                case _:
                    pass

    def _fill(self) -> None:
        pairs = zip(self.columns, self.widths, strict=True)
        self._fillings = [fill(column, width) for column, width in pairs]

    def _tall(self) -> float:
        return max((filling.height for filling in self._fillings), default=0.0)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        self._stretch(0.0)
        fillings = [
            fill(column, width, available_height)
            for column, width in zip(self.columns, self.widths, strict=True)
        ]
        if not any(filling.placed for filling in fillings):
            return []
        first = self._like([[one.flowable for one in filling.placed] for filling in fillings])
        return [first, *self._rest([list(filling.rest) for filling in fillings])]

    def _rest(self, columns: list[list[Flowable]]) -> list[Flowable]:
        left = [column for column in columns if column]
        if len(left) == 1:
            return left[0]
        return [self._like(columns)] if left else []

    def _like(self, columns: list[list[Flowable]]) -> "Columns":
        return Columns(columns, self.widths, self.gap, (self.spaceBefore, self.spaceAfter))

    def draw(self) -> None:
        x = 0.0
        for filling, width in zip(self._fillings, self.widths, strict=True):
            draw(filling, self.canv, x, self._tall())
            x += width + self.gap


class Together(Flowable):
    """Flowables that stay on one page, unless they are so tall that they would leave most of one empty.

    reportlab's own `KeepTogether` cannot hold another one.
    """

    MOST = 400.0
    """Height up to which they are kept together, in points."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__()
        self.content = list(content)
        self.spaceBefore = float(self.content[0].getSpaceBefore())
        self.spaceAfter = float(self.content[-1].getSpaceAfter())
        self._filling = Filling(())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._filling = fill(self.content, available_width)
        return available_width, self._filling.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        if self.wrap(available_width, available_height)[1] <= self.MOST:
            return []
        filling = fill(self.content, available_width, available_height)
        placed = [one.flowable for one in filling.placed]
        return [Together(placed), Together(filling.rest)] if placed and filling.rest else []

    def draw(self) -> None:
        draw(self._filling, self.canv, 0.0, self._filling.height)


def rows_of(
    boxes: Sequence[Flowable], a_row: int, width: float, gap: float, between_rows: float
) -> list[Flowable]:
    """Boxes of equal width in rows, from left to right; a last row may be short."""
    each = (width - gap * (a_row - 1)) / a_row
    rows = zip_longest(*(iter(boxes),) * a_row)
    return [
        Columns([[box] if box else [] for box in row], [each] * a_row, gap, (0.0, between_rows))
        for row in rows
    ]

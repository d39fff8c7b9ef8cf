"""Where the labels beside a body chart stand. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label in one of the two columns: the number of its mark, and the middle of its height in px."""

    mark: int
    at_left: bool
    y: float


def place_labels(
    places: Sequence[tuple[float, float]], width: float, height: float, line: float
) -> list[Label]:
    """Give every place (x, y in px) a label at the nearer edge; labels of a column keep `line` px apart.

    What finds no room in its column goes into the other; what finds none there has no label.
    """
    room = max(1, int(height // line))
    by_height = sorted(range(len(places)), key=lambda number: places[number][1])
    left = [number for number in by_height if places[number][0] < width / 2]
    right = [number for number in by_height if places[number][0] >= width / 2]
    spare_left, spare_right = left[room:], right[room:]
    left = sorted((left[:room] + spare_right)[:room], key=lambda number: places[number][1])
    right = sorted((right[:room] + spare_left)[:room], key=lambda number: places[number][1])
    return [
        *_column([(n, places[n][1]) for n in left], at_left=True, height=height, line=line),
        *_column([(n, places[n][1]) for n in right], at_left=False, height=height, line=line),
    ]


def _column(marks: Sequence[tuple[int, float]], at_left: bool, height: float, line: float) -> list[Label]:
    heights = [max(line / 2, min(height - line / 2, y)) for _number, y in marks]
    for at in range(1, len(heights)):
        heights[at] = max(heights[at], heights[at - 1] + line)
    ceiling = height - line / 2
    for at in reversed(range(len(heights))):
        heights[at] = min(heights[at], ceiling)
        ceiling = heights[at] - line
    return [Label(number, at_left, y) for (number, _y), y in zip(marks, heights, strict=True)]

"""Where the labels beside a body chart stand. Knows no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

PAD = 10.0
"""Px between a column and the edge of the window."""
GAP = 10.0
"""Px between the middle of a mark and a label that stands beside it."""
FAR = 5
"""How many lines a label may stand from the height of its mark."""
_MARK, _DOT = 7.0, 4.0
"""Px around the middle of a mark, and of a dot, that no label covers."""

Place = tuple[float, float]
Obstacle = tuple[float, float, float]
"""How far from the edge of the window, how high, and its reach, in px."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the number of its mark, its left edge and the middle of its height, in px.

    Attributes:
        leads: Whether a line leads to its mark; without one it stands right beside it.
    """

    mark: int
    x: float
    y: float
    width: float
    leads: bool = True


@dataclass(frozen=True)
class Room:
    """A window to write in.

    Attributes:
        marks: The middle of each mark that wants a label.
        widths: Of each label, in px.
        dots: The other points in sight; no label covers one.
        line: Height of a label.
    """

    marks: Sequence[Place]
    widths: Sequence[float]
    dots: Sequence[Place]
    width: float
    height: float
    line: float
    taken: list[Label] = field(default_factory=list)

    def near_edge(self, number: int, at_left: bool) -> bool:
        """Whether a mark lies where its own label would stand in that column."""
        x = self.marks[number][0]
        return (x if at_left else self.width - x) < PAD + self.widths[number] + GAP


def place_labels(room: Room) -> list[Label]:
    """Labels in two columns at the edges, each at the nearer one, or right beside a mark that lies there.

    No label covers a mark, a dot or another label; what finds no room has none until the body is enlarged.
    """
    left, right = _shares(room)
    outside = {*left, *right}
    found = [*_column(room, left, at_left=True), *_column(room, right, at_left=False)]
    room.taken.extend(found)
    placed = {label.mark for label in found}
    for number in sorted(set(range(len(room.marks))) - placed, key=lambda n: (n in outside, n)):
        label = _beside(room, number)
        if label is not None:
            room.taken.append(label)
    return room.taken


def _shares(room: Room) -> tuple[list[int], list[int]]:
    """The marks of the left and of the right column, from top to bottom; too many go over to the other."""
    most = max(1, int(room.height // room.line))
    left, right = _at_edge(room, at_left=True), _at_edge(room, at_left=False)
    over_left = [n for n in right[most:] if not room.near_edge(n, at_left=True)]
    over_right = [n for n in left[most:] if not room.near_edge(n, at_left=False)]
    left, right = (left[:most] + over_left)[:most], (right[:most] + over_right)[:most]
    return _downward(room, left), _downward(room, right)


def _at_edge(room: Room, at_left: bool) -> list[int]:
    """The marks nearer to one edge of the window, but for those that lie where their label would stand."""
    half = (n for n, (x, _y) in enumerate(room.marks) if (x < room.width / 2) is at_left)
    return _downward(room, [n for n in half if not room.near_edge(n, at_left)])


def _downward(room: Room, numbers: list[int]) -> list[int]:
    return sorted(numbers, key=lambda number: room.marks[number][1])


def _column(room: Room, numbers: Sequence[int], at_left: bool) -> Iterator[Label]:
    """One column: the order of the marks is kept, so that no two lines cross."""
    if not numbers:
        return
    line = room.line
    blocks = _blocks(room, PAD + max(room.widths[n] for n in numbers), at_left)
    above = -line / 2
    for number, wish in zip(numbers, _wishes(room, numbers), strict=True):
        width = room.widths[number]
        y = _free_height(room, blocks, width, max(wish, above + line), above + line)
        if y is not None and abs(y - room.marks[number][1]) <= FAR * line:
            above = y
            yield Label(number, PAD if at_left else room.width - PAD - width, y, width)


def _blocks(room: Room, within: float, at_left: bool) -> list[Obstacle]:
    """What stands in a column so wide: how far from its edge of the window, how high, and its reach."""
    # Hundreds of dots in every frame of a moving hand: no call that can be spared.
    if at_left:
        blocks = [(x, y, _DOT) for x, y in room.dots if x < within + _DOT]
        return blocks + [(x, y, _MARK) for x, y in room.marks if x < within + _MARK]
    edge = room.width
    blocks = [(edge - x, y, _DOT) for x, y in room.dots if edge - x < within + _DOT]
    return blocks + [(edge - x, y, _MARK) for x, y in room.marks if edge - x < within + _MARK]


def _wishes(room: Room, numbers: Sequence[int]) -> list[float]:
    """Heights near those of the marks, a line apart and in the window."""
    line = room.line
    heights = [max(line / 2, min(room.height - line / 2, room.marks[n][1])) for n in numbers]
    for at in range(1, len(heights)):
        heights[at] = max(heights[at], heights[at - 1] + line)
    ceiling = room.height - line / 2
    for at in reversed(range(len(heights))):
        heights[at] = min(heights[at], ceiling)
        ceiling = heights[at] - line
    return heights


def _free_height(
    room: Room, blocks: Sequence[Obstacle], width: float, wish: float, least: float
) -> float | None:
    """The height nearest to the wish at which nothing is covered; None where there is none."""
    half = room.line / 2
    near = [(y, reach + half) for x, y, reach in blocks if x - reach < PAD + width]
    heights = [wish]
    heights += [y + side * reach for y, reach in near for side in (-1, 1)]
    for y in sorted(heights, key=lambda height: abs(height - wish)):
        if least <= y <= room.height - half and all(abs(y - block) >= reach for block, reach in near):
            return y
    return None


def _beside(room: Room, number: int) -> Label | None:
    """A label right beside its mark: to the right, to the left, below or above; None where none is free."""
    (x, y), width, line = room.marks[number], room.widths[number], room.line
    for left, middle in (
        (x + GAP, y),
        (x - GAP - width, y),
        (x - width / 2, y + line / 2 + GAP),
        (x - width / 2, y - line / 2 - GAP),
    ):
        label = Label(number, left, middle, width, leads=False)
        if _fits(room, label):
            return label
    return None


def _fits(room: Room, label: Label) -> bool:
    left, right, half = label.x, label.x + label.width, room.line / 2
    top, bottom = label.y - half, label.y + half
    if left < 0 or top < 0 or right > room.width or bottom > room.height:
        return False
    for places, reach in ((room.marks, _MARK), (room.dots, _DOT)):
        for x, y in places:
            if left - reach < x < right + reach and top - reach < y < bottom + reach:
                return False
    return not any(
        left < other.x + other.width and other.x < right and abs(other.y - label.y) < room.line
        for other in room.taken
    )

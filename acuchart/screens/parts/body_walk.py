"""From point to point with the arrow keys. Knows no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar


class Way(Enum):
    """Where an arrow key points, on the screen."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class Placed(Protocol):
    """Anything with a place in the window, in px."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Here:
    """A place in the window to start from."""

    x: float
    y: float


_SIDEWAYS = 2.0
"""A px beside the way counts as two along it: what lies straight ahead comes before what lies aside."""


def next_along(places: Iterable[P], start: Placed, way: Way) -> P | None:
    """Return the place an arrow leads to: the nearest ahead; None where there is none."""
    dx, dy = way.value
    ahead: list[tuple[float, int, P]] = []
    for number, place in enumerate(places):
        along = (place.x - start.x) * dx + (place.y - start.y) * dy
        beside = abs((place.x - start.x) * dy + (place.y - start.y) * dx)
        if along > 0.5 and beside <= along * 2:
            ahead.append((along + _SIDEWAYS * beside, number, place))
    return min(ahead, key=lambda found: found[:2])[2] if ahead else None


def nearest_to(places: Iterable[P], x: float, y: float) -> P | None:
    """Return the place nearest a px; None of none."""
    return min(places, key=lambda place: (place.x - x) ** 2 + (place.y - y) ** 2, default=None)

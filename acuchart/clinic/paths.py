"""Lines and areas of a drawing, as values: no screen and no paper is known here.

A path is a tuple of segments with absolute coordinates; x grows to the right, y downward. Whoever draws it
walks the tuple and calls the matching act of the canvas.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Move:
    """Lifts the pen to a place; begins a ring."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """Draws straight to a place."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Draws a cubic Bézier curve to (x, y) with the handles (x1, y1) and (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    """Draws straight back to where the ring began."""


Segment = Move | Line | Curve | Close
Path = tuple[Segment, ...]
Place = tuple[float, float]
Ring = tuple[Place, ...]
Box = tuple[float, float, float, float]

FLAT_STEPS = 8
"""Straight pieces a curve is cut into for measuring: under 0.01 cun off on these drawings."""

_TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")
_ALLOWED = re.compile(r"[MLCZ0-9.,\s-]*")


def parse_path(text: str) -> Path:
    """Reads path data of absolute M, L, C and Z.

    Raises:
        ValueError: Another letter, or a number too few or too many.
    """
    if not _ALLOWED.fullmatch(text):
        raise ValueError("path data holds something other than M, L, C, Z and numbers")
    return tuple(_segments(_TOKEN.findall(text)))


def _segments(tokens: list[str]) -> Iterator[Segment]:
    at, letter = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        elif letter in ("", "Z"):
            raise ValueError("path data has a number without a letter before it")
        size = {"M": 2, "L": 2, "C": 6, "Z": 0}[letter]
        yield _segment(letter, tokens[at : at + size], size)
        at += size
        letter = "L" if letter == "M" else letter


def _segment(letter: str, tokens: list[str], size: int) -> Segment:
    if len(tokens) < size or any(token.isalpha() for token in tokens):
        raise ValueError(f"path data has too few numbers after {letter}")
    n = [float(token) for token in tokens]
    match letter:
        case "M":
            return Move(n[0], n[1])
        case "L":
            return Line(n[0], n[1])
        case "C":
            return Curve(n[0], n[1], n[2], n[3], n[4], n[5])
        case _:
            return Close()


def mirrored_path(path: Path, width: float) -> Path:
    """The path as a mirror shows it on a sheet of that width (x becomes width - x)."""
    return tuple(_mirrored(segment, width) for segment in path)


def _mirrored(segment: Segment, width: float) -> Segment:
    match segment:
        case Curve(x1=x1, x2=x2, x=x):
            return replace(segment, x1=width - x1, x2=width - x2, x=width - x)
        case Close():
            return segment
        case _:
            return replace(segment, x=width - segment.x)


def rings(path: Path) -> tuple[Ring, ...]:
    """The path as polygons, one for each move in it; curves are cut into straight pieces."""
    found: list[list[Place]] = []
    for segment in path:
        match segment:
            case Move(x, y):
                found.append([(x, y)])
            case Line(x, y):
                found[-1].append((x, y))
            case Curve():
                found[-1].extend(_flat(found[-1][-1], segment))
            case Close():
                pass
    return tuple(tuple(ring) for ring in found)


def _flat(start: Place, c: Curve) -> Iterator[Place]:
    for step in range(1, FLAT_STEPS + 1):
        t = step / FLAT_STEPS
        u = 1 - t
        a, b, d, e = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield (a * start[0] + b * c.x1 + d * c.x2 + e * c.x, a * start[1] + b * c.y1 + d * c.y2 + e * c.y)


def box(shape: Iterable[Ring]) -> Box:
    """Left, top, right and bottom of the polygons."""
    places = [place for ring in shape for place in ring]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def contains(shape: Iterable[Ring], x: float, y: float) -> bool:
    """Whether the place lies inside; a hole (a ring within a ring) is outside."""
    inside = False
    for ring in shape:
        for (x1, y1), (x2, y2) in _sides(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def distance_to(shape: Iterable[Ring], x: float, y: float) -> float:
    """How far the place is from the nearest edge, on either side of it."""
    return min(_from_side(a, b, x, y) for ring in shape for a, b in _sides(ring))


def _sides(ring: Ring) -> Iterator[tuple[Place, Place]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _from_side(a: Place, b: Place, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0.0
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)

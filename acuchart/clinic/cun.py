"""Places on the body by arithmetic: a landmark, and an offset in cun along the frame of its segment.

One cun is ten units of a drawing. A cun is local: a frame belongs to one segment of the body (upper arm,
forearm, trunk ...) and its two directions, ``along`` and ``across``, are unit vectors on the sheet.
On the head two measures are not straight: the midline of the scalp is a table (``scalp``), and offsets across
the head have a unit of their own, because nine cun lie between the mastoid processes by definition.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from acuchart.clinic.paths import Place

UNITS = 10.0
"""Units of a drawing in one cun."""

HEAD_RADIUS = 30.0
"""Away from the midline the head falls like a circle of this radius (units)."""

SIDE_LIFT = 2.0
"""From the side the head is seen a little from above, by this at most (units): its lines stay apart."""


@dataclass(frozen=True, slots=True)
class Between:
    """A place on the straight line from one mark to another."""

    start: "Mark"
    end: "Mark"
    fraction: float


@dataclass(frozen=True, slots=True)
class Scalp:
    """A place on the scalp: cun behind the anterior hairline, and head cun beside the midline."""

    behind: float
    lateral: float = 0.0


@dataclass(frozen=True, slots=True)
class Formula:
    """How a point is found: from a base, so many cun along and across a frame.

    Attributes:
        base: The name of a landmark, a fraction of a way, or a place on the scalp.
        frame: Name of the frame without its side; empty for the frame of the whole view.
    """

    base: "str | Between | Scalp"
    along: float = 0.0
    across: float = 0.0
    frame: str = ""


Mark = str | Formula


@dataclass(frozen=True, slots=True)
class Frame:
    """Two unit vectors on the sheet."""

    along: Place
    across: Place


@dataclass(frozen=True, slots=True)
class ScalpLine:
    """The midline of the scalp on a view.

    Attributes:
        midline: Places every half cun behind the anterior hairline.
        normals: In the side view, the inward unit normal at each of those places; the same for every view.
        across: Units of one head cun across the head.
        from_above: Whether the view looks at the crown, so that the fall of the head shows along the sheet.
        sided: Whether both sides of the head are seen.
    """

    midline: tuple[Place, ...]
    normals: tuple[Place, ...]
    across: float
    from_above: bool
    sided: bool

    def place(self, scalp: Scalp, outward: float) -> Place:
        """The place on the sheet; ``outward`` is +1 or -1, the way that leads off the midline."""
        row = min(max(int(scalp.behind * 2), 0), len(self.midline) - 2)
        (x1, y1), (x2, y2) = self.midline[row], self.midline[row + 1]
        part = scalp.behind * 2 - row
        x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
        return self._aside(x, y, scalp, outward) if scalp.lateral else (x, y)

    def _aside(self, x: float, y: float, scalp: Scalp, outward: float) -> Place:
        nx, ny = self.normals[min(max(round(scalp.behind * 2), 1), len(self.normals) - 2)]
        aside = scalp.lateral * self.across
        fall = HEAD_RADIUS - math.sqrt(HEAD_RADIUS**2 - aside**2)
        if not self.sided:
            fall += min(scalp.lateral, SIDE_LIFT)
            return x + nx * fall, y + ny * fall
        return x + outward * aside, y + (-nx if self.from_above else ny) * fall


@dataclass(frozen=True, slots=True)
class Chart:
    """What a formula is measured against on one view."""

    landmarks: Mapping[str, Place]
    frames: Mapping[str, Frame]
    whole: str
    scalp: ScalpLine | None

    def place(self, formula: Formula, side: str) -> Place:
        """The place of a formula in units of the view, to a hundredth.

        Args:
            formula: What to compute.
            side: ``left``, ``right``, or empty for the midline.

        Raises:
            KeyError: The view has no such landmark, frame or scalp.
        """
        x, y = self._base(formula, side)
        if formula.along or formula.across:
            frame = self.frame(formula.frame, side)
            x += (frame.along[0] * formula.along + frame.across[0] * formula.across) * UNITS
            y += (frame.along[1] * formula.along + frame.across[1] * formula.across) * UNITS
        return round(x, 2), round(y, 2)

    def frame(self, name: str, side: str) -> Frame:
        """The frame of that name on that side; the left one stands for the midline."""
        name = name or self.whole
        for key in (f"{name}-{side}", name, f"{name}-left"):
            if key in self.frames:
                return self.frames[key]
        raise KeyError(name)

    def mark(self, mark: Mark, side: str) -> Place:
        """The place of a landmark, of that side where it is one of a pair, or of a formula."""
        if isinstance(mark, Formula):
            return self.place(mark, side)
        paired = f"{mark}-{side}"
        return self.landmarks[paired if paired in self.landmarks else mark]

    def _base(self, formula: Formula, side: str) -> Place:
        match formula.base:
            case str(name):
                return self.mark(name, side)
            case Between(start, end, fraction):
                (x1, y1), (x2, y2) = self.mark(start, side), self.mark(end, side)
                return x1 + (x2 - x1) * fraction, y1 + (y2 - y1) * fraction
            case Scalp() as scalp:
                return self._scalp(scalp, side)

    def _scalp(self, scalp: Scalp, side: str) -> Place:
        if self.scalp is None:
            raise KeyError("scalp")
        outward = self.frame("body", side).across[0] if scalp.lateral else 0.0
        return self.scalp.place(scalp, outward)


def inward_normals(midline: tuple[Place, ...]) -> tuple[Place, ...]:
    """The inward unit normal at each place of the side view's scalp line; the ends repeat their neighbour."""
    inner = [_normal(before, after) for before, after in zip(midline, midline[2:], strict=False)]
    return (inner[0], *inner, inner[-1])


def _normal(before: Place, after: Place) -> Place:
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = math.hypot(dx, dy)
    return dy / length, -dx / length

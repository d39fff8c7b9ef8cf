"""The body chart: views drawn in cun, the points on them, the lines of the channels, and what lies where.

Every view has its own sheet, 0.1 cun to the unit, x to the right and y downward from the top left corner.
Left and right are always the patient's. A view of one side shows the right one; for the left it is mirrored.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from acuchart.clinic.paths import Box, Path, Ring, box, contains, distance_to, mirrored_path, rings
from acuchart.clinic.points import Side


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the drawing.

    Attributes:
        width: In units of the view.
        dash: Lengths of stroke and gap in units of the view; empty for a whole line.
    """

    path: Path
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class View:
    """One drawing of the body or a part of it.

    Attributes:
        name: Such as ``front`` or ``hand-palmar``.
        width: In units of 0.1 cun.
        height: In units of 0.1 cun.
        silhouette: The closed shape that is filled.
        detail: Inner anatomical hints, drawn thin and light.
        outline: The contour.
        regions: The area of each named region; they do not overlap.
        sided: Whether it shows both sides; otherwise it shows the right one and is mirrored for the left.
        mirrored: Whether this is the mirrored drawing of the left side.
    """

    name: str
    width: float
    height: float
    silhouette: Path
    detail: tuple[Stroke, ...]
    outline: tuple[Stroke, ...]
    regions: Mapping[str, Path]
    sided: bool
    mirrored: bool = False

    @cached_property
    def shape(self) -> tuple[Ring, ...]:
        """The silhouette as polygons."""
        return rings(self.silhouette)

    @cached_property
    def areas(self) -> Mapping[str, tuple[Box, tuple[Ring, ...]]]:
        """Each region as polygons with the box around them."""
        shapes = {name: rings(path) for name, path in self.regions.items()}
        return {name: (box(shape), shape) for name, shape in shapes.items()}

    def inside(self, x: float, y: float) -> bool:
        """Whether the place lies on the body."""
        return contains(self.shape, x, y)

    def outside_by(self, x: float, y: float) -> float:
        """How far off the body the place lies, in units; 0 on it."""
        return 0.0 if self.inside(x, y) else distance_to(self.shape, x, y)

    def region_at(self, x: float, y: float) -> str | None:
        """The id of the region at a place, None beside the body."""
        for name, ((left, top, right, bottom), shape) in self.areas.items():
            if left <= x <= right and top <= y <= bottom and contains(shape, x, y):
                return name
        return None

    @cached_property
    def mirror(self) -> "View":
        """The drawing of the other side; a view that shows both sides is its own mirror."""
        if self.sided:
            return self
        return replace(
            self,
            silhouette=mirrored_path(self.silhouette, self.width),
            detail=self._mirrored_strokes(self.detail),
            outline=self._mirrored_strokes(self.outline),
            regions={other_side(k): mirrored_path(p, self.width) for k, p in self.regions.items()},
            mirrored=not self.mirrored,
        )

    def _mirrored_strokes(self, strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
        return tuple(replace(stroke, path=mirrored_path(stroke.path, self.width)) for stroke in strokes)


def other_side(name: str) -> str:
    """A region id with left for right and right for left."""
    for side, other in (("-left", "-right"), ("-right", "-left")):
        if name.endswith(side):
            return name.removesuffix(side) + other
    return name


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a point on a view.

    Attributes:
        view: Name of the view.
        side: Left, right or midline, the patient's.
        x: In units of the view, from the left edge of the sheet as it is drawn for that side.
        mirrored: Whether the view must be mirrored to show it.
        label: Which spot of a point of several: a level of EX-B2, a finger, ``front``; else empty.
        inside: Within the mouth or the nose; drawn hollow.
    """

    code: str
    view: str
    side: Side
    x: float
    y: float
    mirrored: bool = False
    label: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A stretch of a channel on a view: the codes in order and the curve through them."""

    channel: str
    view: str
    side: Side
    codes: tuple[str, ...]
    path: Path
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """All views, places and lines.

    Attributes:
        views: By name, in the order of the tabs.
        places: By code; both sides are always listed, the left one of a one-sided view mirrored.
        lines: Every stretch of every channel, as drawn for the right side on one-sided views.
    """

    views: Mapping[str, View]
    places: Mapping[str, tuple[Spot, ...]]
    lines: tuple[ChannelLine, ...]

    def view(self, name: str, *, mirrored: bool = False) -> View:
        """The view of that name, drawn for the left side if asked."""
        view = self.views[name]
        return view.mirror if mirrored else view

    def spots(self, code: str, side: Side | None = None, view: str | None = None) -> tuple[Spot, ...]:
        """Where a point lies; both sides or none asked for gives all, one side gives it and the midline."""
        return tuple(
            spot
            for spot in self.places.get(code, ())
            if view in (None, spot.view) and (side in (None, Side.BOTH) or spot.side in (side, Side.MIDLINE))
        )

    def on(self, view: str, *, mirrored: bool = False) -> tuple[Spot, ...]:
        """Every place seen on a view as it is drawn: one side and the midline where it shows one side."""
        return tuple(self._on(self.view(view, mirrored=mirrored)))

    def _on(self, view: View) -> Iterator[Spot]:
        for spots in self.places.values():
            for spot in spots:
                if spot.view != view.name:
                    continue
                if spot.mirrored == view.mirrored:
                    yield spot
                elif spot.side is Side.MIDLINE:
                    yield replace(spot, x=round(view.width - spot.x, 2), mirrored=view.mirrored)

    def nearest(
        self, view: str, x: float, y: float, reach: float, *, mirrored: bool = False
    ) -> tuple[Spot, ...]:
        """The places within reach (units) of a place, nearest first."""
        near = [(math.hypot(s.x - x, s.y - y), s) for s in self.on(view, mirrored=mirrored)]
        return tuple(s for away, s in sorted(near, key=lambda pair: pair[0]) if away <= reach)

    def region_at(self, view: str, x: float, y: float, *, mirrored: bool = False) -> str | None:
        """The id of the region at a place of a view, None beside the body."""
        return self.view(view, mirrored=mirrored).region_at(x, y)

    def channel_lines(
        self, view: str, channel: str | None = None, *, mirrored: bool = False
    ) -> tuple[ChannelLine, ...]:
        """The lines on a view, of one channel or of all."""
        drawn = self.view(view, mirrored=mirrored)
        lines = [line for line in self.lines if line.view == view and channel in (None, line.channel)]
        return tuple(_mirrored_line(line, drawn) if drawn.mirrored else line for line in lines)

    def views_of(self, code: str) -> tuple[str, ...]:
        """The views on which a point is seen, in the order of the tabs."""
        seen = {spot.view for spot in self.places.get(code, ())}
        return tuple(name for name in self.views if name in seen)


def _mirrored_line(line: ChannelLine, view: View) -> ChannelLine:
    side = Side.LEFT if line.side is Side.RIGHT else line.side
    return replace(line, side=side, path=mirrored_path(line.path, view.width), mirrored=True)

"""Where the needles go, as a picture for the patient: a view, a close-up of it, and what it does not show."""

from collections.abc import Iterable, Sequence

from acuchart.clinic.body import Body, Spot
from acuchart.clinic.needling import Needling
from acuchart.clinic.plan import BodyPicture, Figure
from acuchart.clinic.points import Side
from acuchart.words import _

MOST_BESIDE = 2
"""Further views beside the first one."""
FRAME = (150.0, 100.0)
"""Greatest width and height of the close-up, in tenths of a cun."""
MARGIN = 14.0
"""Between a point and the edge of the close-up, in tenths of a cun."""
WHOLE_BODY = 700.0
"""Height from which on a view shows the whole body; a smaller one is a close-up by itself."""

Place = tuple[str, Side, str]
"""Code, side and label: one needle, on whichever view it is seen."""
Area = tuple[float, float, float, float]


def body_picture(
    prescription: Iterable[Needling], body: Body, spares_pregnancy: bool = False
) -> BodyPicture | None:
    """The picture of a prescription; None when no point of it can be drawn.

    A row with fewer needles than its point has spots is left out: nobody wrote which spots were meant. So is
    what the views have no room for, and the picture says so.
    """
    rows = [_needled(row, body) for row in prescription]
    spots = [spot for row in rows for spot in row]
    figures, unseen = _figures(spots, body)
    if not figures:
        return None
    first = figures[0]
    caption = _("Where the needles go.")
    if unseen or not all(rows):
        caption = f"{caption} {_('Some needles are not shown.')}"
    if spares_pregnancy:
        caption = f"{caption} {_('Points that are not advised in pregnancy are left out.')}"
    frame = _frame(first, body)
    return BodyPicture(first.view, first.spots, frame, caption, first.mirrored, tuple(figures[1:]))


def _needled(row: Needling, body: Body) -> tuple[Spot, ...]:
    spots = body.spots(row.code, row.side)
    return spots if row.needles >= len({_place(spot) for spot in spots}) else ()


def _place(spot: Spot) -> Place:
    return spot.code, spot.side, spot.label


def _figures(spots: Sequence[Spot], body: Body) -> tuple[list[Figure], set[Place]]:
    """The view that shows most, then those that show most of what is left; and what none of them shows.

    Of views that show as much, a whole figure comes before a part, and a close part before a long one.
    """
    left = {_place(spot) for spot in spots}
    found: list[Figure] = []
    while left and len(found) <= MOST_BESIDE:
        best = max(_sheets(body), key=lambda sheet: (len(_on(sheet, spots, left)), *_nearness(sheet, body)))
        seen = _on(best, spots, left)
        if not seen:
            break
        name, mirrored = best
        found.append(Figure(name, tuple(dict.fromkeys((s.x, s.y) for s in seen)), mirrored))
        left -= {_place(spot) for spot in seen}
    return found, left


def _sheets(body: Body) -> list[tuple[str, bool]]:
    """Every view, and the mirrored drawing of a view of one side; the first wins where two show as much."""
    return [
        (name, mirrored)
        for name, view in body.views.items()
        for mirrored in ((False,) if view.sided else (False, True))
    ]


def _nearness(sheet: tuple[str, bool], body: Body) -> tuple[bool, float]:
    height = body.views[sheet[0]].height
    return height >= WHOLE_BODY, -height


def _on(sheet: tuple[str, bool], spots: Sequence[Spot], left: set[Place]) -> list[Spot]:
    return [spot for spot in spots if (spot.view, spot.mirrored) == sheet and _place(spot) in left]


def _frame(figure: Figure, body: Body) -> Area | None:
    """The part of a whole figure in which most points lie; None where fewer than two lie together."""
    view = body.view(figure.view, mirrored=figure.mirrored)
    if view.height < WHOLE_BODY:
        return None
    together = _together(figure.spots)
    if len(together) < 2:
        return None
    left, right = min(x for x, _y in together), max(x for x, _y in together)
    top, bottom = min(y for _x, y in together), max(y for _x, y in together)
    width, height = _framed(right - left, bottom - top)
    x = min(max((left + right - width) / 2, 0.0), view.width - width)
    y = min(max((top + bottom - height) / 2, 0.0), view.height - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)


def _framed(width: float, height: float) -> tuple[float, float]:
    """Width and height of a frame around so much, in the proportions of the close-up."""
    shape = FRAME[0] / FRAME[1]
    wide, high = width + 2 * MARGIN, height + 2 * MARGIN
    return max(wide, high * shape), max(high, wide / shape)


def _together(spots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The most points that fit into one close-up; of as many, those nearest one another."""
    reach_x, reach_y = FRAME[0] - 2 * MARGIN, FRAME[1] - 2 * MARGIN
    windows = (
        [(x, y) for x, y in spots if left <= x <= left + reach_x and top <= y <= top + reach_y]
        for left in {x for x, _y in spots}
        for top in {y for _x, y in spots}
    )
    return max(windows, key=lambda window: (len(window), -_extent(window)), default=[])


def _extent(window: Sequence[tuple[float, float]]) -> float:
    if not window:
        return 0.0
    xs, ys = [x for x, _y in window], [y for _x, y in window]
    return (max(xs) - min(xs)) + (max(ys) - min(ys))

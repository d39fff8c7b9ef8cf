"""The body chart from resources/body: views, landmarks, formulas of the points, lines of the channels."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.clinic.body import Body, ChannelLine, Spot, View
from acuchart.clinic.cun import Between, Chart, Formula, Frame, Mark, Scalp, ScalpLine, inward_normals
from acuchart.clinic.paths import Place, parse_path
from acuchart.clinic.points import Side
from acuchart.knowledge.drawings import read_drawing
from acuchart.knowledge.files import read_tree
from acuchart.knowledge.tree import Node
from acuchart.knowledge.trouble import KnowledgeTrouble

FOLDER = "body"
SIDED = frozenset({"front", "back", "head-front", "head-back", "head-top"})
SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "mid": Side.MIDLINE}


def read_body() -> Body:
    """The whole chart; the place of every point is computed from its formula."""
    tree = read_tree(FOLDER, "views.json")
    views = {name: read_drawing(name, sided=name in SIDED) for name in tree}
    charts = read_charts()
    places = {
        code: tuple(_spots(Node(f"{FOLDER}/points.json", code, {"places": rows}), views, charts))
        for code, rows in read_tree(FOLDER, "points.json").items()
    }
    return Body(MappingProxyType(views), MappingProxyType(places), tuple(_lines(views)))


def read_charts() -> Mapping[str, Chart]:
    """Landmarks, frames and scalp line of every view."""
    views = Node(f"{FOLDER}/views.json", "", read_tree(FOLDER, "views.json"))
    marks = Node(f"{FOLDER}/landmarks.json", "", read_tree(FOLDER, "landmarks.json"))
    normals = inward_normals(_scalp_places(views.node("head-lateral")))
    across = views.node("head-front").node("maps").node("head-transverse").number("unit")
    return {name: _chart(name, views.node(name), marks.node(name), normals, across) for name in views.value}


def _chart(name: str, view: Node, marks: Node, normals: tuple[Place, ...], across: float) -> Chart:
    frames = view.node("frames")
    scalp = None
    if "head-sagittal" in view.node("maps").value:
        scalp = ScalpLine(_scalp_places(view), normals, across, name == "head-top", name in SIDED)
    return Chart(
        landmarks={mark: _place(marks, mark) for mark in marks.value},
        frames={frame: _frame(frames.node(frame)) for frame in frames.value},
        whole="body" if {"body", "body-left"} & set(frames.value) else name.split("-")[0],
        scalp=scalp,
    )


def _frame(node: Node) -> Frame:
    return Frame(_place(node, "along"), _place(node, "across"))


def _place(node: Node, name: str) -> Place:
    match node.list(name):
        case [int() | float() as x, int() | float() as y]:
            return float(x), float(y)
        case _:
            raise node.wrong(f"{name} must be two numbers")


def _scalp_places(view: Node) -> tuple[Place, ...]:
    table = view.node("maps").node("head-sagittal")
    found: list[Place] = []
    for row in table.list("table"):
        match row:
            case [int() | float() as behind, int() | float() as x, int() | float() as y] if behind * 2 == len(
                found
            ):
                found.append((float(x), float(y)))
            case _:
                raise table.wrong("the table must go on every half cun: [cun, x, y]")
    return tuple(found)


def _spots(node: Node, views: Mapping[str, View], charts: Mapping[str, Chart]) -> list[Spot]:
    found: list[Spot] = []
    for place in node.nodes("places"):
        view = place.text("view")
        if view not in views or place.text("side") not in SIDES:
            raise place.wrong(f"no view {view} or no such side")
        spot = _spot(node.key, place, view, charts[view])
        found.append(spot)
        if spot.side is Side.RIGHT and not views[view].sided:
            found.append(_other(spot, views[view]))
    return found


def _spot(code: str, place: Node, view: str, chart: Chart) -> Spot:
    side = place.text("side")
    try:
        x, y = chart.place(_formula(place), "" if side == "mid" else side)
    except KeyError as missing:
        raise place.wrong(f"{view} has no {missing.args[0]}") from None
    return Spot(
        code,
        view,
        SIDES[side],
        x,
        y,
        label=place.text("part", ""),
        inside=place.flag("inside", default=False),
    )


def _other(spot: Spot, view: View) -> Spot:
    return Spot(
        spot.code,
        spot.view,
        Side.LEFT,
        round(view.width - spot.x, 2),
        spot.y,
        mirrored=True,
        label=spot.label,
        inside=spot.inside,
    )


def _formula(node: Node) -> Formula:
    return Formula(_base(node), node.number("along", 0.0), node.number("across", 0.0), node.text("frame", ""))


def _base(node: Node) -> str | Between | Scalp:
    if "between" in node.value:
        match node.list("between"):
            case [start, end, int() | float() as fraction]:
                return Between(_mark(node, start), _mark(node, end), float(fraction))
            case _:
                raise node.wrong("between must be [mark, mark, fraction]")
    if "scalp" in node.value:
        return Scalp(node.number("scalp"), node.number("lateral", 0.0))
    return node.text("from")


def _mark(node: Node, mark: object) -> Mark:
    match mark:
        case str(name):
            return name
        case dict():
            return _formula(Node(node.file, node.key, mark))
        case _:
            raise node.wrong("a mark must be a name or a formula")


def _lines(views: Mapping[str, View]) -> list[ChannelLine]:
    file = f"{FOLDER}/channels.json"
    found = []
    for channel, rows in read_tree(FOLDER, "channels.json").items():
        for node in Node(file, channel, {"lines": rows}).nodes("lines"):
            if node.text("view") not in views or node.text("side") not in SIDES:
                raise node.wrong("no such view or side")
            try:
                path = parse_path(node.text("path"))
            except ValueError as wrong:
                raise KnowledgeTrouble(file, node.key, str(wrong)) from None
            side = SIDES[node.text("side")]
            found.append(ChannelLine(channel, node.text("view"), side, node.texts("points"), path))
    return found

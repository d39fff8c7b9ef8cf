"""Reading one view of the body from its SVG file: four groups of paths, nothing else.

The colours of the files stand for the parts and are not kept: the theme or the paper decides them.
"""

from collections.abc import Iterator
from types import MappingProxyType
from xml.etree import ElementTree

from acuchart.clinic.body import Stroke, View
from acuchart.clinic.paths import Path, parse_path
from acuchart.knowledge.files import read_text
from acuchart.knowledge.trouble import KnowledgeTrouble

_SVG = "{http://www.w3.org/2000/svg}"


def read_drawing(name: str, *, sided: bool) -> View:
    """The view of that name.

    Raises:
        KnowledgeTrouble: No well-formed drawing, or a group or number of it is missing or wrong.
    """
    file = f"body/{name}.svg"
    try:
        root = ElementTree.fromstring(read_text("body", f"{name}.svg"))  # noqa: S314 - no stranger writes it - the program's own file
        return _view(name, root, sided=sided)
    except (ElementTree.ParseError, ValueError, KeyError) as wrong:
        raise KnowledgeTrouble(file, "", f"the drawing cannot be read: {wrong}") from wrong


def _view(name: str, root: ElementTree.Element, *, sided: bool) -> View:
    groups = {group.attrib["id"]: group for group in root.iter(f"{_SVG}g")}
    return View(
        name=name,
        width=float(root.attrib["width"]),
        height=float(root.attrib["height"]),
        silhouette=tuple(segment for path in _paths(groups["base"]) for segment in path),
        detail=tuple(_strokes(groups["detail"])),
        outline=tuple(_strokes(groups["outline"])),
        regions=MappingProxyType(
            {p.attrib["id"]: parse_path(p.attrib["d"]) for p in groups["regions"].iter(f"{_SVG}path")}
        ),
        sided=sided,
    )


def _paths(group: ElementTree.Element) -> Iterator[Path]:
    return (parse_path(path.attrib["d"]) for path in group.iter(f"{_SVG}path"))


def _strokes(group: ElementTree.Element) -> Iterator[Stroke]:
    for path in group.iter(f"{_SVG}path"):
        width = path.get("stroke-width") or group.attrib["stroke-width"]
        dash = tuple(float(part) for part in path.get("stroke-dasharray", "").split())
        yield Stroke(parse_path(path.attrib["d"]), float(width), dash)

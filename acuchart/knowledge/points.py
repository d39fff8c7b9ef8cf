"""The point table from resources/points."""

import re
from collections.abc import Iterable

from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Decision, Point, PointClass, Side, Spine
from acuchart.knowledge.files import Row, read_rows, unique, words
from acuchart.knowledge.point_extras import read_classes, read_decisions, read_groups
from acuchart.knowledge.trouble import KnowledgeTrouble

FILE = "points/points.csv"
COLUMNS = [
    "code",
    "channel",
    "number",
    "pinyin",
    "pinyin_plain",
    "hanzi",
    "hanzi_traditional",
    "aliases",
    "region",
    "location",
    "categories",
    "element",
    "depth_cun",
    "depth_by_level",
    "angle",
    "depth_note",
    "moxa",
    "lies",
    "spots",
    "levels",
    "depth_cun_a",
    "depth_cun_b",
    "pinyin_sources",
    "hanzi_sources",
    "location_check",
]

_DEPTH = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_STRETCH = re.compile(r"([TL]\d+)-([TL]\d+) (\S+)")


def read_points() -> Points:
    """Every point, in the order of the table, and the groups of points."""
    rows = read_rows("points", "points.csv", needs=COLUMNS)
    unique(FILE, (row["code"] for row in rows))
    codes = frozenset(row["code"] for row in rows)
    classes, decisions = read_classes(codes), read_decisions(codes)
    points = [_point(row, classes.get(row["code"], ()), decisions.get(row["code"], ())) for row in rows]
    return Points(points, read_groups(codes))


def _point(row: Row, classes: tuple[PointClass, ...], decisions: tuple[Decision, ...]) -> Point:
    if row["lies"] not in {side.value for side in Side}:
        raise KnowledgeTrouble(FILE, row["code"], f"lies is {row['lies']}")
    levels = tuple(row["levels"].split())
    return Point(
        code=row["code"],
        channel=row["channel"],
        number=_whole(row, "number"),
        pinyin=row["pinyin"],
        pinyin_plain=row["pinyin_plain"],
        hanzi=row["hanzi"],
        hanzi_traditional=row["hanzi_traditional"],
        aliases=words(row["aliases"]),
        region=row["region"],
        location=row["location"],
        categories=(*words(row["categories"]), *(one.name for one in classes)),
        element=row["element"],
        depth_cun=_depth(row, row["depth_cun"]) if row["depth_cun"] else None,
        angle=row["angle"],
        depth_note=row["depth_note"],
        moxa=row["moxa"],
        lies=Side(row["lies"]),
        spots=_whole(row, "spots"),
        levels=levels,
        spine=tuple(_spine(row, levels)),
        sources=tuple(_sources(row)),
        classes=classes,
        decisions=decisions,
    )


def _whole(row: Row, name: str) -> int:
    if not row[name].isdigit():
        raise KnowledgeTrouble(FILE, row["code"], f"{name} is not a whole number")
    return int(row[name])


def _depth(row: Row, text: str) -> tuple[float, float]:
    match = _DEPTH.fullmatch(text)
    if match is None or float(match[1]) > float(match[2]):
        raise KnowledgeTrouble(FILE, row["code"], f"depth {text} is not from-to")
    return float(match[1]), float(match[2])


def _spine(row: Row, levels: tuple[str, ...]) -> Iterable[Spine]:
    for stretch in words(row["depth_by_level"]):
        match = _STRETCH.fullmatch(stretch)
        if match is None or not {match[1], match[2]} <= set(levels):
            raise KnowledgeTrouble(FILE, row["code"], f"{stretch} is no stretch of its levels")
        from_, to = levels.index(match[1]), levels.index(match[2])
        yield Spine(levels[from_ : to + 1], _depth(row, match[3]))


def _sources(row: Row) -> Iterable[str]:
    yield f"names {row['pinyin_sources']}, {row['hanzi_sources']}"
    yield f"place: {row['location_check']}"
    for key in ("a", "b"):
        if row[f"depth_cun_{key}"]:
            yield f"depth {key.upper()}: {row[f'depth_cun_{key}']} cun"

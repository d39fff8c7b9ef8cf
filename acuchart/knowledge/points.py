"""The point table from resources/points."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Point, Side, SourcedDepth, Spine
from acuchart.knowledge.files import Row, read_rows, unique, words
from acuchart.knowledge.point_extras import read_classes, read_decisions, read_groups, read_titles
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
    "angle_a",
    "depth_cun_b",
    "angle_b",
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
    titles = read_titles()
    classes, decisions = read_classes(codes, titles), read_decisions(codes)
    return Points(
        (
            replace(
                point,
                categories=(*point.categories, *(one.name for one in classes.get(point.code, ()))),
                classes=classes.get(point.code, ()),
                decisions=decisions.get(point.code, ()),
            )
            for point in (_point(row, titles) for row in rows)
        ),
        read_groups(codes, titles),
    )


def _point(row: Row, titles: Mapping[str, str]) -> Point:
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
        categories=words(row["categories"]),
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
        depths=tuple(_depths(row, titles)),
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
    pinyin, hanzi = (row[key].replace("/", " of ") for key in ("pinyin_sources", "hanzi_sources"))
    yield f"names: {pinyin} sources agree on the pinyin, {hanzi} on the hanzi"
    yield f"place: {row['location_check']}"


def _depths(row: Row, titles: Mapping[str, str]) -> Iterable[SourcedDepth]:
    for key in ("a", "b"):
        cun, angle = row[f"depth_cun_{key}"], row[f"angle_{key}"]
        if cun or angle:
            yield SourcedDepth(cun, angle, titles[key.upper()])

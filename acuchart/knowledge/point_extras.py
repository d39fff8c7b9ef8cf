"""What belongs to points beside their table: further classes, decisions between sources, names of groups."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from acuchart.clinic.points import Decision, PointClass, PointGroup
from acuchart.knowledge.files import Row, known, read_rows, read_tree, words
from acuchart.knowledge.tree import Node
from acuchart.knowledge.trouble import KnowledgeTrouble

CLASSES = "points/classes.csv"
DECISIONS = "points/decisions.csv"
GROUPS = "points/groups.csv"
SOURCES = "points/sources.json"
OF_THE_TABLE = ("A", "B", "C", "WHO")
"""The sources of the table of points itself."""

_PLURAL = 2
"""A group has at least so many points."""


def read_titles() -> Mapping[str, str]:
    """What the keys of the sources stand for."""
    node = Node(SOURCES, "", read_tree("points", "sources.json")).node("points")
    titles = {key: node.text(key) for key in node.value}
    known(SOURCES, "points", "source", OF_THE_TABLE, titles)
    return titles


def read_classes(points: Container[str], titles: Mapping[str, str]) -> Mapping[str, tuple[PointClass, ...]]:
    """Classes with a source of their own, by point."""
    found: dict[str, list[PointClass]] = defaultdict(list)
    for row in read_rows("points", "classes.csv", needs=("class", "code", "with", "sources", "note")):
        _check(CLASSES, row["code"], points)
        source = _spelled(CLASSES, row["code"], row["sources"], titles)
        found[row["code"]].append(PointClass(_class_name(row), source, row["note"]))
    return {code: tuple(classes) for code, classes in found.items()}


def _class_name(row: Row) -> str:
    beside = ", ".join(words(row["with"]))
    return f"{row['class']} ({beside})" if beside else row["class"]


def read_decisions(points: Container[str]) -> Mapping[str, tuple[Decision, ...]]:
    """What was decided where sources disagree, by point."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for row in read_rows("points", "decisions.csv", needs=("code", "about", "said", "chosen", "reason")):
        _check(DECISIONS, row["code"], points)
        if not all(row.values()):
            raise KnowledgeTrouble(DECISIONS, row["code"], "a cell is empty")
        found[row["code"]].append(Decision(row["about"], row["said"], row["chosen"], row["reason"]))
    return {code: tuple(decisions) for code, decisions in found.items()}


def read_groups(points: Container[str], titles: Mapping[str, str]) -> tuple[PointGroup, ...]:
    """Names for several points at once."""
    return tuple(_group(row, points, titles) for row in read_rows("points", "groups.csv", needs=("names",)))


def _group(row: Row, points: Container[str], titles: Mapping[str, str]) -> PointGroup:
    names, codes = words(row["names"]), tuple(row["codes"].split())
    if not names or len(codes) < _PLURAL:
        raise KnowledgeTrouble(GROUPS, row["names"], "it needs a name and two points")
    for code in codes:
        _check(GROUPS, code, points)
    return PointGroup(names, codes, _spelled(GROUPS, names[0], row["sources"], titles))


def _check(file: str, code: str, points: Container[str]) -> None:
    if code not in points:
        raise KnowledgeTrouble(file, code, "there is no such point")


def _spelled(file: str, key: str, sources: str, titles: Mapping[str, str]) -> str:
    keys: Iterable[str] = sources.split()
    if not keys:
        raise KnowledgeTrouble(file, key, "it has no source")
    known(file, key, "source", keys, titles)
    return "; ".join(titles[source] for source in keys)

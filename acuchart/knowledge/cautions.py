"""Caution rules and red flags from resources/cautions."""

from collections.abc import Container, Mapping
from types import MappingProxyType

from acuchart.clinic.cautions import BEYOND_LIMIT, RISK_FLAGS, CautionRule, Level
from acuchart.clinic.findings import Finding
from acuchart.clinic.red_flags import Action, Ages, RedFlag
from acuchart.knowledge.files import Row, known, read_rows, read_tree, unique, words
from acuchart.knowledge.tree import Node
from acuchart.knowledge.trouble import KnowledgeTrouble

RULES = "cautions/cautions.csv"
RED_FLAGS = "cautions/red_flags.csv"
SOURCES = "cautions/sources.json"
OLDEST = 200
"""Years nobody reaches: the open end of "over 50"."""

_RULE_COLUMNS = ["code", "type", "severity", "statement", "sources", "level", "weeks_from", "weeks_to"]
_FLAG_COLUMNS = [
    "id",
    "region",
    "item",
    "question",
    "ages",
    "supported_by",
    "raised_by",
    "points_to",
    "action",
    "sources",
]


def read_cautions(points: Container[str]) -> tuple[CautionRule, ...]:
    """Every rule; each names a point that exists, or the whole patient."""
    titles = _titles("cautions")
    rows = read_rows("cautions", "cautions.csv", needs=_RULE_COLUMNS)
    unique(RULES, (f"{row['code']} {row['type']}" for row in rows))
    for row in rows:
        if row["code"] != "ALL" and row["code"] not in points:
            raise KnowledgeTrouble(RULES, row["code"], "there is no such point")
    return tuple(_rule(row, titles) for row in rows)


def _rule(row: Row, titles: Mapping[str, str]) -> CautionRule:
    if row["level"] not in {*(level.value for level in Level), BEYOND_LIMIT}:
        raise KnowledgeTrouble(RULES, row["code"], f"level is {row['level']}")
    sources = tuple(row["sources"].split())
    return CautionRule(
        code=row["code"],
        kind=row["type"],
        severity=row["severity"],
        statement=row["statement"],
        level=row["level"],
        weeks=_weeks(row),
        sources=sources,
        source=_spelled(RULES, row["code"], sources, titles),
    )


def _weeks(row: Row) -> tuple[int, int] | None:
    match row["weeks_from"].isdigit(), row["weeks_to"].isdigit():
        case True, True:
            return int(row["weeks_from"]), int(row["weeks_to"])
        case False, False if not row["weeks_from"] + row["weeks_to"]:
            return None
        case _:
            raise KnowledgeTrouble(RULES, row["code"], "weeks must be two whole numbers or none")


def read_red_flags(findings: Mapping[str, Finding]) -> Mapping[str, RedFlag]:
    """Every red flag by id, in the order of the list."""
    titles = _titles("red_flags")
    rows = read_rows("cautions", "red_flags.csv", needs=_FLAG_COLUMNS)
    unique(RED_FLAGS, (row["id"] for row in rows))
    flags = {row["id"]: _red_flag(row, titles) for row in rows}
    for flag in flags.values():
        known(RED_FLAGS, flag.id, "finding", flag.raised_by, findings)
        known(RED_FLAGS, flag.id, "flag", flag.supported_by, RISK_FLAGS | {"pregnancy"})
    return MappingProxyType(flags)


def _red_flag(row: Row, titles: Mapping[str, str]) -> RedFlag:
    if row["action"] not in {action.value for action in Action}:
        raise KnowledgeTrouble(RED_FLAGS, row["id"], f"action is {row['action']}")
    sources = tuple(row["sources"].split())
    return RedFlag(
        id=row["id"],
        region=row["region"],
        item=row["item"],
        question=row["question"],
        points_to=row["points_to"],
        action=Action(row["action"]),
        ages=tuple(_ages(row, text) for text in words(row["ages"])),
        supported_by=words(row["supported_by"]),
        raised_by=words(row["raised_by"]),
        sources=sources,
        source=_spelled(RED_FLAGS, row["id"], sources, titles),
    )


def _ages(row: Row, text: str) -> Ages:
    match text.split():
        case ["under", years] if years.isdigit():
            return Ages(0, int(years) - 1)
        case ["over", years] if years.isdigit():
            return Ages(int(years) + 1, OLDEST)
        case ["from", years] if years.isdigit():
            return Ages(int(years), OLDEST)
        case _:
            raise KnowledgeTrouble(RED_FLAGS, row["id"], f"ages {text} is not under, over or from a number")


def spelled(file: str, key: str, sources: tuple[str, ...]) -> str:
    """The sources of a caution, spelled out."""
    return _spelled(file, key, sources, _titles("cautions"))


def _titles(name: str) -> Mapping[str, str]:
    node = Node(SOURCES, "", read_tree("cautions", "sources.json")).node(name)
    return {key: node.text(key) for key in node.value}


def _spelled(file: str, key: str, sources: tuple[str, ...], titles: Mapping[str, str]) -> str:
    known(file, key, "source", sources, titles)
    return "; ".join(titles[source] for source in sources)

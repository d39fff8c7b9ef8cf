"""Reading the files of resources/: tables and trees, with errors that name file and key."""

import csv
import json
from collections.abc import Iterable, Mapping
from typing import cast

from acuchart.knowledge.trouble import KnowledgeTrouble
from acuchart.resources import resource

Row = Mapping[str, str]
Tree = dict[str, object]


def read_text(*parts: str) -> str:
    """The text of a file of resources/."""
    name = "/".join(parts)
    try:
        return resource(*parts).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KnowledgeTrouble(name, "", "the file is missing") from None
    except UnicodeDecodeError:
        raise KnowledgeTrouble(name, "", "it is not UTF-8 text") from None


def read_rows(*parts: str, needs: Iterable[str]) -> tuple[Row, ...]:
    """The rows of a CSV file; lines that begin with # tell where it comes from and are skipped.

    Raises:
        KnowledgeTrouble: A needed column is missing, or a row is longer or shorter than the head.
    """
    name = "/".join(parts)
    lines = [line for line in read_text(*parts).splitlines() if not line.startswith("#")]
    reader = csv.DictReader(lines, restval=None, restkey="")
    missing = set(needs) - set(reader.fieldnames or ())
    if missing:
        raise KnowledgeTrouble(name, "", f"no column {sorted(missing)[0]}")
    return tuple(_whole(name, number, row) for number, row in enumerate(reader, 1))


def _whole(name: str, number: int, row: Mapping[str, str | None]) -> Row:
    if "" in row or None in row.values():
        raise KnowledgeTrouble(name, f"row {number}", "it has too many or too few cells")
    return cast(Row, row)


def read_tree(*parts: str) -> Tree:
    """A JSON file whose outermost value is an object."""
    name = "/".join(parts)
    try:
        tree = json.loads(read_text(*parts))
    except json.JSONDecodeError as wrong:
        raise KnowledgeTrouble(name, f"line {wrong.lineno}", wrong.msg) from None
    if not isinstance(tree, dict):
        raise KnowledgeTrouble(name, "", "it must hold one object")
    return cast(Tree, tree)


def words(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The entries of a cell that holds a list."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())


def unique(file: str, keys: Iterable[str]) -> None:
    """Raises where a key stands twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise KnowledgeTrouble(file, key, "it stands twice")
        seen.add(key)


def known(file: str, key: str, what: str, used: Iterable[str], allowed: Iterable[str]) -> None:
    """Raises where something is named that does not exist elsewhere."""
    unknown = set(used) - set(allowed)
    if unknown:
        raise KnowledgeTrouble(file, key, f"{what} {sorted(unknown)[0]} does not exist")

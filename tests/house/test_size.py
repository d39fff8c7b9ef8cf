"""Small files, small functions."""

import ast
import re

from tests.helpers.source import Module, modules, reaches

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 45
ALL = (*modules("acuchart"), *modules("tests"), *modules("tools"))
# A migration is a list of tables that is written once and never changed after its release.
WRITTEN_ONCE = "acuchart.records.migrations.versions"
READ_AND_CHANGED = [module for module in ALL if not reaches(module.name, WRITTEN_ONCE)]
SILENCED = re.compile(
    r"#\s*(noqa|type:\s*ignore)"
    r"(?P<rule>(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w, -]+\])?)"
    r"(?P<reason>.*)"
)
SHORTEST_REASON = 6


def test_files_are_small() -> None:
    lengths = {module.place: len(module.text.splitlines()) for module in READ_AND_CHANGED}
    assert {place: lines for place, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE} == {}


def test_functions_are_small() -> None:
    assert [place for module in READ_AND_CHANGED for place in _long_functions(module)] == []


def _long_functions(module: Module) -> list[str]:
    return [
        f"{module.place}:{node.lineno} {node.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]


def test_what_is_silenced_says_which_rule_and_why() -> None:
    silent = [
        f"{module.place}:{number}"
        for module in ALL
        for number, line in enumerate(module.text.splitlines(), start=1)
        if (found := SILENCED.search(line)) and not (found["rule"] and _is_reason(found["reason"]))
    ]
    assert silent == []


def _is_reason(text: str) -> bool:
    return len(text.strip(" #:-")) >= SHORTEST_REASON

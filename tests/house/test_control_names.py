"""The names of controls, which assistive tools and scripts rely on, change only on purpose.

The list lies in `tests/data/control_names.txt`; a star stands for what differs from control to control.
"""

import ast
from pathlib import Path

from tests.helpers.source import ROOT, modules

LIST = ROOT / "tests" / "data" / "control_names.txt"


def names_in(tree: ast.AST) -> set[str]:
    """Every name given by `name=` or `setObjectName`, as far as it is written in the source."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [word.value for word in node.keywords if word.arg == "name"]
            if isinstance(node.func, ast.Attribute) and node.func.attr == "setObjectName":
                given += node.args
            found |= {pattern for pattern in map(pattern_of, given) if "." in pattern}
    return found


def pattern_of(value: ast.expr) -> str:
    """The words of a string, with a star for every part filled in."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in value.values)
    return ""


def written() -> list[str]:
    return sorted(set().union(*(names_in(module.tree) for module in modules("acuchart/screens"))))


def test_names_of_controls_are_those_of_the_list() -> None:
    assert written() == Path(LIST).read_text(encoding="utf-8").split()


def test_names_are_lower_case_and_dotted() -> None:
    assert [name for name in written() if name != name.lower() or " " in name] == []

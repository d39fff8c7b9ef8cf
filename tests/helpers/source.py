"""The program's own source, read as text and as syntax trees, for the tests of the house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One file of Python.

    Attributes:
        name: Dotted name, such as ``acuchart.clinic.flags``.
    """

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        """The path from the root of the project, as it is written in a message."""
        return self.path.relative_to(ROOT).as_posix()

    def imports(self) -> frozenset[str]:
        """Everything it imports, anywhere in the file, by dotted name."""
        return frozenset(_imports(self.tree))


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Every file of Python under a folder of the project."""
    return tuple(_module(path) for path in sorted((ROOT / folder).rglob("*.py")))


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, text, ast.parse(text))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches(imported: str, target: str) -> bool:
    """Whether a dotted name is `target` or lies inside it."""
    return imported == target or imported.startswith(f"{target}.")


def called(node: ast.Call) -> str:
    """The last part of the name of what is called: ``setText`` of ``self.title.setText(...)``."""
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
    return ""

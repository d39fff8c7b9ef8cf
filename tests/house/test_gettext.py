"""Every text a person sees goes through gettext, when it is shown and in one piece."""

import ast
import re
from collections.abc import Iterator

from tests.helpers.source import Module, called, modules

SHOWS = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "addAction",
    "addItem",
    "addTab",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
}
TRANSLATES = {"_", "ngettext", "pgettext"}
SAME_EVERYWHERE = {"AcuChart"}
WORD = re.compile(r"[^\W\d_]{2,}")
TAG = re.compile(r"<[^<>]*>|&\w+;")


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def _literal(node: ast.expr) -> str:
    """The words written straight into an expression."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return " ".join(_literal(value) for value in values)
        case ast.BinOp(left=left, right=right):
            return f"{_literal(left)} {_literal(right)}"
        case ast.IfExp(body=body, orelse=orelse):
            return f"{_literal(body)} {_literal(orelse)}"
    return ""


def test_no_text_is_shown_untranslated() -> None:
    found = [
        f"{module.place}:{call.lineno} {_literal(argument)}"
        for module in modules("acuchart/screens")
        for call in _calls(module.tree, SHOWS)
        for argument in call.args
        if WORD.search(text := TAG.sub("", _literal(argument))) and text not in SAME_EVERYWHERE
    ]
    assert found == []


def test_what_is_translated_is_one_message() -> None:
    """A sentence put together before it is translated is in no catalogue."""
    found = [
        f"{module.place}:{call.lineno}"
        for module in modules("acuchart")
        for call in _calls(module.tree, TRANSLATES)
        for argument in call.args[:1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp) or _is_filled_in(argument)
    ]
    assert found == []


def _is_filled_in(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Call) and called(argument) == "format"


def test_nothing_is_translated_while_it_is_imported() -> None:
    found = [f"{module.place}:{call.lineno}" for module in modules("acuchart") for call in _early(module)]
    assert found == []


def _early(module: Module) -> Iterator[ast.Call]:
    """Calls that run at import: outside every function and lambda."""
    waiting: list[ast.AST] = [module.tree]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, ast.Call) and called(node) in TRANSLATES:
                yield node
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                waiting.append(node)

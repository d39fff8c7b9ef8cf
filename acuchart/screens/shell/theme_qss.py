"""The style sheet for the widgets Qt paints, filled from a theme."""

from functools import cache
from string import Template
from typing import TYPE_CHECKING, Protocol

from acuchart.resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class _Look(Protocol):
    @property
    def colour_names(self) -> tuple[str, ...]: ...
    def colour(self, name: str) -> "QColor": ...
    def scaled(self, px: float) -> int: ...
    def size(self, name: str) -> int: ...
    def radius(self, name: str) -> int: ...


@cache
def _template() -> Template:
    return Template(resource("styles", "acuchart.qss").read_text(encoding="utf-8"))


def style_sheet(theme: _Look) -> str:
    """Return the style sheet of a theme. A placeholder without a value raises KeyError."""
    values: dict[str, str | int] = {name: theme.colour(name).name() for name in theme.colour_names}
    values.update({f"text{px}": theme.scaled(px) for px in (12, 13, 15, 18)})
    values.update({name: theme.size(name) - 2 for name in ("field", "fieldLarge", "search")})
    values.update({f"radius_{name}": theme.radius(name) for name in ("control", "card", "cardSmall", "seg")})
    return _template().substitute(values)

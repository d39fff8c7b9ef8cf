"""Walking a JSON tree with types that are checked, so that a wrong file is named and not crashed on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from acuchart.knowledge.trouble import KnowledgeTrouble


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a JSON file, with the file and the way to it for the words of an error."""

    file: str
    key: str
    value: dict[str, object]

    def wrong(self, what: str) -> KnowledgeTrouble:
        """The trouble to raise about this object."""
        return KnowledgeTrouble(self.file, self.key, what)

    def _take(self, name: str, kind: type | tuple[type, ...], default: object) -> object:
        found = self.value.get(name, default)
        if found is None:
            raise self.wrong(f"{name} is missing")
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise self.wrong(f"{name} has the wrong kind of value")
        return found

    def text(self, name: str, default: str | None = None) -> str:
        """A string; required where no default is given."""
        return cast(str, self._take(name, str, default))

    def number(self, name: str, default: float | None = None) -> float:
        """A number; required where no default is given."""
        return float(cast(float, self._take(name, (int, float), default)))

    def flag(self, name: str, default: bool = False) -> bool:
        """True or false."""
        return cast(bool, self._take(name, bool, default))

    def list(self, name: str) -> list[object]:
        """A list of anything; empty where it is left out."""
        return cast("list[object]", self._take(name, list, []))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; empty where it is left out."""
        found = self.list(name)
        if not all(isinstance(part, str) for part in found):
            raise self.wrong(f"{name} must hold strings")
        return tuple(cast("list[str]", found))

    def node(self, name: str) -> "Node":
        """An object below this one; required."""
        return self._below(name, self._take(name, dict, None))

    def nodes(self, name: str, named_by: str = "") -> Iterator["Node"]:
        """The objects of a list, each called by one of its own strings where that helps to find it."""
        for number, value in enumerate(self.list(name), 1):
            label = str(value.get(named_by, number)) if isinstance(value, dict) else str(number)
            yield self._below(label if named_by else f"{name} {number}", value)

    def _below(self, name: str, value: object) -> "Node":
        if not isinstance(value, dict):
            raise self.wrong(f"{name} must be an object")
        return Node(self.file, f"{self.key} / {name}" if self.key else name, cast("dict[str, object]", value))

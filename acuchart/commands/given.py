"""JSON handed to a command, read strictly: whatever does not fit is told in one sentence."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


def read_given(name: str) -> "Given":
    """The object in a JSON file, or on standard input where the name is ``-``."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        value = json.loads(text)
    except OSError:
        raise ChartTrouble(_("{name} can't be read. Check the path.").format(name=name)) from None
    except UnicodeDecodeError:
        raise ChartTrouble(_("{name} is not UTF-8 text.").format(name=name)) from None
    except (json.JSONDecodeError, RecursionError) as wrong:
        place = wrong.lineno if isinstance(wrong, json.JSONDecodeError) else 1
        raise ChartTrouble(_("This is not JSON: look at line {n}.").format(n=place)) from None
    if not isinstance(value, dict):
        raise ChartTrouble(_("The JSON must be one object in braces."))
    return Given("", cast("dict[str, object]", value))


def read_line_given(line: str) -> str:
    """A line as it was given, or what stands on standard input where it is ``-``."""
    try:
        return sys.stdin.read() if line == "-" else line
    except UnicodeDecodeError:
        raise ChartTrouble(_("{name} is not UTF-8 text.").format(name=line)) from None


@dataclass(frozen=True, slots=True)
class Given:
    """An object of the JSON, with the way to it."""

    way: str
    value: dict[str, object]

    def only(self, *names: str) -> None:
        """Raises where a key is not among those that are understood."""
        for name in self.value:
            if name not in names:
                raise ChartTrouble(_("{name} is not understood here.").format(name=self.path(name)))

    def path(self, name: str) -> str:
        """The way to a key of this object, for a sentence."""
        return f"{self.way}.{name}" if self.way else name

    def wrong(self, name: str, kind: str) -> ChartTrouble:
        """The trouble of a value of the wrong kind."""
        return ChartTrouble(_("{name} must be {kind}.").format(name=self.path(name), kind=kind))

    def text(self, name: str) -> str:
        """A text; empty where it is left out."""
        value = self.value.get(name, "")
        if not isinstance(value, str):
            raise self.wrong(name, _("a text"))
        return value

    def whole(self, name: str) -> int | None:
        """A whole number, None where it is left out or null."""
        value = self.value.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(name, _("a whole number"))
        return value

    def list(self, name: str) -> list[object]:
        """A list; empty where it is left out."""
        value = self.value.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, _("a list"))
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is left out."""
        found = self.list(name)
        if not all(isinstance(text, str) for text in found):
            raise self.wrong(name, _("a list of texts"))
        return tuple(cast("list[str]", found))

    def below(self, name: str) -> "Given":
        """An object below this one; empty where it is left out."""
        return self.as_object(name, self.value.get(name, {}))

    def as_object(self, name: str, value: object) -> "Given":
        """A value as an object."""
        if not isinstance(value, dict):
            raise self.wrong(name, _("an object in braces"))
        return Given(self.path(name), cast("dict[str, object]", value))

    def objects(self, name: str) -> Iterator["Given"]:
        """The objects of a list."""
        return (self.as_object(name, value) for value in self.list(name))

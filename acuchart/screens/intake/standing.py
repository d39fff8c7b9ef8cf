"""What the two screens of the intake show, as values. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Wish(Protocol):
    """A signal of a view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the patient has come.

    Attributes:
        part: Number of the section, from 1.
        minutes: What the rest usually takes; 0 for less than a minute.
        first: Whether there is nothing before this sheet.
        optional: Whether something on the sheet is open and may be left out.
    """

    part: int
    parts: int
    title: str
    minutes: int
    first: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A question without an answer, on the last page."""

    link_id: str
    question: str
    required: bool

"""Undo and redo of one value. Knows no Qt."""

from typing import Generic, TypeVar

Value = TypeVar("Value")

LONGEST = 200
"""Steps that are remembered."""


class History(Generic[Value]):
    """Every value there was, and where one stands among them."""

    def __init__(self, first: Value) -> None:
        self._values = [first]
        self._at = 0

    @property
    def now(self) -> Value:
        return self._values[self._at]

    @property
    def may_undo(self) -> bool:
        return self._at > 0

    @property
    def may_redo(self) -> bool:
        return self._at + 1 < len(self._values)

    def put(self, value: Value) -> None:
        """A new value; what was undone before it is gone."""
        self._values = [*self._values[: self._at + 1], value][-LONGEST:]
        self._at = len(self._values) - 1

    def undo(self) -> Value:
        """The value before; the first stays the first."""
        self._at = max(0, self._at - 1)
        return self.now

    def redo(self) -> Value:
        """The value after; the last stays the last."""
        self._at = min(len(self._values) - 1, self._at + 1)
        return self.now

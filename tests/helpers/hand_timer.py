"""A timer that a test lets ring by hand."""

from collections.abc import Callable


class HandTimer:
    """Keeps the last alarm that was set; `ring` lets it go off once."""

    def __init__(self) -> None:
        self.ms: int | None = None
        self._call: Callable[[], None] | None = None

    @property
    def is_set(self) -> bool:
        return self._call is not None

    def start(self, ms: int, call: Callable[[], None]) -> None:
        self.ms, self._call = ms, call

    def stop(self) -> None:
        self.ms, self._call = None, None

    def ring(self) -> None:
        """Lets the alarm go off. Raises AssertionError when none is set."""
        call = self._call
        assert call is not None, "no alarm is set"
        self.stop()
        call()

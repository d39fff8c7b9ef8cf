"""The one doorway to work that must not stop the window."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from acuchart.clinic.trouble import ChartTrouble

T = TypeVar("T")


class Lane(StrEnum):
    """Where a job runs. Jobs of one lane run one after the other, in the order they were given."""

    RECORDS = "records"
    """All database work, so that writes are serial by construction."""

    ASIDE = "aside"
    """PDF, pictures and other slow work that touches no record."""


class Ticket(Protocol):
    """One job that was handed in."""

    def cancel(self) -> None:
        """Drop the job if it has not begun, and its result if it has."""

    @property
    def done(self) -> bool:
        """Whether the job was delivered, failed, was dropped or was cancelled."""


class Background(Protocol):
    """Runs jobs elsewhere and brings their results back to the thread of the window."""

    def run(
        self,
        owner: object,
        job: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[ChartTrouble], Any] | None = None,
        lane: Lane = Lane.RECORDS,
        broken: Callable[[], Any] | None = None,
    ) -> Ticket:
        """Run `job` in `lane`, then hand its result to `then`, or its ChartTrouble to `otherwise`.

        Nothing is delivered once `owner` is gone. Without `otherwise` a ChartTrouble goes to the shell's
        trouble hook; any other exception is a bug and goes to the shell's bug hook, after `broken` was
        called to let go of what the job held.
        """
        ...

    def post(self, owner: object, call: Callable[[], Any]) -> None:
        """From inside a job, to show progress: make `call` on the window's thread unless `owner` is gone."""
        ...

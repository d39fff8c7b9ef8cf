"""Where one can go, and what a presenter may ask of the shell. Knows no Qt."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from acuchart.clinic.events import Event


class Place(StrEnum):
    """The screens of the rail and those behind them."""

    TODAY = "today"
    PATIENTS = "patients"
    ROOMS = "rooms"
    PRINT = "print"
    FORMS = "forms"
    SETTINGS = "settings"
    CHART = "chart"
    INTAKE_FILL = "intake_fill"
    INTAKE_REVIEW = "intake_review"


class Step(StrEnum):
    """The steps of a visit, in order. Needling is the room `session`, Sign is the room `note`."""

    FINDINGS = "findings"
    POINTS = "points"
    NEEDLING = "needling"
    PLAN = "plan"
    SIGN = "sign"


class Navigator(Protocol):
    """What presenters ask of the shell."""

    def to(self, place: Place) -> None:
        """Shows a screen of the rail."""

    def to_registration(self, searched: str) -> None:
        """Shows the form of a new patient, with the name that was searched for in vain."""

    def to_chart(self, patient_id: UUID) -> None:
        """Shows a patient's chart."""

    def to_visit(self, visit_id: UUID, step: Step = Step.FINDINGS) -> None:
        """Shows a step of a visit."""

    def to_room(self, visit_id: UUID) -> None:
        """Shows the board of rooms with the session of a visit in front."""

    def to_intake_fill(self, intake_id: UUID, patient_id: UUID) -> None:
        """Hands the screen to the patient until a person of the staff takes it back."""

    def to_intake_review(self, intake_id: UUID) -> None:
        """Shows a filled form for review."""

    def back(self) -> None:
        """Leaves a chart, a visit or a review the way it was come by."""

    def toast(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """A passing word at the bottom, with Undo where there is one. Never for safety."""

    def saving(self) -> None:
        """Something typed is being written."""

    def saved(self, part: object) -> None:
        """Everything typed into a part of a record is written."""

    def not_saved(self, part: object, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Writing a part failed; it is tried again, by `again` at once, or waits for a person without it."""


class Presenter(Protocol):
    """What the shell asks of every presenter."""

    def heard(self, event: Event) -> None:
        """An event was published; called on the window's thread."""

    def leave(self) -> None:
        """The screen is left, the PC is locked or the program ends: write what is still unwritten."""

"""A navigator that goes nowhere and writes down where it was sent."""

from collections.abc import Callable
from uuid import UUID

from acuchart.screens.shell.navigation import Place, Step


class RecordingNavigator:
    """Stands in for the shell where a presenter is tested alone.

    `went` holds tuples such as ``("chart", patient_id)``; `toasts` the words of each toast, `undos`
    what would undo it; `saves` the words "saving", "saved" and "not saved: ..." in order.
    """

    def __init__(self) -> None:
        self.went: list[tuple[object, ...]] = []
        self.toasts: list[str] = []
        self.undos: list[Callable[[], None] | None] = []
        self.saves: list[str] = []

    def to(self, place: Place) -> None:
        self.went.append(("place", place))

    def to_registration(self, searched: str) -> None:
        self.went.append(("registration", searched))

    def to_chart(self, patient_id: UUID) -> None:
        self.went.append(("chart", patient_id))

    def to_visit(self, visit_id: UUID, step: Step = Step.FINDINGS) -> None:
        self.went.append(("visit", visit_id, step))

    def to_room(self, visit_id: UUID) -> None:
        self.went.append(("room", visit_id))

    def to_intake_fill(self, intake_id: UUID, patient_id: UUID) -> None:
        self.went.append(("intake_fill", intake_id, patient_id))

    def to_intake_review(self, intake_id: UUID) -> None:
        self.went.append(("intake_review", intake_id))

    def back(self) -> None:
        self.went.append(("back",))

    def toast(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self.toasts.append(words)
        self.undos.append(undo)

    def saving(self) -> None:
        self.saves.append("saving")

    def saved(self, part: object) -> None:
        self.saves.append("saved")

    def not_saved(self, part: object, sentence: str, again: Callable[[], None] | None = None) -> None:
        self.saves.append(f"not saved: {sentence}")

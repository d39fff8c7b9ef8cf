"""What undo and redo of the points screen go through. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from acuchart.clinic.chart import VisitChart
from acuchart.screens.points.keyed import Keyed


@dataclass(frozen=True, slots=True)
class Draft:
    """A prescription as it stands on the screen.

    Attributes:
        rows: Needlings with their keys.
        reasons: Why the patient is needled all the same, by danger of the whole patient.
    """

    rows: Keyed = ()
    reasons: Mapping[str, str] = field(default_factory=dict)

    def with_reason(self, danger: str, because: str) -> "Draft":
        """The draft with a reason for a danger; without a word that danger is open."""
        others = {other: words for other, words in self.reasons.items() if other != danger}
        return replace(self, reasons={**others, danger: because} if because else others)

    def other_reasons(self, then: "Draft") -> Mapping[str, str]:
        """Of another draft the reasons that read otherwise than here, empty where a danger is open there."""
        dangers = {**self.reasons, **then.reasons}
        other = {danger: then.reasons.get(danger, "") for danger in dangers}
        return {danger: words for danger, words in other.items() if words != self.reasons.get(danger, "")}


def reasons_of(chart: VisitChart) -> Mapping[str, str]:
    """The reasons written so far at a visit, by danger of the whole patient."""
    return {kept.danger: kept.because for kept in chart.kept_dangers}

"""What somebody really said, saw or counted: the most that may ever stand in the records."""

from dataclasses import dataclass, field

from acuchart.clinic.findings import FindingState


@dataclass
class Told:
    """Facts about one patient or one visit that somebody gave.

    Attributes:
        flags: Kind of a risk, and whether it is so.
        findings: Id and state.
        red_flags: Id, and whether it is present.
        scores: Names of pain scores.
        reactions: Whether somebody answered for reactions.
        pattern: Whether a practitioner confirmed one.
        count_in: Needles typed as inserted.
        count_out: Needles typed as removed.
    """

    flags: set[tuple[str, bool]] = field(default_factory=set)
    findings: set[tuple[str, FindingState]] = field(default_factory=set)
    red_flags: set[tuple[str, bool]] = field(default_factory=set)
    scores: set[str] = field(default_factory=set)
    reactions: bool = False
    pattern: bool = False
    count_in: int = 0
    count_out: int = 0

    def take(self, other: "Told") -> None:
        """Adds the facts of somebody's answers."""
        self.flags |= other.flags
        self.findings |= other.findings
        self.red_flags |= other.red_flags
        self.scores |= other.scores

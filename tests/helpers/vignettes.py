"""The invented presentations of tests/data, and how well the ledger does on them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import weigh
from acuchart.clinic.patterns import Axis, Pattern, RelationKind
from acuchart.knowledge import load

PATTERNS = load().patterns
DATA = Path(__file__).parents[1] / "data"
FIRST_GROUPS, FIRST_ELEMENTS = 3, 6


@dataclass(frozen=True, slots=True)
class Vignette:
    """One presentation. `why` are the patterns its writer had in mind, the leading one first."""

    id: str
    difficulty: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    why: tuple[str, ...]
    where: tuple[str, ...]
    source: str

    @property
    def observations(self) -> tuple[Observation, ...]:
        return (
            *(Observation(finding_id, FindingState.PRESENT) for finding_id in self.present),
            *(Observation(finding_id, FindingState.ABSENT) for finding_id in self.absent),
        )


@dataclass(slots=True)
class Figures:
    """How often what was meant came where it should.

    Attributes:
        elements: All elements meant among the first six of both axes together.
        elements_by_axis: Among the first six of their own axis, natures and places judged apart.
    """

    asked: int = 0
    on_top: int = 0
    in_groups: int = 0
    mixed: int = 0
    elements: int = 0
    elements_by_axis: int = 0
    channels: int = 0
    channel_on_top: int = 0
    missed: list[str] = field(default_factory=list)


def read(name: str) -> tuple[Vignette, ...]:
    """The presentations of one file, those of the project marked as such."""
    book = json.loads((DATA / name).read_text("utf-8"))
    return tuple(_vignette(entry) for entry in book["vignettes"])


def _vignette(entry: dict[str, object]) -> Vignette:
    def names(key: str) -> tuple[str, ...]:
        value = entry[key]
        assert isinstance(value, list)
        return tuple(str(one) for one in value)

    meant = names("patterns")
    return Vignette(
        str(entry["id"]),
        str(entry["difficulty"]),
        names("findings"),
        names("absent"),
        tuple(slug for slug in meant if not PATTERNS[slug].where),
        tuple(slug for slug in meant if PATTERNS[slug].where),
        str(entry.get("source", "")),
    )


def direct_relatives(slug: str) -> set[str]:
    """A pattern and its component neighbours, the only relatives that count for the top."""
    found = {slug}
    for pattern in PATTERNS.values():
        for relation in pattern.relations:
            if relation.kind is RelationKind.COMPONENT_OF and slug in (pattern.slug, relation.slug):
                found |= {pattern.slug, relation.slug}
    return found


def elements_of(patterns: Iterable[Pattern]) -> set[str]:
    """All elements of some patterns, on both axes."""
    return {name for pattern in patterns for axis in Axis for name in pattern.elements(axis)}


def measure(vignettes: Iterable[Vignette]) -> Figures:
    """The figures over some presentations."""
    figures = Figures()
    for vignette in vignettes:
        if vignette.why:
            _measure_why(vignette, figures)
        if vignette.where:
            channels = weigh(PATTERNS, vignette.observations).channels
            figures.channels += 1
            figures.channel_on_top += bool(channels) and channels[0].pattern in vignette.where
    return figures


def _measure_why(vignette: Vignette, figures: Figures) -> None:
    meant = vignette.why[0]
    rows = weigh(PATTERNS, vignette.observations).rows
    groups = list(dict.fromkeys(row.group for row in rows))[:FIRST_GROUPS]
    on_top = rows[0].pattern in direct_relatives(meant)
    figures.asked += 1
    figures.on_top += on_top
    figures.in_groups += PATTERNS[meant].group in groups
    if not on_top:
        figures.missed.append(f"{vignette.id} {meant}: {rows[0].pattern}")
    if len(vignette.why) > 1:
        weighed = weigh_elements(PATTERNS, vignette.observations)
        wanted = elements_of(PATTERNS[slug] for slug in vignette.why)
        figures.mixed += 1
        figures.elements += wanted <= {e.name for e in weighed[:FIRST_ELEMENTS]}
        of_axes = ([e.name for e in weighed if e.axis is axis][:FIRST_ELEMENTS] for axis in Axis)
        figures.elements_by_axis += wanted <= {name for names in of_axes for name in names}

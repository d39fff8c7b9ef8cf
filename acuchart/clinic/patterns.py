"""Patterns (zheng): what speaks for each, how they are related, and how they are usually treated."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

CHANNEL_FAMILY = "channel"
"""Patterns of this family say where the pain lies, all others why."""


class Strength(StrEnum):
    """How a finding speaks about a pattern."""

    CHARACTERISTIC = "characteristic"
    SUPPORTING = "supporting"
    AGAINST = "against"


class RelationKind(StrEnum):
    """How a pattern is related to another."""

    LEADS_TO = "leads_to"
    OFTEN_WITH = "often_with"
    COMPONENT_OF = "component_of"
    TO_DISTINGUISH_FROM = "to_distinguish_from"


class Axis(StrEnum):
    """What is wrong, and where."""

    NATURE = "nature"
    PLACE = "place"


UNSOURCED = "bg"
"""Source key of what is common teaching but stands in no source that was read."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An element that a finding points to by itself, whatever pattern it is met in.

    Attributes:
        strength: Whether it names the element or agrees with it.
    """

    element: str
    axis: Axis
    strength: Strength
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A finding that speaks for or against a pattern, with the teaching that says so.

    Attributes:
        group: Group of the vocabulary the finding is asked in.
        points_to: What the finding points to by itself.
        only_with: Where it is taught of one place alone (one-sided, of headaches), the findings one of which
            must be there; empty where it holds anywhere.
    """

    finding_id: str
    group: str
    strength: Strength
    sources: tuple[str, ...]
    points_to: tuple[Sign, ...] = ()
    only_with: tuple[str, ...] = ()

    @property
    def taught(self) -> bool:
        """Whether a source that was read says so."""
        return self.sources != (UNSOURCED,)

    def holds(self, present: Container[str]) -> bool:
        """Whether it is taught of what is there."""
        return not self.only_with or any(finding_id in present for finding_id in self.only_with)


@dataclass(frozen=True, slots=True)
class Relation:
    """A neighbour of a pattern.

    Attributes:
        here: Findings that speak for this pattern rather than the neighbour.
        there: Findings that speak for the neighbour.
    """

    kind: RelationKind
    slug: str
    note: str = ""
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Icd11:
    """A code of chapter 26 (TM1) with its title, unmodified."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class PatternPoint:
    """A point commonly used for a pattern: an example with its source, not advice."""

    code: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern.

    Attributes:
        slug: Stable name.
        family: Where ICD-11 groups it: principle, environmental_factor, body_constituents, organ, channel.
        group: Slug of the general pattern it belongs under; its own slug where it is the general one.
        nature: Excess or deficiency, hot or cold, in words.
        natures: Elements of what is wrong.
        places: Elements of where: organs or channel codes.
        method: Usual way of needling, in words.
        moxa: yes, no or by cause.
        characteristic: Ids of the findings that name it.
    """

    slug: str
    label: str
    hanzi: str
    pinyin: str
    aliases: tuple[str, ...]
    family: str
    group: str
    icd11: tuple[Icd11, ...]
    nature: str
    natures: tuple[str, ...]
    places: tuple[str, ...]
    treatment_principle: str
    links: tuple[Link, ...]
    relations: tuple[Relation, ...]
    points: tuple[PatternPoint, ...]
    point_categories: tuple[str, ...]
    method: str
    moxa: str
    characteristic: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "characteristic", self.findings(Strength.CHARACTERISTIC))

    def findings(self, *strengths: Strength) -> tuple[str, ...]:
        """The ids of findings that speak in one of these ways, in the order taught."""
        return tuple(link.finding_id for link in self.links if link.strength in strengths)

    def elements(self, axis: Axis) -> tuple[str, ...]:
        """What is wrong, or where."""
        return self.natures if axis is Axis.NATURE else self.places

    @property
    def where(self) -> bool:
        """Whether it says where rather than why."""
        return self.family == CHANNEL_FAMILY


Patterns = Mapping[str, Pattern]

"""What the pattern panel shows, in words. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from acuchart.clinic.findings import Finding
from acuchart.clinic.ledger import MARGIN, Ledger, Row
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.visit import LedgerRow
from acuchart.screens.pattern.relations import Related, Relations
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding as evidence: its id and its label."""

    finding_id: str
    label: str


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One pattern in the list.

    Attributes:
        close: Whether the first patterns of the two leading groups lie within the margin of the ledger.
        rank: Number of its group, 0 where it stands below the first row of its group.
        general: Whether it is the general pattern of its group.
        principle: Usual treatment principle and ICD-11 codes, in one sentence.
        related: What it leads to and how it is told from its look-alikes.
    """

    slug: str
    label: str
    hanzi: str
    for_: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    not_asked: tuple[Evidence, ...] = ()
    close: bool = False
    principle: str = ""
    rank: int = 0
    general: bool = False
    related: Related = field(default_factory=Related)


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole list.

    Attributes:
        why: Patterns the findings speak for, relatives together and the general one above the specific.
        where: Channel patterns, likewise.
        others: Every other pattern, which no finding speaks for yet.
        leading: Slug of the pattern that has most weight.
    """

    why: tuple[PatternLine, ...] = ()
    where: tuple[PatternLine, ...] = ()
    others: tuple[PatternLine, ...] = ()
    leading: str = ""

    @property
    def empty(self) -> bool:
        """Whether too little was found to show anything."""
        return not self.why and not self.where


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next, and which patterns the answer tells apart."""

    finding_id: str
    words: str
    between: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The assessment as it stands in the fields: slugs, or own words."""

    primary: str
    secondary: tuple[str, ...]
    words: str


def lines_of(ledger: Ledger, patterns: Mapping[str, Pattern], findings: Mapping[str, Finding]) -> Lines:
    """The ledger in words, and all patterns it does not name."""
    everything = (
        key for r in (*ledger.rows, *ledger.channels) for key in (*r.for_, *r.against, *r.not_asked)
    )
    told = {key: Evidence(key, _(findings[key].label)) for key in dict.fromkeys(everything)}
    relations = Relations(patterns)

    def line(row: Row, rank: int = 0, close: bool = False) -> PatternLine:
        known = patterns[row.pattern]
        return PatternLine(
            known.slug,
            _(known.label),
            known.hanzi,
            tuple(told[key] for key in row.for_),
            tuple(told[key] for key in row.against),
            tuple(told[key] for key in row.not_asked),
            close,
            principle_of(known),
            rank,
            known.slug == known.group,
            relations.of(known),
        )

    groups = ledger.groups
    close = len(groups) > 1 and abs(_best(groups[0]) - _best(groups[1])) <= MARGIN
    named = set(ledger.order)
    return Lines(
        tuple(
            line(row, 0 if place else rank, close and rank <= 2 and not place)
            for rank, group in enumerate(groups, 1)
            for place, row in enumerate(group)
        ),
        tuple(line(row, rank) for rank, row in enumerate(ledger.channels, 1)),
        tuple(
            PatternLine(p.slug, _(p.label), p.hanzi, principle=principle_of(p), related=relations.of(p))
            for p in patterns.values()
            if p.slug not in named
        ),
        ledger.rows[0].pattern if ledger.rows else "",
    )


def usual_rows(why: Sequence[PatternLine], groups: int) -> tuple[PatternLine, ...]:
    """What of the first groups is in sight from the start: the first row, and a relative of a general one."""
    shown: list[PatternLine] = []
    for line in why:
        if line.rank > groups:
            break
        if line.rank or (shown and shown[-1].rank and shown[-1].general):
            shown.append(line)
    return tuple(shown)


def _best(group: Sequence[Row]) -> float:
    return max(row.weight for row in group)


def rows_shown(ledger: Ledger) -> tuple[LedgerRow, ...]:
    """The ledger as it is kept with a confirmed choice, in the order it was shown in."""
    rows = (*(row for group in ledger.groups for row in group), *ledger.channels)
    return tuple(LedgerRow(row.pattern, row.for_, row.against, len(row.not_asked)) for row in rows)


def question_of(finding: Finding, ledger: Ledger, patterns: Mapping[str, Pattern]) -> Question:
    """The question of a finding; where it has none, what to look or feel for."""
    first, second = _two_groups(ledger)
    words = _(finding.question) or _("{finding}: is it there?").format(finding=_(finding.label))
    return Question(finding.id, words, (_(patterns[first].label), _(patterns[second].label)))


def _two_groups(ledger: Ledger) -> tuple[str, str]:
    first = ledger.rows[0]
    other = next((row for row in ledger.rows if row.group != first.group), ledger.rows[-1])
    return first.pattern, other.pattern


def principle_of(pattern: Pattern) -> str:
    """The usual treatment principle and the ICD-11 codes."""
    codes = ", ".join(entry.code for entry in pattern.icd11)
    principle = _(pattern.treatment_principle)
    return f"{principle} · ICD-11 {codes}" if codes else principle

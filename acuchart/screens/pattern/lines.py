"""What the pattern panel shows, in words. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from acuchart.clinic.findings import Finding
from acuchart.clinic.ledger import MARGIN, Ledger, Row
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.visit import LedgerRow
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
        close: Whether it and its neighbour at the top lie within the margin of the ledger.
        principle: Usual treatment principle and ICD-11 codes, in one sentence.
    """

    slug: str
    label: str
    hanzi: str
    for_: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    not_asked: tuple[Evidence, ...] = ()
    close: bool = False
    principle: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole list.

    Attributes:
        why: Patterns the findings speak for, in the order of the ledger.
        where: Channel patterns, likewise.
        others: Every other pattern, which no finding speaks for yet.
    """

    why: tuple[PatternLine, ...] = ()
    where: tuple[PatternLine, ...] = ()
    others: tuple[PatternLine, ...] = ()

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

    def line(row: Row, close: bool) -> PatternLine:
        known = patterns[row.pattern]
        return PatternLine(
            known.slug,
            _(known.label),
            known.hanzi,
            _evidence(row.for_, findings),
            _evidence(row.against, findings),
            _evidence(row.not_asked, findings),
            close,
            principle_of(known),
        )

    close = len(ledger.rows) > 1 and abs(ledger.rows[0].weight - ledger.rows[1].weight) <= MARGIN
    named = set(ledger.order)
    return Lines(
        tuple(line(row, close and place < 2) for place, row in enumerate(ledger.rows)),
        tuple(line(row, False) for row in ledger.channels),
        tuple(
            PatternLine(p.slug, _(p.label), p.hanzi, principle=principle_of(p))
            for p in patterns.values()
            if p.slug not in named
        ),
    )


def rows_shown(ledger: Ledger) -> tuple[LedgerRow, ...]:
    """The ledger as it is kept with a confirmed choice."""
    rows = (*ledger.rows, *ledger.channels)
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


def _evidence(ids: tuple[str, ...], findings: Mapping[str, Finding]) -> tuple[Evidence, ...]:
    return tuple(Evidence(key, _(findings[key].label)) for key in ids)


def principle_of(pattern: Pattern) -> str:
    """The usual treatment principle and the ICD-11 codes."""
    codes = ", ".join(entry.code for entry in pattern.icd11)
    principle = _(pattern.treatment_principle)
    return f"{principle} · ICD-11 {codes}" if codes else principle

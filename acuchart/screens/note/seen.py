"""What the note shows, ready for the screen. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from acuchart.clinic.chart import VisitChart
from acuchart.clinic.note import Note
from acuchart.clinic.safety import Check, Checked
from acuchart.clinic.visit import NoteWords, Reactions
from acuchart.screens.shell.navigation import Step
from acuchart.words import N_, DateStyle, _, format_date, format_moment, format_time, local

CHECK_WORDS: Mapping[Check, str] = MappingProxyType(
    {
        Check.COMPLAINT: N_("Complaint written"),
        Check.NEEDLES_OUT: N_("Needles out"),
        Check.NOT_NEEDLED: N_("Points needled, or called off with a reason"),
        Check.PATTERN: N_("Pattern confirmed"),
        Check.CAUTIONS: N_("Cautions reviewed"),
        Check.RED_FLAGS: N_("Red flags decided"),
        Check.REACTIONS: N_("Adverse reactions"),
    }
)
CHECK_STEPS: Mapping[Check, Step] = MappingProxyType(
    {
        Check.COMPLAINT: Step.FINDINGS,
        Check.NEEDLES_OUT: Step.NEEDLING,
        Check.NOT_NEEDLED: Step.NEEDLING,
        Check.PATTERN: Step.FINDINGS,
        Check.CAUTIONS: Step.POINTS,
        Check.RED_FLAGS: Step.FINDINGS,
    }
)
"""Where a check is settled; reactions are settled beside it."""
PART_STEPS: Mapping[str, Step] = MappingProxyType(
    {"S": Step.FINDINGS, "O": Step.FINDINGS, "A": Step.FINDINGS, "P": Step.POINTS}
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {"S": "subjective", "O": "objective", "A": "assessment", "P": "plan"}
)
"""The field of `NoteWords` that belongs to each part."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check before signing."""

    key: str
    words: str
    figure: str
    done: bool


@dataclass(frozen=True, slots=True)
class AddendumCard:
    """An addition that was signed."""

    title: str
    when_and_who: str
    words: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The signature as shown."""

    initials: str
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class NoteFace:
    """Everything on the screen.

    Attributes:
        mine: Whether the person signed in is the practitioner of the visit.
        practitioner: Who is.
        old: A line about a draft of an earlier day; empty otherwise.
        seal: None while the visit is a draft.
    """

    number: int
    note: Note
    checks: tuple[CheckRow, ...]
    reactions: Reactions
    mine: bool
    practitioner: str
    old: str
    seal: Seal | None
    addenda: tuple[AddendumCard, ...]


def check_rows(checks: tuple[Checked, ...], chart: VisitChart) -> tuple[CheckRow, ...]:
    """The checks in words, with what is known about each."""
    return tuple(CheckRow(c.check, _(CHECK_WORDS[c.check]), _figure(c, chart), c.done) for c in checks)


def _figure(checked: Checked, chart: VisitChart) -> str:
    confirmed = chart.visit.assessment.confirmed_at
    if checked.check is Check.PATTERN and confirmed is not None:
        return format_time(confirmed)
    if checked.check is Check.NEEDLES_OUT:
        out, _slash, all_in = checked.figure.partition("/")
        return _("{n} of {all}").format(n=out, all=all_in) if all_in else _("none in")
    if checked.check is Check.CAUTIONS and checked.figure:
        return _("{n} open").format(n=checked.figure)
    return "" if checked.done else _("open")


def old_line(chart: VisitChart, today: date) -> str:
    """What is said of a draft that was begun on an earlier day."""
    begun = local(chart.visit.arrived_at).date()
    if begun >= today:
        return ""
    return _("Unsigned since {date}").format(date=format_date(begun))


def initials(name: str) -> str:
    """Of a name for the seal."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


def with_words(note: Note, words: NoteWords) -> Note:
    """A note with other free words beside its sentences."""
    parts = (replace(part, added=getattr(words, FIELDS[part.letter])) for part in note.parts)
    return replace(note, parts=tuple(parts))


def seal_of(chart: VisitChart, names: Mapping[object, str]) -> Seal | None:
    """The signature of a visit as shown."""
    signature = chart.visit.signature
    if signature is None:
        return None
    name = names.get(signature.by, "")
    return Seal(initials(name), name, format_moment(signature.at, DateStyle.FULL))


def addendum_cards(chart: VisitChart, names: Mapping[object, str]) -> tuple[AddendumCard, ...]:
    """The additions in order."""
    return tuple(
        AddendumCard(
            _("Addendum {n}").format(n=number),
            f"{format_moment(addendum.at, DateStyle.SHORT)} · {names.get(addendum.by, '')}".strip(" ·"),
            addendum.words,
        )
        for number, addendum in enumerate(chart.addenda, start=1)
    )

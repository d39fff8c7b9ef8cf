"""What is offered beside the prescription, in words: suggestions, saved prescriptions, what loading does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.points import Point
from acuchart.clinic.saved_prescriptions import Loading, SavedPrescription
from acuchart.clinic.suggestions import REASON_WORDS, ReasonKind, Suggestions, kind_of
from acuchart.words import _, ngettext


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """One point with its reasons as chips; `why` is one sentence a line.

    Attributes:
        kinds: Of each chip whether it speaks of the pattern, of the place, or of the kind of point.
    """

    code: str
    name: str
    chips: tuple[str, ...]
    why: str
    kinds: tuple[ReasonKind, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionLines:
    """The row of suggestions.

    Attributes:
        hint: Why there are no cards yet, or how there would be more.
        hidden: How many are hidden and why, short; empty for none.
        hidden_why: The same in full, one point a line.
    """

    title: str
    cards: tuple[SuggestionCard, ...] = ()
    hint: str = ""
    hidden: str = ""
    hidden_why: str = ""


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A saved prescription as it is listed."""

    id: UUID
    name: str
    points: str
    shared: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class LoadingLines:
    """What loading would add and leave out; `add` is empty when nothing can be added."""

    title: str
    added: tuple[str, ...]
    left_out: tuple[str, ...]
    add: str


def suggestion_lines(
    found: Suggestions, title: str, points: Mapping[str, Point], more: str = ""
) -> SuggestionLines:
    """Suggestions in words; `more` says how there would be more of them."""
    cards = tuple(
        SuggestionCard(
            s.code,
            f"{points[s.code].pinyin_plain} {points[s.code].hanzi}",
            tuple(_(REASON_WORDS[reason]) for reason in s.reasons),
            "\n".join(s.why),
            tuple(kind_of(reason) for reason in s.reasons),
        )
        for s in found.offered
    )
    whole = "\n".join(f"{code}: {why}" for code, why in found.hidden)
    hint = more if cards else _("Nothing to suggest beside what is chosen.")
    return SuggestionLines(title, cards, hint, _hidden(found.hidden), whole)


def _hidden(hidden: tuple[tuple[str, str], ...]) -> str:
    """Such as "2 hidden: SP6, BL60 avoided in pregnancy"; several reasons are told apart by the full list."""
    if not hidden:
        return ""
    codes = ", ".join(code for code, _why in hidden[:3]) + (", …" if len(hidden) > 3 else "")
    reasons = {why for _code, why in hidden}
    why = reasons.pop() if len(reasons) == 1 else _("for this patient")
    words = ngettext("{n} hidden: {codes} {why}", "{n} hidden: {codes} {why}", len(hidden))
    return words.format(n=len(hidden), codes=codes, why=why)


def saved_lines(saved: Iterable[SavedPrescription], user_id: UUID) -> tuple[SavedLine, ...]:
    """Prescriptions in words, one's own first."""
    lines = [
        SavedLine(s.id, s.name, ", ".join(row.code for row in s.rows), s.shared, s.by == user_id)
        for s in saved
    ]
    return tuple(sorted(lines, key=lambda line: (line.shared, line.name.casefold())))


def loading_lines(loading: Loading) -> LoadingLines:
    """What loading would do, in words."""
    count = len(loading.rows)
    add = ngettext("Add {n} point", "Add {n} points", count).format(n=count) if count else ""
    return LoadingLines(
        loading.origin[:1].upper() + loading.origin[1:],
        tuple(needling_words(row) for row in loading.rows),
        tuple(f"{out.code}: {out.because}" for out in loading.left_out),
        add,
    )

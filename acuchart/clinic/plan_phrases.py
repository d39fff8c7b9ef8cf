"""The phrase bank of the plan: ready sentences for the page a patient takes home, and which of them apply.

A first draft is a proposal: every sentence can be rewritten, and none says that a treatment will help.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from acuchart.clinic.flags import FlagKind, Flags, FlagState, pregnancy_week
from acuchart.clinic.needling import Needling, Stimulation
from acuchart.clinic.plan import PlanDraft, SelfCare
from acuchart.words import _

MOST_PLACES = 3
"""Parts of the body named in one sentence."""

CARDS_SHOWN = 3
"""Cards of self-care that stand on the page unless the practitioner says otherwise."""

FIELDS = frozenset({"places", "minutes", "detail"})
"""What a phrase may leave open in braces."""


class Part(StrEnum):
    """Parts of the page."""

    WHAT_WE_DO = "what_we_do"
    SELF_CARE = "self_care"
    EXPECT = "expect"
    TELL_US = "tell_us"
    STRAIGHT_AWAY = "straight_away"
    SAME_DAY = "same_day"
    CONSENT = "consent"


SAFETY = frozenset({Part.STRAIGHT_AWAY, Part.SAME_DAY})
"""Parts whose advice may matter to life and limb, so that each line names its source, or "bg" for none."""


@dataclass(frozen=True, slots=True)
class Applies:
    """When a phrase is offered: everything that is set must hold.

    Attributes:
        flags: The patient has one of these risks.
        unless_flags: The patient has none of these.
        stimulation: A needle is stimulated in one of these ways.
        codes: One of these points is needled; None where it does not matter.
        needled: There is a needle at all.
        complaint: One of these words stands in the complaint.
        unless_phrases: None of these phrases is offered.
        from_week: Completed weeks of pregnancy; a pregnancy without a due date counts as far enough.
    """

    flags: frozenset[FlagKind] = frozenset()
    unless_flags: frozenset[FlagKind] = frozenset()
    stimulation: frozenset[Stimulation] = frozenset()
    codes: frozenset[str] | None = None
    needled: bool = False
    complaint: frozenset[str] = frozenset()
    unless_phrases: frozenset[str] = frozenset()
    from_week: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A ready sentence.

    Attributes:
        id: Its name in the bank.
        words: May hold the fields of `FIELDS`; ``{detail}`` becomes the flag's own words in brackets.
        title: Of the card, for self-care.
        sources: Where the advice comes from, spelled out; "bg" marks what has no source.
    """

    id: str
    part: Part
    words: str
    applies: Applies = Applies()
    title: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """All phrases in the order they are offered.

    Attributes:
        places: Plain words for where each point lies, such as "the knee", by code.
        same_day_by: Who is seen the same day, by the risk that calls for somebody else than the doctor.
    """

    phrases: tuple[Phrase, ...]
    places: Mapping[str, str]
    same_day_by: tuple[tuple[FlagKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """What the phrases are chosen by."""

    bank: PhraseBank
    flags: Flags
    prescription: tuple[Needling, ...]
    minutes: int
    complaint: str
    today: date

    @property
    def present(self) -> frozenset[FlagKind]:
        return frozenset(flag.kind for flag in self.flags.present)


@dataclass(frozen=True, slots=True)
class Offer:
    """The phrases that apply, in their order."""

    case: _Case
    phrases: tuple[Phrase, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Their names in the bank."""
        return frozenset(phrase.id for phrase in self.phrases)

    @property
    def same_day_by(self) -> str:
        """Who is seen the same day; empty for the doctor."""
        return next((who for kind, who in self.case.bank.same_day_by if kind in self.case.present), "")

    def words(self, part: Part, but: Container[str] = ()) -> tuple[str, ...]:
        """The sentences of a part, but for those of the phrases named."""
        told = (phrase for phrase in self.phrases if phrase.part is part and phrase.id not in but)
        return tuple(_filled(phrase, self.case) for phrase in told)

    def sourced(self, part: Part) -> tuple[str, ...]:
        """Those of them that name a source."""
        told = (phrase for phrase in self.phrases if phrase.part is part and phrase.sources)
        return tuple(_filled(phrase, self.case) for phrase in told)


def carried(last: PlanDraft, fresh: PlanDraft) -> PlanDraft:
    """The draft after an earlier plan keeps the wording of self-care, expectations and consent.

    What is done, and every line about safety, comes from the needles and the risks of today.
    """
    return replace(
        fresh,
        self_care=last.self_care,
        expect=last.expect,
        consent=last.consent,
        show_body=last.show_body,
        show_safety=last.show_safety,
    )


def first_draft(
    bank: PhraseBank,
    flags: Flags,
    prescription: tuple[Needling, ...],
    minutes: int,
    complaint: str,
    today: date,
) -> PlanDraft:
    """The draft a practitioner starts from.

    Args:
        bank: The phrases.
        flags: Risk facts of the patient; what was not asked counts as not so.
        prescription: The needles of this visit.
        minutes: How long they stay.
        complaint: In own words; only looked through for the words that phrases ask for.
        today: For the week of a pregnancy.
    """
    made = offer(bank, flags, prescription, minutes, complaint, today)
    return PlanDraft(
        what_we_do=made.words(Part.WHAT_WE_DO),
        self_care=tuple(_cards(made.phrases, made.case)),
        expect=made.words(Part.EXPECT),
        tell_us=made.words(Part.TELL_US),
        straight_away=made.words(Part.STRAIGHT_AWAY),
        same_day=made.words(Part.SAME_DAY),
        consent=" ".join(made.words(Part.CONSENT)),
        same_day_by=made.same_day_by,
        warned=tuple(_filled(phrase, made.case) for phrase in made.phrases if _warns_of_needles(phrase)),
    )


def offer(
    bank: PhraseBank,
    flags: Flags,
    prescription: tuple[Needling, ...],
    minutes: int,
    complaint: str,
    today: date,
) -> Offer:
    """The phrases that apply to a patient and to needles; for the arguments see `first_draft`."""
    case = _Case(bank, flags, prescription, minutes, complaint, today)
    return Offer(case, tuple(_offered(case)))


def gives_way(bank: PhraseBank) -> dict[str, tuple[str, ...]]:
    """By the words of a warning about needles, the ready words that give way to it."""
    return {
        phrase.words: tuple(
            other.words for other in bank.phrases if phrase.id in other.applies.unless_phrases
        )
        for phrase in bank.phrases
        if _warns_of_needles(phrase)
    }


def _warns_of_needles(phrase: Phrase) -> bool:
    """Whether it says when to seek help because of where or how the needles went in."""
    when = phrase.applies
    return phrase.part in SAFETY and (when.codes is not None or bool(when.stimulation))


def _offered(case: _Case) -> Iterator[Phrase]:
    so_far: set[str] = set()
    for phrase in case.bank.phrases:
        if not phrase.applies.unless_phrases & so_far and _applies(phrase.applies, case):
            so_far.add(phrase.id)
            yield phrase


def _applies(when: Applies, case: _Case) -> bool:
    return (
        (not when.flags or bool(when.flags & case.present))
        and not when.unless_flags & case.present
        and _needles_fit(when, case.prescription)
        and (not when.complaint or bool(when.complaint & _words_of(case.complaint)))
        and _weeks_fit(when.from_week, case)
    )


def _needles_fit(when: Applies, prescription: Iterable[Needling]) -> bool:
    rows = tuple(prescription)
    stimulated = not when.stimulation or any(row.stimulation in when.stimulation for row in rows)
    there = when.codes is None or any(when.codes & {*row.codes} for row in rows if row.pierces)
    return stimulated and there and (bool(rows) or not when.needled)


def _weeks_fit(from_week: int, case: _Case) -> bool:
    due = case.flags[FlagKind.PREGNANCY].due
    return due is None or not from_week or pregnancy_week(due, case.today) >= from_week


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _cards(offered: Iterable[Phrase], case: _Case) -> Iterator[SelfCare]:
    """One card for each title: the first phrase that applies is the most fitting one.

    A row of cards is shown; those beyond it wait to be switched on.
    """
    titles: set[str] = set()
    for phrase in offered:
        if phrase.part is Part.SELF_CARE and phrase.title not in titles:
            titles.add(phrase.title)
            yield SelfCare(phrase.title, _filled(phrase, case), shown=len(titles) <= CARDS_SHOWN)


def _filled(phrase: Phrase, case: _Case) -> str:
    return phrase.words.format(
        places=places_words(case.bank, case.prescription),
        minutes=case.minutes,
        detail=_detail(phrase.applies.flags, case.flags),
    )


def _detail(kinds: frozenset[FlagKind], flags: Flags) -> str:
    """What was written about the risks that the phrase is for, in brackets; empty where nothing was."""
    asked = (flags[kind] for kind in FlagKind if kind in kinds)
    details = [flag.detail.strip().rstrip(".") for flag in asked if flag.state is FlagState.YES]
    told = ", ".join(detail for detail in details if detail)
    return f" ({told})" if told else ""


def places_words(bank: PhraseBank, rows: Iterable[Needling], most: int = MOST_PLACES) -> str:
    """Where the needles go in plain words, the place with most needles first."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row.code in bank.places:
            counted[bank.places[row.code]] += row.needles
    named = [place for place, _needles in counted.most_common(most)]
    if len(named) < 2:
        return "".join(named) or _("the points we agree on")
    return _("{places} and {last}").format(places=", ".join(named[:-1]), last=named[-1])

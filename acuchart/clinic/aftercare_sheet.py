"""The aftercare slip: what was done today, what is normal after it, and when to seek help.

What was really needled decides, not the prescription and not the draft of the plan. Every sentence of advice
stands in the phrase bank with its source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from acuchart.clinic.aftercare_phrases import After, SlipPart, SlipPhrase
from acuchart.clinic.details import ClinicDetails, Paper
from acuchart.clinic.flags import Flags
from acuchart.clinic.left_in import Stay, stay_words
from acuchart.clinic.needling import Adjunct, Needling, Stays, Stimulation
from acuchart.clinic.people import Patient
from acuchart.clinic.plan import Letterhead
from acuchart.clinic.plan_phrases import Offer, Part, PhraseBank, offer, places_words
from acuchart.clinic.plan_sheet import foot_line, letterhead_line
from acuchart.clinic.session_times import needles_in_time
from acuchart.clinic.session_value import Session, SessionState
from acuchart.clinic.zones import ZONE_WORDS, Zone, ZoneKind
from acuchart.words import DateStyle, _, format_date, ngettext

ACCOUNTED = frozenset({SessionState.COUNTED, SessionState.CLOSED})
"""Before that a needle may be in that nobody has settled: the slip is a draft."""

MOST_PLACES = 8
"""Parts of the body named in one sentence: today's are told in full."""


@dataclass(frozen=True, slots=True)
class AftercareSheet:
    """Every word of the slip.

    Attributes:
        chest: What to know of a needle near the lung; empty where none went in there. What it tells in full
            does not stand under `straight_away` a second time.
        left_in: What stays in, each with its day of removal.
        care: How to look after what stays in.
        draft: Whether needles may still be in.
    """

    letterhead: Letterhead
    paper: Paper
    date: str
    patient_name: str
    born: str
    foot: str
    done: tuple[str, ...]
    chest: tuple[str, ...]
    normal: tuple[str, ...]
    left_in: tuple[str, ...]
    care: tuple[str, ...]
    straight_away: tuple[str, ...]
    same_day: tuple[str, ...]
    same_day_by: str
    follow_up: tuple[str, ...]
    draft: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Treated:
    """What was done at one visit.

    Attributes:
        rows: What was really needled, and the moxa, cups and seeds beside it.
        stays: What the patient goes home with.
        next_visit: As the schedule has it; None where there is none.
        asked_again: Days on which somebody asks about a reaction.
    """

    session: Session
    rows: tuple[Needling, ...]
    complaint: str
    stays: tuple[Stay, ...] = ()
    next_visit: date | None = None
    asked_again: tuple[date, ...] = ()


def aftercare_sheet(
    *,
    details: ClinicDetails,
    patient: Patient,
    flags: Flags,
    treated: Treated,
    bank: PhraseBank,
    slip_phrases: tuple[SlipPhrase, ...],
    today: date,
) -> AftercareSheet:
    """The slip of a visit as it is printed today."""
    shared = offer(bank, flags, treated.rows, treated.session.minutes, treated.complaint, today)
    stays = tuple(_left_in(treated))
    occasions = frozenset(_occasions(treated))

    def own(part: SlipPart) -> tuple[str, ...]:
        return tuple(p.words for p in slip_phrases if p.part is part and _fits(p, occasions, shared))

    return AftercareSheet(
        letterhead=Letterhead(details.name, letterhead_line(details), details.logo),
        paper=details.paper,
        date=format_date(today, DateStyle.LETTER),
        patient_name=patient.name.full,
        born=_("born {date}").format(date=format_date(patient.born, DateStyle.FULL)),
        foot=foot_line(patient),
        done=tuple(_done(treated, bank)),
        chest=own(SlipPart.CHEST),
        normal=(*own(SlipPart.NORMAL), *shared.sourced(Part.EXPECT)),
        left_in=stays,
        care=own(SlipPart.CARE),
        straight_away=shared.words(Part.STRAIGHT_AWAY, but={p.with_phrase for p in slip_phrases}),
        same_day=tuple(dict.fromkeys((*own(SlipPart.SAME_DAY), *shared.words(Part.SAME_DAY)))),
        same_day_by=shared.same_day_by,
        follow_up=tuple(_follow_up(treated, details.phone.strip())),
        draft=treated.session.state not in ACCOUNTED,
    )


def _fits(phrase: SlipPhrase, occasions: frozenset[After], shared: Offer) -> bool:
    return bool(phrase.after & occasions) or phrase.with_phrase in shared.ids


def _occasions(treated: Treated) -> Iterator[After]:
    kinds = {zone.kind for zone in treated.session.zones}
    adjuncts = {adjunct for row in treated.rows for adjunct in row.adjuncts}
    warm = any(row.stimulation is Stimulation.WARM_NEEDLE for row in treated.rows)
    if ZoneKind.CUPS in kinds or Adjunct.CUPPING in adjuncts:
        yield After.CUPS
    if warm or Adjunct.MOXA in adjuncts or kinds & {ZoneKind.LAMP, ZoneKind.MOXA}:
        yield After.HEAT
    kinds_left = {stay.kind for stay in treated.stays}
    if kinds_left - {Stays.EAR_SEED}:
        yield After.NEEDLE
    if Stays.EAR_SEED in kinds_left:
        yield After.SEED


def _done(treated: Treated, bank: PhraseBank) -> Iterator[str]:
    """What was done, in plain words and in the order it matters to the patient."""
    session, rows = treated.session, treated.rows
    if session.all_in:
        pricked = tuple(row for row in rows if row.needles)
        yield _needles(session, places_words(bank, pricked, MOST_PLACES))
    else:
        yield _("No needle went in today.")
    ways = {row.stimulation for row in rows if row.needles and session.all_in}
    if Stimulation.ELECTRICAL in ways:
        yield _("A gentle electric pulse between some of the needles.")
    if Stimulation.WARM_NEEDLE in ways:
        yield _("Warmth on some of the needles.")
    yield from map(_zone, session.zones)
    for adjunct, words in (
        (Adjunct.MOXA, _("Moxa at {places}.")),
        (Adjunct.CUPPING, _("Cups at {places}.")),
        (Adjunct.PLUM_BLOSSOM, _("Light tapping with a many-needled hammer at {places}.")),
    ):
        here = tuple(row for row in rows if adjunct in row.adjuncts)
        if here:
            yield words.format(places=places_words(bank, here, MOST_PLACES))


def _needles(session: Session, places: str) -> str:
    count = session.all_in
    minutes = round(needles_in_time(session).total_seconds() / 60)
    needles = ngettext("{n} fine needle at {places}", "{n} fine needles at {places}", count)
    needles = needles.format(n=count, places=places)
    if not minutes:
        return _("{needles}.").format(needles=needles)
    stayed = ngettext("{needles}, for {n} minute.", "{needles}, for {n} minutes.", minutes)
    return stayed.format(needles=needles, n=minutes)


def _zone(zone: Zone) -> str:
    words = _(ZONE_WORDS[zone.kind])
    words = f"{words}, {zone.place.strip()}" if zone.place.strip() else words
    if zone.ended_at is None:
        return _("{zone}.").format(zone=words)
    minutes = max(1, round((zone.ended_at - zone.started_at).total_seconds() / 60))
    return ngettext("{zone}, {n} minute.", "{zone}, {n} minutes.", minutes).format(zone=words, n=minutes)


def _left_in(treated: Treated) -> Iterator[str]:
    """What the patient goes home with, and when it comes out."""
    for stay in treated.stays:
        yield _out_on(stay_words(stay), stay.remove_on)


def _out_on(what: str, day: date | None) -> str:
    if day is None:
        return _("{what}: ask us when it comes out.").format(what=what)
    return _("{what}: comes out on {date}.").format(what=what, date=format_date(day, DateStyle.LONG))


def _follow_up(treated: Treated, phone: str) -> Iterator[str]:
    for day in treated.asked_again:
        yield _("On {date} we ask how you are.").format(date=format_date(day, DateStyle.LONG))
    if treated.next_visit is not None:
        coming = format_date(treated.next_visit, DateStyle.LONG)
        yield _("Your next visit is planned for {date}.").format(date=coming)
    if phone:
        yield _("Questions, or something worries you: ring us, {phone}.").format(phone=phone)
    else:
        yield _("Questions, or something worries you: ask us.")

"""The two clocks of a session: how long hands were on the patient, and how long needles were in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from acuchart.clinic.session_value import HELD, Round, Session
from acuchart.clinic.zones import BELL_WORDS, ZONE_WORDS
from acuchart.words import _, ngettext

_NOTHING = timedelta(0)


def every_round(session: Session) -> tuple[Round, ...]:
    """The rounds before and the present one."""
    return (*session.rounds, session.as_round())


def needles_in_time(session: Session) -> timedelta:
    """From the first needle in to the last one accounted for, round by round."""
    return sum((_between(past.begun_at, past.counted_at) for past in every_round(session)), _NOTHING)


def hands_on_time(session: Session) -> timedelta:
    """Insertion and removal, round by round; the rest between them is not hands on the patient."""
    return sum(
        (
            _between(past.begun_at, past.retained_at or past.removal_at)
            + _between(past.removal_at, past.counted_at)
            for past in every_round(session)
        ),
        _NOTHING,
    )


def times_words(session: Session) -> str:
    """Both clocks, as they stand in the note; empty before the session is over."""
    if session.begun_at is None or session.state in HELD:
        return ""
    return _("Hands on {hands} min, needles in {needles} min.").format(
        hands=_minutes(hands_on_time(session)), needles=_minutes(needles_in_time(session))
    )


def hands(session: Session) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """Who inserted and who removed, each once, in the order of the rounds."""
    rounds = every_round(session)
    return _each_once(past.inserted_by for past in rounds), _each_once(past.removed_by for past in rounds)


def rounds_words(session: Session) -> str:
    """The count and the retention of each round, where there was more than one."""
    if not session.rounds:
        return ""
    return " ".join(_round_words(n, past) for n, past in enumerate(every_round(session), start=1))


def _round_words(number: int, past: Round) -> str:
    words = _("Round {n}: {inserted} in, {out} out.")
    if past.retained_at is not None and past.removal_at is not None:
        words = _("Round {n}: {inserted} in, {out} out, retained {minutes} min.")
    minutes = _minutes(_between(past.retained_at, past.removal_at))
    return words.format(n=number, inserted=past.count_in, out=past.count_out, minutes=minutes)


def zones_words(session: Session) -> str:
    """What lay on the skin, how long, and how the patient could call."""
    told = []
    for zone in session.zones:
        kind = _(ZONE_WORDS[zone.kind])
        where = f"{kind}, {zone.place}" if zone.place else kind
        minutes = _minutes(_between(zone.started_at, zone.ended_at))
        words = ngettext("{zone}, {n} minute, {bell}.", "{zone}, {n} minutes, {bell}.", minutes)
        told.append(words.format(zone=where, n=minutes, bell=_(BELL_WORDS[zone.bell])))
    return " ".join(told)


def _between(start: datetime | None, end: datetime | None) -> timedelta:
    if start is None or end is None:
        return _NOTHING
    return max(end - start, _NOTHING)


def _minutes(span: timedelta) -> int:
    return round(span / timedelta(minutes=1))


def _each_once(people: Iterable[UUID | None]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(person for person in people if person is not None))

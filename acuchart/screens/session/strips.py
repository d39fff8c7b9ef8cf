"""The line between clock and counters of a room: what stands, what to do, and its button.

Knows no Qt.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.count_sheet import STRETCH_WORDS, differences
from acuchart.clinic.session import OUT, Session, SessionState
from acuchart.clinic.stages import STAGE_WORDS, StageKind
from acuchart.clinic.zones import BELL_WORDS, ZONE_WORDS, Zone
from acuchart.screens.parts.timer_face import clock_digits
from acuchart.screens.session.wishes import Do
from acuchart.words import _, format_time, ngettext


class Tone(StrEnum):
    """How loud the strip of a room speaks."""

    PLAIN = "plain"
    READY = "ready"
    CAUTION = "caution"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Strip:
    """The line between clock and counters.

    Attributes:
        button: Words of its button; empty without one.
        do: What the button means.
        zone: The zone it means.
        large: Whether the title is read from a distance: counts that differ.
        left: Share of its time that a zone has left, for its ring; None where no zone is told of.
        icon: Says what is to be done; empty for that of the tone.
    """

    title: str
    line: str = ""
    tone: Tone = Tone.PLAIN
    button: str = ""
    do: Do | None = None
    zone: UUID | None = None
    large: bool = False
    left: float | None = None
    icon: str = ""


def strip_of(session: Session, now: datetime, *, clinical: bool, staying: int = 0) -> Strip:
    """What the strip says; the most urgent thing of the room comes first.

    Args:
        session: The room.
        now: The moment.
        clinical: Whether counts may be seen.
        staying: Press needles that are meant to stay and are not settled yet.
    """
    if not clinical:
        return _desk(session, now)
    urgent = _urgent(session, now)
    if urgent is not None:
        return urgent
    own = _own(session, session.alarm(now), staying)
    running = [zone for zone in session.zones if zone.running]
    return _zone(running, now) if running and own.tone is Tone.PLAIN else own


def _urgent(session: Session, now: datetime) -> Strip | None:
    """Something that waits for a hand: a zone that must come off, a reminder, a look at the skin."""
    off = [zone for zone in session.zones if zone.time_up(now)]
    if off:
        since = clock_digits(-int((now - off[0].deadline).total_seconds()))
        line = _("time is up, {time}").format(time=since)
        return Strip(zone_words(off[0]), line, Tone.ALARM, _("Off"), Do.ZONE_OFF, off[0].id)
    if session.time_up(now) or session.state in OUT:
        return None
    stage = session.due_stage(now)
    if stage is not None:
        due = session.stage_due_at(stage) or now
        ago = max(0, int((now - due).total_seconds()))
        line = _("{n} min stage, due {time} ago").format(n=stage.minute, time=clock_digits(ago))
        again = "rotate-ccw" if stage.kind is StageKind.STIMULATE else ""
        words = _(STAGE_WORDS[stage.kind])
        return Strip(words, line, Tone.CAUTION, _("Done"), Do.STAGE_DONE, icon=again)
    looks = [zone for zone in session.zones if zone.skin_due(now)]
    if looks:
        return Strip(
            _("Check the skin"), zone_words(looks[0]), Tone.CAUTION, _("Done"), Do.SKIN_SEEN, looks[0].id
        )
    return None


def zone_words(zone: Zone) -> str:
    """Such as "Heat lamp, right knee"."""
    kind = _(ZONE_WORDS[zone.kind])
    return _("{zone}, {place}").format(zone=kind, place=zone.place) if zone.place else kind


def _zone(zones: list[Zone], now: datetime) -> Strip:
    """The zone that ends first, and how many there are besides."""
    zone = min(zones, key=lambda item: item.deadline)
    seconds = int(zone.left(now).total_seconds())
    share = seconds / max(1.0, (zone.deadline - zone.started_at).total_seconds())
    line = _("check skin at {time} · {bell}").format(
        bell=_(BELL_WORDS[zone.bell]), time=format_time(zone.next_look)
    )
    if len(zones) > 1:
        line = _("{line} · {n} more").format(line=line, n=len(zones) - 1)
    title = f"{clock_digits(seconds)} {zone_words(zone)}"
    return Strip(title, line, button=_("Off"), do=Do.ZONE_OFF, zone=zone.id, left=share)


def _desk(session: Session, now: datetime) -> Strip:
    if session.alarm(now):
        return Strip(_("Time is up"), _("Someone is needed in {room}").format(room=session.room), Tone.ALARM)
    if session.paused_at:
        return Strip(_("Paused"), _("since {time}").format(time=format_time(session.paused_at)), Tone.CAUTION)
    if session.state is SessionState.STAGE_DUE or session.zone_due(now):
        return Strip(_("Due now"), _("Someone is needed in {room}").format(room=session.room), Tone.CAUTION)
    if session.deadline and session.state not in OUT:
        return Strip(_("Resting"), _("until {time}").format(time=format_time(session.deadline)))
    return Strip(_("In treatment"))


def _own(session: Session, alarm: bool, staying: int) -> Strip:
    tone = Tone.ALARM if alarm else Tone.PLAIN
    if session.state in OUT:
        return _coming_out(session, tone, staying)
    if session.state is SessionState.PLANNED:
        return Strip(_prescribed(session), _("Start when the first needle goes in"))
    if session.state is SessionState.GOING_IN:
        title = _("Needles going in")
        if session.rounds:
            title = _("Round {n}: needles going in").format(n=session.round)
        return Strip(title, _prescribed(session))
    return _retained(session, alarm, staying)


def _retained(session: Session, alarm: bool, staying: int) -> Strip:
    still_in = _still_in(session.count_in)
    if alarm:
        return Strip(still_in, _count_out_words(session.count_in, staying), Tone.ALARM)
    if session.paused_at:
        since = _("Paused since {time}").format(time=format_time(session.paused_at))
        return Strip(since, still_in, Tone.CAUTION)
    ends = format_time(session.deadline) if session.deadline else ""
    return Strip(
        ngettext("{n} needle in", "{n} needles in", session.count_in).format(n=session.count_in),
        _("Time is up at {time}").format(time=ends),
    )


def _coming_out(session: Session, tone: Tone, staying: int) -> Strip:
    missing = session.missing
    if missing < 0:
        more = ngettext("{n} more out than in", "{n} more out than in", -missing).format(n=-missing)
        return Strip(more, _("Correct the number inserted"), _at_least(tone, Tone.CAUTION), large=True)
    if missing > 0:
        where = where_missing(session)
        # Somebody has counted, and it does not agree: that stands out, alarm or not.
        differs = _at_least(tone, Tone.CAUTION) if session.count_out else tone
        line = where or _count_out_words(session.count_in, staying)
        return Strip(_still_in(missing), line, differs, large=True)
    where = where_missing(session)
    if where:
        return Strip(_("The sums agree, the places don't"), where, _at_least(tone, Tone.CAUTION))
    if staying:
        # Counted out is also what was to go home with the patient: it is asked, and not forbidden.
        meant = ngettext(
            "{n} press needle was meant to stay. Is it out too?",
            "{n} press needles were meant to stay. Are they out too?",
            staying,
        )
        out = _("All {n} needles out").format(n=session.count_in)
        return Strip(out, meant.format(n=staying), _at_least(tone, Tone.CAUTION))
    settled = session.settled
    explained = ngettext("{n} explained", "{n} explained", settled).format(n=settled) if settled else ""
    ready = Strip(
        _("Every needle accounted for") if settled else _("All {n} needles out").format(n=session.count_in),
        explained or _("The room can be closed"),
        _at_least(tone, Tone.READY),
    )
    if session.coming:
        turned = _("Turn the patient: {n} needles to come").format(n=session.coming[0])
        return replace(ready, line=turned)
    return ready


def where_missing(session: Session) -> str:
    """Where needles are missing, where that is known: "ST36 R, 2 at SP6 L"."""
    named = [
        _place(apart.place)
        if apart.needles == 1
        else _("{n} at {place}").format(n=apart.needles, place=_place(apart.place))
        for apart in differences(session)
        if apart.needles > 0
    ]
    return _("Look at {places}").format(places=", ".join(named)) if named else ""


def _place(place: str) -> str:
    return _(STRETCH_WORDS[place]).lower() if place in STRETCH_WORDS else place


def _at_least(tone: Tone, calm: Tone) -> Tone:
    return tone if tone is Tone.ALARM else calm


def _still_in(needles: int) -> str:
    return ngettext("{n} needle still in", "{n} needles still in", needles).format(n=needles)


def _count_out_words(needles: int, staying: int) -> str:
    if not staying:
        return _("Count all {n} out before closing").format(n=needles)
    words = ngettext(
        "Count {out} out and report {n} press needle as left in",
        "Count {out} out and report {n} press needles as left in",
        staying,
    )
    return words.format(out=needles - staying, n=staying)


def _prescribed(session: Session) -> str:
    needles = session.expected
    words = ngettext("{n} needle prescribed", "{n} needles prescribed", needles).format(n=needles)
    if session.coming:
        words = _("{words}, then {n} more").format(words=words, n=sum(session.coming))
    return words

"""The note of a visit, written from what was recorded and from nothing else."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from acuchart.clinic.chart import VisitChart
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.needled import apart_words
from acuchart.clinic.needling import DE_QI_WORDS, POSITION_WORDS, Needling, Position
from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.regions import region_words
from acuchart.clinic.safety import dangers_of_patient
from acuchart.clinic.schedule import schedule_words
from acuchart.clinic.session import FATE_WORDS, Correction, Session
from acuchart.clinic.session_times import hands, rounds_words, times_words, zones_words
from acuchart.clinic.visit import REACTION_WORDS
from acuchart.words import _, format_date, format_time, ngettext


@dataclass(frozen=True, slots=True)
class NoteLabels:
    """Words the note needs from elsewhere: names of findings and patterns, and who is who."""

    finding: Callable[[str], str]
    pattern: Callable[[str], str]
    examination: Callable[[str], str]
    staff: Callable[[object], str]
    needle: str = ""
    """The needle the clinic uses where the row names no other."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """One part of the note.

    Attributes:
        letter: S, O, A or P.
        origin: Where the sentences come from.
        sentences: Written from the record.
        added: Free words of the practitioner, marked as such.
    """

    letter: str
    title: str
    origin: str
    sentences: tuple[str, ...]
    added: str = ""


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    """One STRICTA item of the treatment."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """The note whole."""

    parts: tuple[NotePart, ...]
    treatment: tuple[TreatmentLine, ...]

    def to_json(self) -> str:
        """The text that is signed: keys sorted, so that the same note gives the same digest."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Note":
        """A signed note read back."""
        kept = json.loads(text)
        parts = (NotePart(**{**part, "sentences": tuple(part["sentences"])}) for part in kept["parts"])
        return cls(tuple(parts), tuple(TreatmentLine(**line) for line in kept["treatment"]))


def compose(chart: VisitChart, labels: NoteLabels) -> Note:
    """The note of a visit as its record stands."""
    words = chart.visit.note_words
    parts = (
        NotePart(
            "S", _("Subjective"), _("From form and findings"), _subjective(chart, labels), words.subjective
        ),
        NotePart("O", _("Objective"), _("From findings"), _objective(chart, labels), words.objective),
        NotePart("A", _("Assessment"), _confirmed(chart), _assessment(chart, labels), words.assessment),
        NotePart("P", _("Treatment"), _("STRICTA items 1 to 5"), _after(chart), words.plan),
    )
    return Note(parts, _treatment(chart, labels))


def _subjective(chart: VisitChart, labels: NoteLabels) -> tuple[str, ...]:
    visit = chart.visit
    check_in = visit.check_in
    said = [_("“{words}”").format(words=check_in.words.strip())] if check_in.words.strip() else []
    scores = (
        (_("Pain now {n}."), check_in.pain_now),
        (_("Worst {n}."), check_in.pain_worst),
        (_("Average {n}."), check_in.pain_average),
    )
    said += [words.format(n=score) for words, score in scores if score is not None]
    said += _observed(visit.examination.observations, labels, {"ask"})
    said += [
        text.strip()
        for group, text in sorted(visit.examination.words.items())
        if labels.examination(group) == "ask"
    ]
    said += [
        _("Red flag asked and absent: {flag}.").format(flag=labels.finding(answer.flag_id))
        if not answer.present
        else _("Red flag present: {flag}. Decision: {decision}.").format(
            flag=labels.finding(answer.flag_id), decision=answer.decision.strip() or _("open")
        )
        for answer in visit.red_flags
    ]
    return tuple(said)


def _objective(chart: VisitChart, labels: NoteLabels) -> tuple[str, ...]:
    examination = chart.visit.examination
    seen = _observed(examination.observations, labels, {"look", "listen", "palpate"})
    words = [
        text.strip()
        for group, text in sorted(examination.words.items())
        if labels.examination(group) != "ask"
    ]
    rate = [_("Pulse {n} a minute.").format(n=examination.pulse_rate)] if examination.pulse_rate else []
    return (*seen, *rate, *words)


def _observed(observations: Iterable[Observation], labels: NoteLabels, kinds: set[str]) -> list[str]:
    mine = [o for o in observations if labels.examination(o.finding_id) in kinds]
    present = [_with_place(o, labels) for o in mine if o.state is FindingState.PRESENT]
    absent = [_with_place(o, labels) for o in mine if o.state is FindingState.ABSENT]
    sentences = [_("{list}.").format(list="; ".join(present))] if present else []
    return sentences + ([_("Not found: {list}.").format(list="; ".join(absent))] if absent else [])


def _with_place(observation: Observation, labels: NoteLabels) -> str:
    where = (_site(observation), observation.position.replace("_", " "))
    place = " ".join(part for part in where if part)
    label = labels.finding(observation.finding_id)
    return f"{label} ({place})" if place else label


def _site(observation: Observation) -> str:
    """Region and side in words; a side alone where no region was named."""
    if not observation.site:
        return observation.side
    return region_words("-".join(filter(None, (observation.site, observation.side))))


def _confirmed(chart: VisitChart) -> str:
    at = chart.visit.assessment.confirmed_at
    return _("Confirmed {time}").format(time=format_time(at)) if at else _("Not confirmed")


def _assessment(chart: VisitChart, labels: NoteLabels) -> tuple[str, ...]:
    choice = chart.visit.assessment
    said = (
        [_("Complaint: {complaint}.").format(complaint=chart.course.complaint)]
        if chart.course.complaint
        else []
    )
    if choice.primary:
        said.append(_("Primary {pattern}.").format(pattern=labels.pattern(choice.primary)))
    if choice.secondary:
        named = ", ".join(labels.pattern(slug) for slug in choice.secondary)
        said.append(_("Secondary {patterns}.").format(patterns=named))
    return (*said, choice.words.strip()) if choice.words.strip() else tuple(said)


def _treatment(chart: VisitChart, labels: NoteLabels) -> tuple[TreatmentLine, ...]:
    schedule = chart.course.schedule
    regimen = _("Visit {n} of {total}.").format(n=chart.visit.number, total=schedule.visits)
    regimen = f"{regimen} {schedule_words(schedule)}".strip()
    lines = (
        (_("1 Rationale"), _("TCM, pattern and channel based") if chart.visit.assessment.primary else ""),
        (_("2 Needling"), _needling(chart, labels)),
        (_("3 Regimen"), regimen),
        (_("4 Other"), _other(chart, labels)),
        (_("5 Practitioner"), labels.staff(chart.visit.practitioner_id)),
    )
    return tuple(TreatmentLine(label, words) for label, words in lines if words)


def _needling(chart: VisitChart, labels: NoteLabels) -> str:
    rows = chart.visit.points
    session = chart.session
    if not rows:
        return _("No needling.")
    words = " ".join(_round(rows, number) for number in sorted({row.round for row in rows}))
    if labels.needle and any(row.needles and row.needle is None for row in rows):
        words += " " + _("Needle {needle}.").format(needle=labels.needle)
    de_qi = sorted({_(DE_QI_WORDS[row.de_qi]).lower() for row in rows})
    words += " " + _("De qi {words}.").format(words=", ".join(de_qi))
    if session is None or session.begun_at is None:
        return words + " " + _("Not needled.")
    counted = ngettext("{n} needle in, {out} out.", "{n} needles in, {out} out.", session.all_in)
    words = f"{words} {counted.format(n=session.all_in, out=session.all_out)}"
    differs = apart_words(rows, session)
    said = (words, differs, rounds_words(session), _retained(session), times_words(session))
    return " ".join(part for part in said if part)


def _round(rows: tuple[Needling, ...], number: int) -> str:
    """The rows of one round; it is named where the patient turns or somebody said how the patient lies."""
    here = [row for row in rows if row.round == number]
    words = "; ".join(needling_words(row) for row in here) + "."
    position = next((row.position for row in here if row.position is not Position.NOT_SAID), None)
    lies = _(POSITION_WORDS[position]).lower() if position else ""
    if len({row.round for row in rows}) == 1:
        return f"{lies.capitalize()}: {words}" if lies else words
    named = _("Round {n}").format(n=number)
    return f"{named}, {lies}: {words}" if lies else f"{named}: {words}"


def _retained(session: Session) -> str:
    """How long the needles rested; of several rounds each says its own."""
    if session.rounds or session.retained_at is None or session.removal_at is None:
        return ""
    minutes = round((session.removal_at - session.retained_at).total_seconds() / 60)
    return ngettext("Retained {n} minute.", "Retained {n} minutes.", minutes).format(n=minutes)


def _other(chart: VisitChart, labels: NoteLabels) -> str:
    session = chart.session
    if session is None:
        return ""
    if session.begun_at is None:
        return " ".join(_corrected(session, item) for item in session.corrections)
    inserting, removing = hands(session)
    said = [
        _("{room}. Inserted by {one}, removed by {other}.").format(
            room=session.room, one=_names(inserting, labels), other=_names(removing, labels)
        )
    ]
    said += [zones_words(session)] if session.zones else []
    said += [_corrected(session, item) for item in session.corrections]
    for item in session.settlements:
        place = f" {item.point}" if item.point else ""
        until = _(", to be removed {date}").format(date=format_date(item.remove_on)) if item.remove_on else ""
        fate = _(FATE_WORDS[item.fate]).lower()
        counted = ngettext("{n} needle {fate}", "{n} needles {fate}", item.needles).format(
            n=item.needles, fate=fate
        )
        said.append(f"{counted}{place}{until}: {item.words.rstrip('.')}.")
    return " ".join(said)


def _names(people: tuple[UUID, ...], labels: NoteLabels) -> str:
    return _(" and ").join(labels.staff(person) for person in people) or labels.staff(None)


def _corrected(session: Session, item: Correction) -> str:
    if item.before == item.after:
        return _("Called off: {reason}.").format(reason=item.reason.rstrip("."))
    return _("Number inserted corrected from {before} to {after}: {reason}.").format(
        before=item.before, after=item.after, reason=item.reason.rstrip(".")
    )


def _kept(chart: VisitChart) -> list[str]:
    """The dangers that were accepted, each with the written reason: of points, then of the whole patient."""
    said = [_kept_point(row) for row in chart.visit.points if row.kept_because.strip()]
    standing = {danger.reason for danger in dangers_of_patient(chart.cautions)}
    sentence = _("Needled in spite of a danger ({danger}): {reason}.")
    said += [
        sentence.format(danger=_bare(kept.danger), reason=_bare(kept.because))
        for kept in chart.kept_dangers
        if kept.danger in standing
    ]
    return said


def _kept_point(row: Needling) -> str:
    """A point with a danger that stays; a record of an earlier version may not name the danger."""
    if not row.kept_for:
        sentence = _("{code} kept in spite of a danger: {reason}.")
        return sentence.format(code=row.code, reason=_bare(row.kept_because))
    dangers = "; ".join(_bare(danger) for danger in row.kept_for)
    sentence = _("{code} kept in spite of a danger ({danger}): {reason}.")
    return sentence.format(code=row.code, danger=dangers, reason=_bare(row.kept_because))


def _bare(words: str) -> str:
    return words.strip().rstrip(".")


def _after(chart: VisitChart) -> tuple[str, ...]:
    said = _kept(chart)
    reactions = chart.visit.reactions
    if reactions.answered:
        kinds = ", ".join(_(REACTION_WORDS[kind]).lower() for kind in reactions.kinds)
        said.append(_("Adverse reactions: {kinds}.").format(kinds=kinds or _("none")))
    if reactions.words.strip():
        said.append(reactions.words.strip())
    return tuple(said)

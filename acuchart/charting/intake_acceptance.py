"""What the answers of a form become in the chart. Nothing that was not answered becomes anything."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from acuchart.charting.intake_answers import age_at, alarms
from acuchart.clinic.body import Body
from acuchart.clinic.course import Course
from acuchart.clinic.findings import Observation
from acuchart.clinic.flags import Flag, FlagKind, Flags, FlagState, check_flag
from acuchart.clinic.intake import AnswerSettled, Intake, Settled
from acuchart.clinic.intake_meaning import FlagAnswer, Meaning
from acuchart.clinic.painting import painted_regions, read_painting
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer, Visit
from acuchart.knowledge import Knowledge
from acuchart.words import DateStyle, _, format_date, local

LONGEST_COMPLAINT = 200
"""Letters of the patient's words that still serve as the complaint of a course."""


def settled_flags(
    found: Meaning, decision: AnswerSettled, chart: Flags, by: UUID, today: date
) -> tuple[Flag, ...]:
    """The risk facts that a decision about a "yes" writes into the chart; "later" writes none.

    A "yes" never becomes "none" here: what is no concern today stays a risk, with the reason beside it.
    Whoever learns that the patient does not have it says so among the cautions of the chart.
    """
    if decision.how is Settled.LATER:
        return ()
    answers = [answer for answer in found.flags if answer.link_id == decision.link_id and answer.yes]
    reason = decision.reason if decision.how is Settled.NOT_A_CONCERN else ""
    return tuple(_beside(chart, _present(answer, by, today), reason) for answer in answers)


def _beside(chart: Flags, answered: Flag, reason: str) -> Flag:
    """The risk with what the chart already says about it and the reason it is no concern today."""
    known = chart[answered.kind]
    before = known.detail if known.state is FlagState.YES else ""
    new = [words for words in (answered.detail, reason) if words and words not in before]
    said = dict.fromkeys([*filter(None, [before]), *new])
    return replace(answered, detail=". ".join(said), due=answered.due or known.due)


def _present(answer: FlagAnswer, by: UUID, today: date) -> Flag:
    """The risk as answered; a due date that cannot be is kept as the patient's words."""
    flag = Flag(FlagKind(answer.flag), FlagState.YES, answer.detail, answer.due, today, by)
    try:
        return check_flag(flag, today)
    except ChartTrouble:
        day = format_date(answer.due, DateStyle.FULL) if answer.due else ""
        said = _("Due date given as {date}").format(date=day)
        return replace(flag, due=None, detail=". ".join(part for part in (said, answer.detail) if part))


def denied_flags(found: Meaning, chart: Flags, by: UUID, today: date) -> Iterator[Flag]:
    """The risks asked and answered "no". A "no" on a form never takes away a risk the chart holds."""
    said_yes = {answer.flag for answer in found.flags if answer.yes}
    for answer in found.flags:
        kind = FlagKind(answer.flag)
        if answer.flag not in said_yes and chart[kind].state is not FlagState.YES:
            yield Flag(kind, FlagState.ASKED_NONE, asked_on=today, asked_by=by)


def taken_into(visit: Visit, intake: Intake, found: Meaning, knowledge: Knowledge, born: date) -> Visit:
    """The visit with the answers in it; what the practitioner already recorded stands.

    A pattern confirmed before these answers is to be confirmed anew.
    """
    present = {name for _link, name in alarms(knowledge, found, age_at(intake, born))}
    examination = _joined(visit.examination, found.observations)
    same = examination == visit.examination
    return replace(
        visit,
        examination=examination,
        assessment=visit.assessment if same else visit.assessment.reopened,
        red_flags=_with_red_flags(visit, intake, found, present),
        check_in=_with_scores(visit.check_in, found) if _same_day(visit, intake) else visit.check_in,
    )


def described_by(course: Course, found: Meaning, body: Body) -> Course:
    """The course with the patient's complaint and painted regions where it has none yet."""
    words = found.text("complaint").strip()
    complaint = course.complaint or (words if len(words) <= LONGEST_COMPLAINT else "")
    return replace(course, complaint=complaint, regions=course.regions or _regions(found, body))


def _regions(found: Meaning, body: Body) -> tuple[str, ...]:
    painting = read_painting(found.text("pain_chart"))
    return tuple(region for region, _strength in painted_regions(painting, body))


def _joined(examination: Examination, answered: tuple[Observation, ...]) -> Examination:
    known = {observation.finding_id for observation in examination.observations}
    new = tuple(observation for observation in answered if observation.finding_id not in known)
    return replace(
        examination,
        observations=(*examination.observations, *new),
        from_form=(*examination.from_form, *dict.fromkeys(o.finding_id for o in new)),
    )


def _with_red_flags(
    visit: Visit, intake: Intake, found: Meaning, present: set[str]
) -> tuple[RedFlagAnswer, ...]:
    """Red flags with their decisions. A "yes" that does not count at this age stays on the form alone."""
    reasons = {decision.link_id: decision.reason for decision in intake.settled}
    answers = {answer.flag_id: answer for answer in visit.red_flags}
    for given in found.red_flags:
        if given.flag_id not in answers and (not given.present or given.flag_id in present):
            decision = reasons.get(given.link_id, "") if given.present else ""
            answers[given.flag_id] = RedFlagAnswer(given.flag_id, given.present, decision)
    return tuple(answers.values())


def _same_day(visit: Visit, intake: Intake) -> bool:
    """Whether a form was filled on the day of the visit; a score is never carried from another day."""
    filled = intake.completed_at
    return filled is not None and local(filled).date() == local(visit.arrived_at).date()


def _with_scores(check_in: CheckIn, found: Meaning) -> CheckIn:
    """Scores of the form fill what was not asked at the desk."""
    return replace(
        check_in,
        pain_now=check_in.pain_now if check_in.pain_now is not None else found.pain_now,
        pain_worst=check_in.pain_worst if check_in.pain_worst is not None else found.pain_worst,
        pain_average=check_in.pain_average if check_in.pain_average is not None else found.pain_average,
    )

"""Every word and figure of the printed plan, from what was recorded and what the practitioner wrote.

Nothing is guessed: a goal nobody has asked about shows an en dash, pain is compared only where it was asked
twice, and no sentence says that anything got better.
"""

from collections.abc import Sequence
from datetime import date

from acuchart.clinic.body import Body
from acuchart.clinic.body_picture import body_picture
from acuchart.clinic.course import Course, Goal, Schedule
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.needling import Needling
from acuchart.clinic.people import Patient
from acuchart.clinic.plan import GoalLine, Letterhead, PlanDraft, PlanSheet, VisitBox
from acuchart.clinic.schedule import coming_dates, schedule_words
from acuchart.clinic.visit import CheckIn, Visit
from acuchart.words import DateStyle, _, format_date, format_number, local, ngettext

NOT_ASKED = "–"


def plan_sheet(
    *,
    details: ClinicDetails,
    patient: Patient,
    course: Course,
    visits: tuple[Visit, ...],
    visit: Visit,
    draft: PlanDraft,
    needled: tuple[Needling, ...],
    number: int,
    practitioner: str,
    today: date,
    body: Body,
    spares_pregnancy: bool = False,
) -> PlanSheet:
    """The plan of a visit as it is printed today, as version `number`.

    Of the course's `visits` those after `visit` are not looked at. `needled` are the needles that are drawn;
    `spares_pregnancy` says that the patient is pregnant and no point of them is advised against.
    """
    so_far = tuple(sorted((v for v in visits if v.number <= visit.number), key=lambda v: v.number))
    safety = draft.show_safety
    return PlanSheet(
        letterhead=Letterhead(details.name, letterhead_line(details), details.logo),
        paper=details.paper,
        title=_("Your treatment plan"),
        issue_line=_("{date} · version {n}").format(date=format_date(today, DateStyle.LETTER), n=number),
        patient_name=patient.name.full,
        foot=foot_line(patient),
        intro=draft.intro.strip() or intro_from_facts(course, so_far),
        goals=tuple(goal_line(goal) for goal in course.goals if goal.named),
        what_we_do=_written(draft.what_we_do),
        picture=body_picture(needled, body, spares_pregnancy) if draft.show_body else None,
        schedule=visits_words(course.schedule),
        visits=visit_boxes(course.schedule, so_far, today),
        visits_foot=_visits_foot(details.phone),
        self_care=tuple(card for card in draft.self_care if card.shown and card.words.strip()),
        expect=_written(draft.expect) if safety else (),
        tell_us=_written(draft.tell_us) if safety else (),
        straight_away=_written(draft.straight_away) if safety else (),
        same_day=_written(draft.same_day) if safety else (),
        consent=draft.consent.strip() if safety else "",
        practitioner=practitioner,
        same_day_by=draft.same_day_by.strip(),
    )


def letterhead_line(details: ClinicDetails) -> str:
    """The line under the clinic's name: "Acupuncture · 12 Example Lane · 555 0100"."""
    address = ", ".join(line.strip() for line in details.address.splitlines() if line.strip())
    return " · ".join(part for part in (_("Acupuncture"), address, details.phone.strip()) if part)


def foot_line(patient: Patient) -> str:
    """Who a page belongs to: "Mara Ellison · born 2 Apr 1985 · A-0148"."""
    born = _("born {date}").format(date=format_date(patient.born, DateStyle.FULL))
    return " · ".join((patient.name.full, born, patient.number))


def intro_from_facts(course: Course, visits: Sequence[Visit]) -> str:
    """What is known without judging it: complaint, number of visits, pain where it was asked twice."""
    times = len(visits)
    complaint = course.complaint.strip().rstrip(".")
    came = ngettext("This is your first visit.", "You have come {n} times.", times).format(n=times)
    said = [f"{complaint}." if complaint else "", came, _pain_then_and_now(visits), _review(course, times)]
    return " ".join(sentence for sentence in said if sentence)


def _pain_then_and_now(visits: Sequence[Visit]) -> str:
    """Both scores as they were given: worst, else present, else average pain, whichever was asked twice."""
    if not visits:
        return ""
    now = _scores(visits[-1].check_in)
    for kind, words in enumerate(_pain_words()):
        first = next((v for v in visits[:-1] if _scores(v.check_in)[kind] is not None), None)
        if first is not None and now[kind] is not None:
            then = _scores(first.check_in)[kind]
            return words.format(then=then, number=first.number, now=now[kind])
    return ""


def _scores(check_in: CheckIn) -> tuple[int | None, ...]:
    return check_in.pain_worst, check_in.pain_now, check_in.pain_average


def _pain_words() -> tuple[str, ...]:
    return (
        _("Pain on the worst days: {then} of 10 at visit {number}, {now} of 10 now."),
        _("Pain: {then} of 10 at visit {number}, {now} of 10 now."),
        _("Pain on average: {then} of 10 at visit {number}, {now} of 10 now."),
    )


def _review(course: Course, times: int) -> str:
    visit = course.schedule.review_visit
    if visit is None or visit <= times:
        return ""
    return _("At visit {n} we look back together.").format(n=visit)


def goal_line(goal: Goal) -> GoalLine:
    """A goal as printed."""
    first, now, aim = (
        NOT_ASKED if figure is None else format_number(figure) for figure in (goal.first, goal.now, goal.aim)
    )
    return GoalLine(goal.words.strip(), goal.measure.strip(), first, now, aim)


def visits_words(schedule: Schedule) -> str:
    """The schedule with the length of a visit and what follows."""
    minutes = ngettext("About {n} minute each.", "About {n} minutes each.", schedule.minutes)
    said = [schedule_words(schedule), minutes.format(n=schedule.minutes)]
    if schedule.maintenance.strip():
        said.append(_("Afterwards: {words}.").format(words=schedule.maintenance.strip().rstrip(".")))
    return " ".join(sentence for sentence in said if sentence)


def visit_boxes(schedule: Schedule, done: Sequence[Visit], today: date) -> tuple[VisitBox, ...]:
    """The visits done on their true dates, and those to come as scheduled."""
    true_dates = [local(visit.arrived_at).date() for visit in done]
    boxes = [_box(day, n, done=True) for n, day in enumerate(true_dates, start=1)]
    coming = coming_dates(schedule, true_dates, today)
    boxes += [_box(day, n, done=False) for n, day in enumerate(coming, start=len(true_dates) + 1)]
    return tuple(boxes)


def _box(day: date, number: int, *, done: bool) -> VisitBox:
    return VisitBox(format_date(day, DateStyle.SHORT), _("visit {n}").format(n=number), done)


def _visits_foot(phone: str) -> str:
    if not phone.strip():
        return _("If you can't come, please tell us the day before.")
    return _("If you can't come, please ring the day before: {phone}.").format(phone=phone.strip())


def _written(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())

"""The words and figures of the printed plan: recorded facts and the practitioner's words, nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart import words
from acuchart.clinic.body import Body
from acuchart.clinic.course import Course, Goal, Phase, Schedule
from acuchart.clinic.details import ClinicDetails, Paper
from acuchart.clinic.people import Name, Patient
from acuchart.clinic.plan import PlanDraft, PlanSheet, SelfCare
from acuchart.clinic.plan_sheet import (
    goal_line,
    intro_from_facts,
    letterhead_line,
    plan_sheet,
    visit_boxes,
    visits_words,
)
from acuchart.clinic.schedule import coming_dates
from acuchart.clinic.visit import CheckIn, Visit

TODAY = date(2026, 11, 20)
FRIDAY = date(2026, 11, 6)
CLINIC = ClinicDetails("Jade Court Clinic", "12 Example Lane\n", "555 0100")
MARA = Patient(uuid4(), "A-0148", Name("Mara", "Ellison"), date(1985, 4, 2))
COURSE = Course(uuid4(), MARA.id, "Right knee pain", datetime(2026, 11, 6, tzinfo=UTC))
NO_BODY = Body({}, {}, ())
DRAFT = PlanDraft(
    what_we_do=("Fine needles.", "  "),
    self_care=(SelfCare("Move", "Walk."), SelfCare("Sleep", "Early.", shown=False), SelfCare("Weight", " ")),
    expect=("A bruise.",),
    tell_us=("Medicines change.",),
    straight_away=("Chest pain",),
    same_day=("Fever",),
    consent="I can stop at any time.",
    same_day_by="midwife or doctor",
)


@pytest.fixture(autouse=True)
def _this_year() -> None:
    words.use_formats(words.Formats(), lambda: TODAY)


def visit(number: int, day: date, check_in: CheckIn | None = None) -> Visit:
    at = datetime.combine(day, time(14, 15), UTC)
    return Visit(uuid4(), MARA.id, COURSE.id, number, uuid4(), at, check_in=check_in or CheckIn())


FIVE = tuple(visit(n, day) for n, day in enumerate((FRIDAY, date(2026, 11, 10), date(2026, 11, 13)), start=1))


def sheet(draft: PlanDraft = DRAFT, course: Course = COURSE, visits: tuple[Visit, ...] = FIVE) -> PlanSheet:
    return plan_sheet(
        details=CLINIC,
        patient=MARA,
        course=course,
        visits=visits,
        visit=visits[-1],
        draft=draft,
        needled=(),
        number=2,
        practitioner="Noor Halvorsen",
        today=TODAY,
        body=NO_BODY,
    )


def test_head_and_foot_say_whose_paper_it_is() -> None:
    made = sheet()
    assert made.letterhead.line == "Acupuncture · 12 Example Lane · 555 0100"
    assert made.issue_line == "20 November 2026 · version 2"
    assert made.foot == "Mara Ellison · born 2 Apr 1985 · A-0148"
    assert (made.patient_name, made.practitioner, made.paper) == ("Mara Ellison", "Noor Halvorsen", Paper.A4)
    assert made.draft is False


def test_a_letterhead_leaves_out_what_the_clinic_did_not_say() -> None:
    assert letterhead_line(ClinicDetails("Clinic")) == "Acupuncture"


def test_own_words_of_the_practitioner_stand_as_written() -> None:
    assert sheet(replace(DRAFT, intro=" For your knee. ")).intro == "For your knee."


def test_without_own_words_the_intro_counts_visits_and_claims_nothing() -> None:
    assert intro_from_facts(COURSE, FIVE) == (
        "Right knee pain. You have come 3 times. At visit 8 we look back together."
    )
    assert intro_from_facts(COURSE, FIVE[:1]).startswith("Right knee pain. This is your first visit.")


def test_pain_is_compared_only_where_it_was_asked_both_times() -> None:
    first = visit(1, FRIDAY, CheckIn(pain_worst=7, pain_now=5))
    later = visit(2, TODAY, CheckIn(pain_worst=4))
    assert "Pain on the worst days: 7 of 10 at visit 1, 4 of 10 now." in intro_from_facts(
        COURSE, (first, later)
    )
    only_now = visit(2, TODAY, CheckIn(pain_now=6))
    assert "Pain: 5 of 10 at visit 1, 6 of 10 now." in intro_from_facts(COURSE, (first, only_now))
    for other in (visit(2, TODAY), visit(2, TODAY, CheckIn(pain_average=3))):
        assert "of 10" not in intro_from_facts(COURSE, (first, other))
    assert "of 10" not in intro_from_facts(COURSE, (first,))


def test_a_score_of_nought_counts_as_asked() -> None:
    pair = (visit(1, FRIDAY, CheckIn(pain_now=0)), visit(2, TODAY, CheckIn(pain_now=0)))
    assert "Pain: 0 of 10 at visit 1, 0 of 10 now." in intro_from_facts(COURSE, pair)


def test_the_review_is_announced_until_it_has_been() -> None:
    reviewed = replace(COURSE, schedule=Schedule(review_visit=3))
    assert "look back" not in intro_from_facts(reviewed, FIVE)
    assert "look back" not in intro_from_facts(replace(COURSE, schedule=Schedule(review_visit=None)), FIVE)


def test_a_goal_nobody_asked_about_shows_a_dash() -> None:
    goal = Goal(uuid4(), " Sleep through ", "nights a week", first=None, now=0, aim=5.5)
    line = goal_line(goal)
    assert (line.words, line.first, line.now, line.aim) == ("Sleep through", "–", "0", "5.5")


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (Schedule(), "Twice a week for 4 weeks, then once a week for 2 weeks. About 45 minutes each."),
        (Schedule((Phase(3, 1),), minutes=1), "3 times a week for 1 week. About 1 minute each."),
        (
            Schedule((Phase(1, 6),), maintenance="monthly."),
            "Once a week for 6 weeks. About 45 minutes each. Afterwards: monthly.",
        ),
    ],
)
def test_the_schedule_in_words(schedule: Schedule, said: str) -> None:
    assert visits_words(schedule) == said


def test_visits_done_keep_their_true_dates_and_the_rest_follow_the_schedule() -> None:
    days = (FRIDAY, date(2026, 11, 10), date(2026, 11, 13), date(2026, 11, 17), TODAY)
    done = tuple(visit(n, day) for n, day in enumerate(days, start=1))
    boxes = visit_boxes(Schedule(), done, TODAY)
    assert [box.date for box in boxes] == [
        *("6 Nov", "10 Nov", "13 Nov", "17 Nov", "20 Nov"),
        *("24 Nov", "27 Nov", "1 Dec", "8 Dec", "15 Dec"),
    ]
    assert [box.done for box in boxes] == [True] * 5 + [False] * 5
    assert boxes[-1].words == "visit 10"


def test_more_visits_than_planned_are_all_shown() -> None:
    done = tuple(visit(n, FRIDAY + timedelta(days=n)) for n in range(1, 5))
    boxes = visit_boxes(Schedule((Phase(1, 2),)), done, TODAY)
    assert [box.done for box in boxes] == [True] * 4


@given(
    st.lists(st.integers(1, 30), max_size=12),
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(1, 7), st.integers(1, 8)), min_size=1, max_size=2),
)
def test_no_coming_visit_lies_in_the_past_or_beside_one_that_was(
    gaps: list[int], since: int, phases: list[tuple[int, int]]
) -> None:
    schedule = Schedule(tuple(Phase(*phase) for phase in phases))
    done = [FRIDAY]
    for gap in gaps:
        done.append(done[-1] + timedelta(days=gap))
    today = done[-1] + timedelta(days=since)
    coming = coming_dates(schedule, done, today)
    assert len(coming) == max(0, schedule.visits - len(done))
    assert all(day >= today and day > done[-1] for day in coming)
    assert list(coming) == sorted(set(coming))


def test_later_visits_are_not_looked_at() -> None:
    made = plan_sheet(
        details=CLINIC,
        patient=MARA,
        course=COURSE,
        visits=FIVE,
        visit=FIVE[1],
        draft=DRAFT,
        needled=(),
        number=1,
        practitioner="",
        today=FIVE[1].arrived_at.date(),
        body=NO_BODY,
    )
    assert sum(box.done for box in made.visits) == 2
    assert "come 2 times" in made.intro


def test_parts_turned_off_or_empty_are_not_printed() -> None:
    made = sheet()
    assert [card.title for card in made.self_care] == ["Move"]
    assert made.what_we_do == ("Fine needles.",)
    assert made.picture is None
    hidden = sheet(replace(DRAFT, show_safety=False))
    assert hidden.expect == hidden.tell_us == hidden.straight_away == hidden.same_day == ()
    assert hidden.consent == ""


def test_who_is_seen_the_same_day_goes_with_the_practitioners_words() -> None:
    assert sheet().same_day_by == "midwife or doctor"


def test_without_a_phone_nobody_is_told_to_ring() -> None:
    made = plan_sheet(
        details=ClinicDetails("Clinic"),
        patient=MARA,
        course=COURSE,
        visits=FIVE,
        visit=FIVE[0],
        draft=DRAFT,
        needled=(),
        number=1,
        practitioner="",
        today=TODAY,
        body=NO_BODY,
    )
    assert made.visits_foot == "If you can't come, please tell us the day before."

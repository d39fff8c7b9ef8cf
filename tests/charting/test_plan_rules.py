"""Plans: a draft that is proposed, an issue that never changes, and a queue that holds the newest only."""

from dataclasses import replace
from datetime import timedelta

import pytest

from acuchart.charting.courses import Courses
from acuchart.charting.plan import Plans
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.clinic.course import Goal
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.needling import Adjunct, Needling
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.plan_phrases import carried
from acuchart.clinic.points import Side
from acuchart.clinic.printing import PrintState
from acuchart.clinic.session import Spot
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble, NotAllowed
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, goals, knee_visit


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.owner)


def flag(clinic: StaffedClinic, knee: KneeVisit, kind: FlagKind) -> None:
    asked = Flag(kind, FlagState.YES, asked_on=clinic.clock.today(), asked_by=clinic.owner.user.id)
    if kind is FlagKind.PREGNANCY:
        asked = replace(asked, due=clinic.clock.today() + timedelta(weeks=18))
    with clinic.owner.records.work() as work:
        work.flags.put(knee.patient_id, asked)


def test_without_a_goal_nothing_is_issued(clinic: StaffedClinic, knee: KneeVisit) -> None:
    courses = Courses(clinic.owner)
    for none in ((), (replace(goals()[0], words="  "),)):
        now = courses.set_goals(knee.course_id, none, _goals(clinic, knee)).goals
        assert now == none
        with pytest.raises(ChartTrouble, match="at least one goal"):
            Plans(clinic.owner).issue(knee.visit_id)
    assert PrintQueue(clinic.desk).queue() == ()


def _goals(clinic: StaffedClinic, knee: KneeVisit) -> tuple[Goal, ...]:
    with clinic.owner.records.work() as work:
        return work.courses.get(knee.course_id).goals


def test_a_preview_is_marked_as_a_draft_and_an_issue_is_not(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    assert plans.sheet(knee.visit_id).draft
    plan = plans.issue(knee.visit_id)
    assert (plan.number, plan.issued_by) == (1, clinic.owner.user.id)
    assert plans.issued(plan.id).pdf.startswith(b"%PDF")


def test_the_desk_prints_what_was_issued_and_sees_no_draft(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plan = Plans(clinic.owner).issue(knee.visit_id)
    (job,) = PrintQueue(clinic.desk).queue()
    assert PrintQueue(clinic.desk).paper(job.id) == plan.pdf
    for act in (
        lambda: Plans(clinic.desk).draft_of(knee.visit_id),
        lambda: Plans(clinic.desk).issue(knee.visit_id),
        lambda: Plans(clinic.desk).issued(plan.id),
        lambda: Plans(clinic.desk).handed_out(plan.id, "PDF"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_new_version_takes_the_place_of_one_that_waits(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    first, second = plans.issue(knee.visit_id), plans.issue(knee.visit_id)
    waiting = [job for job in PrintQueue(clinic.desk).queue() if job.state is PrintState.READY]
    assert [job.plan_id for job in waiting] == [second.id]
    assert (first.number, second.number) == (1, 2)
    assert plans.issued(first.id).pdf == first.pdf


def test_a_plan_handed_out_here_does_not_wait_at_the_desk(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    plan = plans.issue(knee.visit_id, to_desk=False)
    plans.handed_out(plan.id, "Printer 1")
    assert PrintQueue(clinic.desk).queue() == ()
    with clinic.owner.records.work() as work:
        last = list(work.audit.latest(2))
    assert any(event.act == "plan.printed" and "Printer 1" in event.detail for event in last)


def test_a_sent_plan_is_taken_back_until_it_is_printed(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans, queue = Plans(clinic.owner), PrintQueue(clinic.desk)
    plan = plans.issue(knee.visit_id)
    plans.withdraw(plan.id)
    assert queue.queue() == ()
    again = plans.issue(knee.visit_id)
    (job,) = queue.queue()
    queue.printed(job.id, "Printer 1")
    with pytest.raises(ChartTrouble, match="printed already"):
        plans.withdraw(again.id)


def test_the_next_draft_begins_with_the_last_plan(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    proposed = plans.draft_of(knee.visit_id)
    assert proposed.what_we_do
    assert proposed.intro == ""
    mine = replace(proposed, intro="My own words.")
    plans.write(knee.visit_id, mine, proposed)
    assert plans.draft_of(knee.visit_id) == mine
    with pytest.raises(ChangedElsewhere):
        plans.write(knee.visit_id, PlanDraft(), proposed)
    assert plans.sheet(knee.visit_id).intro == "My own words."


def test_pregnancy_is_mentioned_under_the_picture_only_where_it_is_true(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    plans = Plans(clinic.owner)
    picture = plans.sheet(knee.visit_id).picture
    assert picture is not None
    assert "pregnancy" not in picture.caption
    flag(clinic, knee, FlagKind.PREGNANCY)
    picture = plans.sheet(knee.visit_id).picture
    assert picture is not None
    assert "pregnancy" in picture.caption
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        kept = replace(visit.prescription[0], code="SP6", kept_because="Agreed with the midwife.")
        work.visits.change(replace(visit, prescription=(*visit.prescription, kept)))
    picture = plans.sheet(knee.visit_id).picture
    assert picture is not None
    assert "pregnancy" not in picture.caption


def test_a_plan_that_reads_otherwise_than_its_preview_is_not_issued(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    plans = Plans(clinic.owner)
    previewed = plans.sheet(knee.visit_id)
    draft = plans.draft_of(knee.visit_id)
    plans.write(knee.visit_id, replace(draft, intro="Written in another window."), draft)
    with pytest.raises(ChangedElsewhere):
        plans.issue(knee.visit_id, seen=previewed)
    assert PrintQueue(clinic.desk).queue() == ()
    assert plans.issue(knee.visit_id, seen=plans.sheet(knee.visit_id)).number == 1


def test_a_version_handed_out_takes_the_one_before_from_the_desk(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    plans = Plans(clinic.owner)
    plans.issue(knee.visit_id)
    plans.issue(knee.visit_id, to_desk=False)
    assert PrintQueue(clinic.desk).queue() == ()


def test_lines_about_safety_are_never_carried_from_the_last_plan() -> None:
    last = PlanDraft(intro="old", expect=("ours",), straight_away=("old",), tell_us=("old",))
    fresh = PlanDraft(intro="new", expect=("new",), straight_away=("new",), tell_us=("new",))
    after = carried(last, fresh)
    assert (after.intro, after.straight_away, after.tell_us) == ("new", ("new",), ("new",))
    assert after.expect == ("ours",)


@pytest.mark.parametrize(("place", "warned"), [("LU2 R", True), ("LI11 R", False)])
def test_a_chest_point_added_at_the_table_brings_its_warning_signs(
    clinic: StaffedClinic, knee: KneeVisit, place: str, warned: bool
) -> None:
    sessions, plans = Sessions(clinic.owner), Plans(clinic.owner)
    assert not _warns_of_the_lung(plans.draft_of(knee.visit_id))
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    spots = (*sessions.spots(knee.visit_id), Spot(place, 1, "front"))
    sessions.count_in_at(knee.visit_id, spots, 0)
    assert _warns_of_the_lung(plans.draft_of(knee.visit_id)) is warned


def test_a_draft_kept_before_needling_gets_the_warning_and_keeps_what_was_typed(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions, plans = Sessions(clinic.owner), Plans(clinic.owner)
    proposed = plans.draft_of(knee.visit_id)
    mine = replace(proposed, intro="My own words.", straight_away=(*proposed.straight_away, "My own sign"))
    plans.write(knee.visit_id, mine, proposed)
    _needle_the_chest(sessions, knee)
    warned = plans.draft_of(knee.visit_id)
    assert _warns_of_the_lung(warned)
    assert (warned.intro, warned.straight_away[-1]) == ("My own words.", "My own sign")
    assert _warns_of_the_lung_on_paper(plans, knee)
    without = replace(warned, straight_away=("My own sign",))
    with pytest.raises(ChangedElsewhere):
        plans.write(knee.visit_id, without, mine)
    plans.write(knee.visit_id, without, warned)
    assert plans.draft_of(knee.visit_id) == without


def test_after_the_turn_the_plan_still_knows_the_first_round(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions, plans = Sessions(clinic.owner), Plans(clinic.owner)
    _needle_the_chest(sessions, knee)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 8, 0)
    sessions.turn(knee.visit_id)
    assert _warns_of_the_lung(plans.draft_of(knee.visit_id))


def test_a_needle_threaded_to_a_chest_point_warns_too(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        rows = tuple(replace(row, through="LU2") if row.code == "SP10" else row for row in visit.prescription)
        work.visits.change(replace(visit, prescription=rows))
    assert _warns_of_the_lung(Plans(clinic.owner).draft_of(knee.visit_id))


def test_moxa_alone_over_the_chest_warns_of_no_needle(clinic: StaffedClinic, knee: KneeVisit) -> None:
    moxa = Needling("LU2", Side.RIGHT, 0, adjuncts=(Adjunct.MOXA,))
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        work.visits.change(replace(visit, prescription=(*visit.prescription, moxa)))
    assert not _warns_of_the_lung(Plans(clinic.owner).draft_of(knee.visit_id))


def test_the_picture_and_the_caption_show_what_was_really_needled(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions, plans = Sessions(clinic.owner), Plans(clinic.owner)
    flag(clinic, knee, FlagKind.PREGNANCY)
    before = plans.sheet(knee.visit_id).picture
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in_at(knee.visit_id, (Spot("ST36 R", 1, "leg"),), 0)
    sessions.retain(knee.visit_id, 20)
    after = plans.sheet(knee.visit_id).picture
    assert before is not None
    assert after is not None
    assert len(after.spots) == 1 < len(before.spots)


def _needle_the_chest(sessions: Sessions, knee: KneeVisit) -> None:
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in_at(knee.visit_id, (*sessions.spots(knee.visit_id), Spot("LU2 R", 1, "front")), 0)


def _warns_of_the_lung_on_paper(plans: Plans, knee: KneeVisit) -> bool:
    return any("near the lung" in line for line in plans.sheet(knee.visit_id).straight_away)


def _warns_of_the_lung(draft: PlanDraft) -> bool:
    return any("near the lung" in line for line in draft.straight_away)

"""The aftercare slip: what was really needled decides, whoever drafted what."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from acuchart.charting.session import Sessions
from acuchart.clinic.adverse import Severity
from acuchart.clinic.clock import HandClock
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.needling import Adjunct, LeftInPlan, Needling, Stays
from acuchart.clinic.points import Side
from acuchart.clinic.session import Fate, Spot
from acuchart.clinic.trouble import ChartTrouble, NotAllowed
from acuchart.clinic.visit import Reaction
from acuchart.clinic.zones import Bell, ZoneKind
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.pdf_pages import page_sizes, texts

LUNG = "You had needles near the lung"
CHEST = Spot("LU2 R", 1, "front")


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.owner)


def needle(sessions: Sessions, knee: KneeVisit, *added: Spot) -> None:
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in_at(knee.visit_id, (*sessions.spots(knee.visit_id), *added), 0)


def close(sessions: Sessions, knee: KneeVisit, needles: int = 7) -> None:
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, needles, 0)
    sessions.close(knee.visit_id)


def slip(clinic: StaffedClinic, knee: KneeVisit) -> str:
    (page,) = texts(Sessions(clinic.owner).slip(knee.visit_id).pdf)
    return page


def test_a_knee_says_what_was_done_and_nothing_of_the_lung(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    sessions.retain(knee.visit_id, 20)
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(minutes=20))
    close(sessions, knee)
    page = slip(clinic, knee)
    assert "Mara Ellison · born 2 Apr 1985" in page
    assert "7 fine needles at the lower leg, the knee and the thigh, for 20 minutes." in page
    assert "electric pulse" in page
    assert LUNG not in page


def test_a_chest_point_added_at_the_table_prints_its_warning_signs(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee, CHEST)
    close(sessions, knee, 8)
    page = slip(clinic, knee)
    assert LUNG in page
    for sign in ("breathe in", "short of breath", "cough", "emergency department", "over hours or days"):
        assert sign in page


def test_a_chest_point_prescribed_and_left_out_prints_none(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        chest = Needling("LU2", Side.RIGHT, 1, 10.0)
        work.visits.change(replace(visit, prescription=(*visit.prescription, chest)))
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in_at(knee.visit_id, (Spot("ST36 R", 1, "leg"),), 0)
    assert LUNG in slip(clinic, knee)
    close(sessions, knee, 1)
    assert LUNG not in slip(clinic, knee)


def test_the_front_of_two_rounds_is_still_known_at_the_end(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee, CHEST)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 8, 0)
    sessions.turn(knee.visit_id)
    sessions.one_more_in(knee.visit_id, 1)
    close(sessions, knee, 1)
    page = slip(clinic, knee)
    assert LUNG in page
    assert "9 fine needles" in page


def test_needles_that_may_still_be_in_make_it_a_draft(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    drafted = sessions.slip(knee.visit_id).pdf
    close(sessions, knee)
    assert _acts(clinic)[-1] != "aftercare.printed"
    final = sessions.slip(knee.visit_id).pdf
    assert drafted != final
    assert "Draft" in texts(drafted)[0]
    assert "Draft" not in texts(final)[0]
    assert _acts(clinic)[-1] == "aftercare.printed"


def test_what_stays_in_stands_with_its_day(clinic: StaffedClinic, knee: KneeVisit) -> None:
    today = clinic.clock.today()
    _seed(clinic, knee)
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 6, 0)
    sessions.settle(
        knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", "ST36", True, today + timedelta(days=4)
    )
    sessions.close(knee.visit_id)
    page = slip(clinic, knee)
    assert "1 needle at ST36: comes out on Tuesday 24 November" in page
    assert "Ear seed, left ear: comes out on Monday 23 November" in page
    assert "leave the needle alone" in page


def _seed(clinic: StaffedClinic, knee: KneeVisit) -> None:
    day = clinic.clock.today() + timedelta(days=3)
    seed = Needling("EX-HN1", Side.MIDLINE, 0, stays=LeftInPlan(Stays.EAR_SEED, "left ear", day))
    moxa = Needling("TE5", Side.RIGHT, 0, adjuncts=(Adjunct.MOXA, Adjunct.CUPPING))
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        work.visits.change(replace(visit, prescription=(*visit.prescription, seed, moxa)))


def test_marks_of_cups_and_heat_are_normal_and_blisters_are_not(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    plain = slip(clinic, knee)
    sessions.start_zone(knee.visit_id, ZoneKind.CUPS, "upper back", 10, Bell.GIVEN)
    page = slip(clinic, knee)
    assert "Cups, upper back" in page
    assert "Round red or purple marks" in page
    assert "Round red or purple marks" not in plain


def test_a_reaction_comes_back_with_its_day_and_the_next_visit(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    day = clinic.clock.today() + timedelta(days=1)
    sessions.react(knee.visit_id, Reaction.BURN, Severity.MILD, "Cooled with water.", day)
    page = slip(clinic, knee)
    assert re.search(r"On Saturday 21 November( 2026)? we ask how you are\.", page)
    assert "Your next visit is planned for" in page


def test_before_the_first_needle_there_is_none(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    with pytest.raises(ChartTrouble, match="Prepare a room"):
        sessions.slip(knee.visit_id)
    sessions.prepare(knee.visit_id, "Room 2")
    with pytest.raises(ChartTrouble, match="Nothing was done yet"):
        sessions.slip(knee.visit_id)


def test_a_session_called_off_after_it_began_says_that_no_needle_went_in(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.call_off(knee.visit_id, "Had to leave for the train.")
    page = slip(clinic, knee)
    assert "No needle went in today." in page
    assert "electric" not in page


def test_the_desk_makes_none(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needle(Sessions(clinic.owner), knee)
    with pytest.raises(NotAllowed):
        Sessions(clinic.desk).slip(knee.visit_id)


@pytest.mark.parametrize("risks", [(), (FlagKind.PREGNANCY, FlagKind.DIABETES)])
@pytest.mark.parametrize("size", [Size.A4, Size.LETTER])
def test_with_everything_it_is_one_page(
    clinic: StaffedClinic, knee: KneeVisit, size: Size, risks: tuple[FlagKind, ...]
) -> None:
    pdf = fullest(clinic, knee, size, *risks)
    assert ("Baby moves less" in texts(pdf)[0]) is bool(risks)
    assert page_sizes(pdf) == [(595, 842) if size is Size.A4 else (612, 792)]
    assert LUNG in texts(pdf)[0]


def fullest(clinic: StaffedClinic, knee: KneeVisit, size: Size, *risks: FlagKind) -> bytes:
    """A chest point, cups, heat, a needle and a seed left in."""
    today, sessions = clinic.clock.today(), Sessions(clinic.owner)
    _seed(clinic, knee)
    with clinic.owner.records.work() as work:
        work.clinic.put(replace(work.clinic.get(), paper=size))
        for kind in risks:
            due = today + timedelta(weeks=12) if kind is FlagKind.PREGNANCY else None
            work.flags.put(knee.patient_id, Flag(kind, FlagState.YES, "", due, today, clinic.owner.user.id))
    needle(sessions, knee, CHEST)
    for hot, place in ((ZoneKind.CUPS, "upper back"), (ZoneKind.LAMP, "right knee")):
        session = sessions.start_zone(knee.visit_id, hot, place, 10, Bell.GIVEN)
        sessions.take_off_zone(knee.visit_id, session.zones[-1].id)
    sessions.react(knee.visit_id, Reaction.BURN, Severity.MILD, "Cooled with water.", today + timedelta(1))
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 7, 0)
    sessions.settle(
        knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", "ST36", True, today + timedelta(days=4)
    )
    sessions.close(knee.visit_id)
    return sessions.slip(knee.visit_id).pdf


def _acts(clinic: StaffedClinic) -> list[str]:
    with clinic.owner.records.work() as work:
        return [event.act for event in reversed(list(work.audit.latest(5)))]


def seeds_alone(clinic: StaffedClinic, knee: KneeVisit) -> None:
    """Only ear seeds are prescribed, to be taken off in three days."""
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        stays = LeftInPlan(Stays.EAR_SEED, "Shen men, left ear", clinic.clock.today() + timedelta(days=3))
        work.visits.change(replace(visit, prescription=(Needling("ST36", Side.LEFT, 0, None, stays=stays),)))


def test_a_visit_with_ear_seeds_alone_has_its_slip_and_comes_back_on_the_board(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    seeds_alone(clinic, knee)
    with pytest.raises(ChartTrouble, match="Prepare a room"):
        sessions.slip(knee.visit_id)
    assert not sessions.bedside(knee.visit_id).slip
    closed = sessions.without_needles(knee.visit_id)
    assert sessions.without_needles(knee.visit_id) == closed
    assert sessions.bedside(knee.visit_id).slip
    page = slip(clinic, knee)
    assert "No needle went in today." in page
    assert "Ear seed, Shen men, left ear: comes out on" in page
    (left,) = sessions.left_in()
    assert left.day == clinic.clock.today() + timedelta(days=3)
    assert sessions.rooms() == ()


def test_where_needles_are_prescribed_they_are_counted(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    with pytest.raises(ChartTrouble, match="Needles are prescribed"):
        sessions.without_needles(knee.visit_id)
    with clinic.owner.records.work() as work:
        assert work.sessions.of_visit(knee.visit_id) is None
    seeds_alone(clinic, knee)
    sessions.without_needles(knee.visit_id)
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        one = Needling("SP9", Side.RIGHT, 1)
        work.visits.change(replace(visit, prescription=(*visit.prescription, one)))
    assert sessions.bedside(knee.visit_id).session is None
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    with pytest.raises(ChartTrouble, match="Needles are prescribed"):
        sessions.without_needles(knee.visit_id)


def test_needles_that_are_in_are_never_finished_without_a_count(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    needle(sessions, knee)
    seeds_alone(clinic, knee)
    with pytest.raises(ChartTrouble, match="Needles were counted in"):
        sessions.without_needles(knee.visit_id)

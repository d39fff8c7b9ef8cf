"""Writing points, rules and saved prescriptions: what is refused, what is kept, what is left in the trail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from acuchart.charting.findings import Findings
from acuchart.charting.points import Points, Rows
from acuchart.charting.prescriptions import Prescriptions
from acuchart.charting.rules import Rules
from acuchart.charting.session import Sessions
from acuchart.charting.visits import Visits
from acuchart.clinic.cautions import CautionRule, Level
from acuchart.clinic.events import CautionRulesChanged, Event
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.needling import Current, DeQi, LeftInPlan, Needling, Stays, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble, NotAllowed
from acuchart.clinic.visit import Examination, Visit
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import NEEDLES, ROWS, KneeVisit, knee_visit

R, B = Side.RIGHT, Side.BOTH
OWN = CautionRule("ST36", "own", "", "Old scar", "danger", None, (), "clinic meeting, May 2026")


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.practitioner)


def write(clinic: StaffedClinic, knee: KneeVisit, rows: Rows) -> Visit:
    with clinic.practitioner.records.work() as work:
        seen = work.visits.get(knee.visit_id).prescription
    return Points(clinic.practitioner).prescribe(knee.visit_id, rows, seen).visit


@pytest.mark.parametrize(
    "row",
    [
        Needling("ST36", R, 0),
        Needling("ST36", R, -1),
        Needling("ST36", R, 1, through="ST36"),
        Needling("ST36", R, 1, through="ZZ9"),
        Needling("ST36", R, 1, levels=("L3",)),
        Needling("ST36", R, 1, round=0),
        Needling("ST36", R, 1, obtained=DeQi.STRONG),
        Needling("EX-B2", B, 2, levels=("L9",)),
    ],
)
def test_a_row_that_cannot_be_kept(clinic: StaffedClinic, knee: KneeVisit, row: Needling) -> None:
    with pytest.raises(ChartTrouble):
        write(clinic, knee, (row,))
    with clinic.practitioner.records.work() as work:
        assert work.visits.get(knee.visit_id).prescription == ROWS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Needling("ST36", R, 1), Needling("ST36", R, 1, 20.0)),
        (Needling("ST36", B, 2), Needling("ST36", R, 1)),
        (Needling("EX-B2", R, 1), Needling("EX-B2", B, 2, levels=("L3",))),
    ],
)
def test_a_point_stands_once_on_each_side(
    clinic: StaffedClinic, knee: KneeVisit, first: Needling, second: Needling
) -> None:
    for rows in ((first, second), (second, first)):
        with pytest.raises(ChartTrouble, match="twice"):
            write(clinic, knee, rows)
    both = (replace(first, side=Side.LEFT, needles=1), Needling(first.code, R, 1, 20.0))
    assert write(clinic, knee, both).prescription == both


def test_levels_are_kept_and_may_stand_in_two_rows(clinic: StaffedClinic, knee: KneeVisit) -> None:
    rows = (Needling("EX-B2", B, 4, levels=("L3", "L4")), Needling("EX-B2", B, 2, levels=("T5",)))
    assert write(clinic, knee, rows).prescription == rows
    with pytest.raises(ChartTrouble, match="twice"):
        write(clinic, knee, (rows[0], replace(rows[1], levels=("L4",))))


def test_the_limit_of_a_level_is_told_for_that_level(clinic: StaffedClinic, knee: KneeVisit) -> None:
    def dangers(levels: tuple[str, ...]) -> set[str | None]:
        write(clinic, knee, (Needling("EX-B2", B, 2, 18.0, levels=levels),))
        chart = Visits(clinic.practitioner).open(knee.visit_id)
        return {c.point for c in chart.cautions if c.level is Level.DANGER}

    assert dangers(("L3",)) == set()
    assert dangers(("T5",)) == {"EX-B2"}


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (Needling("ST36", R, 1, stimulation=Stimulation.ELECTRICAL, current=Current(1)), "pair"),
        (Needling("ST36", R, 1, copied_from="visit 2", confirmed=False), "copied"),
        (Needling("ST36", R, 1, stays=LeftInPlan(Stays.PRESS_NEEDLE, "leg", date(2020, 1, 1))), "past"),
    ],
)
def test_what_stands_in_the_way_of_needling(
    clinic: StaffedClinic, knee: KneeVisit, row: Needling, word: str
) -> None:
    write(clinic, knee, (row,))
    with pytest.raises(ChartTrouble, match=word):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")


def needled(clinic: StaffedClinic, knee: KneeVisit) -> Sessions:
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, NEEDLES, 0)
    return sessions


def test_the_response_is_written_once_the_needle_is_in_and_still_after_it_is_out(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    with pytest.raises(ChartTrouble, match="once the needles are in"):
        write(clinic, knee, tuple(replace(row, obtained=DeQi.CLEAR) for row in ROWS))
    sessions = needled(clinic, knee)
    felt = tuple(replace(row, obtained=DeQi.CLEAR) for row in ROWS)
    assert write(clinic, knee, felt).prescription == felt
    with pytest.raises(ChartTrouble, match="none, mild"):
        write(clinic, knee, tuple(replace(row, obtained=DeQi.SOUGHT) for row in ROWS))
    sessions.retain(knee.visit_id, 20)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, NEEDLES, 0)
    sessions.close(knee.visit_id)
    later = (replace(felt[0], obtained=DeQi.STRONG), *felt[1:])
    assert write(clinic, knee, later).prescription == later
    with pytest.raises(ChartTrouble, match="closed"):
        write(clinic, knee, (replace(later[0], depth_mm=10.0), *later[1:]))


def test_a_danger_told_of_when_the_needles_are_out_can_still_be_answered(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    """Otherwise nobody could ever sign: the point was needled, and the reason belongs into the note."""
    sessions = needled(clinic, knee)
    sessions.retain(knee.visit_id, 20)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, NEEDLES, 0)
    sessions.close(knee.visit_id)
    Rules(clinic.owner).add(OWN)
    first, *others = ROWS
    kept = replace(first, kept_because="The scar was seen only afterwards")
    assert write(clinic, knee, (kept, *others)).prescription[0].kept_for == (OWN.statement,)
    with pytest.raises(ChartTrouble, match="closed"):
        write(clinic, knee, (replace(kept, side=R, needles=1), *others))


def test_a_finding_of_today_speaks_at_once(clinic: StaffedClinic, knee: KneeVisit) -> None:
    write(clinic, knee, (Needling("ST36", B, 2, stimulation=Stimulation.WARM_NEEDLE),))

    def numb() -> bool:
        cautions = Visits(clinic.practitioner).open(knee.visit_id).cautions
        return any("sensation" in c.reason and c.point == "ST36" for c in cautions)

    assert not numb()
    with clinic.practitioner.records.work() as work:
        seen = work.visits.get(knee.visit_id).examination
    felt = Examination((*seen.observations, Observation("numbness", FindingState.PRESENT)), seen.words)
    Findings(clinic.practitioner).record(knee.visit_id, felt, seen)
    assert numb()


def dangers(clinic: StaffedClinic, knee: KneeVisit) -> set[str | None]:
    cautions = Visits(clinic.practitioner).open(knee.visit_id).cautions
    return {caution.point for caution in cautions if caution.level is Level.DANGER}


def test_a_rule_of_the_owner_holds_at_once_and_is_given_back(clinic: StaffedClinic, knee: KneeVisit) -> None:
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    rules = Rules(clinic.owner)
    assert dangers(clinic, knee) == set()
    added = rules.add(OWN)
    assert any(isinstance(event, CautionRulesChanged) for event in heard)
    assert dangers(clinic, knee) == {"ST36"}
    with pytest.raises(ChartTrouble, match="ST36"):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")
    rules.change_own(added, replace(OWN, level="note"), active=True)
    assert dangers(clinic, knee) == set()
    rules.give_back(added.id)
    assert rules.changes() == ()


def test_a_delivered_rule_keeps_its_point_and_kind(clinic: StaffedClinic) -> None:
    rules = Rules(clinic.owner)
    delivered = next(r for r in clinic.owner.knowledge.cautions if r.key == "LI4 pregnancy")
    changed = rules.change(delivered.key, replace(delivered, code="ST36", kind="own", level="caution"), True)
    assert (changed.rule.code, changed.rule.kind, changed.rule.level) == ("LI4", "pregnancy", "caution")
    again = rules.change(delivered.key, replace(delivered, statement="Reserve for labour"), active=False)
    assert again.id == changed.id
    assert [(c.rule.statement, c.active) for c in rules.changes()] == [("Reserve for labour", False)]


@pytest.mark.parametrize("rule", [replace(OWN, source=" "), replace(OWN, statement=" ")])
def test_a_rule_without_source_or_words_is_refused(clinic: StaffedClinic, rule: CautionRule) -> None:
    with pytest.raises(ChartTrouble):
        Rules(clinic.owner).add(rule)
    assert Rules(clinic.owner).changes() == ()


def test_a_rule_of_pregnancy_keeps_its_weeks(clinic: StaffedClinic) -> None:
    delivered = next(r for r in clinic.owner.knowledge.cautions if r.key == "LI4 pregnancy")
    with pytest.raises(ChartTrouble, match="weeks"):
        Rules(clinic.owner).change(delivered.key, replace(delivered, weeks=None), active=True)
    with pytest.raises(ChartTrouble):
        Rules(clinic.owner).change("XX1 nothing", delivered, active=True)


def test_two_owners_do_not_overwrite_one_another(clinic: StaffedClinic) -> None:
    rules = Rules(clinic.owner)
    added = rules.add(OWN)
    rules.change_own(added, replace(OWN, level="note"), active=True)
    with pytest.raises(ChangedElsewhere):
        rules.change_own(added, replace(OWN, level="caution"), active=True)


def test_a_practitioner_reads_the_rules_and_changes_none(clinic: StaffedClinic) -> None:
    rules = Rules(clinic.practitioner)
    assert rules.changes() == ()
    with pytest.raises(NotAllowed):
        rules.add(OWN)


def test_every_change_of_a_rule_is_in_the_trail(clinic: StaffedClinic) -> None:
    rules = Rules(clinic.owner)
    added = rules.add(OWN)
    rules.give_back(added.id)
    with clinic.owner.records.work() as work:
        acts = [(event.act, event.detail) for event in work.audit.latest(3)]
    assert ("rule.added", "ST36 danger") in acts
    assert ("rule.given_back", "ST36") in acts


def test_mine_are_mine_and_the_clinics_are_everybodys(clinic: StaffedClinic) -> None:
    mine, theirs = Prescriptions(clinic.practitioner), Prescriptions(clinic.owner)
    mine.save("Knee, cold", False, ROWS)
    shared = mine.save("Shoulder", True, ROWS)
    assert [saved.name for saved in mine.all()] == ["Knee, cold", "Shoulder"]
    assert [saved.name for saved in theirs.all()] == ["Shoulder"]
    with pytest.raises(ChartTrouble, match="Only who saved"):
        theirs.remove(shared.id)
    mine.remove(shared.id)
    assert [saved.name for saved in theirs.all()] == []


@pytest.mark.parametrize(("name", "rows"), [("Knee", ()), (" ", ROWS), ("taken", ROWS)])
def test_what_is_not_saved(clinic: StaffedClinic, name: str, rows: Rows) -> None:
    saved = Prescriptions(clinic.practitioner)
    saved.save("Taken", False, ROWS)
    with pytest.raises(ChartTrouble):
        saved.save(name, False, rows)
    assert len(saved.all()) == 1


def test_a_day_of_removal_of_today_is_no_obstacle(clinic: StaffedClinic, knee: KneeVisit) -> None:
    today = clinic.clock.today()
    seed = Needling("EX-HN5", R, 0, stays=LeftInPlan(Stays.EAR_SEED, "temple", today + timedelta(days=3)))
    write(clinic, knee, (*ROWS, seed))
    session = Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")
    assert session.expected == NEEDLES

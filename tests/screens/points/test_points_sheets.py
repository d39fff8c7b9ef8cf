"""The sheets of a row: what cannot be set says why and changes nothing, what can is kept."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acuchart.charting.flags import RiskFlags
from acuchart.charting.session import Sessions
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.needling import (
    Adjunct,
    Current,
    DeQi,
    LeftInPlan,
    NeedleUsed,
    Needling,
    Position,
    Stays,
    Stimulation,
    Technique,
    Waveform,
)
from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.points import Side
from acuchart.commands import cli
from acuchart.screens.points.details_sheet import DetailsSheet
from acuchart.screens.points.method_sheet import MethodSheet
from acuchart.screens.points.stimulation_sheet import StimulationSheet
from acuchart.screens.points.wishes import Method, Turn
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.points_hand import SHIFT, enter, row, text
from tests.helpers.visit_screens import PointsDesk


def kept(desk: PointsDesk, code: str) -> Needling:
    return next(row for row in desk.kept().prescription if row.code == code)


def stimulation(desk: PointsDesk, code: str) -> StimulationSheet:
    row(desk, code).ask_stimulation()
    return next(s for s in row(desk, code).findChildren(StimulationSheet) if s.isVisible())


def details(desk: PointsDesk, code: str) -> DetailsSheet:
    row(desk, code).ask_details()
    return next(s for s in row(desk, code).findChildren(DetailsSheet) if s.isVisible())


def test_current_needs_a_second_point(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r")
    sheet = stimulation(desk, "ST36")
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.set.click()
    assert sheet.isVisible()
    assert kept(desk, "ST36").stimulation is Stimulation.MANUAL
    sheet.hide()


@pytest.mark.parametrize("frequency", ["fast", "2//100", "-3", "2/100/200"])
def test_a_frequency_that_cannot_be_read(desk: PointsDesk, qtbot: QtBot, frequency: str) -> None:
    enter(desk, qtbot, "st36 r, gb34 r")
    sheet = stimulation(desk, "ST36")
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.other.set_text(frequency)
    sheet.set.click()
    assert sheet.isVisible()
    assert kept(desk, "ST36").current is None
    sheet.hide()


def test_a_pair_has_frequency_waveform_and_intensity_and_is_undone_as_a_whole(
    desk: PointsDesk, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "st36 r, sp9 r, gb34 r")
    sheet = stimulation(desk, "ST36")
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.partner.chip(row(desk, "GB34").line.key).click()
    sheet.other.set_text("4 Hz")
    sheet.waveform.chip(Waveform.INTERMITTENT).click()
    sheet.intensity.set_text("1.5 mA")
    sheet.adjuncts.chip(Adjunct.MOXA).click()
    sheet.set.click()
    current = Current(1, "4", Waveform.INTERMITTENT, "1.5 mA")
    assert (kept(desk, "ST36").current, kept(desk, "GB34").current) == (current, current)
    assert kept(desk, "ST36").adjuncts == (Adjunct.MOXA,)
    assert (kept(desk, "SP9").stimulation, kept(desk, "GB34").adjuncts) == (Stimulation.MANUAL, ())
    sheet = stimulation(desk, "GB34")
    sheet.how.chip(Stimulation.MANUAL).click()
    sheet.set.click()
    assert [r.stimulation for r in desk.kept().prescription] == [Stimulation.MANUAL] * 3
    desk.page.undone.emit()
    assert kept(desk, "ST36").current == current


def test_current_runs_from_the_left_to_the_right_of_one_point(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = stimulation(desk, "ST36")
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.set.click()
    assert kept(desk, "ST36").current == Current(1, "2/100", Waveform.DENSE_DISPERSE, across=True)
    assert row(desk, "ST36").line.stimulation == "EA L–R 2/100 Hz"
    assert not row(desk, "ST36").line.wrong
    assert stimulation(desk, "ST36").partner.value == row(desk, "ST36").line.key
    desk.page.side_chosen.emit(row(desk, "ST36").line.key, Side.LEFT)
    assert "needle on each side" in row(desk, "ST36").line.wrong
    assert desk.page.summary.start.missing


def test_one_side_is_offered_no_current_with_itself(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r, gb34 b")
    assert row(desk, "ST36").line.partners == ((row(desk, "GB34").line.key, "GB34"),)
    assert [words for _key, words in row(desk, "GB34").line.partners] == ["ST36", "GB34, left to right"]


def test_current_across_the_arms_is_a_danger_as_on_the_command_line(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "pc6 b")
    sheet = stimulation(desk, "PC6")
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.set.click()
    on_screen = {told.reason for told in row(desk, "PC6").line.dangers}
    given = {"prescription": "pc6 b", "electrical": [["pc6 l", "pc6 r"]]}
    result = CliRunner().invoke(cli, ["check", "-", "--json"], input=json.dumps(given))
    dangers = {c["reason"] for c in json.loads(result.stdout) if c["level"] == "danger"}
    assert on_screen == dangers != set()


def test_moving_a_row_keeps_the_pair_and_losing_an_end_says_so(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r, gb34 r, sp9 r, sp6 r")
    for one, other in (("ST36", "SP9"), ("GB34", "SP6")):
        sheet = stimulation(desk, one)
        sheet.how.chip(Stimulation.ELECTRICAL).click()
        sheet.partner.chip(row(desk, other).line.key).click()
        sheet.set.click()
    desk.page.moved.emit(row(desk, "SP6").line.key, 0)
    assert kept(desk, "SP6").current == kept(desk, "GB34").current != kept(desk, "ST36").current
    desk.page.removed.emit(row(desk, "SP9").line.key)
    assert "One end of a pair is missing" in row(desk, "ST36").line.wrong
    assert desk.page.summary.start.missing.startswith("ST36: One end")


def test_with_a_pacemaker_the_sheet_offers_no_current(
    desk: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    enter(desk, qtbot, "st36 r, gb34 r")
    RiskFlags(clinic.practitioner).ask(
        knee.patient_id, Flag(FlagKind.PACEMAKER, FlagState.YES), Flag(FlagKind.PACEMAKER)
    )
    sheet = stimulation(desk, "ST36")
    assert "No EA: pacemaker" in text(desk)
    with pytest.raises(StopIteration):
        sheet.how.chip(Stimulation.ELECTRICAL)
    sheet.hide()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("needles", "many"),
        ("needles", ""),
        ("needles", "61"),
        ("through", "zz9"),
        ("through", "st36"),
        ("gauge", "thin"),
        ("length", "4 cm"),
    ],
)
def test_a_detail_that_cannot_be_read_stays_with_its_sentence(
    desk: PointsDesk, qtbot: QtBot, field: str, typed: str
) -> None:
    enter(desk, qtbot, "st36 b 25mm")
    before = desk.kept().prescription
    sheet = details(desk, "ST36")
    getattr(sheet, field).set_text(typed)
    sheet.set.click()
    assert sheet.isVisible()
    assert getattr(sheet, field).text == typed
    assert desk.kept().prescription == before
    sheet.hide()


def test_a_point_where_nothing_is_left_to_do_is_not_kept(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = details(desk, "ST36")
    sheet.needles.set_text("0")
    sheet.set.click()
    assert sheet.isVisible()
    assert kept(desk, "ST36").needles == 2
    sheet.hide()
    warmed = stimulation(desk, "ST36")
    warmed.adjuncts.chip(Adjunct.MOXA).click()
    warmed.set.click()
    sheet = details(desk, "ST36")
    sheet.needles.set_text("0")
    sheet.set.click()
    assert (kept(desk, "ST36").needles, kept(desk, "ST36").adjuncts) == (0, (Adjunct.MOXA,))
    warmed = stimulation(desk, "ST36")
    warmed.adjuncts.chip(Adjunct.MOXA).click()
    warmed.set.click()
    assert warmed.isVisible()
    assert kept(desk, "ST36").adjuncts == (Adjunct.MOXA,)
    warmed.hide()


def test_needle_direction_and_the_joined_point(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "li11 r")
    sheet = details(desk, "LI11")
    sheet.needles.set_text("2")
    sheet.through.set_text("hegu")
    sheet.usual.chip("downward").click()
    sheet.gauge.set_text("0,30")
    sheet.length.set_text("75 mm")
    sheet.lot.set_text(" A12 ")
    sheet.set.click()
    li11 = kept(desk, "LI11")
    assert (li11.needles, li11.through, li11.direction) == (2, "LI4", "downward")
    assert li11.needle == NeedleUsed(0.3, 75.0, "A12")
    assert row(desk, "LI11").line.details == ("LI11 to LI4", "downward", "0.3 × 75 mm, lot A12")


def test_an_ear_seed_is_no_needle_and_a_day_that_is_past_says_so(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b, ex-hn5 r")
    day = desk.sitting.clock.today()
    sheet = details(desk, "EX-HN5")
    sheet.stays.chip(Stays.EAR_SEED).click()
    sheet.place.set_text("Shenmen")
    sheet.remove_on.show_day(day - timedelta(days=1))
    sheet.set.click()
    assert kept(desk, "EX-HN5").needles == 0
    assert "2 points · 2 needles" in text(desk)
    assert "past" in row(desk, "EX-HN5").line.wrong
    assert "past" in desk.page.summary.start.missing
    sheet = details(desk, "EX-HN5")
    sheet.remove_on.show_day(day + timedelta(days=3))
    sheet.set.click()
    assert kept(desk, "EX-HN5").stays == LeftInPlan(Stays.EAR_SEED, "Shenmen", day + timedelta(days=3))
    assert desk.page.summary.start.missing == ""


def test_levels_are_changed_and_the_needles_follow(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "ex-b2 l3-l5 b")
    sheet = details(desk, "EX-B2")
    assert sheet.levels.text == "L3 L4 L5"
    for wrong in ("s1", "l5-l3", "left"):
        sheet.levels.set_text(wrong)
        sheet.set.click()
        assert sheet.isVisible()
        assert kept(desk, "EX-B2").levels == ("L3", "L4", "L5")
    sheet.levels.set_text("t5, l4-l5")
    sheet.set.click()
    assert (kept(desk, "EX-B2").levels, kept(desk, "EX-B2").needles) == (("T5", "L4", "L5"), 6)
    sheet = details(desk, "EX-B2")
    sheet.levels.set_text("l4")
    sheet.set.click()
    assert kept(desk, "EX-B2").needles == 2


def test_a_named_technique_and_back(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    row(desk, "ST36").technique.chosen.emit(Method("Twirling"))
    assert (kept(desk, "ST36").technique, kept(desk, "ST36").method) == (Technique.OTHER, "Twirling")
    assert "Twirling" in row(desk, "ST36").line.technique
    row(desk, "ST36").technique.chosen.emit("another")
    sheet = next(s for s in row(desk, "ST36").findChildren(MethodSheet) if s.isVisible())
    assert sheet.field.text == "Twirling"
    sheet.field.set_text("a" * 41)
    sheet.set.click()
    assert sheet.isVisible()
    assert kept(desk, "ST36").method == "Twirling"
    sheet.field.set_text('  Green dragon,  "wagging" ')
    sheet.set.click()
    assert not sheet.isVisible()
    assert kept(desk, "ST36").method == "Green dragon, 'wagging'"
    assert "Green dragon, 'wagging'" in needling_words(kept(desk, "ST36"))
    row(desk, "ST36").technique.chosen.emit(Technique.REDUCE)
    assert (kept(desk, "ST36").technique, kept(desk, "ST36").method) == (Technique.REDUCE, "")


def test_single_keys_set_the_technique(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    st36 = row(desk, "ST36")
    st36.setFocus()
    for key, technique in (
        (Qt.Key.Key_Plus, Technique.REINFORCE),
        (Qt.Key.Key_Minus, Technique.REDUCE),
        (Qt.Key.Key_Equal, Technique.EVEN),
    ):
        modifier = SHIFT if key == Qt.Key.Key_Plus else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(st36, key, modifier)
        assert kept(desk, "ST36").technique is technique


def test_two_rounds_with_a_turn_in_between(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "bl23 b, st25 b, st36 r, cv12")
    assert "by round" not in text(desk)
    desk.page.sorted.emit()
    rows = desk.kept().prescription
    assert [(r.code, r.round, r.position) for r in rows] == [
        ("ST25", 1, Position.FACE_UP),
        ("ST36", 1, Position.FACE_UP),
        ("CV12", 1, Position.FACE_UP),
        ("BL23", 2, Position.FACE_DOWN),
    ]
    assert "by round 4 + 2" in text(desk)
    assert row(desk, "ST25").line.heading == "Round 1 · Face up · 4 needles"
    assert row(desk, "BL23").line.heading == "Round 2 · Face down · 2 needles"
    desk.page.handled.emit(row(desk, "ST36").line.key, Turn(2, Position.FACE_DOWN))
    assert [(r.code, r.round) for r in desk.kept().prescription][-2:] == [("ST36", 2), ("BL23", 2)]
    desk.page.moved.emit(row(desk, "BL23").line.key, 0)
    assert (kept(desk, "BL23").round, kept(desk, "BL23").position) == (1, Position.FACE_UP)


def test_points_of_one_side_of_the_body_need_no_turn(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "bl23 b, gb30 r, gv4")
    desk.page.sorted.emit()
    assert {(r.round, r.position) for r in desk.kept().prescription} == {(1, Position.FACE_DOWN)}


def test_the_response_is_offered_once_the_needles_are_in(
    desk: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    enter(desk, qtbot, "st36 r")
    assert not row(desk, "ST36").line.may_answer
    desk.page.handled.emit(row(desk, "ST36").line.key, DeQi.NOT_SOUGHT)
    assert kept(desk, "ST36").de_qi is DeQi.NOT_SOUGHT
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(desk.visit_id, "Room 1")
    sessions.begin(desk.visit_id)
    sessions.count_in(desk.visit_id, 1, 0)
    desk.presenter.open(desk.visit_id)
    assert row(desk, "ST36").line.may_answer
    desk.page.handled.emit(row(desk, "ST36").line.key, DeQi.CLEAR)
    assert (kept(desk, "ST36").de_qi, kept(desk, "ST36").obtained) == (DeQi.NOT_SOUGHT, DeQi.CLEAR)
    sessions.retain(desk.visit_id, 20)
    sessions.remove(desk.visit_id)
    sessions.count_out(desk.visit_id, 1, 0)
    sessions.close(desk.visit_id)
    desk.presenter.open(desk.visit_id)
    assert row(desk, "ST36").de_qi.isEnabled()
    assert not row(desk, "ST36").depth_cell.isEnabled()
    desk.page.handled.emit(row(desk, "ST36").line.key, DeQi.STRONG)
    assert kept(desk, "ST36").obtained is DeQi.STRONG
    desk.page.side_chosen.emit(row(desk, "ST36").line.key, row(desk, "ST36").line.side)
    desk.page.removed.emit(row(desk, "ST36").line.key)
    assert len(desk.kept().prescription) == 1


def test_levels_and_joined_points_are_typed(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "ex-b2 l3-l5 b, li11-li4 threading r")
    assert kept(desk, "EX-B2").levels == ("L3", "L4", "L5")
    assert kept(desk, "EX-B2").needles == 6
    assert kept(desk, "LI11").through == "LI4"
    enter(desk, qtbot, "li4-xx threading")
    assert desk.page.entry.field.text() == "li4-xx threading"
    assert "li4-li11 threading" in desk.page.entry.field.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_N])
def test_single_keys_open_the_sheets(desk: PointsDesk, qtbot: QtBot, key: Qt.Key) -> None:
    enter(desk, qtbot, "st36 b")
    st36 = row(desk, "ST36")
    st36.setFocus()
    qtbot.keyClick(st36, key)
    kind = StimulationSheet if key == Qt.Key.Key_E else DetailsSheet
    (sheet,) = [found for found in st36.findChildren(kind) if found.isVisible()]
    sheet.hide()

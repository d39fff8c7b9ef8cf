"""Choosing points on the real screen and real records: what is refused and what waits comes first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.points import Points
from acuchart.clinic.course import Complaint
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.needling import Needling, Stimulation, Technique, needles_expected
from acuchart.clinic.people import Name
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, read_line
from acuchart.clinic.visit import RedFlagAnswer
from acuchart.screens.parts.body_marks import MarkKind
from acuchart.screens.points.cell import DepthSheet
from acuchart.screens.points.stimulation_sheet import StimulationSheet
from acuchart.screens.shell.navigation import Step
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.points_hand import SHIFT, button, chosen, enter, pregnant, row, text
from tests.helpers.shown_words import shown_words
from tests.helpers.visit_screens import PointsDesk

BOTH, LEFT, RIGHT = Side.BOTH, Side.LEFT, Side.RIGHT


@pytest.mark.parametrize("line", ["st99", "zzz", "e36", "st36 l r", "st36 20", "b40 b12 l3", "gv20 l"])
def test_what_cannot_be_read_stays_with_its_reason(desk: PointsDesk, qtbot: QtBot, line: str) -> None:
    enter(desk, qtbot, line)
    assert desk.page.entry.field.text() == line
    assert desk.page.entry.field.accessibleDescription()
    assert chosen(desk) == []


def test_near_matches_are_offered_and_one_tap_takes_them(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r, zusanly")
    assert chosen(desk) == [("ST36", RIGHT, 1)]
    assert desk.page.entry.field.text() == "zusanly"
    enter(desk, qtbot, "sp99")
    offered = desk.page.findChildren(QPushButton)
    near = [b for b in offered if b.objectName().startswith("points.near.") and b.isVisibleTo(desk.page)]
    assert near
    code = near[0].text()
    near[0].click()
    assert code in [found for found, _side, _n in chosen(desk)]
    assert desk.page.entry.field.text() == ""


def test_a_line_in_any_spelling(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b, LI-4 r, zu lin qi l, 三阴交, bl40 20mm, ex-hn1")
    assert chosen(desk)[:2] == [("ST36", BOTH, 2), ("LI4", RIGHT, 1)]
    assert ("SP6", BOTH, 2) in chosen(desk)
    assert ("EX-HN1", Side.MIDLINE, 4) in chosen(desk)
    assert "needles" in text(desk)


def test_all_points_can_be_typed(desk: PointsDesk, qtbot: QtBot) -> None:
    codes = sorted(desk.knowledge.points)
    assert len(codes) == 416
    read = read_line(", ".join(codes), desk.knowledge.points)
    assert [entry.code for entry in read if isinstance(entry, Entry)] == codes
    enter(desk, qtbot, ", ".join(codes[::26]))
    assert [code for code, _side, _n in chosen(desk)] == codes[::26]


def test_every_point_is_on_a_view_and_can_be_tapped(desk: PointsDesk) -> None:
    body = desk.knowledge.body
    assert {code for code in desk.knowledge.points if body.views_of(code)} == set(desk.knowledge.points)
    names = set(desk.page.chart.others.names)
    assert names | {"front", "back", "lateral", "ear"} == set(body.views)
    for side in (RIGHT, LEFT):
        desk.page.chart.close_up.point_clicked.emit("ST36", side)
    assert chosen(desk) == [("ST36", BOTH, 2)]
    desk.page.chart.close_up.point_clicked.emit("ST36", LEFT)
    assert chosen(desk) == [("ST36", BOTH, 2)]


def test_a_search_hit_is_added_with_enter(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "zusan")
    assert chosen(desk) == [("ST36", BOTH, 2)]
    enter(desk, qtbot, "gb34 r, sanyinj")
    assert chosen(desk)[1:] == [("GB34", RIGHT, 1), ("SP6", BOTH, 2)]


def test_the_arrow_keys_choose_among_hits(desk: PointsDesk, qtbot: QtBot) -> None:
    field = desk.page.entry.field
    desk.page.entry.begin()
    qtbot.keyClicks(field, "sanli")
    hits = desk.page.entry.hits
    assert {"ST36", "LI10"} <= set(hits)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    wanted = desk.page.entry.chosen_hit
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [code for code, _side, _n in chosen(desk)] == [wanted]
    qtbot.keyClicks(field, "sanli")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.page.entry.hits == ()
    assert field.text() == "sanli"


def test_shift_enter_adds_the_painful_side(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    with clinic.practitioner.records.work() as work:
        seen = Complaint.of(work.courses.get(knee.course_id))
    Courses(clinic.practitioner).describe(knee.course_id, Complaint("Knee", ("knee-front-right",)), seen)
    desk.presenter.open(knee.visit_id)
    enter(desk, qtbot, "st36, sp9 l, gv20", shift=True)
    assert chosen(desk) == [("ST36", RIGHT, 1), ("SP9", LEFT, 1), ("GV20", Side.MIDLINE, 1)]


def test_after_one_reason_comes_the_next_danger_and_then_the_row(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "st36, li4 r, sp6 r")
    for code, then in (("LI4", row(desk, "SP6").danger.reason), ("SP6", row(desk, "SP6"))):
        field = row(desk, code).danger.reason
        assert field.hasFocus()
        qtbot.keyClicks(field, "Agreed with the midwife")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert then.hasFocus()


def test_a_danger_waits_for_a_reason(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "st36 b, li4 b")
    li4 = row(desk, "LI4")
    start = desk.page.summary.start
    assert li4.danger.isVisibleTo(desk.page)
    assert li4.danger.reason.hasFocus()
    assert start.missing == "Settle LI4 first."
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert desk.go.went == []
    assert li4.danger.reason.hasFocus()
    for short in ("", "too short"):
        li4.danger.reason.setText(short)
        qtbot.keyClick(li4.danger.reason, Qt.Key.Key_Return)
        assert li4.danger.reason.text() == short
        assert [r.kept_because for r in desk.kept().prescription] == ["", ""]
    li4.danger.reason.clear()
    qtbot.keyClicks(li4.danger.reason, "Labour has begun, midwife agrees")
    qtbot.mouseClick(li4.danger.keep, Qt.MouseButton.LeftButton)
    assert desk.kept().prescription[1].kept_because == "Labour has begun, midwife agrees"
    assert start.missing == ""
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert desk.go.went == [("visit", desk.visit_id, Step.NEEDLING)]


def test_remove_point_settles_it_too_and_can_be_undone(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "st36 b, li4 b")
    button(desk, f"points.remove_danger.{row(desk, 'LI4').line.key}").click()
    assert chosen(desk) == [("ST36", BOTH, 2)]
    assert desk.page.summary.start.missing == ""
    undo = desk.go.undos[-1]
    assert undo is not None
    undo()
    assert [code for code, _side, _n in chosen(desk)] == ["ST36", "LI4"]
    assert desk.page.summary.start.missing == "Settle LI4 first."


def test_a_flag_changed_elsewhere_rechecks_at_once(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    enter(desk, qtbot, "li4 b")
    assert not row(desk, "LI4").line.open
    pregnant(clinic, knee)
    assert row(desk, "LI4").line.open
    assert desk.page.summary.start.missing == "Settle LI4 first."
    seen = {mark.spot.code: mark.kind for mark in desk.page.chart.close_up.placed_marks()}
    assert seen["SP6"] is MarkKind.AVOID
    desk.page.chart.show_view("hand-dorsal")
    seen = {mark.spot.code: mark.kind for mark in desk.page.chart.overview.placed_marks()}
    assert seen["LI4"] is MarkKind.DECIDE_NOW


def test_a_depth_past_the_limit_is_a_danger_and_nonsense_a_sentence(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "gb21 b")
    gb21 = row(desk, "GB21")
    gb21.depth_cell.click()
    sheet = gb21.findChild(DepthSheet)
    assert sheet is not None
    field = sheet.field.editor
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "deep")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert field.text() == "deep"
    assert sheet.field.error
    assert desk.kept().prescription[0].depth_mm is None
    field.setText("35")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.kept().prescription[0].depth_mm == 35
    assert row(desk, "GB21").line.open
    assert "GB21 is" in text(desk)


def test_a_depth_that_is_hardly_meant_is_a_sentence_in_the_row_and_blocks_nothing(
    desk: PointsDesk, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "li4 b 25mm")
    assert not row(desk, "LI4").wrong.isVisibleTo(desk.page)
    row(desk, "LI4").depth_given.emit("80")
    told = row(desk, "LI4").wrong
    assert told.isVisibleTo(desk.page)
    assert told.words.text() == "80 mm is far deeper than usual here (10 to 20 mm). Check the figure."
    assert desk.page.summary.start.missing == ""
    row(desk, "LI4").depth_given.emit("")
    assert not told.isVisibleTo(desk.page)


def test_what_a_danger_asks_stays_in_sight_below_what_could_not_be_read(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "st36, sp9, gb34, st35, ex-le4, sp10, gb31, li4, xyz, qqq, zzz")
    danger = row(desk, "LI4").danger
    assert desk.page.focusWidget() is danger.reason
    for _turn in range(3):
        QApplication.processEvents()
    table = desk.page.table
    assert danger.mapTo(table, danger.rect().bottomLeft()).y() <= table.height()


def test_cautions_never_block(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "bl13 b")
    assert row(desk, "BL13").line.told
    assert "Blood thinners" in text(desk)
    assert desk.page.summary.start.missing == ""


def test_nothing_chosen_and_an_undecided_red_flag_hold_needling_back(
    qtbot: QtBot, desk: PointsDesk, clinic: StaffedClinic
) -> None:
    assert desk.page.summary.start.missing == "Choose at least one point first."
    flag = next(iter(desk.knowledge.red_flags))
    Findings(clinic.practitioner).answer_red_flag(desk.visit_id, RedFlagAnswer(flag, True), None)
    desk.presenter.open(desk.visit_id)
    enter(desk, qtbot, "st36 b")
    assert "red flag" in desk.page.summary.start.missing


def test_keys_of_a_row(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b, sp6 b, gv20")
    st36 = row(desk, "ST36")
    st36.setFocus()
    qtbot.keyClick(st36, Qt.Key.Key_L)
    assert chosen(desk)[0] == ("ST36", LEFT, 1)
    qtbot.keyClick(st36, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [code for code, _side, _n in chosen(desk)] == ["SP6", "ST36", "GV20"]
    qtbot.keyClick(row(desk, "ST36"), Qt.Key.Key_Down)
    gv20 = row(desk, "GV20")
    assert gv20.hasFocus()
    qtbot.keyClick(gv20, Qt.Key.Key_R)
    assert chosen(desk)[2] == ("GV20", Side.MIDLINE, 1)
    qtbot.keyClick(gv20, Qt.Key.Key_Delete)
    assert [code for code, _side, _n in chosen(desk)] == ["SP6", "ST36"]
    assert row(desk, "ST36").hasFocus()


def test_count_is_shown_all_the_time_and_undo_takes_back(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b, li4 r, sp6, ex-hn1")
    assert needles_expected(desk.kept().prescription) == 9
    assert "4 points · 9 needles" in text(desk)
    row(desk, "SP6").side.tap("left")
    assert "4 points · 8 needles" in text(desk)
    desk.page.setFocus()
    qtbot.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "4 points · 9 needles" in text(desk)
    qtbot.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chosen(desk) == []
    qtbot.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | SHIFT)
    qtbot.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert "4 points · 8 needles" in text(desk)
    assert needles_expected(desk.kept().prescription) == 8


def test_technique_angle_and_current(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r, gb34 r")
    first = row(desk, "ST36")
    first.technique.chosen.emit(Technique.REINFORCE)
    first.angle.chosen.emit("45°")
    first.ask_stimulation()
    sheet = desk.page.findChild(StimulationSheet)
    assert sheet is not None
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    assert sheet.partner.value == row(desk, "GB34").line.key
    sheet.set.click()
    assert row(desk, "ST36").line.stimulation == "EA 2/100 Hz"
    assert row(desk, "GB34").line.stimulation == "EA pair 1"
    assert "One end of a pair is missing" not in text(desk)
    kept = desk.kept().prescription[0]
    assert (kept.technique, kept.angle) == (Technique.REINFORCE, "45°")


def test_with_a_pacemaker_no_current_is_offered(
    desk: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    enter(desk, qtbot, "st36 r")
    RiskFlags(clinic.practitioner).ask(
        knee.patient_id, Flag(FlagKind.PACEMAKER, FlagState.YES), Flag(FlagKind.PACEMAKER)
    )
    assert row(desk, "ST36").line.no_current == "No EA: pacemaker"


def test_points_from_another_window_are_told_and_not_overwritten(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    theirs = (Needling("SP6", BOTH, 2),)
    Points(desk.sitting).prescribe(desk.visit_id, theirs, desk.kept().prescription)
    enter(desk, qtbot, "gb34 r")
    assert desk.kept().prescription == theirs
    assert "changed in another window" in text(desk)
    enter(desk, qtbot, "gb33 r")
    assert desk.kept().prescription == theirs
    button(desk, "points.keep_mine").click()
    assert [code for code, _side, _n in chosen(desk)] == ["ST36", "GB34", "GB33"]


def test_points_that_wait_for_a_choice_are_there_on_return(
    desk: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    theirs = (Needling("SP6", BOTH, 2),)
    Points(desk.sitting).prescribe(desk.visit_id, theirs, ())
    enter(desk, qtbot, "gb34 r")
    desk.presenter.open(knee_visit(desk.sitting, Name("Wen", "Calder")).visit_id)
    assert "changed in another window" not in shown_words(desk.page)
    desk.presenter.open(desk.visit_id)
    assert row(desk, "GB34").line.needles == 1
    assert "changed in another window" in shown_words(desk.page)
    button(desk, "points.keep_mine").click()
    assert [needling.code for needling in desk.kept().prescription] == ["GB34"]


def test_the_other_points_can_be_taken(desk: PointsDesk, qtbot: QtBot) -> None:
    theirs = (Needling("SP6", BOTH, 2),)
    Points(desk.sitting).prescribe(desk.visit_id, theirs, ())
    enter(desk, qtbot, "gb34 r")
    button(desk, "points.take_theirs").click()
    assert row(desk, "SP6").line.needles == 2
    assert desk.kept().prescription == theirs


def test_what_was_typed_survives_a_recheck(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "li4 b")
    reason = row(desk, "LI4").danger.reason
    reason.setFocus()
    qtbot.keyClicks(reason, "half a rea")
    RiskFlags(clinic.practitioner).ask(
        knee.patient_id, Flag(FlagKind.FAINTS, FlagState.YES), Flag(FlagKind.FAINTS)
    )
    assert row(desk, "LI4").danger.reason is reason
    assert reason.text() == "half a rea"


def test_escape_leaves_the_field_for_the_keys_of_the_page(desk: PointsDesk, qtbot: QtBot) -> None:
    field = desk.page.entry.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.page.window().focusWidget() is desk.page

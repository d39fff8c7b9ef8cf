"""Suggestions, saved prescriptions and the last visit: shown before they change anything, never inserted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.prescriptions import Prescriptions
from acuchart.charting.rules import Rules
from acuchart.charting.session import Sessions
from acuchart.clinic.cautions import CautionRule
from acuchart.clinic.course import Complaint
from acuchart.clinic.needling import DeQi, Needling
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.entry_box import PointHit
from acuchart.screens.points.suggestion_bar import SuggestionTile
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import ROWS, KneeVisit
from tests.helpers.points_hand import button, chosen, enter, pregnant, row, text
from tests.helpers.visit_screens import PointsDesk

BOTH, RIGHT = Side.BOTH, Side.RIGHT
LAST = (replace(ROWS[0], depth_mm=22.0), Needling("LI4", BOTH, 2, 10.0), ROWS[1])


@pytest.fixture
def followed(clinic: StaffedClinic, knee: KneeVisit, desk: PointsDesk) -> PointsDesk:
    """The knee hurts at the right, and the visit before had points."""
    with clinic.practitioner.records.work() as work:
        seen = Complaint.of(work.courses.get(knee.course_id))
        before = work.visits.of_course(knee.course_id)[1]
        work.visits.change(replace(before, prescription=LAST))
    words = Complaint("Right knee pain", ("knee-front-right",))
    Courses(clinic.practitioner).describe(knee.course_id, words, seen)
    desk.presenter.open(knee.visit_id)
    return desk


def tiles(desk: PointsDesk) -> list[SuggestionTile]:
    return [tile for tile in desk.page.suggestions.findChildren(SuggestionTile) if not tile.isHidden()]


def test_suggestions_wait_for_the_first_point_and_put_nothing_in(followed: PointsDesk, qtbot: QtBot) -> None:
    assert tiles(followed) == []
    assert "after your first point" in text(followed)
    enter(followed, qtbot, "st36 b")
    shown = tiles(followed)
    assert 0 < len(shown) <= 4
    assert all(tile.card.chips and tile.card.why for tile in shown)
    assert chosen(followed) == [("ST36", BOTH, 2)]
    assert "Suggested for Cold-damp" in text(followed)


def test_without_a_confirmed_pattern_the_region_alone_gives_grounds(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    with clinic.practitioner.records.work() as work:
        visit = work.visits.get(followed.visit_id)
        work.visits.change(replace(visit, assessment=visit.assessment.reopened))
    followed.presenter.open(followed.visit_id)
    enter(followed, qtbot, "st36 b")
    assert "Confirm a pattern for more" in text(followed)
    assert tiles(followed)
    assert not any("Pattern" in tile.card.chips for tile in tiles(followed))


def test_how_the_patient_responded_is_told_as_far_as_it_is_known(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    with clinic.practitioner.records.work() as work:
        before = work.visits.of_course(knee.course_id)[1]
        felt = (Needling("ST35", RIGHT, 1, obtained=DeQi.CLEAR),)
        work.visits.change(replace(before, prescription=felt))
    followed.presenter.open(knee.visit_id)
    enter(followed, qtbot, "sp9 r")
    (tile,) = [tile for tile in tiles(followed) if tile.card.code == "ST35"]
    assert "Last visit" in tile.card.chips
    assert "Used at visit 2. De qi clear. Pain on arrival then 5, now 4." in tile.card.why


def test_what_was_done_is_taken_back_after_another_step_was_looked_at(
    followed: PointsDesk, qtbot: QtBot
) -> None:
    enter(followed, qtbot, "st36 b")
    enter(followed, qtbot, "sp9 r")
    followed.presenter.leave()
    followed.presenter.open(followed.visit_id)
    followed.page.undone.emit()
    followed.page.undone.emit()
    assert chosen(followed) == []
    followed.page.redone.emit()
    assert chosen(followed) == [("ST36", BOTH, 2)]


def test_a_suggestion_is_taken_on_the_painful_side_and_gone_from_the_list(
    followed: PointsDesk, qtbot: QtBot
) -> None:
    enter(followed, qtbot, "st36 b")
    code = tiles(followed)[0].card.code
    button(followed, f"points.suggestion_add.{code.lower()}").click()
    assert [found for found, _side, _n in chosen(followed)] == ["ST36", code]
    assert chosen(followed)[1][1] in (RIGHT, Side.MIDLINE)
    assert code not in [tile.card.code for tile in tiles(followed)]


def test_what_is_contraindicated_is_hidden_counted_and_told(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    enter(followed, qtbot, "st36 b")
    assert button(followed, "points.suggested_hidden").isHidden()
    pregnant(clinic, knee)
    hidden = button(followed, "points.suggested_hidden")
    assert "hidden" in hidden.text()
    assert hidden.text().endswith("avoided in pregnancy")
    assert "LI4" not in [tile.card.code for tile in tiles(followed)]


def test_the_last_visit_is_shown_before_it_is_taken_and_confirmed_with_one_key(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(followed, qtbot, "sp9 r")
    qtbot.keyClick(followed.page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    loading = followed.page.loading
    assert loading.isVisible()
    assert "ST36" in loading.added.text()
    assert {line.split(":")[0] for line in loading.left_out.text().splitlines()} == {"LI4", "SP9"}
    assert chosen(followed) == [("SP9", RIGHT, 1)]
    loading.add.click()
    assert chosen(followed) == [("SP9", RIGHT, 1), ("ST36", BOTH, 2)]
    assert row(followed, "ST36").line.origin == "from visit 2"
    assert followed.page.summary.start.missing == "Confirm the copied points first."
    with pytest.raises(ChartTrouble, match="copied"):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")
    qtbot.keyClick(followed.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert row(followed, "ST36").line.origin == ""
    assert followed.page.summary.start.missing == ""
    followed.page.undone.emit()
    assert not followed.kept().prescription[1].confirmed


def test_a_changed_copy_is_confirmed_by_that_and_marked(followed: PointsDesk, qtbot: QtBot) -> None:
    followed.page.last_wanted.emit()
    followed.page.loading.add.click()
    followed.page.depth_given.emit(row(followed, "ST36").line.key, "30")
    assert row(followed, "ST36").line.origin == "changed since visit 2"
    assert row(followed, "LI4").line.origin == "from visit 2"
    followed.page.depth_given.emit(row(followed, "ST36").line.key, "22")
    assert row(followed, "ST36").line.origin == ""


def test_cancel_changes_nothing(followed: PointsDesk, qtbot: QtBot) -> None:
    followed.page.last_wanted.emit()
    button(followed, "points.loading_cancel").click()
    assert chosen(followed) == []
    assert not followed.page.loading.isVisible()


def test_without_an_earlier_visit_with_points_it_says_so(desk: PointsDesk) -> None:
    desk.page.last_wanted.emit()
    assert "No earlier visit" in desk.go.toasts[-1]
    assert not desk.page.loading.isVisible()


def test_a_prescription_is_saved_typed_by_name_and_loaded(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    enter(followed, qtbot, "st36 b 25mm, gb34 r")
    saved = followed.page.saved
    saved.name.set_text("  ")
    saved.save.click()
    assert saved.name.error
    saved.name.set_text("Cold knee")
    saved.save.click()
    assert "Saved as Cold knee" in followed.go.toasts[-1]
    for key in (row(followed, "ST36").line.key, row(followed, "GB34").line.key):
        followed.page.removed.emit(key)
    assert chosen(followed) == []
    enter(followed, qtbot, "cold kn")
    assert followed.page.loading.isVisible()
    followed.page.loading.add.click()
    assert chosen(followed) == [("ST36", BOTH, 2), ("GB34", RIGHT, 1)]
    assert row(followed, "ST36").line.origin == "from Cold knee"
    for found in Prescriptions(clinic.practitioner).all():
        Prescriptions(clinic.practitioner).remove(found.id)


def test_a_space_lists_the_points_of_this_course(followed: PointsDesk, qtbot: QtBot) -> None:
    field = followed.page.entry.field
    followed.page.entry.begin()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert followed.page.entry.hits == ("ST36", "LI4", "SP9")
    assert followed.page.entry.chosen_hit == ""
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [code for code, _side, _n in chosen(followed)] == ["ST36"]


def test_a_hit_tells_the_caution_of_this_patient_and_marks_the_match(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    followed.page.entry.begin()
    followed.page.entry.field.clear()
    qtbot.keyClicks(followed.page.entry.field, "sanyin")
    hits = followed.page.window().findChildren(PointHit)
    (hit,) = [found.hit for found in hits if found.hit.code == "SP6" and found.isVisible()]
    assert hit.caution is not None
    assert "pregnancy" in hit.caution.reason
    assert [hit.name[start:end] for start, end in hit.marked] == ["Sanyin", "三阴"]
    followed.page.entry.field.clear()
    followed.page.entry.close_list()


def test_a_rule_the_owner_changes_is_asked_at_once(
    followed: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    enter(followed, qtbot, "st36 b")
    assert followed.page.summary.start.missing == ""
    rules = Rules(clinic.owner)
    added = rules.add(CautionRule("ST36", "own", "", "Old scar", "danger", None, (), "clinic meeting"))
    assert followed.page.summary.start.missing == "Settle ST36 first."
    rules.give_back(added.id)
    assert followed.page.summary.start.missing == ""


def test_the_needle_of_the_clinic_is_named(followed: PointsDesk) -> None:
    assert "0.25 × 40 mm" in text(followed)
    assert isinstance(button(followed, "points.saved_open"), QPushButton)

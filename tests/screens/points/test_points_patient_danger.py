"""A danger of the whole patient stands above the points and waits for a reason of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.charting.rules import Rules
from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.cautions import CautionRule
from acuchart.clinic.visit import RedFlagAnswer
from acuchart.screens.parts.card import Tint
from acuchart.screens.points.danger_strip import DangerStrip
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.points_hand import enter, row, text
from tests.helpers.visit_screens import PointsDesk

OURS = CautionRule("ALL", "own", "", "No needle without the letter", "danger", None, (), "Team, May 2026")
WHY = "Her doctor said on the phone that it is fine"


@pytest.fixture
def rule(clinic: StaffedClinic, desk: PointsDesk, qtbot: QtBot) -> Iterator[RuleChange]:
    """The owner makes the rule while the visit is in sight."""
    enter(desk, qtbot, "st36")
    made = Rules(clinic.owner).add(OURS)
    yield made
    Rules(clinic.owner).give_back(made.id)


def strip(desk: PointsDesk) -> DangerStrip:
    (found,) = [s for s in desk.page.dangers.findChildren(DangerStrip) if not s.isHidden()]
    return found


def of_strip(desk: PointsDesk, name: str) -> QPushButton:
    """A button of the strip by the beginning of its name."""
    (found,) = [b for b in strip(desk).findChildren(QPushButton) if b.objectName().startswith(name)]
    return found


def write(desk: PointsDesk, qtbot: QtBot) -> None:
    """Types the reason and presses Enter."""
    strip(desk).reason.setFocus()
    qtbot.keyClicks(strip(desk).reason, WHY)
    qtbot.keyClick(strip(desk).reason, Qt.Key.Key_Return)


@pytest.mark.usefixtures("rule")
def test_it_comes_at_once_with_its_source_and_holds_needling_back(desk: PointsDesk, qtbot: QtBot) -> None:
    assert desk.page.dangers.isVisible()
    assert "No needle without the letter" in text(desk)
    assert "Team, May 2026" in text(desk)
    assert "1 alert to settle" in text(desk)
    assert desk.page.summary.start.missing
    assert not of_strip(desk, "points.remove_danger.patient.").isVisible()
    qtbot.mouseClick(desk.page.summary.start, Qt.MouseButton.LeftButton)
    assert desk.go.went == []
    assert strip(desk).reason.hasFocus()


@pytest.mark.usefixtures("rule")
def test_a_tap_on_start_goes_to_the_reason_and_a_short_one_is_refused(desk: PointsDesk, qtbot: QtBot) -> None:
    desk.page.summary.refused.emit()
    field = strip(desk).reason
    assert field.hasFocus()
    qtbot.keyClicks(field, "short")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "at least 10 letters" in text(desk)
    assert field.text() == "short"
    assert desk.page.summary.start.missing


@pytest.mark.usefixtures("rule")
def test_a_reason_settles_it_and_can_be_opened_again(desk: PointsDesk, qtbot: QtBot) -> None:
    write(desk, qtbot)
    assert desk.page.summary.start.missing == ""
    assert desk.page.dangers.tint is Tint.PLAIN
    assert f"Needled all the same: {WHY}" in strip(desk).accessibleName()
    of_strip(desk, "points.reopen.patient.").click()
    assert desk.page.summary.start.missing
    assert strip(desk).reason.text() == WHY


@pytest.mark.usefixtures("rule")
def test_what_is_typed_stays_while_rows_change(desk: PointsDesk, qtbot: QtBot) -> None:
    qtbot.keyClicks(strip(desk).reason, "Half a rea")
    enter(desk, qtbot, "gb34")
    assert strip(desk).reason.text() == "Half a rea"


def test_it_goes_with_the_rule(desk: PointsDesk, clinic: StaffedClinic, rule: RuleChange) -> None:
    Rules(clinic.owner).change_own(rule, OURS, active=False)
    assert not desk.page.dangers.isVisible()
    assert desk.page.summary.start.missing == ""


@pytest.mark.usefixtures("rule")
def test_a_danger_of_a_point_still_has_its_own_row(
    desk: PointsDesk, clinic: StaffedClinic, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "gb21 r 60mm")
    assert "2 alerts to settle" in text(desk)
    assert row(desk, "GB21").line.open
    write(desk, qtbot)
    assert desk.page.summary.start.missing == "Settle GB21 first."


def test_a_red_flag_of_today_is_settled_where_it_was_asked(
    desk: PointsDesk, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "st36")
    answer = RedFlagAnswer("rf_past_cancer", True)
    Findings(clinic.practitioner).answer_red_flag(knee.visit_id, answer, None)
    assert not desk.page.dangers.isVisible()
    assert "red flag" in desk.page.summary.start.missing
    decided = RedFlagAnswer("rf_past_cancer", True, "Letter seen, far from the scar")
    Findings(clinic.practitioner).answer_red_flag(knee.visit_id, decided, answer)
    assert desk.page.summary.start.missing == ""


@pytest.mark.usefixtures("rule")
def test_undo_takes_the_reason_back_before_the_row_and_redo_brings_both(
    desk: PointsDesk, qtbot: QtBot
) -> None:
    write(desk, qtbot)
    desk.page.undone.emit()
    assert desk.page.summary.start.missing
    assert desk.kept().prescription
    desk.page.undone.emit()
    desk.pause()
    assert desk.kept().prescription == ()
    desk.page.redone.emit()
    desk.page.redone.emit()
    desk.pause()
    assert desk.page.summary.start.missing == ""
    assert f"Needled all the same: {WHY}" in strip(desk).accessibleName()
    assert [row.code for row in desk.kept().prescription] == ["ST36"]


def test_a_reason_is_not_brought_back_for_a_danger_that_is_gone(
    desk: PointsDesk, qtbot: QtBot, clinic: StaffedClinic
) -> None:
    enter(desk, qtbot, "st36")
    made = Rules(clinic.owner).add(OURS)
    write(desk, qtbot)
    desk.page.undone.emit()
    Rules(clinic.owner).give_back(made.id)
    desk.page.redone.emit()
    assert not desk.page.dangers.isVisible()
    with clinic.practitioner.records.work() as work:
        assert work.kept_dangers.of(desk.visit_id) == ()

"""What is typed into the sheets of a row outlives everything but Set and Esc."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.needling import Adjunct, Stimulation
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.typed_text import TypedText, keep_as
from acuchart.screens.points.cell import DepthSheet
from acuchart.screens.points.danger_strip import DangerStrip
from acuchart.screens.points.details_sheet import DetailsSheet
from acuchart.screens.points.stimulation_sheet import StimulationSheet
from acuchart.screens.shell.kept_typing import keep_sheet
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.points_hand import enter, pregnant, row
from tests.helpers.visit_screens import PointsDesk


class Drafts:
    """The forms of one start of the program, which the sheets of a desk are kept in."""

    def __init__(self, desk: PointsDesk) -> None:
        self.desk = desk
        self.unfinished = Unfinished(desk.sitting)
        self.restart()
        desk.page.typing_in.connect(self._keep)

    def restart(self) -> None:
        """Forgets all that is not in the database."""
        self.forms = UnfinishedForms(self.unfinished, InlineBackground(), RecordingNavigator(), HandTimer)

    def kept(self, asks: str) -> Typed:
        self.forms.leave()
        return self.unfinished.all().get(self.form(asks), {})

    def form(self, asks: str) -> Form:
        return Form(f"points.{asks}", self.desk.visit_id)

    def _keep(self, sheet: Sheet, asks: str) -> None:
        keep_sheet(self.forms, sheet, self.form(asks))

    def stop(self) -> None:
        self.desk.page.typing_in.disconnect(self._keep)


@pytest.fixture
def drafts(desk: PointsDesk) -> Iterator[Drafts]:
    made = Drafts(desk)
    yield made
    made.stop()


def details(desk: PointsDesk, code: str) -> DetailsSheet:
    row(desk, code).ask_details()
    return next(s for s in row(desk, code).findChildren(DetailsSheet) if s.isVisible())


def stimulation(desk: PointsDesk, code: str) -> StimulationSheet:
    row(desk, code).ask_stimulation()
    return next(s for s in row(desk, code).findChildren(StimulationSheet) if s.isVisible())


def depth(desk: PointsDesk, code: str) -> DepthSheet:
    row(desk, code).depth_cell.click()
    return next(s for s in row(desk, code).findChildren(DepthSheet) if s.isVisible())


def test_what_was_typed_and_chosen_stands_there_after_a_restart(
    desk: PointsDesk, drafts: Drafts, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "st36 r, gb34 r")
    sheet = stimulation(desk, "ST36")
    assert sheet.left.isHidden()
    sheet.how.chip(Stimulation.ELECTRICAL).click()
    sheet.adjuncts.chip(Adjunct.MOXA).click()
    sheet.intensity.set_text("1.5 mA")
    assert drafts.kept("stimulation ST36 right")["intensity"] == "1.5 mA"
    sheet.hide()
    drafts.restart()
    again = stimulation(desk, "ST36")
    assert again.intensity.isVisible()
    assert again.left.isVisible()
    assert (again.intensity.text, again.how.value) == ("1.5 mA", Stimulation.ELECTRICAL)
    assert again.adjuncts.values == (Adjunct.MOXA,)
    again.hide()
    other = stimulation(desk, "GB34")
    assert (other.intensity.text, other.left.isHidden()) == ("", True)
    other.hide()


def test_what_was_set_leaves_nothing(desk: PointsDesk, drafts: Drafts, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = details(desk, "ST36")
    sheet.lot.set_text("L 204")
    assert drafts.kept("details ST36 both") == {"lot": "L 204"}
    sheet.set.click()
    assert not sheet.isVisible()
    assert desk.kept().prescription[0].needle is not None
    assert drafts.kept("details ST36 both") == {}


def test_esc_leaves_nothing_and_a_tap_outside_everything(
    desk: PointsDesk, drafts: Drafts, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = depth(desk, "ST36")
    sheet.field.set_text("25")
    sheet.close()
    again = depth(desk, "ST36")
    assert again.field.text == "25"
    assert again.left.isVisible()
    qtbot.keyClick(again.field.editor, Qt.Key.Key_Escape)
    assert not again.isVisible()
    assert drafts.kept("depth ST36 both") == {}
    assert depth(desk, "ST36").field.text == ""


def test_what_is_refused_is_kept_with_its_sentence(desk: PointsDesk, drafts: Drafts, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = depth(desk, "ST36")
    sheet.field.set_text("deep")
    sheet.set.click()
    assert sheet.isVisible()
    assert sheet.field.error
    assert drafts.kept("depth ST36 both") == {"depth": "deep"}
    sheet.hide()


def test_a_reason_that_is_brought_back_can_be_handed_in(qtbot: QtBot) -> None:
    strip = DangerStrip("ST36", 1, "points.reason.ST36.both")
    qtbot.addWidget(strip)
    assert strip.keep.missing
    keep_as(strip.reason, "reason")
    TypedText(strip, marked=True).show({"reason": "Asked the midwife about it."})
    assert not strip.keep.missing


def test_a_risk_told_elsewhere_leaves_the_sheet_open(
    desk: PointsDesk, drafts: Drafts, qtbot: QtBot, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    enter(desk, qtbot, "st36 b")
    sheet = depth(desk, "ST36")
    sheet.field.set_text("2")
    pregnant(clinic, knee)
    assert sheet.isVisible()
    assert isinstance(sheet.field.editor, QLineEdit)
    sheet.field.set_text("20")
    sheet.set.click()
    assert desk.kept().prescription[0].depth_mm == 20

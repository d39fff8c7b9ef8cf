"""Findings that belong to a place: painful regions, zones of the tongue, positions of the pulse."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.note import Notes
from acuchart.clinic.course import Complaint
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Examination
from acuchart.screens.parts.tongue_look import Zone
from acuchart.screens.parts.tongue_picture import TonguePicture
from tests.helpers.findings_hand import child, chip, field, kept_course, state_of
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED


def hurts_at(desk: FindingsDesk, *regions: str) -> None:
    """Places the complaint in some regions and comes back to the visit."""
    course = kept_course(desk)
    told = Complaint("Pain", regions)
    Courses(desk.sitting).describe(course.id, told, Complaint.of(course))
    desk.turn_to(desk.visit_id)
    # Chips of the test before are gone only once Qt has had its turn.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_with_one_region_its_name_stands_in_the_head_and_nothing_is_told_apart(desk: FindingsDesk) -> None:
    hurts_at(desk, "knee-front-right")
    assert child(desk, "findings.add_site.pain_quality").text() == "Knee, front, right"
    assert desk.page.findChild(type(chip(desk, "pain_dull")), "findings.site.pain_quality.everywhere") is None
    chip(desk, "pain_heavy").click()
    desk.pause()
    assert desk.kept().examination.observations == (Observation("pain_heavy", PRESENT),)


def test_each_region_has_its_own_quality(desk: FindingsDesk) -> None:
    hurts_at(desk, "knee-front-right", "lower-back-left")
    chip(desk, "pain_dull").click()
    child(desk, "findings.site.pain_quality.knee-front-right").click()
    assert chip(desk, "pain_dull").state is NOT_ASKED
    chip(desk, "pain_heavy").click()
    child(desk, "findings.site.pain_quality.lower-back-left").click()
    assert chip(desk, "pain_heavy").state is NOT_ASKED
    chip(desk, "pain_stabbing").click()
    desk.pause()
    assert desk.kept().examination.observations == (
        Observation("pain_dull", PRESENT),
        Observation("pain_heavy", PRESENT, "knee-front", "right"),
        Observation("pain_stabbing", PRESENT, "lower-back", "left"),
    )
    assert child(desk, "findings.site.pain_quality.knee-front-right").text() == "Knee, front, right · 1"
    note = str(Notes(desk.sitting).read(desk.visit_id).note)
    assert "Heavy pain (Knee, front, right)" in note


def test_a_region_that_left_the_complaint_still_shows_what_was_found_there(desk: FindingsDesk) -> None:
    hurts_at(desk, "knee-front-right", "lower-back-left")
    child(desk, "findings.site.pain_quality.lower-back-left").click()
    chip(desk, "pain_stabbing").click()
    desk.pause()
    hurts_at(desk, "knee-front-right")
    child(desk, "findings.site.pain_quality.lower-back-left").click()
    assert chip(desk, "pain_stabbing").state is PRESENT


def test_a_search_does_not_merge_the_sites(desk: FindingsDesk) -> None:
    hurts_at(desk, "knee-front-right", "lower-back-left")
    for region in ("knee-front-right", "lower-back-left"):
        child(desk, f"findings.site.pain_quality.{region}").click()
        chip(desk, "pain_heavy").click()
    desk.presenter.answer("pain_heavy", PRESENT)
    desk.pause()
    sites = [o.site for o in desk.kept().examination.observations]
    assert sites == ["knee-front", "lower-back", ""]


def test_a_zone_of_the_tongue_is_drawn_and_told(desk: FindingsDesk) -> None:
    picture = desk.page.findChild(TonguePicture)
    assert picture is not None
    empty = picture.grab().toImage()
    picture.zone_tapped.emit(Zone.SIDES)
    chip(desk, "tongue_stasis_spots").click()
    child(desk, "findings.whole_tongue").click()
    assert "Sides: Stasis spots" in picture.accessibleName()
    assert picture.grab().toImage() != empty
    assert chip(desk, "tongue_stasis_spots").state is NOT_ASKED


def test_clear_empties_the_tongue_alone_and_can_be_taken_back(desk: FindingsDesk) -> None:
    picture = desk.page.findChild(TonguePicture)
    assert picture is not None
    chip(desk, "pain_heavy").click()
    chip(desk, "tongue_dusky").click()
    picture.zone_tapped.emit(Zone.TIP)
    chip(desk, "tongue_red").click()
    child(desk, "findings.clear_tongue").click()
    desk.pause()
    assert desk.kept().examination.observations == (Observation("pain_heavy", PRESENT),)
    undo = desk.go.undos[-1]
    assert undo is not None
    undo()
    desk.pause()
    assert state_of(desk, "tongue_red", "tip") is PRESENT
    assert state_of(desk, "tongue_dusky") is PRESENT


def test_the_sheet_of_the_pulse_goes_from_place_to_place(desk: FindingsDesk) -> None:
    child(desk, "findings.pulse.left_guan").click()
    chip(desk, "pulse_wiry").click()
    child(desk, "findings.pulse_place.right_chi").click()
    assert chip(desk, "pulse_wiry").state is NOT_ASKED
    chip(desk, "pulse_deep").click()
    child(desk, "findings.pulse_place.whole").click()
    chip(desk, "pulse_slippery").click()
    desk.pause()
    assert [(o.finding_id, o.position) for o in desk.kept().examination.observations] == [
        ("pulse_wiry", "left_guan"),
        ("pulse_deep", "right_chi"),
        ("pulse_slippery", ""),
    ]
    assert "Wiry" in child(desk, "findings.pulse.left_guan").accessibleName()
    assert child(desk, "findings.whole_pulse").text() == "Slippery 滑"


def test_a_finding_that_names_its_place_stands_in_its_cell(desk: FindingsDesk) -> None:
    desk.presenter.answer("pulse_left_guan_wiry", PRESENT)
    assert "Wiry" in child(desk, "findings.pulse.left_guan").accessibleName()
    desk.page.show_finding("pulse_left_guan_wiry")
    assert child(desk, "findings.pulse.left_guan").hasFocus()


@pytest.mark.parametrize(
    ("typed", "kept"), [("72", 72), ("", None), ("7", None), ("abc", None), ("999", None)]
)
def test_the_rate_is_counted_not_guessed(
    desk: FindingsDesk, qtbot: QtBot, typed: str, kept: int | None
) -> None:
    child(desk, "findings.open_pulse_rate").click()
    rate = field(desk, "findings.pulse_rate")
    qtbot.keyClicks(rate, typed)
    desk.pause()
    assert desk.kept().examination.pulse_rate == kept
    assert bool(rate.accessibleDescription()) is (kept is None and bool(typed))
    note = str(Notes(desk.sitting).read(desk.visit_id).note)
    assert ("Pulse 72 a minute." in note) is (kept == 72)


def test_evidence_leads_to_the_site_or_zone_where_it_was_found(desk: FindingsDesk) -> None:
    hurts_at(desk, "knee-front-right", "lower-back-left")
    child(desk, "findings.site.pain_quality.lower-back-left").click()
    chip(desk, "pain_stabbing").click()
    child(desk, "findings.site.pain_quality.everywhere").click()
    desk.presenter.show_finding("pain_stabbing")
    assert chip(desk, "pain_stabbing").state is PRESENT
    assert chip(desk, "pain_stabbing").hasFocus()
    picture = desk.page.findChild(TonguePicture)
    assert picture is not None
    picture.zone_tapped.emit(Zone.ROOT)
    chip(desk, "coat_greasy").click()
    child(desk, "findings.whole_tongue").click()
    desk.presenter.show_finding("coat_greasy")
    assert chip(desk, "coat_greasy").state is PRESENT


def test_a_place_this_screen_does_not_know_stops_nothing(desk: FindingsDesk) -> None:
    odd = (
        Observation("tongue_red", PRESENT, position="left edge"),
        Observation("pulse_wiry", PRESENT, position="stomach channel"),
    )
    Findings(desk.sitting).record(desk.visit_id, Examination(odd), desk.kept().examination)
    desk.turn_to(desk.visit_id)
    for finding in ("tongue_red", "pulse_wiry"):
        desk.presenter.show_finding(finding)
    chip(desk, "pain_heavy").click()
    desk.pause()
    assert desk.kept().examination.observations[:2] == odd

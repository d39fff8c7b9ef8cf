"""Relatives together, a bracket where two are close, a soft change of order; channels and principles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.pattern import Patterns
from acuchart.clinic.course import Complaint
from acuchart.clinic.findings import FindingState
from acuchart.clinic.ledger import MARGIN, Ledger, Row
from acuchart.clinic.visit import Assessment, Examination
from acuchart.knowledge import load
from acuchart.knowledge.patterns import NATURES, ORGANS
from acuchart.screens.pattern.lines import lines_of, rows_shown, usual_rows
from acuchart.screens.pattern.relations import Relations
from acuchart.screens.pattern.summaries import ELEMENT_WORDS
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.findings_hand import kept_course
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT = FindingState.PRESENT
COLD_DAMP = ("agg_cold", "agg_damp", "rel_warmth", "pain_heavy", "pain_fixed", "coat_greasy")
STASIS = ("pain_stabbing", "tongue_purple", "tongue_stasis_spots", "pulse_choppy", "pain_worse_night")
KNOWLEDGE = load()


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(Path(tmp_path_factory.mktemp("summaries")))
    yield staffed
    staffed.close()


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[FindingsDesk]:
    made = FindingsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: FindingsDesk, clinic: StaffedClinic) -> FindingsDesk:
    """A visit in which nothing has been found or assessed."""
    knee = knee_visit(clinic.practitioner)
    with clinic.practitioner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
    recorded = Findings(clinic.practitioner).record(knee.visit_id, Examination(), visit.examination)
    Patterns(clinic.practitioner).write(knee.visit_id, Assessment(), recorded.assessment)
    screen.turn_to(knee.visit_id)
    return screen


def find(desk: FindingsDesk, *finding_ids: str) -> None:
    for finding_id in finding_ids:
        desk.presenter.answer(finding_id, PRESENT)


def button(desk: FindingsDesk, name: str) -> QPushButton:
    found = desk.panel.findChild(QPushButton, name)
    assert found is not None, name
    return found


def related(desk: FindingsDesk, slug: str) -> QLabel:
    found = desk.panel.findChild(QLabel, f"pattern.related.{slug}")
    assert found is not None, slug
    return found


def row(slug: str, weight: float) -> Row:
    return Row(slug, KNOWLEDGE.patterns[slug].group, ("agg_cold",), (), (), weight)


def ledger(*pairs: tuple[str, float]) -> Ledger:
    return Ledger(tuple(row(slug, weight) for slug, weight in pairs))


def test_the_general_pattern_stands_above_its_relatives_wherever_it_came() -> None:
    told = ledger(("cold_damp", 9.0), ("blood_stasis", 7.0), ("damp", 5.0), ("damp_heat", 4.0))
    lines = lines_of(told, KNOWLEDGE.patterns, KNOWLEDGE.findings)
    assert [(line.slug, line.rank) for line in lines.why] == [
        ("damp", 1),
        ("cold_damp", 0),
        ("damp_heat", 0),
        ("blood_stasis", 2),
    ]
    assert lines.leading == "cold_damp"
    assert [kept.pattern for kept in rows_shown(told)] == [line.slug for line in lines.why]


def test_of_each_group_the_strongest_is_in_sight() -> None:
    told = ledger(("cold_damp", 9.0), ("blood_stasis", 7.0), ("damp", 5.0), ("damp_heat", 4.0))
    lines = lines_of(told, KNOWLEDGE.patterns, KNOWLEDGE.findings)
    assert [line.slug for line in usual_rows(lines.why, 2)] == ["damp", "cold_damp", "blood_stasis"]
    assert [line.slug for line in usual_rows(lines.why, 1)] == ["damp", "cold_damp"]


def test_nothing_is_lost_by_grouping() -> None:
    told = ledger(*((slug, float(n)) for n, slug in enumerate(KNOWLEDGE.patterns)))
    rows = [row.pattern for group in told.groups for row in group]
    assert sorted(rows) == sorted(KNOWLEDGE.patterns)


@pytest.mark.parametrize(("gap", "close"), [(0.0, 2), (MARGIN, 2), (MARGIN + 0.1, 0)])
def test_two_groups_are_close_by_their_best_patterns(gap: float, close: int) -> None:
    told = ledger(("cold_damp", 9.0), ("damp", 1.0), ("blood_stasis", 9.0 - gap))
    lines = lines_of(told, KNOWLEDGE.patterns, KNOWLEDGE.findings)
    assert [line.slug for line in lines.why if line.close] == ["damp", "blood_stasis"][:close]


def test_close_groups_are_joined_by_a_bracket(desk: FindingsDesk) -> None:
    card = desk.panel.ledger
    for gap, joined in ((0.0, True), (MARGIN + 1, False)):
        told = ledger(("cold_damp", 9.0), ("blood_stasis", 9.0 - gap))
        card.show_lines(lines_of(told, KNOWLEDGE.patterns, KNOWLEDGE.findings))
        assert card.bracketed is joined


def test_a_new_order_fades_in_and_the_same_one_does_not(desk: FindingsDesk, qtbot: QtBot) -> None:
    card = desk.panel.ledger
    first = ledger(("cold_damp", 9.0), ("blood_stasis", 5.0))
    other = ledger(("blood_stasis", 11.0), ("cold_damp", 9.0))
    card.show_lines(lines_of(first, KNOWLEDGE.patterns, KNOWLEDGE.findings))
    card.show_lines(lines_of(first, KNOWLEDGE.patterns, KNOWLEDGE.findings))
    assert not card.fading
    card.show_lines(lines_of(other, KNOWLEDGE.patterns, KNOWLEDGE.findings))
    faded = [card.fading]
    qtbot.waitUntil(lambda: not card.fading, timeout=20_000)
    assert faded == [True]


def test_nothing_fades_and_nothing_moves_under_the_pointer(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    card = desk.panel.ledger
    qt_centre = card.rect().center().toPointF()
    card.enterEvent(QEnterEvent(qt_centre, qt_centre, qt_centre))
    before = card.order
    find(desk, *STASIS)
    assert card.order == before
    card.leaveEvent(QEvent(QEvent.Type.Leave))
    assert card.order != before


def test_all_patterns_fold_again_under_the_pointer(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    card = desk.panel.ledger
    few = card.order
    centre = card.rect().center().toPointF()
    card.enterEvent(QEnterEvent(centre, centre, centre))
    button(desk, "pattern.more").click()
    assert len(card.order) > len(few)
    button(desk, "pattern.more").click()
    assert card.order == few
    card.leaveEvent(QEvent(QEvent.Type.Leave))


def test_named_and_painted_regions_show_their_channels(desk: FindingsDesk) -> None:
    course = kept_course(desk)
    told = Complaint("Leg pain", ("knee-front-right",))
    Courses(desk.sitting).describe(course.id, told, Complaint.of(course))
    desk.turn_to(desk.visit_id)
    line = button(desk, "pattern.channels")
    assert line.isVisibleTo(desk.panel)
    assert "ST Stomach" in line.accessibleName()
    find(desk, "site_leg_outside", "pain_radiates_leg")
    assert "GB Gallbladder" in line.accessibleName()
    line.click()
    chip = button(desk, "pattern.detail.GB.shaoyang_leg.site_leg_outside")
    chip.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "findings.chip.site_leg_outside"


def test_principles_are_told_from_three_findings_on(desk: FindingsDesk) -> None:
    line = button(desk, "pattern.principles")
    find(desk, *COLD_DAMP[:2])
    assert not line.isVisibleTo(desk.panel)
    find(desk, *COLD_DAMP[2:])
    said = line.accessibleName()
    assert "Cold" in said
    assert said.find("Cold") < said.find("Heat") or "Heat" not in said


def test_elements_are_told_with_what_speaks_for_them(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    button(desk, "pattern.principles").click()
    assert "Damp 湿" in visible_texts(desk.panel)
    button(desk, "pattern.detail.element.damp.agg_damp").click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().endswith("agg_damp")


def test_every_element_has_words() -> None:
    assert set(ELEMENT_WORDS) == NATURES | ORGANS


def test_the_relations_of_an_open_pattern_are_told(desk: FindingsDesk, qtbot: QtBot) -> None:
    find(desk, *COLD_DAMP)
    if not related(desk, "cold_damp").isVisibleTo(desk.panel):
        head = desk.panel.findChild(QWidget, "pattern.row.cold_damp")
        assert head is not None
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    assert "Leads to: Blood stasis" in related(desk, "cold_damp").text()
    assert "To tell from" not in related(desk, "cold_damp").text()
    button(desk, "pattern.more_evidence.cold_damp.for").click()
    assert "To tell from Kidney yang deficiency" in related(desk, "cold_damp").text()


def test_relations_are_read_in_both_directions() -> None:
    relations = Relations(KNOWLEDGE.patterns)
    stasis = "\n".join(relations.of(KNOWLEDGE.patterns["blood_stasis"]).course)
    assert "May come from: Cold" in stasis
    assert "Leads to" not in stasis
    stagnation = "\n".join(relations.of(KNOWLEDGE.patterns["qi_stagnation"]).course)
    assert "Leads to: Qi stagnation with blood stasis" in stagnation


def test_another_visit_shows_nothing_of_the_one_before(desk: FindingsDesk, clinic: StaffedClinic) -> None:
    find(desk, *COLD_DAMP)
    other = knee_visit(clinic.practitioner)
    with clinic.practitioner.records.work() as work:
        visit = work.visits.get(other.visit_id)
    Findings(clinic.practitioner).record(other.visit_id, Examination(), visit.examination)
    desk.turn_to(other.visit_id)
    assert not button(desk, "pattern.principles").isVisibleTo(desk.panel)
    assert not button(desk, "pattern.channels").isVisibleTo(desk.panel)
    assert not desk.panel.ledger.bracketed

"""Finding the controls of the findings screen by name, and what was kept of the visit."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from acuchart.clinic.course import Course
from acuchart.clinic.findings import FindingState
from acuchart.clinic.visit import Visit
from acuchart.screens.findings.finding_chip import FindingChip
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.visit_screens import FindingsDesk

NOT_ASKED = FindingState.NOT_ASKED


def child(desk: FindingsDesk, name: str) -> QPushButton:
    found = desk.page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def chip(desk: FindingsDesk, finding_id: str) -> FindingChip:
    found = child(desk, f"findings.chip.{finding_id}")
    assert isinstance(found, FindingChip)
    return found


def state_of(desk: FindingsDesk, finding_id: str, position: str = "") -> FindingState:
    for seen in desk.kept().examination.observations:
        if (seen.finding_id, seen.position) == (finding_id, position):
            return seen.state
    return NOT_ASKED


def field(desk: FindingsDesk, name: str) -> QLineEdit:
    found = desk.page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def words(desk: FindingsDesk, name: str) -> QPlainTextEdit:
    found = desk.page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    return found


def kept_course(desk: FindingsDesk) -> Course:
    with desk.sitting.records.work() as work:
        return work.courses.get(desk.kept().course_id)


def visit_of(desk: FindingsDesk, knee: KneeVisit) -> Visit:
    with desk.sitting.records.work() as work:
        return work.visits.get(knee.visit_id)

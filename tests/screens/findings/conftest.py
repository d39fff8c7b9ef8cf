"""One findings screen for all tests of this room, turned to a fresh visit for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from acuchart.charting.findings import Findings
from acuchart.clinic.visit import Examination
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.visit_screens import FindingsDesk


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(Path(tmp_path_factory.mktemp("findings")))
    yield staffed
    staffed.close()


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.practitioner)


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[FindingsDesk]:
    made = FindingsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: FindingsDesk, knee: KneeVisit) -> FindingsDesk:
    """The screen turned to a visit in which nothing has been found."""
    with screen.sitting.records.work() as work:
        visit = work.visits.get(knee.visit_id)
    Findings(screen.sitting).record(knee.visit_id, Examination(), visit.examination)
    screen.turn_to(knee.visit_id)
    return screen

"""The points screen on real records, built once and turned from visit to visit."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from acuchart.charting.points import Points
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.visit_screens import PointsDesk


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path_factory.mktemp("points"))
    yield staffed
    staffed.close()


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    """A visit with nothing chosen yet, of a patient who takes an anticoagulant."""
    made = knee_visit(clinic.practitioner)
    with clinic.practitioner.records.work() as work:
        seen = work.visits.get(made.visit_id).prescription
    Points(clinic.practitioner).prescribe(made.visit_id, (), seen)
    return made


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[PointsDesk]:
    made = PointsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: PointsDesk, clinic: StaffedClinic, knee: KneeVisit) -> Iterator[PointsDesk]:
    screen.turn_to(knee.visit_id)
    stop = clinic.bus.subscribe(screen.presenter.heard)
    yield screen
    stop()

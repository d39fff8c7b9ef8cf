"""A staffed clinic for every test of the use cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.clinic import StaffedClinic, clinic_with_staff


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    """Owner, practitioner and front desk, signed in on a real encrypted database."""
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()

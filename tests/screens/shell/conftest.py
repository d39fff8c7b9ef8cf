"""A clinic with its staff, for whatever the shell keeps of their work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.clinic import StaffedClinic, clinic_with_staff


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()

"""A staffed clinic for the stories, let go of, so that the real application can open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acuchart.clinic.clock import HandClock
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.records import MORNING


@pytest.fixture
def clock() -> HandClock:
    """The clock on the wall of the clinic, moved by hand."""
    return HandClock(MORNING)


@pytest.fixture
def clinic(tmp_path: Path, clock: HandClock) -> Iterator[StaffedClinic]:
    """Owner, practitioner and front desk, signed in; close it before the application opens the folder."""
    staffed = clinic_with_staff(tmp_path, clock)
    yield staffed
    staffed.close()

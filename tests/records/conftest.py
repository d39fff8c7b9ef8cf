"""A fresh clinic for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acuchart.records.work import Records
from tests.helpers.records import FreshClinic, fresh_clinic


@pytest.fixture
def clinic(tmp_path: Path) -> FreshClinic:
    return fresh_clinic(tmp_path / "clinic")


@pytest.fixture
def records(clinic: FreshClinic) -> Iterator[Records]:
    records = clinic.open()
    yield records
    records.close()

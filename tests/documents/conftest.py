import pytest

from acuchart.clinic.body import Body
from acuchart.knowledge.body import read_body


@pytest.fixture(scope="session")
def body() -> Body:
    return read_body()

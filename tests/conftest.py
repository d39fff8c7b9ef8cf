"""What every test stands on: no display, one time zone, measured chance, and words out of the box."""

import os
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from hypothesis import HealthCheck, settings

from acuchart import words
from tests.helpers.pseudo_language import PseudoTranslation

settings.register_profile(
    "ci", max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "torture",
    max_examples=1000,
    stateful_step_count=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _words_out_of_the_box() -> Iterator[None]:
    """No test leaves its language or its formats to the next."""
    yield
    words.use_language(words.SOURCE_LANGUAGE)
    words.use_formats(words.Formats())


class _NoPrinters:
    """What a PC without a printer says."""

    @staticmethod
    def availablePrinterNames() -> list[str]:  # noqa: N802 - the name is Qt's
        return []


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test prints on the printer of the PC it runs on, or waits for somebody to choose one."""
    monkeypatch.setattr("acuchart.screens.shell.paper_out.QPrinterInfo", _NoPrinters)


@pytest.fixture
def pseudo_language() -> None:
    """Every text that goes through gettext comes out in brackets and longer by two fifths."""
    words.use_translation(PseudoTranslation())

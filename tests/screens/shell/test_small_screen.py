"""On a small screen nothing of the window lies beyond its edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from acuchart.screens.shell.main_window import SMALLEST, USUAL, MainWindow
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.opened_app import opened


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    made = opened(clinic_with_staff(tmp_path), qapp)
    yield made.app.window
    made.app.stop()


@pytest.mark.parametrize("screen", [QSize(1366, 728), QSize(1280, 800), QSize(1920, 900)])
def test_it_fills_a_screen_without_room_for_its_usual_size(window: MainWindow, screen: QSize) -> None:
    window.appear(screen)
    assert window.isMaximized()
    assert window.minimumSize() == window.minimumSize().boundedTo(screen)


def test_on_a_large_screen_it_has_its_usual_size(window: MainWindow) -> None:
    window.appear(QSize(1920, 1040))
    assert not window.isMaximized()
    assert (window.size(), window.minimumSize()) == (USUAL, SMALLEST)

"""The keys of the body chart in the whole window, where other shortcuts wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.shell.navigation import Step
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import knee_visit
from tests.helpers.opened_app import OpenedApp, opened


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    made = clinic_with_staff(tmp_path)
    yield made
    made.close()


@pytest.fixture
def app(clinic: StaffedClinic, qapp: QApplication) -> Iterator[OpenedApp]:
    made = opened(clinic, qapp)
    yield made
    made.app.stop()


def test_the_keys_that_move_the_body_lead_to_no_other_step(app: OpenedApp, clinic: StaffedClinic) -> None:
    """Ctrl with an arrow goes from step to step, whatever has the focus; the body must not ask for it."""
    visit_id = knee_visit(clinic.practitioner).visit_id
    app.unlock(clinic.practitioner)
    navigator = app.app.shell.navigator
    assert navigator is not None
    navigator.to_visit(visit_id, Step.POINTS)
    body = app.find(BodyChart, "points.body")
    body.zoom_by(4)
    body.setFocus()
    before = body.camera
    QTest.keyClick(body, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert body.camera.x > before.x
    assert app.step() == Step.POINTS
    taken = {shortcut.key().toString() for shortcut in app.app.window.findChildren(QShortcut)}
    assert "Ctrl+Right" in taken
    assert not taken & {f"Shift+{way}" for way in ("Left", "Right", "Up", "Down")}

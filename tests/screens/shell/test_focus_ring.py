"""The ring around the focus belongs to one window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from acuchart.screens.shell.focus_ring import FocusRing
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.opened_app import opened


def test_it_ends_with_its_application(tmp_path: Path, qapp: QApplication) -> None:
    """Qt marks a change by keyboard once: a ring left over would take the mark from the next one."""
    app = opened(clinic_with_staff(tmp_path), qapp).app
    assert app.window.findChildren(FocusRing)
    app.stop()
    assert not qapp.findChildren(FocusRing)

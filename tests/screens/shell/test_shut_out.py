"""A clinic that can't be opened: nobody lying with needles is hidden by it, and it is tried again."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.single import Hold
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.lying import needles_in
from tests.helpers.opened_app import opened


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    return clinic_with_staff(tmp_path)


def test_a_clinic_that_cannot_be_opened_shows_who_lies_and_opens_once_it_can(
    clinic: StaffedClinic, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(_self: Hold) -> None:
        raise ChartTrouble("The clinic folder is read-only.")

    needles_in(clinic, "Room 1", timedelta(minutes=1))
    with monkeypatch.context() as read_only:
        read_only.setattr(Hold, "take", take)
        made = opened(clinic, qapp)
        side = made.app.window.unlock.sign_in
        assert side.trouble.title.text() == "The clinic folder is read-only."
        assert [card.face.face.room for card in made.app.window.unlock.clocks.cards] == ["Room 1"]
        assert not side.passphrase.isVisibleTo(side)
    made.find(QPushButton, "unlock.again").click()
    assert side.passphrase.isVisibleTo(side)
    made.unlock(clinic.owner)
    assert not made.app.shell.locked
    made.app.stop()


def test_a_clinic_that_is_damaged_can_be_tried_again(clinic: StaffedClinic, qapp: QApplication) -> None:
    clinic.close()
    vault = clinic.folder / "vault.json"
    whole = vault.read_text()
    vault.write_text("{")
    made = opened(clinic, qapp)
    vault.write_text(whole)
    made.find(QPushButton, "unlock.again").click()
    made.unlock(clinic.owner)
    assert not made.app.shell.locked
    made.app.stop()

"""The way in without a passphrase: nothing it is asked is answered by silence."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.shell.unlock.recovery import Recovery
from acuchart.screens.shell.unlock.sign_in import PersonWords


@pytest.fixture
def panel(qtbot: QtBot) -> Recovery:
    made = Recovery()
    qtbot.addWidget(made)
    return made


def test_without_accounts_it_says_so(panel: Recovery, qtbot: QtBot) -> None:
    panel.show_owners(())
    with qtbot.assertNotEmitted(panel.wanted):
        panel.go.click()
    assert "can't be read" in panel.error


def test_two_different_passphrases_are_not_sent(panel: Recovery, qtbot: QtBot) -> None:
    panel.show_owners((PersonWords(UUID(int=1), "Noor Halvorsen", "Owner", AvatarTone.JADE),))
    panel.new.editor.setProperty("text", "seven quiet needles rest")
    with qtbot.assertNotEmitted(panel.wanted):
        panel.go.click()
    assert "differ" in panel.error
    panel.again.editor.setProperty("text", "seven quiet needles rest")
    with qtbot.waitSignal(panel.wanted) as sent:
        panel.go.click()
    assert sent.args == [UUID(int=1), "", "seven quiet needles rest"]

"""Wrong passphrases are counted and slowed down, over restarts too."""

from datetime import timedelta
from pathlib import Path

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.attempts import FILE, Failures, TooManyTries, WrongPassphrase, wait_after
from acuchart.records.vault import Vault
from tests.helpers.records import MORNING, OWNER_PASSPHRASE, FreshClinic

NONE = timedelta(0)
MINUTE = timedelta(minutes=1)


def wrong(clinic: FreshClinic, vault: Vault | None = None) -> WrongPassphrase:
    with pytest.raises(WrongPassphrase) as caught:
        (vault or clinic.vault_again()).unlock(clinic.owner.id, "not this one at all")
    return caught.value


def test_the_wait_doubles_up_to_a_quarter_of_an_hour() -> None:
    minutes = [wait_after(count) // MINUTE for count in range(12)]
    assert minutes == [0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]
    assert wait_after(10**9) == 15 * MINUTE


def test_the_sentences_count_down(clinic: FreshClinic) -> None:
    sentences = [wrong(clinic).sentence for _try in range(5)]
    assert sentences[0] == "That's not it. 4 tries left, then 1 minute wait."
    assert sentences[3] == "That's not it. 1 try left, then 1 minute wait."
    assert sentences[4] == "That's not it. Try again in 1:00."


def test_while_waiting_even_the_right_passphrase_waits(clinic: FreshClinic) -> None:
    for _try in range(5):
        wrong(clinic)
    clinic.clock.forward(timedelta(seconds=15))
    with pytest.raises(TooManyTries) as caught:
        clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE)
    assert caught.value.sentence == "Try again in 0:45."
    assert clinic.vault_again().wait(clinic.clock.now()) == timedelta(seconds=45)
    clinic.clock.forward(timedelta(seconds=45))
    assert clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key


def test_each_wrong_try_after_a_wait_waits_longer(clinic: FreshClinic) -> None:
    for _try in range(5):
        wrong(clinic)
    clinic.clock.forward(MINUTE)
    assert wrong(clinic).wait == 2 * MINUTE
    clinic.clock.forward(2 * MINUTE)
    assert wrong(clinic).wait == 4 * MINUTE


def test_a_right_passphrase_forgives(clinic: FreshClinic) -> None:
    for _try in range(4):
        wrong(clinic)
    clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE)
    assert wrong(clinic).tries_left == 4


def test_one_person_does_not_lock_out_another(clinic: FreshClinic) -> None:
    tom = User(new_id(), "Tom Okafor", Role.PRACTITIONER)
    clinic.vault.add_user(clinic.key, tom, "seven quiet rivers run")
    for _try in range(5):
        wrong(clinic)
    vault = clinic.vault_again()
    now = clinic.clock.now()
    assert vault.wait(now, tom.id) == NONE
    assert vault.wait(now, clinic.owner.id) == vault.wait(now) == MINUTE
    assert vault.unlock(tom.id, "seven quiet rivers run") == clinic.key
    assert vault.wait(now, clinic.owner.id) == MINUTE


def test_a_recovery_key_that_is_another_counts_too(clinic: FreshClinic, tmp_path: Path) -> None:
    old = clinic.recovery_key
    clinic.vault.replace_recovery_key(clinic.key)
    for _try in range(5):
        with pytest.raises(WrongPassphrase):
            clinic.vault_again().unlock_with_recovery(old.text)
    with pytest.raises(TooManyTries):
        clinic.vault_again().unlock_with_recovery(old.text)


def test_a_mistyped_recovery_key_does_not_count(clinic: FreshClinic) -> None:
    for _try in range(9):
        with pytest.raises(ChartTrouble, match="Group 1"):
            clinic.vault_again().unlock_with_recovery("00001")
    assert clinic.vault_again().wait(clinic.clock.now()) == NONE


def test_a_clock_set_back_never_waits_longer_than_the_whole_wait() -> None:
    failures = Failures(5, MORNING)
    assert failures.wait(MORNING - timedelta(days=400)) == MINUTE
    assert failures.wait(MORNING + timedelta(days=400)) == NONE


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"a": 1}', b'{"a": {"count": "many"}}', b"\xff"]
)
def test_a_damaged_count_leaves_one_try_and_does_not_fail(clinic: FreshClinic, content: bytes) -> None:
    (clinic.folder / FILE).write_bytes(content)
    assert wrong(clinic).wait == MINUTE
    clinic.clock.forward(MINUTE)
    assert clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key


def test_a_folder_that_cannot_be_written_still_counts_while_the_program_runs(clinic: FreshClinic) -> None:
    # A folder in the place of the file can't be replaced by one, whoever runs the test.
    (clinic.folder / FILE).mkdir()
    vault = clinic.vault_again()
    assert wrong(clinic, vault).wait == MINUTE
    with pytest.raises(TooManyTries):
        vault.unlock(clinic.owner.id, OWNER_PASSPHRASE)
    clinic.clock.forward(MINUTE)
    assert vault.unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key

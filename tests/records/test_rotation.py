"""Another data key for the same records, and a rotation cut short at any step."""

from collections.abc import Callable

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import opens
from acuchart.records.opening import FILE, NEXT
from acuchart.records.vault import WrongPassphrase
from acuchart.records.work import Records
from tests.helpers.records import OWNER_PASSPHRASE, FreshClinic, open_chart

NEW = "an entirely new passphrase"


class PowerCut(BaseException):
    """Ends the program where it stands."""


def test_after_a_rotation_only_the_new_keys_open(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
    rotation = clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW}, records.rekey)
    with records.work() as work:
        assert work.patients.get(chart.patient.id) == chart.patient
    again = clinic.vault_again()
    assert again.unlock(clinic.owner.id, NEW) == rotation.new_key != clinic.key
    assert again.unlock_with_recovery(rotation.recovery_key.text) == rotation.new_key
    assert not opens(clinic.folder, clinic.key)
    with pytest.raises(WrongPassphrase):
        again.unlock(clinic.owner.id, OWNER_PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        again.unlock_with_recovery(clinic.recovery_key.text)
    assert not (clinic.folder / NEXT).exists()


def test_a_vault_rotates_closed_records_by_itself(clinic: FreshClinic) -> None:
    rotation = clinic.vault.rotate(clinic.key, {clinic.owner.id: OWNER_PASSPHRASE})
    assert opens(clinic.folder, rotation.new_key)
    assert clinic.vault.unlock(clinic.owner.id, OWNER_PASSPHRASE) == rotation.new_key


def test_everybody_open_needs_a_passphrase_and_the_closed_stay_closed(clinic: FreshClinic) -> None:
    tom, eve = (User(new_id(), name, Role.PRACTITIONER) for name in ("Tom Okafor", "Eve Marsh"))
    for user in (tom, eve):
        clinic.vault.add_user(clinic.key, user, NEW)
    clinic.vault.close_user(clinic.key, eve.id)
    before = (clinic.folder / FILE).read_bytes()
    for passphrases in ({}, {clinic.owner.id: NEW}, {clinic.owner.id: NEW, tom.id: NEW, eve.id: NEW}):
        with pytest.raises(ChartTrouble, match="Everybody"):
            clinic.vault.rotate(clinic.key, passphrases)
    with pytest.raises(ChartTrouble, match="at least"):
        clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW, tom.id: "short"})
    assert (clinic.folder / FILE).read_bytes() == before
    assert opens(clinic.folder, clinic.key)
    rotation = clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW, tom.id: NEW})
    assert [person.closed for person in clinic.vault_again().people] == [False, False, True]
    assert clinic.vault_again().unlock(tom.id, NEW) == rotation.new_key
    with pytest.raises(WrongPassphrase):
        clinic.vault_again().unlock(eve.id, NEW)


def _cut_before(clinic: FreshClinic) -> Callable[[bytes], None]:
    def rekey(_new_key: bytes) -> None:
        raise PowerCut

    return rekey


def _cut_after(clinic: FreshClinic) -> Callable[[bytes], None]:
    def rekey(new_key: bytes) -> None:
        records = clinic.open()
        records.rekey(new_key)
        records.close()
        raise PowerCut

    return rekey


def test_power_cut_before_the_database_has_the_new_key(clinic: FreshClinic) -> None:
    with pytest.raises(PowerCut):
        clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW}, _cut_before(clinic))
    assert (clinic.folder / NEXT).exists()
    with pytest.raises(WrongPassphrase):
        clinic.vault_again().unlock(clinic.owner.id, NEW)
    assert clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key
    assert not (clinic.folder / NEXT).exists()
    clinic.open().close()


def test_power_cut_after_the_database_has_the_new_key(clinic: FreshClinic) -> None:
    with pytest.raises(PowerCut):
        clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW}, _cut_after(clinic))
    with pytest.raises(WrongPassphrase):
        clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE)
    assert (clinic.folder / NEXT).exists()
    vault = clinic.vault_again()
    new_key = vault.unlock(clinic.owner.id, NEW)
    assert opens(clinic.folder, new_key)
    assert not (clinic.folder / NEXT).exists()
    assert clinic.vault_again().unlock(clinic.owner.id, NEW) == new_key
    vault.set_passphrase(new_key, clinic.owner.id, OWNER_PASSPHRASE)


def test_power_cut_with_the_same_passphrase_before_and_after(clinic: FreshClinic) -> None:
    for cut in (_cut_before, _cut_after):
        with pytest.raises(PowerCut):
            clinic.vault.rotate(clinic.key, {clinic.owner.id: OWNER_PASSPHRASE}, cut(clinic))
        key = clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE)
        assert opens(clinic.folder, key)
        assert (key == clinic.key) == (cut is _cut_before)


def test_a_rotation_in_trouble_leaves_the_old_key(clinic: FreshClinic) -> None:
    def full(_new_key: bytes) -> None:
        raise ChartTrouble("The disk is full.")

    before = (clinic.folder / FILE).read_bytes()
    with pytest.raises(ChartTrouble, match="full"):
        clinic.vault.rotate(clinic.key, {clinic.owner.id: NEW}, full)
    assert (clinic.folder / FILE).read_bytes() == before
    assert not (clinic.folder / NEXT).exists()
    assert clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key


def test_a_foreign_header_beside_does_no_harm(clinic: FreshClinic) -> None:
    (clinic.folder / NEXT).write_bytes(b"{")
    assert clinic.vault_again().unlock(clinic.owner.id, OWNER_PASSPHRASE) == clinic.key
    assert not (clinic.folder / NEXT).exists()

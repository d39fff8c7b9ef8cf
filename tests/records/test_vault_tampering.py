"""Whoever edits the vault file without the data key gets nowhere, whatever they edit."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.attempts import FILE as ATTEMPTS
from acuchart.records.attempts import WrongPassphrase
from acuchart.records.opening import FILE
from tests.helpers.records import OWNER_PASSPHRASE, FreshClinic

TOM = User(new_id(), "Tom Okafor", Role.PRACTITIONER)
TOMS = "seven quiet rivers run"
Place = tuple[str | int, ...]


@pytest.fixture
def staffed(clinic: FreshClinic) -> FreshClinic:
    clinic.vault.add_user(clinic.key, TOM, TOMS)
    return clinic


def _leaves(data: object, place: Place = ()) -> Iterator[Place]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if items is None:
        yield place
    else:
        for key, item in items:
            yield from _leaves(item, (*place, key))


def _edited(data: Any, place: Place, edit: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    data = copy.deepcopy(data)
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = edit(inner[place[-1]])
    return data


def _another(leaf: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """A leaf of the same type and size that still looks right."""
    if isinstance(leaf, bool):
        return not leaf
    if isinstance(leaf, int):
        return leaf + 1
    if leaf in set(Role):
        return "front_desk" if leaf == "owner" else "owner"
    if leaf is None:
        return "00"
    return ("1" if leaf[0] != "1" else "2") + leaf[1:]


def _write(clinic: FreshClinic, data: object) -> None:
    (clinic.folder / FILE).write_text(json.dumps(data))
    (clinic.folder / ATTEMPTS).unlink(missing_ok=True)


def _refused(clinic: FreshClinic, user_id: UUID, passphrase: str) -> ChartTrouble:
    with pytest.raises(ChartTrouble) as caught:
        clinic.vault_again().unlock(user_id, passphrase)
    return caught.value


def test_every_single_value_is_vouched_for(staffed: FreshClinic) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    leaves = list(_leaves(data))
    assert len(leaves) > 25
    for leaf in leaves:
        _write(staffed, _edited(data, leaf, _another))
        for person, passphrase in ((staffed.owner, OWNER_PASSPHRASE), (TOM, TOMS)):
            assert _refused(staffed, person.id, passphrase).sentence, leaf
    _write(staffed, data)
    assert staffed.vault_again().unlock(TOM.id, TOMS) == staffed.key


@pytest.mark.parametrize("junk", [None, [], {}, "x", -1, 10**30, 1.5, True, "zz", "0", "ü", "\ud800"])
def test_no_value_of_another_kind_does_more_than_a_sentence(staffed: FreshClinic, junk: object) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    for leaf in _leaves(data):
        edited = _edited(data, leaf, lambda _leaf: junk)
        if json.dumps(edited) != json.dumps(data):
            _write(staffed, edited)
            _refused(staffed, staffed.owner.id, OWNER_PASSPHRASE)


def test_wraps_do_not_change_hands(staffed: FreshClinic) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    first, second = data["accounts"]
    first["wrap"], second["wrap"] = second["wrap"], first["wrap"]
    _write(staffed, data)
    assert isinstance(_refused(staffed, staffed.owner.id, TOMS), WrongPassphrase)


def test_the_recovery_wrap_opens_no_account(staffed: FreshClinic) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    data["accounts"][0]["wrap"] = data["recovery"]
    _write(staffed, data)
    assert isinstance(_refused(staffed, staffed.owner.id, staffed.recovery_key.text), WrongPassphrase)


@pytest.mark.parametrize("edit", ["one more", "one less", "other order", "a field more"])
def test_the_list_of_people_is_vouched_for(staffed: FreshClinic, edit: str) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    accounts = data["accounts"]
    if edit == "one more":
        accounts.append(_edited(accounts[1], ("person", "id"), lambda _id: str(new_id())))
    elif edit == "one less":
        accounts.pop()
    elif edit == "other order":
        accounts.reverse()
    else:
        accounts[0]["person"]["admin"] = True
    _write(staffed, data)
    assert not isinstance(_refused(staffed, staffed.owner.id, OWNER_PASSPHRASE), WrongPassphrase)


@pytest.mark.parametrize(
    ("field", "figure"),
    [("time", 0), ("time", 10**6), ("memory_kib", 7), ("memory_kib", 2**31), ("lanes", 0), ("lanes", 10**5)],
)
def test_parameters_that_weaken_or_exhaust_are_refused_before_they_are_used(
    clinic: FreshClinic, field: str, figure: int
) -> None:
    data = json.loads((clinic.folder / FILE).read_text())
    _write(clinic, _edited(data, ("accounts", 0, "wrap", "cost", field), lambda _figure: figure))
    with pytest.raises(ChartTrouble, match="damaged or foreign"):
        clinic.vault_again()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"\xff\xfe", b"{}", b"[" * 100_000, b'{"version": 1}', b"9" * 10_000],
)
def test_a_damaged_or_foreign_file_is_a_sentence(clinic: FreshClinic, content: bytes) -> None:
    (clinic.folder / FILE).write_bytes(content)
    with pytest.raises(ChartTrouble, match="damaged or foreign"):
        clinic.vault_again()


def test_a_huge_file_is_not_read(clinic: FreshClinic) -> None:
    with (clinic.folder / FILE).open("wb") as file:
        file.truncate(1 << 33)
    with pytest.raises(ChartTrouble, match="not a file of AcuChart"):
        clinic.vault_again()


def test_a_newer_vault_says_so(clinic: FreshClinic) -> None:
    (clinic.folder / FILE).write_text('{"version": 2, "whatever": "comes"}')
    with pytest.raises(ChartTrouble, match="newer AcuChart"):
        clinic.vault_again()


def test_an_edited_header_is_not_blessed_by_the_next_change(staffed: FreshClinic) -> None:
    data = json.loads((staffed.folder / FILE).read_text())
    _write(staffed, _edited(data, ("accounts", 1, "person", "role"), lambda _role: "owner"))
    with pytest.raises(ChartTrouble, match="changed outside"):
        staffed.vault.set_passphrase(staffed.key, staffed.owner.id, "a brand new passphrase")

"""Which start of the PC this is, on every system it runs on."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from acuchart.clinic.clock import awake_or_not
from acuchart.records.boot import boot_id, boot_id_on


class Registry:
    """As much of Windows' registry as is asked for."""

    HKEY_LOCAL_MACHINE = 1

    def __init__(self, values: dict[str, int]) -> None:
        self.values = values

    def OpenKey(self, _root: int, name: str) -> "Registry":  # noqa: N802 - Windows' name
        assert name.endswith("PrefetchParameters")
        return self

    def QueryValueEx(self, _key: object, name: str) -> tuple[int, int]:  # noqa: N802 - Windows' name
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name], 4

    def __enter__(self) -> "Registry":
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to close."""


def test_the_start_of_this_pc_is_the_same_all_along() -> None:
    assert boot_id() == boot_id() == boot_id_on(sys.platform)


@pytest.mark.parametrize(("values", "told"), [({"BootId": 412}, "412"), ({}, "")])
def test_windows_counts_its_starts(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, int], told: str
) -> None:
    monkeypatch.setitem(sys.modules, "winreg", Registry(values))
    assert boot_id_on("win32") == told


@pytest.mark.parametrize(("refused", "told"), [(0, "3F2A-11"), (-1, "")])
def test_a_mac_names_its_starts(monkeypatch: pytest.MonkeyPatch, refused: int, told: str) -> None:
    def sysctlbyname(name: bytes, room: Any, _size: object, *_new: object) -> int:  # noqa: ANN401 - a buffer of C
        assert name == b"kern.bootsessionuuid"
        room.value = b"3F2A-11"
        return refused

    library = SimpleNamespace(sysctlbyname=sysctlbyname)
    monkeypatch.setattr("ctypes.CDLL", lambda _name: library)
    assert boot_id_on("darwin") == told


@pytest.mark.parametrize("platform", ["win32", "darwin", "freebsd14"])
def test_a_system_that_does_not_say_is_no_trouble(platform: str) -> None:
    assert boot_id_on(platform) == ""


def test_the_ticks_go_on_while_the_pc_sleeps() -> None:
    """On Linux and on macOS another clock is asked for; on Windows the usual one does."""
    assert awake_or_not("linux") is not None
    assert awake_or_not("linux") != awake_or_not("darwin")
    assert awake_or_not("win32") is None

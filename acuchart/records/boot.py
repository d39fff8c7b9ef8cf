"""Which start of the PC this is: the seconds since a start mean something only within that start."""

import ctypes
import ctypes.util
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_LINUX = Path("/proc/sys/kernel/random/boot_id")
_MAC = b"kern.bootsessionuuid"
_WINDOWS = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
_LONGEST = 64


@cache
def boot_id() -> str:
    """What tells one start of the PC from another; empty where the system does not say."""
    return boot_id_on(sys.platform)


def boot_id_on(platform: str) -> str:
    """The same on the system of that name, such as "linux"."""
    ask = {"linux": _on_linux, "darwin": _on_mac, "win32": _on_windows}.get(platform)
    try:
        return "" if ask is None else ask()
    except (OSError, ImportError, AttributeError, ValueError):
        return ""


def _on_linux() -> str:
    return _LINUX.read_text(encoding="ascii").strip()


def _on_mac() -> str:
    told, size = ctypes.create_string_buffer(_LONGEST), ctypes.c_size_t(_LONGEST)
    system = ctypes.CDLL(ctypes.util.find_library("c"))
    refused: int = system.sysctlbyname(_MAC, told, ctypes.byref(size), None, 0)
    return "" if refused else told.value.decode("ascii")


def _on_windows() -> str:
    """The number Windows counts its starts with."""
    registry: Any = import_module("winreg")
    with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _WINDOWS) as key:
        return str(registry.QueryValueEx(key, "BootId")[0])

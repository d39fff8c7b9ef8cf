"""The doorway to small files of the clinic folder: written whole or not at all, and private."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

LARGEST = 4 * 1024 * 1024
"""Bytes; none of these files comes near it."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_FULL = N_("The disk is full. Free some space.")
_READ_ONLY = N_("The clinic folder is read-only. Allow AcuChart to write there.")
_UNREADABLE = N_("The disk could not be read or written. Check it.")
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


@contextmanager
def disk_troubles() -> Iterator[None]:
    """Turns errors of the disk inside into troubles."""
    try:
        yield
    except OSError as error:
        raise disk_trouble(error) from error


def disk_trouble(error: OSError) -> ChartTrouble:
    """The trouble behind an error of the disk."""
    return ChartTrouble(_(_SENTENCES.get(error.errno or 0, _UNREADABLE)))


def make_folder(folder: Path) -> None:
    """Makes a folder that only its owner may look into, and those above it; leaves an existing one as it is.

    Raises:
        ChartTrouble: It can't be made.
    """
    with disk_troubles():
        folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Puts a file in place of the one before: after a crash there is the old or the new one, whole.

    Raises:
        ChartTrouble: The disk is full, read-only or broken; the old file stands.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with disk_troubles():
        try:
            _write(beside, content)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def read_whole(path: Path) -> bytes | None:
    """The content of a file; None when there is none.

    Raises:
        ChartTrouble: It can't be read, or is far too large to be ours.
    """
    with disk_troubles():
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
    if len(content) > LARGEST:
        raise ChartTrouble(_("{file} is not a file of AcuChart.").format(file=path.name))
    return content


def move(source: Path, target: Path) -> None:
    """Puts a file in place of another in the same folder, in one step.

    Raises:
        ChartTrouble: The disk is read-only or broken; both files stand.
    """
    with disk_troubles():
        source.replace(target)
        _sync_folder(target.parent)


def remove(path: Path) -> None:
    """Removes a file that may be there.

    Raises:
        ChartTrouble: The disk is read-only or broken.
    """
    with disk_troubles():
        path.unlink(missing_ok=True)
        _sync_folder(path.parent)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE_FILE
    )
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Without it a power cut may bring the old name back. Windows has no such call for a folder.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

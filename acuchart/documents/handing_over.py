"""Writing a paper into the file somebody chose for it."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

_FULL = N_("The disk is full. Free some space, or choose another place.")
_REFUSED = N_("The file can't be written there. Choose another place.")


def write_paper(pdf: bytes, path: Path) -> None:
    """Puts it there whole, for the person's own eyes, or leaves everything as it was.

    Raises:
        ChartTrouble: It can't be written there.
    """
    beside: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".pdf", delete=False) as file:
            beside = Path(file.name)
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise ChartTrouble(_(_FULL if full else _REFUSED)) from error

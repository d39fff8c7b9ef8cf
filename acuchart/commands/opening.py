"""A clinic opened from a script: whose it is, who asks, and a passphrase that is never an argument."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acuchart.clinic.clock import SystemClock
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.words import _

if TYPE_CHECKING:
    # The database is loaded only where a clinic is opened.
    from acuchart.charting.door import Door
    from acuchart.charting.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Asked:
    """A clinic to be opened.

    Attributes:
        user: Name of an account; asked for where empty.
        passphrase_file: A file with the passphrase; asked for where None.
    """

    folder: Path
    user: str = ""
    passphrase_file: Path | None = None


@contextmanager
def opened(asked: Asked, knowledge: Knowledge) -> Iterator["Sitting"]:
    """A person signed in, until the block ends.

    Raises:
        ChartTrouble: There is no such clinic, account or passphrase, or AcuChart has the clinic open.
    """
    from acuchart.charting.bus import Bus
    from acuchart.charting.door import Door
    from acuchart.records.single import Hold

    door = Door(asked.folder, knowledge, SystemClock(), Bus())
    if not door.founded:
        raise ChartTrouble(_("There is no clinic in {folder}.").format(folder=asked.folder))
    with Hold(asked.folder):
        sitting = _unlocked(door, asked)
        try:
            yield sitting
        finally:
            sitting.records.close()


def _unlocked(door: "Door", asked: Asked) -> "Sitting":
    name = asked.user or str(click.prompt(_("User"), err=True))
    found = [person for person in door.people() if person.name.casefold() == name.strip().casefold()]
    if not found:
        raise ChartTrouble(_("Nobody called {name} has an account here.").format(name=name))
    return door.unlock(found[0].id, _passphrase(asked.passphrase_file))


def _passphrase(file: Path | None) -> str:
    if file is None:
        return str(click.prompt(_("Passphrase"), hide_input=True, err=True))
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise ChartTrouble(_("{name} can't be read. Check the path.").format(name=file)) from None

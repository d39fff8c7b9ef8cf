"""A staffed clinic made once, copied for every example, that can be closed and opened like a real one."""

import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from acuchart.charting.bus import Bus
from acuchart.charting.door import Door
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import HandClock
from acuchart.clinic.people import Role
from acuchart.knowledge import load
from acuchart.records.cipher import connect
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.records import CHEAP, MORNING

ROLES = {"owner": Role.OWNER, "practitioner": Role.PRACTITIONER, "desk": Role.FRONT_DESK}

Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class Template:
    """A closed clinic folder with its data key."""

    folder: Path
    key: bytes
    users: dict[str, UUID]
    passphrases: dict[UUID, str]


@cache
def template() -> Template:
    """The clinic that every example starts from."""
    staffed = clinic_with_staff(Path(tempfile.mkdtemp(prefix="acuchart-practice-")))
    people = {"owner": staffed.owner, "practitioner": staffed.practitioner, "desk": staffed.desk}
    made = Template(
        staffed.folder,
        staffed.owner.key,
        {name: sitting.user.id for name, sitting in people.items()},
        dict(staffed.passphrases),
    )
    staffed.close()
    return made


class Place:
    """One clinic folder of one example. `sittings` holds who is signed in."""

    def __init__(self) -> None:
        self._above = tempfile.TemporaryDirectory(prefix="acuchart-practice-")
        self.folder = Path(self._above.name) / "clinic"
        shutil.copytree(template().folder, self.folder)
        self.clock = HandClock(MORNING)
        self.bus = Bus()
        self.knowledge = load()
        self.sittings: dict[str, Sitting] = {}
        self._looking_in = connect(self.folder, template().key)
        self.open()

    @property
    def door(self) -> Door:
        """The way in."""
        return Door(self.folder, self.knowledge, self.clock, self.bus, CHEAP)

    def passphrase(self, who: str) -> str:
        """The passphrase of somebody who works here."""
        return template().passphrases[template().users[who]]

    def open(self) -> None:
        """Everybody signs in."""
        for who, user_id in template().users.items():
            self.sittings[who] = self.door.unlock(user_id, self.passphrase(who))

    def close(self) -> None:
        """Everybody signs out; the records are closed."""
        for sitting in self.sittings.values():
            sitting.records.close()
        self.sittings.clear()

    def tear_down(self) -> None:
        """Leaves nothing behind."""
        self.close()
        self._looking_in.close()
        self._above.cleanup()

    def rows(self) -> Rows:
        """Every value of every table, read beside the program."""
        with closing(
            self._looking_in.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ) as found:
            tables = [name for (name,) in found]
        return {table: self._looking_in.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}  # noqa: S608 - the names of its own tables

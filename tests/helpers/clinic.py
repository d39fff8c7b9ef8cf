"""A clinic with its staff, on a real encrypted database, with passphrases that cost little."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from acuchart.charting.accounts import Accounts
from acuchart.charting.bus import Bus
from acuchart.charting.door import Door
from acuchart.charting.founding import Founding
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import Clock, HandClock
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.people import Role, User
from acuchart.knowledge import load
from tests.helpers.records import CHEAP, MORNING, OWNER_PASSPHRASE

PRACTITIONER_PASSPHRASE = "seven quiet needles rest"
DESK_PASSPHRASE = "three cups of green tea"
DETAILS = ClinicDetails("Jade Court Clinic", "12 Example Lane", "555 0100")


@dataclass(frozen=True)
class StaffedClinic:
    """A clinic and three people signed in; all of it belongs to the thread that made it.

    `close` lets go of the records, so that the real application can open the folder. `passphrases` go by
    user id, `recovery_groups` is the key of the owner's sheet.
    """

    folder: Path
    door: Door
    bus: Bus
    clock: Clock
    owner: Sitting
    practitioner: Sitting
    desk: Sitting
    passphrases: Mapping[UUID, str]
    recovery_groups: tuple[str, ...]

    def close(self) -> None:
        """Signs everybody out."""
        for sitting in (self.owner, self.practitioner, self.desk):
            sitting.records.close()


def clinic_with_staff(tmp_path: Path, clock: Clock | None = None) -> StaffedClinic:
    """Founds a clinic below a folder, with an owner who treats, a practitioner and a front desk."""
    clock = clock or HandClock(MORNING)
    bus = Bus()
    door = Door(tmp_path / "clinic", load(), clock, bus, CHEAP)
    founded = door.found(Founding(DETAILS, "Noor Halvorsen", "LIC-1", OWNER_PASSPHRASE))
    accounts = Accounts(founded.sitting)
    eli = accounts.add("Eli Brandt", Role.PRACTITIONER, "LIC-2", PRACTITIONER_PASSPHRASE)
    desk = accounts.add("Front desk", Role.FRONT_DESK, "", DESK_PASSPHRASE)
    return StaffedClinic(
        folder=door.folder,
        door=door,
        bus=bus,
        clock=clock,
        owner=founded.sitting,
        practitioner=_in(door, eli, PRACTITIONER_PASSPHRASE),
        desk=_in(door, desk, DESK_PASSPHRASE),
        passphrases={
            founded.sitting.user.id: OWNER_PASSPHRASE,
            eli.id: PRACTITIONER_PASSPHRASE,
            desk.id: DESK_PASSPHRASE,
        },
        recovery_groups=founded.recovery_groups,
    )


def _in(door: Door, user: User, passphrase: str) -> Sitting:
    return door.unlock(user.id, passphrase)

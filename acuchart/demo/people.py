"""The people of the fictional clinic. Nobody here exists."""

from dataclasses import dataclass

from acuchart.clinic.people import Role


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works at the clinic, with the passphrase of the demonstration."""

    name: str
    role: Role
    licence: str
    passphrase: str


NOOR = Staff("Noor Halvorsen", Role.OWNER, "AC-1001", "seven quiet needles rest")
ELI = Staff("Eli Brandt", Role.PRACTITIONER, "AC-1002", "green tea at half past two")
DESK = Staff("Front desk", Role.FRONT_DESK, "", "please take a seat over there")
STAFF = (NOOR, ELI, DESK)

CLINIC = "Jade Court Clinic"
ADDRESS = "12 Example Lane"
PHONE = "555 0100"


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody who comes to be treated."""

    given: str
    family: str
    born: str
    phone: str

    @property
    def name(self) -> str:
        """The name as shown."""
        return f"{self.given} {self.family}"


MARA = Someone("Mara", "Ellison", "02/04/1985", "555 0148")
TOMAS = Someone("Tomas", "Reyes", "03/09/1961", "555 0151")
PATIENTS = (MARA, TOMAS)

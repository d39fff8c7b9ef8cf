"""The people of a clinic: those who work there and those who are treated."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

OLDEST = 130


class Role(StrEnum):
    """What a person does at the clinic; what each may do stands in `charting`."""

    OWNER = "owner"
    PRACTITIONER = "practitioner"
    FRONT_DESK = "front_desk"


ROLE_WORDS = {
    Role.OWNER: N_("Owner"),
    Role.PRACTITIONER: N_("Practitioner"),
    Role.FRONT_DESK: N_("Front desk"),
}


@dataclass(frozen=True, slots=True)
class User:
    """An account of one person.

    Attributes:
        licence: Licence number; an owner without one does no clinical work.
        closed_at: When the account was closed; a closed one keeps its name in the records.
    """

    id: UUID
    name: str
    role: Role
    licence: str = ""
    closed_at: datetime | None = None
    version: int = 0

    @property
    def treats(self) -> bool:
        """Whether this person may chart: practitioners, and an owner who holds a licence."""
        return self.role is Role.PRACTITIONER or (self.role is Role.OWNER and bool(self.licence.strip()))


class Sex(StrEnum):
    """Sex as far as it matters clinically (menses, pregnancy, some red flags)."""

    FEMALE = "female"
    MALE = "male"
    INTERSEX = "intersex"
    NOT_ASKED = "not_asked"


SEX_WORDS = {
    Sex.FEMALE: N_("female"),
    Sex.MALE: N_("male"),
    Sex.INTERSEX: N_("intersex"),
    Sex.NOT_ASKED: N_("sex not asked"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in any script. A mononym stands in `family` or in `given` alone."""

    given: str = ""
    family: str = ""
    preferred: str = ""

    @property
    def full(self) -> str:
        """The name as written, given before family."""
        return " ".join(part for part in (self.given.strip(), self.family.strip()) if part)

    @property
    def called(self) -> str:
        """The name to greet the person with."""
        return self.preferred.strip() or self.given.strip() or self.family.strip()

    @property
    def short(self) -> str:
        """Name for a room board: the greeting name and the initial of the family name."""
        family = self.family.strip()
        return f"{self.called} {family[0]}." if family and family != self.called else self.called


def name_in(searched: str) -> Name:
    """The name in what somebody searched for, its last word as the family name.

    None where a digit stands in it: that is a birth date, a phone or a record number.
    """
    *given, last = searched.split() or [""]
    if any(letter.isdigit() for letter in searched):
        return Name()
    return Name(" ".join(given), last) if given else Name(last)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody."""

    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """Somebody beside the patient: the emergency contact or the primary-care provider."""

    name: str = ""
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """A person registered at the clinic.

    Attributes:
        number: Record number, like ``A-0148``; given at registration and never used again.
    """

    id: UUID
    number: str
    name: Name
    born: date
    sex: Sex = Sex.NOT_ASKED
    pronouns: str = ""
    contact: Contact = field(default_factory=Contact)
    emergency: OtherPerson = field(default_factory=OtherPerson)
    primary_care: OtherPerson = field(default_factory=OtherPerson)
    notes: str = ""
    version: int = 0

    def age(self, on: date) -> int:
        """Whole years on a date."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the registration form asks."""

    name: Name
    born: date
    sex: Sex = Sex.NOT_ASKED
    pronouns: str = ""
    contact: Contact = field(default_factory=Contact)
    emergency: OtherPerson = field(default_factory=OtherPerson)
    primary_care: OtherPerson = field(default_factory=OtherPerson)

    def upon(self, patient: Patient) -> Patient:
        """A registered patient with these particulars."""
        return replace(
            patient,
            name=self.name,
            born=self.born,
            sex=self.sex,
            pronouns=self.pronouns,
            contact=self.contact,
            emergency=self.emergency,
            primary_care=self.primary_care,
        )


def check_name(name: Name) -> Name:
    """The name, or trouble when there is none."""
    if not name.full:
        raise ChartTrouble(_("Type at least one name."))
    return name


def check_birth_date(born: date, today: date) -> date:
    """The date, or trouble when nobody can have been born on it."""
    if born > today:
        raise ChartTrouble(_("The date of birth lies in the future. Check the year."))
    if today.year - born.year > OLDEST:
        raise ChartTrouble(
            _("The date of birth is more than {n} years ago. Check the year.").format(n=OLDEST)
        )
    return born

"""The tables of patients, their risk facts and the last record number given."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column

from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.clinic.people import Contact, Name, OtherPerson, Sex
from acuchart.records.columns import word
from acuchart.records.tables.row import Row, Versioned


class PatientRow(Versioned, Row):
    """A person registered.

    Attributes:
        serial: Key of the search tables.
        search_words: The names as `naming.search_words` folds them.
        search_digits: The digits of the phone number.
    """

    __tablename__ = "patients"
    __table_args__ = (CheckConstraint("given <> '' OR family <> ''", name="named"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Name] = composite(
        mapped_column("given"), mapped_column("family"), mapped_column("preferred")
    )
    born: Mapped[date] = mapped_column(index=True)
    sex: Mapped[Sex] = mapped_column(word(Sex, "sex"))
    pronouns: Mapped[str]
    contact: Mapped[Contact] = composite(
        mapped_column("phone"), mapped_column("email"), mapped_column("address")
    )
    emergency: Mapped[OtherPerson] = composite(
        mapped_column("emergency_name"), mapped_column("emergency_relation"), mapped_column("emergency_phone")
    )
    primary_care: Mapped[OtherPerson] = composite(
        mapped_column("primary_care_name"),
        mapped_column("primary_care_relation"),
        mapped_column("primary_care_phone"),
    )
    notes: Mapped[str]
    search_words: Mapped[str]
    search_digits: Mapped[str]


class FlagRow(Row):
    """One answer to the question for one risk fact; the newest answer counts.

    Attributes:
        place: 1 for the first answer of this patient to this question.
    """

    __tablename__ = "flags"
    __table_args__ = (
        UniqueConstraint("patient_id", "kind", "place"),
        CheckConstraint("place > 0", name="place"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"))
    place: Mapped[int]
    kind: Mapped[FlagKind] = mapped_column(word(FlagKind, "kind"))
    state: Mapped[FlagState] = mapped_column(word(FlagState, "state"))
    detail: Mapped[str]
    due: Mapped[date | None]
    asked_on: Mapped[date | None]
    asked_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]


class CounterRow(Row):
    """The last number given of a series that never goes back."""

    __tablename__ = "counters"

    series: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]

"""Registering, finding and reading patients."""

from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.chart import PatientChart
from acuchart.clinic.events import PatientChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Particulars, Patient, check_birth_date, check_name
from acuchart.clinic.visit import Visit

ALIKE = 0.7


class Patients(UseCases):
    """Registration and search, open to the desk; the chart itself is clinical."""

    @use_case(Duty.DESK)
    def find(self, tx: Transaction, text: str) -> tuple[Patient, ...]:
        """Patients whose name parts, birth date, phone or record number fit; none for an empty text."""
        found = tx.work.patients.find(text) if text.strip() else ()
        tx.audit("patients.searched", detail=f"{len(found)}")
        return tuple(found)

    @use_case(Duty.DESK)
    def likely_duplicates(self, tx: Transaction, name: Name, born: date) -> tuple[Patient, ...]:
        """Registered patients with the same birth date and a similar name."""
        same_day = tx.work.patients.born_on(born)
        alike = tuple(patient for patient in same_day if _alike(name, patient.name))
        tx.audit("patients.compared", detail=f"{len(alike)}")
        return alike

    @use_case(Duty.DESK)
    def register(self, tx: Transaction, given: Particulars) -> Patient:
        """A new patient with the next record number."""
        check_name(given.name)
        check_birth_date(given.born, self.clock.today())
        bare = Patient(new_id(), tx.work.patients.next_number(), given.name, given.born)
        patient = tx.work.patients.add(given.upon(bare))
        tx.audit("patient.registered", patient.number)
        tx.publish(PatientChanged(patient.id))
        return patient

    @use_case(Duty.DESK)
    def particulars(self, tx: Transaction, patient_id: UUID) -> Patient:
        """Name, birth date and contacts, without anything clinical."""
        patient = tx.work.patients.get(patient_id)
        tx.audit("particulars.opened", patient.number)
        return patient

    @use_case(Duty.DESK)
    def change(self, tx: Transaction, patient: Patient) -> Patient:
        """Keeps changed particulars; refused when somebody changed them meanwhile."""
        check_name(patient.name)
        check_birth_date(patient.born, self.clock.today())
        before = tx.work.patients.get(patient.id)
        changed = tx.work.patients.change(replace(patient, number=before.number))
        tx.audit("particulars.changed", changed.number)
        tx.publish(PatientChanged(changed.id))
        return changed

    @use_case(Duty.CLINICAL)
    def chart(self, tx: Transaction, patient_id: UUID) -> PatientChart:
        """The chart of one patient."""
        work = tx.work
        patient = work.patients.get(patient_id)
        tx.audit("chart.opened", patient.number)
        return PatientChart(
            patient=patient,
            flags=work.flags.of(patient_id),
            courses=tuple(work.courses.of_patient(patient_id)),
            visits=tuple(sorted(work.visits.of_patient(patient_id), key=_newest_first)),
            intakes=tuple(work.intakes.of_patient(patient_id)),
        )


def _newest_first(visit: Visit) -> float:
    return -visit.arrived_at.timestamp()


def _alike(one: Name, other: Name) -> bool:
    first, second = (sorted(name.full.casefold().split()) for name in (one, other))
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= ALIKE

"""The tables, one module per step of the work; importing this makes the schema whole."""

from sqlalchemy import MetaData

from acuchart.records.tables.audit import AuditRow
from acuchart.records.tables.bedside import AdverseEventRow, RoomCallRow
from acuchart.records.tables.clinic import ClinicRow
from acuchart.records.tables.courses import CourseRow, IntakeRow
from acuchart.records.tables.patients import CounterRow, FlagRow, PatientRow
from acuchart.records.tables.plans import IssuedPointsRow, PlanRow, PrintJobRow
from acuchart.records.tables.points import RuleChangeRow, SavedPrescriptionRow
from acuchart.records.tables.row import Row
from acuchart.records.tables.sessions import SessionRow, TakenOutRow
from acuchart.records.tables.unfinished import UnfinishedFormRow
from acuchart.records.tables.users import UserRow
from acuchart.records.tables.visits import AddendumRow, KeptDangersRow, NoteRow, PlanDraftRow, VisitRow

SCHEMA: MetaData = Row.metadata

__all__ = [
    "SCHEMA",
    "AddendumRow",
    "AdverseEventRow",
    "AuditRow",
    "ClinicRow",
    "CounterRow",
    "CourseRow",
    "FlagRow",
    "IntakeRow",
    "IssuedPointsRow",
    "KeptDangersRow",
    "NoteRow",
    "PatientRow",
    "PlanDraftRow",
    "PlanRow",
    "PrintJobRow",
    "RoomCallRow",
    "Row",
    "RuleChangeRow",
    "SavedPrescriptionRow",
    "SessionRow",
    "TakenOutRow",
    "UnfinishedFormRow",
    "UserRow",
    "VisitRow",
]

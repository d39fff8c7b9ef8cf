"""The first schema."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from acuchart.records.migrations import guards_0001, search_0001

revision = "0001"
down_revision = None

_WORD: Final[dict[str, Any]] = {"native_enum": False, "create_constraint": True, "length": 32}


def upgrade() -> None:
    """Makes every table, the search and the guards."""
    _clinic()
    _counters()
    _patients()
    _users()
    _audit_events()
    _courses()
    _flags()
    _intakes()
    _visits()
    _addenda()
    _notes()
    _plan_drafts()
    _plans()
    _sessions()
    _needles_taken_out()
    _print_jobs()
    for statement in (*search_0001.TABLES, *search_0001.TRIGGERS, *guards_0001.TRIGGERS):
        op.execute(statement)


def _clinic() -> None:
    op.create_table(
        "clinic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
        sa.Column("paper", sa.Enum("A4", "Letter", name="ck_clinic_paper", **_WORD), nullable=False),
        sa.Column(
            "date_order", sa.Enum("dmy", "mdy", "ymd", name="ck_clinic_date_order", **_WORD), nullable=False
        ),
        sa.Column("clock", sa.Enum("24", "12", name="ck_clinic_clock", **_WORD), nullable=False),
        sa.Column("rooms", sa.JSON(), nullable=False),
        sa.Column("needle", sa.Text(), nullable=False),
        sa.Column("lock_minutes", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_clinic_one_row"),
        sa.CheckConstraint("lock_minutes BETWEEN 1 AND 30", name="ck_clinic_lock_minutes"),
        sa.PrimaryKeyConstraint("id", name="pk_clinic"),
    )


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", name="pk_counters"),
    )


def _patients() -> None:
    op.create_table(
        "patients",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("preferred", sa.Text(), nullable=False),
        sa.Column("born", sa.Date(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("female", "male", "intersex", "not_asked", name="ck_patients_sex", **_WORD),
            nullable=False,
        ),
        sa.Column("pronouns", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("emergency_name", sa.Text(), nullable=False),
        sa.Column("emergency_relation", sa.Text(), nullable=False),
        sa.Column("emergency_phone", sa.Text(), nullable=False),
        sa.Column("primary_care_name", sa.Text(), nullable=False),
        sa.Column("primary_care_relation", sa.Text(), nullable=False),
        sa.Column("primary_care_phone", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_words", sa.Text(), nullable=False),
        sa.Column("search_digits", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("given <> '' OR family <> ''", name="ck_patients_named"),
        sa.PrimaryKeyConstraint("id", name="pk_patients"),
        sa.UniqueConstraint("number", name="uq_patients_number"),
        sa.UniqueConstraint("serial", name="uq_patients_serial"),
    )
    op.create_index("ix_patients_born", "patients", ["born"], unique=False)


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("owner", "practitioner", "front_desk", name="ck_users_role", **_WORD),
            nullable=False,
        ),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )


def _audit_events() -> None:
    op.create_table(
        "audit_events",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("record_number", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint("place > 0", name="ck_audit_events_place"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_audit_events_user_id"),
        sa.PrimaryKeyConstraint("place", name="pk_audit_events"),
    )
    op.create_index("ix_audit_events_record_number", "audit_events", ["record_number"], unique=False)


def _courses() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("complaint", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("onset", sa.Date(), nullable=True),
        sa.Column(
            "mechanism",
            sa.Enum(
                "nociceptive",
                "neuropathic",
                "nociplastic",
                "mixed",
                "not_assessed",
                name="ck_courses_mechanism",
                **_WORD,
            ),
            nullable=False,
        ),
        sa.Column("goals", sa.JSON(), nullable=False),
        sa.Column("schedule", sa.JSON(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_courses_patient_id"),
        sa.PrimaryKeyConstraint("id", name="pk_courses"),
    )
    op.create_index("ix_courses_patient_id", "courses", ["patient_id"], unique=False)


def _flags() -> None:
    op.create_table(
        "flags",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pregnancy",
                "anticoagulant",
                "pacemaker",
                "bleeding_disorder",
                "epilepsy",
                "diabetes",
                "numbness",
                "immune_suppression",
                "valve_disease",
                "lymphoedema_left_arm",
                "lymphoedema_right_arm",
                "lymphoedema_left_leg",
                "lymphoedema_right_leg",
                "allergy_metal",
                "allergy_latex",
                "allergy_adhesive",
                "faints",
                "breast_implants",
                name="ck_flags_kind",
                **_WORD,
            ),
            nullable=False,
        ),
        sa.Column(
            "state", sa.Enum("yes", "asked_none", "not_asked", name="ck_flags_state", **_WORD), nullable=False
        ),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("place > 0", name="ck_flags_place"),
        sa.ForeignKeyConstraint(["asked_by"], ["users.id"], name="fk_flags_asked_by"),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_flags_patient_id"),
        sa.PrimaryKeyConstraint("id", name="pk_flags"),
        sa.UniqueConstraint("patient_id", "kind", "place", name="uq_flags_patient_id_kind_place"),
    )


def _intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("handed_out_at", sa.DateTime(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("handed_out", "completed", "accepted", name="ck_intakes_state", **_WORD),
            nullable=False,
        ),
        sa.Column("completed_at", sa.DateTime(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(), nullable=True),
        sa.Column("accepted_by", sa.Uuid(), nullable=True),
        sa.Column("settled", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["accepted_by"], ["users.id"], name="fk_intakes_accepted_by"),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_intakes_patient_id"),
        sa.PrimaryKeyConstraint("id", name="pk_intakes"),
    )
    op.create_index("ix_intakes_patient_id", "intakes", ["patient_id"], unique=False)


def _visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("pain_now", sa.Integer(), nullable=True),
        sa.Column("pain_worst", sa.Integer(), nullable=True),
        sa.Column("pain_average", sa.Integer(), nullable=True),
        sa.Column("arrival_words", sa.Text(), nullable=False),
        sa.Column("examination", sa.JSON(), nullable=False),
        sa.Column("red_flags", sa.JSON(), nullable=False),
        sa.Column("assessment", sa.JSON(), nullable=False),
        sa.Column("prescription", sa.JSON(), nullable=False),
        sa.Column("reactions", sa.JSON(), nullable=False),
        sa.Column("note_words", sa.JSON(), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=True),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_digest", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (signed_digest IS NULL)",
            name="ck_visits_signature",
        ),
        sa.CheckConstraint("number > 0", name="ck_visits_number"),
        sa.CheckConstraint("pain_average BETWEEN 0 AND 10", name="ck_visits_pain_average"),
        sa.CheckConstraint("pain_now BETWEEN 0 AND 10", name="ck_visits_pain_now"),
        sa.CheckConstraint("pain_worst BETWEEN 0 AND 10", name="ck_visits_pain_worst"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name="fk_visits_course_id"),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_visits_patient_id"),
        sa.ForeignKeyConstraint(["practitioner_id"], ["users.id"], name="fk_visits_practitioner_id"),
        sa.ForeignKeyConstraint(["signed_by"], ["users.id"], name="fk_visits_signed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
        sa.UniqueConstraint("course_id", "number", name="uq_visits_course_id_number"),
    )
    op.create_index("ix_visits_arrived_at", "visits", ["arrived_at"], unique=False)
    op.create_index("ix_visits_patient_id", "visits", ["patient_id"], unique=False)
    op.create_index("ix_visits_signed_at", "visits", ["signed_at"], unique=False)


def _addenda() -> None:
    op.create_table(
        "addenda",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_addenda_by"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_addenda_visit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_addenda"),
    )
    op.create_index("ix_addenda_visit_id", "addenda", ["visit_id"], unique=False)


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_notes_visit_id"),
        sa.PrimaryKeyConstraint("visit_id", name="pk_notes"),
    )


def _plan_drafts() -> None:
    op.create_table(
        "plan_drafts",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_plan_drafts_visit_id"),
        sa.PrimaryKeyConstraint("visit_id", name="pk_plan_drafts"),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("number > 0 AND pages > 0", name="ck_plans_figures"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name="fk_plans_course_id"),
        sa.ForeignKeyConstraint(["issued_by"], ["users.id"], name="fk_plans_issued_by"),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_plans_patient_id"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_plans_visit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.UniqueConstraint("course_id", "number", name="uq_plans_course_id_number"),
    )
    op.create_index("ix_plans_patient_id", "plans", ["patient_id"], unique=False)


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned", "going_in", "retention", "coming_out", "closed", name="ck_sessions_state", **_WORD
            ),
            nullable=False,
        ),
        sa.Column("count_in", sa.Integer(), nullable=False),
        sa.Column("count_out", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=True),
        sa.Column("retained_at", sa.DateTime(), nullable=True),
        sa.Column("deadline", sa.DateTime(), nullable=True),
        sa.Column("paused_at", sa.DateTime(), nullable=True),
        sa.Column("removal_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("inserted_by", sa.Uuid(), nullable=True),
        sa.Column("removed_by", sa.Uuid(), nullable=True),
        sa.Column("silenced_until", sa.DateTime(), nullable=True),
        sa.Column("settlements", sa.JSON(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("expected >= 0 AND count_in >= 0 AND count_out >= 0", name="ck_sessions_counts"),
        sa.ForeignKeyConstraint(["inserted_by"], ["users.id"], name="fk_sessions_inserted_by"),
        sa.ForeignKeyConstraint(["removed_by"], ["users.id"], name="fk_sessions_removed_by"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_sessions_visit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("visit_id", name="uq_sessions_visit_id"),
    )
    op.create_index("ix_sessions_state", "sessions", ["state"], unique=False)


def _needles_taken_out() -> None:
    op.create_table(
        "needles_taken_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("settlement", sa.Integer(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("settlement >= 0", name="ck_needles_taken_out_settlement"),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_needles_taken_out_by"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_needles_taken_out_session_id"),
        sa.PrimaryKeyConstraint("id", name="pk_needles_taken_out"),
        sa.UniqueConstraint("session_id", "settlement", name="uq_needles_taken_out_session_id_settlement"),
    )


def _print_jobs() -> None:
    op.create_table(
        "print_jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("record_number", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("ready", "printed", "fault", "withdrawn", name="ck_print_jobs_state", **_WORD),
            nullable=False,
        ),
        sa.Column("printed_at", sa.DateTime(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("pages > 0", name="ck_print_jobs_pages"),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name="fk_print_jobs_patient_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_print_jobs_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_print_jobs"),
    )
    op.create_index("ix_print_jobs_patient_id", "print_jobs", ["patient_id"], unique=False)
    op.create_index("ix_print_jobs_state", "print_jobs", ["state"], unique=False)

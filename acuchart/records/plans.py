"""Issued plans, and plans as they are edited."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acuchart.clinic.plan import Plan, PlanDraft
from acuchart.records.shelf import KeptShelf
from acuchart.records.tables import IssuedPointsRow, PlanDraftRow, PlanRow


class Plans(KeptShelf[Plan]):
    """Plans as issued; none of them ever changes."""

    row = PlanRow
    kind = Plan

    def of_course(self, course_id: UUID) -> tuple[Plan, ...]:
        """The plans of a course by version, without their PDF."""
        columns = [column for column in PlanRow.__table__.c if column is not PlanRow.__table__.c.pdf]
        rows = self.session.execute(
            select(*columns).where(PlanRow.course_id == course_id).order_by(PlanRow.number)
        )
        return tuple(Plan(**row) for row in rows.mappings())

    def next_number(self, course_id: UUID) -> int:
        """The version the next plan of a course bears, from 1."""
        last = select(func.coalesce(func.max(PlanRow.number), 0)).where(PlanRow.course_id == course_id)
        return self.session.scalars(last).one() + 1


class IssuedPoints:
    """The points each issued plan was made for."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, plan_id: UUID, points: tuple[str, ...]) -> None:
        """Keeps the points of a plan that is issued now."""
        self.session.add(IssuedPointsRow(plan_id=plan_id, points=points))
        self.session.flush()

    def get(self, plan_id: UUID) -> tuple[str, ...] | None:
        """The points of a plan; None for one that an earlier version issued."""
        row = self.session.get(IssuedPointsRow, plan_id)
        return None if row is None else row.points


class PlanDrafts:
    """What the practitioner writes, one draft for a visit."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, visit_id: UUID) -> PlanDraft | None:
        """The draft of a visit; None when nobody began one."""
        row = self.session.get(PlanDraftRow, visit_id)
        return None if row is None else row.draft

    def put(self, visit_id: UUID, draft: PlanDraft) -> None:
        """Keeps the draft in place of the one before."""
        row = self.session.get(PlanDraftRow, visit_id)
        if row is None:
            self.session.add(PlanDraftRow(visit_id=visit_id, draft=draft))
        else:
            row.draft = draft
        self.session.flush()

"""Forms somebody has not handed in yet."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from acuchart.clinic.unfinished import Form, Typed
from acuchart.records.tables import UnfinishedFormRow


class UnfinishedForms:
    """What people are still typing; unlike all else it goes once it is handed in."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, by: UUID) -> Mapping[Form, Typed]:
        """What a person left in which form."""
        rows = self.session.scalars(select(UnfinishedFormRow).where(UnfinishedFormRow.by == by))
        return {Form(row.kind, UUID(row.about) if row.about else None): row.typed for row in rows}

    def put(self, by: UUID, form: Form, typed: Typed) -> None:
        """Keeps what stands in a form, in place of what stood there."""
        row = self._row(by, form)
        if row is None:
            self.session.add(UnfinishedFormRow(by=by, kind=form.kind, about=_about(form), typed=typed))
        else:
            row.typed = typed
        self.session.flush()

    def forget(self, by: UUID, form: Form) -> None:
        """The form was handed in or given up."""
        row = self._row(by, form)
        if row is not None:
            self.session.delete(row)
            self.session.flush()

    def _row(self, by: UUID, form: Form) -> UnfinishedFormRow | None:
        return self.session.get(UnfinishedFormRow, (by, form.kind, _about(form)))


def _about(form: Form) -> str:
    return "" if form.about is None else str(form.about)

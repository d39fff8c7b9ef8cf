"""Signed notes and what was added to them."""

from uuid import UUID

from sqlalchemy.orm import Session

from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Addendum
from acuchart.records.shelf import KeptShelf, missing
from acuchart.records.tables import AddendumRow, NoteRow
from acuchart.words import _


class Addenda(KeptShelf[Addendum]):
    """Later additions; none of them ever changes."""

    row = AddendumRow
    kind = Addendum


class Notes:
    """Notes as they read when they were signed, and addenda; none of them ever changes."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._addenda = Addenda(session)

    def put(self, visit_id: UUID, text: str) -> None:
        """Keeps the signed note of a visit, as JSON text.

        Raises:
            ChartTrouble: The visit has one already.
        """
        if self.session.get(NoteRow, visit_id) is not None:
            raise ChartTrouble(_("A signed visit stays as it is. Add to the note instead."))
        self.session.add(NoteRow(visit_id=visit_id, text=text))
        self.session.flush()

    def get(self, visit_id: UUID) -> str:
        """The signed note of a visit, as JSON text.

        Raises:
            ChartTrouble: It was not signed.
        """
        row = self.session.get(NoteRow, visit_id)
        if row is None:
            raise missing()
        return row.text

    def add_addendum(self, addendum: Addendum) -> Addendum:
        """Keeps an addition to a signed visit."""
        return self._addenda.add(addendum)

    def addenda(self, visit_id: UUID) -> tuple[Addendum, ...]:
        """The additions to a visit, the earliest first."""
        return self._addenda.where(AddendumRow.visit_id == visit_id, order=(AddendumRow.at, AddendumRow.id))

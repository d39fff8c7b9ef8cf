"""Accounts."""

from acuchart.clinic.people import User
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import UserRow


class Users(ChangingShelf[User]):
    """The people who work here, closed accounts included."""

    row = UserRow
    kind = User

    def all(self) -> tuple[User, ...]:
        """Everybody, by name."""
        return self.where(order=(UserRow.name, UserRow.id))

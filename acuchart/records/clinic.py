"""What the clinic says about itself."""

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.shelf import changed_elsewhere
from acuchart.records.tables import ClinicRow
from acuchart.words import _

THE_ROW = 1


class Clinic:
    """The letterhead and habits; there is one set of them."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self) -> ClinicDetails:
        """The details.

        Raises:
            ChartTrouble: They were never entered.
        """
        row = self.session.get(ClinicRow, THE_ROW)
        if row is None:
            raise ChartTrouble(_("The clinic has no name yet. Enter it in Settings."))
        return row.give(ClinicDetails)

    def put(self, details: ClinicDetails) -> ClinicDetails:
        """Keeps the details in place of their earlier version, and returns them with the new version.

        Raises:
            ChangedElsewhere: They were changed since this version was read.
        """
        row = self.session.get(ClinicRow, THE_ROW)
        if row is None:
            row = ClinicRow(id=THE_ROW)
            self.session.add(row)
        elif row.version != details.version:
            raise changed_elsewhere()
        row.take(details)
        try:
            self.session.flush()
        except StaleDataError as error:
            raise changed_elsewhere() from error
        return row.give(ClinicDetails)

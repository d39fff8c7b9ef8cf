"""The sheet with the recovery key: drawn once, kept outside the clinic folder."""

from datetime import date
from pathlib import Path

from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.plan import KeySheet, Letterhead
from acuchart.clinic.plan_sheet import letterhead_line
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.handing_over import write_paper
from acuchart.documents.key_sheet import draw_key_sheet
from acuchart.records.recovery import RecoveryKey
from acuchart.words import DateStyle, _, format_date


def key_sheet(details: ClinicDetails, groups: tuple[str, ...], day: date) -> bytes:
    """The sheet as a PDF."""
    head = Letterhead(details.name, letterhead_line(details), details.logo)
    return draw_key_sheet(KeySheet(head, details.paper, groups, format_date(day, DateStyle.LETTER))).pdf


def save_key_sheet(pdf: bytes, path: Path, clinic: Path) -> Path:
    """Writes the sheet to a place of the owner's choice.

    Raises:
        ChartTrouble: The place lies in the clinic folder, where a thief would find key and records together,
            or it can't be written.
    """
    if path.resolve().is_relative_to(clinic.resolve()):
        raise ChartTrouble(
            _("Save it outside the clinic folder, so that key and records are not lost together.")
        )
    if not path.parent.is_dir():
        raise ChartTrouble(_("There is no such folder. Choose another place."))
    write_paper(pdf, path)
    return path


def is_group(groups: tuple[str, ...], place: int, typed: str) -> bool:
    """Whether what was typed is the group at a place, counted from 1."""
    return RecoveryKey(groups).has(place, typed)

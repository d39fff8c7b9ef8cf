"""The complaint of the course as it is typed, and as it can be kept. Knows no Qt."""

from dataclasses import dataclass
from datetime import date

from acuchart.clinic.course import Complaint, Mechanism, check_complaint, check_onset
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import DateStyle, _, format_date, read_date


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields.

    Attributes:
        onset: The date as typed.
    """

    words: str
    regions: tuple[str, ...]
    onset: str
    mechanism: Mechanism


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept, each as one sentence; empty where nothing is wrong."""

    words: str = ""
    onset: str = ""


def typed_of(complaint: Complaint) -> Typed:
    """A complaint as it stands in the fields."""
    onset = format_date(complaint.onset, DateStyle.NUMERIC) if complaint.onset else ""
    return Typed(complaint.words, complaint.regions, onset, complaint.mechanism)


def read(typed: Typed, kept: Complaint, born: date, today: date) -> tuple[Complaint, Wrong]:
    """The complaint that was typed, and what is wrong with it; in place of that stands what is kept."""
    onset, no_onset = _onset(typed.onset, born, today)
    try:
        words, no_words = check_complaint(typed.words), ""
    except ChartTrouble as trouble:
        words, no_words = "", trouble.sentence
    return Complaint(
        kept.words if no_words else words,
        typed.regions,
        kept.onset if no_onset else onset,
        typed.mechanism,
    ), Wrong(no_words, no_onset)


def _onset(text: str, born: date, today: date) -> tuple[date | None, str]:
    if not text.strip():
        return None, ""
    try:
        return check_onset(read_date(text), born, today), ""
    except ChartTrouble as trouble:
        return None, trouble.sentence
    except ValueError:
        example = format_date(today, DateStyle.NUMERIC)
        return None, _("Type the date like {example}, or leave it empty.").format(example=example)

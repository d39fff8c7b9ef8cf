"""What cannot be as it stands in a prescription, as a sentence for its row; each one holds needling back."""

from collections.abc import Sequence
from datetime import date

from acuchart.clinic.needling import Needling, Stays, Stimulation, pairs_under_current
from acuchart.clinic.points import Side
from acuchart.words import _, format_number

DEEPEST_MM = 150
GAUGES_MM = (0.1, 0.6)
LENGTHS_MM = (2.0, 150.0)


def faults(prescription: Sequence[Needling], today: date) -> tuple[str, ...]:
    """What is wrong in each row, a sentence for each thing; empty where nothing is."""
    pairs = pairs_under_current(prescription)
    lone = {places[0] for places in pairs if len(places) == 1}
    crowded = {place for places in pairs if len(places) > 2 for place in places}
    apart = {p for places in pairs if len({prescription[n].round for n in places}) > 1 for p in places}
    found = []
    for place, row in enumerate(prescription):
        pair = ""
        if place in lone:
            pair = _("One end of a pair is missing. Set a second point to electrical.")
        elif place in crowded:
            pair = _("A pair has two ends. Set this point to another pair.")
        elif place in apart:
            pair = _("The two ends of this pair are needled in different rounds.")
        told = (pair, _of_what_is_done(row), _of_needle(row), _of_what_stays(row, today))
        found.append(" ".join(sentence for sentence in told if sentence))
    return tuple(found)


def first_fault(prescription: Sequence[Needling], today: date) -> str:
    """The first row that cannot be, named, with its sentence; empty when there is none."""
    told = zip(prescription, faults(prescription, today), strict=True)
    return next((f"{row.code}: {sentence}" for row, sentence in told if sentence), "")


def _of_what_is_done(row: Needling) -> str:
    if row.stimulation is not Stimulation.MANUAL and not row.needles:
        return _("There is no needle here to stimulate.")
    if row.current is not None and row.current.across and (row.side is not Side.BOTH or row.needles < 2):
        return _("Current from left to right needs a needle on each side.")
    if not row.needles and not row.adjuncts and row.stays is None:
        return _("Nothing is done at this point. Give it a needle or remove it.")
    return ""


def _of_needle(row: Needling) -> str:
    needle = row.needle
    if needle is None:
        return ""
    for value, (least, most), sentence in (
        (needle.gauge_mm, GAUGES_MM, _("A needle is {least} to {most} mm thick.")),
        (needle.length_mm, LENGTHS_MM, _("A needle is {least} to {most} mm long.")),
    ):
        if value is not None and not least <= value <= most:
            return sentence.format(least=format_number(least, 1), most=format_number(most, 1))
    if needle.length_mm is not None and row.depth_mm is not None and row.depth_mm >= needle.length_mm:
        sentence = _("{depth} mm is as deep as this needle is long, or deeper.")
        return sentence.format(depth=format_number(row.depth_mm))
    return ""


def _of_what_stays(row: Needling, today: date) -> str:
    stays = row.stays
    if stays is None:
        return ""
    if stays.kind is Stays.PRESS_NEEDLE and not row.needles:
        return _("A press needle counts as a needle. Say how many.")
    if not stays.place.strip():
        return _("Say where it stays.")
    if stays.remove_on is None:
        return _("Say on which day it comes out.")
    if stays.remove_on < today:
        return _("The day it comes out is past.")
    return ""

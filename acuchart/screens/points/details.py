"""What the sheet of details changes in a row. Pure functions; knows no Qt."""

import re
from dataclasses import replace

from acuchart.clinic.needling import LeftInPlan, NeedleUsed, Needling, Stays
from acuchart.clinic.point_names import Points
from acuchart.clinic.prescription import MOST_NEEDLES, Entry, read_line
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points.wishes import Details
from acuchart.words import _


def detailed(row: Needling, typed: Details, points: Points) -> Needling:
    """The row with what its sheet says.

    Raises:
        ChartTrouble: A figure or a point cannot be read.
    """
    stays = LeftInPlan(typed.stays, typed.place.strip(), typed.remove_on) if typed.stays else None
    needles = _count(typed.needles)
    if stays is not None and stays.kind is Stays.EAR_SEED:
        needles = 0
    levels = _levels(row, typed.levels, points)
    if levels != row.levels and needles == row.needles:
        needles = (len(levels) or points[row.code].spots) * points[row.code].sides_of(row.side)
    needle = NeedleUsed(
        _figure(typed.gauge, _("The thickness")), _figure(typed.length, _("The length")), typed.lot.strip()
    )
    return replace(
        row,
        needles=needles,
        levels=levels,
        direction=typed.direction.strip(),
        through=_through(row, typed.through, points),
        stays=stays,
        needle=needle if needle != NeedleUsed() else None,
    )


def _levels(row: Needling, text: str, points: Points) -> tuple[str, ...]:
    """The levels of the spine as they are typed in a line: l3-l5, t5."""
    words = re.sub(r"[,;，；]", " ", text).strip()
    if not words:
        return ()
    read = read_line(f"{row.code} {words}", points)
    entry = read[0] if len(read) == 1 else None
    if not isinstance(entry, Entry) or not entry.levels:
        raise ChartTrouble(_("Write levels of the spine, such as l3-l5 or t5."))
    return entry.levels


def _count(text: str) -> int:
    typed = text.strip()
    if not typed.isdigit() or int(typed) > MOST_NEEDLES:
        raise ChartTrouble(_("Write the number of needles, from 0 to {n}.").format(n=MOST_NEEDLES))
    return int(typed)


def _figure(text: str, what: str) -> float | None:
    typed = text.strip().lower().removesuffix("mm").strip().replace(",", ".")
    if not typed:
        return None
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", typed):
        raise ChartTrouble(
            _("{what} can't be read. Write millimetres, such as 0.25 or 40.").format(what=what)
        )
    return float(typed)


def _through(row: Needling, text: str, points: Points) -> str:
    if not text.strip():
        return ""
    meant = points.meant(text.strip())
    if len(meant) != 1:
        near = ", ".join(points.near(text.strip())[:3])
        sentence = _("There is no point called {text}.").format(text=text.strip())
        raise ChartTrouble(f"{sentence} {_('Near it: {codes}.').format(codes=near)}" if near else sentence)
    if meant[0] == row.code:
        raise ChartTrouble(_("{code} can't be threaded to itself.").format(code=row.code))
    return meant[0]

"""From a prescription to what the caution rules are asked about. The screen and `check` share it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from acuchart.clinic.caution_check import Points, check
from acuchart.clinic.cautions import Caution, CautionRule, Needle, Risks, Treatment
from acuchart.clinic.needling import Adjunct, Needling, Stimulation, pairs_under_current
from acuchart.clinic.points import Side


def cautions_of(
    prescription: Iterable[Needling], risks: Risks, rules: Iterable[CautionRule], points: Points
) -> tuple[Caution, ...]:
    """What the rules say to a prescription, dangers first."""
    return check(treatment_of(prescription), risks, rules, points)


def treatment_of(prescription: Iterable[Needling]) -> Treatment:
    """Needles, pairs under current and points under moxa; where a needle is threaded to counts as needled."""
    rows = tuple(prescription)
    return Treatment(
        needles=tuple(needle for row in rows for needle in _needles(row)),
        electrical=tuple(_pairs(rows)),
        moxa=tuple(needle_of(row) for row in rows if _warmed(row)),
    )


def needle_of(row: Needling) -> Needle:
    """A row as far as a rule asks."""
    return Needle(row.code, row.side, row.depth_mm, row.angle, row.levels)


def _needles(row: Needling) -> Iterator[Needle]:
    if row.needles:
        yield needle_of(row)
        if row.through:
            yield Needle(row.through, row.side)
    elif Adjunct.PLUM_BLOSSOM in row.adjuncts or Adjunct.CUPPING in row.adjuncts or row.stays is not None:
        # Nothing goes deep there, but the place itself may be one to keep away from.
        yield Needle(row.code, row.side, levels=row.levels)


def _warmed(row: Needling) -> bool:
    return row.stimulation is Stimulation.WARM_NEEDLE or Adjunct.MOXA in row.adjuncts


def _pairs(rows: tuple[Needling, ...]) -> Iterator[tuple[Needle, Needle]]:
    """The pairs; one that lost an end is its own partner, so that none is overlooked."""
    for places in pairs_under_current(rows):
        ends = [needle_of(rows[place]) for place in places]
        if len(places) > 1 and places[0] == places[1]:
            ends = [replace(ends[0], side=Side.LEFT), replace(ends[0], side=Side.RIGHT)]
        yield ends[0], ends[-1]
        for more in ends[1:-1]:
            yield ends[0], more

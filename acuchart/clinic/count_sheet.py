"""Counting needles place by place: where they were meant to go, went in and came out, and what is missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from acuchart.clinic.needling import Needling, needles_expected
from acuchart.clinic.points import Side
from acuchart.clinic.session_value import Session, Spot
from acuchart.words import N_

_SIDES = {Side.LEFT: ("L",), Side.RIGHT: ("R",), Side.BOTH: ("L", "R"), Side.MIDLINE: ("",)}


STRETCH_WORDS = {
    "head": N_("Head and neck"),
    "arm": N_("Arms and hands"),
    "front": N_("Chest and belly"),
    "back": N_("Back"),
    "leg": N_("Legs and feet"),
}
"""The stretches of the body that are looked over one after the other when needles come out."""
_STRETCHES = {
    "head": ("head", "face", "neck"),
    "arm": ("shoulder", "axilla", "arm", "elbow", "forearm", "wrist", "hand", "thumb", "finger"),
    "front": (
        "chest_anterior",
        "chest_lateral",
        "abdomen_upper",
        "abdomen_lower",
        "abdomen_lateral",
        "groin",
        "perineum",
    ),
    "back": ("upper_back", "scapular", "lumbar", "sacral", "buttock"),
    "leg": ("thigh", "knee", "leg", "ankle", "foot", "toe"),
}
_STRETCH_OF = {region: stretch for stretch, regions in _STRETCHES.items() for region in regions}


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where fewer came out than went in; negative needles where more did."""

    place: str
    needles: int


def stretch_of(region: str) -> str:
    """The stretch of the body that the region of a point belongs to; empty for one that is not known."""
    return _STRETCH_OF.get(region, "")


def code_of(spot: Spot) -> str:
    """The point that a place names."""
    return spot.place.partition(" ")[0]


def side_of(spot: Spot, midline: bool) -> Side:
    """The side a place names; both where it names none and the point is no midline one."""
    named = {"L": Side.LEFT, "R": Side.RIGHT}.get(spot.place.rpartition(" ")[2])
    return named or (Side.MIDLINE if midline else Side.BOTH)


def with_added(
    prescription: Iterable[Needling], in_at: Iterable[Spot], midline: Callable[[str], bool]
) -> tuple[Needling, ...]:
    """The prescription, and after it every point that was added at the table and really needled.

    Args:
        prescription: As chosen.
        in_at: Where the needles went in, place by place.
        midline: Whether the point with a code lies on the midline.
    """
    rows = tuple(prescription)
    chosen = {row.code for row in rows}
    coded = ((code_of(spot), spot) for spot in in_at if spot.place != spot.region)
    added = (
        Needling(code, side_of(spot, midline(code)), spot.needles)
        for code, spot in coded
        if code not in chosen and spot.needles
    )
    return (*rows, *added)


def placed(spots: Iterable[Spot], region: Callable[[str], str]) -> tuple[Spot, ...]:
    """The spots, each place once and each in its stretch of the body, a point added at the table too.

    Args:
        spots: As typed.
        region: The part of the body a point lies on, by its code; empty for one that is not known.
    """
    found: dict[str, Spot] = {}
    for spot in spots:
        before = found.get(spot.place)
        needles = spot.needles + (before.needles if before else 0)
        stretch = spot.region or (before.region if before else stretch_of(region(code_of(spot))))
        found[spot.place] = Spot(spot.place, needles, stretch)
    return tuple(found.values())


def total(spots: Iterable[Spot]) -> int:
    """Needles of all places together."""
    return sum(spot.needles for spot in spots)


def planned_rounds(prescription: Iterable[Needling]) -> tuple[int, ...]:
    """Needles of each round of the prescription, in their order; one round of none without any needle."""
    return tuple(needles_expected(rows) for rows in rounds_of(prescription)) or (0,)


def planned_spots(
    prescription: Iterable[Needling], number: int, region: Callable[[str], str]
) -> tuple[Spot, ...]:
    """A round of the prescription place by place: a point on both sides is two places.

    Args:
        prescription: As chosen.
        number: Of the round, from 1, as the session counts them.
        region: The part of the body a point lies on, by its code.
    """
    rounds = rounds_of(prescription)
    rows = rounds[number - 1] if number <= len(rounds) else ()
    return placed((spot for row in rows for spot in _spots(row, stretch_of(region(row.code)))), region)


def rounds_of(prescription: Iterable[Needling]) -> list[tuple[Needling, ...]]:
    """The rows between two turns of the patient; what is done without needles is no round to count."""
    rows = tuple(prescription)
    rounds = [tuple(row for row in rows if row.round == n) for n in sorted({row.round for row in rows})]
    return [its for its in rounds if needles_expected(its)]


def _spots(row: Needling, region: str) -> Iterable[Spot]:
    sides = _SIDES[row.side]
    each, over = divmod(row.needles, len(sides))
    for number, side in enumerate(sides):
        yield Spot(f"{row.code} {side}".strip(), each + (number < over), region)


def differences(session: Session) -> tuple[Difference, ...]:
    """Where needles are missing, or too many; nothing where the counts by place are not those of the sums.

    A region that was counted out as a whole is held against all that went in there.
    """
    if not session.out_at or total(session.in_at) != session.count_in:
        return ()
    if total(session.out_at) != session.count_out:
        return ()
    whole = {spot.place for spot in session.out_at if spot.place == spot.region}
    apart: dict[str, int] = {}
    for spot in session.in_at:
        place = spot.region if spot.region in whole else spot.place
        apart[place] = apart.get(place, 0) + spot.needles
    for spot in session.out_at:
        apart[spot.place] = apart.get(spot.place, 0) - spot.needles
    return tuple(Difference(place, needles) for place, needles in apart.items() if needles)

"""A needling in words, as the note says it."""

from acuchart.clinic.needling import (
    ADJUNCT_WORDS,
    DE_QI_WORDS,
    STAYS_WORDS,
    STIMULATION_WORDS,
    TECHNIQUE_WORDS,
    WAVEFORM_WORDS,
    Current,
    LeftInPlan,
    NeedleUsed,
    Needling,
    Stimulation,
    Technique,
)
from acuchart.clinic.points import Side
from acuchart.words import N_, _, format_date, format_number

SIDE_WORDS = {Side.LEFT: N_("L"), Side.RIGHT: N_("R"), Side.BOTH: N_("Bi"), Side.MIDLINE: ""}


def needling_words(row: Needling) -> str:
    """One row of the prescription, such as "ST36 Bi 30 mm reinforce"."""
    parts = [point_words(row), _(SIDE_WORDS[row.side]) if row.side is not Side.MIDLINE else ""]
    if row.depth_mm is not None:
        parts.append(_("{n} mm").format(n=f"{row.depth_mm:g}"))
    parts += [row.angle, row.direction]
    if row.needles:
        # The name of a method stays as the practitioner wrote it.
        named = row.technique is Technique.OTHER and row.method.strip()
        parts.append(technique_words(row) if named else technique_words(row).lower())
    if row.stimulation is Stimulation.ELECTRICAL and row.current is not None:
        parts.append(current_words(row.current))
    elif row.stimulation is not Stimulation.MANUAL:
        parts.append(_(STIMULATION_WORDS[row.stimulation]).lower())
    parts += [_(ADJUNCT_WORDS[adjunct]).lower() for adjunct in row.adjuncts]
    if row.stays is not None:
        parts.append(stays_words(row.stays))
    if row.needle is not None:
        parts.append(needle_words(row.needle))
    if row.obtained is not None:
        parts.append(_("(de qi {words})").format(words=_(DE_QI_WORDS[row.obtained]).lower()))
    return " ".join(part for part in parts if part)


def point_words(row: Needling) -> str:
    """The point with its levels and where it is threaded to, such as "EX-B2 L3 L4" or "LI4 to LI11"."""
    words = " ".join((row.code, *row.levels))
    return _("{code} to {other}").format(code=words, other=row.through) if row.through else words


def technique_words(row: Needling) -> str:
    """The technique; another than the three by its name."""
    other = row.technique is Technique.OTHER and row.method.strip()
    return other or _(TECHNIQUE_WORDS[row.technique])


def current_words(current: Current) -> str:
    """The current of a pair, such as "EA pair 1, 2/100 Hz, dense-disperse, 1 mA"."""
    parts = [_("EA pair {n}").format(n=current.pair)]
    if current.across:
        parts.append(_("left to right"))
    if current.frequency:
        parts.append(_("{frequency} Hz").format(frequency=current.frequency))
        parts.append(_(WAVEFORM_WORDS[current.waveform]).lower())
    if current.intensity:
        parts.append(current.intensity)
    return ", ".join(parts)


def stays_words(stays: LeftInPlan) -> str:
    """What is left in, where and until when."""
    words = _(STAYS_WORDS[stays.kind]).lower()
    place = stays.place.strip()
    words = _("{what} left in, {place}").format(what=words, place=place) if place else words
    if stays.remove_on is None:
        return words
    return _("{what}, out on {date}").format(what=words, date=format_date(stays.remove_on))


def needle_words(needle: NeedleUsed) -> str:
    """Another needle than the usual one, such as "0.3 × 50 mm, lot A12"."""
    sizes = [n for n in (needle.gauge_mm, needle.length_mm) if n is not None]
    size = " × ".join(format_number(n) for n in sizes)
    parts = [_("{size} mm").format(size=size)] if size else []
    if needle.lot.strip():
        parts.append(_("lot {lot}").format(lot=needle.lot.strip()))
    return ", ".join(parts)

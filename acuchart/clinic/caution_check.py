"""Which cautions a treatment raises in a patient.

Every rule speaks of a point or of the whole patient. Whether it applies follows from its kind; how loud it
is follows from its level, and for hazards under a point also from depth and angle. Rules are looked at one
by one and independently, so the order of points, flags and rules changes nothing but the order of the
answer: dangers first, each in the order of the prescription.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from acuchart.clinic.body_parts import (
    BREAST,
    FEET,
    PREGNANCY_REGIONS,
    crosses_brain,
    crosses_heart,
    in_limb,
)
from acuchart.clinic.cautions import (
    BEYOND_LIMIT,
    OWN_KIND,
    WHOLE_PATIENT,
    Caution,
    CautionRule,
    Done,
    Level,
    Needle,
    Risks,
    Treatment,
)
from acuchart.clinic.points import Point
from acuchart.words import _

INFANT_UNTIL = 2
"""Years: the fontanelle may be open before."""

ADULT_FROM = 18
STRAIGHT_FROM = 60.0
"""Degrees to the skin from which a needle goes rather down than along."""

BLEEDS = frozenset({"anticoagulant", "bleeding_disorder", "bleeds_easily"})
NUMB = frozenset({"numbness", "diabetes"})
NOT_ASKED_KIND = "pacemaker_electro"
NUMB_KIND = "diabetes_periphery"
DEEP_MM = 30.0
"""From here a needle is deep for somebody who bleeds easily. No source gives a figure; it is our reading."""

Points = Mapping[str, Point]


def check(
    treatment: Treatment, risks: Risks, rules: Iterable[CautionRule], points: Points
) -> tuple[Caution, ...]:
    """Every caution the treatment raises, dangers first; the same one is told once.

    Args:
        treatment: Needles, pairs under current, points under moxa; all codes are known.
        risks: Checked facts about the patient.
        rules: All rules.
        points: The nomenclature, for regions, limits and usual angles.
    """
    found: list[Caution] = []
    needled, warmed = _by_code(treatment.needled), _by_code(treatment.moxa)
    for rule in rules:
        if rule.kind == OWN_KIND:
            found += _own(rule, treatment, risks, points)
        elif rule.code == WHOLE_PATIENT:
            found += _whole(rule, treatment, risks, points)
        else:
            found += _at_point(rule, needled, warmed, risks, points)
    order = {
        code: n for n, code in enumerate(dict.fromkeys(n.code for n in (*treatment.needled, *treatment.moxa)))
    }
    loud = list(Level)
    ranked = sorted(found, key=lambda c: (loud.index(c.level), order.get(c.point or "", -1)))
    return tuple(dict.fromkeys(ranked))


def _own(rule: CautionRule, treatment: Treatment, risks: Risks, points: Points) -> Iterator[Caution]:
    """A rule the clinic wrote: of the whole patient where it asks for nothing at a point."""
    when = rule.when
    known = risks.age is None or when.ages is None or when.ages[0] <= risks.age <= when.ages[1]
    true = risks.flags | risks.states
    if not known or (when.flags and not true & set(when.flags)) or not risks.in_weeks(rule.weeks):
        return
    level, words = Level(rule.level), _(rule.statement)
    everywhere = rule.code == WHOLE_PATIENT and not when.region and when.deeper_than_mm is None
    if everywhere and when.done is Done.NEEDLE:
        yield Caution(None, level, words, rule.source)
        return
    for needle in _done(when.done, treatment):
        if _meant(rule, needle, points):
            yield Caution(needle.code, level, words, rule.source)


def _done(done: Done, treatment: Treatment) -> tuple[Needle, ...]:
    match done:
        case Done.CURRENT:
            return tuple(end for pair in treatment.electrical for end in pair)
        case Done.MOXA:
            return treatment.moxa
    return treatment.needled


def _meant(rule: CautionRule, needle: Needle, points: Points) -> bool:
    deeper = rule.when.deeper_than_mm
    return (
        rule.code in (WHOLE_PATIENT, needle.code)
        and rule.when.region in ("", points[needle.code].region)
        and (deeper is None or (needle.depth_mm is not None and needle.depth_mm > deeper))
    )


def _by_code(needles: Iterable[Needle]) -> Mapping[str, tuple[Needle, ...]]:
    found: dict[str, tuple[Needle, ...]] = {}
    for needle in needles:
        found[needle.code] = (*found.get(needle.code, ()), needle)
    return found


def _at_point(
    rule: CautionRule,
    needled: Mapping[str, tuple[Needle, ...]],
    warmed: Mapping[str, tuple[Needle, ...]],
    risks: Risks,
    points: Points,
) -> Iterator[Caution]:
    here, heated = needled.get(rule.code, ()), warmed.get(rule.code, ())
    if rule.kind == "moxa_contraindicated":
        here, heated = heated, ()
    elif rule.kind != "pregnancy":
        heated = ()
    for needle in (*here, *heated):
        if _applies(rule, needle, risks):
            yield _told(rule, needle, risks, points[needle.code])


def _applies(rule: CautionRule, needle: Needle, risks: Risks) -> bool:
    if rule.kind == "infant_fontanelle":
        return _infant(risks)
    if rule.kind == "pneumothorax" and needle.levels:
        return any(level.startswith("T") for level in needle.levels)
    return risks.in_weeks(rule.weeks)


def _infant(risks: Risks) -> bool:
    return risks.age is not None and risks.age < INFANT_UNTIL


def _told(rule: CautionRule, needle: Needle, risks: Risks, point: Point) -> Caution:
    if rule.level != BEYOND_LIMIT:
        return Caution(rule.code, Level(rule.level), _words(rule), rule.source)
    limit = point.depth_limit_mm(needle.levels)
    if limit is not None and needle.depth_mm is not None and needle.depth_mm > limit:
        sentence = _("{code} is {limit} mm at most. {why}")
        return Caution(
            rule.code,
            Level.DANGER,
            sentence.format(code=rule.code, limit=limit, why=_(rule.statement)),
            rule.source,
        )
    if straight(needle.angle) and "perpendicular" not in point.angle:
        sentence = _("{code} is not needled straight in. {why}")
        return Caution(
            rule.code, Level.DANGER, sentence.format(code=rule.code, why=_(rule.statement)), rule.source
        )
    at_risk = bool(BLEEDS & (risks.flags | risks.states)) or (
        rule.kind == "internal_organ" and risks.pregnant
    )
    return Caution(rule.code, Level.CAUTION if at_risk else Level.NOTE, _(rule.statement), rule.source)


def _words(rule: CautionRule) -> str:
    """The statement; that it is about pregnancy is said where the statement does not say so itself."""
    if rule.kind != "pregnancy" or "pregnan" in rule.statement.casefold():
        return _(rule.statement)
    return _("Avoid in pregnancy. {why}").format(why=_(rule.statement))


def straight(angle: str) -> bool:
    """Whether an angle, in degrees or in words, goes straight into the body."""
    degrees = re.search(r"\d+(?:\.\d+)?", angle)
    if degrees:
        return float(degrees[0]) > STRAIGHT_FROM
    return angle.strip().casefold().startswith(("perp", "straight", "vertical"))


def _whole(rule: CautionRule, treatment: Treatment, risks: Risks, points: Points) -> Iterator[Caution]:
    if rule.kind in _PLACES:
        for code in dict.fromkeys(n.code for n in _PLACES[rule.kind](treatment, risks, points)):
            yield Caution(code, Level(rule.level), _at_place(rule, code, treatment), rule.source)
        if (
            rule.kind == NOT_ASKED_KIND
            and treatment.electrical
            and not {"pacemaker"} & (risks.flags | risks.asked_none)
        ):
            yield Caution(
                None, Level.CAUTION, _("Ask about a pacemaker or implant before using current."), rule.source
            )
    elif rule.kind in risks.states or (rule.kind in _FACTS and _FACTS[rule.kind](treatment, risks)):
        red_flagged = rule.kind in risks.red_flagged
        yield Caution(None, Level(rule.level), _(rule.statement), rule.source, red_flagged)
        if rule.kind in BLEEDS:
            yield from _deep(rule, treatment)


def _at_place(rule: CautionRule, code: str, treatment: Treatment) -> str:
    """The statement; where heat may not be felt that is said first, as the place need not be a foot."""
    if rule.kind == NUMB_KIND and any(warmed.code == code for warmed in treatment.moxa):
        return _("Heat may not be felt at {code}. {why}").format(code=code, why=_(rule.statement))
    return _(rule.statement)


def _deep(rule: CautionRule, treatment: Treatment) -> Iterator[Caution]:
    """Deep needles of a patient who bleeds easily; points at a vessel have rules of their own."""
    for needle in treatment.needled:
        if needle.depth_mm is not None and needle.depth_mm >= DEEP_MM:
            sentence = _("{code} is deep for a patient who bleeds easily")
            yield Caution(needle.code, Level.CAUTION, sentence.format(code=needle.code), rule.source)


def _under_current(treatment: Treatment, risks: Risks, points: Points) -> Iterator[Needle]:
    for pair in treatment.electrical:
        if "pacemaker" in risks.flags or crosses_heart(pair, points) or crosses_brain(pair, points):
            yield from pair


def _swollen(treatment: Treatment, risks: Risks, points: Points) -> Iterator[Needle]:
    for needle in (*treatment.needled, *treatment.moxa):
        if any(in_limb(flag, needle, points) for flag in risks.flags if flag.startswith("lymphoedema_")):
            yield needle


def _breast(treatment: Treatment, risks: Risks, _points: Points) -> Iterator[Needle]:
    if "breast_implants" in risks.flags:
        yield from (needle for needle in treatment.needled if needle.code in BREAST)


def _forbidden(treatment: Treatment, risks: Risks, points: Points) -> Iterator[Needle]:
    """Points of the open fontanelle; nipple and navel have rules of their own."""
    if _infant(risks):
        yield from (n for n in treatment.needled if n.code in ("GV21", "GV22", "GV23"))


def _numb(treatment: Treatment, risks: Risks, points: Points) -> Iterator[Needle]:
    """Feet that may not feel the needle, and any place that may not feel heat."""
    if NUMB & risks.flags:
        yield from (needle for needle in treatment.needled if points[needle.code].region in FEET)
        yield from treatment.moxa


def _pregnant_trunk(treatment: Treatment, risks: Risks, points: Points) -> Iterator[Needle]:
    if risks.pregnant:
        both = (*treatment.needled, *treatment.moxa)
        yield from (needle for needle in both if points[needle.code].region in PREGNANCY_REGIONS)


_PLACES: Mapping[str, Callable[[Treatment, Risks, Points], Iterator[Needle]]] = {
    "pacemaker_electro": _under_current,
    "lymphoedema": _swollen,
    "breast_implant_or_breast_tissue": _breast,
    "areas_not_punctured": _forbidden,
    NUMB_KIND: _numb,
    "abdominal_lumbar_pregnancy": _pregnant_trunk,
}
"""Rules of the whole patient that speak of certain needles."""

_FACTS: Mapping[str, Callable[[Treatment, Risks], bool]] = {
    "pregnancy": lambda _t, r: r.pregnant,
    "pregnancy_evidence": lambda _t, r: r.pregnant,
    "bleeding_disorder": lambda _t, r: "bleeding_disorder" in r.flags,
    "anticoagulant": lambda _t, r: "anticoagulant" in r.flags,
    "epilepsy_electro": lambda t, r: "epilepsy" in r.flags and bool(t.electrical),
    "immunosuppressed_or_valve": lambda _t, r: bool({"immune_suppression", "valve_disease"} & r.flags),
    "infant": lambda _t, r: _infant(r),
    "consent": lambda _t, r: r.pregnant or (r.age is not None and r.age < ADULT_FROM),
    "faints": lambda _t, r: "faints" in r.flags,
    "allergy_metal": lambda _t, r: "allergy_metal" in r.flags,
    "allergy_latex": lambda _t, r: "allergy_latex" in r.flags,
    "allergy_adhesive": lambda _t, r: "allergy_adhesive" in r.flags,
}
"""Rules of the whole patient that follow from a fact about them."""

"""Points that might be considered, each with its reasons: offered, never inserted.

Every reason is a fact that can be looked up: the pattern that was confirmed, where it hurts, the channels
through that place, the special classes of a point, the last visit. What is against a point for this patient
keeps it from the list, and the list says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from acuchart.clinic.body import Body, Spot
from acuchart.clinic.channels import Channels
from acuchart.clinic.paths import distance_to
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.points import Point, Side
from acuchart.words import N_, _

OFFERED = 4
ADJACENT_UNITS = 30.0
"""Three cun on the body chart."""

_FAR = frozenset({"forearm", "wrist", "hand", "finger", "thumb", "leg", "ankle", "foot", "toe"})


class Reason(StrEnum):
    """Why a point is offered, in the order the chips are shown."""

    PATTERN = "pattern"
    SECOND_PATTERN = "second_pattern"
    LAST_VISIT = "last_visit"
    LOCAL = "local"
    ADJACENT = "adjacent"
    DISTAL = "distal"
    REGION = "region"
    CHANNEL = "channel"
    SOURCE = "source"
    LUO = "luo"
    XI_CLEFT = "xi_cleft"
    BACK_SHU = "back_shu"
    FRONT_MU = "front_mu"
    CONFLUENT = "confluent"
    HUI = "hui"


class ReasonKind(StrEnum):
    """What a reason speaks of."""

    PATTERN = "pattern"
    PLACE = "place"
    POINT = "point"


_OF_PATTERN = frozenset({Reason.PATTERN, Reason.SECOND_PATTERN, Reason.LAST_VISIT})
_OF_PLACE = frozenset({Reason.LOCAL, Reason.ADJACENT, Reason.DISTAL, Reason.REGION})


def kind_of(reason: Reason) -> ReasonKind:
    """What a reason speaks of: the case, the place that hurts, or the point itself."""
    if reason in _OF_PATTERN:
        return ReasonKind.PATTERN
    return ReasonKind.PLACE if reason in _OF_PLACE else ReasonKind.POINT


REASON_WORDS = {
    Reason.PATTERN: N_("Pattern"),
    Reason.SECOND_PATTERN: N_("2nd pattern"),
    Reason.LAST_VISIT: N_("Last visit"),
    Reason.LOCAL: N_("Local"),
    Reason.ADJACENT: N_("Adjacent"),
    Reason.DISTAL: N_("Distal"),
    Reason.REGION: N_("Region"),
    Reason.CHANNEL: N_("Channel"),
    Reason.SOURCE: N_("Source"),
    Reason.LUO: N_("Luo"),
    Reason.XI_CLEFT: N_("Xi-cleft"),
    Reason.BACK_SHU: N_("Back-shu"),
    Reason.FRONT_MU: N_("Front-mu"),
    Reason.CONFLUENT: N_("Confluent"),
    Reason.HUI: N_("Hui"),
}
WEIGHTS: Mapping[Reason, int] = {
    Reason.PATTERN: 4,
    Reason.SECOND_PATTERN: 2,
    Reason.LAST_VISIT: 3,
    Reason.LOCAL: 3,
    Reason.REGION: 2,
    Reason.DISTAL: 2,
    Reason.ADJACENT: 1,
    Reason.CHANNEL: 1,
    Reason.XI_CLEFT: 2,
    Reason.BACK_SHU: 1,
    Reason.FRONT_MU: 1,
    Reason.CONFLUENT: 2,
    Reason.SOURCE: 1,
    Reason.LUO: 1,
    Reason.HUI: 1,
}
"""The order of the list only; ties go by the order of the channels. Our own reading, and no figure shown."""

CONFLUENT_PAIRS = (("SP4", "PC6"), ("SI3", "BL62"), ("GB41", "TE5"), ("LU7", "KI6"))
"""The eight confluent points in their four pairs (eight extraordinary channels)."""

ORGANS: Mapping[str, str] = {
    "liver": "LR",
    "spleen": "SP",
    "kidney": "KI",
    "heart": "HT",
    "lung": "LU",
    "stomach": "ST",
    "gallbladder": "GB",
}
_CLASSES = (
    ("yuan-source", Reason.SOURCE),
    ("luo-connecting", Reason.LUO),
    ("hui-meeting", Reason.HUI),
    ("confluent", Reason.CONFLUENT),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the suggestions follow from.

    Attributes:
        patterns: The confirmed ones, primary first; empty while none is confirmed.
        regions: Of the body chart, where it hurts.
        acute: The pain is known to be recent.
        last: Codes used at the last visit, with what is known of the response, in words; may be empty words.
        last_visit: Number of that visit.
        chosen: Codes in the list already.
        avoided: Why a point is not for this patient, in a few words.
    """

    patterns: tuple[Pattern, ...] = ()
    regions: tuple[str, ...] = ()
    acute: bool = False
    last: Mapping[str, str] = field(default_factory=dict)
    last_visit: int = 0
    chosen: frozenset[str] = frozenset()
    avoided: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One point.

    Attributes:
        reasons: Each once, the telling ones first.
        why: One sentence for each reason, with its source where there is one.
    """

    code: str
    reasons: tuple[Reason, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is offered, and what would have been but for the patient's risks, as (code, why)."""

    offered: tuple[Suggestion, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()


def suggest(
    facts: Facts, points: Mapping[str, Point], channels: Channels, body: Body, most: int = OFFERED
) -> Suggestions:
    """The points with most reasons; a contraindicated one is left out and told."""
    found: dict[str, dict[Reason, str]] = {}
    for code, reason, why in _reasons(facts, points, channels, body):
        if code in points and code not in facts.chosen:
            found.setdefault(code, {}).setdefault(reason, why)
    order = {code: n for n, code in enumerate(points)}
    ranked = sorted(found, key=lambda code: (-sum(WEIGHTS[r] for r in found[code]), order[code]))
    free = [code for code in ranked if code not in facts.avoided]
    offered = _mixed(free, {code: min(found[code], key=list(Reason).index) for code in free}, most)
    last = max((ranked.index(code) for code in offered), default=len(ranked) - 1)
    hidden = [code for code in ranked[: last + 1] if code in facts.avoided]
    return Suggestions(
        tuple(_suggestion(code, found[code]) for code in offered),
        tuple((code, facts.avoided[code]) for code in hidden),
    )


def _suggestion(code: str, said: Mapping[Reason, str]) -> Suggestion:
    reasons = sorted(said, key=list(Reason).index)
    return Suggestion(code, tuple(reasons), tuple(said[reason] for reason in reasons))


def _mixed(ranked: list[str], leading: Mapping[str, Reason], most: int) -> list[str]:
    """The first of the list, no more than half of them for the same leading reason while others are there."""
    chosen: list[str] = []
    for code in ranked:
        alike = sum(leading[other] is leading[code] for other in chosen)
        if len(chosen) < most and alike < most / 2:
            chosen.append(code)
    rest = [code for code in ranked if code not in chosen]
    return sorted([*chosen, *rest[: most - len(chosen)]], key=ranked.index)


Said = Iterator[tuple[str, Reason, str]]


def _reasons(facts: Facts, points: Mapping[str, Point], channels: Channels, body: Body) -> Said:
    grounds = [*_pattern(facts), *_last(facts), *_region(facts, points, channels, body)]
    yield from grounds
    yield from _organs(facts, points)
    yield from _partners(facts)
    # A class alone is no reason: it speaks only for a point that something else spoke for.
    yield from _classes({code for code, _reason, _why in grounds}, facts, points)


def _pattern(facts: Facts) -> Said:
    for rank, pattern in enumerate(facts.patterns):
        reason = Reason.SECOND_PATTERN if rank else Reason.PATTERN
        for used in pattern.points:
            sentence = _("Used for {pattern}: {principle}.")
            why = sentence.format(pattern=_(pattern.label), principle=_(pattern.treatment_principle))
            sources = " ".join(source for source in used.sources if source != "bg")
            named = _("Sources: {keys}.").format(keys=sources) if sources else _("No source named.")
            yield used.code, reason, f"{why} {named}"


def _last(facts: Facts) -> Said:
    for code, response in facts.last.items():
        why = _("Used at visit {n}.").format(n=facts.last_visit)
        yield code, Reason.LAST_VISIT, f"{why} {response}".strip()


def _region(facts: Facts, points: Mapping[str, Point], channels: Channels, body: Body) -> Said:
    if not facts.regions:
        return
    yield from _used_for(facts.regions, channels)
    through = {code for region in facts.regions for code in channels.of_chart_region(region)}
    for code, point in points.items():
        near, on_channel = _nearness(code, facts.regions, body), point.channel in through
        if near is Reason.LOCAL:
            yield code, near, _("Lies where it hurts.")
        elif on_channel:
            yield from _along(code, point, near)
        if near is not None and on_channel:
            sentence = _("The {channel} channel passes through the painful region.")
            yield code, Reason.CHANNEL, sentence.format(channel=point.channel)


def _used_for(regions: Iterable[str], channels: Channels) -> Said:
    bare = {region.removesuffix("-left").removesuffix("-right") for region in regions}
    for region in channels.regions:
        if bare & set(region.chart_regions):
            why = _("Commonly used for pain at: {region}.").format(region=region.name)
            yield from ((code, Reason.REGION, why) for code in region.points)


def _along(code: str, point: Point, near: Reason | None) -> Said:
    """A point beside the painful region, or far from it, on a channel through it."""
    if near is Reason.ADJACENT:
        yield code, near, _("Lies within three cun of where it hurts.")
    elif point.region in _FAR and point.categories:
        yield code, Reason.DISTAL, _("Lies far along a channel through the painful region.")


def _nearness(code: str, regions: Iterable[str], body: Body) -> Reason | None:
    """Whether a point lies in one of the regions, or beside it."""
    nearest: Reason | None = None
    for spot in body.places.get(code, ()):
        if spot.mirrored:
            continue
        areas = body.view(spot.view).areas
        for region in regions:
            if region in areas and _on_side(spot, region):
                if body.region_at(spot.view, spot.x, spot.y) == region:
                    return Reason.LOCAL
                if distance_to(areas[region][1], spot.x, spot.y) <= ADJACENT_UNITS:
                    nearest = Reason.ADJACENT
    return nearest


def _on_side(spot: Spot, region: str) -> bool:
    side = region.rpartition("-")[2]
    return spot.side is Side.MIDLINE or side not in ("left", "right") or spot.side.value == side


def _organs(facts: Facts, points: Mapping[str, Point]) -> Said:
    """Back-shu and front-mu of the organs a confirmed pattern lies in."""
    organs = {ORGANS[place] for pattern in facts.patterns for place in pattern.places if place in ORGANS}
    for code, point in points.items():
        for kind, reason in (("back-shu", Reason.BACK_SHU), ("front-mu", Reason.FRONT_MU)):
            for organ in sorted(organs):
                if f"{kind} ({organ})" in point.categories:
                    yield (
                        code,
                        reason,
                        _("{kind} point of an organ of the pattern ({organ}).").format(
                            kind=_(REASON_WORDS[reason]), organ=organ
                        ),
                    )


def _partners(facts: Facts) -> Said:
    """The other of a confluent pair, once one is chosen."""
    for one, other in CONFLUENT_PAIRS:
        for chosen, offered in ((one, other), (other, one)):
            if chosen in facts.chosen and offered not in facts.chosen:
                why = _("Confluent pair with {code}, which is chosen.").format(code=chosen)
                yield offered, Reason.CONFLUENT, why


def _classes(codes: Iterable[str], facts: Facts, points: Mapping[str, Point]) -> Said:
    for code in sorted(set(codes) & set(points)):
        categories = points[code].categories
        for start, reason in _CLASSES:
            kinds = [category for category in categories if category.startswith(start)]
            if kinds:
                yield code, reason, _("Class: {kind}.").format(kind=kinds[0])
        if facts.acute and any(category.startswith("xi-cleft") for category in categories):
            yield code, Reason.XI_CLEFT, _("Xi-cleft point, and the pain is recent.")

"""The phrase bank from resources/phrases."""

from collections.abc import Iterable, Mapping
from string import Formatter
from types import MappingProxyType

from acuchart.clinic.cautions import CautionRule
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.needling import Stimulation
from acuchart.clinic.plan_phrases import FIELDS, SAFETY, Applies, Part, Phrase, PhraseBank
from acuchart.clinic.points import Point
from acuchart.knowledge.files import known, read_tree, unique
from acuchart.knowledge.tree import Node

FILE = "phrases/plan.json"
KEYS = frozenset(
    {
        *("id", "part", "words", "title", "source"),
        *("flags", "unless_flags", "stimulation", "regions", "caution", "needled"),
        *("complaint", "unless_phrases", "from_week"),
    }
)


def read_phrases(points: Mapping[str, Point], cautions: Iterable[CautionRule]) -> PhraseBank:
    """The whole bank; every flag, region, kind of caution, phrase and source it names exists.

    Args:
        points: By code, for the regions that phrases speak of.
        cautions: For the points that a kind of caution speaks of.
    """
    tree = Node(FILE, "", read_tree("phrases", "plan.json"))
    regions = _by_region(points)
    places = tree.node("places")
    known(FILE, "places", "region", places.value, regions)
    known(FILE, "places", "place for", regions, places.value)
    kinds = _by_kind(cautions)
    rows = tuple(tree.nodes("phrases", "id"))
    unique(FILE, (row.text("id") for row in rows))
    titles = tree.node("sources")
    phrases = tuple(_phrase(row, regions, kinds, titles) for row in rows)
    _check_order(phrases)
    return PhraseBank(
        phrases,
        MappingProxyType({code: places.text(point.region) for code, point in points.items()}),
        tuple(
            (kind, row.text("words")) for row in tree.nodes("same_day_by") for kind in _flags(row, "flags")
        ),
    )


def _by_region(points: Mapping[str, Point]) -> Mapping[str, frozenset[str]]:
    names = {point.region for point in points.values()}
    return {name: frozenset(p.code for p in points.values() if p.region == name) for name in names}


def _by_kind(cautions: Iterable[CautionRule]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rule in cautions:
        found.setdefault(rule.kind, set()).add(rule.code)
    return {kind: frozenset(codes) for kind, codes in found.items()}


def _phrase(
    row: Node,
    regions: Mapping[str, frozenset[str]],
    kinds: Mapping[str, frozenset[str]],
    titles: Node,
) -> Phrase:
    known(FILE, row.key, "key", row.value, KEYS)
    known(FILE, row.key, "part", [row.text("part")], [part.value for part in Part])
    part = Part(row.text("part"))
    sources = row.texts("source")
    known(FILE, row.key, "source", sources, titles.value)
    if part in SAFETY and not sources:
        raise row.wrong("advice on when to seek help needs a source")
    if (part is Part.SELF_CARE) != bool(row.text("title", "")):
        raise row.wrong("a card of self-care has a title, and nothing else has one")
    return Phrase(
        id=row.text("id"),
        part=part,
        words=_words(row),
        applies=_applies(row, regions, kinds),
        title=row.text("title", ""),
        sources=tuple(key if key == "bg" else titles.text(key) for key in sources),
    )


def _words(row: Node) -> str:
    words = row.text("words")
    try:
        fields = {name for _text, name, _spec, _conversion in Formatter().parse(words) if name is not None}
    except ValueError:
        raise row.wrong("a brace is not closed") from None
    known(FILE, row.key, "field", fields, FIELDS)
    return words


def _applies(
    row: Node, regions: Mapping[str, frozenset[str]], kinds: Mapping[str, frozenset[str]]
) -> Applies:
    known(FILE, row.key, "stimulation", row.texts("stimulation"), [way.value for way in Stimulation])
    return Applies(
        flags=_flags(row, "flags"),
        unless_flags=_flags(row, "unless_flags"),
        stimulation=frozenset(Stimulation(way) for way in row.texts("stimulation")),
        codes=_codes(row, regions, kinds),
        needled=row.flag("needled"),
        complaint=frozenset(word.casefold() for word in row.texts("complaint")),
        unless_phrases=frozenset(row.texts("unless_phrases")),
        from_week=int(row.number("from_week", 0.0)),
    )


def _flags(row: Node, name: str) -> frozenset[FlagKind]:
    known(FILE, row.key, "flag", row.texts(name), [kind.value for kind in FlagKind])
    return frozenset(FlagKind(flag) for flag in row.texts(name))


def _codes(
    row: Node, regions: Mapping[str, frozenset[str]], kinds: Mapping[str, frozenset[str]]
) -> frozenset[str] | None:
    """Points of the regions, and those that the kinds of caution speak of."""
    known(FILE, row.key, "region", row.texts("regions"), regions)
    known(FILE, row.key, "kind of caution", row.texts("caution"), kinds)
    if not row.texts("regions") and not row.texts("caution"):
        return None
    codes = [regions[name] for name in row.texts("regions")] + [kinds[name] for name in row.texts("caution")]
    return frozenset().union(*codes)


def _check_order(phrases: Iterable[Phrase]) -> None:
    """A phrase can only give way to one that stands before it."""
    so_far: list[str] = []
    for phrase in phrases:
        known(FILE, phrase.id, "earlier phrase", phrase.applies.unless_phrases, so_far)
        so_far.append(phrase.id)

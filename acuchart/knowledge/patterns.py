"""The patterns from resources/patterns, with their elements and ICD-11 codes."""

from collections.abc import Container, Mapping
from types import MappingProxyType

from acuchart.clinic.findings import Finding
from acuchart.clinic.patterns import (
    UNSOURCED,
    Icd11,
    Link,
    Pattern,
    PatternPoint,
    Relation,
    RelationKind,
    Sign,
    Strength,
)
from acuchart.clinic.points import Point
from acuchart.knowledge.files import Row, known, read_rows, read_tree, unique
from acuchart.knowledge.signs import read_signs
from acuchart.knowledge.tree import Node

FILE = "patterns/patterns.json"
ELEMENTS = "patterns/elements.csv"
NATURES = frozenset(
    [
        "qi_stagnation",
        "blood_stasis",
        "cold",
        "heat",
        "damp",
        "phlegm",
        "wind",
        "qi_deficiency",
        "blood_deficiency",
        "yin_deficiency",
        "yang_deficiency",
        "essence_deficiency",
    ]
)
ORGANS = frozenset(["liver", "spleen", "kidney", "heart", "lung", "stomach", "gallbladder"])


def read_patterns(
    findings: Mapping[str, Finding], points: Mapping[str, Point], channels: Container[str]
) -> Mapping[str, Pattern]:
    """Every pattern by slug; each id, code, slug and source it names exists."""
    book = Node(FILE, "", read_tree("patterns", "patterns.json"))
    elements = {row["slug"]: row for row in read_rows("patterns", "elements.csv", needs=_ELEMENT_COLUMNS)}
    nodes = list(book.nodes("patterns", named_by="slug"))
    unique(FILE, (node.text("slug") for node in nodes))
    sources = set(book.node("sources").value) | {"WHO", UNSOURCED}
    signs = read_signs(findings, NATURES, ORGANS, sources)
    found = {node.text("slug"): _pattern(node, elements, findings, signs) for node in nodes}
    titles = {
        row["code"]: row["title"] for row in read_rows("patterns", "icd11.csv", needs=("code", "title"))
    }
    for pattern in found.values():
        _check(pattern, found, findings, points, sources, titles)
        organs = {place for place in pattern.places if place not in channels}
        known(ELEMENTS, pattern.slug, "place", organs, ORGANS)
    return MappingProxyType(found)


_ELEMENT_COLUMNS = ("slug", "group", "natures", "places")


def _check(
    pattern: Pattern,
    patterns: Mapping[str, Pattern],
    findings: Mapping[str, Finding],
    points: Mapping[str, Point],
    sources: set[str],
    titles: Mapping[str, str],
) -> None:
    slug = pattern.slug
    unique(FILE, (f"{slug} / {link.finding_id}" for link in pattern.links))
    for link in pattern.links:
        known(FILE, slug, "source", link.sources, sources)
    for point in pattern.points:
        known(FILE, slug, "source", point.sources, sources)
    known(FILE, slug, "point", (point.code for point in pattern.points), points)
    known(FILE, slug, "ICD-11 title", (f"{i.code} {i.title}" for i in pattern.icd11), _titled(titles))
    known(ELEMENTS, slug, "group", (pattern.group,), patterns)
    known(ELEMENTS, slug, "nature", pattern.natures, NATURES)
    for relation in pattern.relations:
        known(FILE, slug, "relation", (relation.slug,), patterns)
        known(FILE, slug, "finding", (*relation.here, *relation.there), findings)


def _titled(titles: Mapping[str, str]) -> set[str]:
    return {f"{code} {title}" for code, title in titles.items()}


_Signs = Mapping[str, tuple[Sign, ...]]


def _pattern(
    node: Node, elements: Mapping[str, Row], findings: Mapping[str, Finding], signs: _Signs
) -> Pattern:
    slug = node.text("slug")
    known(ELEMENTS, slug, "row for pattern", (slug,), elements)
    needling = node.node("needling")
    return Pattern(
        slug=slug,
        label=node.text("name"),
        hanzi=node.text("hanzi"),
        pinyin=node.text("pinyin"),
        aliases=node.texts("aliases"),
        family=node.text("family"),
        group=elements[slug]["group"],
        icd11=tuple(Icd11(n.text("code"), n.text("title")) for n in node.nodes("icd11")),
        nature=node.text("nature"),
        natures=tuple(elements[slug]["natures"].split()),
        places=tuple(elements[slug]["places"].split()),
        treatment_principle=node.text("treatment_principle"),
        links=tuple(_link(n, slug, findings, signs) for n in node.nodes("findings", named_by="id")),
        relations=tuple(_relation(n) for n in node.nodes("relations")),
        points=tuple(PatternPoint(n.text("code"), n.texts("src")) for n in node.nodes("points")),
        point_categories=node.texts("point_categories"),
        method=needling.text("method"),
        moxa=needling.text("moxa"),
    )


def _link(node: Node, slug: str, findings: Mapping[str, Finding], signs: _Signs) -> Link:
    finding_id = node.text("id")
    known(FILE, slug, "finding", (finding_id,), findings)
    if node.text("strength") not in {strength.value for strength in Strength}:
        raise node.wrong(f"strength is {node.text('strength')}")
    only_with = node.texts("only_with")
    known(FILE, slug, "finding", only_with, findings)
    return Link(
        finding_id,
        findings[finding_id].group,
        Strength(node.text("strength")),
        node.texts("src"),
        signs.get(finding_id, ()),
        only_with,
    )


def _relation(node: Node) -> Relation:
    if node.text("type") not in {kind.value for kind in RelationKind}:
        raise node.wrong(f"type is {node.text('type')}")
    kind = RelationKind(node.text("type"))
    return Relation(kind, node.text("slug"), node.text("note", ""), node.texts("here"), node.texts("there"))

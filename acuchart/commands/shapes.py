"""The JSON shapes of look-ups; scripts rely on them."""

from acuchart.clinic.body import Spot
from acuchart.clinic.findings import Finding
from acuchart.clinic.points import Point
from acuchart.clinic.prescription import Entry, Unread
from acuchart.knowledge import Knowledge

Shape = dict[str, object]


def point_shape(point: Point, knowledge: Knowledge) -> Shape:
    """A point with its cautions and its places on the chart, in tenths of a cun."""
    return {
        "code": point.code,
        "channel": point.channel,
        "number": point.number,
        "pinyin": point.pinyin,
        "pinyin_plain": point.pinyin_plain,
        "hanzi": point.hanzi,
        "hanzi_traditional": point.hanzi_traditional,
        "aliases": list(point.aliases),
        "region": point.region,
        "location": point.location,
        "categories": list(point.categories),
        "category_sources": {one.name: one.source for one in point.classes},
        "element": point.element,
        "side": point.lies,
        "spots": point.spots,
        "depth": _depth(point),
        "angle": point.angle,
        "moxa": point.moxa,
        "cautions": [
            {
                "type": rule.kind,
                "severity": rule.severity,
                "level": rule.level,
                "statement": rule.statement,
                "source": rule.source,
            }
            for rule in knowledge.cautions
            if rule.code == point.code
        ],
        "chart": [_spot(spot) for spot in knowledge.body.spots(point.code)],
        "decisions": [
            {"about": one.about, "said": one.said, "chosen": one.chosen, "reason": one.reason}
            for one in point.decisions
        ],
        "sources": list(point.sources),
    }


def _depth(point: Point) -> Shape | None:
    """Usual depth, with what each source says of depth and angle; None where none is sourced."""
    if point.depth_cun is None and not point.spine:
        return None
    by_level = [{"levels": list(span.levels), "cun": list(span.depth_cun)} for span in point.spine]
    return {
        "cun": list(point.depth_cun) if point.depth_cun else None,
        "limit_mm": point.depth_limit_mm(),
        "note": point.depth_note,
        "sources": [{"cun": one.cun, "angle": one.angle, "source": one.source} for one in point.depths],
        **({"by_level": by_level} if by_level else {}),
    }


def _spot(spot: Spot) -> Shape:
    return {
        "view": spot.view,
        "side": spot.side,
        "x": spot.x,
        "y": spot.y,
        "mirrored": spot.mirrored,
        **({"part": spot.label} if spot.label else {}),
        **({"inside": True} if spot.inside else {}),
    }


def entry_shape(entry: Entry | Unread) -> Shape:
    """An entry of a prescription, or why it cannot be read."""
    if isinstance(entry, Unread):
        return {"text": entry.text, "error": entry.error, "near": list(entry.near)}
    return {
        "code": entry.code,
        "side": entry.side,
        "needles": entry.needles,
        "depth_mm": entry.depth_mm,
        "text": entry.text,
        **({"levels": list(entry.levels)} if entry.levels else {}),
        **({"through": entry.through} if entry.through else {}),
        **({"angle": entry.worked.angle} if entry.worked.angle else {}),
        **({"technique": entry.worked.technique} if entry.worked.technique else {}),
        **({"method": entry.worked.method} if entry.worked.method else {}),
    }


def finding_shape(finding: Finding, knowledge: Knowledge) -> Shape:
    """A finding of the vocabulary, with what it stands for in the caution rules."""
    raisers = [raiser for raiser in knowledge.raisers if raiser.id == finding.id]
    return {
        "id": finding.id,
        "label": finding.label,
        "hanzi": finding.hanzi,
        "examination": finding.examination,
        "group": finding.group,
        "synonyms": list(finding.synonyms),
        "opposites": list(finding.opposites),
        "question": finding.question,
        "patient_form": finding.patient_form,
        "sources": list(finding.sources),
        "cautions": [{"means": one.means, "why": one.why, "source": one.source} for one in raisers],
    }

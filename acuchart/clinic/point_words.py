"""The words a point is described by: its classes, element, channel, part of the body and place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acuchart.clinic.point_codes import CHANNEL_SPELLINGS, folded
from acuchart.clinic.points import Point

VESSELS: Mapping[str, tuple[str, ...]] = {
    "chong": ("thoroughfare", "penetrating", "chongmai"),
    "dai": ("belt", "girdling", "girdle", "daimai"),
    "qiao": ("heel", "motility", "stepping"),
    "wei": ("link", "linking"),
    "du": ("governor", "governing", "gv", "dumai"),
    "ren": ("conception", "directing", "cv", "renmai"),
}
"""What the extraordinary vessels are called, by their names in pinyin."""

CLASSES: Mapping[str, tuple[str, ...]] = {
    "jing well": ("well",),
    "ying spring": ("spring", "brook"),
    "shu stream": ("stream", "transporting"),
    "jing river": ("river",),
    "he sea": ("sea", "uniting"),
    "yuan source": ("source", "original"),
    "luo connecting": ("connecting", "collateral", "network"),
    "xi cleft": ("cleft", "accumulation", "accumulating", "xicleft"),
    "back shu": ("associated", "backshu", "beishu"),
    "front mu": ("alarm", "collecting", "frontmu", "mu"),
    "hui meeting": ("influential", "gathering"),
    "confluent": ("master", "opening", "command of the vessels", "eight"),
    "lower he sea": ("lower", "uniting"),
    "four command": ("command", "gaowu"),
    "ghost": ("gui", "ghosts", "sun simiao"),
    "window of the sky": ("window", "heaven", "heavenly", "celestial", "windows"),
    "crossing": ("intersection", "intersecting", "jiaohui", "meeting"),
}
"""Other words for the classes of points, by the words the table uses."""

REGIONS: Mapping[str, tuple[str, ...]] = {
    "abdomen_lateral": ("flank", "side of the abdomen", "waist", "belly", "lateral abdomen"),
    "abdomen_lower": ("lower abdomen", "belly", "pelvis", "hypogastrium"),
    "abdomen_upper": ("upper abdomen", "belly", "epigastrium"),
    "ankle": ("malleolus",),
    "arm": ("upper arm", "biceps", "triceps", "humerus", "upper limb"),
    "axilla": ("armpit",),
    "buttock": ("gluteal", "hip", "bottom"),
    "chest_anterior": ("chest", "thorax", "breast", "front of the chest"),
    "chest_lateral": ("side of the chest", "thorax", "flank", "ribs", "lateral chest"),
    "elbow": ("upper limb", "cubital"),
    "face": ("head", "cheek", "jaw"),
    "finger": ("hand", "fingers", "upper limb"),
    "foot": ("feet", "lower limb", "instep", "sole"),
    "forearm": ("lower arm", "arm", "upper limb"),
    "groin": ("inguinal",),
    "hand": ("palm", "upper limb", "hands"),
    "head": ("scalp", "skull", "temple"),
    "knee": ("knees", "lower limb", "popliteal", "patella"),
    "leg": ("lower leg", "calf", "shin", "lower limb", "crus"),
    "lumbar": ("low back", "lower back", "loin", "waist", "lumbar spine", "back"),
    "neck": ("throat", "nape", "cervical"),
    "perineum": ("pelvic floor", "genital"),
    "sacral": ("sacrum", "low back", "lower back", "back", "tailbone"),
    "scapular": ("scapula", "shoulder blade", "shoulder", "back"),
    "shoulder": ("deltoid", "upper limb"),
    "thigh": ("upper leg", "lower limb", "femur"),
    "thumb": ("finger", "hand", "upper limb"),
    "toe": ("foot", "toes", "lower limb", "feet"),
    "upper_back": ("thoracic spine", "back", "thorax"),
    "wrist": ("upper limb", "carpal"),
}
"""Other words for the parts of the body the table names."""

PHRASES: Mapping[str, str] = {
    "gall bladder": "gallbladder",
    "urinary bladder": "bladder",
    "heart constrictor": "pericardium",
    "heart protector": "pericardium",
    "heart governor": "pericardium",
    "san jiao": "sanjiao",
    "triple energizer": "sanjiao",
    "triple energiser": "sanjiao",
    "triple heater": "sanjiao",
    "triple burner": "sanjiao",
    "triple warmer": "sanjiao",
    "three heater": "sanjiao",
}
"""Channels of two words that hold the name of another channel or are one thing, each in one word."""

FILLERS = frozenset(
    folded("a all around at channel for in mai meridian near of on point points the to vessel").split()
)
"""Words that say nothing about which point is meant."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a point, in words.

    Attributes:
        classes: One set of words for each class, with the channel it belongs to.
        of_the_point: Words of its classes, channel and part of the body.
        everything: Those and the words of the description of its place.
    """

    classes: tuple[frozenset[str], ...]
    of_the_point: frozenset[str]
    everything: frozenset[str]


def about(point: Point) -> About:
    """The words of a point."""
    classes = tuple(frozenset(_class_words(name, point)) for name in point.categories)
    own = frozenset(_channel_words(point.channel))
    region = _split((point.region.replace("_", " "), *REGIONS.get(point.region, ())))
    whole = own.union(region, *classes)
    return About((*classes, own), whole, whole.union(_split([point.location])))


def asked(query: str) -> tuple[str, ...]:
    """The words of a query that say something."""
    return tuple(word for word in _split([query]) if word not in FILLERS)


def _class_words(name: str, point: Point) -> Iterable[str]:
    """The words of one class of a point: `xi-cleft` of a lung point is also the lung's accumulation point."""
    kind, _, rest = name.replace("-", " ").partition(" (")
    inside = rest.rstrip(")")
    yield from _split([kind, *CLASSES.get(kind, ())])
    channels = [part for part in inside.replace(",", " ").split() if part in CHANNEL_SPELLINGS]
    yield from _split([inside])
    for word in _split([inside]):
        yield from VESSELS.get(word, ())
        yield from (vessel for vessel, others in VESSELS.items() if word in others)
    if not channels or kind == "crossing":
        channels.append(point.channel)
    for channel in channels:
        yield from _channel_words(channel)
    if kind in ("jing well", "ying spring", "shu stream", "jing river", "he sea"):
        yield from ("five", "shu", "transport", point.element.casefold())


def _channel_words(channel: str) -> Iterable[str]:
    return _split([channel, *CHANNEL_SPELLINGS.get(channel, ("extra",))])


def _split(texts: Iterable[str]) -> list[str]:
    marks = str.maketrans("(),;/'", "      ")
    text = folded(" ".join(texts).translate(marks))
    for phrase, word in PHRASES.items():
        text = text.replace(phrase, word)
    return text.split()

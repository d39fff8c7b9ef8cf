"""Looking points up as one types: by code, name, number, category, element, channel or region."""

import difflib
from collections.abc import Iterator

from acuchart.clinic.point_codes import code_of, folded
from acuchart.clinic.point_names import LIKENESS, Points, channel_name, untoned
from acuchart.clinic.points import Point

CATEGORY_WORDS = {
    "source": "yuan",
    "connecting": "luo",
    "accumulation": "xi",
    "cleft": "xi",
    "alarm": "mu",
    "transport": "shu",
    "sea": "he",
}
"""Common English words for the classes of points, beside those the table uses."""


def search(query: str, points: Points) -> tuple[Point, ...]:
    """The points a query may mean, best first; all of them for an empty query.

    What the text names exactly comes first, then codes and names that begin with it, names that hold it, and
    points whose classes, channel and region answer every word; if none does, names that are spelled alike.
    A code that does not exist finds nothing: what may have been meant is for `Points.near` to say.
    """
    if not query.strip():
        return tuple(points.values())
    ranks = (_exact, _numbered, _begins, _holds, _described)
    codes = dict.fromkeys(code for rank in ranks for code in rank(query, points))
    if not codes:
        codes = {} if code_of(query) else dict.fromkeys((*points.near(query), *_alike(query, points)))
    return tuple(points[code] for code in codes)


def _exact(query: str, points: Points) -> tuple[str, ...]:
    return points.meant(query)


def _numbered(query: str, points: Points) -> Iterator[str]:
    if query.strip().isdigit():
        yield from (code for code, point in points.items() if point.number == int(query))


def _begins(query: str, points: Points) -> Iterator[str]:
    code, name = code_of(query), untoned(query)
    written = folded(query).replace(" ", "").upper()
    for known, point in points.items():
        by_code = (code and known.startswith(code)) or known.replace("-", "").startswith(written)
        if by_code or any(text.startswith(name) for text in _names(point)):
            yield known


def _holds(query: str, points: Points) -> Iterator[str]:
    name = untoned(query)
    return (code for code, point in points.items() if len(name) > 1 and any(name in t for t in _names(point)))


def _described(query: str, points: Points) -> Iterator[str]:
    words = folded(query).split()
    for code, point in points.items():
        about = _about(point)
        if all(_answers(word, about) for word in _widened(words)):
            yield code


def _answers(word: str, about: set[str]) -> bool:
    return word in about or (len(word) > 3 and any(text.startswith(word) for text in about))


def _alike(query: str, points: Points) -> list[str]:
    name = untoned(query)
    names = {text: code for code, point in points.items() for text in _names(point) if text[:1] == name[:1]}
    return [names[text] for text in difflib.get_close_matches(name, list(names), 5, LIKENESS - 0.1)]


def _names(point: Point) -> tuple[str, ...]:
    names = (point.pinyin_plain, point.hanzi, point.hanzi_traditional, *point.aliases)
    return tuple(untoned(name) for name in names)


def _about(point: Point) -> set[str]:
    """The words a point is described by."""
    texts = [*point.categories, channel_name(point.channel), point.channel, point.region, point.element]
    texts += [channel_name(category[-3:-1]) for category in point.categories if category.endswith(")")]
    plain = folded(" ".join(texts)).replace("(", " ").replace(")", " ").replace(";", " ")
    return set(plain.split())


def _widened(words: list[str]) -> list[str]:
    return [CATEGORY_WORDS.get(word, word) for word in words]

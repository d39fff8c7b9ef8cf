"""Looking points up as one types: by code, name, number, class, element, channel or region."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from acuchart.clinic.point_codes import channel_of, code_of, folded, like_a_code
from acuchart.clinic.point_names import Points
from acuchart.clinic.point_spellings import shortened, sounded
from acuchart.clinic.point_words import About, about, asked
from acuchart.clinic.points import Point

SHORTEST_SOUND = 3
"""Letters a sound needs to be told from others."""

Rank = Callable[[str, Points], Iterable[str]]


def search(query: str, points: Points) -> tuple[Point, ...]:
    """The points a query may mean, best first; all of them for an empty query.

    What the text names exactly comes first, then codes and names that begin with it, names shortened to the
    beginnings of their syllables (zsl), names that hold it, and points whose classes, channel and region
    answer every word; if nothing does, names that sound or are spelled alike. A code that does not exist
    finds nothing: what may have been meant is for `Points.near` to say.
    """
    if not query.strip():
        return tuple(points.values())
    if like_a_code(query):
        codes = _found(query, points, (_exact, _code_begins))
    else:
        codes = _found(query, points, RANKS) or _found(query, points, (_sounds, _alike))
    return tuple(points[code] for code in codes)


def _found(query: str, points: Points, ranks: Iterable[Rank]) -> Iterable[str]:
    return dict.fromkeys(code for rank in ranks for code in rank(query, points))


def _exact(query: str, points: Points) -> tuple[str, ...]:
    group = points.group(query)
    return points.meant(query) or (group.codes if group else ())


def _numbered(query: str, points: Points) -> Iterator[str]:
    if query.strip().isdigit():
        yield from (code for code, point in points.items() if point.number == int(query))


def _code_begins(query: str, points: Points) -> Iterator[str]:
    code = code_of(query, romance=points.romance)
    written = folded(query).replace(" ", "").upper()
    for known in points if written else ():
        bare = known.replace("-", "")
        if bare.startswith((written, f"EX{written}")) or (code and known.startswith(code)):
            yield known


def _begins(query: str, points: Points) -> Iterable[str]:
    name = points.key(query)
    begun = (code for code in points if name and any(n.startswith(name) for n in points.names(code).plain))
    return _shortest_first(begun, name, points)


def _of_channel(query: str, points: Points) -> Iterator[str]:
    channel = channel_of(query)
    return (code for code, point in points.items() if point.channel == channel)


def _shortest_first(codes: Iterable[str], name: str, points: Points) -> list[str]:
    """In the order of how little is left to type."""

    def left(code: str) -> int:
        return min(len(known) for known in points.names(code).plain if known.startswith(name))

    return sorted(codes, key=left)


def _shortened(query: str, points: Points) -> Iterator[str]:
    name = points.key(query)
    if len(name) < 2 or not name.isascii() or not name.isalpha():
        return
    found = [code for code in points if any(shortened(name, parts) for parts in points.names(code).parts)]
    # zs is rather the two syllables of a name of two than the first two of a longer one.
    yield from sorted(found, key=lambda code: min(len(parts) for parts in points.names(code).parts))


def _older(query: str, points: Points) -> Iterable[str]:
    name = points.key(query)
    begun = [(n, code) for code in points for n in points.names(code).wade if n.startswith(name)]
    return (code for _, code in sorted(begun, key=lambda found: len(found[0])) if len(name) > 2)


def _holds(query: str, points: Points) -> Iterator[str]:
    name = points.key(query)
    return (code for code in points if len(name) > 1 and any(name in n for n in points.names(code).plain))


def _described(query: str, points: Points) -> Iterator[str]:
    """Points of a class that says all the words; of class, channel and region; of a place so described."""
    words = asked(query)
    if not words:
        return
    known = {code: _about(point) for code, point in points.items()}
    alone = [code for code, about in known.items() if any(_all(words, kind) for kind in about.classes)]
    yield from alone
    if len(words) > 1 and alone:
        return
    yield from (code for code, about in known.items() if _all(words, about.of_the_point))
    if max(map(len, words)) > 2:
        yield from (code for code, about in known.items() if _all(words, about.everything))


@lru_cache(maxsize=1024)
def _about(point: Point) -> About:
    return about(point)


def _all(words: tuple[str, ...], known: frozenset[str]) -> bool:
    return all(_said(word, known) for word in words)


def _said(word: str, known: frozenset[str]) -> bool:
    return word in known or (len(word) > 3 and any(text.startswith(word) for text in known))


def _sounds(query: str, points: Points) -> Iterator[str]:
    sound = sounded(query)
    if len(sound) < SHORTEST_SOUND:
        return
    for fits in (str.__eq__, str.startswith):
        yield from (c for c in points if any(fits(name, sound) for name in points.names(c).sounds))


def _alike(query: str, points: Points) -> Iterator[str]:
    return (code for code, _ in points.alike(query))


RANKS: tuple[Rank, ...] = (
    _exact,
    _numbered,
    _code_begins,
    _begins,
    _of_channel,
    _shortened,
    _older,
    _holds,
    _described,
)
"""How a text may answer to a point, likeliest first."""

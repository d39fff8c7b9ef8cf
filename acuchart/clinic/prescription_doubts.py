"""What cannot be read in a prescription line, told in a sentence with the points that may be meant."""

from collections.abc import Iterable

from acuchart.clinic.point_codes import LONE_LETTERS, code_of, codes_of, like_a_code, romance_code_of
from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Point, Side
from acuchart.clinic.prescription_words import AMOUNT, COUNT, DEPTH, LETTERS, LONE, SIDES
from acuchart.clinic.worked import says_twice
from acuchart.words import _


class DoubtError(Exception):
    """An entry that cannot be read, with its sentence and near codes.

    Attributes:
        words: How many words the doubt is about; 0 for all that belongs to the point.
    """

    def __init__(self, error: str, near: tuple[str, ...] = (), words: int = 0) -> None:
        super().__init__(error)
        self.error = error
        self.near = near
        self.words = words


def unknown(words: list[str], points: Points) -> DoubtError:
    """Why no point begins the words, and which may be meant."""
    if words[0].isdigit():
        return _number_alone(words[0], points)
    head = next((" ".join(words[:n]) for n in (3, 2, 1) if code_of(" ".join(words[:n]))), words[0])
    size = len(head.split())
    code, other = code_of(head), romance_code_of(head)
    if code is not None and (last := points.last_number(code)) is not None:
        sentence = _("There is no {code}. The last point of this channel is number {last}.")
        return DoubtError(sentence.format(code=code, last=last), points.near(head), size)
    if other in points:
        sentence = _("{text} is read as {code} only when Romance letters are chosen in settings.")
        return DoubtError(sentence.format(text=head, code=other), (other,) if other else (), size)
    lone = code_of("".join(words[:2])) if words[0].casefold() in LONE_LETTERS else None
    if lone in points:
        sentence = _(
            "{text} can be {code}: write letter and number together, since {letter} is a side as well."
        )
        typed = " ".join(words[:2])
        return DoubtError(sentence.format(text=typed, code=lone, letter=words[0]), (lone,) if lone else (), 2)
    name = _name_of(words)
    near = points.near(name) or points.near(words[0])
    return DoubtError(_("There is no point called {text}.").format(text=name), near)


def _number_alone(number: str, points: Points) -> DoubtError:
    codes = tuple(c for c, point in points.items() if point.number == int(number) and c[:2] != "EX")
    if not codes:
        return DoubtError(_("There is no point called {text}.").format(text=number))
    sentence = _("{text} has no channel. It can be {codes}.")
    return DoubtError(sentence.format(text=number, codes=either(codes)), codes)


def _name_of(words: list[str]) -> str:
    """The words that may be a name: up to a side, a depth, a count, or a word that is a code."""
    size = 1
    while size < len(words) and not (
        words[size].casefold() in SIDES
        or DEPTH.fullmatch(words[size].casefold())
        or COUNT.fullmatch(words[size].casefold())
        or like_a_code(words[size])
    ):
        size += 1
    return " ".join(words[:size])


def check_rest(head: tuple[Point, ...], words: list[str], taken: int, points: Points, romance: bool) -> None:
    """Raises unless the words left over can only be the next entry."""
    rest = words[taken].casefold()
    typed = " ".join(words[:taken])
    codes = tuple(point.code for point in head)
    named = ", ".join(codes)
    if LONE.fullmatch(rest):
        known = tuple(code for code in codes_of(rest, romance=romance) if code in points)
        if known:
            sentence = _(
                "{rest} after {typed} can be the side ({letter}) or {code}. Put a comma between points."
            )
            told = sentence.format(rest=rest, typed=typed, letter=LETTERS[SIDES[rest[0]]], code=either(known))
            raise DoubtError(told, (*codes, *known), taken + 1)
    if rest in SIDES:
        sentence = _("{code} has two sides in one entry. Write one of l, r, b.")
        raise DoubtError(sentence.format(code=named), words=taken + 1)
    if rest.isdigit():
        sentence = _(
            "{rest} after {typed} can be {rest} needles (x{rest}) or a depth ({rest}mm). Write which."
        )
        raise DoubtError(sentence.format(rest=rest, typed=typed), codes, taken + 1)
    if DEPTH.fullmatch(rest) or COUNT.fullmatch(rest):
        sentence = _("{code} has two depths or two counts in one entry.")
        raise DoubtError(sentence.format(code=named), words=taken + 1)
    if says_twice(words[taken]):
        sentence = _("{code} has two angles or two techniques in one entry, or the name of one is too long.")
        raise DoubtError(sentence.format(code=named), words=taken + 1)
    if AMOUNT.match(rest):
        sentence = _("{rest} after {typed} can't be read. A depth is written 20mm, a number of needles x2.")
        raise DoubtError(sentence.format(rest=rest, typed=typed), codes, taken + 1)


def side_first(side: Side, named: tuple[Point, ...], words: int) -> DoubtError:
    """A side before its point, which may as well belong to the one before it."""
    codes = tuple(point.code for point in named)
    sentence = _("The side comes after the point: {codes} {letter}.")
    return DoubtError(sentence.format(codes=", ".join(codes), letter=LETTERS[side]), codes, words)


def either(codes: Iterable[str]) -> str:
    """The codes as a choice."""
    return _(" or ").join(codes)

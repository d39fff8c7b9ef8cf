"""The recovery key: 160 random bits, written so that a person can copy them by hand.

Eight groups of five characters. Four of each carry 20 bits, the fifth checks them, so that a mistyped group
can be named. The alphabet is Crockford's: no I, L, O or U; what looks like 1 or 0 is read as such. The check
character is the sum of the other four and of the place of the group, each multiplied by another power of 2
in the field of 32 elements (polynomial x^5 + x^2 + 1): one wrong character, two exchanged neighbours or two
exchanged groups never pass.
"""

import secrets
from dataclasses import dataclass, field

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
_CARRYING = 4
_ALIKE = str.maketrans("ILO", "110")
_POLYNOMIAL = 0b100101


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key; its groups go on paper, never into a log."""

    groups: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The groups with hyphens between them."""
        return "-".join(self.groups)

    def has(self, place: int, typed: str) -> bool:
        """Whether what was typed is the group at a place, counted from 1."""
        return _characters(typed) == self.groups[place - 1]


def fresh_key() -> RecoveryKey:
    """A new recovery key."""
    return RecoveryKey(
        tuple(
            _with_check("".join(secrets.choice(ALPHABET) for _place in range(_CARRYING)), place)
            for place in range(1, GROUPS + 1)
        )
    )


def read_key(text: str) -> RecoveryKey:
    """The recovery key that somebody typed, with or without hyphens, in either case.

    Raises:
        ChartTrouble: It has another length, or a group is mistyped; the sentence names the group.
    """
    characters = _characters(text)
    size = _CARRYING + 1
    groups = tuple(characters[start : start + size] for start in range(0, len(characters), size))
    for place, group in enumerate(groups[:GROUPS], start=1):
        if not _fits(group, place):
            raise ChartTrouble(
                _("Group {n} of the recovery key is mistyped. Compare it with the sheet.").format(n=place)
            )
    if len(groups) != GROUPS:
        raise ChartTrouble(
            _("The recovery key has {n} groups of {size} characters.").format(n=GROUPS, size=size)
        )
    return RecoveryKey(groups)


def _characters(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalnum()).translate(_ALIKE)


def _fits(group: str, place: int) -> bool:
    carrying = group[:_CARRYING]
    return all(c in ALPHABET for c in group) and group == _with_check(carrying, place)


def _with_check(carrying: str, place: int) -> str:
    check = place
    for character in carrying:
        check = _doubled(check) ^ ALPHABET.index(character)
    return carrying + ALPHABET[_doubled(check)]


def _doubled(element: int) -> int:
    doubled = element << 1
    return doubled ^ _POLYNOMIAL if doubled & 0b100000 else doubled

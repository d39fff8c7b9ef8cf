"""What the documents floor hands back."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished document.

    Attributes:
        pdf: The file, byte for byte.
        pages: How many pages it has.
        missing: The characters that no bundled font has, in order of their code points. Each stands on the
            page as the replacement mark; whoever sends the paper must see this list first.
    """

    pdf: bytes = field(repr=False)
    pages: int
    missing: tuple[str, ...] = ()

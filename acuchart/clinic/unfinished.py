"""What somebody is still typing into a form that is handed in whole, such as a registration."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

Typed: TypeAlias = Mapping[str, str]
"""What stands in the fields of a form a person changed, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form before one person.

    Attributes:
        kind: Which form, as a slug.
        about: The patient or the visit it is about; None where there is none yet.
    """

    kind: str
    about: UUID | None = None

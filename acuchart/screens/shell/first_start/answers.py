"""What the wizard asks."""

from dataclasses import dataclass, field
from pathlib import Path

from acuchart.clinic.details import ClinicDetails


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything typed in the wizard so far."""

    details: ClinicDetails
    owner: str
    licence: str
    passphrase: str = field(repr=False)
    passphrase_again: str = field(repr=False)
    folder: Path
    group: str = field(repr=False)

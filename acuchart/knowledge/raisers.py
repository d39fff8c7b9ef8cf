"""What findings and red flags stand for in the caution rules, from resources/cautions."""

from collections.abc import Container, Iterator, Mapping

from acuchart.clinic.cautions import RISK_FLAGS, STATES
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.red_flags import Action, RedFlag
from acuchart.clinic.risks import Raiser
from acuchart.knowledge.cautions import spelled
from acuchart.knowledge.files import Row, read_rows, unique
from acuchart.knowledge.trouble import KnowledgeTrouble

FILE = "cautions/raised_by.csv"
COLUMNS = ["id", "means", "lasts", "why", "sources"]
EMERGENCY = "medical_emergency"
_MEANINGS = RISK_FLAGS | STATES | {FlagKind.PREGNANCY.value}


def read_raisers(findings: Container[str], red_flags: Mapping[str, RedFlag]) -> tuple[Raiser, ...]:
    """Every finding and red flag that bears on a rule; a red flag that is an emergency always does."""
    rows = read_rows("cautions", "raised_by.csv", needs=COLUMNS)
    unique(FILE, (f"{row['id']} {row['means']}" for row in rows))
    for row in rows:
        if row["id"] not in findings and row["id"] not in red_flags:
            raise KnowledgeTrouble(FILE, row["id"], "there is no such finding or red flag")
    return (*(_raiser(row) for row in rows), *_emergencies(red_flags))


def _raiser(row: Row) -> Raiser:
    if row["means"] not in _MEANINGS:
        raise KnowledgeTrouble(FILE, row["id"], f"means is {row['means']}")
    if row["lasts"] not in ("yes", "no"):
        raise KnowledgeTrouble(FILE, row["id"], "lasts must be yes or no")
    if not row["why"].strip():
        raise KnowledgeTrouble(FILE, row["id"], "it does not say why")
    source = spelled(FILE, row["id"], tuple(row["sources"].split()))
    return Raiser(row["id"], row["means"], row["lasts"] == "yes", row["why"], source)


def _emergencies(red_flags: Mapping[str, RedFlag]) -> Iterator[Raiser]:
    for flag in red_flags.values():
        if flag.action is Action.EMERGENCY:
            yield Raiser(flag.id, EMERGENCY, False, flag.points_to, flag.source)

"""What each finding points to by itself, from resources/findings/elements.csv."""

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from acuchart.clinic.patterns import Axis, Sign, Strength
from acuchart.knowledge.files import Row, known, read_rows, unique

FILE = "findings/elements.csv"
COLUMNS = ("finding", "element", "strength", "sources")
STRENGTHS = (Strength.CHARACTERISTIC.value, Strength.SUPPORTING.value)


def read_signs(
    findings: Iterable[str], natures: Collection[str], organs: Collection[str], sources: Iterable[str]
) -> Mapping[str, tuple[Sign, ...]]:
    """The signs of each finding that has any; finding, element and sources exist."""
    rows = read_rows("findings", "elements.csv", needs=COLUMNS)
    unique(FILE, (f"{row['finding']} / {row['element']}" for row in rows))
    known(FILE, "finding", "finding", (row["finding"] for row in rows), findings)
    for row in rows:
        known(FILE, row["finding"], "element", (row["element"],), {*natures, *organs})
        known(FILE, row["finding"], "strength", (row["strength"],), STRENGTHS)
        known(FILE, row["finding"], "source", row["sources"].split() or ("",), sources)
    in_order = sorted(rows, key=_finding)
    return {
        finding: tuple(_sign(row, natures) for row in its) for finding, its in groupby(in_order, _finding)
    }


def _finding(row: Row) -> str:
    return row["finding"]


def _sign(row: Row, natures: Collection[str]) -> Sign:
    axis = Axis.NATURE if row["element"] in natures else Axis.PLACE
    return Sign(row["element"], axis, Strength(row["strength"]), tuple(row["sources"].split()))

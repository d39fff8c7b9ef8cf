"""The vocabulary of findings from resources/findings."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.clinic.findings import Examination, Finding
from acuchart.clinic.people import Sex
from acuchart.clinic.unfitting import PREGNANT
from acuchart.knowledge.files import Row, known, read_rows, unique, words
from acuchart.knowledge.trouble import KnowledgeTrouble

FILE = "findings/findings.csv"
COLUMNS = [
    "id",
    "label",
    "hanzi",
    "examination",
    "group",
    "synonyms",
    "opposite",
    "question",
    "patient_form",
    "sources",
    "unfitting",
]
PEOPLE = {PREGNANT, *(sex.value for sex in Sex)}
"""Of whom a finding may be told that it can't be so."""


def read_findings() -> Mapping[str, Finding]:
    """Every finding by id, in the order of the vocabulary."""
    rows = read_rows("findings", "findings.csv", needs=COLUMNS)
    unique(FILE, (row["id"] for row in rows))
    findings = {row["id"]: _finding(row) for row in rows}
    for finding in findings.values():
        known(FILE, finding.id, "opposite", finding.opposites, findings)
        for other in finding.opposites:
            known(FILE, other, "opposite in return", (finding.id,), findings[other].opposites)
    return MappingProxyType(findings)


def _finding(row: Row) -> Finding:
    if row["examination"] not in {examination.value for examination in Examination}:
        raise KnowledgeTrouble(FILE, row["id"], f"examination is {row['examination']}")
    if row["patient_form"] not in ("yes", "no"):
        raise KnowledgeTrouble(FILE, row["id"], "patient_form must be yes or no")
    unfitting = words(row["unfitting"])
    known(FILE, row["id"], "unfitting", unfitting, PEOPLE)
    return Finding(
        id=row["id"],
        label=row["label"],
        hanzi=row["hanzi"],
        examination=Examination(row["examination"]),
        group=row["group"],
        synonyms=words(row["synonyms"]),
        opposites=words(row["opposite"]),
        question=row["question"],
        patient_form=row["patient_form"] == "yes",
        sources=tuple(row["sources"].split()),
        unfitting=unfitting,
    )

"""Questions that fit nobody like this: a man has no periods, and nobody has them while pregnant."""

from collections.abc import Mapping

from acuchart.clinic.findings import Finding
from acuchart.clinic.people import Sex

PREGNANT = "pregnant"
"""Stands in the vocabulary beside the sexes."""


def unfitting(findings: Mapping[str, Finding], sex: Sex, pregnant: bool) -> frozenset[str]:
    """The ids of findings that are not to be asked of this person, as the vocabulary says.

    Of somebody intersex, or where the sex was not asked, nothing is left out for it.
    """
    person = {sex.value, PREGNANT} if pregnant else {sex.value}
    return frozenset(key for key, finding in findings.items() if person.intersection(finding.unfitting))

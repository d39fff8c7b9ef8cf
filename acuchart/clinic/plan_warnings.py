"""Warning signs that come onto a draft of the plan after it was begun.

A draft that was kept before the needles went in does not know of a point added at the table. What the needles
of today call for is added to it once, above what stands there; nothing that was typed is changed, and a line
the practitioner takes away again stays away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from acuchart.clinic.plan import PlanDraft


def with_warnings(kept: PlanDraft, fresh: PlanDraft, instead_of: Mapping[str, Iterable[str]]) -> PlanDraft:
    """The kept draft with every warning of a fresh one that it has not had yet.

    Args:
        kept: As the practitioner left it.
        fresh: What the phrase bank offers for the needles and the risks of today.
        instead_of: By the words of a warning, ready words whose place it takes where nobody changed them.
    """
    new = [line for line in fresh.warned if line not in kept.warned]
    if not new:
        return kept
    return replace(
        kept,
        straight_away=_joined(kept.straight_away, fresh.straight_away, new, instead_of),
        same_day=_joined(kept.same_day, fresh.same_day, new, instead_of),
        warned=(*kept.warned, *new),
    )


def _joined(
    kept: tuple[str, ...], fresh: tuple[str, ...], new: list[str], instead_of: Mapping[str, Iterable[str]]
) -> tuple[str, ...]:
    missing = [line for line in fresh if line in new and line not in kept]
    replaced = {words for line in missing for words in instead_of.get(line, ())}
    return (*missing, *(line for line in kept if line not in replaced))

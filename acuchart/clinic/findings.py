"""The vocabulary of findings, and what was observed of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Examination(StrEnum):
    """The four examinations."""

    ASK = "ask"
    LOOK = "look"
    LISTEN = "listen"
    PALPATE = "palpate"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be found.

    Attributes:
        id: Stable name, such as ``pain_stabbing``.
        label: Short words for a chip.
        group: Such as ``pain_quality`` or ``tongue_shape``.
        synonyms: Other words it is searched by.
        opposites: Ids that contradict it at one place and one time.
        question: Plain words to ask a patient; empty where the examiner sees, hears or feels it.
        patient_form: Whether a patient may be asked it on a form.
        sources: Keys of the teaching it is named by; ``bg`` is unsourced.
        unfitting: Of whom it can't be so: a sex, or ``pregnant``.
    """

    id: str
    label: str
    hanzi: str
    examination: Examination
    group: str
    synonyms: tuple[str, ...]
    opposites: tuple[str, ...]
    question: str
    patient_form: bool
    sources: tuple[str, ...]
    unfitting: tuple[str, ...] = ()


class FindingState(StrEnum):
    """Present, absent and not asked are three different things."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Observation:
    """What somebody observed of a finding.

    Attributes:
        finding_id: Id of the vocabulary.
        site: Region or joint it belongs to; empty where it belongs to the whole person.
        side: left, right or empty.
        position: Of the pulse or the tongue, such as ``left_guan`` or ``tip``; else empty.
    """

    finding_id: str
    state: FindingState
    site: str = ""
    side: str = ""
    position: str = ""


def contradictions(
    observations: tuple[Observation, ...], vocabulary: Mapping[str, Finding]
) -> tuple[tuple[str, str], ...]:
    """Pairs of findings that are both present at one place although one is the opposite of the other."""
    present = [o for o in observations if o.state is FindingState.PRESENT and o.finding_id in vocabulary]
    return tuple(
        (a.finding_id, b.finding_id)
        for n, a in enumerate(present)
        for b in present[n + 1 :]
        if (a.site, a.side, a.position) == (b.site, b.side, b.position)
        and b.finding_id in vocabulary[a.finding_id].opposites
    )

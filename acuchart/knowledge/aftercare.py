"""The sentences of the aftercare slip from resources/phrases."""

from collections.abc import Iterable

from acuchart.clinic.aftercare_phrases import After, SlipPart, SlipPhrase
from acuchart.clinic.plan_phrases import Phrase
from acuchart.knowledge.files import known, read_tree, unique
from acuchart.knowledge.tree import Node

FILE = "phrases/aftercare.json"
KEYS = frozenset({"id", "part", "words", "after", "with", "source"})


def read_aftercare(plan: Iterable[Phrase]) -> tuple[SlipPhrase, ...]:
    """Every sentence; each names its source, or "bg" for none, and phrases of the `plan` that exist."""
    tree = Node(FILE, "", read_tree("phrases", "aftercare.json"))
    rows = tuple(tree.nodes("phrases", "id"))
    unique(FILE, (row.text("id") for row in rows))
    titles, shared = tree.node("sources"), frozenset(phrase.id for phrase in plan)
    return tuple(_phrase(row, titles, shared) for row in rows)


def _phrase(row: Node, titles: Node, shared: frozenset[str]) -> SlipPhrase:
    known(FILE, row.key, "key", row.value, KEYS)
    known(FILE, row.key, "part", [row.text("part")], [part.value for part in SlipPart])
    known(FILE, row.key, "occasion", row.texts("after"), [after.value for after in After])
    known(FILE, row.key, "source", row.texts("source"), titles.value)
    beside = row.text("with", "")
    known(FILE, row.key, "phrase of the plan", [beside] if beside else [], shared)
    if not row.texts("source"):
        raise row.wrong("advice to a patient needs a source")
    if bool(beside) == bool(row.texts("after")):
        raise row.wrong("it is offered either after something or with a phrase of the plan")
    return SlipPhrase(
        id=row.text("id"),
        part=SlipPart(row.text("part")),
        words=row.text("words"),
        after=frozenset(After(after) for after in row.texts("after")),
        with_phrase=beside,
        sources=tuple(key if key == "bg" else titles.text(key) for key in row.texts("source")),
    )

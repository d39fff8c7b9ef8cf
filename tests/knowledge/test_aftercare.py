"""The sentences of the aftercare slip: each has a source, and the lung's come with that of the plan."""

import pytest

from acuchart.clinic.aftercare_phrases import SlipPart
from acuchart.knowledge import aftercare
from acuchart.knowledge.files import Tree
from acuchart.knowledge.library import Knowledge
from acuchart.knowledge.trouble import KnowledgeTrouble

PLAIN = {"id": "a", "part": "normal", "words": "Red marks.", "after": ["cups"], "source": ["bg"]}


def read(monkeypatch: pytest.MonkeyPatch, **changed: object) -> None:
    row = {key: value for key, value in {**PLAIN, **changed}.items() if value is not None}
    tree: Tree = {"sources": {"bg": "Unsourced background"}, "phrases": [row]}
    monkeypatch.setattr(aftercare, "read_tree", lambda *_parts: tree)
    aftercare.read_aftercare(())


def test_every_sentence_names_its_source_and_the_lung_has_published_ones() -> None:
    phrases = Knowledge().aftercare
    assert all(phrase.sources for phrase in phrases)
    chest = [phrase for phrase in phrases if phrase.part is SlipPart.CHEST]
    assert len(chest) == 3
    assert all("bg" not in phrase.sources and phrase.with_phrase == "lung" for phrase in chest)


@pytest.mark.parametrize(
    "changed",
    [
        {"part": "elsewhere"},
        {"after": ["lasers"]},
        {"source": ["unknown"]},
        {"source": None},
        {"after": None},
        {"with": "not_there", "after": None},
        {"colour": "red"},
        {"words": None},
    ],
)
def test_a_wrong_row_is_named(monkeypatch: pytest.MonkeyPatch, changed: dict[str, object]) -> None:
    read(monkeypatch)
    with pytest.raises(KnowledgeTrouble, match=r"aftercare\.json"):
        read(monkeypatch, **changed)

"""What each finding points to by itself: elements that exist, from teaching that was read."""

from acuchart.clinic.patterns import Axis, Sign
from acuchart.knowledge import load
from acuchart.knowledge.patterns import NATURES, ORGANS

KNOWLEDGE = load()
SIGNS: dict[str, tuple[Sign, ...]] = {
    link.finding_id: link.points_to for pattern in KNOWLEDGE.patterns.values() for link in pattern.links
}


def test_each_sign_names_an_element_of_its_axis_and_its_teaching() -> None:
    for finding_id, signs in SIGNS.items():
        assert len({sign.element for sign in signs}) == len(signs), finding_id
        for sign in signs:
            assert sign.element in (NATURES if sign.axis is Axis.NATURE else ORGANS), finding_id
            assert sign.sources, finding_id
            assert "bg" not in sign.sources, finding_id


def test_most_of_the_vocabulary_points_somewhere_and_no_site_of_pain_does() -> None:
    pointing = {finding_id for finding_id, signs in SIGNS.items() if signs}
    assert len(pointing) >= 250
    assert not any(KNOWLEDGE.findings[finding_id].group == "pain_site" for finding_id in pointing)


def test_every_element_has_findings_of_its_own() -> None:
    for element in NATURES | ORGANS:
        named = [f for f, signs in SIGNS.items() if any(sign.element == element for sign in signs)]
        assert len(named) >= 5, element

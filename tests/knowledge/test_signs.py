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


def test_most_of_the_vocabulary_points_somewhere() -> None:
    assert len([finding_id for finding_id, signs in SIGNS.items() if signs]) >= 250


def test_of_the_sites_only_low_back_and_head_point_and_only_to_an_organ() -> None:
    sites = {key for key, finding in KNOWLEDGE.findings.items() if finding.group == "pain_site"}
    pointing = {key for key in sites if SIGNS.get(key)}
    assert pointing
    assert all(key.startswith("site_head_") or key == "site_low_back" for key in pointing)
    assert {sign.axis for key in pointing for sign in SIGNS[key]} == {Axis.PLACE}


def test_every_element_has_findings_of_its_own() -> None:
    for element in NATURES | ORGANS:
        named = [f for f, signs in SIGNS.items() if any(sign.element == element for sign in signs)]
        assert len(named) >= 5, element

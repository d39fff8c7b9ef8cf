"""The channels a pain lies on."""

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.painful_channels import PainfulChannel, painful_channels
from acuchart.clinic.patterns import Strength
from acuchart.knowledge import load

KNOWLEDGE = load()


def present(finding_id: str, site: str = "") -> Observation:
    return Observation(finding_id, FindingState.PRESENT, site)


def found(*painted: str, seen: tuple[Observation, ...] = ()) -> tuple[PainfulChannel, ...]:
    return painful_channels(painted, seen, KNOWLEDGE.channels, KNOWLEDGE.patterns)


def codes(*painted: str, seen: tuple[Observation, ...] = ()) -> list[str]:
    return [channel.code for channel in found(*painted, seen=seen)]


def test_nothing_painted_and_nothing_found_lies_nowhere() -> None:
    assert found() == ()
    assert found("no-such-region", seen=(present("fatigue"),)) == ()


def test_a_painted_region_lies_on_its_channels_the_leading_one_first() -> None:
    assert codes("thigh-outer-left") == ["GB"]
    assert codes("thigh-back-right", "calf-upper-right")[0] == "BL"
    assert found("thigh-outer-left")[0].regions == ("thigh-outer-left",)


def test_a_finding_speaks_for_a_channel_without_any_paint() -> None:
    spoken = found(seen=(present("site_knee_inner"), present("swelling_soft")))
    assert spoken[0].code == "SP"
    assert set(spoken[0].for_) == {"site_knee_inner", "swelling_soft"}
    assert "taiyin_leg" in spoken[0].patterns


def test_supporting_findings_alone_name_no_channel() -> None:
    alone = "ashi_tender"
    for pattern in KNOWLEDGE.patterns.values():
        assert not pattern.where or alone not in pattern.findings(Strength.CHARACTERISTIC)
    assert found(seen=(present(alone),)) == ()


def test_what_is_absent_says_nothing_and_a_site_counts_as_painted() -> None:
    absent = Observation("site_knee_inner", FindingState.ABSENT, "knee-medial-left")
    assert found(seen=(absent,)) == ()
    assert codes(seen=(present("pain_cold", "thigh-outer-left"),)) == ["GB"]


def test_paint_and_finding_together_go_before_either_alone() -> None:
    both = found("knee-medial-left", seen=(present("site_knee_inner"),))
    assert both[0].code == "SP"
    assert both[0].regions
    assert both[0].for_

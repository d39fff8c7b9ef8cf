"""Painful regions lie on channels; findings speak for one of them."""

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.painful_channels import CHANNEL_WORDS, PainfulChannel, painful_channels
from acuchart.knowledge import load

KNOWLEDGE = load()
PRESENT, ABSENT = FindingState.PRESENT, FindingState.ABSENT


def told(*regions: str, found: tuple[Observation, ...] = ()) -> dict[str, PainfulChannel]:
    lying = painful_channels(regions, KNOWLEDGE.channels, KNOWLEDGE.patterns, found)
    return {channel.code: channel for channel in lying}


def test_every_channel_of_the_knowledge_has_words() -> None:
    assert set(KNOWLEDGE.channels.by_code) == set(CHANNEL_WORDS)


def test_a_region_lies_on_its_channels_the_leading_one_first() -> None:
    knee = told("knee-front-right")
    assert next(iter(knee)) == "ST"
    assert knee["ST"].leading
    assert not knee["GB"].leading
    assert knee["GB"].regions == ("knee-front-right",)
    assert knee["ST"].signs == ()


def test_nothing_is_told_of_nothing() -> None:
    assert told() == {}
    assert told("a-region-of-no-chart") == {}


def test_a_finding_speaks_for_one_of_several_channels_and_comes_first() -> None:
    seen = (
        Observation("site_leg_outside", PRESENT),
        Observation("pain_radiates_leg", PRESENT),
        Observation("pain_shooting", ABSENT),
    )
    leg = told("buttock-left", "thigh-outer-left", found=seen)
    assert next(iter(leg)) == "GB"
    sign = next(sign for sign in leg["GB"].signs if sign.pattern == "shaoyang_leg")
    assert {"site_leg_outside", "pain_radiates_leg"} <= set(sign.for_)
    assert not {"pain_shooting", *sign.for_} & set(sign.not_asked)


def test_a_finding_that_is_merely_common_speaks_for_no_channel() -> None:
    supporting = {"agg_wind", "pain_severe", "dizziness"}
    characteristic = {
        link.finding_id
        for pattern in KNOWLEDGE.patterns.values()
        if pattern.where
        for link in pattern.links
        if link.strength == "characteristic"
    }
    seen = tuple(Observation(key, PRESENT) for key in supporting - characteristic)
    assert told(found=seen) == {}


def test_a_site_named_with_a_finding_counts_as_painful() -> None:
    seen = (Observation("pain_heavy", PRESENT, "lower-back", "left"),)
    assert told(found=seen)["BL"].regions == ("lower-back-left",)


def test_what_is_absent_names_no_channel() -> None:
    assert told(found=(Observation("site_leg_outside", ABSENT),)) == {}

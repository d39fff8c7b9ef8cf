"""What is heard and smelt has its cards and can be found: voice, breath, cough, belly sounds, smells."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from acuchart.clinic.findings import Examination, FindingState
from acuchart.screens.findings.cards import CARDS, card_of
from acuchart.screens.findings.search import found
from tests.helpers.findings_hand import child, chip, state_of, words
from tests.helpers.visit_screens import FindingsDesk


def test_every_card_of_the_four_examinations_has_room_for_own_words(desk: FindingsDesk) -> None:
    for card in CARDS:
        assert desk.page.findChild(QPlainTextEdit, f"findings.words.{card.groups[0]}") is not None, card.key
    assert [card.key for card in CARDS if card.examination is Examination.LISTEN] == [
        "voice_breath",
        "belly_smell",
    ]


def test_belly_sounds_are_heard_on_the_listen_tab_and_kept(desk: FindingsDesk) -> None:
    child(desk, "findings.examination.listen").click()
    assert chip(desk, "bowels_loud").isVisibleTo(desk.page)
    assert chip(desk, "wheeze_heard").isVisibleTo(desk.page)
    assert not chip(desk, "borborygmi").isVisibleTo(desk.page)
    chip(desk, "bowels_loud").click()
    desk.pause()
    assert state_of(desk, "bowels_loud") is FindingState.PRESENT
    assert state_of(desk, "borborygmi") is FindingState.NOT_ASKED
    words(desk, "findings.words.belly_smell").setPlainText("gurgles after each sip")
    desk.pause()
    assert desk.kept().examination.words["belly_smell"] == "gurgles after each sip"


@pytest.mark.parametrize(
    ("typed", "finding_id"),
    [
        ("borborygmi", "bowels_loud"),
        ("肠鸣", "bowels_loud"),
        ("hiccup", "hiccup_weak"),
        ("wheez", "wheeze_heard"),
        ("fishy", "fishy_smell"),
        ("belly sounds", "bowels_faint"),
        ("cough", "cough_loud"),
        ("太息", "sighing_heard"),
    ],
)
def test_what_is_heard_is_found_by_its_words(desk: FindingsDesk, typed: str, finding_id: str) -> None:
    findings = desk.knowledge.findings
    assert findings[finding_id].examination is Examination.LISTEN
    assert finding_id in [hit.id for hit in found(typed, findings)]
    assert card_of(findings[finding_id]).examination is Examination.LISTEN


def test_a_loud_and_a_weak_sound_contradict_each_other(desk: FindingsDesk) -> None:
    findings = desk.knowledge.findings
    for loud, weak in (
        ("voice_loud", "voice_weak"),
        ("breath_coarse", "breath_weak"),
        ("cough_loud", "cough_weak"),
        ("hiccup_loud", "hiccup_weak"),
        ("belch_loud", "belch_weak"),
        ("bowels_loud", "bowels_faint"),
    ):
        assert weak in findings[loud].opposites
        assert loud in findings[weak].opposites
        assert findings[loud].sources != ("bg",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("greasy", "coat_greasy"),
        ("pale t", "tongue_pale"),
        ("腻", "coat_greasy"),
        ("green coat", "coat_green"),
        ("geographic", "coat_patchy"),
        ("地图", "coat_patchy"),
        ("rooted", "coat_rooted"),
        ("normal pulse", "pulse_even"),
    ],
)
def test_the_usual_finding_of_a_word_stands_first(desk: FindingsDesk, typed: str, first: str) -> None:
    assert found(typed, desk.knowledge.findings)[0].id == first

"""Charting a visit: findings, pattern, points, needling, note and plan."""

from datetime import timedelta

from PySide6.QtCore import Qt

from acuchart.clinic.clock import HandClock
from acuchart.demo.hand import Hand

TAPPED = ("pain_dull", "pain_heavy", "pain_cold", "coat_white", "coat_greasy")
SEARCHED = ("Fixed in one place", "Better with warmth", "Slippery pulse", "Swollen tongue")
WORSE = ("agg_cold", "agg_damp")


def examine(hand: Hand) -> None:
    """Complaint, pain, and what was asked, looked at and palpated."""
    hand.type("findings.complaint", "Right knee pain")
    hand.type("findings.onset", "01/10/2024")
    for key, score in (("now", Qt.Key.Key_4), ("worst", Qt.Key.Key_7), ("average", Qt.Key.Key_5)):
        hand.key(f"findings.pain.{key}", score)
    hand.type("findings.check_in_words", "Stairs are easier for two days, then it stiffens.")
    for finding in TAPPED:
        hand.press(f"findings.chip.{finding}")
    for words in SEARCHED:
        hand.type("findings.search", words)
        hand.wait(lambda: hand.shows("findings.search_hits"), f"a finding called {words}")
        hand.key("findings.search", Qt.Key.Key_Return)
    for finding in WORSE:
        hand.press(f"findings.worse.{finding}")


def decide(hand: Hand) -> None:
    """Reads the ledger and confirms a pattern of the practitioner's own choice."""
    hand.type("pattern.primary", "Cold-damp")
    hand.key("pattern.primary", Qt.Key.Key_Return)
    hand.type("pattern.words", "Old meniscus injury; cold-damp now in the Stomach and Spleen channels.")
    hand.press("pattern.confirm")


def pass_time(clock: HandClock, minutes: float) -> None:
    """Lets time go by."""
    clock.forward(timedelta(minutes=minutes))

"""Charting a visit: findings, pattern, points, needling, note and plan."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from acuchart.clinic.clock import HandClock
from acuchart.clinic.points import Side
from acuchart.demo.hand import Hand
from acuchart.demo.people import NOOR
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.words import _

SLIP = "aftercare.pdf"

TAPPED = ("pain_dull", "pain_cold", "coat_white", "coat_greasy")
SEARCHED = ("Fixed in one place", "Slippery pulse", "Swollen tongue")
WORSE = ("agg_damp",)
ROOM = 2
HOP = timedelta(minutes=2)
NEEDLES = 7
GOALS = (
    ("Climb two flights of stairs without stopping", "how well, 0 to 10", "3", "9"),
    ("Less pain on the worst day", "pain, 0 to 10", "7", "3"),
    ("Sleep through the night", "nights a week", "2", "5"),
)


def examine(hand: Hand) -> None:
    """Complaint, the patient's words, and what was asked, looked at and palpated beside the form."""
    if not hand.shows("findings.complaint"):
        hand.press("findings.complaint_edit")
    hand.type("findings.complaint", "Right knee pain")
    hand.type("findings.onset", "01/10/2024")
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
    hand.type("pattern.primary", "Cold-damp obstruction")
    hand.key("pattern.primary", Qt.Key.Key_Return)
    hand.type("pattern.words", "Old meniscus injury; cold-damp now in the Stomach and Spleen channels.")
    hand.press("pattern.confirm")


def choose_points(hand: Hand) -> None:
    """Types points as one thinks of them, and taps the last one on the body where that is enlarged."""
    hand.press("steps.points")
    hand.type("points.search", "st36 b 25mm, sp9 r, gb34 r, st35 r, ex-le4 r")
    hand.key("points.search", Qt.Key.Key_Return)
    hand.wait(lambda: hand.shows("points.row.5"), "five rows of points")
    if not tap_point(hand, "SP10", Side.RIGHT):
        # Nobody said where it hurts, so the body is seen whole.
        hand.type("points.search", "sp10 r")
        hand.key("points.search", Qt.Key.Key_Return)
    hand.wait(lambda: hand.shows("points.row.6"), "six rows of points")


def tap_point(hand: Hand, code: str, side: Side) -> bool:
    """Clicks a point on the body; False where it is not in sight."""
    chart = hand.find("points.body")
    if not isinstance(chart, BodyChart):
        raise TypeError("the body of the points screen is no body chart")
    for mark in chart.placed_marks():
        if (mark.spot.code, mark.spot.side) == (code, side) and chart.rect().contains(mark.at.toPoint()):
            hand.press_at("points.body", mark.x / chart.width(), mark.y / chart.height())
            return True
    return False


def pass_time(hand: Hand, clock: HandClock, span: timedelta) -> None:
    """Lets time go by at a PC that is in use."""
    while span > timedelta():
        clock.forward(min(span, HOP))
        hand.stir()
        hand.settle()
        span -= HOP


def needle(hand: Hand, clock: HandClock) -> None:
    """Counts the needles in, lets them stay, counts them out afresh."""
    hand.press("points.start")
    hand.press(f"session.choose_room.{ROOM}")
    hand.press("session.prepare")
    hand.press(f"session.begin.{ROOM}")
    for _needle in range(NEEDLES):
        hand.press(f"session.count_in.{ROOM}.more")
        clock.forward(timedelta(seconds=20))
    hand.press(f"session.retain.{ROOM}")
    pass_time(hand, clock, timedelta(minutes=12, seconds=30))
    hand.picture("needling")


def take_needles_out(hand: Hand, clock: HandClock) -> None:
    """Time is up: the needles come out one by one, and the room closes when all are out."""
    pass_time(hand, clock, timedelta(minutes=8, seconds=54))
    hand.picture("needling-time-up")
    hand.press(f"session.remove.{ROOM}")
    for needle_out in range(NEEDLES):
        hand.press(f"session.count_out.{ROOM}.more")
        if needle_out == NEEDLES - 2:
            hand.picture("needling-one-missing")
    hand.press(f"session.close.{ROOM}")
    hand.wait(lambda: not hand.shows(f"session.close.{ROOM}"), "the room to close")


def slip(hand: Hand, papers: Path) -> Path:
    """Looks at the aftercare slip and saves it: into a file, where no printer is."""
    hand.press("steps.needling")
    hand.press("session.slip")
    dialog = hand.find("session.paper.dialog")
    if not isinstance(dialog, PaperDialog):
        raise TypeError("the paper is not shown as a paper")
    hand.picture("aftercare-slip")
    path = papers / SLIP
    # A dialog of the system would ask for the place here.
    dialog.save_to(path)
    hand.settle()
    return path


def plan(hand: Hand) -> None:
    """Sets goals, looks at the paper and sends it to the front desk."""
    hand.press("steps.plan")
    for number, (words, measure, first, aim) in enumerate(GOALS, 1):
        hand.press("plan.add_goal")
        for key, text in (("words", words), ("measure", measure), ("first", first), ("aim", aim)):
            hand.type(f"plan.goal.{number}.{key}", text)
    hand.wait(lambda: hand.usable("plan.send"), "a plan that can be sent")
    hand.wait(lambda: hand.text("plan.preview_state") not in ("", _("Updating…")), "the paper")
    hand.picture("plan")
    hand.press("plan.send")


def sign(hand: Hand) -> None:
    """Answers for reactions and signs."""
    hand.press("steps.sign")
    hand.press("note.reaction.none")
    hand.type("note.words.p", "Skin clear after removal. Expectations talked through.")
    hand.wait(lambda: hand.usable("note.sign"), "a note that can be signed")
    hand.type("note.passphrase", NOOR.passphrase)
    hand.picture("sign")
    hand.press("note.sign")
    hand.wait(lambda: not hand.shows("note.passphrase") or hand.shows("note.addendum"), "the seal")
    hand.picture("signed")

"""The day: from the first start to the plan on the desk's paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from acuchart.app import Application, build
from acuchart.clinic.clock import HandClock
from acuchart.demo.around import find, look_around
from acuchart.demo.arriving import ask_risks, register
from acuchart.demo.desk import change_places, print_plan
from acuchart.demo.founding import found_clinic
from acuchart.demo.hand import Hand, LostError
from acuchart.demo.intake import accept_form, fill_form
from acuchart.demo.people import DESK, MARA, NOOR, PATIENTS, STAFF, TOMAS, Staff
from acuchart.demo.visiting import (
    NEEDLES,
    choose_points,
    decide,
    examine,
    needle,
    plan,
    sign,
    slip,
    take_needles_out,
)
from acuchart.screens.shell.preferences import Preferences
from acuchart.screens.shell.theme import Tone

MORNING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What the day left."""

    clinic: Path
    users: tuple[Staff, ...]
    papers: tuple[Path, ...]
    screens: tuple[Path, ...]
    counts: dict[str, int]

    def as_json(self) -> dict[str, object]:
        """The shape scripts rely on."""
        return {
            "clinic": str(self.clinic),
            "users": [
                {"name": person.name, "role": person.role.value, "passphrase": person.passphrase}
                for person in self.users
            ],
            "patients": [someone.name for someone in PATIENTS],
            "papers": [str(path) for path in self.papers],
            "screens": [str(path) for path in self.screens],
            "counts": self.counts,
        }


def spend_day(folder: Path, theme: str, tell: Callable[[str], object]) -> Told:
    """Spends the day in a folder and tells each step as it is done.

    Raises:
        LostError: A control the day needs did not appear: a mistake of ours.
    """
    papers, pictures = folder / "out", folder / "out" / "screens"
    clock = HandClock(MORNING)
    preferences = Preferences()
    app = build(folder / "clinic", clock=clock, preferences=preferences)
    app.theme.use(Tone(theme), preferences.text_size)
    app.window.show()
    hand = Hand(app.window, app.background, pictures, tell)
    try:
        found_clinic(hand, app, papers)
        counts = _work(hand, app, clock, papers)
    except LostError:
        hand.picture("lost")
        raise
    finally:
        app.stop()
    printed = tuple(sorted(papers.glob("*.pdf")))
    return Told(folder / "clinic", STAFF, printed, tuple(hand.pictures), counts)


def _work(hand: Hand, app: Application, clock: HandClock, papers: Path) -> dict[str, int]:
    """The day, step by step; returns what was counted."""
    register(hand, TOMAS)
    register(hand, MARA)
    look_around(hand)
    find(hand)
    ask_risks(hand)
    hand.press("chart.start_visit")
    hand.press("patient_bar.back")
    fill_form(hand, app)
    accept_form(hand)
    hand.press("patient_bar.back")
    hand.press("chart.start_visit")
    examine(hand)
    hand.picture("findings")
    decide(hand)
    choose_points(hand)
    hand.picture("points")
    needle(hand, clock)
    hand.press("rail.rooms")
    hand.picture("rooms")
    hand.press("rail.today")
    hand.picture("today")
    change_places(hand, app, NOOR)
    hand.press("rail.rooms")
    take_needles_out(hand, clock)
    hand.press("rail.today")
    hand.key(hand.name_of("today.card."), Qt.Key.Key_Return)
    slip(hand, papers)
    plan(hand)
    sign(hand)
    change_places(hand, app, DESK)
    print_plan(hand, papers)
    return {"needles_in": NEEDLES, "needles_out": NEEDLES, "plans_printed": 1}

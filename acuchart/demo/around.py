"""A look at the screens beside the way of a visit: finding people, forms and settings."""

from acuchart.demo.hand import Hand
from acuchart.demo.people import MARA

SETTINGS = ("clinic", "users", "records", "audit", "look", "own")


def look_around(hand: Hand) -> None:
    """Searches, meets somebody who is registered already, and opens forms and settings; changes nothing."""
    _search(hand)
    hand.picture("patient-search")
    _meet_a_duplicate(hand)
    hand.press("rail.forms")
    hand.picture("forms")
    hand.press("rail.settings")
    for part in SETTINGS:
        hand.press(f"settings.{part}")
        hand.picture(f"settings-{part}")


def find(hand: Hand) -> None:
    """Opens a chart by the first letters of the name."""
    hand.press(_search(hand))
    hand.find("chart.start_visit")


def _search(hand: Hand) -> str:
    hand.press("rail.patients")
    hand.type("patients.search", MARA.family[:3].lower())
    return hand.name_of("patients.row.")


def _meet_a_duplicate(hand: Hand) -> None:
    hand.press("patients.new")
    hand.type("patient.given", MARA.given)
    hand.type("patient.family", MARA.family.replace("ll", "l"))
    hand.type("patient.born", MARA.born)
    hand.press("patient.submit")
    hand.find("patient.duplicates.back")
    hand.picture("likely-duplicate")
    hand.press("patient.duplicates.back")
    hand.press("patient.cancel")

"""Registration, risk questions and check-in."""

from PySide6.QtCore import Qt

from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.demo.hand import Hand
from acuchart.demo.people import MARA, Someone


def register(hand: Hand, someone: Someone) -> None:
    """Registers somebody and stands on their chart."""
    hand.press("rail.patients")
    hand.press("patients.new")
    hand.type("patient.given", someone.given)
    hand.type("patient.family", someone.family)
    hand.type("patient.born", someone.born)
    hand.type("patient.phone", someone.phone)
    if someone is MARA:
        hand.picture("registration")
    hand.press("patient.submit")
    hand.wait(lambda: hand.shows("chart.start_visit"), f"the chart of {someone.name}")


def ask_risks(hand: Hand) -> None:
    """Asks some risk questions by hand; the form of the patient asks the others."""
    hand.key("chart", Qt.Key.Key_E)
    hand.press(f"flags.{FlagKind.ALLERGY_METAL}.{FlagState.YES}")
    hand.type(f"flags.{FlagKind.ALLERGY_METAL}.detail", "Nickel: rash. Use coated needles")
    hand.key(f"flags.{FlagKind.ALLERGY_METAL}.detail", Qt.Key.Key_Return)
    hand.picture("cautions")
    hand.press("flags.done")
    hand.picture("chart-new-patient")

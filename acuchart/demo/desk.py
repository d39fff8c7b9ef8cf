"""Changing places at the PC, and the front desk with its print queue."""

from pathlib import Path

from PySide6.QtCore import Qt

from acuchart.app import Application
from acuchart.clinic.printing import PrintState
from acuchart.demo.hand import Hand
from acuchart.demo.people import STAFF, Staff
from acuchart.screens.printing.view import PrintPage
from acuchart.screens.shell.main_window import Front

PLAN = "treatment-plan.pdf"


def change_places(hand: Hand, app: Application, person: Staff) -> None:
    """Locks the PC and signs another person in."""
    hand.press("rail.lock")
    hand.wait(lambda: app.window.front is Front.LOCK, "the lock screen")
    sign_in(hand, app, person)


def sign_in(hand: Hand, app: Application, person: Staff) -> None:
    """Chooses a name and types the passphrase."""
    hand.press(f"unlock.person.{STAFF.index(person) + 1}")
    hand.type("unlock.passphrase", person.passphrase)
    hand.picture("unlock")
    hand.key("unlock.passphrase", Qt.Key.Key_Return)
    hand.wait(lambda: app.window.front is Front.FRAME, f"{person.name} to be signed in")
    hand.settle()


def print_plan(hand: Hand, papers: Path) -> Path:
    """Previews the plan that waits and puts it on paper: into a file, where no printer is."""
    hand.picture("today-front-desk")
    hand.press("rail.print")
    page = hand.find("print")
    if not isinstance(page, PrintPage):
        raise TypeError("the print screen is not the print screen")
    hand.wait(lambda: bool(page.jobs), "a plan to print")
    job = page.jobs[0]
    hand.press(f"print.preview.{job.id}")
    hand.picture("print")
    path = papers / PLAN
    # A dialog of the system would ask for the place here.
    page.save_chosen.emit(job.id, path)
    hand.wait(lambda: [j.state for j in page.jobs] == [PrintState.PRINTED], "the plan to count as printed")
    hand.picture("printed")
    return path

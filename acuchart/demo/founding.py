"""The first start: the wizard, page by page."""

from pathlib import Path

from acuchart.app import Application
from acuchart.demo.hand import Hand
from acuchart.demo.people import ADDRESS, CLINIC, DESK, ELI, NOOR, PHONE, Staff
from acuchart.screens.shell.first_start.view import FirstStartView
from acuchart.screens.shell.main_window import Front

KEY_SHEET = "recovery-key.pdf"
GROUPS = 8


def found_clinic(hand: Hand, app: Application, papers: Path) -> None:
    """Makes the clinic and its accounts; leaves the recovery key sheet among the papers."""
    papers.mkdir(parents=True, exist_ok=True)
    hand.type("first_start.name", CLINIC)
    hand.type("first_start.address", ADDRESS)
    hand.type("first_start.phone", PHONE)
    hand.picture("first-start-clinic")
    hand.press("first_start.next")
    _owner(hand)
    hand.press("first_start.next")
    hand.press("first_start.next")
    hand.picture("first-start-protection")
    hand.press("first_start.next")
    groups = _keep_key(hand, papers / KEY_SHEET)
    _prove(hand, groups)
    for person in (ELI, DESK):
        _add(hand, person)
    hand.picture("first-start-people")
    hand.press("first_start.next")
    hand.wait(lambda: app.window.front is Front.FRAME, "the day to open")


def _owner(hand: Hand) -> None:
    hand.type("first_start.owner_name", NOOR.name)
    hand.type("first_start.licence", NOOR.licence)
    for field in ("first_start.passphrase", "first_start.passphrase_again"):
        hand.type(field, NOOR.passphrase)
    hand.picture("first-start-owner")


def _wizard(hand: Hand) -> FirstStartView:
    wizard = hand.find("first_start")
    if not isinstance(wizard, FirstStartView):
        raise TypeError("the first start is not the wizard")
    return wizard


def _keep_key(hand: Hand, sheet: Path) -> tuple[str, ...]:
    """Saves the key where the dialog of the system would have asked, and reads it off the screen."""
    wizard = _wizard(hand)
    hand.wait(lambda: wizard.pages[wizard.number] is wizard.key, "the recovery key")
    hand.picture("first-start-recovery-key")
    wizard.save_chosen.emit(sheet)
    hand.wait(sheet.exists, "the key sheet")
    groups = tuple(hand.text(f"recovery_key.group.{place}") for place in range(1, GROUPS + 1))
    hand.press("first_start.next")
    return groups


def _prove(hand: Hand, groups: tuple[str, ...]) -> None:
    wizard = _wizard(hand)
    hand.wait(lambda: wizard.pages[wizard.number] is wizard.proof, "the question for one group")
    asked = int("".join(filter(str.isdigit, hand.find("first_start.key_group").accessibleName())))
    hand.type("first_start.key_group", groups[asked - 1])
    hand.press("first_start.next")
    hand.wait(lambda: wizard.pages[wizard.number] is wizard.people, "the page of the people")


def _add(hand: Hand, person: Staff) -> None:
    hand.type("first_start.person_name", person.name)
    hand.press(f"first_start.person_role.{person.role}")
    if person.licence:
        hand.type("first_start.person_licence", person.licence)
    hand.type("first_start.person_passphrase", person.passphrase)
    hand.press("first_start.person_add")
    people = _wizard(hand).people
    hand.wait(lambda: person.name in people.names, f"the account of {person.name}")

"""The first-visit form: filled by the patient, read and accepted by the practitioner."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from acuchart.app import Application
from acuchart.demo.hand import Hand
from acuchart.demo.people import MARA, NOOR
from acuchart.screens.shell.main_window import Front

TYPED: Mapping[str, str] = {
    "about_name": MARA.name,
    "about_born": MARA.born,
    "about_reason": "My right knee hurts on the stairs and in the cold.",
    "about_doctor": "Dr Lind, High Street",
    "medicines_thinner_detail": "Enoxaparin 40 mg daily",
    "pregnancy_due": "26/03/2027",
    "daily_goal": "To climb two flights of stairs without stopping.",
    "history_allergies_detail": "A rash from nickel",
    "consent_name": MARA.name,
}
TAPPED = (
    "about_sex.female",
    "about_needles.few",
    "sleep_how.sleep_waking",
    "pain_where.joint",
    "pain_duration.pain_longstanding",
    "pain_feel.pain_heavy",
    "pain_change_cold.agg_cold",
    "pain_change_warmth.rel_warmth",
    "history_pacemaker.no",
    "history_bleeding.no",
    "history_epilepsy.no",
    "history_diabetes.no",
    "history_faints.no",
    "history_allergies.allergy_metal",
    "history_general_1.no",
    "history_general_2.no",
    "medicines_thinner.yes",
    "pregnancy_now.yes",
    "consent_treatment.yes",
    "consent_record.yes",
)
SCORES: Mapping[str, Qt.Key] = {
    "intake.answer.pain_now.scale": Qt.Key.Key_4,
    "intake.answer.pain_worst.scale": Qt.Key.Key_7,
    "intake.answer.pain_average.scale": Qt.Key.Key_5,
}
PICTURED = {"about_name": "intake-about", "pain_chart": "intake-pain", "history_pacemaker": "intake-safety"}
MOST_PAGES = 80
FRONT = "intake.answer.pain_chart.paint.front"
TAKE = "intake_review.take."
KNEE = ((0.42, 0.645), (0.43, 0.655), (0.42, 0.665), (0.43, 0.675), (0.42, 0.685))
"""The right knee on the front of the figure, as shares of its sheet."""


def fill_form(hand: Hand, app: Application) -> None:
    """The practitioner hands the form out; the patient answers page by page and skips what she likes."""
    hand.press("chart.form")
    hand.choose("chart.forms", "Before your first visit")
    hand.wait(lambda: app.window.front is Front.KIOSK, "the form")
    hand.find("intake.answer.about_name")
    for _page in range(MOST_PAGES):
        _answer_page(hand)
        if hand.shows("intake.finish"):
            break
        hand.press("intake.next")
    hand.picture("intake-last-page")
    hand.press("intake.finish")
    hand.picture("intake-thanks")
    hand.press("intake.take_back")
    hand.type("intake.passphrase", NOOR.passphrase)
    hand.press("intake.staff_open")
    hand.wait(lambda: app.window.front is Front.FRAME, "the screen to be taken back")


def _answer_page(hand: Hand) -> None:
    for name in filter(hand.shows, [f"intake.answer.{name}" for name in TAPPED]):
        hand.press(name)
    for name, text in TYPED.items():
        for field in filter(hand.shows, (f"intake.answer.{name}.line", f"intake.answer.{name}.text")):
            hand.type(field, text)
    for name in filter(hand.shows, SCORES):
        hand.key(name, SCORES[name])
    if hand.shows(FRONT):
        hand.paint(FRONT, KNEE)
    for name, title in PICTURED.items():
        if hand.shows(f"intake.answer.{name}"):
            hand.picture(title)


def accept_form(hand: Hand) -> None:
    """Settles every answer that matters before needling, and takes the form into the chart."""
    hand.press(hand.name_of("chart.form."))
    hand.find("intake_review.accept")
    hand.picture("intake-review")
    while hand.offers(TAKE):
        take = hand.name_of(TAKE)
        hand.press(take)
        reason = take.replace(TAKE, "intake_review.reason.")
        if hand.shows(reason):
            hand.type(reason, "Letter to the doctor written today")
            hand.key(reason, Qt.Key.Key_Return)
        hand.wait(_gone(hand, take), "the answer to be settled")
    hand.press("intake_review.accept")
    hand.settle()
    hand.picture("intake-accepted")


def _gone(hand: Hand, name: str) -> Callable[[], bool]:
    return lambda: not hand.shows(name)

"""In the smallest window the leading groups of the ledger are in sight, at each size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.screens.parts.chip import Chip
from acuchart.screens.pattern.ledger_row import LedgerRow
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.findings_hand import child, words
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visit_screens import FindingsDesk

SMALLEST = 1144, 608
"""What a window of 1280 x 800 leaves for the page."""
USUAL = 1304, 708
"""And one of 1440 x 900."""
FOUND = (
    "pain_heavy",
    "pain_fixed",
    "body_heavy",
    "agg_cold",
    "agg_damp",
    "coat_greasy",
    "fatigue",
    "site_knee",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[FindingsDesk]:
    register_fonts()
    staffed = clinic_with_staff(tmp_path_factory.mktemp("room"))
    made = FindingsDesk(staffed.practitioner)
    made.turn_to(knee_visit(staffed.practitioner).visit_id)
    for finding_id in FOUND:
        made.presenter.answer(finding_id, FindingState.PRESENT)
    yield made
    made.page.close()
    made.page.deleteLater()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    staffed.close()


def heads_in_sight(desk: FindingsDesk) -> list[int]:
    """The ranks whose head row can be seen whole, in the list and in the panel."""
    ranks = []
    for row in desk.panel.ledger.findChildren(LedgerRow):
        head = row.findChild(QWidget, f"pattern.row.{row.slug}")
        if row.rank and head is not None and head.isVisible():
            whole = QRect(QPoint(), head.size())
            if head.visibleRegion().boundingRect().contains(whole):
                ranks.append(row.rank)
    return sorted(ranks)


def settle() -> None:
    """Lets what came be laid out, and the room be given anew for that: each takes turns of its own."""
    for _turn in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGER])
def test_the_first_three_groups_and_the_question_are_in_sight(desk: FindingsDesk, size: TextSize) -> None:
    ThemeHolder.of_app().use(Tone.LIGHT, size)
    desk.page.resize(*SMALLEST)
    settle()
    assert heads_in_sight(desk)[:3] == [1, 2, 3]
    ask = desk.panel.ask
    assert ask.isVisible()
    assert ask.mapTo(desk.panel, QPoint()).y() + ask.height() // 2 <= desk.panel.height()


def test_in_the_usual_window_the_assessment_is_in_sight_to_its_last_line(desk: FindingsDesk) -> None:
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    desk.page.resize(*USUAL)
    desk.pattern.hurts(("knee-front-right",))
    child(desk, "pattern.change").click()
    child(desk, "pattern.drop_secondary.0").click()
    settle()
    assert desk.panel.ask.isVisible()
    assert not desk.panel.ledger.channels.isHidden()
    assert not desk.panel.ledger.principles.isHidden()
    typed = words(desk, "pattern.words")
    assert typed.visibleRegion().boundingRect().height() == typed.height()
    assert heads_in_sight(desk)[:2] == [1, 2]


def test_a_second_pattern_does_not_push_the_words_out_of_sight(desk: FindingsDesk) -> None:
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    desk.page.resize(*USUAL)
    desk.panel.assessment.secondary.setEditText("Phlegm")
    desk.panel.assessment.secondary.activated.emit(0)
    settle()
    typed = words(desk, "pattern.words")
    chips = desk.page.findChildren(Chip, "pattern.drop_secondary.0")
    assert any(chip.isVisible() for chip in chips)
    assert typed.visibleRegion().boundingRect().height() == typed.height()
    assert heads_in_sight(desk)[:1] == [1]

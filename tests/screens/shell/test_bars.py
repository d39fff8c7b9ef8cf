"""The bars around every screen: timers, cautions, steps, footer and rail."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.clinic.flags import Flag, FlagKind, Flags, FlagState
from acuchart.clinic.header import Header, VisitDone
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Patient, Sex
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.text import ElidedText, TwoLineText
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.shell.caution_chips import CautionChips
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.screens.shell.footer import Footer
from acuchart.screens.shell.header_words import CautionWords, HeaderWords, header_words
from acuchart.screens.shell.icons import icon_image
from acuchart.screens.shell.navigation import Step
from acuchart.screens.shell.patient_bar import PatientBar
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from acuchart.screens.shell.timer_chips import TimerChips
from acuchart.screens.shell.top_bar import TopBar
from acuchart.screens.shell.visit_steps import VisitSteps
from tests.helpers.records import MORNING

TODAY = date(2026, 11, 20)
MARA = Patient(new_id(), "A-0148", Name("Mara", "Ellison"), date(1985, 4, 2), Sex.FEMALE)
NOOR = new_id()


def faces(count: int) -> list[RoomFace]:
    return [
        RoomFace(TimerFace(f"Room {n}", 60 * n, 1200, Mood.RUNNING), "left", False, new_id())
        for n in range(1, count + 1)
    ]


def cautions(*words: str) -> tuple[CautionWords, ...]:
    return tuple(
        CautionWords(word.lower(), "baby", word, "detail", "Asked Fri 6 Nov by Noor") for word in words
    )


def test_three_timers_and_how_many_more(qtbot: QtBot) -> None:
    chips = TimerChips("bar")
    qtbot.addWidget(chips)
    chips.show_rooms(faces(5))
    assert [chip.face.room for chip in chips.chips] == ["Room 1", "Room 2", "Room 3"]
    more = chips.findChild(QPushButton, "bar.timers_more")
    assert more is not None
    assert more.text() == "+2"
    assert more.accessibleName() == "2 more rooms"
    chips.show_rooms(faces(1))
    assert len(chips.chips) == 1
    assert more.isHidden()


def test_a_timer_tells_which_room_was_tapped_after_the_order_changed(qtbot: QtBot) -> None:
    chips, rooms = TimerChips("bar"), faces(2)
    qtbot.addWidget(chips)
    chips.show_rooms(rooms)
    chips.show_rooms(rooms[::-1])
    with qtbot.waitSignal(chips.room_wanted) as wanted:
        chips.chips[0].click()
    assert wanted.args == [rooms[1].visit_id]


@pytest.mark.parametrize(("width", "shown", "more"), [(900, 4, "+2"), (400, 2, "+4"), (60, 0, "6 cautions")])
def test_no_caution_is_left_out_unsaid(qtbot: QtBot, width: int, shown: int, more: str) -> None:
    chips = CautionChips()
    qtbot.addWidget(chips)
    chips.resize(width, 72)
    chips.show_cautions(
        cautions("Pregnant 22 wk", "Anticoagulant", "Pacemaker", "Latex", "Faints", "Epilepsy")
    )
    assert len(chips.shown) == shown
    button = chips.findChild(QPushButton, "patient_bar.cautions_more")
    assert button is not None
    assert button.text() == more


def test_a_new_caution_appears_at_once(qtbot: QtBot) -> None:
    chips = CautionChips()
    qtbot.addWidget(chips)
    chips.resize(900, 72)
    chips.show_cautions(cautions("Latex"))
    chips.show_cautions(cautions("Latex", "Faints"))
    assert [chip.text() for chip in chips.shown] == ["Latex", "Faints"]


def test_the_bar_leads_to_the_cautions_as_soon_as_it_knows_of_whom(qtbot: QtBot) -> None:
    bar = PatientBar()
    qtbot.addWidget(bar)
    bar.show()
    asked = bar.findChild(QPushButton, "patient_bar.chart")
    assert asked is not None
    assert not asked.isVisible()
    bar.show_header(header_words(Header(MARA, Flags.of(()), {}), TODAY))
    assert "not asked" in asked.toolTip()
    with qtbot.waitSignal(bar.chart_wanted, timeout=1000):
        qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)


def test_the_detail_says_when_it_was_asked_and_by_whom(qtbot: QtBot) -> None:
    chips = CautionChips()
    qtbot.addWidget(chips)
    popover = chips.popover_for(cautions("Latex"))
    words = [label.text() for label in popover.findChildren(QLabel)]
    assert any("Asked Fri 6 Nov by Noor" in text for text in words)


def test_the_bar_in_words() -> None:
    flags = Flags.of(
        [
            Flag(FlagKind.PREGNANCY, FlagState.YES, due=date(2027, 3, 26), asked_on=TODAY, asked_by=NOOR),
            Flag(FlagKind.EPILEPSY, FlagState.ASKED_NONE, asked_on=TODAY),
        ]
    )
    header = Header(MARA, flags, {NOOR: "Noor"}, 5, MORNING, VisitDone(findings=True))
    words = header_words(header, TODAY)
    assert words.name == "Mara Ellison"
    assert words.facts == "41 years · female · born 2 Apr 1985"
    assert [caution.word for caution in words.cautions] == ["Pregnant 22 wk"]
    assert "due 26 Mar 2027" in words.cautions[0].detail
    assert words.cautions[0].asked.endswith("by Noor")
    assert words.not_asked == "16 risks not asked"
    assert words.asked_none == ""
    assert words.which.startswith("Visit 5")
    assert words.done == {Step.FINDINGS}


def test_asked_and_none_is_not_not_asked() -> None:
    none = Flags.of([Flag(kind, FlagState.ASKED_NONE, asked_on=TODAY) for kind in FlagKind])
    asked = header_words(Header(MARA, none, {}), TODAY)
    unasked = header_words(Header(MARA, Flags.of([]), {}), TODAY)
    assert (asked.asked_none, asked.not_asked) == ("All risks asked, none", "")
    assert (unasked.asked_none, unasked.not_asked) == ("", "18 risks not asked")


def test_an_old_answer_is_to_be_asked_again() -> None:
    old = Flags.of([Flag(FlagKind.FAINTS, FlagState.YES, asked_on=date(2026, 1, 2))])
    assert header_words(Header(MARA, old, {}), TODAY).cautions[0].asked.endswith("Ask again")


def test_every_risk_has_an_icon_that_can_be_drawn(qtbot: QtBot) -> None:
    ink = ThemeHolder.of_app().theme.colour("ink")
    assert set(FLAG_ICONS) == set(FlagKind)
    assert not any(icon_image(icon, ink, 16).isNull() for icon in FLAG_ICONS.values())


def test_the_steps_know_their_ends_and_leave_points_to_its_own_button(qtbot: QtBot) -> None:
    steps = VisitSteps()
    qtbot.addWidget(steps)
    steps.show_step(Step.FINDINGS)
    assert steps.beside(-1) is None
    assert steps.next.text() == "Points"
    steps.show_step(Step.POINTS)
    assert steps.next.isHidden()
    steps.show_step(Step.SIGN)
    assert steps.beside(1) is None
    assert steps.next.isHidden()
    with qtbot.assertNotEmitted(steps.wanted):
        steps.go_next()


def test_a_narrow_bar_keeps_the_search_as_an_icon(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1352, 72)
    bar.show()
    wide = bar.search.sizeHint().width()
    bar.resize(1192, 72)
    assert bar.search.sizeHint().width() < wide / 3


def test_on_the_board_of_rooms_the_sound_is_switched_instead_of_timers(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_rooms_tools(True)
    assert bar.timers.isHidden()
    with qtbot.waitSignal(bar.sound_wanted) as wanted:
        bar.sound.click()
    assert wanted.args == [False]
    bar.show_sound(False)
    assert bar.sound.text() == "Sound off"


def test_hints_that_do_not_fit_are_left_out_whole(qtbot: QtBot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.resize(700, 32)
    footer.saving.show_saved("14:32")
    footer.show_hints([(("Ctrl", "K"), "Commands and everything else") for _hint in range(8)])
    footer.show()
    shown = [hint for hint in footer.findChildren(KeyHint) if not hint.isHidden()]
    assert 0 < len(shown) < 8
    assert all(hint.width() >= hint.sizeHint().width() for hint in shown)


def test_hints_stay_whole_when_the_text_grows(qtbot: QtBot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.saving.show_saved("14:32")
    footer.show_hints([((key,), f"Does what {key} does") for key in "ABCDEF"])
    footer.resize(1192, 32)
    footer.show()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    try:
        shown = [not hint.isHidden() for hint in footer.findChildren(KeyHint)]
        assert shown == sorted(shown, reverse=True)
        assert 0 < sum(shown) < 6
        needed = sum(hint.sizeHint().width() for hint in footer.findChildren(KeyHint) if not hint.isHidden())
        assert needed + footer.saving.sizeHint().width() < footer.width()
    finally:
        ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)


def test_the_birth_date_is_read_whole_beside_cautions_and_a_timer(qtbot: QtBot) -> None:
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    try:
        bar = PatientBar()
        qtbot.addWidget(bar)
        bar.resize(1192, 72)
        chips = cautions("Pregnant 22 wk", "Anticoagulant", "Metal allergy")
        bar.show_header(HeaderWords("Mara", "41 years · born 2 Apr 1985", chips, "", "", "", frozenset()))
        bar.show_rooms(faces(1))
        bar.show()
        assert bar.width() == 1192
        facts = bar.findChild(ElidedText, "patient_bar.facts")
        assert facts is not None
        assert not facts.is_cut()
    finally:
        ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)


def test_risks_not_asked_are_read_whole_in_the_smallest_window_with_the_largest_words(qtbot: QtBot) -> None:
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    try:
        bar = PatientBar()
        qtbot.addWidget(bar)
        bar.resize(1192, 72)
        bar.show_header(
            HeaderWords(
                "Mara Ellison",
                "41 years · born 2 Apr 1985",
                cautions("Pregnant 22 wk", "Anticoagulant", "Metal allergy"),
                "",
                "10 risks not asked",
                "",
                frozenset(),
            )
        )
        bar.show()
        asked = bar.findChild(TwoLineText, "patient_bar.asked")
        assert asked is not None
        assert not asked.is_cut()
        assert asked.heightForWidth(asked.width()) <= asked.height() <= bar.height()
    finally:
        ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)

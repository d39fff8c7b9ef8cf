"""Text, tags, avatars, states, rows and layout."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.avatar import Avatar, initials
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.save_state import SaveState
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.states import EmptyState, ErrorState, Skeleton
from acuchart.screens.parts.steps_bar import StepsBar
from acuchart.screens.parts.tag import CautionChip, Tag, TagTone
from acuchart.screens.parts.text import ElidedText, Paragraph, Text, TwoLineText
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone

LEFT = Qt.MouseButton.LeftButton


def _shown(qtbot: QtBot, widget: QWidget, width: int = 300) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(widget)
    window.resize(width, 200)
    window.show()
    return window


def test_text_has_the_type_of_its_role_in_a_window(qtbot: QtBot) -> None:
    text = Text("Mara Ellison", "title", "ink2")
    window = _shown(qtbot, text)
    assert text.font().pixelSize() == 28
    assert text.palette().windowText().color() == ThemeHolder.of_app().theme.colour("ink2")
    text.set_ink("cinnabarText")
    assert text.palette().windowText().color() == ThemeHolder.of_app().theme.colour("cinnabarText")
    assert text.font().pixelSize() == 28
    window.close()


def test_text_grows_while_it_is_shown(qtbot: QtBot) -> None:
    text = Text("Mara Ellison", "body")
    window = _shown(qtbot, text)
    ThemeHolder.of_app().use(Tone.DARK, TextSize.LARGER)
    grown = text.font().pixelSize()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    assert (grown, text.font().pixelSize()) == (20, 15)
    window.close()


def test_markup_in_a_name_is_shown_as_typed(qtbot: QtBot) -> None:
    text, paragraph = Text("<b>O'Neill</b> & sons"), Paragraph("<b>O'Neill</b> & sons")
    for label in (text, paragraph):
        qtbot.addWidget(label)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in paragraph.text()
    assert paragraph.plain == "<b>O'Neill</b> & sons"


def test_a_paragraph_grows_as_it_narrows(qtbot: QtBot) -> None:
    paragraph = Paragraph("Old meniscus injury; cold-damp now in Stomach and Spleen channels. " * 3)
    qtbot.addWidget(paragraph)
    paragraph.show()
    lines = paragraph.heightForWidth(400) / 24
    assert paragraph.heightForWidth(200) > paragraph.heightForWidth(400)
    assert lines == pytest.approx(round(lines), abs=0.2)


def test_long_text_is_cut_and_told(qtbot: QtBot) -> None:
    text = ElidedText("Enoxaparin 40 mg daily since the operation")
    window = _shown(qtbot, text, 160)
    assert text.shown_text().endswith("…")
    assert text.toolTip() == "Enoxaparin 40 mg daily since the operation"
    text.setText("Short")
    assert text.toolTip() == ""
    window.close()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mara Ellison", "ME"),
        ("Noor van der Halvorsen", "NH"),
        ("Madonna", "M"),
        ("王小明", "王"),
        ("王 小明", "王"),
        ("élodie Ånger", "ÉÅ"),
        ("  ", ""),
        ("- Bram (cat)", "B"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_an_avatar_is_named_after_the_person(qtbot: QtBot) -> None:
    avatar = Avatar("Noor Halvorsen", 44)
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Noor Halvorsen"
    assert avatar.sizeHint().width() == 44


def test_tags_say_their_word(qtbot: QtBot) -> None:
    tag = Tag("Signed", TagTone.JADE, icon="lock")
    qtbot.addWidget(tag)
    narrow = tag.sizeHint().width()
    tag.show_tag("Needs signature", TagTone.CAUTION, "pencil-line")
    assert tag.accessibleName() == "Needs signature"
    assert tag.sizeHint().width() > narrow
    assert tag.sizeHint().height() == 24


def test_a_caution_can_be_opened_by_key(qtbot: QtBot) -> None:
    chip = CautionChip("Pregnant 22 wk", icon="baby", name="patient_bar.caution.pregnancy")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.accessibleName() == "Pregnant 22 wk"


def test_key_caps_are_said(qtbot: QtBot) -> None:
    hint = KeyHint(("Ctrl", "K"), "Commands")
    qtbot.addWidget(hint)
    assert hint.accessibleName() == "Ctrl+K Commands"


@pytest.mark.parametrize("tint", list(Tint))
def test_every_card_paints(qtbot: QtBot, tint: Tint) -> None:
    card = Card("Visits", hanzi="诊", tint=tint)
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert not card.grab().isNull()
    card.set_title("Forms")
    assert card.title_label.text() == "Forms"


@pytest.mark.parametrize("kind", list(AlertKind))
def test_an_alert_says_its_words_to_everybody(qtbot: QtBot, kind: AlertKind) -> None:
    alert = Alert(kind, "LI4: avoid in pregnancy", name="points.alert")
    qtbot.addWidget(alert)
    remove = Button("Remove point")
    alert.add_button(remove)
    alert.say("SP6: avoid in pregnancy", "To keep it, write why.")
    assert alert.accessibleName() == "SP6: avoid in pregnancy To keep it, write why."
    assert remove.isVisibleTo(alert)


def test_states_hold_their_words_and_buttons(qtbot: QtBot) -> None:
    button = Button("Check in")
    empty = EmptyState("calendar-days", "No one has arrived yet", "Check people in as they come.", [button])
    error = ErrorState("printer", "Paper ran out on page 2")
    for state in (empty, error):
        qtbot.addWidget(state)
        state.resize(400, 300)
        state.show()
    assert button.isVisible()
    assert not error.sentence.isVisible()


def test_the_sentence_of_a_state_is_not_cut(qtbot: QtBot) -> None:
    words = "Check people in as they come. Their cards start here, and move by themselves from then on."
    empty = EmptyState("calendar-days", "No one has arrived yet", words)
    qtbot.addWidget(empty)
    empty.resize(260, 400)
    empty.show()
    assert empty.sentence.height() >= empty.sentence.heightForWidth(empty.sentence.width())


def test_bars_appear_only_when_loading_takes_a_while(qtbot: QtBot) -> None:
    skeleton = Skeleton()
    qtbot.addWidget(skeleton)
    skeleton.start()
    at_first = skeleton.bars_shown
    delay = skeleton.findChild(QTimer)
    assert delay is not None
    assert (delay.isActive(), delay.interval()) == (True, 300)
    delay.timeout.emit()
    after_a_while = skeleton.bars_shown
    skeleton.stop()
    assert (at_first, after_a_while, skeleton.bars_shown) == (False, True, False)


def test_saving_is_said_in_three_ways(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show_saved("14:32")
    said = [state.words.text()]
    state.show_saving()
    said.append(state.words.text())
    state.show_failed()
    said.append(state.words.text())
    assert said == ["All changes saved · 14:32", "Saving…", "Not saved. Trying again"]


def test_steps_say_where_they_stand(qtbot: QtBot) -> None:
    bar = StepsBar([Option("findings", "Findings"), Option("points", "Points")], name="visit.step")
    qtbot.addWidget(bar)
    bar.show()
    bar.show_steps("points", {"findings"})
    first, second = (bar.findChild(QWidget, f"visit.step.{key}") for key in ("findings", "points"))
    assert first is not None
    assert second is not None
    assert first.accessibleName() == "Findings: done"
    assert second.accessibleName() == "Points: current step"
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.mouseClick(first, LEFT)
    assert chosen.args == ["findings"]


def test_a_row_is_tapped_by_finger_and_key_but_not_by_a_drag(qtbot: QtBot) -> None:
    row = Row((Text("Mara Ellison"),), label="Mara Ellison", tappable=True)
    qtbot.addWidget(row)
    row.resize(300, 48)
    row.show()
    with qtbot.waitSignal(row.tapped):
        qtbot.mouseClick(row, LEFT)
    with qtbot.waitSignal(row.tapped):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(row.tapped):
        qtbot.mousePress(row, LEFT, pos=QPoint(20, 20))
        qtbot.mouseRelease(row, LEFT, pos=QPoint(20, 44))


def test_new_rows_take_the_place_of_the_old(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    first = [Row(), Row()]
    rows.show_rows(first)
    rows.show_rows([Row()])
    assert len(rows.rows) == 1
    assert not any(row.isVisibleTo(rows) for row in first)
    rows.show_rows([])
    assert not rows.rows


def test_chips_flow_into_rows(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    chips = [Chip(word) for word in ("Stabbing", "Distending", "Moving", "Burning")]
    for chip in chips:
        flow.addWidget(chip)
    narrow, wide = flow.heightForWidth(140), flow.heightForWidth(1000)
    assert wide == 40
    assert narrow == 4 * 40 + 3 * 8
    holder.resize(1000, 40)
    holder.show()
    assert len({chip.y() for chip in chips}) == 1
    chips[1].hide()
    flow.setGeometry(QRect(0, 0, 1000, 40))
    assert chips[2].x() < 200


def test_words_keep_their_new_role_when_their_ink_changes(qtbot: QtBot) -> None:
    words = Text("Your clinic", "bodyStrong")
    qtbot.addWidget(words)
    words.show()
    bold = words.font().weight()
    words.set_role("body")
    words.set_ink("ink2")
    assert words.font().weight() < bold


def test_words_break_once_before_they_are_cut(qtbot: QtBot) -> None:
    words = TwoLineText("10 risks not asked", "small")
    qtbot.addWidget(words)
    words.show()
    whole = words.sizeHint().width()
    line = words.minimumHeight()
    assert (words.heightForWidth(whole), words.heightForWidth(whole * 2 // 3)) == (line, 2 * line)
    for width, cut in ((whole, False), (whole * 2 // 3, False), (whole // 4, True)):
        words.resize(width, words.heightForWidth(width))
        assert words.is_cut() is cut
        assert bool(words.toolTip()) is cut


def test_what_is_cut_is_told_after_the_text_has_grown(qtbot: QtBot) -> None:
    words = ElidedText("Nickel: rash. Use coated needles", "small")
    window = _shown(qtbot, words)
    words.setFixedWidth(words.sizeHint().width())
    before = words.toolTip()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    grown = words.toolTip()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    assert (before, grown) == ("", words.text())
    window.close()

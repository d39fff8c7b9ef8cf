"""All parts on one window, to compare with the design by eye: `python -m tests.helpers.gallery folder`."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.avatar import Avatar, AvatarTone
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.cells import SideSelector
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.counter import Counter
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.save_state import SaveState
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.states import EmptyState, ErrorState, Skeleton
from acuchart.screens.parts.steps_bar import StepsBar
from acuchart.screens.parts.switch import Switch
from acuchart.screens.parts.tag import CautionChip, Tag, TagTone
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.parts.timer_chip import TimerChip
from acuchart.screens.parts.timer_face import Mood, Stage, TimerFace
from acuchart.screens.parts.timer_ring import TimerRing
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.gallery_charts import charts

FACES = (
    TimerFace("Room 1", 740, 1200),
    TimerFace("Room 2", 592, 1200, Mood.DUE, (Stage(600),)),
    TimerFace("Room 3", -84, 1200, Mood.ALARM),
)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _flow(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _off(button: Button) -> Button:
    button.set_missing("Sign in first")
    return button


def buttons() -> Card:
    card = Card("Buttons")
    small = Size.SMALL
    card.body.addLayout(
        _row(Button("Sign", Variant.PRIMARY, size=small), _off(Button("Sign", Variant.PRIMARY, size=small)))
    )
    plain = Button("Print", icon="printer", size=small)
    card.body.addLayout(_row(Button("Print", size=small), plain, _off(Button("Print", size=small))))
    card.body.addLayout(
        _row(
            Button("Tint", Variant.TINT, size=small),
            Button("Ghost", Variant.GHOST, size=small),
            Button("Remove", Variant.DANGER, size=small),
            Button("", icon="ellipsis", hint="More"),
            Button("See all", Variant.LINK, trailing="chevron-right", size=small),
        )
    )
    card.body.addLayout(
        _row(
            Button("Points", Variant.PRIMARY, trailing="arrow-right"),
            Button("Start visit 5", Variant.PRIMARY, keys=("Ctrl", "Enter"), size=Size.LARGE),
        )
    )
    card.body.addLayout(
        _row(Button("Yes", keys=("Y",), size=small), Button("Next", Variant.PRIMARY, size=Size.KIOSK))
    )
    card.body.addStretch(1)
    return card


def choices() -> Card:
    card = Card("Chips and choices", hanzi="选择")
    disabled = Chip("Disabled")
    disabled.setEnabled(False)
    chips = (Chip("Off"), Chip("On", on=True), Chip("Bruise", icon="check", on=True), disabled)
    card.body.addWidget(_flow(*chips))
    views = (Option("front", "Front"), Option("back", "Back"), Option("ask", "Ask", "问"))
    card.body.addLayout(_row(Segmented(views), Switch("Off"), Switch("On", on=True)))
    side = SideSelector()
    side.cell("both").click()
    card.body.addLayout(_row(side, TickBox("Ticked", on=True), TickBox("Not")))
    pain = PainScale("Pain now")
    pain.show_answer(4)
    card.body.addWidget(pain)
    large = PainScale("Worst pain", large=True)
    large.show_answer(10)
    card.body.addWidget(large)
    card.body.addStretch(1)
    return card


def fields() -> Card:
    card = Card("Fields")
    read_only = Field("Read only")
    read_only.set_read_only(True)
    card.body.addLayout(_row(Field("Normal"), read_only))
    wrong = LabelledField("Depth")
    wrong.set_text("32 mm")
    wrong.set_error("GB21 is 20 mm at most. Lung below.")
    card.body.addWidget(wrong)
    card.body.addWidget(SearchField("st36, zusanli or 足三里", keys=("/",)))
    phrase = PassphraseField("Passphrase")
    phrase.editor.setProperty("text", "a passphrase")
    phrase.set_caution("Caps Lock is on")
    card.body.addWidget(phrase)
    card.body.addStretch(1)
    return card


def words() -> Card:
    card = Card("Type")
    card.body.setSpacing(2)
    card.body.addWidget(DigitTime("06:12", "timerLarge"))
    for text, role, ink in (
        ("Title 28 Mara Ellison", "title", "ink"),
        ("Heading 20 Visit 5 of 10", "h2", "ink"),
        ("Section 16 Tongue 舌诊", "h3", "ink"),
        ("Body 15 ST36 Zusanli 足三里", "body", "ink"),
        ("Small 13 born 02 Apr 1985", "small", "ink2"),
        ("Caption 12 never smaller", "caption", "ink2"),
    ):
        card.body.addWidget(Text(text, role, ink))
    paragraph = Paragraph(role="body")
    paragraph.set_runs(
        [("ST36", True), (" Bi, 7 needles, 20 to 30 mm, de qi sought. Wraps to a second line.", False)]
    )
    card.body.addWidget(paragraph)
    card.body.addStretch(1)
    return card


def timers() -> Card:
    card = Card("Tags, cautions, timers")
    card.body.addWidget(
        _flow(
            Tag("Neutral"),
            Tag("Signed", TagTone.JADE, icon="lock"),
            Tag("Review due", TagTone.CAUTION),
            Tag("Overdue", TagTone.DANGER),
            Tag("Local", TagTone.INFO),
        )
    )
    card.body.addWidget(
        _flow(CautionChip("Pregnant 22 wk", icon="baby"), CautionChip("Enoxaparin", icon="droplet"))
    )
    card.body.addWidget(_flow(*(TimerChip(face) for face in FACES)))
    rings = [TimerRing(size) for size in (40, 112, 200)]
    for ring, face in zip(rings, FACES, strict=True):
        ring.show_face(face if face.mood is not Mood.ALARM else FACES[1])
    card.body.addLayout(_row(*rings, Avatar("Noor Halvorsen"), Avatar("Eli Brandt", 44, AvatarTone.SLATE)))
    card.body.addLayout(_row(KeyHint(("Ctrl", "K"), "Commands"), SaveState()))
    card.body.addStretch(1)
    return card


def alerts() -> Card:
    card = Card("Alerts")
    card.body.addWidget(
        Alert(AlertKind.DANGER, "LI4: avoid in pregnancy", "Danger. Blocks the next step until settled.")
    )
    caution = Alert(
        AlertKind.CAUTION, "No verified backup for 3 days", "Plug in “Clinic A”. It takes about 2 minutes."
    )
    caution.add_button(Button("Back up now", size=Size.SMALL))
    card.body.addWidget(caution)
    card.body.addWidget(Alert(AlertKind.INFO, "Form came in at 14:08", "Information."))
    card.body.addStretch(1)
    return card


def room() -> Card:
    card = Card(tint=Tint.DUE, radius="panel")
    ring = TimerRing(328)
    ring.show_face(FACES[1], "left of 20 min")
    card.body.addWidget(ring, 0, Qt.AlignmentFlag.AlignHCenter)
    inserted, removed = Counter("Inserted"), Counter("Removed")
    inserted.show_count(12)
    removed.show_count(9, of=12)
    row = QHBoxLayout()
    row.addWidget(inserted)
    row.addWidget(removed)
    card.body.addLayout(row)
    return card


def room_alarm() -> Card:
    card = Card(tint=Tint.ALARM, radius="panel")
    ring = TimerRing(200)
    ring.show_face(FACES[2], "time is up")
    card.body.addWidget(ring, 0, Qt.AlignmentFlag.AlignHCenter)
    removed = Counter("Removed")
    removed.show_count(9, of=11, alarm=True)
    card.body.addWidget(removed)
    close = _off(Button("Close: 9 of 11 out", Variant.ALARM_LINE, icon="lock", size=Size.ROOM))
    card.body.addLayout(_row(Button("Silence", Variant.ALARM, icon="bell-off", size=Size.LARGE), close))
    card.body.addStretch(1)
    return card


def states() -> Card:
    card = Card("States")
    add = Button("Check in", Variant.PRIMARY, icon="user-plus", size=Size.SMALL)
    sentence = "Check people in as they come. Their cards start here."
    card.body.addWidget(EmptyState("calendar-days", "No one has arrived yet", sentence, [add]))
    skeleton = Skeleton(2)
    skeleton._appear()  # noqa: SLF001 - the picture does not wait 300 ms
    card.body.addWidget(skeleton)
    card.body.addWidget(ErrorState("printer", "Paper ran out on page 2", "Page 1 is printed."))
    return card


def steps() -> Card:
    card = Card("Steps")
    bar = StepsBar([Option(k, t) for k, t in (("a", "Findings"), ("b", "Points"), ("c", "Needling"))])
    bar.show_steps("b", {"a"})
    card.body.addWidget(bar)
    card.body.addStretch(1)
    return card


PANELS: tuple[Callable[[], Card], ...] = (
    *(buttons, choices, fields, words, timers, alerts, room, room_alarm, states, steps),
)


def gallery() -> QWidget:
    """Return the window with every part."""
    window = QWidget()
    window.setObjectName("gallery")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setAutoFillBackground(True)
    grid = QGridLayout(window)
    for number, panel in enumerate(PANELS):
        grid.addWidget(panel(), number // 3, number % 3)
    window.resize(1440, max(900, grid.totalHeightForWidth(1440)))
    return window


def main(folder: Path) -> None:
    """Paint the gallery light, dark and with larger text into `folder`."""
    app = QApplication(sys.argv[:1])
    register_fonts()
    holder = ThemeHolder.of_app()
    for tone, size in (
        (Tone.LIGHT, TextSize.STANDARD),
        (Tone.DARK, TextSize.STANDARD),
        (Tone.LIGHT, TextSize.LARGER),
    ):
        holder.use(tone, size)
        for name, window in (("parts", gallery()), ("charts", charts())):
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"{name}-{tone}-{size}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

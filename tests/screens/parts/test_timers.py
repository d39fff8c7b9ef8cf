"""Timers and counters: what they show and what they say."""

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.counter import Counter
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.timer_chip import TimerChip
from acuchart.screens.parts.timer_face import Mood, Stage, TimerFace, clock_digits
from acuchart.screens.parts.timer_ring import TimerRing
from acuchart.screens.shell.theme import ThemeHolder

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [
        (740, "12:20"),
        (0, "00:00"),
        (-84, "+1:24"),
        (-1, "+0:01"),
        (3723, "1:02:03"),
        (-3723, "+1:02:03"),
        (599, "09:59"),
    ],
)
def test_digits(seconds: int, digits: str) -> None:
    assert clock_digits(seconds) == digits


def test_a_timer_is_said_in_words() -> None:
    face = TimerFace("Room 2", 372, 1200, detail="7 needles in, 0 out")
    assert face.spoken == "Room 2, 6 minutes 12 seconds left, 7 needles in, 0 out"
    assert TimerFace("Room 3", -61, 1200, Mood.ALARM).spoken == "Room 3, time is up since 1 minute 1 second"
    assert TimerFace("Room 1", 60, 1200, Mood.PAUSED).spoken.endswith("paused")


@pytest.mark.parametrize(
    ("left", "total", "mood", "fraction"),
    [
        (600, 1200, Mood.RUNNING, 0.5),
        (1300, 1200, Mood.RUNNING, 1.0),
        (0, 0, Mood.RUNNING, 0.0),
        (-5, 1200, Mood.RUNNING, 0.0),
        (-84, 1200, Mood.ALARM, 1.0),
    ],
)
def test_the_share_of_the_ring(left: int, total: int, mood: Mood, fraction: float) -> None:
    assert TimerFace("Room 1", left, total, mood).fraction == fraction


@pytest.mark.parametrize("diameter", [40, 112, 120, 200, 328])
def test_a_ring_gives_name_and_value(qtbot: QtBot, diameter: int) -> None:
    ring = TimerRing(diameter)
    qtbot.addWidget(ring)
    ring.show()
    ring.show_face(
        TimerFace("Room 2", 372, 1200, stages=(Stage(600, done=True), Stage(120))), "left of 20 min"
    )
    assert (ring.value(), ring.maximum()) == (372, 1200)
    assert ring.accessibleName().startswith("Room 2, 6 minutes")
    assert ring.size().width() == diameter
    assert not ring.grab().isNull()


def test_the_value_of_a_ring_stays_on_its_scale_in_an_alarm(qtbot: QtBot) -> None:
    ring = TimerRing(328)
    qtbot.addWidget(ring)
    ring.show_face(TimerFace("Room 3", -84, 1200, Mood.ALARM))
    assert ring.value() == 0


def test_a_chip_keeps_its_width_while_the_time_runs(qtbot: QtBot) -> None:
    chip = TimerChip(TimerFace("Room 1", 740, 1200))
    qtbot.addWidget(chip)
    widths = set()
    for seconds in (740, 671, 111, 8):
        chip.show_face(TimerFace("Room 1", seconds, 1200))
        widths.add(chip.sizeHint().width())
    assert len(widths) == 1
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_a_time_keeps_its_width_too(qtbot: QtBot) -> None:
    time = DigitTime("11:11", "timerLarge")
    qtbot.addWidget(time)
    narrow = time.sizeHint()
    time.show_digits("08:48")
    assert time.sizeHint() == narrow
    assert time.accessibleName() == "08:48"


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    made = Counter("Removed", name="session.count_out.2")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_counter_reports_steps_and_changes_nothing_itself(counter: Counter, qtbot: QtBot) -> None:
    counter.show_count(9, of=11)
    steps = list[int]()
    counter.stepped.connect(steps.append)
    qtbot.mouseClick(counter.more, LEFT)
    qtbot.mouseClick(counter.less, LEFT)
    qtbot.keyClick(counter.more, Qt.Key.Key_Space)
    assert steps == [1, -1, 1]
    assert counter.count == 9
    assert counter.accessibleName() == "Removed: 9 of 11"
    assert counter.more.objectName() == "session.count_out.2.more"
    assert counter.less.accessibleName() == "Removed: one less"


def test_a_finger_that_slides_off_does_not_count(counter: Counter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(counter.stepped):
        qtbot.mousePress(counter.more, LEFT)
        qtbot.mouseMove(counter.more, counter.more.rect().bottomRight() * 3)
        qtbot.mouseRelease(counter.more, LEFT, pos=counter.more.rect().bottomRight() * 3)


def test_holding_repeats_and_the_release_does_not_count_again(counter: Counter, qtbot: QtBot) -> None:
    steps = list[int]()
    counter.stepped.connect(steps.append)
    timer = counter.more.findChild(QTimer)
    assert timer is not None
    qtbot.mousePress(counter.more, LEFT)
    assert (timer.isActive(), timer.interval()) == (True, 500)
    timer.timeout.emit()
    timer.timeout.emit()
    qtbot.mouseRelease(counter.more, LEFT)
    assert steps == [1, 1]
    assert not timer.isActive()


def test_the_keys_are_large_enough_for_a_glove(counter: Counter) -> None:
    assert counter.more.height() >= 56
    assert counter.more.width() >= 56


@pytest.mark.parametrize("mood", list(Mood))
def test_a_calm_chip_is_never_an_alarm(qtbot: QtBot, mood: Mood) -> None:
    """In a patient's hands time that is up looks like time that runs; what is said stays true."""
    alarm = ThemeHolder.of_app().theme.colour("alarm").name()
    for calm in (True, False):
        chip = TimerChip(TimerFace("Room 3", -84, 1200, mood), calm=calm)
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        picture = chip.grab().toImage()
        fill = picture.pixelColor(chip.width() // 2, 3).name()
        assert (fill == alarm) is (mood is Mood.ALARM and not calm)
        assert "Room 3" in chip.accessibleName()

"""What assistive technology is told about the parts that paint themselves."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.knowledge.body import read_body
from acuchart.screens.parts.avatar import Avatar
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.evidence_bar import EvidenceBar
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.sparkline import Sparkline
from acuchart.screens.parts.switch import Switch
from acuchart.screens.parts.timer_face import TimerFace
from acuchart.screens.parts.timer_ring import TimerRing
from acuchart.screens.parts.tongue_picture import TonguePicture

ROLES: dict[str, tuple[Callable[[], QWidget], QAccessible.Role]] = {
    "pain scale": (lambda: PainScale("Pain now"), QAccessible.Role.Slider),
    "timer ring": (lambda: TimerRing(200), QAccessible.Role.ProgressBar),
    "button": (lambda: Button("Sign"), QAccessible.Role.Button),
    "chip": (lambda: Chip("Heavy"), QAccessible.Role.CheckBox),
    "switch": (lambda: Switch("Exercise"), QAccessible.Role.CheckBox),
    "avatar": (lambda: Avatar("Noor Halvorsen"), QAccessible.Role.Graphic),
    "sparkline": (lambda: Sparkline("PEG"), QAccessible.Role.Graphic),
    "evidence": (EvidenceBar, QAccessible.Role.Graphic),
    "tongue": (TonguePicture, QAccessible.Role.Graphic),
    "body": (lambda: BodyChart(read_body()), QAccessible.Role.Graphic),
}


@pytest.mark.parametrize("part", ROLES)
def test_roles(qtbot: QtBot, part: str) -> None:
    make, role = ROLES[part]
    widget = make()
    qtbot.addWidget(widget)
    assert QAccessible.queryAccessibleInterface(widget).role() is role


def test_a_slider_and_a_ring_tell_their_value(qtbot: QtBot) -> None:
    scale, ring = PainScale("Pain now"), TimerRing(200)
    for widget in (scale, ring):
        qtbot.addWidget(widget)
    scale.show_answer(4)
    ring.show_face(TimerFace("Room 2", 372, 1200))
    values = [QAccessible.queryAccessibleInterface(widget).valueInterface() for widget in (scale, ring)]
    assert [int(value.currentValue()) for value in values] == [4, 372]

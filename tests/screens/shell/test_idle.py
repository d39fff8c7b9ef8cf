"""The PC locks itself when nobody uses it."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acuchart.clinic.clock import HandClock
from acuchart.screens.shell.idle import IdleWatch
from tests.helpers.records import MORNING

MINUTE = timedelta(minutes=1)


class Watched:
    def __init__(self, qapp: QApplication) -> None:
        self.clock, self.locks, self.busy = HandClock(MORNING), 0, False
        self.idle = IdleWatch(qapp, self.clock, self._lock, lambda: self.busy)

    def _lock(self) -> None:
        self.locks += 1


def test_it_locks_once_after_the_minutes(qapp: QApplication) -> None:
    watched = Watched(qapp)
    watched.idle.start(5)
    watched.clock.forward(5 * MINUTE - timedelta(seconds=1))
    watched.idle.look()
    assert watched.locks == 0
    watched.clock.forward(timedelta(seconds=1))
    watched.idle.look()
    watched.idle.look()
    assert watched.locks == 1


def test_a_move_of_the_mouse_is_use(qapp: QApplication, qtbot: QtBot) -> None:
    watched, widget = Watched(qapp), QWidget()
    qtbot.addWidget(widget)
    watched.idle.start(1)
    watched.clock.forward(timedelta(seconds=59))
    at, none = QPointF(1, 1), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, move)
    watched.clock.forward(timedelta(seconds=59))
    watched.idle.look()
    assert watched.locks == 0


def test_a_clock_set_forward_does_not_lock(qapp: QApplication) -> None:
    watched = Watched(qapp)
    watched.idle.start(1)
    watched.clock.instant += 60 * MINUTE
    watched.idle.look()
    assert watched.locks == 0


def test_a_patient_with_the_form_is_use(qapp: QApplication) -> None:
    watched = Watched(qapp)
    watched.idle.start(1)
    watched.busy = True
    watched.clock.forward(30 * MINUTE)
    watched.idle.look()
    watched.busy = False
    watched.idle.look()
    assert watched.locks == 0


def test_nothing_locks_before_it_is_started_or_after_it_is_stopped(qapp: QApplication) -> None:
    watched = Watched(qapp)
    watched.clock.forward(30 * MINUTE)
    watched.idle.look()
    watched.idle.start(1)
    watched.idle.stop()
    watched.clock.forward(30 * MINUTE)
    watched.idle.look()
    assert watched.locks == 0

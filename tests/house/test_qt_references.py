"""What PySide6 does with references.

Some releases drop one to None, True or False at each call, until Python aborts. And an item of a layout that
Python has looked at outlives its widget: it is taken for the next item Qt makes at the same place, which dies
with the first layout, and whatever arranges it then ends the program.
"""

import ast
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.source import called, modules

TIMES = 2000
MAY_BE_LOST = 500
CONSTANTS = (None, True, False)


class Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.drawLine(0, 0, self.width(), self.height())
        painter.end()


class Bell(QObject):
    rung = Signal(bool, object)


def _repaints(widget: QWidget) -> None:
    sheet = QPixmap(widget.size())
    for _ in range(TIMES):
        widget.render(sheet)


def _property_reads(widget: QWidget) -> None:
    for _ in range(TIMES):
        widget.isVisible()
        widget.property("nothing")
        widget.parent()


def _signals(widget: QWidget) -> None:
    bell = Bell(widget)
    heard: list[bool] = []
    bell.rung.connect(lambda loud, _detail: heard.append(loud))
    for turn in range(TIMES):
        bell.rung.emit(turn % 2 == 0, None)
    assert len(heard) == TIMES


@pytest.mark.parametrize("work", [_repaints, _property_reads, _signals])
def test_references_are_kept(qtbot: QtBot, work: object) -> None:
    assert callable(work)
    widget = Painted()
    widget.resize(40, 40)
    qtbot.addWidget(widget)
    before = [sys.getrefcount(constant) for constant in CONSTANTS]
    work(widget)
    lost = [count - sys.getrefcount(constant) for count, constant in zip(before, CONSTANTS, strict=True)]
    assert max(lost) < MAY_BE_LOST


def test_nobody_looks_at_the_items_of_a_layout() -> None:
    looked = [
        f"{module.place}:{node.lineno}"
        for module in modules("acuchart")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called(node) in ("itemAt", "itemAtPosition")
    ]
    assert looked == []

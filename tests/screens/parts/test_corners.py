"""Windows of their own have round corners, also where nothing lies behind a corner that could be shown."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts import corners
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.segmented import Option


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What opens them."""
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    return shown


def made(host: QWidget, kind: str) -> QWidget:
    """A window of its own, on show."""
    if kind == "list":
        combo = Combo([Option("a", "One"), Option("b", "Two")], parent=host)
        combo.showPopup()
        return combo.view().window()
    if kind == "menu":
        menu = Menu(host)
        menu.addAction("One")
        menu.popup(QPoint(0, 0))
        return menu
    panel = Popover(width=200, parent=host)
    panel.show_under(host)
    return panel


@pytest.mark.parametrize("kind", ["list", "menu", "panel"])
def test_on_x_a_corner_is_cut_off_and_nothing_else(
    host: QWidget, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(corners, "see_through", lambda: False)
    window = made(host, kind)
    place = window.mask()
    assert not place.contains(QPoint(0, 0))
    assert not place.contains(window.rect().bottomRight())
    assert place.contains(QPoint(window.width() // 2, 0))
    assert place.contains(window.rect().center())
    window.close()


@pytest.mark.parametrize("kind", ["list", "menu", "panel"])
def test_elsewhere_they_are_left_as_they_are(host: QWidget, kind: str) -> None:
    window = made(host, kind)
    assert window.mask().isEmpty()
    window.close()

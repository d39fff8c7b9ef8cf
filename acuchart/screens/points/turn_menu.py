"""Which round a row belongs to, and how the patient lies in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acuchart.clinic.needling import POSITION_WORDS, Needling, Position
from acuchart.screens.parts.menu import Menu
from acuchart.screens.points.wishes import Turn
from acuchart.words import _

ROUNDS = (1, 2)
"""A session has one round, or two with the patient turning in between."""


def open_turn_menu(row: QWidget, needling: Needling, give: Callable[[Turn], None]) -> None:
    """Shows every round with every position; the one that holds is marked."""
    menu = Menu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number in ROUNDS:
        for position in Position:
            words = _("Round {n}, {position}").format(n=number, position=_(POSITION_WORDS[position]).lower())
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked((needling.round, needling.position) == (number, position))
            turn = Turn(number, position)
            action.triggered.connect(lambda _on=False, turn=turn: give(turn))
    menu.popup(row.mapToGlobal(row.rect().bottomLeft()))

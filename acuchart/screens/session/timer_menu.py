"""In which room a timer more is wanted: a heat lamp, moxa or cups."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text
from acuchart.screens.session.faces import RoomCardFace
from acuchart.words import _

_LOW = 6
"""More rooms than this would stand higher than the smallest window."""


class TimerMenu(Popover):
    """A timer belongs to a patient: the rooms where needles are in.

    Signals:
        wanted: the visit of the room.
    """

    wanted = Signal(object)

    def __init__(self, faces: Sequence[RoomCardFace], parent: QWidget) -> None:
        super().__init__(name="rooms.timer_menu", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(Text(_("Heat lamp, moxa or cups"), "label", "ink2"))
        grid = QGridLayout()
        grid.setSpacing(8)
        columns = 1 + (len(faces) > _LOW)
        for place, face in enumerate(faces):
            words = _("{room} · {name}").format(room=face.room, name=face.name)
            button = Button(words, size=Size.LARGE, name=f"rooms.timer.{face.key}")
            button.clicked.connect(partial(self._tell, face.visit_id))
            grid.addWidget(button, place // columns, place % columns)
        self.body.addLayout(grid)

    def _tell(self, visit_id: UUID, _on: bool = False) -> None:
        self.close()
        self.wanted.emit(visit_id)

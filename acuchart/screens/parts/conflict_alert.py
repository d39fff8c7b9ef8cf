"""The question which of two versions stays, where two windows changed the same thing."""

from PySide6.QtCore import Signal

from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.words import _


class ConflictAlert(Alert):
    """Hidden until there is something to choose, and again when a person has chosen.

    Signals:
        theirs_taken: what the other window wrote shall stand here.
        mine_kept: what stands here goes over it.
    """

    theirs_taken = Signal()
    mine_kept = Signal()

    def __init__(self, screen: str) -> None:
        super().__init__(AlertKind.CAUTION, "", name=f"{screen}.conflict")
        mine = Button(_("Keep what is here"), size=Size.SMALL, name=f"{screen}.keep_mine")
        theirs = Button(_("Show the other version"), size=Size.SMALL, name=f"{screen}.take_theirs")
        for button, chosen in ((mine, self.mine_kept), (theirs, self.theirs_taken)):
            button.clicked.connect(self.hide)
            button.clicked.connect(chosen)
            self.add_button(button)
        self.hide()

"""How wide the cells of a row are, and which of them a narrow table has no room for."""

from enum import StrEnum

WIDTHS = {
    "depth": 57,
    "angle": 48,
    "technique": 74,
    "de_qi": 82,
    "stimulation": 116,
    "more": 40,
    "remove": 40,
}
"""Of the cells after name and side, in px at standard text size."""
SIDE_WIDTH = 122
CELL_GAP = 0


class Room(StrEnum):
    """How much a row has room for."""

    ALL = "all"
    NARROW = "narrow"
    """Removing is in the list of the dots, and a key."""
    TIGHT = "tight"
    """So is the response sought."""

    @classmethod
    def of(cls, width: float) -> "Room":
        """For a table of this width at standard text size."""
        return cls.ALL if width >= 780 else cls.NARROW if width >= 640 else cls.TIGHT

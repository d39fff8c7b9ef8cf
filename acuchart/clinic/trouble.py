"""The one kind of error a person can act upon."""


class ChartTrouble(Exception):  # noqa: N818  # a trouble of the person's, not an error of the program
    """Something the person at the PC can put right.

    Attributes:
        sentence: One plain sentence, already translated, that says what to do. Nothing was changed.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(ChartTrouble):
    """The role of the person signed in does not include this act."""


class ChangedElsewhere(ChartTrouble):
    """The record was changed in another window since it was read; what was typed is kept on the screen."""

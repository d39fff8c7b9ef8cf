"""Figures of a table in cells of equal width, so that they stand under one another."""

from itertools import zip_longest

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from acuchart.documents.fonts import runs

DIGITS = "0123456789"


def cell_width(font: str, size: float) -> float:
    """Width of the widest digit, in points."""
    return max(float(stringWidth(digit, font, size)) for digit in DIGITS)


class Figures(Flowable):
    """A short figure such as "3", "10" or "2.5" on one line, each digit centred in an equal cell.

    The fonts have digits of unequal width, and reportlab cannot ask for their tabular form. Sizes in points.
    """

    def __init__(self, text: str, font: str, size: float, line: float, colour: Color) -> None:
        super().__init__()
        self.text = "".join(run.text for run in runs(text.strip(), font))
        self.font, self.size, self.line, self.colour = font, size, line, colour

    @property
    def _steps(self) -> list[tuple[str, float, float]]:
        """Each character with its own width and that of its cell."""
        cell = cell_width(self.font, self.size)
        widths = [(c, float(stringWidth(c, self.font, self.size))) for c in self.text]
        return [(c, own, cell if c in DIGITS else own) for c, own in widths]

    @property
    def drawn_width(self) -> float:
        """How wide it is, in points."""
        return sum(cell for _character, _own, cell in self._steps)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return available_width, self.line

    def draw(self) -> None:
        text = self.canv.beginText()
        text.setFont(self.font, self.size)
        text.setFillColor(self.colour)
        text.setTextOrigin(0, self.line - self.size)
        spare = [cell - own for _character, own, cell in self._steps]
        text.moveCursor(sum(spare[:1]) / 2, 0)
        # Space after a character centres it and the next one in their cells, and leaves the text one piece.
        for character, here, following in zip_longest(self.text, spare, spare[1:], fillvalue=0.0):
            text.setCharSpace((here + following) / 2)
            text.textOut(str(character))
        self.canv.drawText(text)

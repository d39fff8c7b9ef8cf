"""Lines to write on: for signatures, and for the answers of a blank form."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from acuchart.documents.columns import Columns
from acuchart.documents.ink import ink, px, styles
from acuchart.documents.typesetter import Typesetter


class WritingLine(Flowable):
    """A line with room above it to write, in points."""

    def __init__(self, room: float) -> None:
        super().__init__()
        self.room = room

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._wide = available_width
        return available_width, self.room

    def draw(self) -> None:
        self.canv.setStrokeColor(ink().writing_line)
        self.canv.setLineWidth(px(1.5))
        self.canv.line(0, 0, self._wide, 0)


def signature_lines(
    words: Sequence[str], shares: Sequence[float], width: float, room: float, setter: Typesetter
) -> Columns:
    """Lines side by side, each with the words below that say who signs.

    Args:
        words: Below each line.
        shares: How the width is shared among the lines.
        width: Of all with the gaps, in points.
        room: Above each line, in points.
        setter: Sets the words.
    """
    gap = px(48)
    inner = width - gap * (len(words) - 1)
    columns = [[WritingLine(room), setter.paragraph(word, styles().below_line)] for word in words]
    return Columns(columns, [inner * share / sum(shares) for share in shares], gap)

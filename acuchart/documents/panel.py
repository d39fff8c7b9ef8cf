"""A box with a border and a ground, so that it stands out in black and white too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from acuchart.documents.columns import Filling, Stretching, draw, fill
from acuchart.documents.ink import px


@dataclass(frozen=True, slots=True)
class Frame:
    """How a box looks; lengths in points."""

    ground: Color
    border: Color
    thickness: float = px(1.5)
    radius: float = px(16)
    across: float = px(28)
    down: float = px(24)


class Panel(Stretching):
    """Flowables in a box. It goes on over pages, in a box of its own on each, unless it is kept whole."""

    def __init__(
        self, content: Sequence[Flowable], frame: Frame, whole: bool = False, space_after: float = 0.0
    ) -> None:
        super().__init__()
        self.content = list(content)
        self.frame = frame
        self.whole = whole
        self.spaceAfter = space_after
        self._filling = Filling(())
        self._size = (0.0, 0.0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._filling = fill(self.content, available_width - 2 * self.frame.across)
        height = max(self._filling.height + 2 * self.frame.down, self.stretched)
        self._size = available_width, height
        return self._size

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        if self.whole:
            return []
        inner = available_height - 2 * self.frame.down
        filling = fill(self.content, available_width - 2 * self.frame.across, inner)
        if not filling.placed or not filling.rest:
            return []
        first = Panel([one.flowable for one in filling.placed], self.frame)
        return [first, Panel(filling.rest, self.frame, space_after=self.spaceAfter)]

    def draw(self) -> None:
        width, height = self._size
        self.canv.saveState()
        self.canv.setFillColor(self.frame.ground)
        self.canv.setStrokeColor(self.frame.border)
        self.canv.setLineWidth(self.frame.thickness)
        half = self.frame.thickness / 2
        self.canv.roundRect(
            half, half, width - 2 * half, height - 2 * half, self.frame.radius, stroke=1, fill=1
        )
        self.canv.restoreState()
        draw(self._filling, self.canv, self.frame.across, height - self.frame.down)


def narrow(frame: Frame) -> Frame:
    """The same box with little room inside, for a line or two."""
    return replace(frame, across=px(10), down=px(14), radius=px(14))

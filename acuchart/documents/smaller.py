"""Flowables drawn smaller than they are, so that a paper keeps to its pages."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from acuchart.documents.columns import Filling, draw, fill


class Smaller(Flowable):
    """Flowables drawn at a size that is not their own, set as wide as fits then."""

    def __init__(self, content: Sequence[Flowable], size: float) -> None:
        super().__init__()
        self._content = list(content)
        self._size = size
        self._filling = Filling(())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._filling = fill(self._content, available_width / self._size)
        return available_width, self._filling.height * self._size

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.scale(self._size, self._size)
        draw(self._filling, self.canv, 0.0, self._filling.height)
        self.canv.restoreState()

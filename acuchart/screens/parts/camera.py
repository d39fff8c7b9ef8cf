"""Which part of a sheet is seen, and how large. Knows no Qt."""

from dataclasses import dataclass, replace

MOST = 12.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Maps units of a sheet to px of a window.

    Attributes:
        sheet: Width and height of the sheet in units.
        window: Width and height of the window in px.
        zoom: 1 shows the whole sheet; at most 12.
        x: The place of the sheet, in units, in the middle of the window.
        y: Likewise.
    """

    sheet: tuple[float, float]
    window: tuple[float, float]
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def scale(self) -> float:
        """Px a unit."""
        fit = min(self.window[0] / max(1.0, self.sheet[0]), self.window[1] / max(1.0, self.sheet[1]))
        return max(fit, 1e-3) * self.zoom

    @property
    def corner(self) -> tuple[float, float]:
        """Where the top left corner of the sheet lies, in px."""
        return self.window[0] / 2 - self.x * self.scale, self.window[1] / 2 - self.y * self.scale

    @property
    def seen(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what is seen, in units."""
        left, top = self.to_sheet(0, 0)
        return left, top, self.window[0] / self.scale, self.window[1] / self.scale

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        """Return the px of a place of the sheet."""
        left, top = self.corner
        return left + x * self.scale, top + y * self.scale

    def to_sheet(self, px: float, py: float) -> tuple[float, float]:
        """Return the place of the sheet at a px."""
        left, top = self.corner
        return (px - left) / self.scale, (py - top) / self.scale

    def whole(self) -> "Camera":
        """Show the whole sheet."""
        return replace(self, zoom=1.0, x=self.sheet[0] / 2, y=self.sheet[1] / 2)

    def resized(self, width: float, height: float) -> "Camera":
        return replace(self, window=(width, height)).kept_on()

    def zoomed(self, factor: float, px: float, py: float) -> "Camera":
        """Enlarge about a px of the window, which keeps its place of the sheet."""
        x, y = self.to_sheet(px, py)
        zoom = max(1.0, min(MOST, self.zoom * factor))
        nearer = replace(self, zoom=zoom)
        dx, dy = (px - self.window[0] / 2) / nearer.scale, (py - self.window[1] / 2) / nearer.scale
        return replace(nearer, x=x - dx, y=y - dy).kept_on()

    def panned(self, dx: float, dy: float) -> "Camera":
        """Move what is seen by px."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale).kept_on()

    def onto(self, box: tuple[float, float, float, float], margin: float = 0.12) -> "Camera":
        """Show a box of the sheet (left, top, right, bottom) as large as it fits, with a margin around it."""
        left, top, right, bottom = box
        width, height = (right - left) * (1 + 2 * margin), (bottom - top) * (1 + 2 * margin)
        whole = replace(self, zoom=1.0).scale
        fit = min(self.window[0] / max(width, 1.0), self.window[1] / max(height, 1.0))
        zoom = max(1.0, min(MOST, fit / whole))
        return replace(self, zoom=zoom, x=(left + right) / 2, y=(top + bottom) / 2).kept_on()

    def kept_on(self) -> "Camera":
        """Keep the sheet in the window: centred where it is smaller, never pushed off where it is larger."""
        half_width, half_height = self.window[0] / self.scale / 2, self.window[1] / self.scale / 2
        x = _held(self.x, half_width, self.sheet[0])
        y = _held(self.y, half_height, self.sheet[1])
        return replace(self, x=x, y=y)


def _held(middle: float, half: float, length: float) -> float:
    return length / 2 if 2 * half >= length else max(half, min(length - half, middle))

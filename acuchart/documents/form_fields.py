"""The fields of a form that is filled on a screen: how they are named, and the drawing of each.

A field is named after the link id of its question, with slashes for dots, because a dot in the name of a PDF
field means a field within a field. A question with several answers has a box for each, named after the
answer too.
"""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from acuchart.documents.ink import ink, px

YES = "yes"
NO = "no"
LONGEST = 4000
"""Characters a field takes where the form sets no limit."""


def field_name(link_id: str) -> str:
    """The name of the field of a question."""
    return link_id.replace(".", "/")


def box_name(link_id: str, code: str) -> str:
    """The name of the box of one of several answers."""
    return f"{field_name(link_id)}/{code}"


@dataclass(frozen=True, slots=True)
class BoxField:
    """A box to click.

    Attributes:
        name: Shared by the boxes of which one excludes the others.
        value: What the field holds when this box is chosen; empty for a box that stands alone.
        words: Question and answer, for whoever hears the page.
    """

    name: str
    value: str
    words: str

    def draw(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        """Draws the field over the printed box whose lower left corner is there, in points."""
        if not self.value:
            self._draw_alone(canvas, x, y, size)
            return
        canvas.acroForm.radio(
            name=self.name,
            value=self.value,
            tooltip=self.words,
            x=round(x),
            y=round(y),
            size=round(size),
            relative=True,
            buttonStyle="check",
            shape="square",
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            textColor=ink().ink,
        )

    def _draw_alone(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        canvas.acroForm.checkbox(
            name=self.name,
            tooltip=self.words,
            x=round(x),
            y=round(y),
            size=round(size),
            relative=True,
            buttonStyle="check",
            shape="square",
            fieldFlags="",
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            textColor=ink().ink,
        )


@dataclass(frozen=True, slots=True)
class TextField:
    """A line or several to type into."""

    name: str
    words: str
    several: bool = False
    longest: int = LONGEST

    def draw(self, canvas: Canvas, width: float, height: float) -> None:
        """Draws the field with its lower left corner where the canvas is, in points."""
        canvas.acroForm.textfield(
            name=self.name,
            tooltip=self.words,
            width=round(width),
            height=round(height),
            fontSize=px(22),
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            textColor=ink().ink,
            fieldFlags="multiline" if self.several else "",
            maxlen=self.longest,
            relative=True,
        )

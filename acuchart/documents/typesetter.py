"""Setting words: from plain text to paragraphs, with a list of what could not be set."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from acuchart.documents.fonts import runs
from acuchart.documents.ink import ink, styles

DOT = "•"


class Typesetter:
    """Sets the words of one document.

    Attributes:
        missing: Characters that no font has, as they come up.
    """

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def markup(self, text: str, font: str) -> str:
        """The text as reportlab reads it, each stretch with a font that has its characters."""
        parts = []
        for run in runs(text.strip(), font):
            self.missing.update(run.missing)
            words = escape(run.text).replace("\n", "<br/>")
            parts.append(words if run.font == font else f'<font name="{run.font}">{words}</font>')
        return "".join(parts)

    def paragraph(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Words that wrap and go on over pages."""
        return Paragraph(self.markup(text, style.fontName), style)

    def small_label(self, text: str) -> Paragraph:
        """A short word centred under a picture."""
        return self.paragraph(text, styles().small_centred)

    def bullets(self, texts: Iterable[str], colour: Color | None = None) -> list[Flowable]:
        """A list with coloured dots."""
        dotted = styles().bullet.clone("dotted", bulletColor=colour or ink().jade)
        return [Paragraph(self.markup(text, dotted.fontName), dotted, bulletText=DOT) for text in texts]

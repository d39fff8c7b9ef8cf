"""Setting words: from plain text to paragraphs, with a list of what could not be set."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from acuchart.documents.fonts import Run, runs
from acuchart.documents.ink import ink, px, styles

DOT = "●"


class Typesetter:
    """Sets the words of one document.

    Attributes:
        missing: Characters that no font has, as they come up.
    """

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def paragraph(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
        """Words that wrap and go on over pages, after a bullet if there is one."""
        cut = runs(text.strip(), style.fontName)
        for run in cut:
            self.missing.update(run.missing)
        if any(run.script for run in cut):
            # Only here, so that papers in Latin letters are set as fast as they can be.
            style = style.clone("shaped", shaping=1)
        return Paragraph(markup(cut, style.fontName), style, bulletText=bullet)

    def small_label(self, text: str) -> Paragraph:
        """A short word centred under a picture."""
        return self.paragraph(text, styles().small_centred)

    def bullets(self, texts: Iterable[str], colour: Color | None = None) -> list[Flowable]:
        """A list with coloured dots."""
        dotted = styles().bullet.clone("dotted", bulletColor=colour or ink().jade)
        first = dotted.clone("first dotted", spaceBefore=px(13))
        return [self.paragraph(text, dotted if at else first, DOT) for at, text in enumerate(texts)]


def markup(cut: Sequence[Run], font: str) -> str:
    """Runs as reportlab reads them: what is not in `font` names its own."""
    parts: list[str] = []
    before: Run | None = None
    for run in cut:
        if before is not None and _must_part(before, run):
            parts.append(" ")
        words = escape(run.text).replace("\n", "<br/>")
        parts.append(words if run.font == font else f'<font name="{run.font}">{words}</font>')
        before = run
    return "".join(parts)


def _must_part(before: Run, after: Run) -> bool:
    """Whether two runs touch of which one is shaped: reportlab would take the font of the first for both."""
    touch = not before.text[-1:].isspace() and not after.text[:1].isspace()
    return touch and (before.script or after.script) is not None

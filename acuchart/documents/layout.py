"""Laying a story out on pages.

How many there are is known only in the end, while every foot names the number: it is guessed first, and the
story is laid out once more where the guess was wrong.
"""

import io
from collections.abc import Callable

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageTemplate

from acuchart.documents.fonts import REGULAR, register
from acuchart.documents.furniture import Furniture
from acuchart.documents.paper import Paper
from acuchart.documents.typesetter import Typesetter

USUAL_PAGES = 2

rl_config.useA85 = 0
"""Streams stay bytes: writing them as letters costs a quarter of the time and of the file."""

Story = Callable[[], list[Flowable]]
"""Makes the flowables afresh: reportlab uses each only once."""


def lay_out(story: Story, furniture: Furniture, setter: Typesetter, title: str, language: str) -> Paper:
    """The document.

    Args:
        story: Makes what the pages tell.
        furniture: What stands on each page.
        setter: The typesetter all words of both were set with.
        title: For the file's own description; never a patient's name.
        language: As in BCP 47, such as ``en``.
    """
    pdf, pages = _build(story(), furniture, USUAL_PAGES, title, language)
    if pages != USUAL_PAGES:
        pdf, pages = _build(story(), furniture, pages, title, language)
    return Paper(pdf, pages, tuple(sorted(setter.missing)))


def _build(
    story: list[Flowable], furniture: Furniture, pages: int, title: str, language: str
) -> tuple[bytes, int]:
    register()
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=furniture.page,
        title=title,
        author="AcuChart",
        creator="AcuChart",
        lang=language,
        invariant=1,
        initialFontName=REGULAR,
        displayDocTitle=True,
    )

    def draw(canvas: Canvas, template: BaseDocTemplate) -> None:
        furniture.draw(canvas, template.page, pages)

    place = furniture.frame
    frame = Frame(place.x, place.y, place.width, place.height, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=draw))
    document.build(story)
    return buffer.getvalue(), int(document.page)


class NewPageAfterFirst(ActionFlowable):
    """Ends the first page; on a later page the story just goes on."""

    def __init__(self) -> None:
        super().__init__()

    def apply(self, doc: BaseDocTemplate) -> None:
        """Called by reportlab when the story comes here."""
        if doc.page == 1:
            doc.handle_pageBreak()

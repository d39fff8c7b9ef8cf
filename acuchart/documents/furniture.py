"""What stands on every page, whatever its story is: letterhead, foot, page number and the mark of a draft."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import Letterhead
from acuchart.documents.columns import Filling, draw, fill
from acuchart.documents.fonts import DISPLAY, width
from acuchart.documents.ink import SIZES, ink, margin, px, styles
from acuchart.documents.mark import draw_head_picture, logo_width, read_logo
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

PICTURE = px(64)
PICTURE_GAP = px(20)
MOST_HEAD = px(220)
"""Height that clinic and address may each take, in points."""

MOST_FOOT = px(160)
"""Height of the foot's words, in points."""

FOOT_PART = 0.7
"""How much of the width the words of the foot may take; the rest is for the page number."""
ELLIPSIS = "…"
RIGHT_PART = 0.4
"""How much of the width the title at the right may take at most."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of the page, in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of head and foot.

    Attributes:
        title: What the paper is, at the right of the head.
        below_title: Such as date and version.
        foot: At the left of the foot.
        page_words: With the fields ``page`` and ``pages``; empty for "Page 1 of 2".
    """

    title: str
    below_title: str
    foot: str
    page_words: str = ""
    draft: bool = False


class Furniture:
    """Head and foot, set once and drawn on each page; long words make them grow and the story's frame shrink.

    Attributes:
        frame: Where the story goes.
    """

    def __init__(self, letterhead: Letterhead, size: Size, heading: Heading, setter: Typesetter) -> None:
        self.page = SIZES[size]
        self._heading = heading
        self._setter = setter
        self._logo: ImageReader | None = read_logo(letterhead.logo) if letterhead.logo else None
        self._right_across = self._needed_right()
        self._right = self._set_right()
        self._left = self._set_left(letterhead)
        self._foot = self._set_foot(heading.foot)
        self.frame = self._frame()

    @property
    def _across(self) -> float:
        return self.page[0] - margin().left - margin().right

    @property
    def _text_left(self) -> float:
        return logo_width(self._logo, PICTURE) + PICTURE_GAP

    def _set_left(self, letterhead: Letterhead) -> Filling:
        across = self._across - self._right_across - self._text_left - PICTURE_GAP
        name = self._set_head(letterhead.clinic, styles().clinic, across)
        return fill([name, self._set_head(letterhead.line, styles().line, across)], across)

    def _set_head(self, words: str, style: ParagraphStyle, across: float) -> Paragraph:
        """Words of the head; where they are without end the first are kept."""
        paragraph = self._setter.paragraph(words, style)
        if paragraph.wrap(across, 0)[1] <= MOST_HEAD:
            return paragraph
        return self._set_head(words[: -(len(words) // 5 + 2)] + ELLIPSIS, style, across)

    def _set_right(self) -> Filling:
        across = self._right_across
        title = self._set_head(self._heading.title, styles().title, across)
        return fill([title, self._set_head(self._heading.below_title, styles().line_right, across)], across)

    def _set_foot(self, words: str) -> Filling:
        """The foot; of words without end the last are kept, which say when the patient was born."""
        filling = fill([self._setter.paragraph(words, styles().small)], self._across * FOOT_PART)
        if filling.height <= MOST_FOOT:
            return filling
        return self._set_foot(ELLIPSIS + words[len(words) // 5 + 1 :])

    def _needed_right(self) -> float:
        lines = ((self._heading.title, styles().title), (self._heading.below_title, styles().line_right))
        widest = max(width(words, style.fontName, style.fontSize) for words, style in lines)
        return min(widest + px(2), self._across * RIGHT_PART)

    @property
    def _head_rule(self) -> float:
        """Height of the head's rule above the lower edge of the page."""
        head = max(PICTURE, self._left.height, self._right.height)
        return self.page[1] - margin().top - head - px(30)

    @property
    def _foot_rule(self) -> float:
        return margin().bottom - px(7) + self._foot.height + px(14)

    def _frame(self) -> Rectangle:
        top = self._head_rule - px(32)
        bottom = self._foot_rule + px(16)
        return Rectangle(margin().left, bottom, self._across, top - bottom)

    def draw(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draws all of it on a page; `page` counts from 1."""
        canvas.saveState()
        if self._heading.draft:
            self._draw_draft(canvas)
        self._draw_head(canvas)
        self._draw_foot(canvas, page, pages)
        canvas.restoreState()

    def _draw_head(self, canvas: Canvas) -> None:
        left, top = margin().left, self.page[1] - margin().top
        draw_head_picture(canvas, self._logo, left, top - PICTURE, PICTURE)
        draw(self._left, canvas, left + self._text_left, top)
        draw(self._right, canvas, left + self._across - self._right_across, top)
        canvas.setStrokeColor(ink().jade)
        canvas.setLineWidth(px(2))
        canvas.line(left, self._head_rule, left + self._across, self._head_rule)

    def _draw_foot(self, canvas: Canvas, page: int, pages: int) -> None:
        left, top = margin().left, self._foot_rule - px(14)
        canvas.setStrokeColor(ink().line)
        canvas.setLineWidth(px(1.5))
        canvas.line(left, self._foot_rule, left + self._across, self._foot_rule)
        draw(self._foot, canvas, left, top)
        number = fill([self._page_number(page, pages)], self._across * (1 - FOOT_PART))
        draw(number, canvas, left + self._across * FOOT_PART, top)

    def _page_number(self, page: int, pages: int) -> Paragraph:
        words = self._heading.page_words or _("Page {page} of {pages}")
        return self._setter.paragraph(words.format(page=page, pages=pages), styles().small_right)

    def _draw_draft(self, canvas: Canvas) -> None:
        """The word from corner to corner, in outline, so that the text over it stays legible."""
        word, size = _("Draft"), px(360)
        canvas.saveState()
        canvas.translate(self.page[0] / 2, self.page[1] / 2)
        canvas.rotate(55)
        canvas.setStrokeColor(ink().line)
        canvas.setLineWidth(px(3))
        canvas.setFont(DISPLAY, size)
        canvas.drawString(-width(word, DISPLAY, size) / 2, -size * 0.35, word, mode=1)
        canvas.restoreState()

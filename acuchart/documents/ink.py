"""What paper looks like: colours, sizes and text styles, made from the print tokens of the theme.

The design is drawn at 150 dots to the inch; `px` turns its pixels into points, reportlab's unit.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle

from acuchart.clinic.details import Paper as Size
from acuchart.documents import fonts
from acuchart.resources import resource

POINTS_PER_PIXEL = 72 / 150
DOT_INDENT = 25 * POINTS_PER_PIXEL
"""How far the words of a list stand in, in points."""

DOT_SIZE = 12.5 * POINTS_PER_PIXEL
"""Size of the dot before the words of a list, three quarters of it across, in points."""

SIZES = {Size.A4: A4, Size.LETTER: LETTER}


def px(pixels: float) -> float:
    """Design pixels in points."""
    return pixels * POINTS_PER_PIXEL


@dataclass(frozen=True, slots=True)
class Margin:
    """Empty edges of the page, in points."""

    top: float
    left: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by their token names; all of them keep their contrast in grey."""

    ink: Color
    ink2: Color
    line: Color
    jade: Color
    jade_tint: Color
    jade_line: Color
    panel: Color
    ochre: Color
    ochre_text: Color
    ochre_tint: Color
    ochre_line: Color
    cinnabar: Color
    cinnabar_tint: Color
    box_line: Color
    writing_line: Color
    body: Color
    body_line: Color
    page: Color


@cache
def _tokens() -> dict[str, dict[str, dict[str, object]]]:
    tokens: dict[str, dict[str, dict[str, object]]] = json.loads(
        resource("styles", "tokens.json").read_text(encoding="utf-8")
    )
    return tokens


@cache
def ink() -> Ink:
    """The colours."""
    paper = {name: HexColor(str(value)) for name, value in _print("color").items()}
    light = {name: HexColor(str(value)[:7]) for name, value in _tokens()["color"]["light"].items()}
    return Ink(
        ink=paper["ink"],
        ink2=paper["ink2"],
        line=paper["line"],
        jade=paper["jade"],
        jade_tint=paper["jadeTint"],
        jade_line=light["jadeLine"],
        panel=paper["panel"],
        ochre=light["ochre"],
        ochre_text=paper["ochreText"],
        ochre_tint=paper["ochreTint"],
        ochre_line=light["ochreLine"],
        cinnabar=paper["cinnabar"],
        cinnabar_tint=paper["cinnabarTint"],
        box_line=light["ink3"],
        writing_line=light["control"],
        body=light["silhouette"],
        body_line=light["silhouetteLine"],
        page=light["page"],
    )


@cache
def pain_paint() -> tuple[Color, Color, Color]:
    """The colours of painted pain: a little, medium, strong."""
    paint = _tokens()["domain"]["painPaint"]
    hue = HexColor(str(paint["hue"]))
    shades = [_number(paint[name]) for name in ("little", "medium", "strong")]
    little, medium, strong = (Color(hue.red, hue.green, hue.blue, alpha=shade) for shade in shades)
    return little, medium, strong


def _print(part: str) -> dict[str, object]:
    return _tokens()["print"][part]


@cache
def margin() -> Margin:
    """The edges of every page."""
    edges = {name: px(_number(value)) for name, value in _print("margin").items()}
    return Margin(**edges)


def _number(value: object) -> float:
    return float(str(value))


def _measured(name: str) -> tuple[float, float]:
    """Size and line height of a kind of text, in points."""
    kind = _print(name)
    return px(_number(kind["size"])), px(_number(kind["line"]))


def style(
    name: str,
    measure: tuple[float, float],
    font: str = fonts.REGULAR,
    colour: Color | None = None,
    *,
    align: Literal[0, 1, 2, 4] = TA_LEFT,
    before: float = 0.0,
    after: float = 0.0,
    keep: bool = False,
) -> ParagraphStyle:
    """A text style.

    Args:
        name: For error messages.
        measure: Size and line height, in points.
        font: Name of a registered font.
        colour: That of ink unless given.
        align: One of reportlab's alignments.
        before: Empty height before, in points; dropped at the top of a page or column.
        after: Empty height after, in points.
        keep: Whether it must not stand alone at the foot of a page.
    """
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=measure[0],
        leading=measure[1],
        textColor=colour or ink().ink,
        alignment=align,
        spaceBefore=before,
        spaceAfter=after,
        keepWithNext=int(keep),
        bulletFontName=font,
        splitLongWords=1,
    )


@dataclass(frozen=True, slots=True)
class Styles:
    """The text styles of all papers."""

    name: ParagraphStyle
    intro: ParagraphStyle
    heading: ParagraphStyle
    card_heading: ParagraphStyle
    body: ParagraphStyle
    strong: ParagraphStyle
    card: ParagraphStyle
    small: ParagraphStyle
    small_right: ParagraphStyle
    small_centred: ParagraphStyle
    line: ParagraphStyle
    line_right: ParagraphStyle
    clinic: ParagraphStyle
    title: ParagraphStyle
    visit_date: ParagraphStyle
    visit_words: ParagraphStyle
    schedule: ParagraphStyle
    after: ParagraphStyle
    below_line: ParagraphStyle
    question: ParagraphStyle
    answer: ParagraphStyle
    given: ParagraphStyle
    open: ParagraphStyle
    hint: ParagraphStyle
    detail: ParagraphStyle
    bullet: ParagraphStyle


@cache
def styles() -> Styles:
    """The text styles."""
    fonts.register()
    body, small, head = _measured("body"), _measured("small"), _measured("heading")
    line = px(20), px(28)
    grey, plain, bold, display = ink().ink2, fonts.REGULAR, fonts.SEMIBOLD, fonts.DISPLAY
    return Styles(
        name=style("name", _measured("name"), display, keep=True),
        intro=style("intro", (px(25), px(36)), plain, grey, before=px(4)),
        heading=style("heading", head, display, after=px(8), keep=True),
        card_heading=style("card heading", (px(24), px(32)), display, after=px(6), keep=True),
        body=style("body", body),
        strong=style("strong", body, bold),
        card=style("card", (px(21), px(31))),
        small=style("small", small, plain, grey),
        small_right=style("small right", small, plain, grey, align=TA_RIGHT),
        small_centred=style("small centred", (small[0], px(28)), plain, grey, align=TA_CENTER),
        line=style("line", line, plain, grey),
        line_right=style("line right", line, plain, grey, align=TA_RIGHT),
        clinic=style("clinic", (head[0], px(36)), display),
        title=style("title", (px(24), px(32)), bold, align=TA_RIGHT),
        visit_date=style("visit date", (px(21), px(28)), bold, align=TA_CENTER),
        visit_words=style("visit words", small, plain, grey, align=TA_CENTER),
        schedule=style("schedule", body, plain, grey, after=px(12), keep=True),
        after=style("after", small, plain, grey, before=px(8)),
        below_line=style("below line", small, plain, grey, before=px(10)),
        question=style("question", (px(23), px(32)), bold, before=px(16), after=px(6), keep=True),
        answer=style("answer", (px(21), px(29))),
        detail=style("detail", (px(21), px(36)), plain, grey),
        given=style("given", (px(21), px(29)), bold),
        open=style("open", (px(21), px(29)), plain, grey),
        hint=style("hint", small, plain, grey, after=px(6), keep=True),
        bullet=style("bullet", body, after=px(9)).clone(
            "dotted",
            leftIndent=DOT_INDENT,
            bulletFontSize=DOT_SIZE,
            # At the middle of small letters.
            bulletOffsetY=px(2),
            bulletAnchor="end",
            bulletIndent=px(10.5),
        ),
    )

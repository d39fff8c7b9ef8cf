"""Reading a finished PDF back: its words, its fonts and where its ink is."""

import io
from collections.abc import Iterable

import pypdfium2
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

DOTS_PER_POINT = 1.0


def texts(pdf: bytes) -> list[str]:
    """The words of each page, every space one blank."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def solid(text: str) -> str:
    """Without spaces: lines may break anywhere in a long word."""
    return "".join(text.split())


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in whole points."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return [(round(float(box.width)), round(float(box.height))) for box in boxes]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font of the file, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        named = page["/Resources"].get_object()
        assert isinstance(named, DictionaryObject)
        listed = named["/Font"].get_object()
        assert isinstance(listed, DictionaryObject)
        for font in listed.values():
            about = font.get_object()
            inside = about["/FontDescriptor"].get_object() if "/FontDescriptor" in about else {}
            found[str(about["/BaseFont"])] = "/FontFile2" in inside
    return found


def shapes(pdf: bytes) -> dict[str, int]:
    """How many shapes with an outline the file carries of each embedded font, by the name of its family."""
    found: dict[str, int] = {}
    reader = PdfReader(io.BytesIO(pdf))
    for number in range(1, len(reader.xref[0]) + 1):
        described = reader.get_object(number)
        if isinstance(described, DictionaryObject) and "/FontFile2" in described:
            file = described["/FontFile2"].get_object()
            assert isinstance(file, StreamObject)
            cut = TTFont(io.BytesIO(file.get_data()))
            family = str(described["/FontName"]).partition("+")[2].partition("-")[0]
            outlined = sum(1 for name in cut.getGlyphOrder() if cut["glyf"][name].numberOfContours)
            found[family] = found.get(family, 0) + outlined
    return found


def pictures(pdf: bytes) -> list[Image.Image]:
    """Each page in grey, one dot to the point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DOTS_PER_POINT).to_pil().convert("L") for page in document]
    finally:
        document.close()


def ink_box(page: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all that is not white, in points."""
    box = ImageChops.invert(page).getbbox()
    assert box is not None, "the page is empty"
    return box


def within(pdf: bytes, edges: tuple[float, float, float, float]) -> bool:
    """Whether all pages keep their left, top, right and bottom edges (in points) white."""
    left, top, right, bottom = edges
    return all(_keeps(page, left, top, right, bottom) for page in pictures(pdf))


def _keeps(page: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    box = ink_box(page)
    return (
        box[0] >= left - 1
        and box[1] >= top - 1
        and box[2] <= page.width - right + 1
        and box[3] <= page.height - bottom + 1
    )


def all_there(pdf: bytes, words: Iterable[str]) -> list[str]:
    """The words that cannot be found in the text of the file."""
    text = solid("".join(texts(pdf)))
    return [word for word in words if solid(word) not in text]

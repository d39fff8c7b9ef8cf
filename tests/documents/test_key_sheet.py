import io

import pytest
from pypdf import PdfReader

from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import KeySheet
from acuchart.documents.ink import margin
from acuchart.documents.key_sheet import draw_key_sheet
from tests.helpers.pdf_pages import fonts, texts, within
from tests.helpers.plan_sheets import LETTERHEAD

GROUPS = ("7K2QD", "M0W9X", "4TZ8R", "B61CV", "9YH3E", "QQ0PA", "5N7SG", "JX2F4")
EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)


def sheet(size: Size = Size.A4) -> KeySheet:
    return KeySheet(LETTERHEAD, size, GROUPS, "20 November 2026")


@pytest.mark.parametrize("size", Size)
def test_the_key_stands_on_one_page(size: Size) -> None:
    paper = draw_key_sheet(sheet(size))
    (page,) = texts(paper.pdf)
    assert paper.pages == 1
    assert within(paper.pdf, EDGES)
    for number, group in enumerate(GROUPS, start=1):
        assert f"Group {number} {group}" in page
    assert "20 November 2026" in page
    assert "Page 1 of 1" in page


def test_groups_stand_in_their_order() -> None:
    (page,) = texts(draw_key_sheet(sheet()).pdf)
    assert [page.index(group) for group in GROUPS] == sorted(page.index(group) for group in GROUPS)


def test_it_says_what_it_opens_and_what_it_does_not_protect_against() -> None:
    (page,) = texts(draw_key_sheet(sheet()).pdf)
    for words in (
        "How to keep it",
        "What it opens",
        "lost or stolen PC",
        "knows how to use programming tools",
    ):
        assert words in page


def test_the_file_names_no_group_and_embeds_its_fonts() -> None:
    paper = draw_key_sheet(sheet())
    about = PdfReader(io.BytesIO(paper.pdf)).metadata
    assert about is not None
    assert not any(group in str(value) for group in GROUPS for value in about.values())
    assert all(fonts(paper.pdf).values())


def test_the_same_key_gives_the_same_bytes() -> None:
    assert draw_key_sheet(sheet()).pdf == draw_key_sheet(sheet()).pdf


@pytest.mark.usefixtures("pseudo_language")
def test_longer_languages_stay_on_the_sheet() -> None:
    assert within(draw_key_sheet(sheet()).pdf, EDGES)

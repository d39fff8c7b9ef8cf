"""The aftercare slip as paper: every word of it, on one page as long as that can be read."""

from dataclasses import replace

import pytest

from acuchart.clinic.aftercare_sheet import AftercareSheet
from acuchart.clinic.details import Paper as Size
from acuchart.documents.aftercare import draw_slip
from acuchart.documents.ink import margin
from tests.helpers.pdf_pages import all_there, fonts, page_sizes, texts, within
from tests.helpers.plan_sheets import LETTERHEAD

EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)
SHEET = AftercareSheet(
    letterhead=LETTERHEAD,
    paper=Size.A4,
    date="20 November 2026",
    patient_name="Mara Ellison",
    born="born 2 Apr 1985",
    foot="Mara Ellison · born 2 Apr 1985 · A-0148",
    done=("7 fine needles at the knee, for 20 minutes.",),
    chest=("Watch for pain in the chest.", "Ring the emergency services."),
    normal=("A small bruise is common and fades.",),
    left_in=("1 needle at ST36: comes out on Tuesday 24 November.",),
    care=("Leave the needle alone.",),
    straight_away=("Bleeding that does not stop",),
    same_day=("Fever",),
    same_day_by="midwife or doctor",
    follow_up=("Ring us, 555 0100.",),
)


def words_of(sheet: AftercareSheet) -> list[str]:
    lists = (sheet.done, sheet.chest, sheet.normal, sheet.left_in, sheet.care, sheet.straight_away)
    lines = [line for texts_ in lists for line in texts_]
    return [sheet.patient_name, sheet.born, sheet.foot, *lines, *sheet.same_day, *sheet.follow_up]


@pytest.mark.parametrize(("size", "points"), [(Size.A4, (595, 842)), (Size.LETTER, (612, 792))])
def test_every_word_stands_on_one_page_of_either_size(size: Size, points: tuple[int, int]) -> None:
    paper = draw_slip(replace(SHEET, paper=size))
    assert page_sizes(paper.pdf) == [points]
    assert (paper.pages, paper.missing) == (1, ())
    assert all_there(paper.pdf, words_of(SHEET)) == []
    assert within(paper.pdf, EDGES)
    assert all(fonts(paper.pdf).values())


def test_the_warning_of_the_lung_stands_above_all_else() -> None:
    (page,) = texts(draw_slip(SHEET).pdf)
    assert page.index("near the lung") < page.index("What was done today")
    (plain,) = texts(draw_slip(replace(SHEET, chest=())).pdf)
    assert "near the lung" not in plain


@pytest.mark.parametrize("lines", [12, 20, 24])
def test_more_words_are_set_smaller_and_none_is_lost(lines: int) -> None:
    longer = replace(SHEET, same_day=tuple(f"Sign number {n} of many that may come" for n in range(lines)))
    paper = draw_slip(longer)
    assert paper.pages == 1
    assert all_there(paper.pdf, words_of(longer)) == []
    assert within(paper.pdf, EDGES)


def test_what_would_be_too_small_to_read_runs_onto_a_second_page() -> None:
    endless = replace(SHEET, follow_up=tuple(f"Line {n} of what comes next" for n in range(90)))
    paper = draw_slip(endless)
    assert paper.pages > 1
    assert all_there(paper.pdf, words_of(endless)) == []
    assert within(paper.pdf, EDGES)


def test_empty_parts_leave_their_headings_out() -> None:
    bare = replace(SHEET, chest=(), normal=(), left_in=(), care=(), straight_away=(), same_day=())
    (page,) = texts(draw_slip(bare).pdf)
    for heading in ("near the lung", "Normal afterwards", "What stays in", "When to seek help"):
        assert heading not in page


def test_a_draft_says_so_and_the_same_sheet_gives_the_same_bytes() -> None:
    assert "Draft" in texts(draw_slip(replace(SHEET, draft=True)).pdf)[0]
    assert draw_slip(SHEET).pdf == draw_slip(SHEET).pdf

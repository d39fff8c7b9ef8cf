"""Whatever people write: nothing leaves the page, nothing is lost, and more words make more pages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import GoalLine, SelfCare, VisitBox
from acuchart.documents.fonts import runs
from acuchart.documents.ink import margin
from acuchart.documents.plan import draw_plan
from acuchart.knowledge.body import read_body
from tests.helpers.pdf_pages import solid, texts, within
from tests.helpers.plan_sheets import full_sheet

EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)
BODY: Body = read_body()

LETTERS = st.sampled_from("abcdeimnoßéłŘЖωầ足三里穴艾灸ま&<>\"'/\\{}%·…—سनम𠮷\u200b\u202e\n\t-")
WORD = st.text(LETTERS, min_size=1, max_size=12) | st.just("Donaudampfschifffahrt" * 9) | st.just("足" * 70)
TEXT = st.lists(WORD, min_size=1, max_size=25).map(" ".join)
TEXTS = st.lists(TEXT, max_size=6).map(tuple)
SHORT = st.text(LETTERS, max_size=25)


def printed(text: str) -> str:
    """The text as paper shows it, without spaces, and without letters whose shapes can't be read back."""
    return solid("".join(run.text for run in runs(text) if run.script is None))


@settings(max_examples=15, deadline=None)
@given(
    size=st.sampled_from(Size),
    name=TEXT,
    texts_=st.tuples(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS),
    goals=st.lists(st.builds(GoalLine, TEXT, SHORT, SHORT, SHORT, SHORT), max_size=6).map(tuple),
    cards=st.lists(st.builds(SelfCare, SHORT, TEXT), max_size=4).map(tuple),
    visits=st.lists(st.builds(VisitBox, SHORT, SHORT, st.booleans()), max_size=12).map(tuple),
)
def test_nothing_leaves_the_page_and_nothing_is_lost(
    size: Size,
    name: str,
    texts_: tuple[tuple[str, ...], ...],
    goals: tuple[GoalLine, ...],
    cards: tuple[SelfCare, ...],
    visits: tuple[VisitBox, ...],
) -> None:
    what, expect, tell, straight, same = texts_
    sheet = replace(
        full_sheet(),
        paper=size,
        patient_name=name,
        foot=f"{name} · born 2 Apr 1985 · A-0148",
        what_we_do=what,
        expect=expect,
        tell_us=tell,
        straight_away=straight,
        same_day=same,
        goals=goals,
        self_care=cards,
        visits=visits,
    )
    paper = draw_plan(sheet, BODY)
    assert within(paper.pdf, EDGES)
    found = sorted(solid("".join(texts(paper.pdf))))
    for text in (name, *what, *expect, *tell, *straight, *same):
        wanted = printed(text)
        assert all(found.count(letter) >= wanted.count(letter) for letter in set(wanted))


@pytest.mark.parametrize("size", Size)
def test_more_words_make_more_pages(size: Size) -> None:
    words = "Something worth saying to the patient in so many words. " * 40
    sheets = [replace(full_sheet(), paper=size, intro=words * times) for times in (1, 2, 6)]
    pages = [draw_plan(sheet, BODY).pages for sheet in sheets]
    assert pages == sorted(set(pages))

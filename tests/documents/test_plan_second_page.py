"""The second page of a plan is set closer and smaller, in steps, before anything goes onto a third."""

from dataclasses import replace

import pytest

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.documents.ink import margin, styles
from acuchart.documents.plan import draw_plan
from acuchart.documents.plan_second import STEPS, second_page
from acuchart.documents.smaller import Smaller
from acuchart.documents.typesetter import Typesetter
from tests.documents.test_plan_paper import words_of
from tests.helpers.pdf_pages import all_there, texts, within
from tests.helpers.plan_sheets import full_sheet, several_risks

EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)


@pytest.mark.parametrize("size", Size)
def test_the_plan_of_a_patient_with_several_risks_keeps_to_two_pages(size: Size, body: Body) -> None:
    sheet = replace(several_risks(), paper=size)
    paper = draw_plan(sheet, body)
    assert paper.pages == 2
    assert "Your consent" in texts(paper.pdf)[1]
    assert all_there(paper.pdf, words_of(sheet)) == []
    assert within(paper.pdf, EDGES)


@pytest.mark.parametrize("size", Size)
def test_what_fits_is_set_as_usual(size: Size, body: Body) -> None:
    page = second_page(replace(full_sheet(), paper=size), 440, 640, Typesetter())
    assert not any(isinstance(part, Smaller) for part in page)


@pytest.mark.parametrize("size", Size)
def test_what_fits_at_no_step_goes_on_as_usual_on_a_third_page(size: Size, body: Body) -> None:
    sheet = replace(several_risks(), paper=size, expect=several_risks().expect * 5)
    paper = draw_plan(sheet, body)
    assert paper.pages == 3
    assert all_there(paper.pdf, words_of(sheet)) == []
    assert "Your consent" in texts(paper.pdf)[2]


def test_below_a_first_page_that_runs_over_nothing_is_made_smaller(body: Body) -> None:
    sheet = replace(several_risks(), what_we_do=several_risks().what_we_do * 9)
    paper = draw_plan(sheet, body)
    assert paper.pages > 2
    assert all_there(paper.pdf, words_of(sheet)) == []


def test_the_steps_only_get_closer_and_stay_readable() -> None:
    assert list(STEPS) == sorted(STEPS, key=lambda step: (step.size, step.room), reverse=True)
    smallest = min(step.size for step in STEPS)
    assert styles().body.fontSize * smallest > 9
    assert styles().card.fontSize * smallest > 8

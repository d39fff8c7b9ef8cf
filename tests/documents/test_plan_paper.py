import io
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import BodyPicture, Figure, GoalLine, Letterhead, PlanSheet, SelfCare, VisitBox
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.ink import margin
from acuchart.documents.plan import draw_plan
from tests.helpers.pdf_pages import all_there, fonts, page_sizes, pictures, shapes, texts, within
from tests.helpers.plan_sheets import KNEES, LETTERHEAD, full_sheet

EDGES = (margin().left, margin().top, margin().right, margin().bottom - 4)
EMPTY = replace(
    full_sheet(),
    goals=(),
    what_we_do=(),
    visits=(),
    self_care=(),
    expect=(),
    tell_us=(),
    straight_away=(),
    same_day=(),
    intro="",
    schedule="",
    visits_foot="",
    consent="",
    picture=None,
)


def words_of(sheet: PlanSheet) -> list[str]:
    """Every text of a sheet that must be found on its paper."""
    goals = [
        part for goal in sheet.goals for part in (goal.words, goal.measure, goal.first, goal.now, goal.aim)
    ]
    visits = [part for visit in sheet.visits for part in (visit.date, visit.words)]
    cards = [part for card in sheet.self_care if card.shown for part in (card.title, card.words)]
    lists = (*sheet.what_we_do, *sheet.expect, *sheet.tell_us, *sheet.straight_away, *sheet.same_day)
    single = (sheet.patient_name, sheet.intro, sheet.schedule, sheet.visits_foot, sheet.consent)
    return [*goals, *visits, *cards, *lists, *single]


@pytest.mark.parametrize(("size", "points"), [(Size.A4, (595, 842)), (Size.LETTER, (612, 792))])
def test_plan_fills_two_pages_of_either_size(size: Size, points: tuple[int, int], body: Body) -> None:
    paper = draw_plan(replace(full_sheet(), paper=size), body)
    assert page_sizes(paper.pdf) == [points, points]
    assert paper.pages == 2
    assert paper.missing == ()
    assert all_there(paper.pdf, words_of(full_sheet())) == []
    assert within(paper.pdf, EDGES)


def test_the_second_page_begins_between_visits(body: Body) -> None:
    first, second = texts(draw_plan(full_sheet(), body).pdf)
    assert "All visits at 14:15" in first
    assert "Between visits" not in first
    assert "Between visits" in second
    assert "Your consent" in second


def test_every_page_says_whose_it_is_and_how_many_there_are(body: Body) -> None:
    long = replace(full_sheet(), expect=tuple(f"Line {n} of many. " * 9 for n in range(30)))
    paper = draw_plan(long, body)
    pages = texts(paper.pdf)
    assert paper.pages == len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Mara Ellison · born 2 Apr 1985 · A-0148" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Jade Court Clinic" in page
        assert "20 November 2026 · version 2" in page


def test_the_same_sheet_gives_the_same_bytes(body: Body) -> None:
    assert draw_plan(full_sheet(), body).pdf == draw_plan(full_sheet(), body).pdf


def test_another_word_gives_other_bytes(body: Body) -> None:
    assert draw_plan(replace(full_sheet(), intro="x"), body).pdf != draw_plan(full_sheet(), body).pdf


def test_the_file_says_nothing_of_the_patient(body: Body) -> None:
    reader = PdfReader(io.BytesIO(draw_plan(full_sheet(), body).pdf))
    assert reader.metadata is not None
    about = {key: str(value) for key, value in reader.metadata.items()}
    assert about["/Title"] == "Treatment plan"
    assert not any("Ellison" in value or "Mara" in value for value in about.values())
    assert str(reader.root_object["/Lang"]) == "en"


def test_hanzi_are_embedded_and_no_font_of_the_machine_is_used(body: Body) -> None:
    paper = draw_plan(replace(full_sheet(), what_we_do=("Needles at ST36 Zusanli 足三里",)), body)
    found = fonts(paper.pdf)
    assert any("DroidSansFallback" in name for name in found)
    assert all(found.values()), found
    assert "足三里" in texts(paper.pdf)[0]


def test_a_name_no_font_can_write_is_marked_and_told(body: Body) -> None:
    paper = draw_plan(replace(full_sheet(), patient_name="𠮷𠮷"), body)
    assert paper.missing == ("𠮷",)
    assert "□□" in texts(paper.pdf)[0]


def test_a_name_from_right_to_left_is_written_in_joined_letters(body: Body) -> None:
    paper = draw_plan(replace(full_sheet(), patient_name="سارة علي"), body)
    assert paper.missing == ()
    assert shapes(paper.pdf)["NotoSansArabic"] >= len("سارةعلي")


def test_a_draft_says_so_on_every_page(body: Body) -> None:
    draft = texts(draw_plan(replace(full_sheet(), draft=True), body).pdf)
    assert all("Draft" in page for page in draft)
    assert not any("Draft" in page for page in texts(draw_plan(full_sheet(), body).pdf))


def test_a_plan_without_anything_is_one_page_without_empty_headings(body: Body) -> None:
    paper = draw_plan(EMPTY, body)
    (page,) = texts(paper.pdf)
    assert paper.pages == 1
    assert "Mara Ellison" in page
    for heading in ("Your goals", "Your visits", "Between visits", "When to seek help", "Your consent"):
        assert heading not in page


def test_no_points_leave_the_whole_width_to_the_words(body: Body) -> None:
    paper = draw_plan(replace(full_sheet(), picture=None), body)
    assert "right left" not in texts(paper.pdf)[0]
    assert all_there(paper.pdf, words_of(full_sheet())) == []


def test_only_shown_cards_are_printed(body: Body) -> None:
    cards = (SelfCare("Move", "Walk."), SelfCare("Hidden", "Not for this patient.", shown=False))
    page = texts(draw_plan(replace(full_sheet(), self_care=cards), body).pdf)[1]
    assert "Walk." in page
    assert "Hidden" not in page


@pytest.mark.parametrize("visits", [1, 4, 6, 60])
def test_any_number_of_visits_is_printed(visits: int, body: Body) -> None:
    boxes = tuple(VisitBox(f"{n} May", f"visit-{n}", n < 3) for n in range(1, visits + 1))
    paper = draw_plan(replace(full_sheet(), visits=boxes), body)
    assert all_there(paper.pdf, [box.words for box in boxes]) == []
    assert within(paper.pdf, EDGES)
    assert paper.pages == (3 if visits == 60 else 2)


def test_many_goals_run_on_to_further_pages(body: Body) -> None:
    goals = tuple(GoalLine(f"Goal-{n} in quite a few words", "0 to 10", "–", "–", "10") for n in range(40))
    paper = draw_plan(replace(full_sheet(), goals=goals), body)
    assert paper.pages > 3
    assert all_there(paper.pdf, [goal.words for goal in goals]) == []
    assert within(paper.pdf, EDGES)


def test_figures_of_goals_stay_whole_words(body: Body) -> None:
    goals = (GoalLine("Walk", "minutes", "10", "117", "2.5"),)
    page = texts(draw_plan(replace(full_sheet(), goals=goals), body).pdf)[0]
    assert "10" in page.split()
    assert "117" in page.split()
    assert "2.5" in page.split()


def test_long_figures_wrap_in_their_column(body: Body) -> None:
    goals = (GoalLine("Walk", "", "not asked at the first visit", "–", "anything is fine"),)
    paper = draw_plan(replace(full_sheet(), goals=goals), body)
    assert all_there(paper.pdf, ["not asked at the first visit", "anything is fine"]) == []


def test_same_day_box_names_who_to_see(body: Body) -> None:
    assert "Same day: midwife or doctor" in texts(draw_plan(full_sheet(), body).pdf)[1]
    plain = replace(full_sheet(), same_day_by="")
    assert "Same day: your doctor" in texts(draw_plan(plain, body).pdf)[1]


def test_a_box_without_anything_to_say_is_left_out(body: Body) -> None:
    page = texts(draw_plan(replace(full_sheet(), same_day=()), body).pdf)[1]
    assert "Straight away" in page
    assert "Same day" not in page


def test_coloured_boxes_keep_their_borders_in_grey(body: Body) -> None:
    page = pictures(draw_plan(full_sheet(), body).pdf)[1]
    # The left edge of the box, somewhere below the heading "When to seek help".
    edge = page.crop((48, 480, 50, 600))
    assert min(edge.tobytes()) < 190


@pytest.mark.parametrize(
    "view", ["back", "lateral", "leg-medial", "ear", "head-top", "foot-sole", "arm-dorsal"]
)
def test_every_kind_of_view_can_be_drawn(view: str, body: Body) -> None:
    drawn = body.view(view)
    frame = (0.0, 0.0, drawn.width / 2, drawn.height / 3)
    picture = BodyPicture(view, ((drawn.width / 3, drawn.height / 3),), frame, "Here.", mirrored=True)
    paper = draw_plan(replace(full_sheet(), picture=picture), body)
    assert paper.pages == 2
    assert within(paper.pdf, EDGES)


@pytest.mark.parametrize(
    ("view", "frame", "mirrored", "labels"),
    [
        ("front", (140, 490, 100, 90), False, ["right", "left"]),
        ("back", (140, 490, 100, 90), False, ["left", "right"]),
        ("front", (140, 490, 45, 90), False, ["right"]),
        ("back", (200, 490, 45, 90), False, ["right"]),
        ("leg-medial", (0, 0, 100, 90), False, ["right side"]),
        ("leg-medial", (0, 0, 100, 90), True, ["left side"]),
    ],
)
def test_close_up_names_the_patients_side(
    view: str, frame: tuple[float, float, float, float], mirrored: bool, labels: list[str], body: Body
) -> None:
    picture = BodyPicture(view, (), frame, "End of picture.", mirrored)
    page = texts(draw_plan(replace(EMPTY, picture=picture), body).pdf)[0]
    assert " ".join([*labels, "End of picture."]) in page
    others = {"right", "left"} - set(" ".join(labels).split())
    assert not others & set(page.split())


def test_other_views_are_drawn_beside(body: Body) -> None:
    beside = replace(KNEES, beside=(Figure("back", ((170, 560),)),))
    one = pictures(draw_plan(full_sheet(), body).pdf)[0]
    two = pictures(draw_plan(replace(full_sheet(), picture=beside), body).pdf)[0]
    assert one.tobytes() != two.tobytes()


def picture_file(kind: str, size: tuple[int, int] = (300, 90)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (120, 20, 20)).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(300, 90), (90, 300), (3000, 20)])
def test_own_logo_is_printed_on_every_page(kind: str, size: tuple[int, int], body: Body) -> None:
    letterhead = replace(LETTERHEAD, logo=picture_file(kind, size))
    paper = draw_plan(replace(full_sheet(), letterhead=letterhead), body)
    pages = PdfReader(io.BytesIO(paper.pdf)).pages
    assert [len(page.images) for page in pages] == [1, 1]
    assert within(paper.pdf, EDGES)


@pytest.mark.parametrize(
    "data", [b"no picture", b"\x89PNG\r\n\x1a\n", picture_file("PNG")[:80], picture_file("BMP")]
)
def test_a_logo_that_cannot_be_read_is_said_in_a_sentence(data: bytes, body: Body) -> None:
    with pytest.raises(ChartTrouble, match="PNG or JPEG"):
        draw_plan(replace(full_sheet(), letterhead=replace(LETTERHEAD, logo=data)), body)


def test_long_head_and_foot_push_the_story_and_lose_nothing(body: Body) -> None:
    clinic, line = "Clinic of the very long name " * 6, "A street of many words " * 8
    foot = "Wolfeschlegelsteinhausenbergerdorff " * 5 + "· born 2 Apr 1985 · A-0148"
    sheet = replace(full_sheet(), letterhead=Letterhead(clinic, line), foot=foot)
    paper = draw_plan(sheet, body)
    assert within(paper.pdf, EDGES)
    for page in texts(paper.pdf):
        assert " ".join(clinic.split()) in page
        assert " ".join(foot.split()) in page


def test_a_head_and_foot_without_end_are_cut_and_keep_what_matters(body: Body) -> None:
    letterhead = Letterhead("Endless clinic " * 200, "Endless street " * 200)
    sheet = replace(full_sheet(), letterhead=letterhead, foot="Name " * 900 + "· born 2 Apr 1985 · A-0148")
    paper = draw_plan(sheet, body)
    assert within(paper.pdf, EDGES)
    for page in texts(paper.pdf):
        assert "Endless clinic Endless" in page
        assert "born 2 Apr 1985 · A-0148" in page
        assert "…" in page


@pytest.mark.usefixtures("pseudo_language")
def test_longer_languages_fit(body: Body) -> None:
    paper = draw_plan(full_sheet(), body)
    assert within(paper.pdf, EDGES)
    assert all_there(paper.pdf, words_of(full_sheet())) == []

"""The phrase bank: what is offered to whom, and a bank that does not hold together."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.flags import Flag, FlagKind, Flags, FlagState
from acuchart.clinic.needling import Needling, Stimulation
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.plan_phrases import Part, PhraseBank, first_draft
from acuchart.clinic.points import Side
from acuchart.knowledge import files
from acuchart.knowledge.cautions import read_cautions
from acuchart.knowledge.phrases import read_phrases
from acuchart.knowledge.points import read_points
from acuchart.knowledge.trouble import KnowledgeTrouble
from acuchart.resources import resource

TODAY = date(2026, 11, 20)
POINTS = read_points()
CAUTIONS = read_cautions(POINTS)
BANK: PhraseBank = read_phrases(POINTS, CAUTIONS)
KNEE = (Needling("ST36", Side.BOTH, 2), Needling("EX-LE5", Side.RIGHT, 2), Needling("LI11", Side.LEFT, 1))


def draft(*flags: Flag, needles: tuple[Needling, ...] = KNEE, complaint: str = "knee pain") -> PlanDraft:
    return first_draft(BANK, Flags.of(flags), needles, 20, complaint, TODAY)


def yes(kind: FlagKind, detail: str = "", due: date | None = None) -> Flag:
    return Flag(kind, FlagState.YES, detail, due)


def everything(plan: PlanDraft) -> str:
    cards = [f"{card.title} {card.words}" for card in plan.self_care]
    lists = (plan.what_we_do, plan.expect, plan.tell_us, plan.straight_away, plan.same_day)
    return "\n".join([*(line for lines in lists for line in lines), *cards, plan.consent])


def test_a_draft_has_every_part_but_the_intro() -> None:
    plan = draft()
    assert plan.intro == ""
    for part in (
        plan.what_we_do,
        plan.self_care,
        plan.expect,
        plan.tell_us,
        plan.straight_away,
        plan.same_day,
    ):
        assert part
    assert "stop at any time" in plan.consent


def test_needles_are_told_in_plain_places_most_first() -> None:
    assert (
        draft()
        .what_we_do[0]
        .startswith("Fine needles at the lower leg, the knee and the elbow, left in for 20 minutes.")
    )


def test_one_place_and_no_place_are_said_in_words_too() -> None:
    assert "at the lower leg, left" in draft(needles=KNEE[:1]).what_we_do[0]
    assert "the points we agree on" in draft(needles=(Needling("XX1", Side.LEFT, 1),)).what_we_do[0]


def test_without_needles_nothing_is_said_of_them() -> None:
    assert not any("needles at" in line for line in draft(needles=()).what_we_do)


def test_stimulation_brings_its_lines() -> None:
    electrical = (replace(KNEE[0], stimulation=Stimulation.ELECTRICAL),)
    warm = (replace(KNEE[0], stimulation=Stimulation.WARM_NEEDLE),)
    assert any("electric" in line for line in draft(needles=electrical).what_we_do)
    assert any("burn" in line for line in draft(needles=warm).same_day)
    assert not any("electric" in line or "burn" in line for line in everything(draft()).splitlines())


PREGNANT_WORDS = ("waters", "tightening", "Baby", "midwife", "maternity")


def test_pregnancy_lines_appear_only_if_pregnant() -> None:
    pregnant = draft(yes(FlagKind.PREGNANCY, due=date(2027, 3, 26)))
    assert "Waters breaking, or regular tightening" in pregnant.straight_away
    assert any("bleeding" in line and "belly pain" in line for line in pregnant.straight_away)
    assert any("Baby moves less" in line for line in pregnant.same_day)
    assert pregnant.same_day_by == "midwife or doctor"
    for state in (FlagState.ASKED_NONE, FlagState.NOT_ASKED):
        other = draft(Flag(FlagKind.PREGNANCY, state))
        assert not any(word in everything(other) for word in PREGNANT_WORDS)
        assert other.same_day_by == ""


@pytest.mark.parametrize(("weeks", "moves"), [(12, False), (19, False), (20, True), (38, True)])
def test_movements_are_asked_about_when_they_can_be_felt(weeks: int, moves: bool) -> None:
    due = TODAY + timedelta(weeks=40 - weeks)
    lines = draft(yes(FlagKind.PREGNANCY, due=due)).same_day
    assert any("Baby moves" in line for line in lines) is moves


def test_without_a_due_date_nothing_about_pregnancy_is_left_out() -> None:
    assert any("Baby moves" in line for line in draft(yes(FlagKind.PREGNANCY)).same_day)


def test_the_medicine_is_named_as_it_was_written() -> None:
    plan = draft(yes(FlagKind.ANTICOAGULANT, "Enoxaparin 40 mg."))
    assert any("(Enoxaparin 40 mg)" in line for line in plan.tell_us)
    assert any("Do not stop your medicine" in line for line in plan.expect)
    assert "A small bruise is common and fades." not in plan.expect


def test_a_flag_without_own_words_leaves_no_empty_brackets() -> None:
    assert "()" not in everything(draft(yes(FlagKind.ANTICOAGULANT)))


@pytest.mark.parametrize("code", ["GB21", "BL13", "LU1", "SI9", "EX-B2", "CV15"])
def test_lung_signs_are_told_when_the_chest_or_shoulder_is_needled(code: str) -> None:
    plan = draft(needles=(Needling(code, Side.RIGHT, 1),))
    assert any("trouble breathing" in line for line in plan.straight_away)
    assert "Sudden shortness of breath or chest pain" not in plan.straight_away


def test_far_from_the_lung_the_short_line_stands() -> None:
    assert "Sudden shortness of breath or chest pain" in draft().straight_away


def test_cards_follow_the_complaint_and_no_title_stands_twice() -> None:
    knee, neck = draft().self_care, draft(complaint="Stiff NECK.").self_care
    assert knee[0].words != neck[0].words
    for cards in (knee, neck):
        titles = [card.title for card in cards]
        assert len(set(titles)) == len(titles)
        assert {"Move", "Sleep", "Mind"} <= set(titles)
        assert [card.shown for card in cards] == [n < 3 for n in range(len(cards))]


def test_nothing_promises_a_cure() -> None:
    forbidden = (
        "cure",
        "heal",
        "guarantee",
        "will help",
        "will ease",
        "will be gone",
        "always works",
        "no risk",
    )
    for phrase in BANK.phrases:
        assert not any(word in phrase.words.casefold() for word in forbidden), phrase.id


def test_advice_on_when_to_seek_help_names_its_source() -> None:
    for phrase in BANK.phrases:
        if phrase.part in (Part.STRAIGHT_AWAY, Part.SAME_DAY):
            assert phrase.sources, phrase.id


@given(
    kinds=st.sets(st.sampled_from(FlagKind)),
    codes=st.lists(st.sampled_from(sorted(POINTS)), max_size=8),
    way=st.sampled_from(Stimulation),
    complaint=st.text(max_size=30),
    detail=st.text(alphabet="a{}() .", max_size=8),
)
def test_any_patient_gets_a_whole_draft(
    kinds: set[FlagKind], codes: list[str], way: Stimulation, complaint: str, detail: str
) -> None:
    needles = tuple(Needling(code, Side.BOTH, 2, stimulation=way) for code in codes)
    plan = draft(*(yes(kind, detail) for kind in kinds), needles=needles, complaint=complaint)
    assert plan.straight_away
    assert plan.same_day
    for lines in (plan.what_we_do, plan.straight_away, plan.same_day, plan.tell_us, plan.expect):
        assert len(set(lines)) == len(lines)


Tree = dict[str, object]


def bank_with(change: Callable[[Tree], None], folder: Path, monkeypatch: pytest.MonkeyPatch) -> PhraseBank:
    """Reads the bank with its file changed."""
    tree = json.loads(resource("phrases", "plan.json").read_text(encoding="utf-8"))
    change(tree)
    file = folder / "plan.json"
    file.write_text(json.dumps(tree), encoding="utf-8")

    def elsewhere(*parts: str) -> Path:
        return file if parts == ("phrases", "plan.json") else resource(*parts)

    monkeypatch.setattr(files, "resource", elsewhere)
    return read_phrases(POINTS, CAUTIONS)


def setting(**values: object) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        phrases = tree["phrases"]
        assert isinstance(phrases, list)
        phrases[0].update(values)

    return change


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"flags": ["happy"]}, "happy"),
        ({"regions": ["tail"]}, "tail"),
        ({"caution": ["boredom"]}, "boredom"),
        ({"stimulation": ["laser"]}, "laser"),
        ({"part": "poem"}, "poem"),
        ({"words": "At {place}"}, "place"),
        ({"words": "At {places"}, "brace"),
        ({"source": ["nobody"]}, "nobody"),
        ({"title": "Move"}, "title"),
        ({"part": "same_day"}, "source"),
        ({"unless_phrases": ["consent"]}, "consent"),
        ({"flag": ["pregnancy"]}, "flag"),
        ({"id": "move"}, "twice"),
        ({"words": 7}, "words"),
    ],
)
def test_a_bank_that_does_not_hold_together_is_named(
    values: dict[str, object], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KnowledgeTrouble, match=r"phrases/plan\.json") as trouble:
        bank_with(setting(**values), tmp_path, monkeypatch)
    assert named in trouble.value.wrong


def without(places: Iterable[str]) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        words = tree["places"]
        assert isinstance(words, dict)
        for place in places:
            del words[place]

    return change


def test_a_region_without_words_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KnowledgeTrouble) as trouble:
        bank_with(without(["knee"]), tmp_path, monkeypatch)
    assert "knee" in trouble.value.wrong

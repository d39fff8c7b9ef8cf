"""The look-ups on the command line: shapes, exit codes and sentences."""

import json
import re
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from acuchart.commands import cli

Shape = dict[str, object]
FLAGS_OF_THE_CONTRACT = [
    "anticoagulant",
    "pacemaker",
    "bleeding_disorder",
    "epilepsy",
    "diabetes",
    "numbness",
    "immune_suppression",
    "valve_disease",
    "lymphoedema_left_arm",
    "lymphoedema_right_arm",
    "lymphoedema_left_leg",
    "lymphoedema_right_leg",
    "allergy_metal",
    "allergy_latex",
    "allergy_adhesive",
    "faints",
    "breast_implants",
]


def run(*arguments: str, given: object = None) -> Result:
    text = given if isinstance(given, str) else json.dumps(given)
    return CliRunner().invoke(cli, list(arguments), input=text)


def rows(*arguments: str, given: object = None) -> list[Shape]:
    result = run(*arguments, given=given)
    assert result.exit_code == 0, result.stderr
    return cast("list[Shape]", json.loads(result.stdout))


def assessed(given: object) -> dict[str, list[Shape]]:
    result = run("assess", "-", "--json", given=given)
    assert result.exit_code == 0, result.stderr
    return cast("dict[str, list[Shape]]", json.loads(result.stdout))


def next_question(given: object) -> object:
    """The finding to ask about next."""
    return assessed(given)["ask_next"]


def test_points_as_json_give_all_of_it() -> None:
    points = rows("points", "--json")
    assert len(points) == 416
    keys = "code channel pinyin pinyin_plain hanzi hanzi_traditional aliases region location categories"
    for point in points:
        assert {*keys.split(), "depth", "angle", "cautions", "chart", "decisions"} <= set(point)
        chart = cast("list[Shape]", point["chart"])
        assert chart
        assert all({"view", "side", "x", "y", "mirrored"} <= set(place) for place in chart)
        cautions = cast("list[Shape]", point["cautions"])
        assert all({"type", "severity", "statement", "source"} <= set(caution) for caution in cautions)


def test_both_sides_are_listed_and_a_left_side_on_a_mirrored_view_says_so() -> None:
    (point,) = rows("points", "st36", "--json")
    lateral = [p for p in cast("list[Shape]", point["chart"]) if p["view"] == "lateral"]
    assert [(place["side"], place["mirrored"]) for place in lateral] == [("right", False), ("left", True)]


def test_every_paired_point_lists_both_sides_on_every_view_and_only_left_sides_are_mirrored() -> None:
    points = rows("points", "--json")
    paired = [point for point in points if point["side"] == "both"]
    assert len(paired) == 416 - 60 - 2
    for point in points:
        places = cast("list[Shape]", point["chart"])
        assert not [place for place in places if place["mirrored"] and place["side"] != "left"], point["code"]
        for view in {place["view"] for place in places}:
            sides = {place["side"] for place in places if place["view"] == view}
            expected = {"left", "right"} if point["side"] == "both" else {point["side"]}
            # The four spots of EX-HN1 lie on and beside the midline.
            assert sides == expected or point["code"] == "EX-HN1", (point["code"], view)


def test_a_decision_is_told_with_its_reason() -> None:
    (point,) = rows("points", "sp13", "--json")
    decisions = cast("list[Shape]", point["decisions"])
    (place,) = (one for one in decisions if one["about"] == "location")
    assert "WHO" in str(place["reason"])


def test_a_class_is_told_with_its_source() -> None:
    (point,) = rows("points", "sp6", "--json")
    assert "crossing (LR, KI)" in cast("list[str]", point["categories"])
    assert "Focks" in cast("dict[str, str]", point["category_sources"])["crossing (LR, KI)"]


def test_points_by_several_words_and_as_text() -> None:
    assert [point["code"] for point in rows("points", "xi", "cleft", "lung", "--json")] == ["LU6"]
    text = run("points", "zusanli").stdout
    assert "ST36" in text
    assert "足三里" in text
    assert "3 cun below ST35" in text
    assert len(run("points", "front", "mu").stdout.splitlines()) == 12


def test_a_wrong_code_finds_nothing_and_near_points_are_told() -> None:
    result = run("points", "st46", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == []
    assert "ST45" in result.stderr


def test_a_prescription_line() -> None:
    parsed = rows("points", "--parse", "st36 b, li4 r 20mm, ex-hn1, ex-b2 l3-l5 b, zusanly, gv20", "--json")
    assert parsed[0] == {"code": "ST36", "side": "both", "needles": 2, "depth_mm": None, "text": "st36 b"}
    assert parsed[1]["depth_mm"] == 20.0
    assert (parsed[2]["side"], parsed[2]["needles"]) == ("midline", 4)
    assert (parsed[3]["needles"], parsed[3]["levels"]) == (6, ["L3", "L4", "L5"])
    assert set(parsed[4]) == {"text", "error", "near"}
    assert "ST36" in cast("list[str]", parsed[4]["near"])
    assert parsed[5]["side"] == "midline"


def test_prescription_lines_from_standard_input() -> None:
    parsed = rows("points", "--parse", "-", "--json", given="st36 b\nli4 r, sp6\n")
    assert [entry["code"] for entry in parsed] == ["ST36", "LI4", "SP6"]


def test_a_prescription_line_as_text_shows_what_cannot_be_read() -> None:
    result = run("points", "--parse", "st36 l 20mm, nonsense")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "ST36 l x1 20mm"
    assert result.stdout.splitlines()[1].startswith("? nonsense")


def test_what_may_be_meant_stands_behind_what_cannot_be_read() -> None:
    result = run("points", "--parse", "zusanly")
    assert result.stdout == "? zusanly: There is no point called zusanly. Near: ST36\n"


def test_a_group_is_several_entries_and_two_readings_are_one_error_with_both() -> None:
    parsed = rows("points", "--parse", "four gates b, li4 l3, yinjiao", "--json")
    assert [entry.get("code") for entry in parsed] == ["LI4", "LR3", None, None]
    assert parsed[2]["near"] == ["LI4", "LU3"]
    assert set(cast("list[str]", parsed[3]["near"])) == {"CV7", "GV28"}


def test_joined_points_are_one_entry() -> None:
    parsed = rows(
        "points", "--parse", 'li4-li11 threading r 30mm, st36 45° reduce, gb34 "Green dragon"', "--json"
    )
    assert parsed[0] == {
        "code": "LI4",
        "side": "right",
        "needles": 1,
        "depth_mm": 30.0,
        "text": "li4-li11 threading r 30mm",
        "through": "LI11",
    }
    assert (parsed[1]["angle"], parsed[1]["technique"]) == ("45°", "reduce")
    assert (parsed[2]["technique"], parsed[2]["method"]) == ("other", "Green dragon")
    told = run("points", "--parse", "li4-li11 threading r")
    assert told.stdout == "LI4-LI11 threading r x1\n"
    (unread,) = rows("points", "--parse", "li4 threading", "--json")
    assert "li4-li11 threading" in cast("str", unread["error"])


@pytest.mark.parametrize(
    "line",
    ["st36, li4 r 25 mm", "four gates", "足三里 左 补 45°", "ex-b2 l3-l5 b", 'li4-li11 threading "twirling"'],
)
def test_a_line_as_it_is_written_reads_as_the_same(line: str) -> None:
    read = rows("points", "--parse", line, "--json")
    written = run("points", "--parse", line).stdout
    again = rows("points", "--parse", "-", "--json", given=written)
    assert [entry | {"text": ""} for entry in again] == [entry | {"text": ""} for entry in read]


def test_romance_letters_are_read_only_when_chosen() -> None:
    (refused,) = rows("points", "--parse", "e36 b", "--json")
    assert refused["near"] == ["ST36"]
    (read,) = rows("points", "--letters", "romance", "--parse", "e36 b", "--json")
    assert read["code"] == "ST36"
    assert rows("points", "e36", "--json") == []
    assert [point["code"] for point in rows("points", "--letters", "romance", "f3", "--json")] == ["LR3"]


def test_a_query_and_a_line_at_once_is_wrong_usage() -> None:
    assert run("points", "st36", "--parse", "st36").exit_code == 2


def test_the_vocabulary() -> None:
    findings = rows("findings", "--json")
    assert len(findings) == 485
    assert all({"id", "label", "hanzi", "group", "synonyms"} <= set(finding) for finding in findings)
    assert "pain_stabbing" in run("findings").stdout
    raising = {finding["id"]: finding["cautions"] for finding in findings if finding["cautions"]}
    assert "tongue_purple" not in raising
    (told,) = cast("list[dict[str, str]]", raising["fear_of_needles"])
    assert (told["means"], bool(told["why"]), bool(told["source"])) == ("acute_state", True, True)


COLD = {"pain_cold": "present", "rel_warmth": "present", "agg_cold": "present", "feels_hot": "absent"}


def test_the_letter_of_a_sex_does_as_well_as_the_word() -> None:
    assert assessed({"findings": COLD, "sex": "F"}) == assessed({"findings": COLD, "sex": "female"})


def test_the_next_question_fits_the_person() -> None:
    seen = ("pain_stabbing", "pain_fixed", "pain_severe", "agg_cold", "rel_warmth", "local_cold_feeling")
    given = {"findings": dict.fromkeys(seen, "present")}
    assert next_question(given) == "menses_clots"
    for person in ({"sex": "M"}, {"sex": "male"}, {"flags": ["pregnancy"]}):
        assert next_question(given | person) not in (None, "menses_clots")


def test_the_ledger_as_json() -> None:
    found = assessed(
        {
            "findings": COLD | {"aversion_cold": [{"state": "present", "site": "knee", "side": "left"}]},
            "red_flags": {"rf_past_cancer": "present", "rf_painkiller_over_use": "absent"},
            "age": 41,
            "sex": "female",
            "flags": ["anticoagulant"],
        }
    )
    asked_for = {"ledger", "elements", "ask_next", "red_flags"}
    assert asked_for | {"groups", "eight_principles", "channels"} == set(found)
    first = found["ledger"][0]
    keys = {"pattern", "group", "label", "hanzi", "icd11", "for", "against", "not_asked"}
    assert keys <= set(first)
    assert first["pattern"] == "cold"
    assert first["icd11"] == [{"code": "SE73", "title": "Cold pattern (TM1)"}]
    assert found["elements"][0]["element"] == "cold"
    assert set(found["elements"][0]) == {"element", "axis", "for", "against"}
    (alert,) = found["red_flags"]
    assert (alert["id"], alert["action"]) == ("rf_past_cancer", "refer")
    assert alert["because"] == ["rf_past_cancer"]
    assert {"points_to", "source"} <= set(alert)
    assert "%" not in json.dumps(found["ledger"])


def test_channels_come_after_the_patterns_that_say_why() -> None:
    seen = ["site_head_occiput", "neck_stiff", "agg_wind", "pain_radiates_nape", "aversion_cold"]
    families = [row["family"] for row in assessed({"findings": dict.fromkeys(seen, "present")})["ledger"]]
    assert families[-1] == "channel"
    assert families == sorted(families, key=lambda family: family == "channel")


@pytest.mark.parametrize("given", [{}, {"findings": {}}, {"findings": {"pain_cold": "present"}}])
def test_too_little_is_an_empty_ledger(given: Shape) -> None:
    found = assessed(given)
    assert [found[key] for key in ("ledger", "elements", "ask_next")] == [[], [], None]
    assert "three findings" in run("assess", "-", given=given).stdout


def test_the_ledger_as_text_has_red_flags_first() -> None:
    given = {"findings": COLD, "red_flags": {"rf_past_cancer": "present"}}
    lines = run("assess", "-", given=given).stdout.splitlines()
    assert lines[0].startswith("refer")
    assert lines[1].startswith("Cold")


CHECK = {
    "patient": {"pregnancy_week": 22, "age": 41, "flags": ["anticoagulant"], "asked_none": ["pacemaker"]},
    "prescription": "li4 b, gb21 r 20mm",
    "electrical": [["st36 r", "gb34 r"]],
    "moxa": ["sp6"],
}


def test_cautions_as_json() -> None:
    cautions = rows("check", "-", "--json", given=CHECK)
    assert all(set(caution) == {"point", "level", "reason", "source"} for caution in cautions)
    dangers = [caution["point"] for caution in cautions if caution["level"] == "danger"]
    assert dangers == ["LI4", "GB21", "GB21", "SP6"]
    assert any("10 mm at most" in str(caution["reason"]) for caution in cautions)
    assert None in [caution["point"] for caution in cautions]


def test_what_was_found_speaks_to_the_rules_as_at_a_visit() -> None:
    asked = {"patient": {"asked_none": ["numbness"]}, "prescription": "cv4", "moxa": ["cv4"]}
    quiet = rows("check", "-", "--json", given=asked)
    for absent in ({"numbness": "absent"}, {"numbness": "not_asked"}, {}):
        assert rows("check", "-", "--json", given=asked | {"findings": absent}) == quiet
    placed = {"numbness": [{"state": "present", "site": "abdomen"}]}
    told = rows("check", "-", "--json", given=asked | {"findings": placed})
    (heat,) = [caution for caution in told if caution not in quiet]
    assert (heat["point"], heat["level"]) == ("CV4", "caution")
    assert str(heat["reason"]).startswith("Heat may not be felt at CV4.")
    answered = rows("check", "-", "--json", given=asked | {"red_flags": {"rf_past_cancer": "present"}})
    assert [c["level"] for c in answered if c not in quiet] == ["danger"]


def test_cautions_as_text() -> None:
    assert run("check", "-", given=CHECK).stdout.startswith("danger: LI4")
    assert "No caution" in run("check", "-", given={"patient": {}, "prescription": "st36"}).stdout


def test_every_flag_of_the_contract_is_known() -> None:
    given = {"patient": {"flags": FLAGS_OF_THE_CONTRACT}, "prescription": "st36"}
    assert rows("check", "-", "--json", given=given)
    asked = {"patient": {"asked_none": FLAGS_OF_THE_CONTRACT}, "prescription": "st36"}
    assert rows("check", "-", "--json", given=asked) == []


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("assess", "["),
        ("assess", "[]"),
        ("assess", ""),
        ("assess", {"findings": {"no_such": "present"}}),
        ("assess", {"findings": {"pain_cold": "maybe"}}),
        ("assess", {"findings": {"pain_cold": 1}}),
        ("assess", {"findings": {"pain_cold": ["present"]}}),
        ("assess", {"findings": {"pain_cold": [{"state": "present", "where": "knee"}]}}),
        ("assess", {"findings": []}),
        ("assess", {"finding": {}}),
        ("assess", {"red_flags": {"rf_none": "present"}}),
        ("assess", {"flags": ["none"]}),
        ("assess", {"sex": "x"}),
        ("assess", {"age": "41"}),
        ("assess", {"age": -3}),
        ("check", {"patient": {"flags": ["unknown"]}}),
        ("check", {"patient": {"flags": "faints"}}),
        ("check", {"patient": {"pregnancy_week": 70}}),
        ("check", {"patient": {"age": True}}),
        ("check", {"patient": []}),
        ("check", {"prescription": "nonsense"}),
        ("check", {"prescription": ["st36"]}),
        ("check", {"electrical": [["st36 r"]]}),
        ("check", {"electrical": [["st36 r", "gb34 r, sp6"]]}),
        ("check", {"electrical": "st36"}),
        ("check", {"moxa": ["nonsense"]}),
        ("check", {"findings": {"no_such": "present"}}),
        ("check", {"findings": {"numbness": "maybe"}}),
        ("check", {"findings": ["numbness"]}),
        ("check", {"red_flags": {"rf_none": "present"}}),
        ("check", {"points": "st36"}),
    ],
)
def test_bad_input_is_one_plain_sentence(command: str, given: object) -> None:
    result = run(command, "-", "--json", given=given)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert re.fullmatch(r"[^\n]+\.\n", result.stderr)
    assert "Traceback" not in result.stderr


def test_a_file_is_read_and_a_missing_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "check.json"
    file.write_text("\ufeff" + json.dumps(CHECK), encoding="utf-8")
    assert rows("check", str(file), "--json") == rows("check", "-", "--json", given=CHECK)
    missing = run("check", str(tmp_path / "none.json"))
    assert (missing.exit_code, missing.stdout) == (1, "")
    file.write_bytes(b"\xff\xfe{")
    assert run("assess", str(file)).exit_code == 1


def test_a_missing_file_argument_is_wrong_usage() -> None:
    assert run("check").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_relatives_are_grouped_and_the_eight_principles_and_channels_summed_up() -> None:
    at_knee = [{"state": "present", "site": "knee-medial", "side": "left"}]
    found = assessed({"findings": COLD | {"pain_cold": at_knee, "site_knee_inner": "present"}})
    together = [slug for group in found["groups"] for slug in cast("list[str]", group["patterns"])]
    why = [str(row["pattern"]) for row in found["ledger"] if row["family"] != "channel"]
    assert sorted(together) == sorted(why)
    assert together[0] == found["groups"][0]["group"] == "cold"
    cold_or_hot = next(pair for pair in found["eight_principles"] if pair["pair"] == ["cold", "heat"])
    assert cold_or_hot["present"] == ["cold"]
    assert "pain_cold" in cast("list[str]", cold_or_hot["for_first"])
    first = found["channels"][0]
    assert (first["channel"], first["regions"]) == ("SP", ["knee-medial-left"])
    assert cast("list[Shape]", first["patterns"])[0]["for"] == ["site_knee_inner"]
    assert found["elements"][0]["element"] == "cold"

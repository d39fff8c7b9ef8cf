"""All of the knowledge is there, and a damaged file is named with the place in it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from acuchart.clinic.findings import Examination
from acuchart.clinic.patterns import Strength
from acuchart.knowledge import Knowledge, KnowledgeTrouble, load
from acuchart.knowledge.cautions import read_cautions
from acuchart.resources import resources_folder

PARTS = ("findings", "patterns", "points", "cautions", "body", "forms")


def test_the_numbers_of_everything() -> None:
    knowledge = load()
    assert len(knowledge.points) == 416
    assert len(knowledge.findings) == 485
    assert len(knowledge.patterns) == 99
    assert len(knowledge.red_flags) == 55
    assert len(knowledge.cautions) == 277
    assert len(knowledge.channels.by_code) == 14
    assert len(knowledge.channels.regions) == 42
    assert sum(pattern.where for pattern in knowledge.patterns.values()) == 20


def test_a_part_is_read_once() -> None:
    knowledge = load()
    assert knowledge.findings is knowledge.findings
    assert knowledge.points is knowledge.points


def test_findings_that_are_asked_have_a_question_and_patients_are_only_asked() -> None:
    for finding in load().findings.values():
        assert bool(finding.question) == (finding.examination is Examination.ASK), finding.id
        assert finding.label, finding.id
        assert finding.hanzi, finding.id
        assert finding.sources, finding.id
        if finding.patient_form:
            assert finding.examination is Examination.ASK, finding.id


def test_every_pattern_stands_on_findings_and_belongs_to_a_group() -> None:
    patterns = load().patterns
    for pattern in patterns.values():
        spoken = pattern.findings(Strength.CHARACTERISTIC, Strength.SUPPORTING)
        assert len(spoken) >= 8, pattern.slug
        assert pattern.treatment_principle, pattern.slug
        assert patterns[pattern.group].group == pattern.group, pattern.slug
        assert pattern.natures or pattern.where, pattern.slug
        assert pattern.places or not pattern.where, pattern.slug


def test_a_group_is_led_by_a_pattern_whose_elements_its_members_share() -> None:
    patterns = load().patterns
    for pattern in patterns.values():
        general = patterns[pattern.group]
        assert set(general.natures) & set(pattern.natures) or pattern.where, pattern.slug


def test_every_painted_region_but_the_ear_lies_on_a_channel_of_its_points() -> None:
    knowledge = load()
    for view in knowledge.body.views.values():
        for spot in knowledge.body.on(view.name):
            region = view.region_at(spot.x, spot.y)
            if region is None or spot.code.startswith("EX") or view.name == "ear":
                continue
            assert knowledge.channels.of_chart_region(region), region


def test_channels_of_a_painful_region() -> None:
    channels = load().channels
    assert channels.of_chart_region("thigh-outer-left") == ("GB",)
    assert channels.of_chart_region("knee-back-right") == ("BL", "KI")
    assert channels.of_chart_region("ear-lobule-right") == ("GB", "TE")
    assert channels.of_chart_region("no-such-region") == ()


def test_every_region_of_the_chart_yields_its_channels() -> None:
    knowledge = load()
    for view in knowledge.body.views.values():
        for region in view.regions:
            found = knowledge.channels.of_chart_region(region)
            assert found, (view.name, region)
            assert set(found) <= set(knowledge.channels.by_code)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the resources that may be damaged."""
    for part in PARTS:
        shutil.copytree(resources_folder() / part, tmp_path / part)

    def found(*parts: str) -> Path:
        path = tmp_path.joinpath(*parts)
        if not path.exists():
            raise FileNotFoundError(path)
        return path

    monkeypatch.setattr("acuchart.knowledge.files.resource", found)
    monkeypatch.setattr("acuchart.knowledge.forms.resource", found)
    return tmp_path


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


DAMAGES: list[tuple[str, str, str, Callable[[Knowledge], object], str]] = [
    (
        "findings/findings.csv",
        ",ask,pain_quality",
        ",smell,pain_quality",
        lambda k: k.findings,
        "pain_distending",
    ),
    ("findings/findings.csv", "pain_dull,Dull", "pain_stabbing,Dull", lambda k: k.findings, "pain_stabbing"),
    ("findings/findings.csv", 'pain_empty,"Does', 'pain_gone,"Does', lambda k: k.findings, "pain_distending"),
    ("findings/findings.csv", "id,label", "id,name", lambda k: k.findings, ""),
    ("findings/findings.csv", "S31,female", "S31,ladies", lambda k: k.findings, "seminal_leak"),
    (
        "findings/findings.csv",
        "tongue_tooth_marked,",
        "tongue_tooth_marked,extra,",
        lambda k: k.findings,
        "row",
    ),
    ("patterns/patterns.json", '"id": "pain_cold"', '"id": "pain_icy"', lambda k: k.patterns, "cold"),
    ("patterns/patterns.json", '"characteristic"', '"certain"', lambda k: k.patterns, "cold"),
    ("patterns/patterns.json", '"code": "GV14"', '"code": "GV99"', lambda k: k.patterns, "cold"),
    ("patterns/patterns.json", '"code": "SE73"', '"code": "SE99"', lambda k: k.patterns, "cold"),
    ("patterns/patterns.json", '"slug": "blood_stasis"', '"slug": "no_such"', lambda k: k.patterns, ""),
    ("patterns/patterns.json", '"version": 4,', '"version": 4', lambda k: k.patterns, "line"),
    ("patterns/elements.csv", "heat,heat,heat", "heat,heat,hot", lambda k: k.patterns, "heat"),
    ("patterns/elements.csv", "heat,heat,heat", "heat,fire,heat", lambda k: k.patterns, "heat"),
    (
        "patterns/elements.csv",
        "liver_fire,heat,heat,liver",
        "liver_fire,heat,heat,belly",
        lambda k: k.patterns,
        "liver_fire",
    ),
    ("findings/elements.csv", "pain_heavy,damp,c", "pain_leaden,damp,c", lambda k: k.patterns, "finding"),
    ("findings/elements.csv", "pain_heavy,damp,c", "pain_heavy,fog,c", lambda k: k.patterns, "pain_heavy"),
    ("findings/elements.csv", "pain_heavy,damp,ch", "pain_heavy,damp,h", lambda k: k.patterns, "pain_heavy"),
    ("points/points.csv", "LU2,LU,2", "LU1,LU,2", lambda k: k.points, "LU1"),
    ("points/points.csv", ",both,1,", ",everywhere,1,", lambda k: k.points, "LU1"),
    ("points/points.csv", "T1-T12 0.3-0.5", "T1-T99 0.3-0.5", lambda k: k.points, "EX-B2"),
    ("points/classes.csv", "ghost,GV26", "ghost,GV99", lambda k: k.points, "GV99"),
    ("points/classes.csv", ",1,Mq Ah Lw,", ",1,Mq Zz Lw,", lambda k: k.points, "GV26"),
    ("points/classes.csv", ",1,Mq Ah Lw,", ",1,,", lambda k: k.points, "GV26"),
    ("points/decisions.csv", "LU1,needle", "LU99,needle", lambda k: k.points, "LU99"),
    ("points/decisions.csv", "needle direction,", ",", lambda k: k.points, "LU1"),
    ("points/sources.json", '"WHO":', '"OMS":', lambda k: k.points, "points"),
    ("points/groups.csv", "LI4 LR3", "LI4 LR99", lambda k: k.points, "LR99"),
    ("points/groups.csv", "LI4 LR3", "LI4", lambda k: k.points, "four gates"),
    ("points/channels.json", '"thigh-outer"', '"thigh-under"', lambda k: k.channels, "thigh, outer"),
    ("cautions/cautions.csv", "BL31,pregnancy", "BL99,pregnancy", lambda k: k.cautions, "BL99"),
    ("cautions/cautions.csv", ",danger,0,42", ",panic,0,42", lambda k: k.cautions, "BL31"),
    ("cautions/cautions.csv", ",danger,0,42", ",danger,0,", lambda k: k.cautions, "BL31"),
    ("cautions/cautions.csv", ",M T WG,", ",M T ZZ,", lambda k: k.cautions, "BL31"),
    ("cautions/raised_by.csv", "\nacne,", "\nacme,", lambda k: k.raisers, "acme"),
    ("cautions/raised_by.csv", "frail,weak_patient", "frail,weak", lambda k: k.raisers, "frail"),
    ("cautions/raised_by.csv", "acne,skin,no,", "acne,skin,maybe,", lambda k: k.raisers, "acne"),
    ("cautions/red_flags.csv", ",emergency,", ",later,", lambda k: k.red_flags, "rf_saddle"),
    ("cautions/red_flags.csv", "under 20; over 50", "at 20", lambda k: k.red_flags, "rf_first_onset"),
    ("cautions/red_flags.csv", "numbness;sensation", "numb;sensation", lambda k: k.red_flags, "rf_saddle"),
    ("body/points.json", '"from": "umbilicus"', '"from": "belly"', lambda k: k.body, ""),
    ("body/points.json", '"view": "front"', '"view": "inside"', lambda k: k.body, ""),
    ("body/channels.json", '"path": "M', '"path": "Q', lambda k: k.body, "LU"),
    ("body/front.svg", 'id="outline"', 'id="contour"', lambda k: k.body, ""),
    ("body/front.svg", "</svg>", "", lambda k: k.body, ""),
    ("forms/first-visit.1.json", '"pacemaker"', '"peacemaker"', lambda k: k.forms, "history.pacemaker"),
    ("forms/first-visit.1.json", '"type": "date"', '"type": "dateTime"', lambda k: k.forms, "about.born"),
    ("forms/first-visit.1.json", '"linkId": "about.born"', '"linkId": "about.name"', lambda k: k.forms, ""),
    (
        "forms/first-visit.1.json",
        '"question": "about.sex"',
        '"question": "about.x"',
        lambda k: k.forms,
        "pregnancy",
    ),
    ("forms/first-visit.1.json", '"pain-scale"', '"thermometer"', lambda k: k.forms, "pain.now"),
    ("forms/first-visit.1.json", '"version": "1"', '"version": "2"', lambda k: k.forms, ""),
    ("forms/first-visit.1.json", '"required": true', '"required": "yes"', lambda k: k.forms, "about.name"),
    ("forms/consent.1.json", '"Questionnaire"', '"Patient"', lambda k: k.forms, ""),
]


@pytest.mark.parametrize(("file", "old", "new", "read", "key"), DAMAGES)
def test_damage_is_named_with_file_and_key(
    folder: Path, file: str, old: str, new: str, read: Callable[[Knowledge], object], key: str
) -> None:
    replaced(folder / file, old, new)
    with pytest.raises(KnowledgeTrouble) as trouble:
        read(load())
    assert trouble.value.file.split("/")[0] == file.split("/")[0]
    assert key in trouble.value.key
    assert trouble.value.file in trouble.value.sentence


def test_a_missing_or_unreadable_file_is_named(folder: Path) -> None:
    (folder / "findings" / "findings.csv").unlink()
    with pytest.raises(KnowledgeTrouble, match=r"findings\.csv"):
        _ = load().findings
    (folder / "points" / "points.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeTrouble, match="UTF-8"):
        _ = load().points
    (folder / "cautions" / "sources.json").write_text(json.dumps([1]))
    with pytest.raises(KnowledgeTrouble, match="one object"):
        read_cautions(())

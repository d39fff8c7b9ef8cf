"""What was found and answered in Findings stands on the points screen as a caution."""

import json

import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.clinic.cautions import STATES
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Examination, RedFlagAnswer
from acuchart.commands import cli
from tests.helpers.points_hand import enter
from tests.helpers.visit_screens import PointsDesk

BY_STATE = {
    "malignancy": "rf_past_cancer",
    "medical_emergency": "rf_crushing_or_effort_chest_pain_sweating_arm_jaw_s",
    "acute_state": "not_eaten_today",
    "weak_patient": "frail",
    "skin": "skin_broken",
    "bleeds_easily": "bruises_easily",
}


def whole(desk: PointsDesk) -> set[tuple[str, str]]:
    standing = desk.presenter.standing
    assert standing is not None
    told = standing.cautions(desk.presenter.rows)
    return {(c.level.value, c.reason) for c in told if c.point is None}


def find(desk: PointsDesk, raiser: str) -> None:
    findings, visit = Findings(desk.sitting), desk.kept()
    if raiser in desk.knowledge.red_flags:
        findings.answer_red_flag(visit.id, RedFlagAnswer(raiser, True, "Asked, letter seen."), None)
    else:
        seen = (Observation(raiser, FindingState.PRESENT),)
        findings.record(visit.id, Examination(seen), visit.examination)


def as_found(raiser: str) -> dict[str, object]:
    """The same for the command line."""
    return {"red_flags" if raiser.startswith("rf_") else "findings": {raiser: "present"}}


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("by_name", [True, False], ids=["named", "found"])
def test_a_state_found_elsewhere_is_told_at_once_as_on_the_command_line(
    desk: PointsDesk, qtbot: QtBot, state: str, by_name: bool
) -> None:
    enter(desk, qtbot, "st36")
    before = whole(desk)
    find(desk, BY_STATE[state])
    added = whole(desk) - before
    given: dict[str, object] = {"prescription": "st36"}
    given |= {"patient": {"states": [state]}} if by_name else as_found(BY_STATE[state])
    result = CliRunner().invoke(cli, ["check", "-", "--json"], input=json.dumps(given))
    told = {(c["level"], c["reason"]) for c in json.loads(result.stdout) if c["point"] is None}
    assert added
    assert added <= told


def test_the_tag_says_what_was_found_and_who_says_so(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36")
    find(desk, "not_eaten_today")
    find(desk, "rf_past_cancer")
    standing = desk.presenter.standing
    assert standing is not None
    raised = {told.reason: told.because for told in standing.summary(desk.presenter.rows).whole}
    fasting = next(because for reason, because in raised.items() if "fasting" in reason)
    assert fasting == (
        "Has not eaten today: A fasting patient faints more easily (shen-nong.com, precautions)"
    )
    assert any(because.startswith("Past cancer: ") for because in raised.values())
    assert all(not because for reason, because in raised.items() if "Blood thinners" in reason)


def test_what_rests_on_our_own_reading_says_so(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36")
    find(desk, "bruises_easily")
    standing = desk.presenter.standing
    assert standing is not None
    (told,) = [t for t in standing.summary(desk.presenter.rows).whole if t.because]
    assert "Our own reading, no source found" in told.source
    assert "Our own reading, no source found" in told.because

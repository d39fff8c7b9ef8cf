"""Saved prescriptions: names, and what loading one would add and leave out."""

import pytest

from acuchart.clinic.cautions import RISK_FLAGS, Risks
from acuchart.clinic.needling import Current, DeQi, Needling, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.saved_prescriptions import check_name, dangers_of, loading, to_save
from acuchart.clinic.treatment import cautions_of
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS = KNOWLEDGE.points
R, B = Side.RIGHT, Side.BOTH
ROWS = (
    Needling("ST36", B, 2, 25.0, kept_because="a reason of that day", obtained=DeQi.STRONG),
    Needling("LI4", B, 2),
    Needling("SP9", R, 1, stimulation=Stimulation.ELECTRICAL, current=Current(1, "2/100")),
    Needling("GB34", R, 1, stimulation=Stimulation.ELECTRICAL, current=Current(1, "2/100")),
)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "knee, COLD", " knee,  cold "])
def test_a_name_that_does_not_do(name: str) -> None:
    with pytest.raises(ChartTrouble):
        check_name(name, ("Knee, cold",))


def test_a_name_is_kept_without_stray_space() -> None:
    assert check_name("  Knee   cold ", ("Shoulder",)) == "Knee cold"


def test_what_is_saved_holds_nothing_of_one_patient_and_one_day() -> None:
    saved = to_save(ROWS)
    assert all(not row.kept_because and row.obtained is None and row.confirmed for row in saved)
    assert [row.code for row in saved] == ["ST36", "LI4", "SP9", "GB34"]


def test_loading_leaves_out_what_harms_what_is_there_and_what_is_unknown() -> None:
    pregnant = Risks(asked_none=RISK_FLAGS, pregnancy_week=22, age=30)
    rows = (*ROWS, Needling("ZZ1", R, 1))
    dangers = dangers_of(ROWS, cautions_of(ROWS, pregnant, KNOWLEDGE.cautions, POINTS))
    found = loading(rows, "visit 4", (Needling("ST36", R, 1),), dangers, POINTS)
    assert [row.code for row in found.rows] == ["SP9", "GB34"]
    assert {out.code: out.because for out in found.left_out}.keys() == {"ST36", "LI4", "ZZ1"}
    assert "pregnancy" in next(out.because for out in found.left_out if out.code == "LI4")
    assert all(row.copied_from == "visit 4" and not row.confirmed for row in found.rows)


def test_a_pair_that_loses_an_end_loses_its_current() -> None:
    found = loading(ROWS, "visit 4", (Needling("GB34", R, 1),), {}, POINTS)
    (sp9,) = [row for row in found.rows if row.code == "SP9"]
    assert (sp9.stimulation, sp9.current) == (Stimulation.MANUAL, None)


def test_a_loaded_pair_never_joins_one_that_is_there() -> None:
    there = tuple(
        Needling(code, R, 1, stimulation=Stimulation.ELECTRICAL, current=Current(1))
        for code in ("ST35", "SP10")
    )
    found = loading(ROWS, "Knee", there, {}, POINTS)
    assert {row.current.pair for row in found.rows if row.current} == {2}


def test_a_needle_threaded_to_a_dangerous_point_is_left_out() -> None:
    rows = (Needling("LI11", R, 1, through="LI4"),)
    pregnant = Risks(asked_none=RISK_FLAGS, pregnancy_week=22, age=30)
    dangers = dangers_of(rows, cautions_of(rows, pregnant, KNOWLEDGE.cautions, POINTS))
    assert loading(rows, "Knee", (), dangers, POINTS).rows == ()

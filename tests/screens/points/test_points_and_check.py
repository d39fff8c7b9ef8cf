"""The points screen and `acuchart check` say the same of the same patient, whatever the patient is like."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import cast

from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.points import Points
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import PREGNANCY, Flag, FlagKind, FlagState
from acuchart.clinic.joined_points import write_rows
from acuchart.clinic.needling import Adjunct, Current, Needling, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.prescription_words import LETTERS
from acuchart.clinic.visit import Examination, RedFlagAnswer
from acuchart.commands import cli
from acuchart.knowledge import load
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visit_screens import PointsDesk

KNOWLEDGE = load()
POINTS = KNOWLEDGE.points
CODES = ["LI4", "GB21", "ST36", "SP6", "BL13", "CV4", "GV22", "KI24", "ST17", "LU9", "LR3", "EX-B2"]
RAISING = sorted({raiser.id for raiser in KNOWLEDGE.raisers})
SPEAKING = [name for name in RAISING if name in KNOWLEDGE.findings]
ALERTING = [name for name in RAISING if name in KNOWLEDGE.red_flags]
SILENT = ["pain_cold", "tongue_purple", "fatigue"]
ASKED: list[FlagKind] = [kind for kind in FlagKind if kind is not FlagKind.PREGNANCY]
Told = set[tuple[str, str, str, str]]


@dataclass(frozen=True)
class MadeUp:
    """A patient at a visit: what was asked, found and answered, and what is to be done."""

    flags: Mapping[FlagKind, FlagState]
    week: int | None
    age: int
    found: dict[str, FindingState]
    answered: dict[str, bool]
    rows: tuple[Needling, ...]


def _row(
    code: str, side: Side, depth: int | None, angle: str, warmth: tuple[Adjunct, Stimulation]
) -> Needling:
    point = POINTS[code]
    own = point.lies if point.lies is not Side.BOTH else side
    needles = point.spots * point.sides_of(own)
    adjuncts = (warmth[0],) if warmth[0] is not Adjunct.PLUM_BLOSSOM else ()
    written = float(depth) if depth else None
    return Needling(code, own, needles, written, angle, stimulation=warmth[1], adjuncts=adjuncts)


WARMTH = st.sampled_from(
    [
        (Adjunct.PLUM_BLOSSOM, Stimulation.MANUAL),
        (Adjunct.MOXA, Stimulation.MANUAL),
        (Adjunct.CUPPING, Stimulation.MANUAL),
        (Adjunct.PLUM_BLOSSOM, Stimulation.WARM_NEEDLE),
    ]
)
ROWS = st.lists(
    st.builds(
        _row,
        st.sampled_from(CODES),
        st.sampled_from([Side.LEFT, Side.RIGHT, Side.BOTH]),
        st.none() | st.integers(3, 60),
        st.sampled_from(["", "45°", "90°"]),
        WARMTH,
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row.code,
).map(tuple)


@st.composite
def under_current(draw: st.DrawFn) -> tuple[Needling, ...]:
    """Rows, the first two of them perhaps a pair."""
    rows = draw(ROWS)
    if len(rows) < 2 or not draw(st.booleans()):
        return rows
    ends = (replace(row, stimulation=Stimulation.ELECTRICAL, current=Current(1, "2")) for row in rows[:2])
    return (*ends, *rows[2:])


PATIENTS = st.builds(
    MadeUp,
    flags=st.dictionaries(
        st.sampled_from(ASKED), st.sampled_from([FlagState.YES, FlagState.ASKED_NONE]), max_size=6
    ),
    week=st.none() | st.integers(0, 42),
    age=st.integers(0, 95),
    found=st.dictionaries(
        st.sampled_from([*SPEAKING, *SILENT]),
        st.sampled_from([FindingState.PRESENT, FindingState.ABSENT]),
        max_size=4,
    ),
    answered=st.dictionaries(st.sampled_from(ALERTING), st.booleans(), max_size=2),
    rows=under_current(),
)


def on_screen(desk: PointsDesk, patient: MadeUp) -> Told:
    """Charts the patient as people do, and reads what the screen tells."""
    sitting, today = desk.sitting, desk.sitting.clock.today()
    knee = knee_visit(sitting)
    with sitting.records.work() as work:
        kept = work.patients.get(knee.patient_id)
        work.patients.change(replace(kept, born=date(today.year - patient.age, 1, 1)))
        for flag in work.flags.of(knee.patient_id):
            work.flags.put(knee.patient_id, Flag(flag.kind))
        seen = work.visits.get(knee.visit_id)
    flags, findings = RiskFlags(sitting), Findings(sitting)
    for kind, state in patient.flags.items():
        flags.ask(knee.patient_id, Flag(kind, state), Flag(kind))
    if patient.week is not None:
        due = today - timedelta(weeks=patient.week) + PREGNANCY
        flags.ask(knee.patient_id, Flag(FlagKind.PREGNANCY, FlagState.YES, due=due), Flag(FlagKind.PREGNANCY))
    observed = tuple(Observation(name, state) for name, state in patient.found.items())
    findings.record(knee.visit_id, Examination(observed, MappingProxyType({})), seen.examination)
    for name, present in patient.answered.items():
        findings.answer_red_flag(knee.visit_id, RedFlagAnswer(name, present, "Letter seen."), None)
    Points(sitting).prescribe(knee.visit_id, patient.rows, seen.prescription)
    desk.turn_to(knee.visit_id)
    lines = [desk.page.table.row(key).line for key in desk.page.table.keys]
    at_rows = {told for line in lines for told in (*line.told, *line.dangers)}
    assert desk.presenter.standing is not None
    whole = desk.presenter.standing.summary(desk.presenter.rows).whole
    return {(told.point, told.level.value, told.reason, told.source) for told in (*at_rows, *whole)}


def on_the_command_line(patient: MadeUp) -> Told:
    """The same patient as a file."""

    def named(row: Needling) -> str:
        depth = "" if row.depth_mm is None else f"{row.depth_mm:g}mm"
        return " ".join(word for word in (row.code, LETTERS.get(row.side, ""), depth, row.angle) if word)

    asked = {state: [k.value for k, s in patient.flags.items() if s is state] for state in FlagState}
    warmed = [r for r in patient.rows if r.adjuncts == (Adjunct.MOXA,)]
    warmed += [r for r in patient.rows if r.stimulation is Stimulation.WARM_NEEDLE and r not in warmed]
    pair = [r for r in patient.rows if r.stimulation is Stimulation.ELECTRICAL]
    given_text = {
        "patient": {
            "flags": asked[FlagState.YES],
            "asked_none": asked[FlagState.ASKED_NONE],
            "pregnancy_week": patient.week,
            "age": patient.age,
        },
        "findings": patient.found,
        "red_flags": {name: "present" if yes else "absent" for name, yes in patient.answered.items()},
        "prescription": write_rows(patient.rows),
        "electrical": [[named(end) for end in pair]] if pair else [],
        "moxa": [named(row) for row in warmed],
    }
    result = CliRunner().invoke(cli, ["check", "-", "--json"], input=json.dumps(given_text))
    assert result.exit_code == 0, result.stderr
    told = cast("list[dict[str, str]]", json.loads(result.stdout))
    return {(c["point"] or "", c["level"], c["reason"], c["source"]) for c in told}


@settings(max_examples=20, deadline=None, phases=[Phase.generate])
@given(PATIENTS)
def test_the_same_answer(screen: PointsDesk, patient: MadeUp) -> None:
    assert on_the_command_line(patient) == on_screen(screen, patient)

"""`acuchart check` and the points screen give the same answer to the same patient and points."""

import json
from typing import cast

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from acuchart.clinic.cautions import RISK_FLAGS, Risks
from acuchart.clinic.joined_points import write_rows
from acuchart.clinic.needling import Adjunct, Current, Needling, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.prescription_words import LETTERS
from acuchart.clinic.treatment import cautions_of
from acuchart.commands import cli
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS = KNOWLEDGE.points
CODES = ["LI4", "GB21", "ST36", "SP6", "BL13", "CV4", "GV22", "KI24", "PC6", "GB34", "LI11"]
Told = set[tuple[str | None, str, str, str]]


@st.composite
def prescriptions(draw: st.DrawFn) -> tuple[Needling, ...]:
    rows = []
    for code in draw(st.lists(st.sampled_from(CODES), unique=True, max_size=6)):
        point = POINTS[code]
        side = draw(st.sampled_from([Side.LEFT, Side.RIGHT, Side.BOTH])) if not point.midline else point.lies
        other = draw(st.sampled_from(["", *CODES]))
        rows.append(
            Needling(
                code,
                side,
                point.spots * point.sides_of(side),
                draw(st.none() | st.integers(3, 50).map(float)),
                angle=draw(st.sampled_from(["", "45°", "90°", "oblique", "perpendicular"])),
                through="" if other == code else other,
                adjuncts=(Adjunct.MOXA,) if draw(st.booleans()) else (),
            )
        )
    return tuple(rows)


RISKS = st.builds(
    Risks,
    flags=st.frozensets(st.sampled_from(sorted(RISK_FLAGS)), max_size=4),
    pregnancy_week=st.none() | st.integers(0, 42),
    age=st.none() | st.integers(0, 90),
)


def on_screen(rows: tuple[Needling, ...], risks: Risks) -> Told:
    cautions = cautions_of(rows, risks, KNOWLEDGE.cautions, POINTS)
    return {(c.point, c.level.value, c.reason, c.source) for c in cautions}


def on_the_command_line(
    rows: tuple[Needling, ...], risks: Risks, pair: tuple[Needling, Needling] | None
) -> Told:
    def named(row: Needling) -> str:
        letter = LETTERS.get(row.side, "")
        depth = "" if row.depth_mm is None else f" {row.depth_mm:g}mm"
        return f"{row.code} {letter}{depth}".strip()

    given_text = {
        "patient": {"flags": sorted(risks.flags), "pregnancy_week": risks.pregnancy_week, "age": risks.age},
        "prescription": write_rows(rows),
        "electrical": [[named(end) for end in pair]] if pair else [],
        "moxa": [named(row) for row in rows if row.adjuncts],
    }
    result = CliRunner().invoke(cli, ["check", "-", "--json"], input=json.dumps(given_text))
    assert result.exit_code == 0, result.stderr
    told = cast("list[dict[str, str]]", json.loads(result.stdout))
    return {(c["point"], c["level"], c["reason"], c["source"]) for c in told}


@settings(max_examples=60, deadline=None)
@given(prescriptions(), RISKS, st.booleans())
def test_the_same_answer(rows: tuple[Needling, ...], risks: Risks, current: bool) -> None:
    pair = None
    if current and len(rows) > 1:
        ends = [Stimulation.ELECTRICAL] * 2 + [Stimulation.MANUAL] * (len(rows) - 2)
        rows = tuple(_under(row, kind) for row, kind in zip(rows, ends, strict=True))
        pair = rows[0], rows[1]
    assert on_the_command_line(rows, risks, pair) == on_screen(rows, risks)


def _under(row: Needling, kind: Stimulation) -> Needling:
    current = Current(1, "2") if kind is Stimulation.ELECTRICAL else None
    return Needling(
        row.code,
        row.side,
        row.needles,
        row.depth_mm,
        row.angle,
        through=row.through,
        adjuncts=row.adjuncts,
        stimulation=kind,
        current=current,
    )

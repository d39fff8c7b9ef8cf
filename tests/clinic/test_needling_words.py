"""A needling as the note says it, with everything that was done and nothing that was not."""

from dataclasses import replace
from datetime import date

import pytest

from acuchart.clinic.needling import (
    Adjunct,
    Current,
    DeQi,
    LeftInPlan,
    NeedleUsed,
    Needling,
    Stays,
    Stimulation,
    Technique,
    Waveform,
)
from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.points import Side
from acuchart.words import format_date

ROW = Needling("ST36", Side.BOTH, 2, 25.0)
OUT = date(2026, 11, 24)
CURRENT = Current(1, "2/100", Waveform.DENSE_DISPERSE, "1.5 mA")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ROW, "ST36 Bi 25 mm even"),
        (replace(ROW, side=Side.MIDLINE, code="GV20"), "GV20 25 mm even"),
        (replace(ROW, code="EX-B2", levels=("L3", "L4")), "EX-B2 L3 L4 Bi 25 mm even"),
        (replace(ROW, through="ST37", direction="downward"), "ST36 to ST37 Bi 25 mm downward even"),
        (replace(ROW, technique=Technique.OTHER, method="Twirling"), "ST36 Bi 25 mm Twirling"),
        (replace(ROW, technique=Technique.OTHER), "ST36 Bi 25 mm other"),
        (
            replace(ROW, stimulation=Stimulation.ELECTRICAL, current=CURRENT),
            "ST36 Bi 25 mm even EA pair 1, 2/100 Hz, dense-disperse, 1.5 mA",
        ),
        (replace(ROW, stimulation=Stimulation.ELECTRICAL), "ST36 Bi 25 mm even electrical"),
        (replace(ROW, stimulation=Stimulation.WARM_NEEDLE), "ST36 Bi 25 mm even warm needle"),
        (replace(ROW, needles=0, depth_mm=None, adjuncts=(Adjunct.MOXA,)), "ST36 Bi moxa"),
        (
            replace(ROW, stays=LeftInPlan(Stays.PRESS_NEEDLE, "leg", OUT)),
            f"ST36 Bi 25 mm even press needle left in, leg, out on {format_date(OUT)}",
        ),
        (
            replace(ROW, needle=NeedleUsed(0.3, 50.0, "A12"), obtained=DeQi.STRONG),
            "ST36 Bi 25 mm even 0.3 × 50 mm, lot A12 (de qi strong)",
        ),
    ],
)
def test_what_was_done_in_words(row: Needling, words: str) -> None:
    assert needling_words(row) == words

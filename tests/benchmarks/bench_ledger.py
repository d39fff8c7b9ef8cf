"""How well the ledger does, for each pattern, on the invented presentations; and what its parts take.

A figure of one pattern stands on few presentations: it shows where to look, not how good the knowledge is.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable
from timeit import repeat

import pytest

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.eight_principles import eight_principles
from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.ledger import weigh
from acuchart.knowledge import load
from tests.helpers.vignettes import PATTERNS, Figures, Vignette, measure, read

SETS = {
    "written with the patterns": read("vignettes.json"),
    "written before the rule": read("vignettes_own.json"),
    "written after everything": read("vignettes_late.json"),
    "written before the elements": read("vignettes_elements.json"),
}
FINDINGS = load().findings
ROUNDS = 9
SHARE_OF_YARDSTICK = {"ledger": 0.5, "elements": 0.4, "eight principles": 0.4, "next question": 2.0}
"""The most each may take, as a multiple of the yardstick of about ten milliseconds on a PC of today."""


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.0%})" if whole else "-"


def _line(name: str, figures: Figures) -> str:
    return (
        f"{name:32} on top {_share(figures.on_top, figures.asked):14}"
        f" in three groups {_share(figures.in_groups, figures.asked):14}"
        f" mixed, all elements in six {_share(figures.elements, figures.mixed):13}"
        f" in six of their axis {_share(figures.elements_by_axis, figures.mixed):13}"
        f" channel {_share(figures.channel_on_top, figures.channels)}\n"
    )


@pytest.mark.parametrize("name", SETS)
def test_figures_of_a_set(name: str) -> None:
    sys.stdout.write(f"\n{_line(name, measure(SETS[name]))}")
    for difficulty in dict.fromkeys(v.difficulty for v in SETS[name]):
        sys.stdout.write(_line(f"  {difficulty}", measure(_of(SETS[name], difficulty))))


def _of(vignettes: Iterable[Vignette], difficulty: str) -> list[Vignette]:
    return [v for v in vignettes if v.difficulty == difficulty]


def test_figures_of_each_pattern() -> None:
    every = [v for vignettes in SETS.values() for v in vignettes]
    sys.stdout.write("\n")
    for slug, pattern in PATTERNS.items():
        if pattern.where:
            figures = measure(v for v in every if slug in v.where)
            text = f"on top of the channels {_share(figures.channel_on_top, figures.channels)}"
        else:
            figures = measure(v for v in every if v.why[:1] == (slug,))
            text = f"on top {_share(figures.on_top, figures.asked):12} in three groups "
            text += _share(figures.in_groups, figures.asked)
        missed = "; ".join(figures.missed)
        sys.stdout.write(f"  {slug:34} {text}{'   missed ' + missed if missed else ''}\n")


def _ms(call: Callable[[], object]) -> float:
    call()
    return min(repeat(call, repeat=ROUNDS, number=1)) * 1000


def _yardstick() -> float:
    """A fixed piece of arithmetic."""
    data = bytes(range(256)) * 40_000
    return _ms(lambda: hashlib.sha256(data).digest())


def _longest() -> Vignette:
    return max((v for vignettes in SETS.values() for v in vignettes), key=lambda v: len(v.present))


def _calls() -> dict[str, Callable[[], object]]:
    seen = _longest().observations
    ledger = weigh(PATTERNS, seen)
    return {
        "ledger": lambda: weigh(PATTERNS, seen, ledger.order),
        "elements": lambda: weigh_elements(PATTERNS, seen),
        "eight principles": lambda: eight_principles(PATTERNS, seen),
        "next question": lambda: ask_next(ledger, PATTERNS, seen, FINDINGS),
    }


@pytest.mark.parametrize("name", SHARE_OF_YARDSTICK)
def test_takes_its_share_of_the_yardstick(name: str) -> None:
    took, yardstick = _ms(_calls()[name]), _yardstick()
    sys.stdout.write(
        f"\n{name}: {took:.2f} ms, {took / yardstick:.2f} of the yardstick ({yardstick:.2f} ms)\n"
    )
    assert took / yardstick < SHARE_OF_YARDSTICK[name]

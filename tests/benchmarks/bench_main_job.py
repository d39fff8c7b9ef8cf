"""How long the parts of the main job take: each against a yardstick measured in the same run."""

import hashlib
import sys
from collections.abc import Callable
from timeit import repeat

import pytest

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import weigh
from acuchart.clinic.point_search import search
from acuchart.clinic.prescription import read_line
from acuchart.documents.plan import draw_plan
from acuchart.knowledge import load
from tests.helpers.plan_sheets import full_sheet

ROUNDS = 7
SHARE_OF_YARDSTICK = {"ledger": 0.6, "prescription": 0.2, "search": 1.0, "misspelling": 3.5, "plan": 25.0}
"""The most each may take, as a multiple of the yardstick; about twice what it takes on a machine at rest."""

_knowledge = load()


def _ms(call: Callable[[], object]) -> float:
    call()
    return min(repeat(call, repeat=ROUNDS, number=1)) * 1000


def _yardstick() -> float:
    """A fixed piece of arithmetic, about ten milliseconds on a PC of today."""
    data = bytes(range(256)) * 40_000
    return _ms(lambda: hashlib.sha256(data).digest())


def _ledger() -> object:
    found = [finding for number, finding in enumerate(_knowledge.findings) if number % 12 == 0]
    seen = tuple(Observation(finding, FindingState.PRESENT) for finding in found)
    return weigh(_knowledge.patterns, seen)


def _prescription() -> object:
    return read_line("st36 b 25mm, li4 r, sp6 b, gb34 r, ex-le4 r, 合谷 l", _knowledge.points)


def _search() -> object:
    """One keystroke: a class and a part of the body look at every word of every point."""
    return search("source heart", _knowledge.points)


def _misspelling() -> object:
    return search("yongchuann", _knowledge.points)


def _plan() -> object:
    return draw_plan(full_sheet(), _knowledge.body)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("ledger", _ledger),
        ("prescription", _prescription),
        ("search", _search),
        ("misspelling", _misspelling),
        ("plan", _plan),
    ],
)
def test_takes_its_share_of_the_yardstick(name: str, call: Callable[[], object]) -> None:
    took, yardstick = _ms(call), _yardstick()
    sys.stdout.write(
        f"\n{name}: {took:.2f} ms, {took / yardstick:.2f} of the yardstick ({yardstick:.2f} ms)\n"
    )
    assert took / yardstick < SHARE_OF_YARDSTICK[name]

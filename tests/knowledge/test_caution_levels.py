"""How loud each caution rule is, and in which weeks, changes only on purpose.

The list lies in `tests/data/caution_levels.txt`. The tests of the rules themselves take a level as it stands
in the file of rules, so that a lung point turned from a danger into a note by mistake would pass them all.
"""

from acuchart.clinic.cautions import CautionRule
from acuchart.knowledge import load
from tests.helpers.source import ROOT

LIST = ROOT / "tests" / "data" / "caution_levels.txt"


def line_of(rule: CautionRule) -> str:
    weeks = f"weeks {rule.weeks[0]} to {rule.weeks[1]}" if rule.weeks else "any patient"
    return f"{rule.key}: {rule.level}, {weeks}"


def written() -> list[str]:
    return sorted(line_of(rule) for rule in load().cautions)


def test_levels_are_those_of_the_list() -> None:
    assert written() == LIST.read_text(encoding="utf-8").splitlines()

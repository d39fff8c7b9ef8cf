"""`acuchart check --clinic`: the rules its owner changed hold on the command line as on the screen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from acuchart.charting.accounts import Accounts
from acuchart.charting.bus import Bus
from acuchart.charting.door import Door
from acuchart.charting.founding import Founding
from acuchart.charting.rules import Rules
from acuchart.charting.sitting import Sitting
from acuchart.clinic.cautions import OWN_KIND, CautionRule, Level, Risks, When
from acuchart.clinic.clock import HandClock
from acuchart.clinic.joined_points import read_rows, row_of
from acuchart.clinic.people import Role
from acuchart.clinic.prescription import Entry
from acuchart.commands import cli
from acuchart.knowledge import load
from acuchart.records.single import Hold
from tests.helpers.clinic import DESK_PASSPHRASE, DETAILS
from tests.helpers.records import MORNING, OWNER_PASSPHRASE

LINE = "li4 b, st36 r 25mm, sp6 b"
PATIENT = {"pregnancy_week": 22, "flags": ["anticoagulant"]}
RISKS = Risks(flags=frozenset({"anticoagulant"}), pregnancy_week=22)
OWN = CautionRule(
    "ST36", OWN_KIND, "", "Ours: shallow here", "danger", None, (), "House rule", When(deeper_than_mm=20)
)


@dataclass(frozen=True)
class Practice:
    """A clinic whose passphrases cost what they really cost, as the command line opens no other."""

    folder: Path
    owner: Sitting


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    folder = tmp_path_factory.mktemp("check") / "clinic"
    door = Door(folder, load(), HandClock(MORNING), Bus())
    owner = door.found(Founding(DETAILS, "Noor Halvorsen", "LIC-1", OWNER_PASSPHRASE)).sitting
    Accounts(owner).add("Front desk", Role.FRONT_DESK, "", DESK_PASSPHRASE)
    rules, delivered = Rules(owner), {r.key: r for r in owner.knowledge.cautions}
    rules.add(OWN)
    softer = replace(delivered["LI4 pregnancy"], level=Level.NOTE.value, source="Our reading")
    rules.change("LI4 pregnancy", softer, active=True)
    rules.change("SP6 pregnancy", delivered["SP6 pregnancy"], active=False)
    yield Practice(folder, owner)
    owner.records.close()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret"
    file.write_text(f"{OWNER_PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def given(tmp_path: Path) -> Path:
    file = tmp_path / "given.json"
    file.write_text(json.dumps({"patient": PATIENT, "prescription": LINE}), encoding="utf-8")
    return file


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(cli, [*map(str, arguments)], input=typed)


def told(result: Result) -> set[tuple[str | None, str, str, str]]:
    assert result.exit_code == 0, result.stderr
    found = cast("list[dict[str, str]]", json.loads(result.stdout))
    return {(c["point"], c["level"], c["reason"], c["source"]) for c in found}


def on_screen(clinic: Practice) -> set[tuple[str | None, str, str, str]]:
    knowledge = load()
    reads = read_rows(LINE, knowledge.points)
    rows = tuple(row_of(read) for read in reads if isinstance(read, Entry))
    found = knowledge.cautions_for(rows, RISKS, Rules(clinic.owner).changes())
    return {(c.point, c.level.value, c.reason, c.source) for c in found}


def test_the_rules_of_the_clinic_hold(clinic: Practice, given: Path, secret: Path) -> None:
    asked = ("--clinic", clinic.folder, "--user", "noor halvorsen", "--passphrase-file", secret)
    found = told(run("check", given, "--json", *asked))
    assert found == on_screen(clinic)
    assert ("ST36", "danger", "Ours: shallow here", "House rule") in found
    assert {level for point, level, *_rest in found if point == "LI4"} == {"note"}
    assert not any(point == "SP6" and level == "danger" for point, level, *_rest in found)


def test_without_a_clinic_the_rules_hold_as_they_came(clinic: Practice, given: Path) -> None:
    found = told(run("check", given, "--json"))
    assert found != on_screen(clinic)
    assert any(point == "SP6" and level == "danger" for point, level, *_rest in found)


def test_the_clinic_may_be_named_first_and_the_passphrase_asked_for(clinic: Practice, given: Path) -> None:
    result = run(
        "--clinic", clinic.folder, "check", given, "--user", "Noor Halvorsen", typed=OWNER_PASSPHRASE
    )
    assert result.exit_code == 0, result.stderr
    assert "Ours: shallow here" in result.stdout
    assert OWNER_PASSPHRASE not in result.output


def test_a_wrong_passphrase_gives_no_answer(clinic: Practice, given: Path, secret: Path) -> None:
    secret.write_text("not that one at all", encoding="utf-8")
    result = run(
        "check", given, "--clinic", clinic.folder, "--user", "Noor Halvorsen", "--passphrase-file", secret
    )
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


def test_the_desk_sees_no_rules(clinic: Practice, given: Path, secret: Path) -> None:
    secret.write_text(DESK_PASSPHRASE, encoding="utf-8")
    result = run(
        "check", given, "--clinic", clinic.folder, "--user", "Front desk", "--passphrase-file", secret
    )
    assert result.exit_code == 1
    assert "role" in result.stderr


@pytest.mark.parametrize(("user", "words"), [("Nobody", "Nobody called Nobody"), ("", "User")])
def test_who_asks_must_be_known(clinic: Practice, given: Path, secret: Path, user: str, words: str) -> None:
    result = run("check", given, "--clinic", clinic.folder, "--user", user, "--passphrase-file", secret)
    assert result.exit_code == 1
    assert words in result.stderr


def test_a_clinic_that_is_open_elsewhere_is_left_alone(clinic: Practice, given: Path, secret: Path) -> None:
    with Hold(clinic.folder):
        result = run(
            "check",
            given,
            "--clinic",
            clinic.folder,
            "--user",
            "Noor Halvorsen",
            "--passphrase-file",
            secret,
        )
    assert result.exit_code == 1
    assert "already has this clinic open" in result.stderr


def test_a_folder_without_a_clinic_stays_as_it_was(given: Path, tmp_path: Path, secret: Path) -> None:
    result = run("check", given, "--clinic", tmp_path / "nowhere", "--passphrase-file", secret)
    assert result.exit_code == 1
    assert "There is no clinic" in result.stderr
    assert not (tmp_path / "nowhere").exists()

"""The page of caution rules: what is refused stays in the dialog, what is kept is listed and given back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from shiboken6 import delete

from acuchart.charting.rules import Rules
from acuchart.clinic.cautions import RISK_FLAGS, STATES
from acuchart.screens.settings.parts import Part
from acuchart.screens.settings.rule_dialog import RuleDialog
from acuchart.screens.settings.rule_lines import flag_options, part_options
from acuchart.screens.settings.rules_page import RulesPage
from acuchart.screens.settings.rules_presenter import RulesPresenter
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.inline_background import InlineBackground


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def page(clinic: StaffedClinic, qapp: QApplication) -> Iterator[RulesPage]:
    made = RulesPage()
    made.resize(1000, 700)
    made.show()
    rules, delivered = Rules(clinic.owner), clinic.owner.knowledge.cautions
    presenter = RulesPresenter(made, rules, delivered, InlineBackground())
    stop = clinic.bus.subscribe(presenter.heard)
    presenter.show(Part.RULES)
    yield made
    stop()
    delete(made)


def dialog(page: RulesPage) -> RuleDialog:
    assert page.dialog is not None
    return page.dialog


def test_every_rule_can_be_found(page: RulesPage, clinic: StaffedClinic) -> None:
    every = len(clinic.owner.knowledge.cautions)
    count = page.findChild(QLabel, "settings.rules_count")
    assert count is not None
    assert str(every) in count.text()
    page.searched.emit("li4 pregnancy", False)
    assert [line.key for line in page.lines] == ["LI4 pregnancy"]
    assert page.lines[0].source
    page.searched.emit("no such words", False)
    assert page.lines == ()
    page.searched.emit("", True)
    assert page.lines == ()


@pytest.mark.parametrize("field", ["statement", "source"])
def test_a_rule_without_words_or_source_stays_in_the_dialog(
    page: RulesPage, clinic: StaffedClinic, field: str
) -> None:
    page.edit_wanted.emit("LI4 pregnancy")
    getattr(dialog(page), field).setPlainText("  ")
    dialog(page).go.click()
    assert dialog(page).error
    assert Rules(clinic.owner).changes() == ()
    dialog(page).reject()


@pytest.mark.parametrize(
    ("field", "typed"), [("code", "zz9"), ("week_from", "x"), ("age_to", "10"), ("deeper", "deep")]
)
def test_a_condition_that_cannot_be_read(
    page: RulesPage, clinic: StaffedClinic, field: str, typed: str
) -> None:
    page.add_wanted.emit()
    dialog(page).statement.setPlainText("Old scar")
    dialog(page).source.setPlainText("clinic meeting")
    getattr(dialog(page), field).set_text(typed)
    dialog(page).go.click()
    assert dialog(page).error
    assert Rules(clinic.owner).changes() == ()
    dialog(page).reject()


def test_a_rule_is_changed_found_and_given_back(page: RulesPage, clinic: StaffedClinic) -> None:
    page.edit_wanted.emit("LI4 pregnancy")
    dialog(page).level.choose("caution")
    dialog(page).source.setPlainText("our reading of a review, 2026")
    dialog(page).go.click()
    assert page.dialog is None
    (change,) = Rules(clinic.owner).changes()
    assert (change.rule.level, change.rule.source) == ("caution", "our reading of a review, 2026")
    page.searched.emit("", True)
    assert [(line.key, line.state) for line in page.lines] == [("LI4 pregnancy", "changed")]
    page.edit_wanted.emit("LI4 pregnancy")
    dialog(page).active.setChecked(False)
    dialog(page).go.click()
    assert [line.state for line in page.lines] == ["off"]
    page.edit_wanted.emit("LI4 pregnancy")
    back = dialog(page).findChild(QPushButton, "rule.give_back")
    assert back is not None
    back.click()
    assert Rules(clinic.owner).changes() == ()
    assert page.lines == ()


def test_a_rule_of_the_clinics_own(page: RulesPage, clinic: StaffedClinic) -> None:
    page.add_wanted.emit()
    asked = dialog(page)
    asked.code.set_text("st 36")
    asked.level.choose("danger")
    asked.statement.setPlainText("Old scar here")
    asked.source.setPlainText("clinic meeting")
    asked.flag.choose("diabetes")
    asked.deeper.set_text("15,5")
    asked.go.click()
    (change,) = Rules(clinic.owner).changes()
    assert (change.rule.code, change.rule.level, change.replaces) == ("ST36", "danger", "")
    assert (change.rule.when.flags, change.rule.when.deeper_than_mm) == (("diabetes",), 15.5)
    assert page.lines[0].state == "own"
    page.edit_wanted.emit(page.lines[0].key)
    assert dialog(page).code.text == "ST36"
    assert dialog(page).deeper.text == "15.5"
    dialog(page).reject()


def test_a_rule_of_a_part_of_the_body_and_a_state(page: RulesPage, clinic: StaffedClinic) -> None:
    page.add_wanted.emit()
    asked = dialog(page)
    asked.statement.setPlainText("Shallow only")
    asked.source.setPlainText("clinic meeting")
    asked.flag.choose("weak_patient")
    asked.part.choose("knee")
    asked.go.click()
    (change,) = Rules(clinic.owner).changes()
    assert (change.rule.when.flags, change.rule.when.region) == (("weak_patient",), "knee")
    page.edit_wanted.emit(page.lines[0].key)
    assert (dialog(page).flag.key, dialog(page).part.key) == ("weak_patient", "knee")
    dialog(page).reject()


def test_every_part_and_every_state_can_be_chosen(clinic: StaffedClinic) -> None:
    points = clinic.owner.knowledge.points.values()
    assert {part for part, _words in part_options()} == {point.region for point in points}
    assert {flag for flag, _words in flag_options()} == RISK_FLAGS | STATES

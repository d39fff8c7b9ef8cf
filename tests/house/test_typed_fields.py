"""Every field of the screens stands in a table that says how its words outlive a killed process."""

import ast
from collections.abc import Iterator

from tests.helpers.source import modules
from tests.house.test_control_names import pattern_of

MADE_BY = {
    "DateField",
    "EntryField",
    "Field",
    "GrowingText",
    "LabelledField",
    "PassphraseField",
    "QLineEdit",
    "QPlainTextEdit",
    "QTextEdit",
    "SearchField",
}
"""What a field is made by; parts made of these give their own name on."""

AUTOSAVED = """
    findings.check_in_words findings.complaint findings.decision.* findings.onset findings.pulse_rate
    note.reaction.words note.words.*
    pattern.words
    plan.visits.afterwards plan.visits.minutes plan.words.*
    *.measure *.title *.words
    settings.clinic_address settings.clinic_name settings.clinic_phone settings.needle settings.rooms
"""
"""Part of a record, written while it is typed. Those of `keep_refused` keep what they refuse as well."""

REFUSE = """
    findings.complaint findings.onset findings.pulse_rate
    plan.visits.minutes settings.clinic_name settings.rooms
"""
"""Those of them that refuse something: kept as it stands, with its sentence, until it is put right."""

DRAFTS = """
    *.detail *.due
    *.licence *.name
    intake_review.why
    note.addendum
    patient.* patient.*_name patient.*_phone patient.*_relation patient.born
    points.depth_field.* points.method_field.* points.reason.* points.saved_name points.search
    points.details_sheet.direction.* points.details_sheet.gauge.* points.details_sheet.length.*
    points.details_sheet.levels.* points.details_sheet.lot.* points.details_sheet.needles.*
    points.details_sheet.place.* points.details_sheet.remove_on.* points.details_sheet.through.*
    points.stimulation_sheet.frequency.* points.stimulation_sheet.intensity.*
    rule.age_from rule.age_to rule.code rule.deeper rule.source rule.statement rule.week_from rule.week_to
    session.missing.point session.missing.remove_on session.reaction.follow_up session.spots.added
    session.spots.why session.zone.place
"""
"""Handed in whole: kept among the unfinished forms until then."""

FIRST_START = """
    first_start.address first_start.folder_path first_start.licence first_start.name
    first_start.owner_name first_start.phone
"""
"""Kept with the preferences of this PC, since there is no clinic yet."""

SECRETS = """
    add_user.passphrase first_start.key_group first_start.passphrase first_start.passphrase_again
    first_start.person_passphrase intake.passphrase new_key.group note.addendum_passphrase note.passphrase
    rotation.passphrase.* set_passphrase.new settings.own_again settings.own_new settings.own_old
    unlock.passphrase unlock.recovery_again unlock.recovery_key unlock.recovery_new
"""
"""Never kept: passphrases and the recovery key."""

SEARCHES = "forms.search patients.search settings.rule_search today.check_in.search"

FIGURES = """
    session.correction.number session.missing.number session.remind.minutes session.spots.* session.zone.*
"""
"""A count of needles or minutes is typed fresh each time, never filled in beforehand."""

LAST_PAGE = "first_start.person_licence first_start.person_name"
"""Kept as what is typed into the dialog of the settings that asks the same."""

TABLE = (AUTOSAVED, DRAFTS, FIRST_START, SECRETS, SEARCHES, FIGURES, LAST_PAGE)


def typed_names(tree: ast.AST) -> Iterator[str]:
    """The names of the fields made in a module, given there and then or by `setObjectName` later."""
    nodes = list(ast.walk(tree))
    made = {
        ast.unparse(target)
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if ast.unparse(node.value.func) in MADE_BY
        for target in node.targets
    }
    for call in (node for node in nodes if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in MADE_BY:
            yield from (pattern_of(word.value) for word in call.keywords if word.arg == "name")
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "setObjectName":
            yield from (pattern_of(call.args[0]) for _made in made & {ast.unparse(call.func.value)})


def test_every_field_stands_in_the_table_once() -> None:
    found = {name for module in modules("acuchart/screens") for name in typed_names(module.tree) if name}
    assert set(REFUSE.split()) <= set(AUTOSAVED.split())
    assert sorted(found) == sorted(name for names in TABLE for name in names.split())

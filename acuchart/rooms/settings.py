"""Settings."""

from acuchart.charting.accounts import Accounts
from acuchart.charting.clinic import Clinic
from acuchart.charting.rules import Rules
from acuchart.clinic.unfinished import Form
from acuchart.rooms.bench import Bench
from acuchart.screens.settings.accounts_presenter import AccountsPresenter
from acuchart.screens.settings.keys_presenter import KeysPresenter
from acuchart.screens.settings.presenter import SettingsPresenter
from acuchart.screens.settings.rules_presenter import RulesPresenter
from acuchart.screens.settings.view import SettingsPage
from acuchart.screens.shell.screens import Screen


def settings(bench: Bench) -> Screen:
    """What a clinic changes."""
    sitting, background = bench.sitting, bench.background
    accounts, clinic, folder = Accounts(sitting), Clinic(sitting), sitting.records.folder
    page = SettingsPage()
    presenter = SettingsPresenter(
        page, accounts, clinic, sitting.user, folder, background, bench.go, bench.timer
    )
    people = AccountsPresenter(page, accounts, background, bench.go, bench.lock)
    keys = KeysPresenter(page, accounts, clinic, folder, background, sitting.clock, bench.lock)
    page.part_opened.connect(presenter.show)
    page.part_opened.connect(people.show)
    rules = RulesPresenter(page.rules, Rules(sitting), sitting.knowledge.cautions, background)
    page.part_opened.connect(rules.show)
    for typed_into in (page.typing_in, page.rules.typing_in):
        typed_into.connect(bench.keep_typing)
    bench.keep_fields(page.clinic, page.clinic.details_shown, lambda: Form("clinic"))
    page.own.passphrase_wanted.connect(presenter.change_passphrase)
    page.clinic.edited.connect(presenter.edit_details)
    page.users.add_wanted.connect(page.ask_new_user)
    page.users.change_wanted.connect(people.want_change)
    page.users.passphrase_wanted.connect(people.want_passphrase)
    page.users.close_wanted.connect(people.want_close)
    page.user_given.connect(people.add)
    page.account_given.connect(people.change)
    page.passphrase_given.connect(people.set_passphrase)
    page.close_confirmed.connect(people.close)
    page.records.replace_wanted.connect(keys.replace_key)
    page.records.rotate_wanted.connect(keys.want_rotation)
    page.records.folder_wanted.connect(presenter.open_folder)
    page.rotation_given.connect(keys.rotate)
    page.key_print_wanted.connect(keys.print_key)
    page.key_save_chosen.connect(keys.save_key)
    page.key_group_typed.connect(keys.prove_key)
    page.audit.check_wanted.connect(presenter.check_audit)
    page.look.show_letters(bench.letters.romance())
    page.look.letters_wanted.connect(bench.letters.use)
    page.look.show_look(*bench.look.now())
    page.look.look_wanted.connect(bench.look.use)
    return Screen(page, (presenter, people, keys, rules, bench.forms), presenter.open)

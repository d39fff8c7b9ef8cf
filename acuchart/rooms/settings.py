"""Settings."""

from acuchart.charting.accounts import Accounts
from acuchart.charting.clinic import Clinic
from acuchart.charting.rules import Rules
from acuchart.clinic.unfinished import Form
from acuchart.rooms.bench import Bench
from acuchart.screens.settings.presenter import SettingsPresenter
from acuchart.screens.settings.rules_presenter import RulesPresenter
from acuchart.screens.settings.view import SettingsPage
from acuchart.screens.shell.screens import Screen


def settings(bench: Bench) -> Screen:
    """What a clinic changes."""
    sitting = bench.sitting
    page = SettingsPage()
    presenter = SettingsPresenter(
        page,
        Accounts(sitting),
        Clinic(sitting),
        sitting.user,
        sitting.records.folder,
        bench.background,
        bench.go,
        sitting.clock,
        bench.timer,
        bench.lock,
    )
    page.part_opened.connect(presenter.show)
    rules = RulesPresenter(page.rules, Rules(sitting), sitting.knowledge.cautions, bench.background)
    page.part_opened.connect(rules.show)
    for typed_into in (page.typing_in, page.rules.typing_in):
        typed_into.connect(bench.keep_typing)
    bench.keep_fields(page.clinic, page.clinic.details_shown, lambda: Form("clinic"))
    page.own.passphrase_wanted.connect(presenter.change_passphrase)
    page.clinic.edited.connect(presenter.edit_details)
    page.users.add_wanted.connect(page.ask_new_user)
    page.users.passphrase_wanted.connect(presenter.want_passphrase)
    page.users.close_wanted.connect(presenter.want_close)
    page.user_given.connect(presenter.add_user)
    page.passphrase_given.connect(presenter.set_passphrase)
    page.close_confirmed.connect(presenter.close_user)
    page.records.replace_wanted.connect(presenter.replace_key)
    page.records.rotate_wanted.connect(presenter.want_rotation)
    page.records.folder_wanted.connect(presenter.open_folder)
    page.rotation_given.connect(presenter.rotate)
    page.key_print_wanted.connect(presenter.print_key)
    page.key_save_chosen.connect(presenter.save_key)
    page.key_group_typed.connect(presenter.prove_key)
    page.audit.check_wanted.connect(presenter.check_audit)
    page.look.show_letters(bench.letters.romance())
    page.look.letters_wanted.connect(bench.letters.use)
    page.look.show_look(*bench.look.now())
    page.look.look_wanted.connect(bench.look.use)
    return Screen(page, (presenter, rules, bench.forms), presenter.open)

"""Every use case has its row: who may do it and who may not. A new use case without a row fails here."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

import pytest

import acuchart.charting
from acuchart.charting.accounts import Accounts
from acuchart.charting.sitting import Duty, Sitting, Transaction, UseCases
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble, NotAllowed
from tests.helpers.clinic import StaffedClinic

DESK, CLINICAL, OWNING = Duty.DESK, Duty.CLINICAL, Duty.OWNING

TABLE = {
    "Accounts.all": DESK,
    "Clinic.audit_trail": OWNING,
    "Clinic.change": OWNING,
    "Clinic.check_audit_trail": OWNING,
    "Clinic.details": DESK,
    "Counting.count_in": CLINICAL,
    "Counting.count_in_at": CLINICAL,
    "Counting.count_out": CLINICAL,
    "Counting.count_out_at": CLINICAL,
    "Counting.one_more_in": CLINICAL,
    "Counting.one_more_out": CLINICAL,
    "Counting.settle": CLINICAL,
    "Counting.take_back": CLINICAL,
    "Courses.close": CLINICAL,
    "Courses.describe": CLINICAL,
    "Courses.open": CLINICAL,
    "Courses.set_goals": CLINICAL,
    "Courses.set_schedule": CLINICAL,
    "Findings.answer_red_flag": CLINICAL,
    "Findings.forget_red_flag": CLINICAL,
    "Findings.record": CLINICAL,
    "FormPapers.blank": DESK,
    "FormPapers.filled": CLINICAL,
    "Headers.of_intake": CLINICAL,
    "Headers.of_visit": CLINICAL,
    "Intakes.accept": CLINICAL,
    "Intakes.complete": DESK,
    "Intakes.fill": DESK,
    "Intakes.hand_out": DESK,
    "Intakes.handed_out_on": DESK,
    "Intakes.keep_answers": DESK,
    "Intakes.review": CLINICAL,
    "Intakes.set_aside": CLINICAL,
    "Intakes.settle": CLINICAL,
    "Intakes.take_back": DESK,
    "LeavingIn.left_in": DESK,
    "LeavingIn.taken_out": CLINICAL,
    "Notes.add": CLINICAL,
    "Notes.read": CLINICAL,
    "Notes.record_reactions": CLINICAL,
    "Notes.sign": CLINICAL,
    "Notes.take_over": CLINICAL,
    "Notes.write": CLINICAL,
    "Patients.change": DESK,
    "Patients.chart": CLINICAL,
    "Patients.find": DESK,
    "Patients.likely_duplicates": DESK,
    "Patients.particulars": DESK,
    "Patients.register": DESK,
    "Patterns.confirm": CLINICAL,
    "Patterns.reopen": CLINICAL,
    "Patterns.write": CLINICAL,
    "Plans.draft_of": CLINICAL,
    "Plans.handed_out": CLINICAL,
    "Plans.issue": CLINICAL,
    "Plans.issued": CLINICAL,
    "Plans.points_changed": CLINICAL,
    "Plans.sheet": CLINICAL,
    "Plans.withdraw": CLINICAL,
    "Plans.write": CLINICAL,
    "Points.needle_all_the_same": CLINICAL,
    "Points.prescribe": CLINICAL,
    "Prescriptions.all": CLINICAL,
    "Prescriptions.remove": CLINICAL,
    "Prescriptions.save": CLINICAL,
    "PrintQueue.fault": DESK,
    "PrintQueue.outdated": DESK,
    "PrintQueue.paper": DESK,
    "PrintQueue.print_again": DESK,
    "PrintQueue.printed": DESK,
    "PrintQueue.queue": DESK,
    "Reacting.follow_ups": CLINICAL,
    "Reacting.followed_up": CLINICAL,
    "Reacting.react": CLINICAL,
    "RiskFlags.ask": CLINICAL,
    "RiskFlags.history": CLINICAL,
    "RiskFlags.of": CLINICAL,
    "RoomCalls.answer": CLINICAL,
    "RoomCalls.raise_call": DESK,
    "Rules.add": OWNING,
    "Rules.change": OWNING,
    "Rules.change_own": OWNING,
    "Rules.changes": CLINICAL,
    "Rules.give_back": OWNING,
    "Sessions.bedside": CLINICAL,
    "Sessions.begin": CLINICAL,
    "Sessions.call_off": CLINICAL,
    "Sessions.close": CLINICAL,
    "Sessions.end_day": DESK,
    "Sessions.prepare": CLINICAL,
    "Sessions.remove": CLINICAL,
    "Sessions.rooms": DESK,
    "Sessions.spots": CLINICAL,
    "Sessions.turn": CLINICAL,
    "Sessions.without_needles": CLINICAL,
    "Slips.slip": CLINICAL,
    "Timing.add_minutes": CLINICAL,
    "Timing.go_on": CLINICAL,
    "Timing.lengthen_zone": CLINICAL,
    "Timing.pause": CLINICAL,
    "Timing.remind": CLINICAL,
    "Timing.retain": CLINICAL,
    "Timing.silence": DESK,
    "Timing.skin_every": CLINICAL,
    "Timing.skin_seen": CLINICAL,
    "Timing.stage_done": CLINICAL,
    "Timing.start_again": CLINICAL,
    "Timing.start_zone": CLINICAL,
    "Timing.take_off_zone": CLINICAL,
    "Today.board": DESK,
    "Today.check_in": DESK,
    "Today.give_room": DESK,
    "Today.practitioners": DESK,
    "Today.take_back": DESK,
    "Unfinished.all": DESK,
    "Unfinished.forget": DESK,
    "Unfinished.keep": DESK,
    "Visits.check_in": CLINICAL,
    "Visits.open": CLINICAL,
}

ALLOWED = {
    Role.OWNER: {DESK, CLINICAL, OWNING},
    Role.PRACTITIONER: {DESK, CLINICAL},
    Role.FRONT_DESK: {DESK},
}

COMPOUND = {
    "Accounts.add": OWNING,
    "Accounts.change": OWNING,
    "Accounts.change_own_passphrase": DESK,
    "Accounts.close": OWNING,
    "Accounts.replace_recovery_key": OWNING,
    "Accounts.rotate": OWNING,
    "Accounts.set_passphrase": OWNING,
}
"""Made of guarded use cases, because they change the vault between two transactions; tested below."""


def rooms() -> Iterator[type[UseCases]]:
    """Every class of use cases in the package."""
    for module in pkgutil.iter_modules(acuchart.charting.__path__):
        loaded = importlib.import_module(f"acuchart.charting.{module.name}")
        for _name, kind in inspect.getmembers(loaded, inspect.isclass):
            if issubclass(kind, UseCases) and kind.__module__ == loaded.__name__:
                yield kind


def public_acts() -> dict[str, object]:
    """Everything a screen could call, but for helpers that need an open transaction handed in."""
    found: dict[str, object] = {}
    for kind in rooms():
        for name, act in vars(kind).items():
            if name.startswith("_") or not inspect.isfunction(act):
                continue
            takes_transaction = any(
                parameter.annotation is Transaction
                for parameter in inspect.signature(act).parameters.values()
            )
            if hasattr(act, "duty") or not takes_transaction:
                found[f"{kind.__name__}.{name}"] = act
    return found


def room_called(name: str) -> type[UseCases]:
    return next(kind for kind in rooms() if kind.__name__ == name.split(".")[0])


def sitting_of(clinic: StaffedClinic, role: Role) -> Sitting:
    return {
        Role.OWNER: clinic.owner,
        Role.PRACTITIONER: clinic.practitioner,
        Role.FRONT_DESK: clinic.desk,
    }[role]


def test_the_table_names_every_use_case_with_its_duty() -> None:
    acts = {name: act for name, act in public_acts().items() if name not in COMPOUND}
    assert {name: getattr(act, "duty", None) for name, act in acts.items()} == TABLE


@pytest.mark.parametrize("role", list(Role))
def test_each_role_does_what_its_row_says_and_nothing_else(clinic: StaffedClinic, role: Role) -> None:
    sitting = sitting_of(clinic, role)
    for name, duty in TABLE.items():
        act = getattr(room_called(name)(sitting), name.split(".")[1])
        if duty not in ALLOWED[role]:
            with pytest.raises(NotAllowed):
                act()
            continue
        try:
            act()
        except NotAllowed:
            pytest.fail(f"{role} should be allowed {name}")
        except (TypeError, ChartTrouble):
            pass  # The role was let through; what is missing are the arguments.


def test_what_was_refused_leaves_no_trace_but_nothing_changed(clinic: StaffedClinic) -> None:
    with clinic.owner.records.work() as work:
        before = len(list(work.audit.all()))
    with pytest.raises(NotAllowed):
        Accounts(clinic.desk).add("Somebody", Role.OWNER, "", "a long enough passphrase")
    with clinic.owner.records.work() as work:
        assert len(list(work.audit.all())) == before
        assert len(work.users.all()) == 3


NEW = "nine slow herons wading home"
ASKED: dict[str, Callable[[Accounts, StaffedClinic], object]] = {
    "Accounts.add": lambda accounts, _clinic: accounts.add("Ida Moss", Role.FRONT_DESK, "", NEW),
    "Accounts.change": lambda accounts, clinic: accounts.change(
        clinic.desk.user.id, "Ida Moss", Role.FRONT_DESK, ""
    ),
    "Accounts.change_own_passphrase": lambda accounts, _clinic: accounts.change_own_passphrase("wrong", NEW),
    "Accounts.close": lambda accounts, _clinic: accounts.close(new_id()),
    "Accounts.replace_recovery_key": lambda accounts, _clinic: accounts.replace_recovery_key(),
    "Accounts.rotate": lambda accounts, clinic: accounts.rotate({}),
    "Accounts.set_passphrase": lambda accounts, clinic: accounts.set_passphrase(clinic.desk.user.id, NEW),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", COMPOUND)
def test_compound_acts_keep_to_their_row(clinic: StaffedClinic, name: str, role: Role) -> None:
    accounts = Accounts(sitting_of(clinic, role))
    if COMPOUND[name] not in ALLOWED[role]:
        with pytest.raises(NotAllowed):
            ASKED[name](accounts, clinic)
        return
    try:
        ASKED[name](accounts, clinic)
    except NotAllowed:
        pytest.fail(f"{role} should be allowed {name}")
    except ChartTrouble:
        pass  # The role was let through; what was asked could not be done.


def test_every_compound_act_is_asked_of_every_role() -> None:
    assert set(ASKED) == set(COMPOUND)
    assert set(COMPOUND) <= set(public_acts())


def test_a_closed_account_may_do_nothing_any_more(clinic: StaffedClinic) -> None:
    Accounts(clinic.owner).close(clinic.practitioner.user.id)
    with pytest.raises(NotAllowed):
        Accounts(clinic.practitioner).all()

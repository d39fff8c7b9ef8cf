"""A person signed in, and the one way every use case is carried out.

A use case is a public method marked `use_case(duty)`. It receives an open `Transaction`: the role is checked
first, the act runs, the audit trail must have grown, the transaction commits, and only then are its events
published.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from acuchart.charting.bus import Bus
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import Event
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import NotAllowed
from acuchart.knowledge import Knowledge
from acuchart.records.vault import Vault
from acuchart.records.work import Records, Work
from acuchart.words import _


class Duty(StrEnum):
    """What an act belongs to."""

    DESK = "desk"
    CLINICAL = "clinical"
    OWNING = "owning"


def may(user: User, duty: Duty) -> bool:
    """Whether the role of a user includes a duty; an owner treats patients only with a licence."""
    if user.closed_at is not None:
        return False
    if duty is Duty.OWNING:
        return user.role is Role.OWNER
    return duty is Duty.DESK or user.treats


@dataclass(slots=True)
class Transaction:
    """What an act works with: the open records, and what it leaves behind."""

    work: Work
    user: User
    events: list[Event] = field(default_factory=list)
    written: int = 0

    def audit(self, act: str, record_number: str = "", detail: str = "") -> None:
        """Appends to the audit trail: the act as a dotted slug, never a patient's words."""
        self.work.audit.append(self.user.id, act, record_number, detail)
        self.written += 1

    def publish(self, event: Event) -> None:
        """Keeps an event for after the commit."""
        self.events.append(event)


@dataclass(frozen=True)
class Sitting:
    """A user at the PC, with everything the use cases need.

    Attributes:
        key: The data key, held only while somebody is signed in.
    """

    user: User
    vault: Vault
    key: bytes = field(repr=False)
    records: Records
    knowledge: Knowledge
    clock: Clock
    bus: Bus


Self = TypeVar("Self", bound="UseCases")
Given = ParamSpec("Given")
Result = TypeVar("Result")
Act = Callable[Concatenate[Self, Transaction, Given], Result]
Method = Callable[Concatenate[Self, Given], Result]


class UseCases:
    """A room of use cases, worked by one sitting."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting

    @property
    def clock(self) -> Clock:
        """The time handed in."""
        return self.sitting.clock

    @property
    def user_id(self) -> UUID:
        """Who is signed in."""
        return self.sitting.user.id


def use_case(duty: Duty) -> Callable[[Act[Self, Given, Result]], Method[Self, Given, Result]]:
    """Makes a method one transaction, allowed to those whose role includes the duty."""

    def decorate(act: Act[Self, Given, Result]) -> Method[Self, Given, Result]:
        @wraps(act)
        def perform(self: Self, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
            sitting = self.sitting
            with sitting.records.work() as work:
                user = work.users.get(sitting.user.id)
                if not may(user, duty):
                    raise NotAllowed(_refusal(user, duty))
                transaction = Transaction(work, user)
                result = act(self, transaction, *args, **kwargs)
                if not transaction.written:
                    raise AssertionError(f"{act.__qualname__} left no trace in the audit trail")
            for event in transaction.events:
                sitting.bus.publish(event)
            return result

        perform.duty = duty  # type: ignore[attr-defined]  # read by the test of roles
        return perform

    return decorate


def _refusal(user: User, duty: Duty) -> str:
    """What a person whose role lacks a duty can do about it."""
    if duty is Duty.CLINICAL and user.role is Role.OWNER and user.closed_at is None:
        return _("This needs a licence number. Give yours in Settings, under Users and roles.")
    return _("Your role does not include this. Ask the owner of the clinic.")

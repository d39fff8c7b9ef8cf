"""The vault header: who has an account, and the data key wrapped for each of them.

It lies in the clear, so that the unlock screen can ask who is here; it names the people who work at the
clinic and nobody else. What it says is believed only after its MAC was checked with the data key.
"""

import json
from dataclasses import dataclass, replace
from uuid import UUID

from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.shapes import plain, shaped, to_text
from acuchart.words import _

VERSION = 1
RECOVERY = "recovery"
_SALT_BYTES, _NONCE_BYTES, _SEALED_BYTES = 16, 12, 48


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs (Argon2id).

    Attributes:
        time: Passes over the memory.
        memory_kib: Memory in KiB.
        lanes: Parallel lanes.
    """

    time: int
    memory_kib: int
    lanes: int

    def within(self, least: "Cost", most: "Cost") -> bool:
        """Whether each figure lies between two costs."""
        return (
            least.time <= self.time <= most.time
            and least.memory_kib <= self.memory_kib <= most.memory_kib
            and least.lanes <= self.lanes <= most.lanes
        )


RECOMMENDED = Cost(time=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106, section 4, second recommended option."""

MOST = Cost(time=16, memory_kib=1024 * 1024, lanes=16)
"""More than this would exhaust the PC rather than a thief."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key, sealed with AES-256-GCM under a key from Argon2id; bytes as hexadecimal digits."""

    cost: Cost
    salt: str
    nonce: str
    sealed: str

    def check(self, least: Cost) -> None:
        """Refuses figures that would weaken the wrap or exhaust the PC."""
        sizes = tuple(len(bytes.fromhex(text)) for text in (self.salt, self.nonce, self.sealed))
        if sizes != (_SALT_BYTES, _NONCE_BYTES, _SEALED_BYTES) or not self.cost.within(least, MOST):
            raise ValueError("a wrap of the header is out of bounds")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may have an account here, as the unlock screen shows them."""

    id: UUID
    name: str
    role: Role
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """A person and their wrap; a closed account has none."""

    person: Person
    wrap: Wrap | None


@dataclass(frozen=True, slots=True)
class Header:
    """Everything in the file.

    Attributes:
        mac: HMAC-SHA-256 over all the rest, as hexadecimal digits.
    """

    version: int
    accounts: tuple[Account, ...]
    recovery: Wrap
    mac: str = ""

    def wrap_of(self, who: str) -> Wrap | None:
        """The wrap of a user's id or of `RECOVERY`; None when there is none."""
        if who == RECOVERY:
            return self.recovery
        return next((account.wrap for account in self.accounts if str(account.person.id) == who), None)

    def authenticated(self) -> bytes:
        """The bytes the MAC is made over."""
        return to_text(plain(replace(self, mac=""))).encode("utf-8", "surrogatepass")

    def to_bytes(self) -> bytes:
        """The file."""
        return json.dumps(plain(self), ensure_ascii=False, indent=1).encode()


def read_header(content: bytes, least: Cost) -> Header:
    """The header in a file; `least` is the cheapest wrap that is believed.

    Raises:
        ChartTrouble: The file is damaged, foreign or newer than this program.
    """
    try:
        data = json.loads(content.decode())
        if isinstance(data, dict) and type(data.get("version")) is int and data["version"] > VERSION:
            raise ChartTrouble(
                _("This clinic was made by a newer AcuChart. Install that version to open it.")
            )
        header: Header = shaped(Header, data)
        _check(header, least)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ChartTrouble(
            _("The vault file of this clinic is damaged or foreign. Restore it from a backup.")
        ) from error
    return header


def _check(header: Header, least: Cost) -> None:
    ids = [account.person.id for account in header.accounts]
    if header.version != VERSION or not ids or len(set(ids)) < len(ids):
        raise ValueError("the header names nobody, or somebody twice")
    if any(account.person.closed != (account.wrap is None) for account in header.accounts):
        raise ValueError("a closed account has no wrap, an open one has")
    for wrap in (header.recovery, *(account.wrap for account in header.accounts)):
        if wrap is not None:
            wrap.check(least)

"""Wrong passphrases, counted for each account and slowed down.

After five in a row the next try waits a minute, then twice as long each time, up to fifteen minutes.

The count lies in the clinic folder, so that a restart does not forgive. It slows a person at the PC; whoever
takes the disk away is slowed by Argon2id alone.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import read_whole, write_whole
from acuchart.records.shapes import plain, shaped, to_text
from acuchart.words import _, ngettext

FILE = "attempts.json"
FREE = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)


class WrongPassphrase(ChartTrouble):
    """The passphrase, the recovery key or the account is another; nobody says which.

    Attributes:
        tries_left: Tries before the next wait.
        wait: How long the next try has to wait.
    """

    def __init__(self, tries_left: int, wait: timedelta) -> None:
        super().__init__(_said(tries_left, wait))
        self.tries_left = tries_left
        self.wait = wait


class TooManyTries(ChartTrouble):
    """The next try has to wait.

    Attributes:
        wait: How long.
    """

    def __init__(self, wait: timedelta) -> None:
        super().__init__(_("Try again in {time}.").format(time=_clock(wait)))
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong tries in a row, and when the last one was.

    Attributes:
        untold: Wrong tries the audit trail does not know of yet; a right passphrase does not forgive these.
    """

    count: int = 0
    last: datetime | None = None
    untold: int = 0

    def wait(self, now: datetime) -> timedelta:
        """How long the next try has to wait; never longer than the whole wait if the clock is set back."""
        if self.last is None:
            return timedelta(0)
        whole = wait_after(self.count)
        return min(whole, max(timedelta(0), self.last + whole - now))


ALMOST = Failures(FREE - 1)
"""What is believed of a file that can't be read: one more wrong try and it is time to wait."""


def wait_after(count: int) -> timedelta:
    """The wait after so many wrong tries in a row."""
    if count < FREE:
        return timedelta(0)
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(count - FREE, 10)))


class Attempts:
    """The counts of one clinic folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        # A disk that can't be written must not keep people out, nor forgive them while the program runs.
        self._unwritten: dict[str, Failures] = {}

    def of(self, who: str) -> Failures:
        """Wrong tries in a row for an account."""
        return max(self._kept(who), self._unwritten.get(who, Failures()), key=lambda failures: failures.count)

    def wait(self, now: datetime, who: str | None = None) -> timedelta:
        """How long an account has to wait; without an account the longest wait of all."""
        accounts = {*(self._read() or {}), *self._unwritten} if who is None else {who}
        return max((self.of(account).wait(now) for account in accounts), default=timedelta(0))

    def count(self, who: str, now: datetime) -> Failures:
        """Counts a try as wrong; done before it is made, so that killing the program does not save it."""
        before = self.of(who)
        failures = Failures(before.count + 1, now, before.untold + 1)
        self._write(who, failures)
        return failures

    def right(self, who: str) -> None:
        """The try just counted was right: forgets the wrong ones before it, but for telling of them."""
        self._write(who, Failures(untold=max(0, self.of(who).untold - 1)))

    def forgive(self, who: str) -> None:
        """Forgets the wrong tries of an account that was given another passphrase."""
        if self.of(who).count:
            self._write(who, Failures(untold=self.of(who).untold))

    def untold(self) -> Mapping[str, int]:
        """Wrong tries of each account that the audit trail does not know of yet."""
        accounts = sorted({*(self._read() or {}), *self._unwritten})
        return {who: self.of(who).untold for who in accounts if self.of(who).untold}

    def told(self, tries: Mapping[str, int]) -> None:
        """The audit trail knows of these now."""
        for who, n in tries.items():
            failures = self.of(who)
            self._write(who, replace(failures, untold=max(0, failures.untold - n)))

    def _kept(self, who: str) -> Failures:
        counts = self._read()
        return ALMOST if counts is None else counts.get(who, Failures())

    def _read(self) -> dict[str, Failures] | None:
        """The counts in the file, None when it can't be read."""
        try:
            content = read_whole(self._path)
            return {} if content is None else _counts(content)
        except (ChartTrouble, ValueError, TypeError, AttributeError, RecursionError):
            return None

    def _write(self, who: str, failures: Failures) -> None:
        self._unwritten[who] = failures
        with suppress(ChartTrouble):
            counts = {**(self._read() or {}), who: failures}
            write_whole(
                self._path, to_text(plain({w: f for w, f in counts.items() if f.count or f.untold})).encode()
            )
            del self._unwritten[who]


def _counts(content: bytes) -> dict[str, Failures]:
    counts: dict[str, Failures] = {
        who: shaped(Failures, failures) for who, failures in json.loads(content).items()
    }
    if any(failures.last is not None and failures.last.tzinfo is None for failures in counts.values()):
        raise ValueError("a naive instant")
    return counts


def _said(tries_left: int, wait: timedelta) -> str:
    if not tries_left:
        return _("That's not it. Try again in {time}.").format(time=_clock(wait))
    minutes = FIRST_WAIT // timedelta(minutes=1)
    return ngettext(
        "That's not it. {n} try left, then {minutes} minute wait.",
        "That's not it. {n} tries left, then {minutes} minute wait.",
        tries_left,
    ).format(n=tries_left, minutes=minutes)


def _clock(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes}:{seconds:02d}"

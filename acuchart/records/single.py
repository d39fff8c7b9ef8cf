"""One AcuChart for one clinic folder."""

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import disk_trouble, make_folder
from acuchart.words import _

FILE = "acuchart.lock"


class AlreadyOpen(ChartTrouble):
    """Another AcuChart has this clinic open."""


class Hold:
    """Keeps a clinic folder for this program until it is released or the program ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / FILE, mode=0o600, thread_local=False)

    def take(self) -> None:
        """Takes the folder.

        Raises:
            AlreadyOpen: Another AcuChart has it.
            ChartTrouble: It can't be written.
        """
        make_folder(self._folder)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise AlreadyOpen(_("AcuChart already has this clinic open.")) from error
        except OSError as error:
            raise disk_trouble(error) from error

    def release(self) -> None:
        """Lets the folder go."""
        self._lock.release()

    @property
    def held(self) -> bool:
        """Whether this program has the folder."""
        return self._lock.is_locked

    def __enter__(self) -> "Hold":
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

"""A second start of AcuChart on the same clinic brings the first window to the front."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


def server_name(folder: Path) -> str:
    """A name for one clinic folder and one person of the PC; it says nothing about either."""
    place = f"{getpass.getuser()} {folder.resolve()}"
    return f"acuchart-{hashlib.sha256(place.encode()).hexdigest()[:24]}"


def first_comes_to_front(folder: Path) -> bool:
    """Asks the first AcuChart on a clinic to show itself; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(b"front\n")
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class FrontServer(QObject):
    """Waits for second starts.

    Signals:
        asked: somebody started AcuChart again on this clinic.
    """

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder)
        if not self._server.listen(name):
            # What a crash left behind; the lock in the clinic folder tells whether another one really runs.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Whether a second start would be heard."""
        return self._server.isListening()

    def close(self) -> None:
        """Listens no more."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()

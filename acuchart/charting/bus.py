"""Events go out after commit; whoever wants to know subscribes."""

from collections.abc import Callable

from acuchart.clinic.events import Event

Listener = Callable[[Event], None]


class Bus:
    """Hands each event to every listener, on the thread that publishes it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Adds a listener; the returned call takes it away again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: Event) -> None:
        """Tells every listener."""
        for listener in tuple(self._listeners):
            listener(event)

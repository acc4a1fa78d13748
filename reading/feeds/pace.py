"""The pace at which one client may ask for feeds: so many requests a minute, in a bounded memory of this process."""

from collections import OrderedDict
from threading import Lock

MINUTE = 60.0


class Pace:
    """Clients and how far their requests reach ahead of the time that they should have taken (GCRA).

    Whoever has waited a minute may send a whole minute's requests at once. Of `most_clients` the one that was not heard
    of for longest is forgotten.
    """

    def __init__(self, most_clients: int = 10_000) -> None:
        self.most_clients = most_clients
        self._ahead: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def wait(self, client: str, per_minute: int, now: float) -> float:
        """Seconds that the client must wait before this request; 0 if it may be answered, and is counted then.

        `now`: seconds of a clock that only runs forward.
        """
        step = MINUTE / per_minute
        with self._lock:
            due = max(self._ahead.pop(client, now), now)
            too_early = due - now - (MINUTE - step)
            allowed = too_early <= 1e-6
            self._ahead[client] = due + step if allowed else due
            if len(self._ahead) > self.most_clients:
                self._ahead.popitem(last=False)
        return 0.0 if allowed else too_early

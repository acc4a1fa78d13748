"""Keep a web server running: start it again when it ends, and let a new one take over without a gap.

Beside it runs the worker of pictures, of the same code and settings.
"""

import queue
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import FrameType

from environs import EnvError

from .picture_worker import PictureWorker
from .reports import report
from .web_server import WebServer

START_LIMIT = 60.0  # seconds until all workers have loaded the application
PAUSES = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)  # seconds before the first, second … try; then the last
GOOD_AFTER = 60.0  # seconds; a server that lived so long was no failed start
RELOAD, ENDED = "reload", "ended"

Environment = Callable[[], Mapping[str, str]]


class Supervisor:
    """The current web server on a socket, and those that are ending.

    `environment` gives the variables for a new server, with what the environment file says then.
    """

    def __init__(self, listener: socket.socket, environment: Environment) -> None:
        self._listener, self._environment = listener, environment
        self._events: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._in_use = environment()
        self._running: list[WebServer] = []  # the last one is current; others are just starting
        self._endings: list[threading.Thread] = []
        self._pictures = PictureWorker()
        self._tries = 0
        self.notice = ""  # what the last `prepare` had to say

    def start(self) -> bool:
        """Prepare the desk and start the first server. False if one of the two fails."""
        signal.signal(signal.SIGUSR1, self._note(RELOAD))
        signal.signal(signal.SIGCHLD, self._note(ENDED))
        is_served = self._take_over(self._in_use, prepare=True)
        if is_served:
            self._pictures.start(self._in_use)
        return is_served

    def serve(self) -> None:
        """Start the server again whenever it ends, and let another one take over on SIGUSR1. Ends by an exception."""
        while True:
            if self._running[-1].has_ended:
                self._restart(self._running[-1])
            elif self._events.get() == RELOAD:
                self._reload()

    def end(self) -> None:
        """End every server and the worker of pictures, and wait for that."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for server in list(self._running):
            self._retire(server)
        self._pictures.end()
        for ending in self._endings:
            ending.join()

    def _take_over(self, environment: Mapping[str, str], *, prepare: bool = False) -> bool:
        """Start a server, wait until it is ready, and end those before it. False if it does not become ready."""
        server = WebServer(self._listener, environment, prepare=prepare)
        self._running.append(server)
        is_ready = self._is_prepared(server, prepare) and self._becomes_ready(server)
        for other in self._running[:-1] if is_ready else [server]:
            self._retire(other)
        if is_ready:
            self._in_use = environment
        return is_ready

    def _is_prepared(self, server: WebServer, prepare: bool) -> bool:
        """True if nothing was to prepare, or that is done. Otherwise `prepare` has said why it failed."""
        notice = server.notice() if prepare else ""
        self.notice = notice or ""
        return notice is not None

    def _becomes_ready(self, server: WebServer) -> bool:
        is_ready = server.becomes_ready(START_LIMIT)
        if not is_ready:
            report("The web server did not start.")
        return is_ready

    def _restart(self, ended: WebServer) -> None:
        """Start a server instead of one that ended, and try until that works, after pauses that grow.

        Connections wait in the socket meanwhile. Workers that outlived their server serve until the new one is ready.
        """
        tries = 0 if ended.age > GOOD_AFTER else self._tries
        reason = f"The web server ended ({ended.describe_end()})."
        while True:
            pause = PAUSES[min(tries, len(PAUSES) - 1)]
            tries += 1
            report(f"{reason} It is started again {f'in {pause:g} seconds' if pause else 'now'}.")
            is_asked = self._is_asked_to_reload(within=pause)
            if self._reload() if is_asked else self._take_over(self._in_use):
                break
            reason = "The web server did not start."
        self._tries = tries

    def _is_asked_to_reload(self, *, within: float) -> bool:
        """Wait some seconds, but not longer than until somebody asks for a reload."""
        deadline = time.monotonic() + within
        with suppress(queue.Empty):
            while (left := deadline - time.monotonic()) > 0:
                if self._events.get(timeout=left) == RELOAD:
                    return True
        return False

    def _reload(self) -> bool:
        """Let a server of the code and settings that are there now take over. If it does not start, keep this one."""
        try:
            environment = self._environment()
            is_new = self._take_over(environment, prepare=True)
        except EnvError as error:
            report(str(error))
            is_new = False
        if is_new:
            self._pictures.renew(environment)
        report(
            "New workers serve the desk." if is_new else "New workers did not start; the earlier ones stay."
        )
        return is_new

    def _retire(self, server: WebServer) -> None:
        """End a server in a thread, because requests that it is answering may take their time."""
        self._running.remove(server)
        self._endings = [ending for ending in self._endings if ending.is_alive()]
        self._endings.append(threading.Thread(target=server.end))
        self._endings[-1].start()

    def _note(self, event: str) -> Callable[[int, FrameType | None], None]:
        return lambda number, frame: self._events.put(event)

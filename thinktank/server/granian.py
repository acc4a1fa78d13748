"""`python -m thinktank.server.granian OPTIONS`: granian's command line, on a socket that the starter listens on.

Two variables name file descriptors: DESK_LISTENER the socket, DESK_STARTER a connection to the starter. On that a
worker reports that it has loaded the application. It ends when the starter does, but not when granian's main process is
killed: the workers then serve until others take over. Without the variables this is plain granian.
"""

import multiprocessing
import os
import signal
import socket
import threading
from functools import partial
from typing import Any

from granian import cli
from granian._granian import SocketHolder
from granian._internal import load_target
from granian.server import Server

LISTENER, STARTER = "DESK_LISTENER", "DESK_STARTER"
BACKLOG = 1024


class ListeningServer(Server):  # type: ignore[misc]
    """Granian whose workers share one socket. By itself each has a socket of its own, and what waits there is lost."""

    def _init_shared_socket(self) -> None:
        listener = int(os.environ[LISTENER])
        self._ssp, self._sfd = None, listener
        self._shd = SocketHolder(listener, False, BACKLOG)  # type: ignore[call-arg]
        self._sso = socket.socket(fileno=listener)

    def serve(self, *arguments: Any, **options: Any) -> None:
        load_target(self.target)  # once for all workers, which are forked from this process
        loader = partial(_load, self.target, int(os.environ[STARTER]))
        super().serve(target_loader=loader, wrap_loader=False)


def _load(target: str, starter: int) -> Any:
    """Get the application in a new worker, and report that."""
    application = load_target(target)
    threading.Thread(target=_end_with, args=(starter,), daemon=True).start()
    os.write(starter, b".")
    return application


def _end_with(starter: int) -> None:
    """Wait for the end of the starter, which never writes anything; then end this worker."""
    os.read(starter, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    if LISTENER in os.environ:
        multiprocessing.set_start_method("fork")  # so that workers inherit both descriptors
        cli.Server = ListeningServer
    cli.entrypoint()


if __name__ == "__main__":
    main()

"""The socket on which the desk listens: systemd's, if it passes one, or one of its own."""

import os
import resource
import socket
import time

from environs import EnvError

from .descriptors import BACKLOG

HOST = "127.0.0.1"
OPEN_FILES = 10_000  # for as many connections as two workers take
_FIRST_PASSED = 3  # file descriptor; see sd_listen_fds(3)
_PATIENCE = 5.0  # seconds in which the workers of a killed desk let go of the port


def listen(port: int) -> socket.socket:
    """A listening socket. Connections wait in it from now on, until a worker accepts them. Raises EnvError."""
    if os.environ.get("LISTEN_PID") == str(os.getpid()) and os.environ.get("LISTEN_FDS") == "1":
        return socket.socket(fileno=_FIRST_PASSED)
    deadline = time.monotonic() + _PATIENCE
    while True:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(BACKLOG)
        except OSError as problem:
            listener.close()
            if time.monotonic() > deadline:
                reason = f"Port {port} cannot be used ({problem.strerror})."
                raise EnvError(f"{reason} Try PORT=8001 make run.") from None
            time.sleep(0.1)
        else:
            return listener


def allow_open_files() -> None:
    """Raise the limit of open files for this process and its children, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

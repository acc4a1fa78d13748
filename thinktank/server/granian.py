"""`python -m thinktank.server.granian OPTIONS`: granian's command line, on a socket that the starter listens on.

Variables name the file descriptors of `descriptors`. With DESK_NOTICE the desk is prepared first. Workers whose main
process was killed serve until others take over. Without variables this is plain granian.
"""

import asyncio
import fcntl
import multiprocessing
import os
import socket
from contextlib import suppress
from functools import partial
from typing import Any

from granian import cli
from granian._granian import SocketHolder
from granian._internal import load_target
from granian.server import Server

from .descriptors import BACKLOG, LIFELINE, LISTENER, NOTICE, REPORTS
from .preparing import prepare

PAUSE = 0.5  # seconds


class ListeningServer(Server):  # type: ignore[misc]
    """Granian whose workers share one socket. By itself each has a socket of its own, and what waits there is lost."""

    def _init_shared_socket(self) -> None:
        listener = int(os.environ[LISTENER])
        self._ssp, self._sfd = None, listener
        self._shd = SocketHolder(listener, False, BACKLOG)  # type: ignore[call-arg]
        self._sso = socket.socket(fileno=listener)

    def _respawn_workers(self, *arguments: Any, **options: Any) -> None:
        """Granian ends all workers when one dies twice within 5.5 seconds. Here the others serve on.

        A pause after each replacement keeps one that dies again and again from taking the processor.
        """
        super()._respawn_workers(*arguments, **{"delay": PAUSE, **options})
        self.respawned_wrks.clear()

    def serve(self, *arguments: Any, **options: Any) -> None:
        load_target(self.target)  # once for all workers, which are forked from this process
        self._stop_notice = os.eventfd(
            0
        )  # every worker sees it, and it says nothing when this process is killed
        loader = partial(_load, self.target, int(os.environ[REPORTS]), self._stop_notice)
        super().serve(target_loader=loader, wrap_loader=False)

    def _stop_workers(self) -> None:
        """Tell the workers before granian does: it waits for every connection, slow as it may be."""
        os.eventfd_write(self._stop_notice, 1)
        super()._stop_workers()


def _load(target: str, reports: int, stop_notice: int) -> Any:
    """Get the application in a new worker, let it hear of the worker's end, and report that."""
    application, loop = load_target(target), asyncio.get_event_loop()

    def stop() -> None:
        loop.remove_reader(stop_notice)
        application.stop.begin()

    loop.add_reader(stop_notice, stop)
    with suppress(BlockingIOError):  # full of the reports of workers that died since, which nobody counts
        os.write(reports, b".")
    return application


def _end_with_starter(lifeline: int) -> None:
    """Let the kernel send SIGIO, which ends a process, to the whole group when the other end of the pipe closes.

    A worker that hangs cannot prevent that, as it could if it watched the pipe itself.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


def main() -> None:
    if LISTENER in os.environ:
        _end_with_starter(int(os.environ[LIFELINE]))
        if NOTICE in os.environ:
            prepare(int(os.environ[NOTICE]))
        multiprocessing.set_start_method("fork")  # so that workers inherit both descriptors
        cli.Server = ListeningServer
    cli.entrypoint()


if __name__ == "__main__":
    main()

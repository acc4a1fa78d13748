"""The worker of pictures beside the web server: started again whenever it ends, and ended with the desk."""

import subprocess
import threading
import time
from collections.abc import Mapping

from . import child
from .reports import describe_end, report

COMMAND = ["manage.py", "make_renditions", "--keep-running"]
PAUSES = (0.0, 1.0, 5.0, 15.0, 30.0, 60.0)  # seconds before the first, second … new start; then the last
GOOD_AFTER = 60.0  # seconds; a worker that lived so long was no failed start


class PictureWorker:
    """`manage.py make_renditions --keep-running`, which a thread keeps running. Pages need it for new sizes only."""

    def __init__(self) -> None:
        self._environment: Mapping[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = threading.Lock()  # nothing is started once the end has begun
        self._is_over, self._is_renewed = threading.Event(), threading.Event()
        # The kernel ends the process with the thread that started it, so one thread starts them all.
        self._thread = threading.Thread(target=self._keep_running, name="pictures")

    def start(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._thread.start()

    def renew(self, environment: Mapping[str, str]) -> None:
        """Let a worker of the code and the settings that are there now take over."""
        self._environment = environment
        self._is_renewed.set()
        with self._guard:
            if self._process is not None:
                self._process.terminate()

    def end(self) -> None:
        """End the worker and wait for that. It finishes the file that it is making."""
        with self._guard:
            self._is_over.set()
        if self._process is not None:
            child.end(self._process)
        if self._thread.ident is not None:
            self._thread.join()

    def _keep_running(self) -> None:
        tries = 0
        while (process := self._start()) is not None:
            started_at = time.monotonic()
            process.wait()
            if self._is_over.is_set():
                return
            if self._is_renewed.is_set():
                self._is_renewed.clear()
                continue
            tries = 0 if time.monotonic() - started_at > GOOD_AFTER else tries
            pause = PAUSES[min(tries, len(PAUSES) - 1)]
            tries += 1
            again = f"in {pause:g} seconds" if pause else "now"
            report(f"The worker of pictures ended ({describe_end(process)}). It is started again {again}.")
            self._is_over.wait(pause)

    def _start(self) -> "subprocess.Popen[bytes] | None":
        """Start a new process; None if the desk is being ended."""
        with self._guard:
            if self._is_over.is_set():
                return None
            self._process = child.start(COMMAND, self._environment)
            return self._process

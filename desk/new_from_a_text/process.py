"""The reader as the web workers see it: a process of their own that has everything loaded and reads in children."""

import logging
import subprocess
import sys
import threading
import uuid
from contextlib import suppress

from django.conf import settings

log = logging.getLogger(__name__)


class ReaderProcess:
    """`manage.py read_texts`, started when it is first needed. It ends with this process, which holds its input."""

    def __init__(self) -> None:
        self.command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "read_texts"]
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def warm_up(self) -> None:
        """Start the process, if it does not run: that takes a second."""
        with self._lock:
            self._running()

    def hand_over(self, key: uuid.UUID) -> None:
        """Have a text read. If the process has just ended, it is started again."""
        with self._lock:
            for _ in range(2):
                process = self._running()
                assert process.stdin is not None  # noqa: S101 - it is a pipe
                with suppress(OSError):
                    process.stdin.write(f"{key}\n".encode())
                    process.stdin.flush()
                    return
                process.kill()
                process.wait()
        log.error("The reader of texts does not run.")

    def end(self) -> None:
        """End the process. What its children read is written down all the same."""
        with self._lock:
            if self._process is None:
                return
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._process = subprocess.Popen(  # noqa: S603
            self.command,
            stdin=subprocess.PIPE,
            cwd=settings.BASE_DIR,
            start_new_session=True,  # Linux shares out the processor by sessions before it looks at niceness
        )
        return self._process

"""Read an uploaded file in a child process, so that a harmful one can harm only that process."""

import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pictures.files.errors import NotTaken
from pictures.files.turns import turn

log = logging.getLogger(__name__)
MAX_SECONDS = 10
OURS = "The desk failed to read this file. The fault is ours and has been logged."
_ROOT = Path(__file__).resolve().parents[2]


class ReaderFailed(Exception):
    """The fault is ours and not the file's. Its argument: the traceback of the child process."""


@dataclass(frozen=True)
class ChildReader:
    """A module that reads a file from its standard input and limits itself before it does.

    `too_much`: the sentence for a file that needs more time or memory than it may have.
    """

    module: str
    too_much: str

    def answer(self, content: bytes, *arguments: str) -> bytes:
        """The module's answer, when the file has its turn.

        `arguments`: words of ours, nothing of the file. Raises `NotTaken` with a sentence, and `ReaderFailed`.
        """
        with turn() as lock:
            child = self._run(content, arguments, lock)
        if child.returncode < 0 or b"MemoryError" in child.stderr:  # ended by one of its limits
            raise NotTaken(self.too_much)
        if child.returncode:
            raise ReaderFailed(child.stderr.decode(errors="replace"))
        return child.stdout

    def _run(
        self, content: bytes, arguments: tuple[str, ...], lock: int
    ) -> "subprocess.CompletedProcess[bytes]":
        try:
            return subprocess.run(  # noqa: S603 (our own interpreter and module)
                (sys.executable, "-m", self.module, *arguments),
                input=content,
                capture_output=True,
                timeout=MAX_SECONDS,
                check=False,
                cwd=_ROOT,
                env={},
                pass_fds=[lock],
            )
        except subprocess.TimeoutExpired as error:
            raise NotTaken(self.too_much) from error


def fault_of_ours(error: ReaderFailed) -> NotTaken:
    """Sentence for the editor about a reader that failed; the rest goes into the log."""
    log.error("a file was not read: %s", error)
    return NotTaken(OURS)

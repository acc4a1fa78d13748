"""Sentences about the desk's processes, on standard error."""

import subprocess
import sys


def report(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


def describe_end(process: "subprocess.Popen[bytes]") -> str:
    """How a process ended: "exit code 1" or "signal 9"."""
    code = process.returncode
    return f"signal {-code}" if code < 0 else f"exit code {code}"

"""The child process: a Word file on standard input, its text as JSON on standard output.

It limits its own memory and time before it reads a byte, so that a harmful file can harm only this process.
"""

import json
import sys

from intake.sources.word.document import answer
from prose.limits import limit_process

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20


def main(memory_bytes: int = MEMORY_BYTES, cpu_seconds: int = CPU_SECONDS) -> None:
    """Set the limits, then read and answer."""
    limit_process(cpu_seconds=cpu_seconds, memory_bytes=memory_bytes)
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()

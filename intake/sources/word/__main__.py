"""The child process: a Word file on standard input, its text as JSON on standard output.

It limits its own memory and time before it reads a byte, so that a harmful file can harm only this process.
"""

import json
import resource
import sys

from intake.sources.word.document import answer

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20


def main(memory_bytes: int = MEMORY_BYTES, cpu_seconds: int = CPU_SECONDS) -> None:
    """Set the limits, then read and answer."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
